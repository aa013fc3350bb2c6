"""Reads the wording files: a small grammar of questions, one heading per intent.

`(a|b)` chooses, `[a]` is optional, `{list}` names an @list, `how:` and `what:` put a phrase into a frame.
"""

import pathlib
import random
import re

HERE = pathlib.Path(__file__).parent

HOW = """how do i X|how can i X|how to X|how do you X|how would i X|how should i X|how does one X|i want to X|i would like to X
i need to X|id like to X|can i X|can you tell me how to X|please tell me how to X|show me how to X|tell me how to X|what do i do to X
what do i click to X|where do i X|where can i X|is there a way to X|is it possible to X|whats the way to X|im trying to X
i cant figure out how to X|help me X|i dont know how to X|what is the easiest way to X|X|X|steps to X|explain how to X
which button do i press to X|do you know how to X|any idea how to X|let me X|how exactly do i X|what must i do to X|best way to X
could you explain how to X|how might i X|what do i have to do to X|whats the best way to X|i am trying to X|i wish to X|how 2 X
where do i go to X|can paddock X|does paddock let me X|how do i X here|cant X|i cannot X|why cant i X|trying to X|want to X
need to X|how come i cant X|please X|what is needed to X|how do people X|am i able to X|X how|how X"""

WHAT = """what is X|whats X|what are X|what does X mean|explain X|define X|tell me about X|X|X|what do you mean by X|what exactly is X
can you explain X|X meaning|meaning of X|X explained|i dont understand X|describe X|definition of X|whats the deal with X
what is X for|what is X good for|why do i need X|help me understand X|in simple words what is X|explain X like im five
i dont get X|could you describe X|what should i know about X|ive never heard of X|what is meant by X|please explain X
so what is X|what on earth is X|never heard of X|how does X work|what does X do|why is there X|what is this X thing
i keep reading about X|whats X supposed to mean|what about X|say something about X|teach me about X|the meaning of X
X what is that|X what does it mean|what is X exactly|what is X and why does it matter|do you know what X is|i wonder what X is
what kind of thing is X|can you tell me what X is|explain X to me|info on X|information about X|what do i need X for|who or what is X
give me a definition of X|short explanation of X|in one sentence what is X|what role does X play|is X important|why does X matter"""


def frames(text):
    return [f for line in text.splitlines() for f in line.split("|")]


class Choice:
    """One of several sequences; a sequence is a list of strings and choices."""

    def __init__(self, options):
        self.options = options

    def draw(self, rng, lists):
        return "".join(p if isinstance(p, str) else p.draw(rng, lists) for p in rng.choice(self.options))


class Named:
    """A draw from an @list, whose entries may themselves be grammar."""

    def __init__(self, name):
        self.name = name

    def draw(self, rng, lists):
        return lists[self.name].draw(rng, lists)


def parse(text):
    tree, rest = _sequences(text, 0, "")
    assert rest == len(text), f"unbalanced: {text}"
    return Choice(tree)


def _sequences(text, at, closing):
    options, current = [], []
    while at < len(text) and text[at] != closing:
        letter = text[at]
        if letter == "|" and closing != "]":
            options.append(current)
            current = []
        elif letter in "([":
            end = ")" if letter == "(" else "]"
            inner, at = _sequences(text, at + 1, end) if letter == "(" else _optional(text, at + 1)
            current.append(Choice(inner))
        elif letter == "{":
            end = text.index("}", at)
            current.append(Named(text[at + 1 : end]))
            at = end
        else:
            current.append(letter)
        at += 1
    options.append(current)
    return options, at


def _optional(text, at):
    depth, end = 1, at
    while depth:
        depth += {"[": 1, "]": -1}.get(text[end], 0)
        end += 1
    inner, _ = _sequences(text[at : end - 1], 0, "")
    return inner + [[]], end - 1


class Wordings:
    """All intents with their patterns; `outside` holds what must be refused."""

    def __init__(self, folder=HERE / "wordings"):
        self.intents, self.lists = {}, {}
        self.how, self.what = frames(HOW), frames(WHAT)
        words = (folder / "words.txt").read_text(encoding="utf-8").split()
        self.lists["word"] = Choice([[w] for w in words])
        for file in sorted(folder.glob("*.txt")):
            if file.name != "words.txt":
                self._read(file, "outside" if file.name == "outside.txt" else None)

    def _read(self, file, intent):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                intent = line[2:].strip()
            elif line.startswith("@"):
                name, items = line[1:].split(" ", 1)
                self.lists[name] = parse(items)
            elif line.strip():
                frame = line.split(":")[0] if re.match(r"(how|what): ", line) else ""
                body = line[len(frame) + 2 :] if frame else line
                weight = 2 + body.count("|") ** 0.5 if frame else 1 + 0.5 * body.count("|") ** 0.5
                self.intents.setdefault(intent, []).append((frame, parse(body), weight))

    def draw(self, intent, rng: random.Random, near=False):
        """A question of an intent; `near` takes one of the first patterns of `outside`: near misses and plain other topics."""
        patterns = self.intents[intent]
        frame, tree, _ = rng.choice(patterns[:7]) if near else rng.choices(patterns, [w for _, _, w in patterns])[0]
        text = tree.draw(rng, self.lists)
        if frame:
            pattern = rng.choice(self.how if frame == "how" else self.what)
            text = pattern.replace("X", text)
        return re.sub(r"\s+", " ", text).strip()
