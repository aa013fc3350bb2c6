/** Paddock: a desktop app that owns a local llama-server. */
module dev.paddock {
    requires atlantafx.base;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.github.oshi;
    requires java.net.http;
    requires java.sql;
    requires javafx.controls;
    requires javafx.fxml;
    requires org.commonmark;
    requires org.commonmark.ext.autolink;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.task.list.items;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.mozilla.rhino;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.databind;

    exports dev.paddock.app to
            javafx.graphics;

    provides ch.qos.logback.classic.spi.Configurator with
            dev.paddock.files.LogConfigurator;

    opens dev.paddock.ui.chat to
            javafx.fxml;
    opens dev.paddock.ui.common to
            javafx.fxml;
    opens dev.paddock.ui.models to
            javafx.fxml;
    opens dev.paddock.ui.engine to
            javafx.fxml;
    opens dev.paddock.ui.settings to
            javafx.fxml;
    opens dev.paddock.ui.shell to
            javafx.fxml;
    opens dev.paddock.ui.status to
            javafx.fxml;
}
