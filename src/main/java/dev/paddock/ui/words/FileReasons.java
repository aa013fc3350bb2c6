package dev.paddock.ui.words;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** The system's reasons in words short enough for brackets. */
public final class FileReasons {
    private FileReasons() {}

    public static String of(IOException refused, Words words) {
        return switch (refused) {
            case AccessDeniedException _ -> words.of("cli.reason.permission");
            case FileAlreadyExistsException _ -> words.of("cli.reason.notFolder");
            case FileSystemException named when named.getReason() != null -> named.getReason();
            default -> String.valueOf(refused.getMessage());
        };
    }
}
