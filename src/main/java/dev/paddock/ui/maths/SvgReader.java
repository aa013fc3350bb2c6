package dev.paddock.ui.maths;

import dev.paddock.ui.maths.Drawing.Tag;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the SVG that MathJax writes. */
final class SvgReader {
    private static final XMLInputFactory FACTORY = factory();

    /** As the style sheet has it that MathJax writes beside it. */
    private static final double RULE = 70;

    private final XMLStreamReader xml;
    private final Deque<Pen> pens = new ArrayDeque<>();
    private final Marks body = new Marks();
    private final Marks label = new Marks();
    private Marks marks = body;
    private double labelWidth;

    /** Of the formula, as x, y, width and height. */
    private double[] view = {0, 0, 0, 0};

    private SvgReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * @throws XMLStreamException where it is no SVG
     */
    static Drawing read(String svg) throws XMLStreamException {
        var reader = new SvgReader(FACTORY.createXMLStreamReader(new StringReader(svg)));
        reader.pens.push(Pen.FIRST);
        reader.read();
        return reader.drawing();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private Drawing drawing() {
        Optional<Tag> tag =
                labelWidth > 0 ? Optional.of(new Tag(labelWidth, label.all())) : Optional.empty();
        return new Drawing(view[2], -view[1], view[3] + view[1], body.all(), tag);
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    pens.push(pen());
                    draw(pens.peek());
                }
                case XMLStreamConstants.END_ELEMENT -> pens.pop();
                default -> {}
            }
        }
    }

    private Pen pen() {
        var pen = pens.element();
        var inside = pen.inside(this::attribute);
        if (xml.getLocalName().equals("svg") && attribute("viewBox").isPresent()) {
            return window(inside, Affine.numbers(attribute("viewBox").orElseThrow()));
        }
        return inside;
    }

    /** The picture itself, a part of a stretched sign, or one of the two halves of a tagged one. */
    private Pen window(Pen inside, double[] box) {
        if (attribute("data-table").isPresent()) {
            view = new double[] {0, box[1], 2 * box[0], box[3]};
            return inside.at(Affine.IDENTITY);
        }
        if (attribute("data-labels").isPresent()) {
            labelWidth = Math.abs(box[0]);
            marks = label;
            return inside.at(Affine.IDENTITY);
        }
        if (view[2] == 0 && attribute("x").isEmpty()) {
            view = new double[] {0, box[1], box[2], box[3]};
            return inside.at(Affine.IDENTITY.translated(-box[0], 0));
        }
        return inside.clippedTo(number("x"), number("y"), box);
    }

    private void draw(Pen pen) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "path" -> attribute("d").ifPresent(data -> marks.path(pen, data));
            case "rect" -> rectangle(pen);
            case "line" -> line(pen);
            case "ellipse" ->
                    marks.stroke(
                            pen,
                            false,
                            outline ->
                                    outline.ellipse(
                                            pen.at(),
                                            number("cx"),
                                            number("cy"),
                                            number("rx"),
                                            number("ry")));
            case "polygon", "polyline" ->
                    attribute("points")
                            .map(Affine::numbers)
                            .ifPresent(it -> marks.fill(pen, line -> line.polygon(pen.at(), it)));
            case "text" -> letters(pen);
            default -> {}
        }
    }

    private void rectangle(Pen pen) {
        double x = number("x");
        double y = number("y");
        double width = number("width");
        double height = number("height");
        boolean frame = attribute("data-frame").isPresent();
        if (frame || attribute("fill").filter("none"::equals).isPresent()) {
            marks.stroke(
                    frame ? pen.wide(RULE) : pen,
                    isDashed(),
                    outline -> outline.rectangle(pen.at(), x, y, width, height));
        } else {
            marks.fill(pen, outline -> outline.rectangle(pen.at(), x, y, width, height));
        }
    }

    private void line(Pen pen) {
        double[] ends = {number("x1"), number("y1"), number("x2"), number("y2")};
        var wide = attribute("data-line").isPresent() ? pen.wide(RULE) : pen;
        marks.stroke(wide, isDashed(), outline -> outline.line(pen.at(), ends));
    }

    private boolean isDashed() {
        return attribute("class").filter(it -> it.matches("mjx-(dashed|dotted)")).isPresent();
    }

    /** It reads up to its end, so that its pen has to go here. */
    private void letters(Pen pen) throws XMLStreamException {
        double size =
                attribute("font-size")
                        .map(it -> Double.parseDouble(it.replace("px", "")))
                        .orElse(1000.0);
        String text = xml.getElementText();
        pens.pop();
        marks.letters(pen, text, size);
    }

    private double number(String attribute) {
        return attribute(attribute).map(Double::parseDouble).orElse(0.0);
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }
}
