package dev.paddock.architecture;

import com.tngtech.archunit.lang.ArchRule;

import java.util.Map;
import java.util.TreeMap;

/** Every rule about compiled classes, for the real tree and for the planted ones. */
final class Rules {
    private Rules() {}

    /** By name, about the tree under the package {@code root}. */
    static Map<String, ArchRule> of(String root) {
        var house = new House(root);
        var all = new TreeMap<>(Arrows.of(house));
        all.putAll(Places.of(house));
        all.putAll(Sentences.of(house));
        return all;
    }
}
