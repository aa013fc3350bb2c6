package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.TokenKind;

import java.util.ArrayList;
import java.util.List;

/** The look of a run of text, as the style sheet names it. */
final class RunStyle {
    private RunStyle() {}

    static List<String> styleClasses(Inline run) {
        var classes = new ArrayList<String>();
        classes.add("run");
        if (run.style().strong()) {
            classes.add("strong");
        }
        if (run.style().emphasis()) {
            classes.add("emphasis");
        }
        if (run.style().code()) {
            classes.add("code");
        }
        if (run.style().strike()) {
            classes.add("strike");
        }
        if (run.link().flatMap(Links::openable).isPresent()) {
            classes.add("link");
        }
        classes.addAll(styleClasses(run.style().token()));
        return classes;
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
