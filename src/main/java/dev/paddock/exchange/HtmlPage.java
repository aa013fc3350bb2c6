package dev.paddock.exchange;

import dev.paddock.chat.Exchange.Labels;
import dev.paddock.chat.WholeConversation;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import java.util.List;

/** Conversations as one page that needs nothing else and loads nothing. */
final class HtmlPage {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; }
            body { font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
              color: #1f2328; background: #fff; overflow-wrap: break-word; }
            h2 { font-size: 1rem; margin: 2rem 0 .5rem; color: #59636e; }
            pre { padding: .8rem; border-radius: 6px; background: #f3f4f6; white-space: pre-wrap; }
            table { border-collapse: collapse; } th, td { border: 1px solid #d1d9e0; padding: .3rem .6rem; }
            blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #d1d9e0; }
            article + article { margin-top: 4rem; } img { max-width: 100%; }
            @media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #14171c; } pre { background: #22262d; }
              h2 { color: #9aa4af; } th, td, blockquote { border-color: #3d444d; } a { color: #6cb0ff; } }
            @media print { body { color: #000; background: #fff; max-width: none; margin: 0; } pre { background: #f3f4f6; }
              article + article { break-before: page; } h2 { break-after: avoid; } }
            """;

    /** Pictures of other places, which a model may name, would tell them who reads this when. */
    private static final String ALONE =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                    + " 'unsafe-inline'; img-src data:\">\n";

    private static final List<Extension> EXTENSIONS =
            List.of(
                    AutolinkExtension.create(),
                    StrikethroughExtension.create(),
                    TablesExtension.create(),
                    TaskListItemsExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .build();

    /** The beginning of the page. */
    String begin(String title) {
        return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>"
                + escaped(title)
                + "</title>\n<meta name=\"viewport\" content=\"width=device-width\">\n"
                + ALONE
                + "<style>\n"
                + STYLE
                + "</style>\n</head>\n<body>\n";
    }

    String article(WholeConversation whole, Labels labels) {
        var markdown = Readable.markdown(whole, labels);
        return "<article>\n" + renderer.render(parser.parse(markdown)) + "</article>\n";
    }

    String end() {
        return "</body>\n</html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
