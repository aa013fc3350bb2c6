package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.words.Words;

import java.util.concurrent.Executor;

/** Makes the cell for a row, and guesses its height before it is first measured. */
class Cells {
    private static final double LINE = 23;
    private static final double CHARACTERS_PER_LINE = 95;

    private final Words words;
    private final RowActions actions;
    private final CodeBlocks code;
    private final Executor background;
    private final Typesetting typesetting;

    /**
     * @param background for what must not hold up the FX thread
     */
    Cells(
            Words words,
            RowActions actions,
            CodeBlocks code,
            Executor background,
            Typesetting typesetting) {
        this.background = background;
        this.words = words;
        this.actions = actions;
        this.code = code;
        this.typesetting = typesetting;
    }

    RowCell cellFor(Row row) {
        return switch (row) {
            case Row.Question _ -> new QuestionCell(words, actions, typesetting);
            case Row.Thoughts _ -> new ThoughtsCell(words, actions);
            case Row.Waiting _ -> new WaitingCell(words);
            case Row.Notice _ -> new NoticeCell(words, actions);
            case Row.Footer _ -> new FooterCell(words, actions);
            case Row.Versions _ -> new VersionsCell(words, actions);
            case Row.Editor _ -> new EditorCell(words, actions);
            case Row.Answer(_, Block block) ->
                    switch (block) {
                        case Block.Paragraph _, Block.Heading _ ->
                                new ProseCell(actions::open, typesetting);
                        case Block.Code _ -> new CodeCell(words, actions, code);
                        case Block.Table _ ->
                                new TableCell(words, actions::open, code.scrolls(), typesetting);
                        case Block.Rule _, Block.DetailsEnd _ -> new RuleCell();
                        case Block.Admonition _ ->
                                new AdmonitionCell(words, actions::open, typesetting);
                        case Block.Details _ -> new DetailsCell(words, actions);
                        case Block.Picture _ -> new PictureCell(words, actions, background);
                    };
        };
    }

    RowCell plainCell() {
        return new PlainCell(words);
    }

    static double guess(Row row) {
        return switch (row) {
            case Row.Question(_, String text, _) -> 48 + lines(text) * LINE;
            case Row.Footer(_, _, _, _, boolean open, _, _) -> open ? 140 : 42;
            case Row.Thoughts _, Row.Waiting _ -> 42;
            case Row.Versions _ -> 26;
            case Row.Editor _ -> 120;
            case Row.Notice _ -> 60;
            case Row.Answer(_, Block block) ->
                    switch (block) {
                        case Block.Paragraph it ->
                                8 + length(it) / CHARACTERS_PER_LINE * LINE + LINE;
                        case Block.Heading _ -> 54;
                        case Block.Code it -> 62 + lines(it.text()) * 20;
                        case Block.Table it -> 16 + it.rows().size() * 38;
                        case Block.Rule _, Block.DetailsEnd _ -> 29;
                        case Block.Admonition _, Block.Details _ -> 38;
                        case Block.Picture _ -> 120;
                    };
        };
    }

    private static int length(Block.Paragraph paragraph) {
        return paragraph.text().stream().mapToInt(run -> run.text().length()).sum();
    }

    private static double lines(String text) {
        return text.chars().filter(it -> it == '\n').count()
                + Math.ceil(text.length() / CHARACTERS_PER_LINE);
    }
}
