package dev.paddock.acceptance;

import dev.paddock.packaging.Driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Plays every scenario on this screen: {@code IMAGE ENGINE MODELS WORK}, the folders of the
 * installed app, of its engine, of the real models and for what is left behind (pictures, data).
 */
final class Acceptance {
    private Acceptance() {}

    static void main(String[] arguments) throws Exception {
        Path image = Path.of(arguments[0]).toAbsolutePath();
        Path engine = Path.of(arguments[1]).toAbsolutePath();
        Path models = Path.of(arguments[2]).toAbsolutePath();
        Path work = Path.of(arguments[3]).toAbsolutePath();
        var scenarios =
                List.<Scenario>of(ChatScenario.smolLm2(models), ChatScenario.gemma3(models));
        var checks = new Checks(System.out);
        for (var scenario : scenarios) {
            Path home = Files.createDirectories(work.resolve(scenario.name()));
            var screen = new ScreenText(home);
            long start = System.nanoTime();
            System.out.println("--- " + scenario.name());
            try {
                var stage = new Scenario.Stage(image, engine, home, new Driver(), screen, checks);
                scenario.play(stage);
            } catch (Exception broken) {
                checks.broken(scenario.name(), broken);
                screen.picture("broken.png");
                screen.lines().forEach(line -> System.out.println("      | " + line));
            }
            System.out.printf("      %d s%n", (System.nanoTime() - start) / 1_000_000_000);
        }
        System.out.println(checks.sum());
        System.exit(checks.failed() == 0 ? 0 : 1);
    }
}
