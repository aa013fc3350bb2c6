package dev.paddock.llama.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the engine and what it has started once this app is gone, by nothing but a POSIX shell. The
 * shell that becomes the engine first leaves a copy of itself behind. That copy waits for the end
 * of the engine's input, a pipe whose other side is held by this process alone and is closed by the
 * system however this process ends. {@link EngineProcess} closes it too when the engine has ended;
 * what the engine may have left behind is ended then.
 *
 * @param prefix what stands before the command; empty where there is no POSIX shell
 */
record Watchdog(List<String> prefix) {
    private static final Path SHELL = Path.of("/bin/sh");

    /** Gives the engine a process group of its own; macOS has no such program. */
    private static final List<Path> NEW_GROUP =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /**
     * In a group of its own the watchdog signals that group, itself included: no process id is
     * named, so none can be mistaken. Without one it ends its parent, if that is still the engine,
     * and all that descends from it. A shell gives what runs in the background /dev/null to read,
     * hence the third descriptor.
     *
     * <p>What the engine writes, a saved slot or a log of its own, is for the person alone.
     *
     * <p>With its own group comes, on Linux, a share of the processor of its own, as large as that
     * of the app and all else together: the window then falls to half its frames while it streams.
     * So that share is made smaller; it matters only while every core is wanted.
     */
    private static final String SCRIPT =
            """
            umask 077
            exec 3<&0 </dev/null
            watch() {
              exec >/dev/null 2>&1
              trap '' HUP INT TERM
            }
            end_group() {
              watch
              read -r _ <&3
              kill -s TERM 0
              sleep 1
              kill -s KILL 0
            }
            family() {
              ps -A -o pid= -o ppid= | awk -v top="$$" -v me="$me" '
                { up[$1] = $2 }
                END {
                  if (up[me] != top) exit
                  for (each in up) {
                    at = each + 0
                    while (at > 1 && at != top && at != me) at = up[at] + 0
                    if (at == top) print each
                  }
                }'
            }
            end_family() {
              watch
              me=$(exec sh -c 'echo "$PPID"')
              read -r _ <&3
              them=$(family)
              [ -n "$them" ] || exit
              kill -s TERM $them
              sleep 1
              kill -s KILL $them $(family)
            }
            if kill -s 0 -- "-$$" 2>/dev/null; then
              { echo 10 >/proc/self/autogroup; } 2>/dev/null
              (end_group &)
            else
              end_family &
            fi
            exec 3<&-
            exec "$@"
            """;

    static final Watchdog NONE = new Watchdog(List.of());

    /** Looks for what this system has; does not block. */
    static Watchdog detect() {
        if (!Files.isExecutable(SHELL)) {
            return NONE;
        }
        var prefix = new ArrayList<String>();
        NEW_GROUP.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(
                        each -> {
                            prefix.add(each.toString());
                        });
        prefix.addAll(withoutGroup().prefix);
        return new Watchdog(List.copyOf(prefix));
    }

    /** As on a system that cannot give the engine a group of its own. */
    static Watchdog withoutGroup() {
        return new Watchdog(List.of(SHELL.toString(), "-c", SCRIPT, SHELL.toString()));
    }
}
