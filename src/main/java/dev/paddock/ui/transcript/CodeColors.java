package dev.paddock.ui.transcript;

import dev.paddock.ui.common.UiThread;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.CodeLanguage;
import dev.paddock.ui.text.CodeLanguages;
import dev.paddock.ui.text.Inline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The colours of the rows of code. A row needs the state at the end of the row before: where that
 * is known, the one row is read at once, because a thread would cost more; all else (the languages
 * themselves, a long block whose end comes into sight first) is read in the background, and the
 * rows are plain until then. For the FX thread.
 */
final class CodeColors {
    /** Ends of rows that are kept: a megabyte of code has about a thousand. */
    private static final int KEPT = 16_384;

    private static final int KEPT_LANGUAGES = 64;

    /** Longer blocks have no colours, as their ends could not all be kept. */
    private static final int LONGEST = KEPT / 4;

    private final List<Row> rows;
    private final Executor background;
    private final Runnable ready;
    private Optional<CodeLanguages> languages = Optional.empty();
    private boolean busy;
    private final Map<Start, Integer> ends = recent(KEPT);
    private final Map<Block.Code, Optional<CodeLanguage>> known = recent(KEPT_LANGUAGES);

    /** A row and the state at its beginning. */
    private record Start(CodeLanguage language, int state, Block.Code code) {}

    /**
     * @param ready called when rows that were plain can have colours
     */
    CodeColors(List<Row> rows, Executor background, Runnable ready) {
        this.rows = rows;
        this.background = background;
        this.ready = ready;
    }

    /** Empty where it is not known, or not yet. */
    Optional<CodeLanguage> language(int first) {
        return languages.flatMap(
                all ->
                        code(first)
                                .flatMap(
                                        it ->
                                                known.computeIfAbsent(
                                                        it,
                                                        _ -> all.of(it.language(), it.text()))));
    }

    /** The text of {@code row}, a piece of the block that begins in {@code first}. */
    List<Inline> runs(int first, int row, Block.Code code) {
        if (code.text().isEmpty()) {
            return List.of();
        }
        var plain = List.of(Inline.plain(code.text()));
        if (languages.isEmpty()) {
            inBackground(CodeLanguages::load, all -> languages = Optional.of(all));
            return plain;
        }
        var language = language(first);
        if (language.isEmpty() || row - first > LONGEST) {
            return plain;
        }
        return state(language.get(), first, row)
                .map(state -> language.get().colored(state, code).parts())
                .orElse(plain);
    }

    /** At the beginning of {@code row}; empty where more than one row would have to be read. */
    private Optional<Integer> state(CodeLanguage language, int first, int row) {
        int state = 0;
        for (int i = first; i < row; i++) {
            var start = code(i).map(new Starting(language, state)::of);
            if (start.isEmpty()) {
                return Optional.empty();
            }
            var end = Optional.ofNullable(ends.get(start.get()));
            if (end.isEmpty() && i < row - 1) {
                readAll(language, first, row);
                return Optional.empty();
            }
            state = end.orElseGet(() -> end(start.get()));
            ends.putIfAbsent(start.get(), state);
        }
        return Optional.of(state);
    }

    private static int end(Start start) {
        return start.language().after(start.state(), start.code());
    }

    /** A language and a state, which want a row. */
    private record Starting(CodeLanguage language, int state) {
        Start of(Block.Code code) {
            return new Start(language, state, code);
        }
    }

    private void readAll(CodeLanguage language, int first, int row) {
        var codes = new ArrayList<Block.Code>();
        for (int i = first; i < row; i++) {
            code(i).ifPresent(codes::add);
        }
        inBackground(
                () -> {
                    var read = new LinkedHashMap<Start, Integer>();
                    int state = 0;
                    for (var code : codes) {
                        var start = new Start(language, state, code);
                        state = end(start);
                        read.put(start, state);
                    }
                    return read;
                },
                ends::putAll);
    }

    /** One thing at a time: whoever is not served asks again when rows are shown again. */
    private <T> void inBackground(Supplier<T> work, Consumer<T> take) {
        if (busy) {
            return;
        }
        busy = true;
        background.execute(
                () -> {
                    var result = work.get();
                    new UiThread()
                            .execute(
                                    () -> {
                                        busy = false;
                                        take.accept(result);
                                        ready.run();
                                    });
                });
    }

    private static <K, V> Map<K, V> recent(int kept) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > kept;
            }
        };
    }

    private Optional<Block.Code> code(int row) {
        return rows.get(row) instanceof Row.Answer(_, Block.Code code)
                ? Optional.of(code)
                : Optional.empty();
    }
}
