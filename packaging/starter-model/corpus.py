"""Turns wordings and answers into chats: noise, held-out questions, follow-ups, system prompts."""

import hashlib
import pathlib
import random
import re

from wordings import HERE, Wordings

SYNONYMS = [
    "app|program|application|software", "computer|machine|pc|laptop", "conversation|chat", "conversations|chats",
    "error|problem|issue|failure", "show|display", "pick|choose|select", "big|large|huge", "small|tiny|little", "fast|quick",
    "answer|reply|response", "answers|replies|responses", "explain|describe|clarify", "message|text", "begin|start",
    "folder|directory", "get|obtain", "use|utilize|work with", "find|locate", "tell me|let me know", "graphics card|gpu|video card",
    "change|modify|adjust|alter|edit", "increase|raise|enlarge", "reduce|lower|decrease", "remove|delete|get rid of", "button|control|switch",
    "whats|what is|what s", "cant|cannot|can not|am not able to", "doesnt|does not|dont", "im|i am", "wont|will not|refuses to",
    "it says|i get|it tells me|i see|the message says|it complains|paddock says|there is a message", "set|configure", "the engine|llama-server|the server",
    "where is|where can i find|where do i see", "need|require", "how do i|how can i|how to|how does one", "want|would like|wish", "memory|ram",
    "model|llm|ai model", "models|llms", "gguf|gguf file", "taking|needing", "forever|ages|very long", "crashed|died|broke down",
    "starts|launches|runs", "launch|start|run", "stop|halt|end", "stopped|ended", "good|decent|fine", "best|ideal|optimal", "maximum|max", "tokens per second|tok/s|t/s",
    "keyboard|keys", "mean|stand for", "kept|stored|saved", "privacy|data privacy", "window|screen", "copy|duplicate", "gone|lost|missing|disappeared",
]
PREFIXES = """hi|hello|hey|please|ok|so|and|well|um|sorry but|quick question|hey paddock|just wondering|one more thing|i have a question|question
im new here|another question|can you help|tell me|excuse me|by the way|hm|hi there|ok so|now|i wonder|maybe you know|good morning|thanks and|ok next""".replace("\n", "|").split("|")
SUFFIXES = """please|thanks|thank you|in paddock|here|in this app|now|again|exactly|then|pls|if i may ask|on my computer|can you help|help|for me|with paddock
i wonder|today|anyway|really|though|ty|any idea|do you know|i am new|on linux|on windows|on my laptop|quickly|actually|or not|right""".replace("\n", "|").split("|")
STOPWORDS = set("the a an to of do i is my me can you it please in for on that this and are with does there".split())
SYSTEMS = [
    "You are a helpful assistant.", "You are a helpful, concise assistant.", "Be brief.", "Answer in one sentence.", "You are a pirate.",
    "You are an expert programmer.", "Answer in German.", "Always answer politely.", "You are Paddock’s starter model.", "Use Markdown.",
    "You are a friendly teacher who explains things simply.", "Today is Monday.", "The user is called Anna.", "Do not use lists.", "Think step by step.",
    "You are ChatGPT, a large language model.", "Respond in rhyme.", "You write short stories.", "Never apologise.", "Act as a Linux terminal.",
]  # fmt: skip
NEIGHBOURS = {a: b for a, b in zip("qwertyuiopasdfghjklzxcvbnm", "wqretyiuopsadgfhkjlxzcbvnm")}


def normalise(text):
    """Exactly what the chat template does to a user's message (a trailing dot vanishes, one inside a word stays)."""
    text = text.lower() + " "
    for old, new in CLEANING:
        text = text.replace(old, new)
    return text.strip()


CLEANING = [("\n", " "), ("'", ""), ("’", ""), ("?", " "), ("!", " "), (",", " "), (";", " "), (":", " "), ('"', " "),
            ("“", " "), ("”", " "), (". ", " "), ("   ", " "), ("  ", " ")]  # fmt: skip


def answers(properties, file=HERE / "answers.md"):
    """Reads the answers and puts in the words of the interface; an unknown key is an error."""
    words = {}
    for path in properties:
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            if re.match(r"[\w.-]+ = ", line):
                key, value = line.split(" = ", 1)
                words[key] = re.sub(r"  \(.*\)$", "", value).replace("_", "").replace("''", "'")
    body = file.read_text(encoding="utf-8").split("\n## ")[1:]
    sections = (part.split("\n", 1) for part in body)
    return {name.strip(): re.sub(r"\{word:([\w.-]+)\}", lambda m: words[m[1]], text.strip()) for name, text in sections}


def typo(text, rng):
    letters = [i for i, c in enumerate(text) if c.isalpha()]
    if len(letters) < 4:
        return text
    i = rng.choice(letters)
    kind = rng.randrange(5)
    if kind == 0:
        return text[:i] + text[i + 1 :]
    if kind == 1:
        return text[:i] + text[i] + text[i:]
    if kind == 2 and i + 1 < len(text):
        return text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    if kind == 3:
        return text[:i] + NEIGHBOURS.get(text[i], "e") + text[i + 1 :]
    return text[:i] + rng.choice("aeiounrst") + text[i:]


class Questions:
    """Draws questions of an intent; a twentieth, chosen by hash, is held out of training."""

    def __init__(self):
        self.wordings, self.typos, self.outside, self.near = Wordings(), 0.3, 0.24, 0.0
        self.names = sorted(n for n in self.wordings.intents if n != "outside")
        self.weights = [len(self.wordings.intents[n]) ** 0.4 for n in self.names]
        self.synonyms = {}
        for group in SYNONYMS:
            words = group.split("|")
            for word in words:
                self.synonyms.setdefault(word, []).extend(w for w in words if w != word)
        keys = sorted(self.synonyms, key=len, reverse=True)
        self.pattern = re.compile(r"\b(" + "|".join(map(re.escape, keys)) + r")\b")

    def intent(self, rng):
        return "outside" if rng.random() < self.outside else rng.choices(self.names, self.weights)[0]

    def clean(self, intent, rng, held_out=False):
        """A question without typos, from the training part or the held-out part."""
        for _ in range(400):
            near = bool(self.near) and intent == "outside" and rng.random() < self.near
            text = self.wordings.draw(intent, rng, near)
            if near and rng.random() < 0.5:
                text = re.sub(r"^(a|an|the) ", "", text)
            if rng.random() < 0.6:
                text = self.pattern.sub(lambda m: rng.choice(self.synonyms[m[1]]) if rng.random() < 0.3 else m[1], text)
            if rng.random() < 0.14:
                text = rng.choice(PREFIXES) + " " + text
            if rng.random() < 0.10:
                text = text + " " + rng.choice(SUFFIXES)
            text = normalise(text)
            if (hashlib.md5(text.encode()).digest()[0] % 20 == 0) == held_out:
                return text
        return None if held_out else text

    def noisy(self, text, rng, many=False):
        if not many and rng.random() < 0.12 and " " in text:
            drop = 1.0 if rng.random() < 0.4 else 0.4
            kept = [w for w in text.split() if w not in STOPWORDS or rng.random() > drop]
            text = " ".join(kept) if len(kept) > 1 else text
        if many or rng.random() < self.typos:
            for _ in range(1 + (rng.random() < 0.4) + (len(text) > 40 and rng.random() < 0.5)):
                text = typo(text, rng)
        if not many and rng.random() < 0.03:
            text += rng.choice([" ...", " :)", ".", " .", "..", " ;)", " xd"])
        return normalise(text) or "hi"


VARIANTS = {"joke": 3, "poem": 2, "story": 2}


class Chats:
    """Draws turns (question, tag) of one conversation; “another one” follows what was told before."""

    def __init__(self, questions, rng):
        self.questions, self.rng = questions, rng
        self.last, self.count = None, {}

    def turn(self):
        rng, kind = self.rng, self.questions.intent(self.rng)
        if self.last and rng.random() < 0.35:
            kind = "another"
        elif self.last is None and rng.random() < 0.05:
            kind = rng.choice(list(VARIANTS))
        question = self.questions.noisy(self.questions.clean(kind, rng), rng)
        told = kind if kind in VARIANTS else self.last if kind == "another" and self.last else None
        self.last = told
        if told:
            self.count[told] = self.count.get(told, 0) % VARIANTS[told] + 1
            return question, f"{told}.{self.count[told]}"
        return question, "another.1" if kind == "another" else kind

    def system(self):
        return self.rng.choice(SYSTEMS) if self.rng.random() < 0.25 else None
