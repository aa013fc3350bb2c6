package planted.only.oshi.llama;

import oshi.SystemInfo;

/** Reads hardware outside hardware. */
public record Violator(SystemInfo it) {}
