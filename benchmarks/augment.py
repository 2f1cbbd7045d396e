#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""How fast are 10,000 images of 3x32x32 bytes augmented, beside NumPy?

    augment.py build/bench/benchmarks/kernels      needs NumPy; the row "augment" of kernels is what is compared

A random crop with a padding of 4, a random flip, division by 255, and a mean and a deviation for each channel. NumPy does it
in three ways, each of which somebody would write: image after image; in whole batches of 256, with one gather for all
crops; and all 10,000 at once. The fastest counts. Each time is the median of nine.
"""
import json
import statistics
import subprocess
import sys
import time

import numpy as np

IMAGES = 10000
PADDING = 4
MEAN = np.array([0.4914, 0.4822, 0.4465], np.float32).reshape(3, 1, 1)
DEVIATION = np.array([0.2470, 0.2435, 0.2616], np.float32).reshape(3, 1, 1)


def each_alone(images, random):
    out = np.empty(images.shape, np.float32)
    for i, image in enumerate(images):
        padded = np.pad(image, ((0, 0), (PADDING, PADDING), (PADDING, PADDING)))
        top, left = random.integers(0, 2 * PADDING + 1, 2)
        crop = padded[:, top : top + 32, left : left + 32]
        if random.random() < 0.5:
            crop = crop[:, :, ::-1]
        out[i] = (crop.astype(np.float32) / 255 - MEAN) / DEVIATION
    return out


def in_one_go(images, random, out=None):
    count = len(images)
    padded = np.pad(images, ((0, 0), (0, 0), (PADDING, PADDING), (PADDING, PADDING)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (32, 32), axis=(2, 3))
    top, left = random.integers(0, 2 * PADDING + 1, (2, count))
    crops = windows[np.arange(count), :, top, left]
    flips = random.random(count) < 0.5
    crops[flips] = crops[flips, :, :, ::-1]
    if out is None:
        out = np.empty(crops.shape, np.float32)
    np.divide(crops, np.float32(255), out=out)
    out -= MEAN
    out /= DEVIATION
    return out


def in_batches(images, random):
    out = np.empty(images.shape, np.float32)
    for i in range(0, len(images), 256):
        in_one_go(images[i : i + 256], random, out[i : i + 256])
    return out


def seconds(work):
    times = []
    work()
    for _ in range(9):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def ours(kernels):
    """Number of threads -> seconds."""
    command = [kernels, "--benchmark_filter=augment.*", "--benchmark_format=json", "--benchmark_repetitions=9"]
    rows = json.loads(subprocess.check_output(command, text=True))["benchmarks"]
    medians = [row for row in rows if row.get("aggregate_name") == "median"]
    seconds_of = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3}
    return {
        int(row["run_name"].removesuffix("/real_time").rsplit("/", 1)[1]): row["real_time"] * seconds_of[row["time_unit"]]
        for row in medians
    }


def main():
    images = np.random.default_rng(1).integers(0, 256, (IMAGES, 3, 32, 32), np.uint8)
    random = np.random.default_rng(2)
    best = None
    for way in (each_alone, in_batches, in_one_go):
        taken = seconds(lambda: way(images, random))
        best = min(best or taken, taken)
        print(f"NumPy, {way.__name__.replace('_', ' ')}: {taken * 1e3:.0f} ms, {IMAGES / taken:,.0f} images/s")
    for threads, taken in ours(sys.argv[1]).items():
        print(f"shapeproof, {threads} thread{'s' * (threads > 1)}: {taken * 1e3:.1f} ms, {IMAGES / taken:,.0f} images/s, "
              f"{best / taken:.1f} times NumPy's best")


if __name__ == "__main__":
    main()
