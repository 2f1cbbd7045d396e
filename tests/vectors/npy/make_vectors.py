#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Which bytes does NumPy itself write? This makes the .npy files beside it, which tests/io/npy.cpp reads and compares.

    make_vectors.py     writes them again (numpy 1.24; later ones write the same)

Element i is n = i*i - 5, in its own way for each type: see `values`.
"""
import pathlib

import numpy

HERE = pathlib.Path(__file__).resolve().parent
CODES = "b1 i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split()


def values(code, shape=(2, 3)):
    n = numpy.arange(numpy.prod(shape, dtype="i8"), dtype="i8") ** 2 - 5
    if code == "b1":
        n = n > 0
    elif code[0] == "f":
        n = n / 4
    elif code[0] == "c":
        n = n / 4 - 1j * n
    return n.astype(code).reshape(shape)


def write(name, array, version=None):
    with open(HERE / f"{name}.npy", "wb") as file:
        numpy.lib.format.write_array(file, array, version=version)


def main():
    for code in CODES:
        array = values(code)
        write(f"{code}_little", array)
        write(f"{code}_columns", numpy.asfortranarray(array))
        if array.itemsize > 1:
            write(f"{code}_big", array.astype(">" + code))
    write("version_2", values("f4"), (2, 0))
    write("version_3", values("f4"), (3, 0))
    write("rank_0", values("f8", ()))
    write("rank_1", values("f8", (7,)))
    write("rank_3_columns", numpy.asfortranarray(values("i4", (3, 4, 5))))
    write("rank_4_columns_big", numpy.asfortranarray(values(">i2", (2, 3, 4, 5))))
    write("rank_8", values("i2", (1, 2, 1, 3, 1, 2, 1, 2)))
    write("blocks_columns", numpy.asfortranarray(values("u2", (35, 67))))
    write("empty", values("f4", (0,)))
    write("empty_columns", numpy.asfortranarray(values("f4", (3, 0, 2))))
    write("dates", numpy.zeros(3, "M8[ns]"))
    write("objects", numpy.array(["a", None], dtype="O"))
    write("structured", numpy.zeros(3, [("x", "f4"), ("y", "i2")]))
    write("text", numpy.array(["one", "two"]))
    write("rank_9", values("u1", (1,) * 9))


if __name__ == "__main__":
    main()
