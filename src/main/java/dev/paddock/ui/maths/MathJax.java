package dev.paddock.ui.maths;

import dev.paddock.ui.text.Formula;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * MathJax in an interpreter of JavaScript that sees nothing of Java. Loading takes seconds and 20
 * MB. For the one thread that made it.
 */
final class MathJax implements AutoCloseable {
    private static final String LIBRARY = "/dev/paddock/maths/mathjax.js";
    private static final String SCRIPT = "/dev/paddock/maths/typeset.js";

    private final Limited factory;
    private final Context context;
    private final Scriptable scope;
    private final Function typeset;

    /**
     * @param longest a formula that takes longer is given up
     */
    MathJax(Duration longest) {
        factory = new Limited(longest);
        context = factory.enterContext();
        scope = context.initSafeStandardObjects();
        run(LIBRARY);
        run(SCRIPT);
        typeset = (Function) scope.get("typeset", scope);
    }

    private void run(String resource) {
        try (InputStream in = MathJax.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing");
            }
            var source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            context.evaluateString(scope, source, resource, 1, null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An SVG, or after an exclamation mark what is wrong with {@code formula}. */
    String svg(Formula formula) throws OverdueException {
        factory.begin();
        try {
            Object[] arguments = {formula.latex(), formula.isDisplay()};
            return Context.toString(typeset.call(context, scope, scope, arguments));
        } catch (RuntimeException | Error ended) {
            // On its way out it may be hidden by a complaint of the interpreter's own.
            if (factory.overdue || ended instanceof StackOverflowError) {
                throw new OverdueException(ended);
            }
            throw ended;
        } finally {
            factory.end();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** A formula took too long. */
    static final class OverdueException extends Exception {
        private static final long serialVersionUID = 1;

        OverdueException(Throwable cause) {
            super(cause);
        }
    }

    /** No script can catch it. */
    private static final class Overdue extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Asks the clock from time to time. */
    private static final class Limited extends ContextFactory {
        private static final int INSTRUCTIONS = 100_000;

        private final Duration longest;
        private boolean running;
        private boolean overdue;
        private long began;

        Limited(Duration longest) {
            this.longest = longest;
        }

        void begin() {
            began = System.nanoTime();
            running = true;
            overdue = false;
        }

        void end() {
            running = false;
        }

        @Override
        protected Context makeContext() {
            var context = super.makeContext();
            // Compiled, it would take longer to load than it is ever used.
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setInstructionObserverThreshold(INSTRUCTIONS);
            return context;
        }

        @Override
        protected void observeInstructionCount(Context context, int count) {
            if (running && System.nanoTime() - began > longest.toNanos()) {
                overdue = true;
                throw new Overdue();
            }
        }
    }
}
