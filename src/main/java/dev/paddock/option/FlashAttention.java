package dev.paddock.option;

/** Attention that needs less memory; not every device and model can. */
public enum FlashAttention implements Choice.Spelled {
    AUTO("auto"),
    ON("on"),
    OFF("off");

    private final String spelling;

    FlashAttention(String spelling) {
        this.spelling = spelling;
    }

    @Override
    public String spelling() {
        return spelling;
    }
}
