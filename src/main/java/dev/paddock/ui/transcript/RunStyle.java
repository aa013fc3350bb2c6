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
                classes.addAll(styleClasses(look));
            }
        }
        if (run.link().flatMap(Links::openable).isPresent()) {
            classes.add("link");
        }
        classes.addAll(styleClasses(run.style().token()));
        return classes;
    }

    private static List<String> styleClasses(Look look) {
        return switch (look) {
            case STRONG -> List.of("strong");
            case EMPHASIS -> List.of("emphasis");
            case CODE -> List.of("code");
            case STRIKE -> List.of("strike");
            case UNDERLINE -> List.of("underline");
            case MARK -> List.of("mark");
            case KEY -> List.of("key");
            case SUBSCRIPT -> List.of("subscript");
            case SUPERSCRIPT -> List.of("superscript");
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
