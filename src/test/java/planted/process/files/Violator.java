package planted.process.files;

/** Starts a process outside llama. */
public class Violator {
    Object go() {
        return new ProcessBuilder("true");
    }
}
