"""Writes a GGUF v3 file: metadata, then tensors as Q8_0 (rows of blocks of 32) or F32."""

import struct

import torch

ALIGN, F32, Q8_0 = 32, 0, 8
U32, I32, FLOAT, BOOL, TEXT, ARRAY = 4, 5, 6, 7, 8, 9


def text(value):
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def value(kind, v):
    if kind == TEXT:
        return text(v)
    return struct.pack({U32: "<I", I32: "<i", FLOAT: "<f", BOOL: "<?"}[kind], v)


def entry(key, kind, v):
    if isinstance(v, list):
        return text(key) + struct.pack("<IIQ", ARRAY, kind, len(v)) + b"".join(value(kind, x) for x in v)
    return text(key) + struct.pack("<I", kind) + value(kind, v)


def q8_0(tensor):
    blocks = tensor.reshape(-1, 32)
    scale = (blocks.abs().amax(1, keepdim=True) / 127).half()
    inverse = torch.where(scale > 0, 1 / scale.float(), torch.zeros(()))
    numbers = (blocks * inverse).round().clamp(-127, 127).to(torch.int8)
    both = torch.cat((scale.view(torch.int8).reshape(-1, 2), numbers), 1)
    return both.contiguous().numpy().tobytes()


def write(path, metadata, tensors):
    """metadata: (key, kind, value); tensors: name to float tensor, matrices become Q8_0."""
    infos, blobs, at = b"", [], 0
    for name, tensor in tensors.items():
        kind = Q8_0 if tensor.dim() == 2 else F32
        data = q8_0(tensor) if kind == Q8_0 else tensor.float().numpy().tobytes()
        shape = list(reversed(tensor.shape))
        infos += text(name) + struct.pack("<I", len(shape)) + struct.pack(f"<{len(shape)}Q", *shape) + struct.pack("<IQ", kind, at)
        blobs.append(data + bytes(-len(data) % ALIGN))
        at += len(blobs[-1])
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(metadata)) + b"".join(entry(*m) for m in metadata) + infos
    path.write_bytes(head + bytes(-len(head) % ALIGN) + b"".join(blobs))
