#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes vectors.txt: what PyTorch says of windows. A line for each case: name, extents, elements.

Operands are not written down: element i of an operand is (7 * i + seed) % 11 - 5, with seed 0 for the input, 3 for the
kernel and 6 for the bias. tests/ops/window_vectors.cpp makes the same, and knows what each name means.

    python3 make_vectors.py      needs PyTorch; made with 1.13
"""
import pathlib

import torch
import torch.nn.functional as F


def operand(*extents, seed=0):
    count = torch.tensor(extents).prod().item()
    return ((7 * torch.arange(count) + seed) % 11 - 5).to(torch.float64).reshape(extents)


def kernel(*extents):
    return operand(*extents, seed=3)


def bias(extent):
    return operand(extent, seed=6)


def cases():
    x = operand(2, 3, 7, 6)
    yield "conv2d", F.conv2d(x, kernel(4, 3, 3, 3))
    yield "conv2d_bias", F.conv2d(x, kernel(4, 3, 3, 3), bias(4))
    yield "conv2d_unbatched", F.conv2d(x[0], kernel(4, 3, 3, 3), bias(4))
    yield "conv2d_stride", F.conv2d(x, kernel(4, 3, 3, 2), stride=(2, 3))
    yield "conv2d_padding", F.conv2d(x, kernel(2, 3, 3, 5), padding=(1, 2))
    yield "conv2d_dilation", F.conv2d(x, kernel(2, 3, 3, 2), dilation=(2, 3))
    yield "conv2d_all", F.conv2d(x, kernel(2, 3, 3, 2), bias(2), stride=2, padding=(3, 1), dilation=(2, 1))
    yield "conv2d_same", F.conv2d(x, kernel(2, 3, 4, 3), padding="same", dilation=(1, 2))
    yield "conv2d_valid", F.conv2d(x, kernel(2, 3, 4, 3), padding="valid")
    yield "conv2d_pointwise", F.conv2d(x, kernel(4, 3, 1, 1), bias(4))
    yield "conv2d_pointwise_stride", F.conv2d(x, kernel(4, 3, 1, 1), stride=2)
    g = operand(2, 4, 5, 5)
    yield "conv2d_groups", F.conv2d(g, kernel(6, 2, 3, 3), bias(6), groups=2, padding=1)
    yield "conv2d_depthwise", F.conv2d(g, kernel(4, 1, 3, 3), bias(4), groups=4, padding=1)
    yield "conv2d_depthwise_stride", F.conv2d(g, kernel(8, 1, 3, 2), groups=4, stride=2, padding=1)
    line = operand(2, 4, 9)
    yield "conv1d", F.conv1d(line, kernel(3, 4, 3), bias(3))
    yield "conv1d_all", F.conv1d(line, kernel(4, 2, 2), stride=2, padding=1, dilation=3, groups=2)
    t = operand(2, 4, 3, 4)
    yield "transpose", F.conv_transpose2d(t, kernel(4, 3, 3, 2), bias(3))
    yield "transpose_stride", F.conv_transpose2d(t, kernel(4, 3, 3, 2), stride=(2, 3))
    yield "transpose_padding", F.conv_transpose2d(t, kernel(4, 3, 3, 3), stride=2, padding=1)
    yield "transpose_output_padding", F.conv_transpose2d(t, kernel(4, 3, 3, 3), stride=2, padding=1,
                                                         output_padding=(1, 0))
    module = torch.nn.ConvTranspose2d(4, 3, 3, stride=3, padding=1, bias=False).double()
    module.weight.data = kernel(4, 3, 3, 3)
    yield "transpose_output", module(t, output_size=(9, 11)).detach()
    yield "transpose_groups", F.conv_transpose2d(t, kernel(4, 3, 2, 2), bias(6), stride=2, groups=2, dilation=(2, 1))
    p = operand(1, 2, 7, 8)
    yield "max_pool2d", F.max_pool2d(p, 2)
    yield "max_pool2d_all", F.max_pool2d(p, (3, 2), stride=2, padding=1)
    yield "max_pool2d_dilation", F.max_pool2d(p, 3, stride=1, padding=1, dilation=(2, 3))
    yield "max_pool2d_ceil", F.max_pool2d(p, 3, stride=2, padding=1, ceil_mode=True)
    yield "max_pool2d_ceil_drops", F.max_pool2d(p, 2, stride=3, padding=1, ceil_mode=True)
    yield "avg_pool2d", F.avg_pool2d(p, 2)
    yield "avg_pool2d_padding", F.avg_pool2d(p, 3, stride=2, padding=1)
    yield "avg_pool2d_elements", F.avg_pool2d(p, 3, stride=2, padding=1, count_include_pad=False)
    yield "avg_pool2d_ceil", F.avg_pool2d(p, (3, 2), stride=(3, 3), padding=1, ceil_mode=True)
    yield "avg_pool2d_ceil_elements", F.avg_pool2d(p, 3, stride=2, padding=1, ceil_mode=True, count_include_pad=False)
    yield "max_pool1d", F.max_pool1d(line, 3, stride=2, padding=1)
    yield "avg_pool1d", F.avg_pool1d(line, 3, stride=2, padding=1)
    yield "adaptive_avg", F.adaptive_avg_pool2d(p, (3, 5))
    yield "adaptive_max", F.adaptive_max_pool2d(p, (3, 5))
    yield "adaptive_larger", F.adaptive_avg_pool2d(p, 9)
    yield "global_avg", F.adaptive_avg_pool2d(p, 1)
    yield "unfold", F.unfold(p, 2)
    yield "unfold_all", F.unfold(p, (3, 2), dilation=(1, 2), padding=(1, 0), stride=(2, 1))
    columns = operand(2, 8, 30)
    yield "fold", F.fold(columns, (6, 7), 2)
    yield "fold_all", F.fold(operand(2, 12, 9), (5, 6), (3, 2), dilation=(1, 2), padding=(1, 1), stride=2)
    for name, options in (("nearest", {"mode": "nearest"}), ("bilinear", {"mode": "bilinear", "align_corners": False}),
                          ("corners", {"mode": "bilinear", "align_corners": True})):
        yield name + "_output", F.interpolate(p, size=(10, 5), **options)
        yield name + "_one", F.interpolate(p, size=1, **options)
        yield name + "_twice", F.interpolate(p, scale_factor=2, **options)
        yield name + "_factors", F.interpolate(p, scale_factor=(1.5, 0.75), **options)
        yield name + "_half", F.interpolate(p, scale_factor=0.5, **options)


def main():
    lines = []
    for name, tensor in cases():
        extents = ",".join(str(extent) for extent in tensor.shape)
        elements = " ".join(f"{element:.9g}" for element in tensor.flatten().tolist())
        lines.append(f"{name} [{extents}] {elements}\n")
    (pathlib.Path(__file__).parent / "vectors.txt").write_text("".join(lines))


main()
