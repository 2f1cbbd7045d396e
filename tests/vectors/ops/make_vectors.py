#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does NumPy make of it? Writes vectors.txt, which tests/ops/vectors.cpp compares our operations with.

    python3 make_vectors.py > vectors.txt

One case a line: a name, then each operand and last the result, as its element type, [extents] and elements:

    permute 1 0 | int32 [1,2] 5 6 | int32 [2,1] 5 6
"""
import itertools
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")  # division by zero and overflow are meant
random = np.random.default_rng(20240607)

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]


def said(value):
    if isinstance(value, np.complexfloating):
        return f"{said(value.real)},{said(value.imag)}"
    if isinstance(value, np.floating):
        # Exact: as many digits as tell this number from its neighbours in its own type, half as a float.
        text = repr(float(value)) if value.dtype != np.float32 else str(value)
        return text.removesuffix(".0")
    return str(int(value))


def block(array):
    extents = ",".join(map(str, array.shape))
    return " ".join([str(array.dtype), f"[{extents}]", *map(said, array.reshape(-1))])


def case(name, *arrays):
    print(" | ".join([name, *map(block, arrays)]))


def counted(*shape):
    return np.arange(np.prod(shape, dtype=int), dtype=np.int32).reshape(shape)


def anything(dtype, *shape):
    """Numbers of a type, its ends among them."""
    if dtype in INTEGERS:
        limits = np.iinfo(dtype)
        numbers = random.integers(limits.min, limits.max, size=shape, dtype=dtype, endpoint=True)
        numbers.flat[0], numbers.flat[1] = limits.min, limits.max
        return numbers
    if dtype in COMPLEX:
        return (random.normal(size=shape) + 1j * random.normal(size=shape)).astype(dtype)
    numbers = (random.normal(size=shape) * 100).astype(dtype)
    numbers.flat[0], numbers.flat[1] = np.finfo(dtype).max, 0
    return numbers


def small(dtype, *shape):
    """Whole numbers whose products and sums every type holds exactly, so that the order of a sum does not matter."""
    numbers = random.integers(0 if dtype in INTEGERS[4:] else -4, 5, size=shape)
    if dtype in COMPLEX:
        return (numbers + 1j * random.integers(-4, 5, size=shape)).astype(dtype)
    return numbers.astype(dtype)


def layouts():
    for shape in [(2, 3, 4), (1, 3, 2), (2, 0, 3), (2, 1, 3, 2)]:
        x = counted(*shape)
        for order in itertools.permutations(range(len(shape))):
            case("permute " + " ".join(map(str, order)), x, x.transpose(order))
    for first, second in [(0, 1), (0, 2), (1, 2), (-1, -2), (1, 1)]:
        x = counted(2, 3, 4)
        case(f"transpose {first} {second}", x, x.swapaxes(first, second))
    for source, target in [((3,), (2, 3)), ((3, 1), (3, 4)), ((1,), (2, 2)), ((2, 1, 3), (4, 2, 5, 3)), ((), (2, 3)),
                           ((1, 2), (0, 2)), ((2, 3), (2, 3)), ((1, 0), (3, 0)), ((1, 1, 1), (2, 3, 2))]:
        x = np.add(counted(*source), 1, dtype=np.int32)
        case("broadcast_to", x, np.broadcast_to(x, target))
    for source, target in [((12,), (3, 4)), ((2, 3, 4), (4, 6)), ((2, 3), (6,)), ((1,), ()), ((), (1, 1)), ((0, 3), (5, 0))]:
        case("reshape", counted(*source), counted(*source).reshape(target))
    x = counted(2, 1, 3, 1)
    case("squeeze", x, x.squeeze())
    for axis in [1, 3, -1]:
        case(f"squeeze {axis}", x, x.squeeze(axis))
    for axis in [0, 1, 2, -1, -3]:
        case(f"unsqueeze {axis}", counted(2, 3), np.expand_dims(counted(2, 3), axis))
    case("flatten", x, x.ravel())
    case("flatten 1", x, x.reshape(2, 3))
    case("flatten 1 2", x, x.reshape(2, 3, 1))
    case("merge 0 2", x, x.reshape(6, 1))
    case("split 1", counted(2, 6), counted(2, 6).reshape(2, 2, 3))


def arithmetic():
    for dtype in INTEGERS + FLOATS + COMPLEX:
        a, b = anything(dtype, 2, 4), anything(dtype, 2, 4)
        if dtype in FLOATS:
            b.flat[2], b.flat[3] = np.inf, np.nan
        case("add", a, b, a + b)
        case("sub", a, b, a - b)
        case("mul", a, b, a * b)
        if dtype not in INTEGERS:
            case("div", a, b, a / b)


def matmuls():
    for dtype in INTEGERS + FLOATS + COMPLEX:
        a, b = small(dtype, 2, 3), small(dtype, 3, 4)
        case("matmul", a, b, a @ b)
    a, b = anything("int16", 2, 3), anything("int16", 3, 2)
    case("matmul", a, b, a @ b)
    for left, right in [((2, 2, 3), (2, 3, 2)), ((2, 2, 1, 2), (2, 2, 2, 1)), ((0, 2), (2, 3)), ((2, 0), (0, 3)),
                        ((1, 1), (1, 1)), ((3, 2, 0), (3, 0, 2)), ((0, 2, 2), (0, 2, 2))]:
        a, b = small("float32", *left), small("float32", *right)
        case("matmul", a, b, a @ b)


def casts():
    for source in ["bool"] + INTEGERS + FLOATS + COMPLEX:
        for target in ["bool"] + INTEGERS + FLOATS + COMPLEX:
            if source in COMPLEX and target not in COMPLEX:
                continue
            if source in FLOATS and target in INTEGERS:
                # Only what the integer holds: everything else is undefined in C, and NumPy says what the machine does.
                low = 0 if target.startswith("u") else -100
                x = np.array([low, 1.5, 2.75, 99.99, 0.1, low / 2], dtype=source)
            elif source == "bool":
                x = np.array([True, False])
            elif source in FLOATS:
                x = np.array([0, -0.0, 1.1, -3.25e-3, 65519, 6.1e-5, np.inf], dtype=source)
            else:
                x = anything(source, 4)
            case("cast", x, x.astype(target))


layouts()
arithmetic()
matmuls()
casts()
sys.stdout.flush()
