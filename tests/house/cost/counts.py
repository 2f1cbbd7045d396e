#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Do programs instantiate as few templates as they did?

    counts.py --compiler clang++-19             fails where a total has grown by more than 3 %, with the entries that grew
    counts.py --compiler clang++-19 --record    writes counts.txt anew

Times move with the machine; how many of our classes and functions clang instantiates (-ftime-trace) does not. Counted is what
begins with shapeproof::, by the template's name; arguments and the standard library do not matter. Other versions of
clang count otherwise, and are skipped.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
RECORD = pathlib.Path(__file__).with_name("counts.txt")
PROGRAMS = ("examples/first.cpp", "tests/house/cost/products.cpp", "tests/house/cost/row.cpp")
KINDS = {"InstantiateClass": "class", "InstantiateFunction": "function"}
SLACK = 0.03
VERSION = "19"
SKIPPED = 77  # as SKIP_RETURN_CODE says

# Operators are the names in which < and ( open nothing.
OPERATOR = re.compile(r"operator(?:<=>|<<=?|>>=?|->\*?|<=|>=|<|>|\(\))")
BRACKETS = {"<": ">", "(": ")", "{": "}", "[": "]"}


def template_name(detail):
    """shapeproof::f<Shape<2>>(int)::(anonymous class)::operator()<int> becomes shapeproof::f::operator()."""
    name, depth, at = "", 0, 0
    while at < len(detail):
        operator = OPERATOR.match(detail, at)
        if operator:
            at = operator.end()
            name += operator.group() if depth == 0 else ""
            continue
        letter = detail[at]
        depth += (letter in BRACKETS) - (letter in BRACKETS.values())
        if depth == 0 and letter not in BRACKETS.values():
            name += letter
        at += 1
    return re.sub(r"(::)+", "::", name.split(" ")[0])


def counts_of(events):
    """Counter of "class shapeproof::Tensor" and the like."""
    counts = collections.Counter()
    for event in events:
        detail = event.get("args", {}).get("detail", "")
        if event["name"] in KINDS and detail.startswith("shapeproof::"):
            counts[f"{KINDS[event['name']]} {template_name(detail)}"] += 1
    return counts


def totals(counts):
    result = collections.Counter()
    for entry, count in counts.items():
        result["all classes" if entry.startswith("class ") else "all functions"] += count
    return result


def grown(recorded, counted, slack=SLACK):
    """Lines that say which total grew too much, each followed by the entries that did; none where all is as it was."""
    said = []
    old_totals, new_totals = totals(recorded), totals(counted)
    for total in ("all classes", "all functions"):
        old, new = old_totals[total], new_totals[total]
        if new <= old * (1 + slack):
            continue
        said.append(f"{total}: {old} -> {new}")
        kind = "class " if total == "all classes" else "function "
        entries = [e for e in counted if e.startswith(kind) and counted[e] > recorded[e]]
        entries.sort(key=lambda e: (recorded[e] - counted[e], e))
        said += [f"  {entry}: {recorded[entry]} -> {counted[entry]}" for entry in entries]
    return said


def written(all_counts):
    lines = ["# What clang 19 instantiates of shapeproof for each program; written by counts.py --record."]
    for program, counts in all_counts.items():
        lines += ["", program]
        lines += [f"{count:6} {entry}" for entry, count in sorted(totals(counts).items())]
        lines += [f"{count:6} {entry}" for entry, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    return "\n".join(lines) + "\n"


def read(text):
    result = collections.defaultdict(collections.Counter)
    program = None
    for line in text.splitlines():
        if line.startswith(" "):
            count, entry = line.strip().split(" ", 1)
            if not entry.startswith("all "):
                result[program][entry] = int(count)
        elif line and not line.startswith("#"):
            program = line
    return result


def compiled(compiler, program):
    with tempfile.TemporaryDirectory() as folder:
        trace = pathlib.Path(folder) / "trace.json"
        # Without a pass of code generation clang writes no trace.
        subprocess.run(
            [compiler, "-std=c++20", "-c", "-emit-llvm", "-O0", "-o", str(trace.with_suffix(".bc")), f"-I{ROOT / 'include'}",
             "-DSHAPEPROOF_COMPILED=1", f"-ftime-trace={trace}", "-ftime-trace-granularity=0", str(ROOT / program)],
            check=True)
        return counts_of(json.loads(trace.read_text())["traceEvents"])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--compiler", default="clang++-19")
    options.add_argument("--record", action="store_true")
    options = options.parse_args()
    version = subprocess.check_output([options.compiler, "-dumpversion"], text=True).split(".")[0].strip()
    if version != VERSION:
        print(f"{options.compiler} is version {version}; instantiations are counted with {VERSION}")
        sys.exit(SKIPPED)
    counted = {program: compiled(options.compiler, program) for program in PROGRAMS}
    if options.record:
        RECORD.write_text(written(counted))
        return
    recorded, has_grown = read(RECORD.read_text()), False
    for program, counts in counted.items():
        said = grown(recorded[program], counts)
        has_grown |= bool(said)
        print(f"{program}: " + ", ".join(f"{total} {count}" for total, count in sorted(totals(counts).items())))
        print("".join(f"  {line}\n" for line in said), end="")
    if has_grown:
        sys.exit("more is instantiated than was recorded; if that must be, counts.py --record")


if __name__ == "__main__":
    main()
