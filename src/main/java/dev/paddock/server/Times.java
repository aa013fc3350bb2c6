package dev.paddock.server;

import java.time.Duration;

/**
 * Every limit the supervisor waits by.
 *
 * @param preflight after it, checks that hang (a sleeping disk) are left to the engine itself
 * @param shortestPoll between two questions while the engine starts
 * @param longestPoll what that grows to: a hundredth of the time already waited
 * @param stall a starting engine without a new line for so long is given up
 * @param health between two health questions to a ready engine
 * @param suspectHealth between two while it owes an answer
 * @param misses so many in a row make it unresponsive
 * @param hangUp from the end of our own streams to the first request to end: an engine that gets
 *     both at the same moment now and then waits for the streams all the same (seen: 2 of 30)
 * @param secondTerminate from the first request to end to the second
 * @param kill from the first request to end to the kill
 * @param giveUp from the first request to end until even a killed process is not waited for
 * @param quitKill the same as {@code kill} when the app closes
 * @param quit the longest {@link Supervisor#close} takes
 */
record Times(
        Duration preflight,
        Duration shortestPoll,
        Duration longestPoll,
        Duration stall,
        Duration health,
        Duration suspectHealth,
        int misses,
        Duration hangUp,
        Duration secondTerminate,
        Duration kill,
        Duration giveUp,
        Duration quitKill,
        Duration quit) {
    static final Times DEFAULT =
            new Times(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(5),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(300),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    3,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(5));

    /** How long to wait before the next question to an engine that starts since {@code waited}. */
    Duration poll(Duration waited) {
        var hundredth = waited.dividedBy(100);
        if (hundredth.compareTo(shortestPoll) < 0) {
            return shortestPoll;
        }
        return hundredth.compareTo(longestPoll) > 0 ? longestPoll : hundredth;
    }
}
