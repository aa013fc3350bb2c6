"""Asks the real engine, at temperature 0, and prints the table of the README.

    python3 evaluate.py MODEL.gguf --engine LLAMA_SERVER --words WORDS.properties [--wrong]
"""

import argparse
import difflib
import http.client
import json
import pathlib
import random
import socket
import subprocess
import time

import corpus

REFUSALS = {"outside", "language"}
HARMLESS = REFUSALS | {"more", "capabilities", "insult"}


class Engine:
    """A llama-server of our own on a free port; `with` starts and ends it."""

    def __init__(self, program, model, temperature):
        self.command, self.temperature = [program, "-m", str(model), "--host", "127.0.0.1", "-np", "1", "-t", "1"], temperature

    def __enter__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(self.command + ["--port", str(self.port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                if self._get("/health") == 200:
                    return self
            except OSError:
                assert self.process.poll() is None, "the engine ended at once"
            time.sleep(0.1)
        raise TimeoutError("the engine is not ready")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    def _get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", path)
        return connection.getresponse().status

    def reply(self, messages):
        body = {"messages": messages, "temperature": self.temperature, "seed": 1, "max_tokens": 500}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("POST", "/v1/chat/completions", json.dumps(body), {"Content-Type": "application/json"})
        answer = json.loads(connection.getresponse().read())
        choice = answer["choices"][0] if "choices" in answer else {"message": {"content": str(answer)}, "finish_reason": "error"}
        return choice["message"]["content"], choice["finish_reason"]


class Judge:
    """Names the intent of a reply; None when the text is broken (less than 0.97 like any answer, or not ended by itself)."""

    def __init__(self, answers):
        self.answers = answers
        self.by_text = {text: name for name, text in answers.items()}

    def intent(self, text, finish):
        if finish != "stop":
            return None
        name = self.by_text.get(text.strip()) or self._nearest(text.strip())
        return name and name.split(".")[0]

    def _nearest(self, text):
        best = max(self.answers, key=lambda n: difflib.SequenceMatcher(None, self.answers[n], text, False).quick_ratio())
        return best if difflib.SequenceMatcher(None, self.answers[best], text, False).ratio() >= 0.97 else None


def questions(path):
    """Lines `intent|other: question`; the first intent is the expected one, the others are right as well."""
    for line in path.read_text(encoding="utf-8").splitlines():
        names, text = line.split(": ", 1)
        yield set(names.split("|")), text


class Sets:
    def __init__(self, folder, held_out=400, seed=7):
        self.hand = list(questions(folder / "hand.txt"))
        self.outside = [(REFUSALS, q) for q in (folder / "outside.txt").read_text(encoding="utf-8").splitlines()]
        suggested = list(questions(folder / "suggested.txt"))
        self.suggested = [(n, v) for n, q in suggested for v in (q, q.lower().rstrip("?"), q.upper() + "!")]
        self.held_out, self.typos, rng, source = [], [], random.Random(seed), corpus.Questions()
        seen = set()
        while len(self.held_out) < held_out:
            name = source.intent(rng)
            text = source.clean(name, rng, held_out=True)
            if text and text not in seen:
                seen.add(text)
                accepted = {name} | (REFUSALS if name == "outside" else set())
                self.held_out.append((accepted, text))
                self.typos.append((accepted, source.noisy(text, rng, many=True)))


def single(engine, judge, cases, system=None):
    results = []
    for accepted, text in cases:
        start = [{"role": "system", "content": system}] if system else []
        said = judge.intent(*engine.reply(start + [{"role": "user", "content": text}]))
        results.append((accepted, text, said))
    return results


def conversations(engine, judge, cases, count, turns, seed=11):
    rng, results = random.Random(seed), []
    for _ in range(count):
        messages = []
        for turn, (accepted, text) in enumerate(rng.sample(cases, turns)):
            messages.append({"role": "user", "content": text})
            reply, finish = engine.reply(messages)
            messages.append({"role": "assistant", "content": reply})
            results.append((accepted, text, judge.intent(reply, finish), turn))
    return results


def share(results, test):
    return sum(test(r) for r in results) / len(results)


def right(result):
    return result[2] in result[0]


def confident(result):
    return result[2] not in result[0] and result[2] is not None and result[2] not in HARMLESS


def row(name, results):
    broken = sum(r[2] is None for r in results)
    print(f"| {name} | {len(results)} | {share(results, right):.3f} | {share(results, confident):.3f} | {broken} |", flush=True)


def mistakes(results):
    for accepted, text, said, *_ in results:
        if said not in accepted:
            print(f"  {'|'.join(sorted(accepted))}: {text} -> {said}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--engine", required=True)
    parser.add_argument("--words", nargs="+", required=True)
    parser.add_argument("--temperature", type=float, default=0.0)
    parser.add_argument("--wrong", action="store_true", help="list the wrong answers too")
    options = parser.parse_args()
    judge, sets = Judge(corpus.answers(options.words)), Sets(corpus.HERE / "eval")
    print("| set | n | right | confidently wrong | broken text |\n|---|---|---|---|---|")
    known = produced({corpus.normalise(q) for _, q in sets.hand + sets.outside})
    with Engine(options.engine, options.model, options.temperature) as engine:
        for name in ("held_out", "typos", "hand", "outside", "suggested"):
            results = single(engine, judge, getattr(sets, name))
            row(name.replace("_", "-"), results)
            if name in ("hand", "outside"):
                row(f"{name}, without those that the generator produces as well", [r for r in results if corpus.normalise(r[1]) not in known])
            if options.wrong and name != "typos":
                mistakes(results)
        row("hand, with a system prompt unseen in training", single(engine, judge, sets.hand, "You are an assistant for shop owners. Stay formal."))
        pool = [c for c in sets.hand if not c[0] & {"more", "joke", "poem", "story"}] + sets.outside
        chat = conversations(engine, judge, pool, 12, 20)
        asked = {r[1] for r in chat}
        row("the questions of the conversations, each alone", [r for r in single(engine, judge, pool) if r[1] in asked])
        row("20-turn conversations", chat)
        row("… their turns 11 to 20", [r for r in chat if r[3] >= 10])


def produced(wanted, draws=60_000):
    """Those questions that the generator came upon by itself in so many draws."""
    source, rng = corpus.Questions(), random.Random(3)
    return wanted & {source.clean(source.intent(rng), rng) for _ in range(draws)}


if __name__ == "__main__":
    main()
