package dev.paddock.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A model's name where there is little room: what tells it from its siblings stays longest, which
 * is what it was trained for (instruct, base, coder …) and its quantization, then the beginning of
 * the family, then its size. Pure.
 */
public final class ShortName {
    private static final String GAP = "…";

    /** So many letters of the family stay longest. */
    private static final int BEGINNING = 4;

    private static final Pattern QUANTIZATION =
            Pattern.compile(
                    "(?i)(?<=^|[-_."
                            + " ])(?:UD[-_])?(?:I?Q\\d\\w*|T?BF16|F16|F32|FP16|FP8|MXFP4\\w*)$");

    /** Who made the quantization; its fineness tells more. */
    private static final Pattern MAKER = Pattern.compile("(?i)[-_. …]UD[-_](?=[^-_]+(_[^-]*)?$)");

    private static final Pattern VARIANT =
            Pattern.compile(
                    "(?i)instruct|chat|base|it|pt|coder|code|thinking|reasoning|math|vl|vision|"
                        + "omni|embedding|embed|reranker|distill|abliterated|uncensored|mini|draft");

    private static final Pattern MARKS = Pattern.compile("^[-_. ]+");

    private static final Pattern SIZE = Pattern.compile("(?i)[ae]?\\d+(\\.\\d+)?(x\\d+)?[bmk]");

    private ShortName() {}

    /** The whole name first, then shorter and shorter ones. */
    public static List<String> of(String name) {
        var pieces = pieces(name);
        var kept = new BitSet();
        kept.set(0, pieces.size());
        var all = new ArrayList<>(List.of(name));
        for (int gone : leavingOrder(pieces)) {
            kept.clear(gone);
            all.add(join(pieces, kept));
        }
        if (pieces.size() > 1) {
            all.add(beginning(pieces.getFirst(), all.getLast()));
            kept.clear(0);
            all.add(join(pieces, kept));
        }
        all.add(MAKER.matcher(all.getLast()).replaceFirst(GAP));
        return all.stream().distinct().toList();
    }

    /** Likewise beside {@code other}: what both have goes first, what tells them apart stays. */
    public static List<String> of(String name, String other) {
        var pieces = pieces(name);
        var theirs = pieces(other).stream().map(ShortName::word).collect(Collectors.toSet());
        var telling = new BitSet();
        for (int i = 0; i < pieces.size(); i++) {
            telling.set(i, !theirs.contains(word(pieces.get(i))));
        }
        if (telling.isEmpty()) {
            return of(name);
        }
        var kept = new BitSet();
        kept.set(0, pieces.size());
        var all = new ArrayList<>(List.of(name));
        for (int gone : leavingOrder(pieces, telling)) {
            kept.clear(gone);
            if (!kept.intersects(telling)) {
                kept.set(gone);
            }
            all.add(join(pieces, kept));
        }
        return all.stream().distinct().toList();
    }

    /** Shared ones first; of those that tell, the family and what it was trained for last. */
    private static List<Integer> leavingOrder(List<String> pieces, BitSet telling) {
        var details = leavingOrder(pieces);
        int last = pieces.size() - 1;
        var order = new ArrayList<Integer>();
        details.stream().filter(i -> !telling.get(i)).forEach(order::add);
        for (int i = last; i >= 0; i--) {
            if (!telling.get(i) && !order.contains(i)) {
                order.add(i);
            }
        }
        details.stream().filter(telling::get).forEach(order::add);
        for (int i = last; i >= 0; i--) {
            if (!order.contains(i)) {
                order.add(i);
            }
        }
        return order;
    }

    private static String word(String piece) {
        return MARKS.matcher(piece).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    /** Of the {@code name} that begins with it, without the end of {@code family}. */
    private static String beginning(String family, String name) {
        if (family.length() <= BEGINNING + GAP.length()) {
            return name;
        }
        // The gap stands for the mark that follows the family, too.
        return family.substring(0, BEGINNING) + GAP + name.substring(family.length() + 1);
    }

    /** Each with the mark before it; the quantization is one piece. */
    private static List<String> pieces(String name) {
        var quantization = QUANTIZATION.matcher(name);
        int end = quantization.find() ? Math.max(0, quantization.start() - 1) : name.length();
        if (end == 0) {
            return List.of(name);
        }
        var pieces = new ArrayList<>(List.of(name.substring(0, end).split("(?<=[^-_])(?=[-_])")));
        if (end < name.length()) {
            pieces.add(name.substring(end));
        }
        return pieces;
    }

    private static List<Integer> leavingOrder(List<String> pieces) {
        var others = new ArrayList<Integer>();
        var sizes = new ArrayList<Integer>();
        for (int i = pieces.size() - 2; i > 0; i--) {
            var word = pieces.get(i).substring(1);
            if (SIZE.matcher(word).matches()) {
                sizes.add(i);
            } else if (!VARIANT.matcher(word).matches()) {
                others.add(i);
            }
        }
        others.addAll(sizes);
        return others;
    }

    private static String join(List<String> pieces, BitSet kept) {
        var text = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < pieces.size(); i++) {
            if (!kept.get(i)) {
                gap = true;
            } else {
                text.append(gap ? GAP + pieces.get(i).substring(1) : pieces.get(i));
                gap = false;
            }
        }
        if (gap && !pieces.isEmpty()) {
            text.append(GAP);
        }
        return text.toString();
    }
}
