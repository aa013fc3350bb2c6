package planted.streams.chat;

/** Prints. */
public class ViolatorOfErrors {
    void go() {
        System.err.println("here");
    }
}
