package dev.paddock.ui.models;

import dev.paddock.model.ModelFile;
import dev.paddock.ui.words.Words;

import java.util.ArrayList;
import java.util.List;

/** A model's header in words. Pure. */
final class ModelFacts {
    private ModelFacts() {}

    record Fact(String name, String value) {}

    static List<Fact> all(Words words, ModelFile file) {
        var facts = new ArrayList<Fact>();
        file.title().ifPresent(title -> facts.add(new Fact(words.of("models.fact.title"), title)));
        facts.add(new Fact(words.of("models.fact.architecture"), file.architecture().name()));
        file.parameters()
                .ifPresent(
                        weights ->
                                facts.add(
                                        new Fact(
                                                words.of("models.fact.parameters"),
                                                words.figures().weights(weights))));
        file.quantization()
                .ifPresent(name -> facts.add(new Fact(words.of("models.fact.quantization"), name)));
        facts.add(new Fact(words.of("models.fact.size"), words.figures().bytes(file.fileBytes())));
        file.trainedContext()
                .ifPresent(
                        tokens ->
                                facts.add(
                                        new Fact(
                                                words.of("models.fact.context"),
                                                words.of("models.tokens", tokens))));
        file.architecture()
                .blocks()
                .ifPresent(
                        blocks ->
                                facts.add(
                                        new Fact(
                                                words.of("models.fact.layers"),
                                                words.figures().count(blocks))));
        return facts;
    }

    /** Parameters, quantization and size, each empty where it is not known. */
    static List<String> columns(Words words, ModelFile file) {
        var parameters = file.parameters();
        return List.of(
                parameters.isPresent() ? words.figures().weights(parameters.getAsLong()) : "",
                file.quantization().orElse(""),
                words.figures().bytes(file.fileBytes()));
    }
}
