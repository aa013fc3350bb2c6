package dev.paddock.ui;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.PlatformFactory;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Windows in memory that are drawn, but whose frames are not kept. Nobody sees them, and JavaFX (as
 * of release 26) copies each one pixel by pixel on its own thread, which took most of the processor
 * time of the tests. Snapshots are not affected.
 */
public final class UnseenFrames implements BeforeAllCallback {
    static {
        install();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Once is enough, before JavaFX starts.
    }

    private static void install() {
        try {
            var place = PlatformFactory.class.getDeclaredField("instance");
            place.setAccessible(true);
            place.set(null, new Platform());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JavaFX finds its platform otherwise now", e);
        }
    }

    private static final class Platform extends HeadlessPlatformFactory {
        @Override
        public Application createApplication() {
            return new HeadlessApplication() {
                @Override
                public View createView() {
                    return new Unseen();
                }
            };
        }
    }

    private static final class Unseen extends HeadlessView {
        @Override
        protected void _uploadPixels(long view, Pixels frame) {
            // Nobody looks.
        }
    }
}
