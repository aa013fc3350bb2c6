package dev.paddock.ui.common;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** A control with its name above and, below, a hint or what is wrong with its value. */
@DefaultProperty("control")
public final class Field extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Label name = new Label();
    private final FieldNote note = new FieldNote();
    private final ObjectProperty<Node> control = new SimpleObjectProperty<>(this, "control");
    private String hint = "";

    public Field() {
        getStyleClass().add("field");
        name.getStyleClass().add("field-name");
        getChildren().setAll(name, note);
        control.subscribe(
                node -> {
                    if (node != null) {
                        getChildren().setAll(name, node, note);
                        name.setLabelFor(node);
                    }
                });
        wrong(Optional.empty());
    }

    public StringProperty textProperty() {
        return name.textProperty();
    }

    public String getText() {
        return name.getText();
    }

    public void setText(String text) {
        name.setText(text);
    }

    public String getHint() {
        return hint;
    }

    /** Shown below while the value is right. */
    public void setHint(String text) {
        hint = text;
        note.reserve(text);
        wrong(Optional.empty());
    }

    public ObjectProperty<Node> controlProperty() {
        return control;
    }

    public Node getControl() {
        return control.get();
    }

    public void setControl(Node node) {
        control.set(node);
    }

    /** Keeps the room for what {@link #wrong} may say. */
    public void reserve(String rule) {
        note.reserve(hint, rule);
    }

    /** Shows the rule the value breaks, or the hint when it breaks none. */
    public void wrong(Optional<String> rule) {
        pseudoClassStateChanged(WRONG, rule.isPresent());
        String text = rule.orElse(hint);
        note.show(text);
        note.setVisible(!text.isEmpty());
        note.setManaged(!text.isEmpty());
        Optional.ofNullable(control.get()).ifPresent(node -> node.setAccessibleHelp(text));
    }
}
