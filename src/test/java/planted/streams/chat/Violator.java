package planted.streams.chat;

/** Prints. */
public class Violator {
    void go() {
        System.out.println("here");
    }
}
