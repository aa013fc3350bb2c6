package dev.paddock.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Conversations whose words are as unevenly spread as in a language: a few are in nearly every
 * message, most in hardly any. One in twelve is Chinese or Japanese.
 */
final class RandomChats {
    private static final String[] COMMON =
            ("the of and to in a is that for it as was with be by on not he his but at are this"
                 + " have from or had an they which one you were her all their there been if more"
                 + " when will would who so no out up into than them can only other new some could"
                 + " time model pond quiet heron shade C++ größe")
                    .split(" ");
    private static final String[] SYLLABLES =
            "ba con de ment tion ing er re pro ti ver al ist o mu ca li per so qua ze ry th and st ow"
                    .split(" ");
    private static final int WORDS = 40_000;

    private final Connection bare;
    private final Random random = new Random(7);
    private final List<String> words = new ArrayList<>(List.of(COMMON));

    RandomChats(Connection bare) {
        this.bare = bare;
        while (words.size() < WORDS) {
            var word = new StringBuilder();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
    }

    /**
     * @param longest messages of the first conversation
     * @return the bytes of all texts
     */
    long insert(int messages, int each, int longest) throws SQLException {
        int conversations = messages / each;
        for (int key = 1; key <= conversations; key++) {
            conversation(key);
        }
        long bytes = 0;
        var sql =
                """
                INSERT INTO message (key, id, conversation, parent, role, status, created, model,
                    options, reasoning, content)
                VALUES (?, randomblob(16), ?, nullif(?, 0), iif(? % 2, 'USER', 'ASSISTANT'),
                    'COMPLETE', ?, 'model', '{}', '', ?)
                """;
        var last = new int[conversations + 1];
        try (var insert = bare.prepareStatement(sql)) {
            for (int key = 1; key <= messages; key += 2) {
                int first = Math.min(longest, messages / 2);
                int chat = key <= first ? 1 : 1 + random.nextInt(conversations);
                bytes += message(insert, key, chat, last[chat], 4 + random.nextInt(30));
                bytes += message(insert, key + 1, chat, key, 20 + random.nextInt(180));
                last[chat] = key + 1;
            }
        }
        return bytes;
    }

    private void conversation(int key) throws SQLException {
        SearchBench.run(
                bare,
                "INSERT INTO conversation VALUES (%d, randomblob(16), 'Title %d', 0, '', '{}', NULL, %d, %d, NULL)"
                        .formatted(key, key, key, key));
        SearchBench.run(
                bare,
                "INSERT INTO title_search (rowid, title) VALUES (%d, 'title %d')"
                        .formatted(key, key));
    }

    private int message(PreparedStatement insert, int key, int chat, int parent, int count)
            throws SQLException {
        var text = random.nextInt(12) == 0 ? eastern(count) : western(count);
        insert.setInt(1, key);
        insert.setInt(2, chat);
        insert.setInt(3, parent);
        insert.setInt(4, key);
        insert.setInt(5, key);
        insert.setString(6, text);
        insert.executeUpdate();
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String western(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double place = Math.pow(words.size(), random.nextDouble());
            text.append(words.get((int) place - 1));
            text.append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private String eastern(int count) {
        var text = new StringBuilder();
        boolean kana = random.nextInt(4) == 0;
        for (int i = 0; i < count; i++) {
            int place = (int) Math.pow(kana ? 80 : 4000, random.nextDouble());
            text.append((char) ((kana ? 0x30a1 : 0x4e00) + place));
            if (random.nextInt(20) == 0) {
                text.append('，');
            }
        }
        return text.toString();
    }
}
