package planted.process.files;

/** Starts a process outside llama.process. */
public class Violator {
    Object go() {
        return new ProcessBuilder("true");
    }
}
