package planted.process.llama.api;

import java.io.IOException;

/** The same in another way. */
public class ViolatorByRuntime {
    Object go() throws IOException {
        return Runtime.getRuntime().exec(new String[] {"true"});
    }
}
