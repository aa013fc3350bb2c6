package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

class CodeLanguagesTest {
    private static final CodeLanguages ALL = CodeLanguages.load();

    /** What opens, closes and looks like something in one language or another. */
    private static final List<String> BITS =
            List.of(
                    ("\" ' ` \"\"\" ''' /* */ // # -- {- -} (* *) <!-- --> <script> </script>"
                         + " <style> <ab c=\" /> [[ ]] #| |# <<EOF EOF <<'X1' if class Word a.b"
                         + " 0x1f 1e-3 1..2 @x $y ${z} :k key: = \\ ( ) { } ; é 漢 😀 /x/ r#\" \"#"
                         + " R\"( )\" %{ %} =begin + - @@ 'a '\\n"
                         + "'")
                            .split(" "));

    private static final List<String> GAPS = List.of(" ", "", "\n", "\n", "\r\n", "\t", "\n\n");

    /** Fence, kind, word and code; ⏎ ends a line. */
    private static final String SAMPLES =
            """
            java ~ KEYWORD ~ return ~ return 1;
            java ~ COMMENT ~ b ~ /* a⏎b */ c
            java ~ PLAIN ~ c ~ /* a⏎b */ c
            java ~ META ~ @Override ~ @Override void f()
            java ~ STRING ~ 'x' ~ char c = 'x';
            java ~ STRING ~ two ~ a = \"""⏎  two⏎  \""";
            rust ~ PLAIN ~ my_str ~ fn f<'a>(s: &'a my_str)
            rust ~ COMMENT ~ c ~ /* a /* b */ c */ d
            python ~ STRING ~ rb ~ x = rb'y'
            python ~ STRING ~ b ~ '''a⏎b''' + c
            python ~ META ~ @cache ~ @cache⏎def f(): pass
            javascript ~ STRING ~ /a[/]b/g ~ x = /a[/]b/g;
            javascript ~ PLAIN ~ b ~ x = a / b / c;
            json ~ NAME ~ key ~ {"key": true}
            json ~ TYPE ~ true ~ {"key": true}
            yaml ~ NAME ~ name ~ - name: a b
            toml ~ META ~ package ~ [package]
            toml ~ NAME ~ version ~ version = 1
            sql ~ KEYWORD ~ Select ~ Select a fROM b
            bash ~ META ~ $HOME ~ cd $HOME
            bash ~ STRING ~ if ~ cat <<EOF⏎if⏎EOF⏎ls
            bash ~ PLAIN ~ xy#b ~ log xy#b
            diff ~ ADDED ~ new ~ +new⏎-old
            diff ~ REMOVED ~ old ~ +new⏎-old
            html ~ NAME ~ p ~ <p class="x">y</p>
            html ~ STRING ~ x ~ <p class="x">y</p>
            html ~ KEYWORD ~ let ~ <script>⏎let a = 1;⏎</script>
            html ~ PLAIN ~ let ~ <p>let</p>
            html ~ NAME ~ <b ~ &amp;<b>x</b>
            haskell ~ TYPE ~ Maybe ~ f :: Maybe Int
            haskell ~ COMMENT ~ b ~ {- a {- -} b -}
            swift ~ KEYWORD ~ guard ~ guard let a = b
            zig ~ META ~ @import ~ @import("std")
            elixir ~ META ~ :ok ~ {:ok, a}
            julia ~ KEYWORD ~ function ~ function f()
            r ~ KEYWORD ~ function ~ f <- function(x)
            graphql ~ TYPE ~ String ~ name: String!
            css ~ NAME ~ color ~ color: red
            c ~ META ~ #include ~ #include <a.h>
            cpp ~ STRING ~ raw ~ R"(⏎raw⏎)"
            lua ~ STRING ~ b ~ [[a⏎b]]
            go ~ STRING ~ b ~ `a⏎b`
            php ~ META ~ $a ~ $a = 1;
            c ~ NUMBER ~ 0x1F ~ a = 0x1F;
            makefile ~ COMMENT ~ note ~ a: b # note
            """;

    @Test
    void thereAreManyAndEachHasAFileName() {
        assertTrue(ALL.all().size() >= 60, () -> "only " + ALL.all().size());
        for (var language : ALL.all()) {
            assertTrue(language.file().length() > 1, language.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "py, Python",
        "Python3, Python",
        "c++, C++",
        "C#, C#",
        "js, JavaScript",
        "{.rust}, Rust",
        "ts:src/app.ts, TypeScript",
        "sh, Shell",
        "console, Shell",
        "yml, YAML",
        "jsonc, JSON",
        "golang, Go",
        "rs, Rust",
        "kt, Kotlin",
        "hs, Haskell",
        "tf, Terraform",
        "patch, Diff",
        "docker, Dockerfile",
        "vue, HTML",
        "svg, XML",
        "tex, LaTeX",
        "ps1, PowerShell",
        "jl, Julia",
        "ex, Elixir",
        "objc, Objective-C",
        "f90, Fortran",
        "gql, GraphQL",
        "zig, Zig",
        "R, R"
    })
    void aFenceMayCallItByAnyOfItsNames(String fence, String name) {
        assertEquals(Optional.of(name), ALL.of(fence, "x").map(CodeLanguage::name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "txt", "plaintext", "output", "none", "whatever", "{}"})
    void nothingIsMadeUp(String fence) {
        assertEquals(Optional.empty(), ALL.of(fence, "some words"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "Python ~ def f(a, b):⏎    return a",
                "Python ~ #!/usr/bin/env python3⏎print(1)",
                "Shell ~ #!/bin/bash⏎ls",
                "JSON ~ {\"a\": 1}",
                "JSON ~ [{\"a\": 1}]",
                "XML ~ <?xml version=\"1.0\"?>⏎<a/>",
                "HTML ~ <!DOCTYPE html>⏎<p>",
                "PHP ~ <?php⏎echo 1;",
                "Diff ~ --- a/x⏎+++ b/x⏎@@ -1 +1 @@⏎-a⏎+b",
                "SQL ~ SELECT a FROM b WHERE c = 1",
                "Go ~ package main⏎⏎import \"fmt\"⏎⏎func main() {⏎}",
                "Rust ~ fn main() {⏎    println!(\"x\");⏎}",
                "JavaScript ~ const a = require('b');⏎console.log(a);",
                "TOML ~ [package]⏎name = \"x\"",
            })
    void whatIsCertainIsGuessed(String name, String code) {
        String text = code.replace('⏎', '\n');
        assertEquals(Optional.of(name), ALL.of("", text).map(CodeLanguage::name), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just some words, nothing else",
                "total 12\ndrwxr-xr-x 2 a b 4096 file",
                "Select one from the list",
                "[1, 2, 3]",
                "a = 1",
                "import the goods from abroad",
                "{ braces }",
                ""
            })
    void whatIsNotCertainIsNot(String text) {
        assertEquals(Optional.empty(), ALL.of("", text));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void partsAreTheTextAndAnyCutGivesTheSameColours(long seed) {
        var random = new Random(seed);
        for (var language : ALL.all()) {
            for (int run = 0; run < 12; run++) {
                String text = random(random);
                var whole = kinds(language, 0, text);
                assertEquals(text.length(), whole.size());
                String grown = text.substring(0, random.nextInt(text.length() + 1));
                int lines = grown.lastIndexOf('\n') + 1;
                assertEquals(
                        whole.subList(0, lines),
                        kinds(language, 0, grown).subList(0, lines),
                        () -> language.name() + " growing: " + text);
                if (lines > 0) {
                    int state = language.after(0, code(text.substring(0, lines - 1)));
                    assertEquals(
                            whole.subList(lines, whole.size()),
                            kinds(language, state, text.substring(lines)),
                            () -> language.name() + " in pieces: " + text);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void colouredIsWhatItIs(String sample) {
        var parts = sample.split(" ~ ");
        String fence = parts[0];
        String kind = parts[1];
        String word = parts[2];
        String code = parts[3];
        String text = code.replace('⏎', '\n');
        var kinds = kinds(ALL.of(fence, "").orElseThrow(), 0, text);
        int at = text.indexOf(word);
        assertTrue(at >= 0, text);
        for (int i = at; i < at + word.length(); i++) {
            assertEquals(TokenKind.valueOf(kind), kinds.get(i), text + " at " + i);
        }
    }

    private static Stream<String> samples() {
        return SAMPLES.lines();
    }

    private static List<TokenKind> kinds(CodeLanguage language, int state, String text) {
        var parts = language.colored(state, code(text)).parts();
        assertEquals(text, Inline.text(parts));
        var kinds = new ArrayList<TokenKind>();
        for (Inline part : parts) {
            for (char c : part.text().toCharArray()) {
                // A blank may be of either side: nobody sees its colour.
                kinds.add(Character.isWhitespace(c) ? TokenKind.PLAIN : part.style().token());
            }
        }
        return kinds;
    }

    private static Block.Code code(String text) {
        return new Block.Code(Indent.NONE, "", 1, text, Piece.WHOLE);
    }

    private static String random(Random random) {
        var text = new StringBuilder();
        int bits = 1 + random.nextInt(50);
        for (int i = 0; i < bits; i++) {
            text.append(BITS.get(random.nextInt(BITS.size())));
            text.append(GAPS.get(random.nextInt(GAPS.size())));
        }
        return text.toString();
    }
}
