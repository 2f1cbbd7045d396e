#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does it cost to compile?

    python3 benchmarks/compile [--quick | --full] [--only headers|operations|models] [--repeats 2]
                               [--compilers g++ clang++-19] [--svg FILE] [--readme] [--save FILE] [--load FILE]

Three tables in Markdown: including each public header, beside the standard library's and others'; each kind of operation on shapes
that are new to the program; rows of layers, beside std::tuple and LibTorch. Kernels are declared only, as with
shapeproof::compiled, but where a row says header-only. What is not installed is left out.

Figures are the user's processor time of the compiler with -fsyntax-only (or --flags), over a program that includes the same
headers only: the median of several rounds, each of which compiles every program once; ratios are the median of each round's
ratio. Each compiler runs on a processor of its own. --readme renews the table in README.md, docs/compile-time.md and the plot.
"""
import argparse
import concurrent.futures
import datetime
import json
import os
import pathlib
import re
import sys
import tempfile
import time

import measure
import plot
import programs
import tables

DOCS = programs.ROOT / "docs"
REGION = re.compile(r"(<!-- measured: compile -->\n).*?(<!-- end of measured -->)", re.DOTALL)


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compilers", nargs="+", default=["g++", "clang++-19"])
    parser.add_argument("--only", nargs="+", choices=list(tables.PARTS), default=list(tables.PARTS))
    parser.add_argument("--quick", action="store_true", help="one round, few headers, 100 lines, no large contestants")
    parser.add_argument("--full", action="store_true", help="what takes longest too: 1,600 lines of every kind of operation, forwards of 1,000 different layers")
    parser.add_argument("--repeats", type=int, help="rounds; large programs are in the first only")
    parser.add_argument("--include", nargs="+", default=[], help="more include directories, where an mdspan may be")
    parser.add_argument("--flags", nargs="+", default=["-fsyntax-only"], help="instead of -fsyntax-only")
    parser.add_argument("--svg", type=pathlib.Path, help="where the plot is written")
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--save", type=pathlib.Path, help="keeps what was measured, for --load")
    parser.add_argument("--load", type=pathlib.Path, help="measures nothing")
    return parser.parse_args()


def machine():
    models = re.findall(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return f"{models[0] if models else 'unknown processor'}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"


def programs_of(part, is_quick, is_full):
    if part == "headers":
        return list(programs.headers(is_quick))
    if part == "operations":
        kinds = ("reshape", "matmul", "x + x") if is_quick else tuple(programs.KINDS)
        return list(programs.operations((100,) if is_quick else (100, 400, 1600), kinds, is_quick, is_full))
    return list(programs.models((10, 100) if is_quick else (10, 100, 1000), is_quick, is_full))


def measured(given):
    parts = {part: programs_of(part, given.quick, given.full) for part in given.only}
    repeats = given.repeats or (1 if given.quick else 2)
    result = {
        "machine": machine(), "date": datetime.date.today().isoformat(), "repeats": repeats,
        "order": {part: [program.name for program in them] for part, them in parts.items()},
    }

    def run(compiler):
        rounds = {}
        for part, them in parts.items():
            begin = time.monotonic()
            rounds[part] = measure.rounds_of(compiler, them, repeats)
            print(f"{compiler.name}: {part} took {time.monotonic() - begin:.0f} s", file=sys.stderr)
        return rounds

    with tempfile.TemporaryDirectory() as folder:
        includes = [programs.INCLUDE, "/usr/include/eigen3", *given.include]
        compilers = [measure.Compiler(path, includes, given.flags, folder) for path in given.compilers]
        with concurrent.futures.ThreadPoolExecutor(min(len(compilers), os.cpu_count() or 1)) as pool:
            result["compilers"] = dict(zip((c.name for c in compilers), pool.map(run, compilers)))
    return result


def conditions(runs):
    rounds = "one round" if runs["repeats"] == 1 else f"medians of {runs['repeats']} rounds"
    return f"{', '.join(runs['compilers'])}; {runs['machine']}; {runs['date']}; {rounds}"


def renew(runs):
    """README.md's region, the page with every table, and the plot."""
    page = (
        "# What compiling costs\n\nWritten by `./dev bench compile --readme`, whose help says what is measured and how.\n"
        f"{conditions(runs)}.\n\n{tables.all_tables(runs)}")
    (DOCS / "compile-time.md").write_text(page)
    (DOCS / "compile-time.svg").write_text(plot.svg(runs))
    readme = programs.ROOT / "README.md"
    text, count = REGION.subn(lambda m: f"{m[1]}{tables.summary(runs)}\n{conditions(runs)}.\n{m[2]}", readme.read_text())
    if count != 1:
        sys.exit("README.md has no region `<!-- measured: compile -->`")
    readme.write_text(text)


def main():
    given = options()
    if given.readme and (given.quick or set(given.only) != set(tables.PARTS)):
        sys.exit("--readme shows all of it: neither --quick nor --only")
    runs = json.loads(given.load.read_text()) if given.load else measured(given)
    if given.save:
        given.save.write_text(json.dumps(runs))
    print(f"{conditions(runs)}.\n\n{tables.all_tables(runs)}")
    if given.svg:
        given.svg.write_text(plot.svg(runs))
    if given.readme:
        renew(runs)


if __name__ == "__main__":
    main()
