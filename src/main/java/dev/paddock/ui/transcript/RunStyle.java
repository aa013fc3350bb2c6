package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.Look;
import dev.paddock.ui.text.TokenKind;

import java.util.ArrayList;
import java.util.List;

/** The look of a run of text, as the style sheet names it. */
final class RunStyle {
    private RunStyle() {}

    static List<String> styleClasses(Inline run) {
        var classes = new ArrayList<String>();
        classes.add("run");
        for (Look look : Look.values()) {
            if (run.style().is(look)) {
                classes.add(styleClass(look));
            }
        }
        if (run.link().flatMap(Links::openable).isPresent()) {
            classes.add("link");
        }
        classes.addAll(styleClasses(run.style().token()));
        return classes;
    }

    private static String styleClass(Look look) {
        return switch (look) {
            case STRONG -> "strong";
            case EMPHASIS -> "emphasis";
            case CODE -> "code";
            case STRIKE -> "strike";
            case UNDERLINE -> "underline";
            case MARK -> "mark";
            case KEY -> "key";
            case SUBSCRIPT -> "subscript";
            case SUPERSCRIPT -> "superscript";
        };
    }

    private static List<String> styleClasses(TokenKind kind) {
        return switch (kind) {
            case PLAIN -> List.of();
            case KEYWORD -> List.of("token-keyword");
            case TYPE -> List.of("token-type");
            case STRING -> List.of("token-string");
            case NUMBER -> List.of("token-number");
            case COMMENT -> List.of("token-comment");
            case META -> List.of("token-meta");
            case NAME -> List.of("token-name");
            case ADDED -> List.of("token-added");
            case REMOVED -> List.of("token-removed");
        };
    }
}
