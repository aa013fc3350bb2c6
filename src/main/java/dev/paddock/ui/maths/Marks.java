package dev.paddock.ui.maths;

import dev.paddock.ui.maths.Drawing.Filled;
import dev.paddock.ui.maths.Drawing.Letters;
import dev.paddock.ui.maths.Drawing.Mark;
import dev.paddock.ui.maths.Drawing.Stroked;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects what is drawn. Outlines of one colour after another become one. */
final class Marks {
    private final List<Mark> all = new ArrayList<>();
    private Outline open = new Outline();
    private Optional<String> color = Optional.empty();

    void path(Pen pen, String data) {
        fill(pen, outline -> outline.add(data, pen.at()));
    }

    void fill(Pen pen, Consumer<Outline> shape) {
        if (pen.clip().isPresent()) {
            var own = new Outline();
            shape.accept(own);
            all.add(new Filled(pen.fill(), own.toString(), pen.clip()));
            return;
        }
        if (!pen.fill().equals(color)) {
            close();
            color = pen.fill();
        }
        shape.accept(open);
    }

    void stroke(Pen pen, boolean dashed, Consumer<Outline> shape) {
        var own = new Outline();
        shape.accept(own);
        double width = pen.width() * pen.at().scale();
        all.add(new Stroked(pen.stroke(), own.toString(), width, dashed));
    }

    void letters(Pen pen, String text, double size) {
        double x = pen.at().x(0, 0);
        double y = pen.at().y(0, 0);
        all.add(new Letters(pen.fill(), text, x, y, size * pen.at().scale()));
    }

    private void close() {
        if (!open.isEmpty()) {
            all.add(new Filled(color, open.toString(), Optional.empty()));
            open = new Outline();
        }
    }

    List<Mark> all() {
        close();
        return List.copyOf(all);
    }
}
