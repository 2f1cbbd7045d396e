#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Which numbers come from a seed? This writes vectors.txt beside it, which tests/random.cpp wants to the last bit.

    make_vectors.py     writes it again (numpy 1.24)

Philox4x32-10 is written here from the paper once more, in Python's integers. Python's floats are doubles whose sums and
products are rounded one by one, so that what is computed here has the same bits. Python's own inverse of the normal
distribution, which is AS 241 too but asks the machine's logarithm, must agree to a few roundings.
"""
import pathlib
import statistics

import numpy

HERE = pathlib.Path(__file__).resolve().parent
LOW, ALL = 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF
SEED, STREAM = 0x0123456789ABCDEF, 7
COUNT = 24


def philox(counter, key):
    x0, x1, x2, x3 = (counter >> 32 * i & LOW for i in range(4))
    k0, k1 = key & LOW, key >> 32
    for _ in range(10):
        p, q = 0xD2511F53 * x0, 0xCD9E8D57 * x2
        x0, x1, x2, x3 = q >> 32 ^ x1 ^ k0, q & LOW, p >> 32 ^ x3 ^ k1, p & LOW
        k0, k1 = (k0 + 0x9E3779B9) & LOW, (k1 + 0xBB67AE85) & LOW
    return x0, x1, x2, x3


class Stream:
    def __init__(self, position=0):
        self.position = position

    def words(self, count):
        blocks = -(-count // 4)
        words = [w for b in range(blocks) for w in philox(STREAM << 64 | self.position + b & ALL, SEED)]
        self.position += blocks
        return words[:count]

    def doubles(self, count):
        words = self.words(2 * count)
        return [words[2 * i] | words[2 * i + 1] << 32 for i in range(count)]


def horner(coefficients, x):
    total = coefficients[-1]
    for c in reversed(coefficients[:-1]):
        total = total * x + c
    return total


def logarithm(x):
    mantissa, exponent = numpy.frexp(x)
    mantissa, exponent = float(mantissa) * 2, int(exponent) - 1
    if mantissa > 1.4142135623730951:
        mantissa, exponent = mantissa * 0.5, exponent + 1
    ratio = (mantissa - 1) / (mantissa + 1)
    series = horner([1.0 / k for k in range(1, 24, 2)], ratio * ratio)
    return exponent * 0.69314718055994530942 + 2 * ratio * series


def inverse_normal(p):
    middle = p - 0.5
    if abs(middle) <= 0.425:
        value = statistics.NormalDist().inv_cdf(p)
    else:
        root = float(numpy.sqrt(-logarithm(p if p < 0.5 else 1 - p)))
        if root <= 5:
            r = root - 1.6
            c = [1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
                 1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4]
            d = [1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
                 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9]
        else:
            r = root - 5
            c = [6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
                 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7]
            d = [1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15]
        value = horner(c, r) / horner(d, r)
        value = -value if middle < 0 else value
    assert abs(value - statistics.NormalDist().inv_cdf(p)) <= 1e-15 * abs(value), p
    return value


def fraction(kind, count, stream):
    if kind == "float64":
        return [(d >> 11) * 2.0**-53 for d in stream.doubles(count)]
    bits = 24 if kind == "float32" else 11
    return [(w >> 32 - bits) * 2.0**-bits for w in stream.words(count)]


def middle(kind, count, stream):
    if kind == "float64":
        return [((d >> 12) + 0.5) * 2.0**-52 for d in stream.doubles(count)]
    return [(w + 0.5) * 2.0**-32 for w in stream.words(count)]


def permutation(count, stream):
    order = list(range(count))
    words = stream.doubles(count)
    for i in range(count - 1, 0, -1):
        k = words[count - 1 - i] * (i + 1) >> 64
        order[i], order[k] = order[k], order[i]
    return order


def rounded(kind, values):
    return [float(v) for v in numpy.array(values, dtype="float64").astype(kind)]


def main():
    stream, lines = Stream(), []

    def add(name, values):
        lines.append(" ".join([name, *map(repr, values)]))

    for kind in ("float16", "float32", "float64"):
        add(f"uniform {kind} 0 1", rounded(kind, fraction(kind, COUNT + 1, stream)))
    low, high = -2.5, 0.75
    for kind in ("float16", "float32", "float64"):
        add(f"uniform {kind} {low} {high}", rounded(kind, [low + u * (high - low) for u in fraction(kind, COUNT, stream)]))
    for kind in ("float16", "float32", "float64"):
        add(f"normal {kind} 0 1", rounded(kind, [inverse_normal(p) for p in middle(kind, COUNT + 3, stream)]))
    for kind in ("float16", "float32", "float64"):
        add(f"normal {kind} 1.5 0.3", rounded(kind, [1.5 + 0.3 * inverse_normal(p) for p in middle(kind, COUNT, stream)]))
    add("bernoulli bool 0.3 0", [int(w < int(0.3 * 2**32 + 0.5)) for w in stream.words(COUNT)])
    add("randint int64 -5 1000", [-5 + (d * 1005 >> 64) for d in stream.doubles(COUNT)])
    add("randint int64 -9223372036854775808 9223372036854775807",
        [-(2**63) + (d * (2**64 - 1) >> 64) for d in stream.doubles(COUNT)])
    add("randperm int64 0 0", permutation(COUNT + 1, stream))
    # Where the tails are: the part below which so many standard deviations lie.
    parts = [2.0**-53, 2.0**-40, 2.0**-33, 1e-9, 1e-5, 0.01, 0.0749, 0.075, 0.0751, 0.2, 0.5, 0.7, 0.925, 0.93, 0.999, 1 - 2.0**-33]
    lines += [f"inverse float64 {p!r} 0 {inverse_normal(p)!r}" for p in parts]
    (HERE / "vectors.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
