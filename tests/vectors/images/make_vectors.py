#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes vectors.txt: what PyTorch, and Python's colorsys, make of images. A line for each case: name, extents, elements.

Images are not written down: element i of an image of fractions is (7 * i % 101) / 100, of bytes (37 * i + 11) % 256.
tests/data/image_vectors.cpp makes the same, and knows what each name means. torchvision's formulas for colors are written
out with PyTorch's operations; places between elements are looked up by grid_sample, in coordinates that are spread over
[-1, 1] from outer edge to outer edge.

    python3 make_vectors.py      needs PyTorch; made with 1.13
"""
import colorsys
import math
import pathlib

import torch
import torch.nn.functional as F


def fractions(*extents):
    count = math.prod(extents)
    return ((7 * torch.arange(count) % 101).to(torch.float64) / 100).reshape(extents)


def integers(*extents):
    return ((37 * torch.arange(math.prod(extents)) + 11) % 256).to(torch.uint8).reshape(extents)


def warp(image, matrix, mode, padding):
    """matrix: [[y of y, y of x], [x of y, x of x]], from an output's place to its input's, both counted from the middle."""
    height, width = image.shape[-2:]
    (yy, yx), (xy, xx) = matrix
    theta = torch.tensor([[xx, xy * height / width, 0], [yx * width / height, yy, 0]], dtype=torch.float64)
    grid = F.affine_grid(theta[None], [1, *image.shape], align_corners=False)
    return F.grid_sample(image[None], grid, mode, padding, align_corners=False)[0]


def rounded(image):
    # What lies in the middle of two bytes may go either way by the last bit: no case may hang on that.
    assert ((image - image.floor() - 0.5).abs() > 1e-3).all()
    return image.round().to(torch.uint8)


def rotation(degrees):
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return [[cosine, sine], [-sine, cosine]]


def shear(degrees):
    return [[1, -math.sin(math.radians(degrees))], [0, math.cos(math.radians(degrees))]]


def white(image):
    return 255 if image.dtype == torch.uint8 else 1


def real(image):
    return image.to(torch.float32) if image.dtype == torch.uint8 else image


def gray(image):
    red, green, blue = real(image).unbind(-3)
    return (0.2989 * red + 0.587 * green + 0.114 * blue).to(image.dtype)[None]


def blend(image, other, factor):
    return (factor * real(image) + (1 - factor) * real(other)).clamp(0, white(image)).to(image.dtype)


def hue(image, turn):
    out = image.clone()
    for y in range(image.shape[1]):
        for x in range(image.shape[2]):
            h, s, v = colorsys.rgb_to_hsv(*(image[:, y, x].to(torch.float64) / white(image)).tolist())
            out[:, y, x] = torch.tensor(
                [c if white(image) == 1 else int(c * 255.999) for c in colorsys.hsv_to_rgb((h + turn) % 1, s, v)],
                dtype=torch.float64,
            )
    return out


def sampled():
    x = fractions(2, 3, 7, 6)
    yield "resize_down", F.interpolate(x, (4, 5), mode="bilinear", align_corners=False)
    yield "resize_up", F.interpolate(x, (9, 11), mode="bilinear", align_corners=False)
    yield "resize_nearest", F.interpolate(x, (9, 4), mode="nearest")
    b = integers(1, 2, 5, 9)
    yield "resize_bytes", rounded(F.interpolate(b.to(torch.float32), (7, 6), mode="bilinear", align_corners=False))
    yield "resize_bytes_nearest", F.interpolate(b, (3, 16), mode="nearest")
    x = fractions(2, 5, 7)
    for mode in ("bilinear", "nearest"):
        for padding in ("zeros", "border", "reflection"):
            yield f"rotate_{mode}_{padding}", warp(x, rotation(33), mode, padding)
    yield "rotate_back", warp(x, rotation(-71), "bilinear", "border")
    yield "shear", warp(x, shear(25), "bilinear", "reflection")
    yield "zoom_out", warp(x, [[2.3, 0], [0, 2.3]], "bilinear", "reflection")
    yield "zoom_both", warp(x, [[0.7, 0], [0, 1.4]], "bilinear", "zeros")
    yield "rotate_bytes", rounded(warp(integers(2, 5, 7).to(torch.float64), rotation(33), "bilinear", "zeros"))


def computed():
    x = fractions(2, 3, 3, 4)
    mean, deviation = (torch.tensor(v, dtype=torch.float64).reshape(3, 1, 1) for v in ([0.5, 0.25, 0.1], [0.2, 2, 0.3]))
    yield "normalize", (x - mean) / deviation
    yield "to_float", integers(3, 4, 4).to(torch.float32) / 255
    yield "rescale", integers(3, 4, 4).to(torch.float32) * (1 / 127.5) - 1


def colored():
    for kind, x in (("fractions", fractions(3, 4, 5)), ("bytes", integers(3, 4, 5))):
        mean = real(gray(x)).mean()
        yield f"gray_{kind}", gray(x)
        for factor in (0.6, 1.7):
            yield f"brightness_{factor}_{kind}", blend(x, torch.zeros_like(x), factor)
            yield f"contrast_{factor}_{kind}", blend(x, mean, factor)
            yield f"saturation_{factor}_{kind}", blend(x, gray(x), factor)
        for turn in (0.3, -0.45):
            yield f"hue_{turn}_{kind}", hue(x, turn)
    x = fractions(1, 3, 4)
    yield "contrast_gray", blend(x, x.mean(), 1.5)


def cases():
    yield from sampled()
    yield from computed()
    yield from colored()


def main():
    lines = []
    for name, result in cases():
        extents = ",".join(str(extent) for extent in result.shape)
        elements = " ".join(f"{element:.9g}" for element in result.flatten().tolist())
        lines.append(f"{name} [{extents}] {elements}\n")
    pathlib.Path(__file__).with_name("vectors.txt").write_text("".join(lines))


if __name__ == "__main__":
    main()
