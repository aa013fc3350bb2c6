package dev.paddock.acceptance;

import java.awt.AWTException;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

/**
 * What stands on the screen, read from its pixels by Tesseract. Letters as small as an app's are
 * read well when drawn larger; a wrong one now and then is to be expected. As the same pixels are
 * always read the same way, each look draws them in another size than the one before.
 */
final class ScreenText {
    private static final double[] SCALES = {2, 3, 1.5};

    /** Most pixels between neighbours in a line. */
    private static final int GAP = 30;

    /** Columns of Tesseract's table: left, top, width, height follow each other. */
    private static final int LEFT = 6;

    private static final int WORD = 11;

    private final Robot robot;
    private final Rectangle screen;
    private final Path folder;
    private int looks;

    /**
     * @param folder for pictures
     */
    ScreenText(Path folder) throws AWTException {
        this.folder = folder;
        robot = new Robot();
        screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    }

    /** A word and where it is. */
    private record Word(String text, Rectangle place) {}

    /** Every line of text, from the top. */
    List<String> lines() throws IOException, InterruptedException {
        return read().stream().map(ScreenText::text).toList();
    }

    /** Whether a line holds the phrase, whatever its case. */
    boolean shows(String phrase) throws IOException, InterruptedException {
        String wanted = phrase.toLowerCase(Locale.ROOT);
        return lines().stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Where the middle of the phrase is; several words of it must stand in one line. */
    Optional<Point> find(String phrase) throws IOException, InterruptedException {
        var wanted = List.of(phrase.split(" "));
        for (var line : read()) {
            for (int first = 0; first + wanted.size() <= line.size(); first++) {
                var part = line.subList(first, first + wanted.size());
                if (begin(part, wanted)) {
                    var place = part.getFirst().place().union(part.getLast().place());
                    return Optional.of(
                            new Point((int) place.getCenterX(), (int) place.getCenterY()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether each word begins as wanted: a full stop may follow it. */
    private static boolean begin(List<Word> words, List<String> wanted) {
        for (int at = 0; at < wanted.size(); at++) {
            if (!words.get(at).text().startsWith(wanted.get(at))) {
                return false;
            }
        }
        return true;
    }

    void await(String phrase, Duration limit) throws TimeoutException, InterruptedException {
        Waiting.untilTrue(
                "“" + phrase + "” on the screen", limit, () -> Optional.of(shows(phrase)));
    }

    Point awaitPlace(String phrase, Duration limit) throws TimeoutException, InterruptedException {
        return Waiting.until("“" + phrase + "” on the screen", limit, () -> find(phrase));
    }

    /** Leaves a picture for whoever wants to know how it looked. */
    void picture(String name) throws IOException {
        ImageIO.write(robot.createScreenCapture(screen), "png", folder.resolve(name).toFile());
    }

    /** The lines, put together here: Tesseract tears them apart where the words stand wide. */
    private List<List<Word>> read() throws IOException, InterruptedException {
        var words = words();
        words.sort(Comparator.comparingInt(word -> word.place().x));
        var lines = new ArrayList<List<Word>>();
        for (var word : words) {
            var line =
                    lines.stream()
                            .filter(one -> follows(word.place(), one.getLast().place()))
                            .findFirst();
            line.ifPresentOrElse(
                    one -> one.add(word), () -> lines.add(new ArrayList<>(List.of(word))));
        }
        lines.sort(Comparator.comparingInt(line -> line.getFirst().place().y));
        return lines;
    }

    /** Whether they stand at one height, beside each other; boxes of Tesseract's may overlap. */
    private static boolean follows(Rectangle word, Rectangle before) {
        int common =
                Math.min(word.y + word.height, before.y + before.height)
                        - Math.max(word.y, before.y);
        int gap = word.x - before.x - before.width;
        return common > Math.min(word.height, before.height) / 2 && gap < GAP;
    }

    private static String text(List<Word> line) {
        return line.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private List<Word> words() throws IOException, InterruptedException {
        Path picture = folder.resolve("screen.png");
        double scale = SCALES[looks++ % SCALES.length];
        ImageIO.write(enlarged(robot.createScreenCapture(screen), scale), "png", picture.toFile());
        var builder =
                new ProcessBuilder("tesseract", picture.toString(), "-", "--psm", "11", "tsv");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var process = builder.start();
        var words = new ArrayList<Word>();
        try (var rows = process.inputReader(StandardCharsets.UTF_8)) {
            rows.lines().skip(1).map(row -> row.split("\t")).forEach(row -> add(row, scale, words));
        }
        if (process.waitFor() != 0) {
            throw new IOException("tesseract ended with " + process.exitValue());
        }
        return words;
    }

    private static void add(String[] row, double scale, List<Word> words) {
        if (row.length > WORD && !row[WORD].isBlank()) {
            var place = new int[4];
            for (int side = 0; side < place.length; side++) {
                place[side] = (int) (Integer.parseInt(row[LEFT + side]) / scale);
            }
            words.add(new Word(row[WORD], new Rectangle(place[0], place[1], place[2], place[3])));
        }
    }

    private static BufferedImage enlarged(BufferedImage picture, double scale) {
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        var large = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = large.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return large;
    }
}
