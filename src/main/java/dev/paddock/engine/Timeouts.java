package dev.paddock.engine;

import java.time.Duration;

/**
 * Every limit the supervisor waits by.
 *
 * @param explaining for what this computer may add to a failure; behind the adapters' own limits
 */
record Timeouts(Starting starting, Watching watching, Ending ending, Duration explaining) {
    static final Timeouts DEFAULT =
            new Timeouts(
                    new Starting(
                            Duration.ofSeconds(2),
                            Duration.ofMillis(5),
                            Duration.ofMillis(250),
                            Duration.ofSeconds(300),
                            Duration.ofSeconds(15)),
                    new Watching(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(1),
                            3,
                            Duration.ofSeconds(60),
                            new Suspend(Duration.ofSeconds(1), Duration.ofSeconds(10)),
                            new Trial(
                                    Duration.ofMillis(300),
                                    Duration.ofSeconds(20),
                                    Duration.ofSeconds(3))),
                    new Ending(
                            Duration.ofMillis(100),
                            new Young(Duration.ofSeconds(2), Duration.ofMillis(500)),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(15),
                            new Quit(Duration.ofMillis(250), Duration.ofSeconds(2))),
                    Duration.ofSeconds(10));

    /**
     * Until it is ready.
     *
     * @param preflight after it, checks that hang (a sleeping disk) are left to the engine itself
     * @param shortestPoll between two questions while the engine starts
     * @param longestPoll what that grows to: a hundredth of the time already waited
     * @param stall after so long without a line, a read byte or an answer a person is asked
     * @param blocked after so long of connections that nobody takes or refuses a person is asked
     */
    record Starting(
            Duration preflight,
            Duration shortestPoll,
            Duration longestPoll,
            Duration stall,
            Duration blocked) {
        /**
         * How long to wait before the next question to an engine that starts since {@code waited}.
         */
        Duration poll(Duration waited) {
            var hundredth = waited.dividedBy(100);
            if (hundredth.compareTo(shortestPoll) < 0) {
                return shortestPoll;
            }
            return hundredth.compareTo(longestPoll) > 0 ? longestPoll : hundredth;
        }
    }

    /**
     * While it is ready.
     *
     * @param health between two questions
     * @param suspectHealth between two while it owes an answer
     * @param misses so many in a row make it unresponsive
     * @param silence an answer that brought nothing for so long makes its health worth nothing
     */
    record Watching(
            Duration health,
            Duration suspectHealth,
            int misses,
            Duration silence,
            Suspend suspend,
            Trial trial) {}

    /**
     * @param beat between two looks at the clocks
     * @param jump clocks that are so far off say that the computer slept
     */
    record Suspend(Duration beat, Duration jump) {}

    /**
     * Of a trial generation.
     *
     * @param afterStart until the first one: a message that waits for the engine goes before it
     * @param usual how long it may take
     * @param afterSuspend how long the first one after the computer slept may take
     */
    record Trial(Duration afterStart, Duration usual, Duration afterSuspend) {}

    /**
     * Until it has ended.
     *
     * @param hangUp from the end of our own streams to the first request to end: an engine that
     *     gets both at the same moment now and then waits for the streams all the same (seen: 2 of
     *     30)
     * @param secondTerminate from the first request to end to the second
     * @param kill from the first request to end to the kill
     * @param giveUp from the first request to end until even a killed process is not waited for
     */
    record Ending(
            Duration hangUp,
            Young young,
            Duration secondTerminate,
            Duration kill,
            Duration giveUp,
            Quit quit) {
        /** From the first request to end to the second. */
        Duration second(Duration readyFor) {
            return readyFor.compareTo(young.age()) < 0 ? young.secondTerminate() : secondTerminate;
        }
    }

    /**
     * An engine that may have lost the first request to end: it notes one, and forgets it when it
     * then goes on to its work (seen: 1 of 350).
     *
     * @param age it has not been ready for so long
     * @param secondTerminate from the first request to end to the second
     */
    record Young(Duration age, Duration secondTerminate) {}

    /**
     * When the app closes. An engine has nothing to save. One that is short of the processor ends
     * only after the token at hand, for which its threads wait for each other (seen: 3 s and more),
     * and one that missed the end of a stream looks for it only a second later.
     *
     * @param kill from the first request to end to the kill
     * @param limit the longest {@link Supervisor#close} takes
     */
    record Quit(Duration kill, Duration limit) {}
}
