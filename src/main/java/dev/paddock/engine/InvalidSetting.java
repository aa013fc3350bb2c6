package dev.paddock.engine;

/** A value that a field of the server settings does not allow. */
public final class InvalidSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final ServerField field;
    private final String given;

    public InvalidSetting(ServerField field, String given) {
        super(field + " does not allow " + given);
        this.field = field;
        this.given = given;
    }

    public ServerField field() {
        return field;
    }

    /** The offending text as it was given. */
    public String given() {
        return given;
    }

    static void check(ServerField field, int value) {
        if (value < field.least() || value > field.most()) {
            throw new InvalidSetting(field, Integer.toString(value));
        }
    }

    /**
     * Reads a whole number within the field's range.
     *
     * @throws InvalidSetting when it is not one
     */
    public static int number(ServerField field, String text) {
        try {
            int value = Integer.parseInt(text.strip());
            check(field, value);
            return value;
        } catch (NumberFormatException notANumber) {
            throw new InvalidSetting(field, text.strip());
        }
    }
}
