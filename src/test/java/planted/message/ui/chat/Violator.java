package planted.message.ui.chat;

/** Shows what was written for the log. */
public class Violator {
    String go(RuntimeException why) {
        return "Not possible: " + why.getMessage();
    }
}
