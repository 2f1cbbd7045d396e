#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does NumPy make of it? Writes vectors.txt, which tests/ops/reduce_vectors.cpp compares our operations with.

    python3 make_vectors.py > vectors.txt

One case a line: a name, then each operand and last the result, as [extents] and elements. Operands are numbers that float32
holds exactly; results are computed in float64, by the formulas of PyTorch's documentation.

    softmax 1 | [1,2] 0 0 | [1,2] 0.5 0.5
"""
import warnings

import numpy as np

warnings.simplefilter("ignore")  # means of nothing and infinities are meant
random = np.random.default_rng(20250301)
inf, nan = np.inf, np.nan


def block(array):
    array = np.asarray(array, dtype=np.float64)
    extents = ",".join(map(str, array.shape))
    return " ".join([f"[{extents}]", *(repr(float(v)).removesuffix(".0") for v in array.reshape(-1))])


def case(name, *arrays):
    print(" | ".join([name, *map(block, arrays)]))


def numbers(*shape):
    return (random.normal(size=shape) * 16).round() / 16


def lse(x, axis):
    top = np.max(x, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0)
    return np.log(np.sum(np.exp(x - top), axis=axis)) + np.squeeze(top, axis=axis)


def softmax(x, axis):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def norm(x, p, axis):
    size = np.abs(x)
    if p == inf:
        return size.max(axis=axis)
    if p == -inf:
        return size.min(axis=axis)
    if p == 0:
        return (x != 0).sum(axis=axis)
    return np.power(np.power(size, p).sum(axis=axis), 1 / p)


def reductions():
    plain = {"sum": np.sum, "mean": np.mean, "prod": np.prod, "max": np.max, "min": np.min,
             "var": lambda x, axis: np.var(x, axis=axis, ddof=1), "stddev": lambda x, axis: np.std(x, axis=axis, ddof=1),
             "var0": np.var, "stddev0": np.std, "logsumexp": lse,
             "norm": lambda x, axis: norm(x, 2, axis), "norm1": lambda x, axis: norm(x, 1, axis),
             "norm0": lambda x, axis: norm(x, 0, axis), "norm3": lambda x, axis: norm(x, 3, axis),
             "norminf": lambda x, axis: norm(x, inf, axis), "norm-inf": lambda x, axis: norm(x, -inf, axis),
             "any": lambda x, axis: np.any(x != 0, axis=axis), "all": lambda x, axis: np.all(x != 0, axis=axis)}
    x = numbers(2, 3, 4)
    x[0, 1, 2] = 0
    for name, function in plain.items():
        for axis in [0, 1, 2, (0, 2), (1, 2), (0, 1, 2)]:
            label = " ".join(map(str, axis)) if isinstance(axis, tuple) else axis
            case(f"{name} {label}", x, function(x, axis=axis))
    special = np.array([[1, nan, 3], [inf, 1, 2], [-inf, 0, 1], [-inf, -inf, -inf], [inf, -inf, 0], [nan, nan, 1],
                        [0, 0, 0], [1e8, 1e8, -1e8], [100, 101, 102], [-0.0, 0, -0.0]])
    for name, function in plain.items():
        case(f"{name} 1", special, function(special, axis=1))
    for name in ["argmax", "argmin"]:
        function = getattr(np, name)
        case(f"{name} 1", special, function(special, axis=1))
        for axis in [0, 1, 2]:
            case(f"{name} {axis}", x, function(x, axis=axis))
    one = numbers(3, 1)
    for name in ["var", "stddev", "var0"]:
        case(f"{name} 1", one, plain[name](one, axis=1))


def along():
    x = numbers(2, 3, 4)
    special = np.array([[1, 1000, 3], [-1000, -1001, -1002], [0, 0, 0], [-inf, 0, 1], [inf, 0, 1], [nan, 0, 1],
                        [-inf, -inf, -inf]])
    for array, axes in [(x, [0, 1, 2]), (special, [1])]:
        for axis in axes:
            case(f"softmax {axis}", array, softmax(array, axis))
            shifted = array - array.max(axis=axis, keepdims=True)
            case(f"log_softmax {axis}", array, shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True)))
            case(f"cumsum {axis}", array, np.cumsum(array, axis=axis))
            case(f"cumprod {axis}", array, np.cumprod(array, axis=axis))


def standardized(x, axes, epsilon):
    mean = x.mean(axis=axes, keepdims=True)
    return (x - mean) / np.sqrt(x.var(axis=axes, keepdims=True) + epsilon)


def normalisations():
    x, w, b = numbers(2, 3, 4), numbers(4), numbers(4)
    case("layer_norm", x, standardized(x, (2,), 1e-5))
    case("layer_norm", x, w, standardized(x, (2,), 1e-5) * w)
    case("layer_norm", x, w, b, standardized(x, (2,), 1e-5) * w + b)
    w2, b2 = numbers(3, 4), numbers(3, 4)
    case("layer_norm 1", x, w2, b2, standardized(x, (1, 2), 1e-5) * w2 + b2)
    case("rms_norm", x, w, x / np.sqrt((x**2).mean(axis=2, keepdims=True) + 2.0**-23) * w)
    x, w, b = numbers(3, 4, 2, 3), numbers(4), numbers(4)
    mean, variance = numbers(4), np.abs(numbers(4)) + 1 / 16
    def channel(v):
        return v.reshape(1, -1, 1, 1)
    case("batch_norm", x, mean, variance, (x - channel(mean)) / np.sqrt(channel(variance) + 1e-5))
    case("batch_norm", x, mean, variance, w, b,
         (x - channel(mean)) / np.sqrt(channel(variance) + 1e-5) * channel(w) + channel(b))
    case("batch_norm_training", x, w, b, standardized(x, (0, 2, 3), 1e-5) * channel(w) + channel(b))
    case("batch mean", x, x.mean(axis=(0, 2, 3)))
    case("batch variance", x, x.var(axis=(0, 2, 3)))
    grouped = standardized(x.reshape(3, 2, 2, 2, 3), (2, 3, 4), 1e-5).reshape(x.shape)
    case("group_norm 2", x, w, b, grouped * channel(w) + channel(b))
    case("group_norm 2", x, grouped)
    flat = numbers(5, 4)
    case("batch_norm_training", flat, w, b, standardized(flat, (0,), 1e-5) * w + b)
    case("group_norm 2", flat, w, b, standardized(flat.reshape(5, 2, 2), (2,), 1e-5).reshape(5, 4) * w + b)


reductions()
along()
normalisations()
