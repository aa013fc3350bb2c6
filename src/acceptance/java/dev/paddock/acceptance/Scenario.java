package dev.paddock.acceptance;

import dev.paddock.packaging.Driver;

import java.nio.file.Path;

/** Something a person does with the installed app and a real peer, from the first start on. */
interface Scenario {
    String name();

    /** Ends everything that it started, however it goes. */
    void play(Stage stage) throws Exception;

    /**
     * Where it is played.
     *
     * @param image the installed app
     * @param engine the folder of the engine
     * @param home empty, for this scenario alone
     */
    record Stage(
            Path image, Path engine, Path home, Driver driver, ScreenText screen, Checks checks) {}
}
