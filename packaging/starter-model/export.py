"""Writes the trained weights as GGUF beside its hash and a few facts.

    python3 export.py BUILD_FOLDER TARGET.gguf
"""

import hashlib
import pathlib
import sys

import torch

import corpus
import gguf
import model
from gguf import BOOL, FLOAT, I32, TEXT, U32
from tokenizer import Tokenizer


def template():
    """System, user and assistant turns between control tokens; a user's text is cleaned as `corpus.normalise` does."""
    quote = lambda s: "'" + s.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"
    cleaning = "".join(f" | replace({quote(old)}, {quote(new)})" for old, new in corpus.CLEANING)
    return (
        "{%- for message in messages -%}"
        "{%- if message['role'] == 'system' -%}<|system|> {{ message['content'] | trim }}<|end|>"
        "{%- elif message['role'] == 'user' -%}<|user|> {{ (message['content'] ~ ' ') | lower" + cleaning + " | trim }}<|end|>"
        "{%- else -%}<|assistant|>{{ message['content'] | trim }}<|end|>{%- endif -%}"
        "{%- endfor -%}{%- if add_generation_prompt -%}<|assistant|>{%- endif -%}"
    )


def metadata(tok, parameters):
    a = "llama."
    return [
        ("general.architecture", TEXT, "llama"), ("general.type", TEXT, "model"), ("general.name", TEXT, "Paddock starter"),
        ("general.description", TEXT, "A demonstration that knows Paddock and nothing else, trained from scratch on generated text."),
        ("general.organization", TEXT, "Paddock"), ("general.license", TEXT, "apache-2.0"), ("general.languages", TEXT, ["en"]),
        ("general.size_label", TEXT, f"{parameters / 1e6:.1f}M"), ("general.file_type", U32, 7), ("general.quantization_version", U32, 2),
        ("general.parameter_count", U32, parameters),
        ("general.sampling.temp", FLOAT, 0.3), ("general.sampling.top_k", I32, 20), ("general.sampling.top_p", FLOAT, 0.9),
        (a + "block_count", U32, model.LAYERS), (a + "context_length", U32, model.CONTEXT), (a + "embedding_length", U32, model.WIDTH),
        (a + "feed_forward_length", U32, model.HIDDEN), (a + "vocab_size", U32, len(tok.tokens)),
        (a + "attention.head_count", U32, model.HEADS), (a + "attention.head_count_kv", U32, model.HEADS),
        (a + "attention.layer_norm_rms_epsilon", FLOAT, model.EPSILON), (a + "rope.freq_base", FLOAT, model.ROPE),
        (a + "rope.dimension_count", U32, model.WIDTH // model.HEADS),
        ("tokenizer.ggml.model", TEXT, "gpt2"), ("tokenizer.ggml.pre", TEXT, "gpt-2"), ("tokenizer.ggml.tokens", TEXT, tok.tokens),
        ("tokenizer.ggml.token_type", I32, tok.types), ("tokenizer.ggml.merges", TEXT, [" ".join(m) for m in tok.merges]),
        ("tokenizer.ggml.eos_token_id", U32, tok.end), ("tokenizer.ggml.padding_token_id", U32, tok.end),
        ("tokenizer.ggml.add_bos_token", BOOL, False), ("tokenizer.chat_template", TEXT, template()),
    ]  # fmt: skip


def main():
    folder, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    tok = Tokenizer.load(folder / "tokenizer.json")
    weights = torch.load(folder / "weights.pt", map_location="cpu")
    tensors = {(n if n.endswith(".weight") else n + ".weight"): t for n, t in weights.items() if t.dim() <= 2}
    parameters = sum(t.numel() for t in tensors.values())
    target.parent.mkdir(parents=True, exist_ok=True)
    gguf.write(target, metadata(tok, parameters), tensors)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    facts = f"file = {target.name}\nsha256 = {digest}\nbytes = {target.stat().st_size}\nparameters = {parameters}\n"
    target.with_suffix(".properties").write_text(facts, encoding="utf-8")
    print(facts)


if __name__ == "__main__":
    main()
