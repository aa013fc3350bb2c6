package dev.paddock.option;

import static dev.paddock.option.SamplingOptions.REPEAT_PENALTY;
import static dev.paddock.option.SamplingOptions.TEMPERATURE;
import static dev.paddock.option.SamplingOptions.TOP_P;

/** Values that go together under one name. */
public sealed interface Preset {
    Options options();

    /** Comes with the app; its name is {@code preset.<constant>} among the words. */
    enum Standard implements Preset {
        CONSERVATIVE(0.3, 0.85, 1.15),
        BALANCED(0.7, 0.9, 1.1),
        CREATIVE(1.0, 0.95, 1.05);

        private final Options options;

        Standard(double temperature, double topP, double repeatPenalty) {
            options =
                    Options.of(TEMPERATURE, temperature)
                            .with(TOP_P, topP)
                            .with(REPEAT_PENALTY, repeatPenalty);
        }

        @Override
        public Options options() {
            return options;
        }
    }

    /** None of them: nothing is set; its name is {@code options.preset.none} among the words. */
    enum Unset implements Preset {
        UNSET;

        @Override
        public Options options() {
            return Options.EMPTY;
        }
    }

    /** A person's own. */
    record Named(String name, Options options) implements Preset {}
}
