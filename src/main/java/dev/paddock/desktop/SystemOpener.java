package dev.paddock.desktop;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Opens web addresses and folders in the programs that the system has for them. The toolkit's own
 * way does not tell when there is none.
 */
public final class SystemOpener {
    /** The first stands for all; a browser shows folders and files too, after its fashion. */
    private static final List<List<String>> LINUX =
            List.of(
                    List.of("xdg-open"),
                    List.of("gio", "open"),
                    List.of("x-www-browser"),
                    List.of("firefox"),
                    List.of("google-chrome"),
                    List.of("chromium"),
                    List.of("konqueror"));

    private static final List<List<String>> MAC = List.of(List.of("open"));
    private static final List<List<String>> WINDOWS =
            List.of(List.of("rundll32.exe", "url.dll,FileProtocolHandler"));

    /** One that cannot open an address says so soon; a browser may stay until it is closed. */
    private static final long TRIAL_SECONDS = 10;

    private final Programs programs;
    private final List<List<String>> openers;

    SystemOpener(Programs programs, List<List<String>> openers) {
        this.programs = programs;
        this.openers = openers;
    }

    public static SystemOpener ofSystem() {
        return new SystemOpener(Programs.of(System.getenv()), openers());
    }

    static SystemOpener ofLinux(Map<String, String> environment) {
        return new SystemOpener(Programs.of(environment), LINUX);
    }

    private static List<List<String>> openers() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.startsWith("mac") ? MAC : system.startsWith("windows") ? WINDOWS : LINUX;
    }

    /**
     * Blocks until the first program that can has opened it, ten seconds at most for each.
     *
     * @param address an absolute URI
     * @return empty when it is open
     */
    public Optional<OpenFailure> open(String address) {
        Optional<OpenFailure> first = Optional.empty();
        for (var opener : openers) {
            var program = programs.find(opener.getFirst());
            if (program.isPresent()) {
                var command = new ArrayList<>(opener);
                command.set(0, program.get().toString());
                command.add(address);
                var failure = run(opener.getFirst(), command);
                if (failure.isEmpty()) {
                    return failure;
                }
                first = first.or(() -> failure);
            }
        }
        return first.or(() -> Optional.of(new OpenFailure.NoProgram()));
    }

    private static Optional<OpenFailure> run(String name, List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            boolean stays = !process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS);
            return stays || process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of(new OpenFailure.Refused(name, process.exitValue()));
        } catch (IOException refused) {
            return Optional.of(new OpenFailure.NotRun(name));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
