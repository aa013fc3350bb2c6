package dev.paddock.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.check.OutOfMemoryKills.Count;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

class LinuxOutOfMemoryKillsTest {
    @TempDir Path root;

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Count count() {
        return new LinuxOutOfMemoryKills(root).count();
    }

    @Test
    void countsThoseOfOurControlGroup() throws IOException {
        write("proc/vmstat", "nr_free_pages 4\noom_kill 7\n");
        write("proc/self/cgroup", "0::/user.slice/app-paddock.scope\n");
        write(
                "sys/fs/cgroup/user.slice/app-paddock.scope/memory.events",
                "low 0\noom 3\noom_kill 2\noom_group_kill 0\n");
        assertEquals(new Count(OptionalLong.of(2), OptionalLong.of(7)), count());
    }

    @Test
    void countsThoseOfTheFirstVersionToo() throws IOException {
        write("proc/self/cgroup", "9:name=systemd:/\n4:memory:/a/b\n0::/\n");
        write("sys/fs/cgroup/memory/a/b/memory.oom_control", "under_oom 0\noom_kill 1\n");
        assertEquals(new Count(OptionalLong.of(1), OptionalLong.empty()), count());
    }

    @Test
    void saysNothingWhereNothingIsKnown() throws IOException {
        assertEquals(new Count(OptionalLong.empty(), OptionalLong.empty()), count());
        write("proc/self/cgroup", "garbage\n0::/\n");
        write("proc/vmstat", "oom_kill many\n");
        assertEquals(new Count(OptionalLong.empty(), OptionalLong.empty()), count());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisComputerCounts() {
        assertTrue(new LinuxOutOfMemoryKills().count().all().isPresent());
    }
}
