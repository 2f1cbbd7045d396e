#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Writes the small datasets and images that the tests of io/ read. Run it here; needs NumPy and Pillow.

Elements follow from their place, so that the tests know them: element i of a file is (7 * i) % 251, of every format.
"""
import gzip
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent


def ramp(*shape, dtype=np.uint8):
    count = int(np.prod(shape))
    return ((np.arange(count, dtype=np.int64) * 7) % 251).reshape(shape).astype(dtype)


def idx(array):
    code = {"u1": 8, "i1": 9, "i2": 11, "i4": 12, "f4": 13, "f8": 14}[array.dtype.str[1:]]
    header = struct.pack(">BBBB", 0, 0, code, array.ndim) + b"".join(struct.pack(">I", n) for n in array.shape)
    return header + array.astype(array.dtype.newbyteorder(">")).tobytes()


def packed(data):
    return gzip.compress(data, mtime=0)


for kind in ("u1", "i1", "i2", "i4", "f4", "f8"):
    (HERE / f"{kind}.idx").write_bytes(idx(ramp(3, 4, dtype=kind) - 40 if kind != "u1" else ramp(3, 4)))
images = idx(ramp(5, 6, 7))
(HERE / "images.idx.gz").write_bytes(packed(images))
# gzip members may follow each other.
(HERE / "two_members.idx.gz").write_bytes(packed(images[:50]) + packed(images[50:]))

# A header that says more than the data holds, and one that says more than any such file could hold.
(HERE / "short.idx.gz").write_bytes(packed(images[:-1]))
(HERE / "huge.idx.gz").write_bytes(packed(b"\0\0\x08\2" + b"\0\0\xff\xff" * 2))

# Two records each. Pixel i of record r is (7 * i + r) % 251.
pixels = [((np.arange(3072) * 7 + r) % 251).astype(np.uint8).tobytes() for r in range(2)]
(HERE / "cifar10.bin").write_bytes(b"".join(bytes([3 * r + 2]) + pixels[r] for r in range(2)))
(HERE / "cifar100.bin").write_bytes(b"".join(bytes([r + 18, 98 + r]) + pixels[r] for r in range(2)))

# Images of 5 rows and 6 columns.
gray, rgb, rgba = ramp(5, 6), ramp(5, 6, 3), ramp(5, 6, 4)
Image.fromarray(gray).save(HERE / "gray.png")
Image.fromarray(ramp(5, 6, 2), "LA").save(HERE / "gray_alpha.png")
Image.fromarray(rgb).save(HERE / "rgb.png")
Image.fromarray(rgba).save(HERE / "rgba.png")
Image.fromarray(ramp(5, 6, dtype=np.uint16) * 257 + 1).save(HERE / "gray16.png")
Image.fromarray(gray > 100).save(HERE / "bits.png")
palette = Image.fromarray(gray % 4, "P")
palette.putpalette([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120])
palette.save(HERE / "palette.png", bits=2)
palette.save(HERE / "palette_alpha.png", bits=2, transparency=bytes([255, 128]))



def png_chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def interlaced(array):
    """Pillow writes none. Adam7: https://www.w3.org/TR/png/#8Interlace"""
    height, width = array.shape[:2]
    rows = b""
    for y, x, dy, dx in ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)):
        for row in array[y::dy, x::dx]:
            rows += b"\0" + row.tobytes() if row.size else b""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


(HERE / "interlaced.png").write_bytes(interlaced(rgb))
rgb16 = (ramp(5, 6, 3).astype(">u2") * 257 + 1).astype(">u2")
rows16 = b"".join(b"\0" + row.tobytes() for row in rgb16)
(HERE / "rgb16.png").write_bytes(
    b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", struct.pack(">IIBBBBB", 6, 5, 16, 2, 0, 0, 0))
    + png_chunk(b"IDAT", zlib.compress(rows16)) + png_chunk(b"IEND", b""))

# A smooth image, so that JPEG keeps it well; what a decoder makes of it is kept beside it.
smooth = np.stack([np.add.outer(np.arange(20) * 5, np.arange(24) * 4 + 30 * c) for c in range(3)], -1).astype(np.uint8)
Image.fromarray(smooth).save(HERE / "rgb.jpg", quality=90)
Image.fromarray(smooth).save(HERE / "progressive.jpg", quality=90, progressive=True)
Image.fromarray(smooth[:, :, 0]).save(HERE / "gray.jpg", quality=90)
Image.fromarray(smooth).convert("CMYK").save(HERE / "cmyk.jpg", quality=90)
for name in ("rgb", "progressive", "gray"):
    decoded = np.asarray(Image.open(HERE / f"{name}.jpg"))
    (HERE / f"{name}.jpg.raw").write_bytes(decoded.tobytes())
