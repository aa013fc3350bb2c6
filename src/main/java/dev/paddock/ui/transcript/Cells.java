package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.words.Words;

/** Makes the cell for a row, and guesses its height before it is first measured. */
class Cells {
    private static final double LINE = 23;
    private static final double CHARACTERS_PER_LINE = 95;

    private final Words words;
    private final RowActions actions;
    private final CodeBlocks code;
    private final Typesetting typesetting;

    Cells(Words words, RowActions actions, CodeBlocks code, Typesetting typesetting) {
        this.words = words;
        this.actions = actions;
        this.code = code;
        this.typesetting = typesetting;
    }

    RowCell cellFor(Row row) {
        return switch (row) {
            case Row.Question _ -> new QuestionCell(words, actions, typesetting);
            case Row.Thoughts _ -> new ThoughtsCell(words, actions);
            case Row.Thought _ -> new ThoughtCell(typesetting);
            case Row.Waiting _ -> new WaitingCell(words);
            case Row.Notice _ -> new NoticeCell(words, actions);
            case Row.Footer _ -> new FooterCell(words, actions);
            case Row.Answer(_, Block block) ->
                    switch (block) {
                        case Block.Paragraph _, Block.Heading _ ->
                                new ProseCell(actions::open, typesetting);
                        case Block.Code _ -> new CodeCell(words, actions, code);
                        case Block.Table _ -> new TableCell(actions::open, typesetting);
                        case Block.Rule _ -> new RuleCell();
                    };
        };
    }

    RowCell plainCell() {
        return new PlainCell(words);
    }

    static double guess(Row row) {
        return switch (row) {
            case Row.Question(_, String text, _) -> 48 + lines(text) * LINE;
            case Row.Thought(_, String text, _) -> lines(text) * LINE;
            case Row.Footer(_, _, _, _, boolean open, _, _) -> open ? 140 : 42;
            case Row.Thoughts _, Row.Waiting _ -> 42;
            case Row.Notice _ -> 60;
            case Row.Answer(_, Block block) ->
                    switch (block) {
                        case Block.Paragraph it ->
                                8 + length(it) / CHARACTERS_PER_LINE * LINE + LINE;
                        case Block.Heading _ -> 54;
                        case Block.Code it -> 62 + lines(it.text()) * 20;
                        case Block.Table it -> 16 + it.rows().size() * 38;
                        case Block.Rule _ -> 29;
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
