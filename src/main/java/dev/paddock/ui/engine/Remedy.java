package dev.paddock.ui.engine;

import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.model.ModelProblem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a person can do about a failure with one click. */
public sealed interface Remedy {
    record ChooseEngine() implements Remedy {}

    record ChooseModel() implements Remedy {}

    /** Take the first part of a split model, and start. */
    record UseModel(Path model) implements Remedy {}

    record FreePort() implements Remedy {}

    record HalveContext() implements Remedy {}

    /** Take the largest context there is memory for, and start. */
    record UseContext(int tokens) implements Remedy {}

    /** Take it out of the extra arguments, and start. */
    record DropArgument(String flag) implements Remedy {}

    record EditSettings() implements Remedy {}

    record StartAgain() implements Remedy {}

    record OpenLog() implements Remedy {}

    /** Leave the number of GPU layers to the engine, and start. */
    record AutoLayers() implements Remedy {}

    /** Take so many GPU layers, half of those there were, and start. */
    record FewerLayers(int layers) implements Remedy {}

    /** Keep the KV cache in the computer's own memory, and start. */
    record KvCacheInRam() implements Remedy {}

    /** Take no GPU layers, and start. */
    record ProcessorOnly() implements Remedy {}

    /** Pure; the best first. */
    static List<Remedy> against(Failure failure) {
        return switch (failure) {
            case Failure.LibraryMissing _, Failure.LibraryBroken _, Failure.BackendsMissing _ ->
                    List.of(new ChooseEngine(), new OpenLog());
            case Failure.NoEngine _, Failure.BadProgram _ -> List.of(new ChooseEngine());
            case Failure.BadModel(ModelProblem.NotTheFirstPart(_, var first)) ->
                    List.of(new UseModel(first), new ChooseModel());
            case Failure.NoModel _, Failure.BadModel _ -> List.of(new ChooseModel());
            case Failure.ModelTooNew _ -> List.of(new ChooseEngine(), new ChooseModel());
            case Failure.ModelUnsupported _, Failure.ModelRejected _ ->
                    List.of(new ChooseModel(), new OpenLog());
            case Failure.BadPort _ -> List.of(new FreePort(), new EditSettings());
            case Failure.InvalidArgument(var flag, _) ->
                    List.of(new DropArgument(flag), new EditSettings(), new OpenLog());
            case Failure.UnknownArgument(var flag, _) -> without(flag);
            case Failure.ReservedArgument(var flag, _) -> without(flag);
            case Failure.WorkerUnreachable _ -> without("--rpc");
            case Failure.ExtraFileRejected _ -> List.of(new EditSettings(), new OpenLog());
            case Failure.OutOfMemory(_, var fits, _) -> lessContext(fits);
            case Failure.ContextTooLarge(_, _, var fits, _) -> lessContext(fits);
            case Failure.WillNotFit less -> againstTooLarge(less.fits(), less.device());
            case Failure.OutOfVideoMemory full -> againstFullCard(full);
            case Failure.BufferTooLarge _ -> lessCache();
            case Failure.GpuUnsupported _ ->
                    List.of(new ProcessorOnly(), new ChooseEngine(), new OpenLog());
            case Failure.GpuFault _ ->
                    List.of(new StartAgain(), new ProcessorOnly(), new OpenLog());
            case Failure.ExitedEarly _, Failure.NotReadyInTime _, Failure.Crashed _ -> again();
            case Failure.NotResponding _ -> again();
            case Failure.Killed(_, _, var report) -> afterKill(report.outOfMemory());
            case Failure.ClosedByOthers _, Failure.KeepsCrashing _ -> again();
            case Failure.WillNotEnd _ -> List.of(new OpenLog());
        };
    }

    /** Pure; may be empty. */
    static List<Remedy> about(EngineWarning warning) {
        return switch (warning) {
            case EngineWarning.NoGpu _, EngineWarning.GpuDriver _, EngineWarning.NoDriver _ ->
                    List.of(new ProcessorOnly(), new OpenLog());
            case EngineWarning.WorkerLeftOut _ -> without("--rpc");
            case EngineWarning.BackendSkipped _ -> List.of(new OpenLog());
            case EngineWarning.DeviceUnused _ -> List.of(new EditSettings(), new OpenLog());
            case EngineWarning.ContextCapped _, EngineWarning.PrivacyWeakened _ ->
                    List.of(new EditSettings());
        };
    }

    /** What frees memory of that kind; a shorter context leaves the weights as large as ever. */
    private static List<Remedy> againstFullCard(Failure.OutOfVideoMemory full) {
        var remedies = new ArrayList<Remedy>();
        switch (full.part()) {
            case WEIGHTS -> remedies.add(new AutoLayers());
            case KV_CACHE -> remedies.addAll(List.of(new HalveContext(), new KvCacheInRam()));
            case COMPUTE_BUFFERS, UNKNOWN -> remedies.add(new HalveContext());
        }
        if (full.layers().orElse(0) > 1) {
            remedies.add(new FewerLayers(full.layers().getAsInt() / 2));
        }
        remedies.addAll(List.of(new ProcessorOnly(), new EditSettings()));
        return List.copyOf(remedies);
    }

    private static List<Remedy> again() {
        return List.of(new StartAgain(), new OpenLog());
    }

    private static List<Remedy> againstTooLarge(OptionalInt fits, Optional<String> card) {
        var remedies = new ArrayList<Remedy>();
        fits.ifPresent(tokens -> remedies.add(new UseContext(tokens)));
        card.ifPresent(_ -> remedies.addAll(List.of(new KvCacheInRam(), new AutoLayers())));
        remedies.add(new EditSettings());
        if (remedies.size() == 1) {
            remedies.add(new ChooseModel());
        }
        return List.copyOf(remedies);
    }

    private static List<Remedy> afterKill(boolean outOfMemory) {
        return outOfMemory
                ? List.of(new HalveContext(), new StartAgain(), new EditSettings())
                : again();
    }

    private static List<Remedy> without(String flag) {
        return List.of(new DropArgument(flag), new EditSettings());
    }

    private static List<Remedy> lessCache() {
        return List.of(new HalveContext(), new KvCacheInRam(), new ProcessorOnly());
    }

    private static List<Remedy> lessContext(OptionalInt fits) {
        return List.of(smaller(fits), new EditSettings(), new OpenLog());
    }

    private static Remedy smaller(OptionalInt fits) {
        return fits.isPresent() ? new UseContext(fits.getAsInt()) : new HalveContext();
    }
}
