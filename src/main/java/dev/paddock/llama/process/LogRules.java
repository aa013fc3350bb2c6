package dev.paddock.llama.process;

import static dev.paddock.llama.process.LogRule.when;

import dev.paddock.engine.Failure;
import dev.paddock.llama.process.LogRule.Ended;
import dev.paddock.llama.process.LogRule.Hit;
import dev.paddock.model.Damage;
import dev.paddock.model.FileError;
import dev.paddock.model.ModelProblem;
import dev.paddock.option.ArgumentLine;
import dev.paddock.option.EngineOptions;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The texts llama-server and the system's loader are known to end with. Messages drift between
 * builds, so they are matched loosely; within a list the special comes before the general.
 */
final class LogRules {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern PART = Pattern.compile("-\\d{5}-of-");
    private static final String REFUSED =
            "permission denied|operation not permitted|input/output error|stale file handle"
                    + "|is a directory|too many open files";

    private LogRules() {}

    /** The engine's own files are incomplete. */
    static final List<LogRule> INSTALLATION =
            List.of(
                    when(
                            "error (?:while )?loading shared librar(?:y|ies):? ([^:]+):"
                                    + " (?:cannot open shared object|no such file)",
                            (e, hit) -> libraryMissing(e, hit.group(1))),
                    when(
                            "library not loaded: (\\S+)"
                                    + "|(?:shared object|library) \"([^\"]+)\" not found",
                            (e, hit) -> libraryMissing(e, hit.anyGroup())),
                    when(
                            "error (?:while )?loading shared librar|symbol lookup error"
                                    + "|error relocating|symbol not found"
                                    + "|version `?\\S+' not found",
                            (e, hit) -> new Failure.LibraryBroken(e.plan().engine(), hit.line())),
                    when(
                            "no backends are loaded|no cpu backend found",
                            (e, _) -> new Failure.BackendsMissing(e.plan().engine())));

    /** What the settings demand cannot be had. */
    static final List<LogRule> ARGUMENTS =
            List.of(
                    when(
                            "(?:couldn't|could not|failed to) bind|address already in use",
                            (e, _) -> new Failure.PortTaken(e.plan().value(EngineOptions.PORT))),
                    when(
                            "(?:invalid|unknown) argument: (\\S+)",
                            (_, hit) -> new Failure.InvalidArgument(hit.group(1), hit.line())),
                    when(
                            "error while handling (?:argument|environment variable) \"([^\"]+)\"",
                            (_, hit) -> new Failure.InvalidArgument(hit.group(1), hit.line())),
                    when(
                            "invalid device: (\\S+)",
                            (_, hit) -> new Failure.InvalidArgument(hit.group(1), hit.line())),
                    when(
                            "v cache quantization requires|quantized v cache was requested",
                            (e, hit) ->
                                    new Failure.InvalidArgument(
                                            asGiven(e, "--cache-type-v", "-ctv"), hit.line())),
                    when(
                            "device \\S+ does not support split buffers",
                            (e, hit) ->
                                    new Failure.InvalidArgument(
                                            asGiven(e, "--split-mode", "-sm"), hit.line())),
                    when(
                            "invalid value for main_gpu",
                            (e, hit) ->
                                    new Failure.InvalidArgument(
                                            asGiven(e, "--main-gpu", "-mg"), hit.line())),
                    when(
                            "(?:supplied chat|custom) template is not supported",
                            (_, hit) -> new Failure.InvalidArgument("--chat-template", hit.line())),
                    when(
                            "error: either (--\\S+) or",
                            (_, hit) -> new Failure.InvalidArgument(hit.group(1), hit.line())),
                    when(
                            "failed to connect to (\\S+:\\d+)",
                            (_, hit) -> new Failure.WorkerUnreachable(hit.group(1))));

    static final List<LogRule> MODEL_FILE =
            List.of(
                    when(
                            "must be loaded with the first split",
                            (e, _) -> bad(firstPart(e.plan().model()))),
                    when(
                            "failed to load gguf split from (.+)",
                            (e, hit) -> bad(partMissing(e, hit.group(1)))),
                    when(
                            "clip cannot be used as main model",
                            (e, _) ->
                                    bad(
                                            new ModelProblem.NotAMainModel(
                                                    e.plan().model(), Optional.of("clip")))),
                    when(
                            "unknown model architecture: '?([^']*)'?",
                            (e, hit) ->
                                    new Failure.ModelUnsupported(e.plan().model(), hit.group(1))),
                    when(
                            "unknown (?:pre-)?tokenizer|has invalid ggml type"
                                    + "|unrecogni[sz]ed tensor type",
                            (e, hit) -> new Failure.ModelTooNew(e.plan().model(), hit.line())),
                    when(
                            "failed to open.*no such file",
                            (e, _) -> bad(new ModelProblem.Missing(e.plan().model()))),
                    when(
                            "failed to open (?:gguf )?file.*\\(([^)]*)\\)",
                            (e, hit) ->
                                    bad(
                                            new ModelProblem.Unreadable(
                                                    e.plan().model(),
                                                    FileError.said(hit.group(1))))),
                    when(
                            "(?:failed to open|read error).*?(" + REFUSED + ")",
                            (e, hit) ->
                                    bad(
                                            new ModelProblem.Unreadable(
                                                    e.plan().model(),
                                                    FileError.said(hit.group(1))))),
                    when(
                            "invalid magic characters",
                            (e, hit) ->
                                    bad(new ModelProblem.NotGguf(e.plan().model(), quoted(hit)))),
                    when(
                            "version \\d+.*only supports up to|ggufv1 is no longer supported",
                            (e, hit) ->
                                    bad(
                                            new ModelProblem.UnknownVersion(
                                                    e.plan().model(), version(hit)))),
                    when(
                            "failed to read (?:magic|key-value|tensor|header|version)"
                                    + "|not within the file bounds|corrupted or incomplete"
                                    + "|reached end of file|failed to seek to|corrupted model",
                            (e, hit) -> bad(damaged(e.plan().model(), hit.line()))),
                    when(
                            "tensor '?[^']*'? not found|missing tensor|has wrong shape"
                                    + "|wrong number of tensors|chat template parsing error",
                            (e, hit) -> rejected(e, hit.line())));

    /** The engine's own summary, when no special line was recognised. */
    static final List<LogRule> MODEL =
            List.of(
                    when("error loading model:? (.+)", (e, hit) -> rejected(e, hit.group(1))),
                    when(
                            "(?:failed to|unable to) load (?:the )?model",
                            (e, hit) -> rejected(e, hit.line())));

    /** The spelling that stands among the extra arguments, so that it can be found there. */
    private static String asGiven(Ended ended, String flag, String shorter) {
        var extra = ended.plan().value(EngineOptions.EXTRA_ARGUMENTS);
        return ArgumentLine.contains(extra, shorter) ? shorter : flag;
    }

    private static Failure libraryMissing(Ended ended, String library) {
        return new Failure.LibraryMissing(ended.plan().engine(), Optional.of(library));
    }

    private static Failure bad(ModelProblem problem) {
        return new Failure.BadModel(problem);
    }

    private static ModelProblem damaged(Path model, String engineSays) {
        return new ModelProblem.Damaged(model, new Damage.Reported(engineSays));
    }

    private static Failure rejected(Ended ended, String reason) {
        return new Failure.ModelRejected(ended.plan().model(), reason);
    }

    private static ModelProblem firstPart(Path model) {
        String name = model.getFileName().toString();
        String first = PART.matcher(name).replaceFirst("-00001-of-");
        return new ModelProblem.NotTheFirstPart(model, model.resolveSibling(first));
    }

    private static ModelProblem partMissing(Ended ended, String path) {
        Path model = ended.plan().model();
        try {
            return new ModelProblem.PartMissing(model, Path.of(path));
        } catch (InvalidPathException garbled) {
            return damaged(model, path);
        }
    }

    /** The first four bytes, which the engine prints within quotes. */
    private static String quoted(Hit hit) {
        var matcher = QUOTED.matcher(hit.line());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static long version(Hit hit) {
        var matcher = NUMBER.matcher(hit.group(0));
        return matcher.find() ? Long.parseLong(matcher.group()) : 0;
    }
}
