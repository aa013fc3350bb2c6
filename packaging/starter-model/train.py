"""Trains the starter model: by steps, from fixed seeds, on two processes of one thread or on one GPU.

    python3 train.py BUILD_FOLDER --words WORDS.properties [--steps N]

Every random choice of a step depends on its number alone, and what happens before the last `COOL` steps does not
depend on N. So an interrupted training goes on from its last checkpoint, also towards another N, to the same end.
"""

import argparse
import itertools
import os
import pathlib
import random
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch
import torch.nn.functional as F

import corpus
import tokenizer
from model import Starter

TOKENS_PER_STEP, TAG_WEIGHT, MUON_RATE, ADAM_RATE, SEED = 4096, 6.0, 0.02, 0.004, 20261121
ANSWERS_FIRST, COOL, NEAR, KEEP = 170, 520, 320, 50


class Rows:
    """Rows of packed chats with a loss weight per token."""

    def __init__(self, tok, answers, rank):
        self.tok, self.rank, self.rng = tok, rank, random.Random()
        self.questions = corpus.Questions()
        self.answers = {k: tok.encode(v) + [tok.end] for k, v in answers.items()}

    def question(self, text):
        return [self.tok.user, *self.tok.encode(" " + text), self.tok.end, self.tok.assistant]

    def chat(self, kind, room):
        """Tokens and weights of one chat. short: tagged and cut; full: tagged; long: a history as the engine sends it, then one turn."""
        rng, ids, weights = self.rng, [], []
        chats = corpus.Chats(self.questions, rng)
        system = chats.system()
        if system:
            ids += [self.tok.system, *self.tok.encode(" " + system), self.tok.end]
        turns = 1 + (rng.random() < 0.4) + (rng.random() < 0.2)
        limit = room * rng.random() ** 0.7 if kind == "long" else 0
        while turns > 0:
            text, tag = chats.turn()
            ids += self.question(text)
            weights += [0.0] * (len(ids) - len(weights))
            answer = self.answers[tag]
            history = kind == "long" and len(ids) < limit
            if kind == "short" or (kind == "long" and rng.random() < 0.4):
                answer = answer[: rng.randrange(7)] + [self.tok.end] * (rng.random() < 0.0)
            if not history or rng.random() < 0.3:
                ids.append(self.tok.tag(tag))
                weights.append(TAG_WEIGHT)
            ids += answer
            weights += [1.0 if not history else 0.3] * len(answer)
            turns = 1 if history else turns - 1 if kind != "long" else 0
        return ids, weights

    def batch(self, step, left, kind, length, count):
        """Rows of one step; the last ones see more typing errors, more that is outside Paddock, and more near misses."""
        self.questions.typos, self.questions.outside = (0.55, 0.30) if left <= COOL else (0.3, 0.24)
        self.questions.near = 0.4 if left <= NEAR else 0.0
        self.rng.seed(SEED + 1_000_003 * self.rank + step)
        ids = torch.zeros(count, length + 1, dtype=torch.long)
        weight, segment = torch.zeros(count, length + 1), torch.zeros(count, length + 1, dtype=torch.long)
        for row in range(count):
            at, number = 0, 0
            while at < length:
                tokens, weights = self.chat(kind, length - at)
                take, number = min(len(tokens), length + 1 - at), number + 1
                ids[row, at : at + take] = torch.tensor(tokens[:take])
                weight[row, at : at + take] = torch.tensor(weights[:take])
                segment[row, at : at + take] = number
                weight[row, at] = 0
                at += take
        return ids, weight, segment


def plan(step, steps):
    """Kind and length of the rows of a step: answers first, then decisions, long conversations at the end."""
    draw = random.Random(SEED * 7 + step).random()
    if step < ANSWERS_FIRST:
        return ("full", 256) if draw < 0.6 else ("short", 128)
    if step < steps - COOL:
        return ("short", 128) if draw < 0.70 else ("full", 256) if draw < 0.83 else ("long", 512)
    return ("short", 128) if draw < 0.6 else ("full", 256) if draw < 0.72 else ("long", 1024) if draw < 0.9 else ("long", 2048)


def orthogonal(g):
    """Muon's step direction: five Newton-Schulz iterations, in bfloat16."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = (g / (g.norm() + 1e-7)).bfloat16()
    flip = x.shape[0] > x.shape[1]
    x = x.T if flip else x
    for _ in range(5):
        s = x @ x.T
        x = a * x + (b * s + c * s @ s) @ x
    return (x.T if flip else x).float() * max(1, g.shape[0] / g.shape[1]) ** 0.5


class Optimizer:
    """Muon for the matrices of the blocks, Adam for the rest; each process updates its share of the common weights."""

    def __init__(self, named, rank, world):
        hidden = [p for n, p in named if p.dim() == 2 and n.startswith("blk")]
        rest = [p for n, p in named if not (p.dim() == 2 and n.startswith("blk"))]
        self.hidden = hidden[rank::world]
        self.rest = rest if rank == world - 1 else []
        self.state = {p: (torch.zeros_like(p), torch.zeros_like(p)) for p in self.hidden + self.rest}

    def save(self, step):
        return step, [self.state[p] for p in self.hidden + self.rest]

    def load(self, saved):
        step, states = saved
        for p, (first, second) in zip(self.hidden + self.rest, states):
            self.state[p][0].copy_(first)
            self.state[p][1].copy_(second)
        return step

    def step(self, gradient, number, factor):
        for p in self.hidden:
            moment = self.state[p][0].mul_(0.95).add_(gradient[p])
            p.mul_(1 - 0.02 * 0.1 * factor).sub_(orthogonal(gradient[p] + 0.95 * moment), alpha=MUON_RATE * factor)
        for p in self.rest:
            first, second = self.state[p]
            first.mul_(0.9).add_(gradient[p], alpha=0.1)
            second.mul_(0.98).addcmul_(gradient[p], gradient[p], value=0.02)
            size = (second / (1 - 0.98**number)).sqrt_().add_(1e-8)
            p.sub_(first / (1 - 0.9**number) / size, alpha=ADAM_RATE * factor)


def rate(step, steps):
    """Warm-up, level, then down to nothing over the last steps."""
    return min(1.0, (step + 1) / 30) * min(1.0, (steps - step) / COOL)


def work(rank, world, model, grads, barrier, tok, answers, folder, steps, device):
    torch.set_num_threads(1 if device == "cpu" else 4)
    rows = Rows(tok, answers, rank)
    named = [(n, p) for n, p in model.named_parameters()]
    views, at = {}, 0
    for _, p in named:
        views[p] = (at, at + p.numel())
        at += p.numel()
    optimizer, begun, shown, first = Optimizer(named, rank, world), time.time(), 0.0, 0
    kept = folder / f"optimizer-{rank}.pt"
    if kept.exists():
        first = optimizer.load(torch.load(kept, map_location=device))
    for step in range(first, steps):
        kind, length = plan(step, steps)
        ids, weight, segment = (x.to(device) for x in rows.batch(step, steps - step, kind, length, TOKENS_PER_STEP // world // length))
        target, w = ids[:, 1:].flatten(), weight[:, 1:].flatten()
        at = w.nonzero()[:, 0]
        with torch.autocast(device, torch.bfloat16):
            logits = model(ids[:, :-1], segment[:, :-1], at)
        losses = F.cross_entropy(logits.float(), target[at], reduction="none")
        loss = (losses * w[at]).sum() / w[at].sum()
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p, (a, b) in views.items():
                grads[rank, a:b] = p.grad.flatten()
            barrier.wait()
            mine = optimizer.hidden + optimizer.rest
            gradient = {p: grads[:, views[p][0] : views[p][1]].sum(0).div_(world).view_as(p) for p in mine}
            optimizer.step(gradient, step + 1, rate(step, steps))
            barrier.wait()
            tags = w[at] == TAG_WEIGHT
            shown = 0.95 * shown + 0.05 * losses[tags].mean().item()
        if rank == 0 and (step % 25 == 24 or step + 1 == steps):
            took = time.time() - begun
            print(f"step {step + 1} loss {loss.item():.3f} tag {shown / (1 - 0.95 ** (step + 1 - first)):.3f} {took:.0f} s", flush=True)
        if step % KEEP == KEEP - 1 or step + 1 == steps:
            if rank == 0:
                torch.save({k: v.cpu().clone() for k, v in model.state_dict().items()}, folder / "weights.pt")
            torch.save(optimizer.save(step + 1), kept)
            barrier.wait()


class Alone:
    def wait(self):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--words", nargs="+", required=True)
    parser.add_argument("--steps", type=int, default=1770)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    answers = corpus.answers(options.words)
    tok = vocabulary(answers)
    tok.save(options.folder / "tokenizer.json")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    world = 1 if device == "cuda" else 2
    model = Starter(len(tok.tokens)).to(device)
    if (options.folder / "weights.pt").exists():
        model.load_state_dict(torch.load(options.folder / "weights.pt", map_location=device))
    size = sum(p.numel() for p in model.parameters())
    print(f"{size} parameters, {len(tok.tokens)} tokens, {len(answers)} answers, {device}", flush=True)
    grads = torch.zeros(world, size, device=device)
    job = (tok, answers, options.folder, options.steps, device)
    if world == 1:
        return work(0, 1, model, grads, Alone(), *job)
    context = torch.multiprocessing.get_context("fork")
    model.share_memory()
    grads.share_memory_()
    barrier = context.Barrier(world)
    others = [context.Process(target=work, args=(r, world, model, grads, barrier, *job), daemon=True) for r in range(1, world)]
    for process in others:
        process.start()
    work(0, world, model, grads, barrier, *job)
    for process in others:
        process.join()


def vocabulary(answers):
    rng, questions = random.Random(SEED), corpus.Questions()
    questions.outside = 0.25
    texts = [" " + questions.clean(questions.intent(rng), rng) for _ in range(12000)]
    texts += list(itertools.chain.from_iterable([a] * 12 for a in answers.values())) + [" " + s for s in corpus.SYSTEMS * 5]
    tags = sorted(answers)
    return tokenizer.Tokenizer(tokenizer.learn(texts, 2048 - 256 - 4 - len(tags)), tags)


if __name__ == "__main__":
    main()
