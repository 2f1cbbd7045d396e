#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What NumPy says of element-wise functions: vectors.txt, which tests/ops/numpy_elementwise.cpp reads.

Each line is an operation and an element type, its operands and its result, parted by |.
"""
import pathlib

import numpy as np

FLOATS = [-np.inf, -2.5, -1.5, -1.0, -0.5, -0.0, 0.0, 0.25, 0.5, 1.5, 2.0, 3.75, np.inf, np.nan]
INTEGERS = {
    "int8": [-128, -127, -3, -1, 0, 1, 2, 127],
    "uint8": [0, 1, 2, 3, 127, 128, 254, 255],
    "int32": [-(2**31), -7, -1, 0, 1, 5, 2**31 - 1],
    "int64": [-(2**63), -7, -1, 0, 1, 5, 2**63 - 1],
    "uint64": [0, 1, 2**63, 2**64 - 1],
}
BOTH = {
    # + 0, as the sign of a zero is left open.
    "minimum": lambda a, b: np.minimum(a, b) + a.dtype.type(0),
    "maximum": lambda a, b: np.maximum(a, b) + a.dtype.type(0),
    "eq": np.equal,
    "ne": np.not_equal,
    "lt": np.less,
    "le": np.less_equal,
    "gt": np.greater,
    "ge": np.greater_equal,
    "logical_and": np.logical_and,
    "logical_or": np.logical_or,
    "logical_xor": np.logical_xor,
}
ONE = {
    "abs": np.abs,
    "neg": np.negative,
    "sign": np.sign,
    "square": np.square,
    "floor": np.floor,
    "ceil": np.ceil,
    "round": np.round,
    "logical_not": np.logical_not,
    "isnan": np.isnan,
    "isfinite": np.isfinite,
    "isinf": np.isinf,
    "relu": lambda x: np.maximum(x, x.dtype.type(0)) + x.dtype.type(0),
    "clamp": lambda x: np.clip(x, x.dtype.type(1), x.dtype.type(2)),
}
FRACTIONS = {
    "exp": np.exp,
    "expm1": np.expm1,
    "log": np.log,
    "log1p": np.log1p,
    "sqrt": np.sqrt,
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "reciprocal": np.reciprocal,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "rsqrt": lambda x: 1 / np.sqrt(x),
    "softplus": lambda x: np.logaddexp(x, 0),
    "leaky_relu": lambda x: np.where(x < 0, 0.25 * x, x),
    "elu": lambda x: np.where(x < 0, 0.5 * np.expm1(x), x),
}


def text(values):
    def one(value):
        if values.dtype.kind in "biu":
            return str(int(value))
        return repr(float(value))

    return " ".join(one(value) for value in values)


def lines():
    kinds = {name: np.array(values, name) for name, values in INTEGERS.items()}
    kinds |= {name: np.array(FLOATS, name) for name in ("float16", "float32", "float64")}
    for kind, values in kinds.items():
        for name, function in ONE.items():
            if values.dtype.kind != "f" and name in ("floor", "ceil", "round"):
                result = values
            else:
                result = function(values)
            yield f"{name} {kind} | {text(values)} | {text(result)}"
        others = np.roll(values, 1)
        halves = np.concatenate([values, values])
        others = np.concatenate([others, values])
        for name, function in BOTH.items():
            yield f"{name} {kind} | {text(halves)} | {text(others)} | {text(function(halves, others))}"
    values = np.array(FLOATS, "float64")
    for name, function in FRACTIONS.items():
        yield f"{name} float64 | {text(values)} | {text(function(values))}"
    left, right = (part.ravel() for part in np.meshgrid(values, values))
    yield f"pow float64 | {text(left)} | {text(right)} | {text(np.power(left, right))}"


np.seterr(all="ignore")
path = pathlib.Path(__file__).parent / "vectors.txt"
path.write_text("".join(line + "\n" for line in lines()))
