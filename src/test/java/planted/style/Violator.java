package planted.style;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.List;

class Violator extends Region {
    private final Node inside = new Inside("by-constructor");

    Violator() {
        getStyleClass().addAll("button", "right");
        inside.getStyleClass().add("by-call");
        inside.getStyleClass().setAll(styleClasses());
    }

    private static List<String> styleClasses() {
        return List.of("by-method");
    }

    private static final class Inside extends Region {
        Inside(String styleClass) {
            getStyleClass().add(styleClass);
        }
    }
}
