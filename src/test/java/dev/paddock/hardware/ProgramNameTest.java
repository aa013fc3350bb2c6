package dev.paddock.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProgramNameTest {
    @Test
    void itIsItsFiles() {
        assertEquals("nginx", ProgramName.of("/usr/sbin/nginx", List.of("-g", "daemon off;")));
    }

    @Test
    void theLoaderIsNoProgram() {
        assertEquals(
                "llama-server",
                ProgramName.of(
                        "/opt/engine/lib/ld-linux-x86-64.so.2",
                        List.of(
                                "--argv0",
                                "/opt/engine/llama-server",
                                "--library-path",
                                "/opt/engine/lib",
                                "/opt/engine/llama-server",
                                "--port",
                                "8080")));
        assertEquals("app", ProgramName.of("/lib/ld-musl-x86_64.so.1", List.of("./app")));
        assertEquals(
                "app",
                ProgramName.of("/lib64/ld-linux-aarch64.so.1", List.of("--inhibit-cache", "app")));
    }

    @Test
    void aLoaderThatRunsNothingIsItself() {
        assertEquals("ld.so", ProgramName.of("/usr/bin/ld.so", List.of("--list-tunables")));
        assertEquals("ld-linux.so.2", ProgramName.of("/lib/ld-linux.so.2", List.of()));
        assertEquals("ldap.solver", ProgramName.of("/usr/bin/ldap.solver", List.of("x")));
    }
}
