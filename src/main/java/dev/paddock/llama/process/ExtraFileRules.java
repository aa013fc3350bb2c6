package dev.paddock.llama.process;

import static dev.paddock.llama.process.LogRule.when;

import dev.paddock.engine.ErrorLines;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.ExtraFile;
import dev.paddock.llama.process.LogRule.Ended;
import dev.paddock.llama.process.LogRule.Hit;
import dev.paddock.llama.process.LogRule.Meaning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the engine says when not the model is at fault but a further file that its extra arguments
 * name. These come before the rules of memory: a draft model that does not fit is none of the
 * model's own context.
 */
final class ExtraFileRules {
    private static final Pattern MEMORY =
            Pattern.compile(
                    "failed to allocate|insufficient memory|out of memory",
                    Pattern.CASE_INSENSITIVE);

    private ExtraFileRules() {}

    static final List<LogRule> ALL =
            List.of(
                    when("unknown projector type", as(ExtraFile.PROJECTOR)),
                    when("mismatch between text model .* and mmproj", as(ExtraFile.PROJECTOR)),
                    when("failed to load (?:multimodal|clip|mtmd) model", of(ExtraFile.PROJECTOR)),
                    // The engine calls every context of a draft model by the newest kind of them.
                    when(
                            "failed to load draft model|failed to create (?:mtp|draft) context",
                            of(ExtraFile.DRAFT_MODEL)),
                    when("failed to apply lora adapter: ", as(ExtraFile.ADAPTER)),
                    when("failed to (?:load|apply) lora", of(ExtraFile.ADAPTER)),
                    when("failed to (?:load|apply) control vector", of(ExtraFile.CONTROL_VECTOR)));

    /** Its line says why. */
    private static Meaning as(ExtraFile file) {
        return (_, hit) -> new Failure.ExtraFileRejected(file, hit.line());
    }

    /** Its line sums up what a line before it says. */
    private static Meaning of(ExtraFile file) {
        return (ended, hit) -> {
            boolean memory = ended.lines().stream().anyMatch(line -> MEMORY.matcher(line).find());
            return new Failure.ExtraFileRejected(
                    file, reason(ended, hit), memory ? ended.request() : Optional.empty());
        };
    }

    private static String reason(Ended ended, Hit hit) {
        return ErrorLines.reason(ended.lines()).map(LogRule::bare).orElse(hit.line());
    }
}
