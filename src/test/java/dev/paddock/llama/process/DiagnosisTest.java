package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.model.Damage;
import dev.paddock.model.FileError;
import dev.paddock.model.FileError.Kind;
import dev.paddock.model.ModelProblem;
import dev.paddock.option.Options;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Transcripts of real ends, each with the cause a person must be told. */
class DiagnosisTest {
    private static final Path ENGINE = Path.of("/e/llama-server");
    private static final Path MODEL = Path.of("/m/a-00002-of-00003.gguf");
    private static final LaunchPlan PLAN = new LaunchPlan(ENGINE, MODEL, Options.EMPTY);

    private static final String WRAPPERS =
            """

            0.00.028.476 E llama_model_load_from_file_impl: failed to load model
            0.00.028.535 E cmn  common_init_: failed to load model 'a.gguf'
            0.00.028.536 E srv    load_model: failed to load model, 'a.gguf'
            0.00.029.061 E srv  llama_server: exiting due to model loading error
            """;

    @ParameterizedTest(name = "{1} {3}")
    @MethodSource({"installation", "arguments", "models", "graphics", "exits"})
    void findsTheCause(String log, int code, boolean wasReady, Failure expected) {
        var lines = log.lines().toList();
        assertEquals(expected, Diagnosis.of(PLAN, new EngineExit(code), lines, wasReady));
    }

    static Stream<Arguments> installation() {
        return Stream.of(
                early(
                        127,
                        "llama-server: error while loading shared libraries: libllama.so.0:"
                                + " cannot open shared object file: No such file or directory",
                        new Failure.LibraryMissing(ENGINE, Optional.of("libllama.so.0"))),
                early(
                        127,
                        "llama-server: error while loading shared libraries: libllama.so.0:"
                                + " file too short",
                        new Failure.LibraryBroken(
                                ENGINE,
                                "llama-server: error while loading shared libraries:"
                                        + " libllama.so.0: file too short")),
                early(
                        134,
                        "dyld[7]: Library not loaded: @rpath/libggml.dylib",
                        new Failure.LibraryMissing(ENGINE, Optional.of("@rpath/libggml.dylib"))),
                early(
                        1,
                        "0.00.1 E llama_model_load: no backends are loaded. hint: use ggml"
                                + WRAPPERS,
                        new Failure.BackendsMissing(ENGINE)),
                early(
                        127,
                        "/bin/sh: 1: exec: /e/llama-server: not found",
                        new Failure.EngineWrongFormat(ENGINE)),
                early(
                        126,
                        "/bin/sh: 1: exec: /e/llama-server: Permission denied",
                        new Failure.EngineNotExecutable(ENGINE)),
                early(0xC0000135, "", new Failure.LibraryMissing(ENGINE, Optional.empty())),
                early(132, "", new Failure.ProcessorTooOld(ENGINE)));
    }

    static Stream<Arguments> arguments() {
        return Stream.of(
                early(
                        1,
                        "0.00.010.850 E srv         start: couldn't bind HTTP server socket,"
                                + " hostname: 127.0.0.1, port: 8080",
                        new Failure.PortTaken(8080)),
                early(
                        1,
                        "error: invalid argument: --foo",
                        new Failure.InvalidArgument("--foo", "error: invalid argument: --foo")),
                early(
                        1,
                        "error: unknown argument: --foo",
                        new Failure.InvalidArgument("--foo", "error: unknown argument: --foo")),
                early(
                        1,
                        "error while handling argument \"-c\": stoi\n\n"
                                + "usage:\n"
                                + "-c, --ctx-size N  size",
                        new Failure.InvalidArgument(
                                "-c", "error while handling argument \"-c\": stoi")),
                early(
                        1,
                        "error while handling argument \"--device\": invalid device: CUDA0",
                        new Failure.InvalidArgument(
                                "--device",
                                "error while handling argument \"--device\": invalid device:"
                                        + " CUDA0")));
    }

    private static final String READ = "0.00.1 E gguf_init_from_reader: ";
    private static final String LOAD = "0.00.1 E llama_model_load: error loading model: ";

    static Stream<Arguments> models() {
        return Stream.of(headers(), parts(), architectures()).flatMap(it -> it);
    }

    private static Stream<Arguments> headers() {
        return Stream.of(
                model(
                        "0.1 E gguf_init_from_file: failed to open GGUF file 'a' (No such file or"
                                + " directory)",
                        new ModelProblem.Missing(MODEL)),
                model(
                        "0.1 E gguf_init_from_file: failed to open GGUF file 'a' (Permission"
                                + " denied)",
                        new ModelProblem.Unreadable(MODEL, new FileError(Kind.NO_PERMISSION))),
                model(
                        READ + "invalid magic characters: '<htm', expected 'GGUF'",
                        new ModelProblem.NotGguf(MODEL, "<htm")),
                model(
                        READ + "failed to read magic",
                        new ModelProblem.Damaged(
                                MODEL,
                                new Damage.Reported(
                                        "gguf_init_from_reader: failed to read magic"))),
                model(
                        READ
                                + "this GGUF file is version 99 but this software only supports up"
                                + " to version 3\n"
                                + READ
                                + "failed to read header",
                        new ModelProblem.UnknownVersion(MODEL, 99)),
                model(
                        READ
                                + "GGUFv1 is no longer supported, please use a more up-to-date"
                                + " version",
                        new ModelProblem.UnknownVersion(MODEL, 1)));
    }

    private static Stream<Arguments> parts() {
        return Stream.of(
                model(
                        LOAD
                                + "tensor 'b' data is not within the file bounds, model is"
                                + " corrupted or incomplete",
                        new ModelProblem.Damaged(
                                MODEL,
                                new Damage.Reported(
                                        "llama_model_load: error loading model: tensor 'b' data is"
                                                + " not within the file bounds, model is"
                                                + " corrupted or incomplete"))),
                model(
                        LOAD + "failed to load GGUF split from /m/a-00003-of-00003.gguf",
                        new ModelProblem.PartMissing(MODEL, Path.of("/m/a-00003-of-00003.gguf"))),
                model(
                        LOAD
                                + "illegal split file idx: 1, model must be loaded with the first"
                                + " split",
                        new ModelProblem.NotTheFirstPart(
                                MODEL, Path.of("/m/a-00001-of-00003.gguf"))),
                model(
                        LOAD + "CLIP cannot be used as main model, use it with --mmproj instead",
                        new ModelProblem.NotAMainModel(MODEL, Optional.of("clip"))));
    }

    private static Stream<Arguments> architectures() {
        return Stream.of(
                early(
                        1,
                        LOAD + "unknown model architecture: 'lamax'" + WRAPPERS,
                        new Failure.ModelUnsupported(MODEL, "lamax")),
                early(
                        1,
                        LOAD
                                + "check_tensor_dims: tensor 'blk.0.attn_k.weight' not found"
                                + WRAPPERS,
                        new Failure.ModelRejected(
                                MODEL,
                                "llama_model_load: error loading model: check_tensor_dims: tensor"
                                        + " 'blk.0.attn_k.weight' not found")),
                early(
                        1,
                        LOAD + "some new reason" + WRAPPERS,
                        new Failure.ModelRejected(MODEL, "some new reason")));
    }

    static Stream<Arguments> graphics() {
        var lost = "CUDA error: an illegal memory access was encountered";
        return Stream.of(
                early(134, lost, new Failure.GpuFault(lost, false)),
                ready(134, lost, new Failure.GpuFault(lost, true)));
    }

    static Stream<Arguments> exits() {
        var killed = new EngineExit(137);
        var segment = new EngineExit(139);
        var text = "0.1 I srv: all slots are idle";
        return Stream.of(
                ready(137, text, new Failure.Killed(killed, List.of(text))),
                early(137, text, new Failure.Killed(killed, List.of(text))),
                ready(0, text, new Failure.ClosedByOthers(new EngineExit(0))),
                ready(143, text, new Failure.ClosedByOthers(new EngineExit(143))),
                ready(139, text, new Failure.Crashed(segment, List.of(text))),
                early(139, text, new Failure.ExitedEarly(segment, List.of(text))),
                early(0, "", new Failure.ExitedEarly(new EngineExit(0), List.of())),
                early(0, text, new Failure.ClosedByOthers(new EngineExit(0))),
                ready(
                        139,
                        "error: invalid argument: --foo",
                        new Failure.Crashed(segment, List.of("error: invalid argument: --foo"))));
    }

    private static Arguments model(String log, ModelProblem problem) {
        return early(1, log + WRAPPERS, new Failure.BadModel(problem));
    }

    private static Arguments early(int code, String log, Failure expected) {
        return Arguments.of(log, code, false, expected);
    }

    private static Arguments ready(int code, String log, Failure expected) {
        return Arguments.of(log, code, true, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.12.1.5 E ggml_vulkan: device lost on Vulkan0",
                "0.1.2.3 E srv  update_slots: decode() failed: vk::Queue::submit: ErrorDeviceLost"
            })
    void aLivingEngineWithALostDeviceIsOfNoUse(String line) {
        assertEquals(
                Optional.of(new Failure.GpuFault(LogRule.bare(line), true)),
                DeviceRules.lost(line));
        assertEquals(Optional.empty(), DeviceRules.lost("0.1 I slot print: \"" + line + "\""));
    }
}
