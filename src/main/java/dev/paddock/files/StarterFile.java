package dev.paddock.files;

import dev.paddock.model.FileError;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelFile;
import dev.paddock.model.ModelProblem;
import dev.paddock.model.ModelReader;
import dev.paddock.model.StarterModel;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.settings.OptionSettings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The starter model, unpacked whenever its place is about to be read and does not hold it: on its
 * first use, after an update that brings another one, and when somebody took it away. For any
 * thread.
 */
public final class StarterFile implements ModelReader {
    private static final String FOLDER = "/dev/paddock/starter/";
    private static final String FACTS = "paddock-starter.properties";
    private static final String QUESTIONS = "suggested.txt";

    /** It knows its answers by heart. */
    private static final Options LIKELIEST = Options.of(SamplingOptions.TEMPERATURE, 0.0);

    private final ModelReader reader;
    private final StarterModel model;
    private final String name;
    private final String sha256;

    /**
     * @param folder where it is unpacked to
     * @param reader reads the headers of all models, this one too
     */
    public StarterFile(Path folder, ModelReader reader) {
        this.reader = reader;
        var facts = new Properties();
        try (var in = new InputStreamReader(resource(FACTS), StandardCharsets.UTF_8)) {
            facts.load(in);
            name = facts.getProperty("file");
            sha256 = facts.getProperty("sha256");
            long bytes = Long.parseLong(facts.getProperty("bytes"));
            model = new StarterModel(folder.resolve(name), bytes, questions());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the window may know of it. */
    public StarterModel model() {
        return model;
    }

    /** With what it is best asked with. */
    public OptionSettings defaultsIn(OptionSettings all) {
        return all.withModelDefaults(model.path(), LIKELIEST);
    }

    /** As of every {@link ModelReader}; the starter model is put in its place before. */
    @Override
    public ModelFile read(Path path) throws ModelException {
        if (path.equals(model.path())) {
            unpack();
        }
        return reader.read(path);
    }

    private synchronized void unpack() throws ModelException {
        try {
            if (!isThere()) {
                try (var in = resource(name)) {
                    AtomicFile.replace(model.path(), in.readAllBytes());
                }
            }
        } catch (IOException refused) {
            throw new ModelException(
                    new ModelProblem.NotUnpacked(model.path(), FileError.of(refused)));
        }
    }

    private boolean isThere() throws IOException {
        Path file = model.path();
        return Files.isRegularFile(file)
                && Files.size(file) == model.bytes()
                && sha256.equals(HexFormat.of().formatHex(digest(Files.readAllBytes(file))));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Each line names an answer, then the question: {@code gguf: What is a GGUF?} */
    private static List<String> questions() throws IOException {
        try (var in = resource(QUESTIONS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(": ", 2)[1].strip())
                    .toList();
        }
    }

    private static InputStream resource(String name) {
        InputStream in = StarterFile.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException(FOLDER + name + " is missing from this build");
        }
        return in;
    }
}
