package dev.paddock.hardware;

import oshi.hardware.GraphicsCard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makers of cards an engine can compute on; emulated and display-only cards have others. */
enum GpuVendor {
    NVIDIA("NVIDIA", "0x10de", "nvidia"),
    AMD("AMD", "0x1002", "advanced micro devices|\\bamd\\b|\\bati\\b"),
    INTEL("Intel", "0x8086", "\\bintel\\b"),
    APPLE("Apple", "0x106b", "\\bapple\\b");

    /**
     * The name of the product, where the name of the chip comes first: {@code GA102 [RTX 3090]}.
     */
    private static final Pattern PRODUCT = Pattern.compile(".*\\[([^\\]]+)]\\s*");

    private final String label;
    private final String pciId;
    private final Pattern names;

    GpuVendor(String label, String pciId, String names) {
        this.label = label;
        this.pciId = pciId;
        this.names = Pattern.compile(names);
    }

    String label() {
        return label;
    }

    static Optional<GpuVendor> of(GraphicsCard card) {
        String said = card.getVendor().toLowerCase(Locale.ROOT);
        for (var vendor : values()) {
            if (said.contains(vendor.pciId) || vendor.names.matcher(said).find()) {
                return Optional.of(vendor);
            }
        }
        return Optional.empty();
    }

    /** Maker and product, as on the box. */
    String shownName(String said) {
        var product = PRODUCT.matcher(said);
        String name = product.matches() ? product.group(1) : said.strip();
        boolean named = name.toLowerCase(Locale.ROOT).startsWith(label.toLowerCase(Locale.ROOT));
        return named ? name : label + " " + name;
    }
}
