package dev.paddock.ui.transcript;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses in an answer may be opened. */
public final class Links {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private Links() {}

    /** {@code address} where it is whole, absolute and of a harmless kind. */
    public static Optional<URI> openable(String address) {
        try {
            var uri = new URI(address.strip().replace(" ", "%20"));
            return Optional.ofNullable(uri.getScheme())
                    .filter(scheme -> SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)))
                    .map(_ -> uri);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
