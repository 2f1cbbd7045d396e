#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does NumPy make of patterns? Writes vectors.txt, which tests/ops/rearrange.cpp and einsum.cpp compare us with.

    python3 make_vectors.py > vectors.txt

One case a line: the pattern, then each operand and last the result, as [extents] and elements:

    a b -> b a | [1,2] 5 6 | [2,1] 5 6

einops' patterns are written out as reshape, transpose and reductions; einsum's are NumPy's own.
"""
import numpy as np

random = np.random.default_rng(20240607)


def block(array):
    array = np.asarray(array)
    extents = ",".join(map(str, array.shape))
    return " ".join([f"[{extents}]", *(repr(float(v)).removesuffix(".0") for v in array.reshape(-1))])


def case(pattern, *arrays):
    print(" | ".join([pattern, *map(block, arrays)]))


def counted(*shape):
    return np.arange(np.prod(shape, dtype=int)).reshape(shape)


def small(*shape):
    return random.integers(-4, 5, size=shape)


def moves():
    x = counted(2, 3, 4)
    case("a b c -> c a b", x, x.transpose(2, 0, 1))
    case("a b c -> (c a) b", x, x.transpose(2, 0, 1).reshape(8, 3))
    case("a ... -> ... a", x, x.transpose(1, 2, 0))
    case("a b c -> b 1 (a c) ()", x, x.transpose(1, 0, 2).reshape(3, 1, 8, 1))
    # Patches of 2 x 3 (p = 2, q = 3), and space to depth.
    x = counted(2, 3, 4, 6)
    patches = x.reshape(2, 3, 2, 2, 2, 3).transpose(0, 2, 4, 1, 3, 5).reshape(2, 4, 18)
    case("n c (h p) (w q) -> n (h w) (c p q)", x, patches)
    case("n (h w) (c p q) -> n c (h p) (w q)", patches, x)
    # Heads of an attention layer, h = 2.
    x = counted(2, 3, 8)
    case("n t (h d) -> n h t d", x, x.reshape(2, 3, 2, 4).transpose(0, 2, 1, 3))
    # Channels dealt out in turns, g = 2.
    x = counted(1, 6, 2)
    case("b (g c) t -> b (c g) t", x, x.reshape(1, 2, 3, 2).transpose(0, 2, 1, 3).reshape(1, 6, 2))


def reductions():
    x = small(2, 3, 4, 5)
    for name, function in [("sum", np.sum), ("mean", np.mean), ("max", np.max), ("min", np.min), ("prod", np.prod)]:
        case(f"{name} b c h w -> c b", x, function(x, axis=(2, 3)).T)
    case("max b c (h 2) (w 5) -> b h w c", x, x.reshape(2, 3, 2, 2, 1, 5).max(axis=(3, 5)).transpose(0, 2, 3, 1))
    case("sum ... -> ", x, np.sum(x))
    case("mean b ... -> b 1", x, np.mean(x, axis=(1, 2, 3)).reshape(2, 1))


def repeats():
    x = counted(2, 3)
    case("h w -> h w c", x, np.repeat(x[:, :, None], 3, axis=2))  # c = 3
    case("h w -> (h 2) (3 w)", x, np.tile(np.repeat(x, 2, axis=0), (1, 3)))
    case("h w -> c w h", x, np.broadcast_to(x.T, (3, 3, 2)))  # c = 3
    case("... -> 2 ...", x, np.stack([x, x]))


def einsums():
    for pattern, *operands in [
        ("ij,jk->ik", (2, 3), (3, 4)),
        ("ij,kj->ki", (2, 3), (4, 3)),
        ("ij,jk", (2, 3), (3, 4)),
        ("ji", (2, 3)),
        ("ii", (3, 3)),
        ("ii->i", (3, 3)),
        ("iij->j", (3, 3, 2)),
        ("ij->", (2, 3)),
        ("ij->j", (2, 3)),
        ("i,j->ij", (2,), (3,)),
        ("i,i", (5,), (5,)),
        ("i,i->i", (5,), (5,)),
        ("bhid,bhjd->bhij", (2, 2, 3, 5), (2, 2, 4, 5)),
        ("bhij,bhjd->bihd", (2, 2, 3, 4), (2, 2, 4, 5)),
        ("...ij,...jk->...ik", (2, 2, 2, 3), (2, 2, 3, 2)),
        ("...ij,jk->...ik", (2, 2, 3), (3, 2)),
        ("bij,bjk->ik", (3, 2, 3), (3, 3, 2)),
        ("ij,jk,kl->il", (2, 3), (3, 4), (4, 2)),
        ("ab,bc,cd,de->ae", (2, 3), (3, 2), (2, 4), (4, 3)),
        ("bn,anm,bm->ba", (2, 3), (4, 3, 2), (2, 2)),
        ("nchw,oc->nohw", (2, 3, 2, 2), (4, 3)),
        ("ijk,jil->kl", (3, 4, 2), (4, 3, 2)),
        ("A,b->bA", (2,), (3,)),
        ("ij,j->i", (0, 3), (3,)),
        ("ij,jk->ik", (2, 0), (0, 3)),
    ]:
        arrays = [small(*shape) for shape in operands]
        case(pattern, *arrays, np.einsum(pattern, *arrays))
    for left, right in [((2, 3), (3,)), ((3,), (3, 2)), ((3,), (3,)), ((2, 4, 3), (3, 2)), ((4, 3), (2, 3, 2)),
                        ((2, 2, 4, 3), (3,)), ((3,), (2, 2, 3, 4)), ((2, 2, 2, 3), (2, 2, 3, 2))]:
        a, b = small(*left), small(*right)
        case("matmul", a, b, a @ b)
    a, b = small(5), small(5)
    case("dot", a, b, np.dot(a, b))
    case("outer", a, b[:3], np.outer(a, b[:3]))


moves()
reductions()
repeats()
einsums()
