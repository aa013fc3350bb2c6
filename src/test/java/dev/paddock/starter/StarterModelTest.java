package dev.paddock.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

class StarterModelTest {
    private static final String FOLDER = "/dev/paddock/starter/";
    private static final String WORD = "word.";
    private static final int LARGEST = 6_000_000;

    @TempDir private Path folder;

    @Test
    void theShippedModelIsTheOneThatWasExported() throws IOException, NoSuchAlgorithmException {
        byte[] model = resource("paddock-starter.gguf");
        Properties facts = facts();

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(model);
        assertEquals(facts.getProperty("sha256"), HexFormat.of().formatHex(digest));
        assertEquals(facts.getProperty("bytes"), "" + model.length);
        assertTrue(model.length <= LARGEST, model.length + " bytes");
    }

    @Test
    void everyControlItNamesExists() throws IOException {
        assertEquals(Set.of(), new Answers().unknownWords());
    }

    @Test
    void theSelfTestExpectsWhatItSays() throws IOException {
        String intent = Answers.suggested().getFirst()[0];
        String expected = new Words().of("selftest.starter.answer");

        assertTrue(new Answers().of(intent).contains(expected), expected);
    }

    @Test
    void itWasTrainedWithTheWordsThatTheWindowHasToday() throws IOException {
        Properties facts = facts();
        var trained = new TreeMap<String, String>();
        facts.stringPropertyNames().stream()
                .filter(key -> key.startsWith(WORD))
                .forEach(key -> trained.put(key.substring(WORD.length()), facts.getProperty(key)));

        assertEquals(new Answers().named(), trained);
    }

    @Test
    void theEngineLoadsItAndItAnswersInTheWordsOfTheWindow()
            throws IOException, InterruptedException {
        var answers = new Answers();
        var wrong = new TreeMap<String, String>();
        List<String[]> questions = Answers.questions();
        try (var engine = started()) {
            for (String[] line : questions) {
                String reply = engine.reply(line[1]);
                if (!reply.equals(answers.of(line[0]))) {
                    wrong.put(line[1], reply);
                }
            }
        }
        assertTrue(questions.size() >= 40, questions.size() + " questions");
        assertEquals(new TreeMap<>(), wrong);
    }

    @Test
    void suggestedQuestionsWorkInAnyCaseAndPunctuation() throws IOException, InterruptedException {
        var answers = new Answers();
        var wrong = new TreeMap<String, String>();
        try (var engine = started()) {
            for (String[] line : Answers.suggested()) {
                for (String question : inThreeWays(line[1])) {
                    String reply = engine.reply(question);
                    if (!reply.equals(answers.of(line[0]))) {
                        wrong.put(question, reply);
                    }
                }
            }
        }
        assertEquals(new TreeMap<>(), wrong);
    }

    @Test
    void itsTemplateHasASystemRoleAndItsSamplingIsCalm() throws IOException, InterruptedException {
        try (var engine = started()) {
            JsonNode properties = engine.properties();

            assertTrue(properties.at("/chat_template_caps/supports_system_role").asBoolean());
            JsonNode defaults = properties.path("default_generation_settings");
            assertTrue(defaults.at("/params/temperature").asDouble() <= 0.7, defaults::toString);
            assertEquals(2048, defaults.path("n_ctx").asInt());
        }
    }

    private static List<String> inThreeWays(String question) {
        String bare = question.toLowerCase().replaceFirst("\\?$", "");
        return Stream.of(question, bare, question.toUpperCase() + "!").toList();
    }

    private StarterEngine started() throws IOException, InterruptedException {
        Path model = folder.resolve("paddock-starter.gguf");
        Files.write(model, resource("paddock-starter.gguf"));
        return new StarterEngine(model, folder.resolve("engine.log"));
    }

    private static Properties facts() throws IOException {
        var facts = new Properties();
        byte[] text = resource("paddock-starter.properties");
        facts.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
        return facts;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = StarterModelTest.class.getResourceAsStream(FOLDER + name)) {
            assertTrue(in != null, FOLDER + name + " is missing");
            return in.readAllBytes();
        }
    }
}
