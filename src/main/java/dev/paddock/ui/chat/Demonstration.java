package dev.paddock.ui.chat;

import javafx.beans.value.ObservableBooleanValue;

import java.util.List;

/**
 * A model that only demonstrates the app, and what can be done with it. For the FX thread.
 *
 * @param shows whether it is the one that answers, or would
 * @param questions what it is sure to answer, the best ones to begin with first
 * @param chooseAnother leads to other models
 */
public record Demonstration(
        ObservableBooleanValue shows, List<String> questions, Runnable chooseAnother) {}
