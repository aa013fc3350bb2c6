"""A llama in miniature: RMSNorm, rotary positions on interleaved pairs, SwiGLU, tied embeddings."""

import math

import torch
import torch.nn.functional as F
from torch import nn

WIDTH, LAYERS, HEADS, HIDDEN, CONTEXT, ROPE, EPSILON = 256, 4, 4, 512, 2048, 10000.0, 1e-5


class Norm(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(WIDTH))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + EPSILON) * self.weight


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attn_norm, self.ffn_norm = Norm(), Norm()
        self.attn_q, self.attn_k, self.attn_v, self.attn_output = (nn.Linear(WIDTH, WIDTH, bias=False) for _ in range(4))
        self.ffn_gate, self.ffn_up = (nn.Linear(WIDTH, HIDDEN, bias=False) for _ in range(2))
        self.ffn_down = nn.Linear(HIDDEN, WIDTH, bias=False)

    def forward(self, x, cos, sin, mask):
        b, t, _ = x.shape
        h = self.attn_norm(x)
        q, k, v = (f(h).view(b, t, HEADS, -1).transpose(1, 2) for f in (self.attn_q, self.attn_k, self.attn_v))
        q, k = turn(q, cos, sin), turn(k, cos, sin)
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + mask
        x = x + self.attn_output((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, WIDTH))
        h = self.ffn_norm(x)
        return x + self.ffn_down(F.silu(self.ffn_gate(h)) * self.ffn_up(h))


def turn(x, cos, sin):
    a, b = x[..., 0::2], x[..., 1::2]
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)


class Starter(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.token_embd = nn.Embedding(vocabulary, WIDTH)
        self.blk = nn.ModuleList(Block() for _ in range(LAYERS))
        self.output_norm = Norm()
        for name, p in self.named_parameters():
            if p.dim() == 2:
                scale = 0.02 if name.startswith("token") else 1 / math.sqrt(p.shape[1])
                nn.init.normal_(p, std=scale * (0.5 if "output" in name or "down" in name else 1))
        half = WIDTH // HEADS // 2
        angles = torch.arange(CONTEXT * 2)[:, None] * ROPE ** (-torch.arange(half) / half)
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)

    def forward(self, ids, segments, at):
        """Logits at the flat positions `at`; a token sees earlier ones of its own segment."""
        t = ids.shape[1]
        seen = (segments[:, :, None] == segments[:, None, :]) & torch.ones(t, t, dtype=torch.bool, device=ids.device).tril()
        mask = torch.zeros(seen.shape, device=ids.device).masked_fill_(~seen, -1e9)[:, None]
        x = self.token_embd(ids)
        for block in self.blk:
            x = block(x, self.cos[:t], self.sin[:t], mask)
        return F.linear(self.output_norm(x.flatten(0, 1)[at]), self.token_embd.weight)
