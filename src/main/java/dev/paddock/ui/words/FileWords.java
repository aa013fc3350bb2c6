package dev.paddock.ui.words;

import dev.paddock.model.FileError;

import java.io.IOException;

/** Why the system refuses a file, in words short enough for brackets or after a colon. */
public final class FileWords {
    private FileWords() {}

    public static String of(IOException refused, Words words) {
        return of(FileError.of(refused), words);
    }

    static String of(FileError error, Words words) {
        if (error.kind() != FileError.Kind.OTHER) {
            return words.of("file." + error.kind());
        }
        return error.systemSays().isEmpty()
                ? words.of("file.silent")
                : words.of("file.says", error.systemSays());
    }
}
