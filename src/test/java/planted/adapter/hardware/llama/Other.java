package planted.adapter.hardware.llama;

/** Stands for another adapter. */
public record Other() {}
