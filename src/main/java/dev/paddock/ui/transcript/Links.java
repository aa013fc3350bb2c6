package dev.paddock.ui.transcript;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses in an answer may be opened. */
public final class Links {
    private static final String MAIL = "mailto";
    private static final Set<String> SCHEMES = Set.of("http", "https", MAIL);
    private static final String SIGNS = "!#$&'()*+,-./:;=?@_~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Links() {}

    /**
     * {@code address} where it is absolute and of a harmless kind; characters that no address may
     * hold are encoded, as browsers do.
     */
    public static Optional<URI> openable(String address) {
        try {
            var uri = new URI(encoded(address.strip()));
            return Optional.ofNullable(uri.getScheme())
                    .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                    .filter(SCHEMES::contains)
                    .filter(scheme -> scheme.equals(MAIL) || uri.getRawAuthority() != null)
                    .map(_ -> uri);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String encoded(String address) {
        int host = address.indexOf("://");
        int path = host < 0 ? address.indexOf(':') + 1 : end(address, host + 3);
        var encoded = new StringBuilder(address.substring(0, path));
        boolean fragment = false;
        for (int at = path, point; at < address.length(); at += Character.charCount(point)) {
            point = address.codePointAt(at);
            boolean second = point == '#' && fragment;
            fragment |= point == '#';
            if (isAllowed(point, address, at) && !second) {
                encoded.appendCodePoint(point);
            } else {
                for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HEX.toHexDigits(each));
                }
            }
        }
        return encoded.toString();
    }

    /** Where the host ends that begins at {@code from}. */
    private static int end(String address, int from) {
        int at = from;
        while (at < address.length() && "/?#\\".indexOf(address.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isAllowed(int point, String address, int at) {
        if (point == '%') {
            return at + 2 < address.length()
                    && HexFormat.isHexDigit(address.charAt(at + 1))
                    && HexFormat.isHexDigit(address.charAt(at + 2));
        }
        return point < 0x80
                ? Character.isLetterOrDigit(point) || SIGNS.indexOf(point) >= 0
                : !Character.isISOControl(point) && !Character.isSpaceChar(point);
    }
}
