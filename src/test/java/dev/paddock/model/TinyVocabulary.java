package dev.paddock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The vocabulary of {@link TinyModel}: control tokens, one token for each byte, one for each
 * printable character, and words in the forms a sentence needs.
 */
final class TinyVocabulary {
    /** What a token is in a sentence. */
    enum Kind {
        /** Read, but never written. */
        SILENT,
        DETERMINER,
        ADJECTIVE,
        ANIMAL,
        VERB,
        ADVERB,
        PREPOSITION,
        THING,
        COMMA,
        CONJUNCTION,
        STOP,
        /** The first word of a sentence within a paragraph. */
        CAPITAL,
        BREAK,
        /** The first word of a paragraph. */
        OPENING,
        END
    }

    /** A type as the engine numbers it. */
    enum Type {
        NORMAL(1),
        UNKNOWN(2),
        CONTROL(3),
        BYTE(6);

        private final int id;

        Type(int id) {
            this.id = id;
        }

        int id() {
            return id;
        }
    }

    /**
     * @param place what it counts as for the token that follows
     */
    record Token(String text, Type type, Kind kind, Kind place) {}

    private static final String SPACE = "\u2581";
    private static final String DETERMINERS = "the one every some this that each";
    private static final String ADJECTIVES =
            "gentle quiet grey brown swift calm small tall warm golden early late bright green"
                    + " patient proud old young wild shy dusty silver lonely clever";
    private static final String ANIMALS =
            "mare foal pony horse colt stallion mule donkey filly hound cat owl swallow rider groom"
                    + " farmer child shepherd";
    private static final String VERBS =
            "trots walks rests waits runs turns looks grazes leaps sleeps returns listens stands"
                    + " dreams wanders gallops drinks lingers";
    private static final String ADVERBS =
            "slowly softly often again always together far here there quietly gladly alone";
    private static final String PREPOSITIONS =
            "near over under by beside behind before after across along through toward";
    private static final String THINGS =
            "stable meadow field barn hay saddle fence gate path brook hill valley orchard clover"
                    + " willow oak lantern cart wheel morning evening autumn summer rain wind"
                    + " shadow river stone bridge village road market winter snow";
    private static final String CONJUNCTIONS = "and while but where until because";

    private final List<Token> tokens = new ArrayList<>();

    TinyVocabulary() {
        add("<unk>", Type.UNKNOWN, Kind.SILENT);
        add("<s>", Type.CONTROL, Kind.SILENT, Kind.BREAK);
        add("<|im_start|>", Type.CONTROL, Kind.SILENT, Kind.BREAK);
        add("<|im_end|>", Type.CONTROL, Kind.END, Kind.BREAK);
        for (int value = 0; value < 256; value++) {
            var place = value == '\n' ? Kind.BREAK : Kind.SILENT;
            add("<0x%02X>".formatted(value), Type.BYTE, Kind.SILENT, place);
        }
        add(SPACE, Type.NORMAL, Kind.SILENT);
        for (char character = '!'; character <= '~'; character++) {
            addCharacter(character);
        }
        add("\n\n", Type.NORMAL, Kind.BREAK);
        add("\n- ", Type.NORMAL, Kind.BREAK);
        addWords(Kind.DETERMINER, DETERMINERS);
        addWords(Kind.ADJECTIVE, ADJECTIVES);
        addWords(Kind.ANIMAL, ANIMALS);
        addWords(Kind.VERB, VERBS);
        addWords(Kind.ADVERB, ADVERBS);
        addWords(Kind.PREPOSITION, PREPOSITIONS);
        addWords(Kind.THING, THINGS);
        addWords(Kind.CONJUNCTION, CONJUNCTIONS);
        for (String word : DETERMINERS.split(" ")) {
            String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            add(SPACE + capital, Type.NORMAL, Kind.CAPITAL, Kind.DETERMINER);
            add(capital, Type.NORMAL, Kind.OPENING, Kind.DETERMINER);
        }
    }

    List<Token> tokens() {
        return List.copyOf(tokens);
    }

    int idOf(String text) {
        for (int id = 0; id < tokens.size(); id++) {
            if (tokens.get(id).text().equals(text)) {
                return id;
            }
        }
        throw new IllegalArgumentException("no token " + text);
    }

    private void addCharacter(char character) {
        var kind =
                switch (character) {
                    case ',' -> Kind.COMMA;
                    case '.' -> Kind.STOP;
                    default -> Kind.SILENT;
                };
        add(String.valueOf(character), Type.NORMAL, kind);
    }

    private void addWords(Kind kind, String words) {
        for (String word : words.split(" ")) {
            add(SPACE + word, Type.NORMAL, kind);
        }
    }

    private void add(String text, Type type, Kind kind) {
        add(text, type, kind, kind);
    }

    private void add(String text, Type type, Kind kind, Kind place) {
        tokens.add(new Token(text, type, kind, place));
    }
}
