package dev.paddock.model;

import dev.paddock.model.Damage.Counted;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One GGUF file's header, as far as the app is interested in it. Reading one stays within fixed
 * bounds of memory and time, whatever the file claims.
 *
 * @param numbers the whole numbers among the kept keys
 * @param chatTemplate whether the file brings one
 * @param bytes how long it is
 */
record GgufHeader(
        Map<String, String> texts,
        Map<String, Long> numbers,
        boolean chatTemplate,
        TensorTotals tensors,
        long bytes) {
    static final String ARCHITECTURE = "general.architecture";
    static final String TYPE = "general.type";
    static final String NAME = "general.name";
    static final String FILE_TYPE = "general.file_type";
    static final String ALIGNMENT = "general.alignment";
    static final String PART = "split.no";
    static final String PARTS = "split.count";
    static final String CONTEXT = ".context_length";
    static final String BLOCKS = ".block_count";
    static final String EMBEDDING = ".embedding_length";
    static final String HEADS = ".attention.head_count";
    static final String CACHED_HEADS = ".attention.head_count_kv";
    static final String KEY_LENGTH = ".attention.key_length";
    static final String VALUE_LENGTH = ".attention.value_length";

    /** With one of these the cache is of another kind. */
    static final List<String> OTHER_CACHES =
            List.of(
                    ".attention.sliding_window",
                    ".attention.kv_lora_rank",
                    ".attention.shared_kv_layers",
                    ".ssm.state_size",
                    ".wkv.head_size",
                    ".shortconv.l_cache",
                    ".full_attention_interval");

    /** What a list of numbers counts as where one number is wanted. */
    static final long LIST = -1;

    private static final String TEMPLATE = "tokenizer.chat_template";

    private static final Set<String> KEPT =
            Set.of(ARCHITECTURE, TYPE, NAME, FILE_TYPE, ALIGNMENT, PART, PARTS);
    private static final List<String> KEPT_ENDINGS =
            Stream.concat(
                            Stream.of(CONTEXT, BLOCKS, EMBEDDING, HEADS, CACHED_HEADS),
                            Stream.concat(
                                    Stream.of(KEY_LENGTH, VALUE_LENGTH), OTHER_CACHES.stream()))
                    .toList();
    private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);
    private static final int OLDEST = 2;
    private static final int NEWEST = 3;
    private static final int SHOWN_BYTES = 16;
    private static final int MOST_KEYS = 1 << 16;
    private static final int MOST_KEPT_KEYS = 64;
    private static final int MOST_KEY_BYTES = 256;
    private static final int MOST_TEXT_BYTES = 4096;
    private static final long DEFAULT_ALIGNMENT = 32;
    private static final long MOST_ALIGNMENT = 1 << 24;
    private static final long MOST_ELEMENTS = 1L << 32;

    static GgufHeader read(GgufInput in) throws IOException, ModelException {
        requireMagic(in);
        requireVersion(in);
        long tensors = in.count(Counted.TENSORS, TensorTotals.MOST_TENSORS);
        long keys = in.count(Counted.KEYS, MOST_KEYS);
        var texts = new HashMap<String, String>();
        var numbers = new HashMap<String, Long>();
        boolean template = false;
        for (long i = 0; i < keys; i++) {
            String key = in.text(MOST_KEY_BYTES);
            template |= key.equals(TEMPLATE);
            readValue(in, key, texts, numbers);
        }
        long alignment = numbers.getOrDefault(ALIGNMENT, DEFAULT_ALIGNMENT);
        if (alignment <= 0 || alignment > MOST_ALIGNMENT || Long.bitCount(alignment) != 1) {
            throw in.damaged(new Damage.BadAlignment(alignment));
        }
        var totals = TensorTotals.read(in, tensors, alignment);
        return new GgufHeader(
                Map.copyOf(texts), Map.copyOf(numbers), template, totals, in.position());
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    OptionalLong number(String key) {
        Long value = numbers.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static void requireMagic(GgufInput in) throws IOException, ModelException {
        byte[] start = in.start(SHOWN_BYTES);
        int compared = Math.min(start.length, MAGIC.length);
        if (!java.util.Arrays.equals(start, 0, compared, MAGIC, 0, compared)) {
            var shown = new String(start, StandardCharsets.ISO_8859_1);
            String printable = shown.replaceAll("[^ -~]", ".");
            throw new ModelException(new ModelProblem.NotGguf(in.path(), printable));
        }
        in.skip(MAGIC.length);
    }

    private static void requireVersion(GgufInput in) throws IOException, ModelException {
        long version = in.u32();
        int swapped = Integer.reverseBytes((int) version);
        if (swapped > 0 && swapped <= NEWEST) {
            throw in.damaged(new Damage.BigEndian());
        }
        if (version < OLDEST || version > NEWEST) {
            throw new ModelException(new ModelProblem.UnknownVersion(in.path(), version));
        }
    }

    private static void readValue(
            GgufInput in, String key, Map<String, String> texts, Map<String, Long> numbers)
            throws IOException, ModelException {
        var type = valueType(in);
        boolean keep =
                (KEPT.contains(key) || KEPT_ENDINGS.stream().anyMatch(key::endsWith))
                        && texts.size() + numbers.size() < MOST_KEPT_KEYS;
        switch (type) {
            case STRING -> {
                if (keep) {
                    texts.putIfAbsent(key, in.text(MOST_TEXT_BYTES));
                } else {
                    in.skipText();
                }
            }
            case ARRAY -> {
                skipArray(in);
                if (keep) {
                    numbers.putIfAbsent(key, LIST);
                }
            }
            case F32, F64, BOOL -> in.skip(type.bytes());
            case U8, I8, U16, I16, U32, I32, U64, I64 -> {
                long number = wholeNumber(in, type);
                if (keep) {
                    numbers.putIfAbsent(key, number);
                }
            }
        }
    }

    private static long wholeNumber(GgufInput in, ValueType type)
            throws IOException, ModelException {
        return switch (type) {
            case U8 -> in.u8();
            case I8 -> (byte) in.u8();
            case U16 -> in.u16();
            case I16 -> (short) in.u16();
            case U32 -> in.u32();
            case I32 -> (int) in.u32();
            case U64, I64 -> in.u64();
            case F32, F64, BOOL, STRING, ARRAY -> throw new IllegalArgumentException(type.name());
        };
    }

    private static void skipArray(GgufInput in) throws IOException, ModelException {
        var element = valueType(in);
        long count = in.count(Counted.ELEMENTS, MOST_ELEMENTS);
        if (element == ValueType.ARRAY) {
            throw in.damaged(new Damage.NestedList());
        }
        if (element != ValueType.STRING) {
            in.skip(count * element.bytes());
            return;
        }
        for (long i = 0; i < count; i++) {
            in.skipText();
        }
    }

    private static ValueType valueType(GgufInput in) throws IOException, ModelException {
        long id = in.u32();
        return ValueType.of(id).orElseThrow(() -> in.damaged(new Damage.UnknownValueType(id)));
    }
}
