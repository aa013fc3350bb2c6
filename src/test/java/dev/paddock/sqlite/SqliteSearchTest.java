package dev.paddock.sqlite;

import static dev.paddock.chat.Searches.conversations;
import static dev.paddock.chat.Searches.excerpts;
import static dev.paddock.chat.Searches.hits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Part;
import dev.paddock.chat.SearchHits;
import dev.paddock.chat.SearchHits.Mark;
import dev.paddock.chat.SearchHits.State;
import dev.paddock.chat.SearchProgress;
import dev.paddock.chat.SearchQuery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class SqliteSearchTest extends HistoryOnDisk {
    private static final String PARTS =
            """
            z ; Qu ; ü ; k ; px ; ck ; uic ; quick ; foxes ; C++ ; + ; -f ; --flag ; =>
            quick fox ; "quick brown" ; "brown fo" ; GRÖSSE ; grosse ; größe ; naive
            naïve ; 鴨 ; 鸭子 ; 池塘 ; 里有鸭 ; ガ ; ガー ; ｶﾞｰﾄﾞ ; 한국 ; 국 ; 🦆 ; e\u0301t ; \u00e9t
            हिन्दी ; 3.14 ; % ; _ ; * ; ' ; it's ; \\ ; (a|b) ; word:colon ; https://
            fin
            """;

    static Stream<String> parts() {
        return PARTS.lines().flatMap(line -> Stream.of(line.split(" ; ")));
    }

    @Test
    void findsTitlesByPartsOfTheirWords() {
        var garden = kept(conversation("Mein Gärtchen für Äpfel [alt]", 0));
        var chinese = kept(conversation("中文標題測試 100%", 1));
        assertEquals(List.of(garden), conversations(history, "GARTCHEN"));
        assertEquals(List.of(garden), conversations(history, "  äpf  ein "));
        assertEquals(List.of(garden), conversations(history, "für"));
        assertEquals(List.of(garden), conversations(history, "[al"));
        assertEquals(List.of(chinese), conversations(history, "標題"));
        assertEquals(List.of(chinese), conversations(history, "題"));
        assertEquals(List.of(chinese), conversations(history, "0%"));
        assertEquals(List.of(), conversations(history, "Mein 標題"));
        assertEquals(List.of(), conversations(history, "* ?"));
        assertEquals(List.of(), conversations(history, "g*n"));
        assertEquals(List.of(), conversations(history, "\" OR title:*"));
    }

    @Test
    void searchFollowsRenamingAndDeleting() {
        var conversation = kept(conversation("Before", 0));
        var renamed = kept(conversation.titled("After", true));
        assertEquals(List.of(), conversations(history, "before"));
        assertEquals(List.of(renamed), conversations(history, "after"));
        history.delete(conversation.id());
        assertEquals(List.of(), conversations(history, "after"));
        history.restore(conversation.id());
        assertEquals(List.of(renamed), conversations(history, "after"));
    }

    /** From one character to a phrase, at the beginning, in the middle and at the end of words. */
    @ParameterizedTest
    @MethodSource("parts")
    void findsAnyPartOfAMessage(String typed) {
        var text =
                """
                The quick brown
                foxes jump: z C++ => --flag px (a|b) it's 100% _ * \\ 3.14 word:colon https://a.b
                Größe naïve été 池塘里有鸭子 鴨 ガード 한국어 🦆 हिन्दी fin\
                """;
        var conversation = kept(conversation("T", 0));
        kept(conversation, Message.question(Optional.empty(), text, NOON));
        kept(conversation, Message.question(Optional.empty(), "nothing of it", NOON));
        var found = hits(history, typed).found();
        assertEquals(1, found.stream().mapToInt(it -> it.messages().size()).max().orElse(0), typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick slow", "\"brown quick\"", "kciuq", "quickest", "鸭鸭", "カ", "ab"})
    void findsNothingElse(String typed) {
        var conversation = kept(conversation("T", 0));
        kept(
                conversation,
                Message.question(Optional.empty(), "The quick brown fox 鸭子 ガ a b", NOON));
        assertEquals(List.of(), conversations(history, typed));
    }

    @Test
    void showsTheLineAroundIt() {
        var long1 = "word ".repeat(40) + "\n\n  the Nëedle   in hay " + "more ".repeat(60);
        var conversation = kept(conversation("Straws", 0));
        kept(conversation, Message.question(Optional.empty(), long1, NOON));
        var excerpt =
                hits(history, "needle hay").found().getFirst().messages().getFirst().excerpt();
        assertEquals("…word word the Nëedle in hay more", excerpt.text().substring(0, 33));
        assertEquals("…", excerpt.text().substring(excerpt.text().length() - 1));
        assertEquals(
                List.of("Nëedle", "hay"),
                excerpt.marks().stream()
                        .map(mark -> excerpt.text().substring(mark.from(), mark.to()))
                        .toList());
        assertEquals(
                List.of(new Mark(2, 6)), hits(history, "raws").found().getFirst().title().marks());
    }

    @Test
    void groupsByConversationNewestFirst() {
        var old = kept(conversation("Old", 0));
        var young = kept(conversation("Young", 1));
        kept(old, Message.question(Optional.empty(), "pond one", NOON));
        kept(young, Message.question(Optional.empty(), "pond two", NOON));
        kept(old, Message.question(Optional.empty(), "pond three", NOON));
        assertEquals(List.of(old, young), conversations(history, "pond"));
        assertEquals(List.of("pond three", "pond one", "pond two"), excerpts(history, "pond"));
        assertEquals(State.ALL, hits(history, "pond").state());
    }

    @Test
    void saysWhenThereAreMoreThanItTells() {
        var conversation = kept(conversation("Many", 0));
        for (int i = 0; i < 105; i++) {
            kept(conversation, Message.question(Optional.empty(), "pond " + i, NOON));
        }
        assertEquals(State.CUT, hits(history, "pond").state());
        assertEquals(100, excerpts(history, "pond").size());
        assertEquals("pond 104", excerpts(history, "pond").getFirst());
    }

    @Test
    void filters() {
        var garden = kept(conversation("Garden", 0));
        var house = kept(conversation("House", 1));
        say(garden, "a tree ```code```", "Qwen3-8B", Duration.ZERO);
        say(house, "another tree", "gemma", Duration.ofDays(1));
        var thinking = kept(garden, Message.question(Optional.empty(), "leaf", NOON));
        history.save(thinking.with(List.of(new Part.Reasoning("hm"), new Part.Text("leaf"))));
        var attached = kept(house, Message.question(Optional.empty(), "see", NOON));
        history.save(
                attached.with(
                        List.of(
                                new Part.Text("see"),
                                new Part.Attachment("b", "a.png", "image/png"))));
        assertEquals(List.of("a tree ```code```"), excerpts(history, "tree in:gard"));
        assertEquals(List.of("another tree"), excerpts(history, "tree in:\"house\""));
        assertEquals(List.of("a tree ```code```"), excerpts(history, "model:qwen"));
        assertEquals(List.of("another tree"), excerpts(history, "tree model:GEMMA"));
        assertEquals(List.of("a tree ```code```"), excerpts(history, "tree before:2026-03-02"));
        assertEquals(List.of("another tree"), excerpts(history, "tree after:2026-03-02"));
        assertEquals(List.of(), excerpts(history, "tree before:2026-03"));
        assertEquals(2, excerpts(history, "tree after:2026").size());
        assertEquals(List.of("a tree ```code```"), excerpts(history, "has:code"));
        assertEquals(List.of("leaf"), excerpts(history, "has:reasoning"));
        assertEquals(List.of("see"), excerpts(history, "has:attachment"));
        assertEquals(List.of(house), conversations(history, "in:house"));
    }

    @Test
    void endsAsSoonAsNobodyWaits() {
        var conversation = kept(conversation("pond", 0));
        kept(conversation, Message.question(Optional.empty(), "pond", NOON));
        var told = new ArrayList<SearchHits>();
        history.search(
                SearchQuery.parse("pond", ZoneOffset.UTC),
                new SearchProgress() {
                    @Override
                    public boolean isWanted() {
                        return false;
                    }

                    @Override
                    public void found(SearchHits soFar) {
                        told.add(soFar);
                    }
                });
        assertEquals(List.of(), told);
    }

    private void say(Conversation where, String text, String model, Duration later) {
        var question = Message.question(Optional.empty(), "?", NOON);
        var answer = Message.emptyAnswer(question, MessageOrigin.model(model), NOON.plus(later));
        history.add(where, List.of(question, ended(answer.received(text, ""))));
    }

    private static Message ended(Message answer) {
        return answer.ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty());
    }
}
