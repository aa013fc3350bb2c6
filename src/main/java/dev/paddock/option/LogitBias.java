package dev.paddock.option;

/**
 * Makes a token likelier or less likely.
 *
 * @param token its number, or a text whose tokens are all meant
 * @param bias added to its logit, -100 to 100; negative infinity never lets it come
 */
public record LogitBias(Token token, double bias) {
    public static final double MOST = 100;
    public static final double NEVER = Double.NEGATIVE_INFINITY;

    /** What is made likelier. */
    public sealed interface Token {
        record Id(int number) implements Token {}

        record Text(String text) implements Token {}
    }

    boolean allowed() {
        boolean named =
                switch (token) {
                    case Token.Id(int number) -> number >= 0;
                    case Token.Text(String text) -> !text.isEmpty();
                };
        return named && (bias == NEVER || Math.abs(bias) <= MOST);
    }
}
