package dev.paddock.monitor;

import java.util.List;

/**
 * What this machine is, in the system's own words. Texts are empty where it does not say.
 *
 * @param system name and version
 * @param processor its name
 * @param threads that it runs at the same time
 * @param graphics each card with its driver
 */
public record MachineFacts(String system, String processor, int threads, List<String> graphics) {
    public MachineFacts {
        graphics = List.copyOf(graphics);
    }
}
