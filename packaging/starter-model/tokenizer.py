"""Byte-level BPE as llama.cpp's `gpt2` model with the `gpt-2` pre-tokenizer; trained in plain Python."""

import json
import re
from collections import Counter, defaultdict

SPLIT = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")
NORMAL, CONTROL = 1, 3
ROLES = ["<|system|>", "<|user|>", "<|assistant|>", "<|end|>"]


def byte_letters():
    visible = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [b for b in range(256) if b not in visible]
    return {b: chr(b) for b in visible} | {b: chr(256 + i) for i, b in enumerate(hidden)}


LETTERS = byte_letters()


def pieces(text):
    return ("".join(LETTERS[b] for b in word.encode()) for word in SPLIT.findall(text))


def learn(texts, merges_wanted):
    """Merges by descending count of adjacent pairs; ties by spelling, so the result is reproducible. Two merges may spell the same token."""
    counts = Counter(p for text in texts for p in pieces(text))
    words = [list(p) for p in counts]
    weight = list(counts.values())
    pairs, where = Counter(), defaultdict(set)
    for i, word in enumerate(words):
        for pair in zip(word, word[1:]):
            pairs[pair] += weight[i]
            where[pair].add(i)
    merges = []
    while len(merges) < merges_wanted:
        best = max(pairs, key=lambda p: (pairs[p], p))
        merges.append(best)
        for i in where.pop(best):
            old = words[i]
            for pair in zip(old, old[1:]):
                pairs[pair] -= weight[i]
            words[i] = new = join(old, best)
            for pair in zip(new, new[1:]):
                pairs[pair] += weight[i]
                where[pair].add(i)
        del pairs[best]
    return merges


def join(word, pair):
    out, i = [], 0
    while i < len(word):
        if i + 1 < len(word) and (word[i], word[i + 1]) == pair:
            out.append(word[i] + word[i + 1])
            i += 2
        else:
            out.append(word[i])
            i += 1
    return out


class Tokenizer:
    def __init__(self, merges, tags):
        self.merges, self.tags = [tuple(m) for m in merges], tags
        self.rank = {m: i for i, m in enumerate(self.merges)}
        plain = [LETTERS[b] for b in range(256)] + list(dict.fromkeys("".join(m) for m in self.merges))
        self.tokens = plain + ROLES + [f"<|say {t}|>" for t in tags]
        self.tokens += [f"<|unused{i}|>" for i in range(-len(self.tokens) % 32)]
        self.ids = {t: i for i, t in enumerate(self.tokens)}
        self.types = [NORMAL if i < len(plain) else CONTROL for i in range(len(self.tokens))]
        self.system, self.user, self.assistant, self.end = (self.ids[r] for r in ROLES)
        self.cache = {}

    def encode(self, text):
        return [i for piece in pieces(text) for i in self._piece(piece)]

    def _piece(self, piece):
        if piece not in self.cache:
            word = list(piece)
            while len(word) > 1:
                pair = min(zip(word, word[1:]), key=lambda p: self.rank.get(p, 1 << 30))
                if pair not in self.rank:
                    break
                word = join(word, pair)
            self.cache[piece] = [self.ids[w] for w in word]
        return self.cache[piece]

    def tag(self, name):
        return self.ids[f"<|say {name}|>"]

    def save(self, path):
        path.write_text(json.dumps({"merges": self.merges, "tags": self.tags}, ensure_ascii=False), encoding="utf-8")

    @staticmethod
    def load(path):
        data = json.loads(path.read_text(encoding="utf-8"))
        return Tokenizer(data["merges"], data["tags"])
