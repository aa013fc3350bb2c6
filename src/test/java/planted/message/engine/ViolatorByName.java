package planted.message.engine;

import java.io.IOException;

/** Passes on the name of a class of Java's. */
public class ViolatorByName {
    String go(IOException why) {
        return why.toString();
    }
}
