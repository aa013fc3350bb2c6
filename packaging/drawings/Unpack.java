import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

/**
 * Turns what Maven has fetched into what the app reads: the drawings of emoji into one file for each
 * sheet of them, and one that says which characters each drawing is for; the typeface of symbols as
 * it is; of MathJax what the app runs, as one file. README.md beside this file describes them. It runs at each build and does nothing where all
 * is done.
 *
 * <p>{@code java Unpack.java FETCHED FOLDER SHA256-OF-EMOJI SHA256-OF-SYMBOLS SHA256-OF-MATHJAX}
 */
final class Unpack {
    private static final String EMOJI = "com/vanniktech/emoji/google/GoogleEmoji";
    private static final String MATHJAX_SETTINGS =
            "var window=this,global=this;"
                    + "var MathJax={loader:{load:[]},startup:{typeset:false},options:{}};\n";

    private static final List<String> MATHJAX_PARTS =
            List.of(
                    "loader.js",
                    "core.js",
                    "adaptors/liteDOM.js",
                    "input/tex-full.js",
                    "output/svg.js",
                    "output/svg/fonts/tex.js");

    /** Rhino 1.9 loses it where a parameter has the name of its function. */
    private static final Pattern MATHJAX_NULL =
            Pattern.compile("(?<![\\w.$])([a-zA-Z])=null(?!\\w)");

    private static final int SIDE = 64;
    private static final int STEP = SIDE + 2;

    private Unpack() {}

    public static void main(String[] arguments) throws Exception {
        var fetched = Path.of(arguments[0]);
        var folder = Path.of(arguments[1]);
        var stamp = folder.resolve("emoji").resolve("made-of.txt");
        var sums = String.join("\n", List.of(arguments).subList(2, arguments.length));
        if (Files.exists(stamp) && Files.readString(stamp).equals(sums)) {
            return;
        }
        try (var archive = checked(fetched.resolve("emoji.aar"), arguments[2])) {
            unpackEmoji(archive, Files.createDirectories(folder.resolve("emoji")));
        }
        try (var archive = checked(fetched.resolve("symbols.jar"), arguments[3])) {
            var fonts = Files.createDirectories(folder.resolve("fonts"));
            String from = "net/sf/jasperreports/fonts/dejavu/";
            Files.write(fonts.resolve("DejaVuSans.ttf"), bytes(archive, from + "DejaVuSans.ttf"));
            Files.write(fonts.resolve("LICENSE-DejaVu.txt"), bytes(archive, from + "LICENSE"));
        }
        try (var archive = checked(fetched.resolve("mathjax.jar"), arguments[4])) {
            unpackMathJax(archive, Files.createDirectories(folder.resolve("maths")));
        }
        Files.writeString(stamp, sums);
    }

    /** The parts that turn LaTeX into SVG without a browser, one after the other. */
    private static void unpackMathJax(ZipFile archive, Path folder) throws IOException {
        var all = new StringBuilder(MATHJAX_SETTINGS);
        String from = "META-INF/resources/webjars/mathjax/3.2.2/";
        for (String part : MATHJAX_PARTS) {
            String source = new String(bytes(archive, from + "es5/" + part), UTF_8);
            all.append(MATHJAX_NULL.matcher(source).replaceAll("$1=[null][0]")).append("\n;\n");
        }
        Files.writeString(folder.resolve("mathjax.js"), all);
        Files.write(folder.resolve("LICENSE-MathJax.txt"), bytes(archive, from + "LICENSE"));
    }

    private static ZipFile checked(Path file, String sum) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        String found = HexFormat.of().formatHex(digest);
        if (!found.equals(sum)) {
            throw new IOException(file + " is not what it should be: " + found);
        }
        return new ZipFile(file.toFile());
    }

    private static void unpackEmoji(ZipFile archive, Path folder) throws IOException {
        var places = places(archive);
        for (int sheet = 0; sheet <= places.lastEntry().getKey() >> 8; sheet++) {
            writeSheet(archive, sheet, folder.resolve(sheet + ".bin"));
        }
        writeSequences(places, folder.resolve("sequences.bin"));
    }

    /** Which characters each place is for: sheet * 256 + row. */
    private static TreeMap<Integer, String> places(ZipFile archive) throws IOException {
        var places = new TreeMap<Integer, String>();
        byte[] jar = bytes(archive, "classes.jar");
        try (var classes = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (var entry = classes.getNextEntry();
                    entry != null;
                    entry = classes.getNextEntry()) {
                if (entry.getName().contains("CategoryChunk")) {
                    readPlaces(classes.readAllBytes(), places);
                }
            }
        }
        return places;
    }

    /** What is known of an emoji whose constructor is about to be called. */
    private static final class Pending {
        private String characters = "";
        private boolean named;
        private final List<Integer> numbers = new ArrayList<>();
    }

    /** The drawings' places are known to the code alone that makes the list of them. */
    private static void readPlaces(byte[] file, Map<Integer, String> places) {
        Deque<Pending> open = new ArrayDeque<>();
        for (var method : ClassFile.of().parse(file).methods()) {
            method.code()
                    .ifPresent(
                            code ->
                                    code.forEach(
                                            element -> {
                                                switch (element) {
                                                    case NewObjectInstruction made
                                                            when isEmoji(made) ->
                                                            open.push(new Pending());
                                                    case ConstantInstruction it
                                                            when !open.isEmpty() ->
                                                            take(it, open.peek());
                                                    case InvokeInstruction it
                                                            when !open.isEmpty() ->
                                                            call(it, open, places);
                                                    default -> {}
                                                }
                                            }));
        }
    }

    private static boolean isEmoji(NewObjectInstruction made) {
        return made.className().asInternalName().equals(EMOJI);
    }

    private static void take(ConstantInstruction constant, Pending emoji) {
        if (constant.constantValue() instanceof String text && emoji.characters.isEmpty()) {
            emoji.characters = text;
        } else if (constant.constantValue() instanceof Integer number && emoji.named) {
            emoji.numbers.add(number);
        }
    }

    /** The list of its names comes before the sheet and the row, its constructor last. */
    private static void call(
            InvokeInstruction call, Deque<Pending> open, Map<Integer, String> places) {
        if (call.opcode() != Opcode.INVOKESPECIAL) {
            open.peek().named = true;
        } else if (call.owner().asInternalName().equals(EMOJI)) {
            var emoji = open.pop();
            places.put(emoji.numbers.get(0) << 8 | emoji.numbers.get(1), emoji.characters);
        }
    }

    private static void writeSheet(ZipFile archive, int sheet, Path file) throws IOException {
        String name = "res/drawable-nodpi-v4/emoji_google_sheet_" + sheet + ".png";
        var image = ImageIO.read(new ByteArrayInputStream(bytes(archive, name)));
        if (!(image.getColorModel() instanceof IndexColorModel palette)) {
            throw new IOException(name + " has no palette");
        }
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeShort(palette.getMapSize());
            for (int i = 0; i < palette.getMapSize(); i++) {
                out.writeInt(palette.getRGB(i));
            }
            int rows = image.getHeight() / STEP;
            out.writeShort(rows);
            // Packed together: the shades of one drawing differ by little.
            var deflater = new Deflater(Deflater.BEST_COMPRESSION);
            try (var packed = new DeflaterOutputStream(out, deflater)) {
                for (int row = 0; row < rows; row++) {
                    int[] indices = new int[SIDE * SIDE];
                    image.getRaster().getSamples(1, row * STEP + 1, SIDE, SIDE, 0, indices);
                    for (int index : indices) {
                        packed.write(index);
                    }
                }
            } finally {
                deflater.end();
            }
        }
    }

    private static void writeSequences(Map<Integer, String> places, Path file) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeShort(places.size());
            for (var place : places.entrySet()) {
                out.writeShort(place.getKey());
                out.writeUTF(place.getValue().replace("\uFE0F", ""));
            }
        }
    }

    private static byte[] bytes(ZipFile archive, String name) throws IOException {
        var entry = archive.getEntry(name);
        if (entry == null) {
            throw new IOException(archive.getName() + " has no " + name);
        }
        try (var in = archive.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
