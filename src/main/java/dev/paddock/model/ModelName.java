package dev.paddock.model;

import java.nio.file.Path;
import java.util.Locale;

/** What a model is called everywhere in the app. Pure. */
public final class ModelName {
    private static final String ENDING = ".gguf";

    private ModelName() {}

    /** The name of its file, without the ending and without the number of its part. */
    public static String of(Path model) {
        var file = model.getFileName();
        if (file == null) {
            return model.toString();
        }
        return SplitName.of(model).map(SplitName::stem).orElseGet(() -> stem(file.toString()));
    }

    private static String stem(String file) {
        boolean ends = file.toLowerCase(Locale.ROOT).endsWith(ENDING);
        return ends && file.length() > ENDING.length()
                ? file.substring(0, file.length() - ENDING.length())
                : file;
    }
}
