package dev.paddock.bench;

import dev.paddock.architecture.HouseFigures;

import java.io.IOException;

/** How much of the house breaks the rules that ArchitectureTest and SizesTest hold. */
final class HouseBench {
    private static final Goal NONE = Goal.exactly(0);

    private HouseBench() {}

    static void main() throws IOException {
        HouseFigures.measure()
                .forEach(
                        (name, broken) -> {
                            Figures.print(name, broken.size(), "", NONE);
                            broken.forEach(each -> System.out.println("  " + each));
                        });
    }
}
