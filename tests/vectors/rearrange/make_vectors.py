#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does NumPy make of it? Writes vectors.txt, which tests/ops/rearrange_vectors.cpp compares our operations with.

    python3 make_vectors.py > vectors.txt

One case a line: a name, then each operand and last the result, each as its [extents] and its elements, all int64:

    flip 1 | [1,2] 5 6 | [1,2] 6 5
"""
import numpy as np

random = np.random.default_rng(20241124)


def case(name, *arrays):
    blocks = ["[" + ",".join(map(str, a.shape)) + "] " + " ".join(map(str, a.reshape(-1))) for a in arrays]
    print(" | ".join([name, *(block.rstrip() for block in blocks)]))


def counted(*shape):
    return np.arange(np.prod(shape, dtype=int)).reshape(shape)


x = counted(3, 4, 5)
case("slice<1, 1, 3>", x, x[:, 1:3])
case("slice<2, -3, _>", x, x[:, :, -3:])
case("slice<0, 0, _, 2>", x, x[::2])
case("slice<All, Range(1, -1), Range(_, _, 3)>", x, x[:, 1:-1, ::3])
case("slice<-1, 2, 2>", x, x[..., 2:2])
case("select<1, -2>", x, x[:, -2])
case("flip<0>", x, np.flip(x, 0))
case("flip<1, -1>", x, np.flip(x, (1, -1)))
for shift in [-7, -1, 0, 2, 9]:
    case(f"roll<1> {shift}", x, np.roll(x, shift, 1))
y = counted(3, 4)
case("pad<1, 1, 2> 9", y, np.pad(y, ((0, 0), (1, 2)), constant_values=9))
case("pad_reflect<Sides(2, 1), Sides(3, 3)>", y, np.pad(y, ((2, 1), (3, 3)), mode="reflect"))
case("pad_replicate<Sides(4), Sides(0, 2)>", y, np.pad(y, ((4, 4), (0, 2)), mode="edge"))
case("pad_circular<Sides(3), Sides(1, 4)>", y, np.pad(y, ((3, 3), (1, 4)), mode="wrap"))
for axis in [0, 1, 2]:
    case(f"concat<{axis}>", x, x + 100, np.concatenate([x, x + 100], axis))
for axis in [0, 1, 3]:
    case(f"stack<{axis}>", x, x + 100, np.stack([x, x + 100], axis))
case("split_with_sizes<2, 1, _>[1]", x, np.split(x, [1], 2)[1])
case("chunk<1, 2>[1]", x, np.split(x, 2, 1)[1])
case("tile<2, 3>", y, np.tile(y, (2, 3)))
case("tile<2>", y, np.tile(y, 2))
case("tile<2, 1, 2>", y, np.tile(y, (2, 1, 2)))
case("repeat_interleave<0, 3>", y, np.repeat(y, 3, 0))
case("repeat_interleave<1, 2>", x, np.repeat(x, 2, 1))
for axis in [0, 1, 2]:
    indices = random.integers(0, x.shape[axis], size=6)
    case(f"index_select<{axis}>", x, indices, np.take(x, indices, axis))
    shape = list(x.shape)
    shape[axis] = 2
    index = random.integers(0, x.shape[axis], size=shape)
    case(f"take_along_axis<{axis}>", x, index, np.take_along_axis(x, index, axis))
    # torch.scatter_add, said with np.add.at
    source = random.integers(-9, 9, size=shape)
    places = list(np.indices(index.shape))
    places[axis] = index
    result = x.copy()
    np.add.at(result, tuple(places), source)
    case(f"scatter_add<{axis}>", x, index, source, result)
