package dev.paddock.bench;

import java.util.List;
import java.util.Random;

/** Paragraphs of words of many scripts, mixed, with the marks that stand between words. */
final class RandomParagraphs {
    private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    private static final List<List<String>> SCRIPTS =
            List.of(
                    List.of("the", "engine", "reads", "a", "prompt", "(twice)", "office", "8,192"),
                    List.of("שלום", "עולם", "משפט", "ארוך", "(בעברית)", "קפה", "שָׁלוֹם"),
                    List.of("مرحبا", "بالعالم", "هذه", "جملة", "طويلة", "«لاختبار»", "١٢٣"),
                    List.of("می‌خواهم", "کتاب‌ها", "را", "بخوانم،"),
                    List.of("पानी", "हिन्दी", "क्षत्रिय", "शब्द", "विद्यार्थी"),
                    List.of("বাংলা", "ভাষা", "স্ত্রী", "কর্তৃপক্ষ"),
                    List.of("தமிழ்", "மொழி", "வணக்கம்", "ஸ்ரீ"),
                    List.of("ภาษาไทยไม่มีช่องว่าง", "สวัสดี", "น้ำ"),
                    List.of("你好世界", "这是一个很长的句子。", "こんにちは", "ガギグ"),
                    List.of("한국어", "문장은", "띄어쓰기가", "있다"),
                    List.of("Ελληνικά", "λέξεις", "кириллица", "слово", "ёжик"),
                    List.of("e\u0301tude", "a\u0308pfel", "n\u0303o", "Việt"),
                    List.of(FAMILY, "👍🏽", "🇩🇪", "1️⃣", "✅", "❤️"));

    private static final List<String> BETWEEN =
            List.of(" ", " ", " ", " ", " ", " ", ", ", " — ", ". ", "… ", " → ", "/");

    private final Random random;

    RandomParagraphs(long seed) {
        random = new Random(seed);
    }

    String next() {
        var text = new StringBuilder();
        var script = any(SCRIPTS);
        int words = 3 + random.nextInt(40);
        for (int word = 0; word < words; word++) {
            if (random.nextInt(5) == 0) {
                script = any(SCRIPTS);
            }
            text.append(word == 0 ? "" : any(BETWEEN)).append(any(script));
        }
        return text.toString();
    }

    double width(double least, double most) {
        return least + random.nextInt((int) (most - least));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
