#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Which numbers do arange and linspace give? This writes vectors.txt beside it, which tests/ops/arange.cpp reads.

    make_vectors.py     writes it again (numpy 1.24)

Each element is computed in double as PyTorch documents it, start + i * step and, for linspace, from both ends to the middle,
and rounded once by NumPy. NumPy's own functions, which add in another order, must come out within a few roundings.
"""
import math
import pathlib

import numpy

HERE = pathlib.Path(__file__).resolve().parent
TYPES = ("float16", "float32", "float64")

ARANGES = [
    (0, 1, 0.1), (0, 1, 0.125), (1, 0, -0.1), (-1, 1, 0.3), (0.5, 4.6, 1), (0, 0.3, 0.1), (1, 1.3, 0.1), (5, 5, 0.1),
    (-0.7, -2.1, -0.2), (0, 7, 0.7), (1e6, 1e6 + 3, 0.25), (0, 0.6, 0.2), (3, 3.0000001, 1), (1 / 3, 3, 1 / 3),
]
LINSPACES = [
    (0, 1, 11), (0, 1, 5), (1, 0, 7), (-1, 1, 10), (0.1, 0.7, 13), (3, 3, 4), (2, 9, 1), (2, 9, 0), (2, 9, 2),
    (-1e5, 1e5, 9), (1 / 3, 2 / 3, 6), (0, 10, 23),
]


def line(name, arguments, kind, values):
    exact = numpy.array(values, dtype="float64").astype(kind)
    words = [name, kind, *(repr(float(a)) for a in arguments), *(repr(float(v)) for v in exact)]
    return " ".join(words)


def arange(start, stop, step):
    values = [start + i * step for i in range(math.ceil((stop - start) / step))]
    theirs = numpy.arange(start, stop, step, dtype="float64")
    assert len(theirs) == len(values)
    assert numpy.allclose(theirs, values, rtol=1e-13, atol=1e-15), (theirs, values)
    return values


def linspace(start, stop, count):
    step = (stop - start) / (count - 1) if count > 1 else 0.0
    values = [start + i * step if i < count // 2 or count == 1 else stop - (count - 1 - i) * step for i in range(count)]
    assert numpy.allclose(numpy.linspace(start, stop, count), values, rtol=1e-15, atol=1e-15)
    return values


def main():
    lines = [line("arange", a, kind, arange(*a)) for a in ARANGES for kind in TYPES if kind != "float16" or abs(a[1]) < 1e4]
    lines += [line("linspace", a, kind, linspace(*a)) for a in LINSPACES for kind in TYPES if kind != "float16" or abs(a[1]) < 1e4]
    (HERE / "vectors.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
