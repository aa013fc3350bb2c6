package dev.paddock.monitor;

import java.time.Instant;

/**
 * The speeds at one moment.
 *
 * @param prompt tokens/s read
 * @param generation tokens/s generated
 */
public record SpeedPoint(Instant taken, double prompt, double generation) {}
