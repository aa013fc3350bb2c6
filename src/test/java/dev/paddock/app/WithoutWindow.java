package dev.paddock.app;

/** The app as it is on a desktop whose window toolkit cannot be had, in a process of its own. */
final class WithoutWindow {
    private WithoutWindow() {}

    static void main(String[] arguments) {
        System.setProperty("glass.platform", "gtk");
        Main.main(arguments);
    }
}
