package dev.paddock.app;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.stage.Stage;

import java.io.InputStream;

public final class Main {
    public static void main(String[] args) {
        Application.launch(Win.class, args);
    }

    public static final class Win extends Application {
        @Override
        public void start(Stage s) throws Exception {
            for (String f :
                    new String[] {
                        "Inter-Regular.otf",
                        "Inter-SemiBold.otf",
                        "Inter-Bold.otf",
                        "JetBrainsMono-Regular.ttf"
                    })
                try (InputStream in = Main.class.getResourceAsStream("/dev/paddock/fonts/" + f)) {
                    System.out.println(f + " " + Font.loadFont(in, 12));
                }
            Application.setUserAgentStylesheet(
                    new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            Label l = new Label("Hello Paddock — “quotes” ✓ → 1.5×");
            l.setStyle("-fx-font-family: Inter; -fx-font-size: 24;");
            s.setScene(new Scene(l, 900, 600));
            s.show();
            l.setGraphic(
                    new org.kordamp.ikonli.javafx.FontIcon(
                            org.kordamp.ikonli.feather.Feather.PLAY));
            System.out.println("cs " + Platform.getPreferences().getColorScheme());
            Platform.runLater(
                    () -> {
                        System.out.println(s.getScene().snapshot(null).getWidth());
                        Platform.exit();
                    });
        }
    }
}
