#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""How fast is shapeproof beside other libraries?

    ratios.py PROGRAM [--filter REGEX] [--repetitions 9] [--seconds 0.05] [--json FILE]

Runs the benchmarks in random order, each several times over, and prints a table in Markdown for one and for two threads: the
best time of each row, and each contestant's time as a ratio to it. Times are medians; on one thread, the processor's time, which
other programs disturb less.
"""
import argparse
import collections
import json
import pathlib
import statistics
import subprocess
import tempfile

FIRST = ["shapeproof", "kernel", "operations"]


def run(arguments):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.json"
        subprocess.run(
            [
                arguments.program,
                f"--benchmark_filter={arguments.filter}",
                f"--benchmark_repetitions={arguments.repetitions}",
                f"--benchmark_min_time={arguments.seconds}",
                "--benchmark_enable_random_interleaving=true",
                f"--benchmark_out={out}",
                "--benchmark_out_format=json",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        text = out.read_text()
    if arguments.json:
        pathlib.Path(arguments.json).write_text(text)
    return json.loads(text)["benchmarks"]


def medians(measured):
    """{threads: {row: {contestant: nanoseconds}}}"""
    times = collections.defaultdict(list)
    for entry in measured:
        if entry["run_type"] == "iteration":
            row, contestant, threads = entry["run_name"].removesuffix("/real_time").rsplit("/", 2)
            times[threads, row, contestant].append(entry["cpu_time" if threads == "1" else "real_time"])
    result = collections.defaultdict(lambda: collections.defaultdict(dict))
    for (threads, row, contestant), values in times.items():
        result[threads][row][contestant] = statistics.median(values)
    return result


def readable(nanoseconds):
    for unit, size in (("ms", 1e6), ("us", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def table(rows):
    names = sorted({name for row in rows.values() for name in row}, key=lambda n: (n not in FIRST, FIRST.index(n) if n in FIRST else n))
    lines = [f"| | best | {' | '.join(names)} |", "| --- " * (len(names) + 2) + "|"]
    for row, times in rows.items():
        best = min(times.values())
        ratios = [f"{times[name] / best:.2f}" if name in times else "" for name in names]
        lines.append(f"| {row} | {readable(best)} | {' | '.join(ratios)} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--filter", default=".")
    parser.add_argument("--repetitions", type=int, default=9)
    parser.add_argument("--seconds", default="0.05")
    parser.add_argument("--json", help="also keep what Google Benchmark wrote")
    measured = medians(run(parser.parse_args()))
    for threads in sorted(measured):
        print(f"\n{threads} thread{'s' if threads != '1' else ''}:\n\n{table(measured[threads])}")


if __name__ == "__main__":
    main()
