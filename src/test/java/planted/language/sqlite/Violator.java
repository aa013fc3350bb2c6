package planted.language.sqlite;

/** Writes i as a Turkish system does. */
public class Violator {
    String go(String text) {
        return text.toLowerCase();
    }
}
