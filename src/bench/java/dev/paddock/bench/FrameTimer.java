package dev.paddock.bench;

import javafx.animation.AnimationTimer;

import java.util.List;

/** Notes the time from each frame to the next, in milliseconds. */
final class FrameTimer extends AnimationTimer {
    private final List<Double> frames;
    private long last;

    FrameTimer(List<Double> frames) {
        this.frames = frames;
    }

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        if (last != 0) {
            frames.add((time - last) / 1e6);
        }
        last = time;
    }
}
