package dev.paddock.model;

import dev.paddock.model.TinyVocabulary.Kind;
import dev.paddock.model.TinyVocabulary.Token;
import dev.paddock.model.TinyVocabulary.Type;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A real, if senseless, chat model of under a megabyte: a llama of two layers with random weights,
 * always the same bytes. It writes sentences of real words, breaks paragraphs, and ends an answer
 * after some hundred tokens unless it is told to ignore the end.
 *
 * <p>Most channels of its state are random. The first ones are not: no layer writes to them, so
 * after every token they still hold a constant and the {@link Kind} of that token. The output reads
 * from them which kinds may follow, and from the random rest which token of these.
 */
public final class TinyModel {
    private static final String NAME = "Paddock tiny";
    private static final long SEED = 20_260_101;
    private static final int CONTEXT = 131_072;
    private static final int LAYERS = 2;
    private static final int WIDTH = 64;
    private static final int HEADS = 1;
    private static final int INNER = 128;

    private static final int CONSTANT = 0;
    private static final int FIRST_PLACE = 1;
    private static final int RESERVED = FIRST_PLACE + Kind.values().length;
    private static final float LEVEL = 2;
    private static final float BARRED = 25;

    private static final String TEMPLATE =
            """
            {%- for message in messages -%}
            {{- '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' -}}
            {%- endfor -%}
            {%- if add_generation_prompt -%}{{- '<|im_start|>assistant\\n' -}}{%- endif -%}
            """;

    private TinyModel() {}

    /** The file's content; takes some milliseconds. */
    public static byte[] bytes() {
        return writer().bytes();
    }

    /** Creates the file or replaces it. */
    public static void write(Path file) throws IOException {
        writer().write(file);
    }

    static GgufWriter writer() {
        var vocabulary = new TinyVocabulary();
        var writer = new GgufWriter();
        describe(writer);
        describe(vocabulary, writer);
        addWeights(vocabulary.tokens(), writer);
        return writer;
    }

    private static void describe(GgufWriter writer) {
        writer.text("general.architecture", "llama")
                .text("general.type", "model")
                .text("general.name", NAME)
                .number("general.file_type", 0)
                .number("llama.context_length", CONTEXT)
                .number("llama.embedding_length", WIDTH)
                .number("llama.block_count", LAYERS)
                .number("llama.feed_forward_length", INNER)
                .number("llama.attention.head_count", HEADS)
                .number("llama.attention.head_count_kv", HEADS)
                .number("llama.rope.dimension_count", WIDTH / HEADS)
                .real("llama.attention.layer_norm_rms_epsilon", 1e-5f);
    }

    private static void describe(TinyVocabulary vocabulary, GgufWriter writer) {
        var tokens = vocabulary.tokens();
        float[] scores = new float[tokens.size()];
        int[] types = new int[tokens.size()];
        for (int id = 0; id < tokens.size(); id++) {
            scores[id] = tokens.get(id).type() == Type.NORMAL ? -id : 0;
            types[id] = tokens.get(id).type().id();
        }
        int end = vocabulary.idOf("<|im_end|>");
        writer.number("llama.vocab_size", tokens.size())
                .text("tokenizer.ggml.model", "llama")
                .texts("tokenizer.ggml.tokens", tokens.stream().map(Token::text).toList())
                .reals("tokenizer.ggml.scores", scores)
                .numbers("tokenizer.ggml.token_type", types)
                .number("tokenizer.ggml.unknown_token_id", vocabulary.idOf("<unk>"))
                .number("tokenizer.ggml.bos_token_id", vocabulary.idOf("<s>"))
                .number("tokenizer.ggml.eos_token_id", end)
                .number("tokenizer.ggml.eot_token_id", end)
                .flag("tokenizer.ggml.add_bos_token", true)
                .flag("tokenizer.ggml.add_eos_token", false)
                .flag("tokenizer.ggml.add_space_prefix", false)
                .text("tokenizer.chat_template", TEMPLATE);
    }

    private static void addWeights(List<Token> tokens, GgufWriter writer) {
        var random = new Random(SEED);
        int vocabulary = tokens.size();
        writer.tensor("token_embd.weight", embedding(tokens, random), WIDTH, vocabulary)
                .tensor("output_norm.weight", ones(), WIDTH)
                .tensor("output.weight", output(tokens, random), WIDTH, vocabulary);
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "blk." + layer + ".";
            writer.tensor(block + "attn_norm.weight", ones(), WIDTH)
                    .tensor(block + "attn_q.weight", uniform(random, WIDTH, WIDTH), WIDTH, WIDTH)
                    .tensor(block + "attn_k.weight", uniform(random, WIDTH, WIDTH), WIDTH, WIDTH)
                    .tensor(block + "attn_v.weight", uniform(random, WIDTH, WIDTH), WIDTH, WIDTH)
                    .tensor(block + "attn_output.weight", inward(random, WIDTH), WIDTH, WIDTH)
                    .tensor(block + "ffn_norm.weight", ones(), WIDTH)
                    .tensor(block + "ffn_gate.weight", uniform(random, WIDTH, INNER), WIDTH, INNER)
                    .tensor(block + "ffn_up.weight", uniform(random, WIDTH, INNER), WIDTH, INNER)
                    .tensor(block + "ffn_down.weight", inward(random, INNER), INNER, WIDTH);
        }
    }

    private static float[] embedding(List<Token> tokens, Random random) {
        float[] weights = new float[tokens.size() * WIDTH];
        for (int id = 0; id < tokens.size(); id++) {
            int row = id * WIDTH;
            weights[row + CONSTANT] = LEVEL;
            weights[row + FIRST_PLACE + tokens.get(id).place().ordinal()] = LEVEL;
            fill(weights, row + RESERVED, row + WIDTH, random, 1);
        }
        return weights;
    }

    private static float[] output(List<Token> tokens, Random random) {
        float[] weights = new float[tokens.size() * WIDTH];
        for (int id = 0; id < tokens.size(); id++) {
            int row = id * WIDTH;
            weights[row + CONSTANT] = -BARRED / LEVEL;
            for (Kind place : Kind.values()) {
                float liking = liking(place, tokens.get(id).kind());
                weights[row + FIRST_PLACE + place.ordinal()] = (BARRED + liking) / LEVEL;
            }
            fill(weights, row + RESERVED, row + WIDTH, random, 0.12f);
        }
        return weights;
    }

    /** How likely a token is after one of another kind, as a logarithm. */
    private static float liking(Kind place, Kind next) {
        return switch (place) {
            case DETERMINER ->
                    switch (next) {
                        case ADJECTIVE, THING -> 0;
                        case ANIMAL -> 1;
                        default -> -BARRED;
                    };
            case ADJECTIVE -> next == Kind.ANIMAL || next == Kind.THING ? 0 : -BARRED;
            case ANIMAL -> next == Kind.VERB ? 0 : -BARRED;
            case VERB -> next == Kind.ADVERB || next == Kind.PREPOSITION ? 0 : -BARRED;
            case PREPOSITION, CONJUNCTION -> next == Kind.DETERMINER ? 0 : -BARRED;
            case COMMA -> next == Kind.CONJUNCTION ? 0 : -BARRED;
            case ADVERB, THING, SILENT ->
                    switch (next) {
                        case COMMA, STOP -> 1.5f;
                        case PREPOSITION -> -2;
                        default -> -BARRED;
                    };
            case STOP ->
                    switch (next) {
                        case CAPITAL -> 0;
                        case BREAK -> 0;
                        case END -> -0.7f;
                        default -> -BARRED;
                    };
            case BREAK, OPENING, CAPITAL, END -> next == Kind.OPENING ? 0 : -BARRED;
        };
    }

    private static float[] uniform(Random random, int in, int out) {
        float[] weights = new float[in * out];
        fill(weights, 0, weights.length, random, (float) (1 / Math.sqrt(in)));
        return weights;
    }

    /** As {@link #uniform}, back to the model's width, but never into the reserved channels. */
    private static float[] inward(Random random, int in) {
        float[] weights = new float[in * WIDTH];
        fill(weights, RESERVED * in, weights.length, random, (float) (1 / Math.sqrt(in)));
        return weights;
    }

    private static void fill(float[] weights, int from, int to, Random random, float deviation) {
        float reach = deviation * (float) Math.sqrt(3);
        for (int i = from; i < to; i++) {
            weights[i] = reach * (2 * random.nextFloat() - 1);
        }
    }

    private static float[] ones() {
        float[] weights = new float[WIDTH];
        java.util.Arrays.fill(weights, 1);
        return weights;
    }
}
