#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What do the laws and doors make of mistakes that people reported? A table of what a run of the tests has seen.

  ./dev test                        runs the tests, and ends with it
  tests/real/table.py --log LOG     makes it of CTest's log (Testing/Temporary/LastTest.log) of a run that is over

Nothing is counted but what stands in the log: each file of compile_fail_tests/real/ is a case, refused at compile time if its
test passed with every compiler; each line `real case` that unit_real prints is one, refused at the door if every build says
so. What cannot be written is listed in not_expressible.tsv, with the reason. The exit code is 1 where a goal is missed, a
case was not run, or README.md shows other numbers; --renew writes them there."""
import argparse
import dataclasses
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE.parent.parent / "compile_fail_tests" / "real"
README = HERE.parent.parent / "README.md"

# Folder of compile_fail_tests/real/, and what its mistakes are about.
CLASSES = {
    "reshape": "reshape, view, missing flatten",
    "loss": "losses, labels, broadcasting",
    "matmul": "products, features, weights",
    "windows": "convolution, pooling, skips",
    "channels": "channels: order, count, missing",
    "images": "size of images, crops, patches",
    "sequences": "time, recurrence, attention",
    "batch": "batch axis, last batch",
    "reduce": "axis arguments, reductions",
    "files": "files, buffers, element types",
}
# Where a mistake shows.
TIERS = {
    "program": "All extents stand in the program",
    "legal": "Legal elsewhere, and silent",
    "data": "One side comes from data",
    "outside": "Outside of shapes",
}
COLUMNS = ("cases", "compile time", "door", "explained", "not expressible", "false alarms")
FALSE_ALARM = "the good form does not compile without a word"


@dataclasses.dataclass
class Case:
    group: str
    tier: str
    name: str
    at_door: bool = False
    refused: bool = True
    explained: bool = False
    false_alarm: bool = False
    reason: str = ""  # of what cannot be written; else how the test ended, where that is red
    runs: int = 0

    @property
    def expressible(self):
        return self.runs > 0


def tests_in(log):
    """Name, whether it passed, and output of each test in CTest's log."""
    for block in re.split(r"^\d+/\d+ Testing: ", log, flags=re.M)[1:]:
        name, _, rest = block.partition("\n")
        output = re.search(r"^Output:\n-+\n(.*?)^<end of output>$", rest, flags=re.M | re.S)
        passed = re.search(r"^Test Passed\.$", rest, flags=re.M) is not None
        yield name.strip(), passed, output.group(1) if output else ""


def case_of_file(path):
    origin = re.search(r"^// Reported: (.*?)(, where it is legal)?$", path.read_text(), flags=re.M)
    if not origin:
        raise SystemExit(f"{path}: the line `// Reported: ` is missing")
    name = f"{path.stem.replace('_', ' ')}, {origin.group(1)}"
    return Case(path.parent.name, "legal" if origin.group(2) else "program", name)


def compile_time_cases(tests, folder):
    cases = {f"{path.parent.name}/{path.stem}": case_of_file(path) for path in sorted(folder.glob("*/*.cpp"))}
    for name, passed, output in tests:
        match = re.search(r"(?:^|/)compile_fail/([^/]+)/real/([^/]+/[^/]+)$", name)
        if not match or match.group(2) not in cases:
            continue
        case = cases[match.group(2)]
        case.runs += 1
        if passed:
            continue
        case.refused = False
        case.false_alarm = case.false_alarm or FALSE_ALARM in output
        case.reason = f"{match.group(1)}: {output.strip().splitlines()[0] if output.strip() else 'no output'}"
    return list(cases.values())


def door_cases(tests):
    cases = {}
    for test, _, output in tests:
        for line in output.splitlines():
            if not line.startswith("real case\t"):
                continue
            _, group, tier, refused, explained, twin, name = line.split("\t")
            case = cases.setdefault((group, name), Case(group, tier, name, at_door=True, explained=True))
            case.runs += 1
            case.refused = case.refused and refused == "refused"
            case.explained = case.explained and explained == "explained"
            case.false_alarm = case.false_alarm or twin != "twin let in"
            if refused != "refused" or twin != "twin let in":
                case.reason = f"{test}: {refused}, {twin}"
    return list(cases.values())


def unwritten_cases(text):
    lines = [line.split("\t") for line in text.splitlines()[1:]]
    return [Case(group, tier, origin, refused=False, reason=reason) for group, tier, origin, reason in lines]


def counts(cases):
    written = [case for case in cases if case.expressible]
    return (
        len(cases),
        sum(case.refused and not case.at_door for case in written),
        sum(case.refused and case.at_door for case in written),
        sum(case.explained and case.tier == "data" for case in written),
        sum(not case.expressible for case in cases),
        sum(case.false_alarm for case in written),
    )


def rows_of(cases):
    rows = [(title, *counts([case for case in cases if case.group == group])) for group, title in CLASSES.items()]
    return rows + [("all", *counts(cases))]


def table(cases):
    heads = ("class", *COLUMNS)
    rows = [heads] + [tuple(map(str, row)) for row in rows_of(cases)]
    width = max(len(row[0]) for row in rows)
    return "\n".join(
        "  ".join([row[0].ljust(width)] + [cell.rjust(len(head)) for head, cell in zip(COLUMNS, row[1:])]) for row in rows
    )


def goals(cases):
    """Lines of (whether it is reached, text): each tier beside what is wanted of it."""
    of = {tier: [case for case in cases if case.tier == tier] for tier in TIERS}
    refused = {tier: sum(case.refused for case in of[tier]) for tier in TIERS}
    unwritten = sum(not case.expressible for case in of["legal"])
    explained = sum(case.explained for case in of["data"])
    alarms = sum(case.false_alarm for case in cases)
    twins = sum(case.expressible for case in cases)

    def line(reached, tier, text):
        return reached, f"{TIERS[tier]}: {len(of[tier])} cases, {text}"

    return [
        line(refused["program"] == len(of["program"]) > 0, "program", f"{refused['program']} refused (goal: all)"),
        line(refused["legal"] * 100 >= len(of["legal"]) * 90 > 0, "legal",
             f"{refused['legal']} refused (goal: 90 %), {unwritten} cannot be written"),
        line(refused["data"] == len(of["data"]) > 0, "data", f"{refused['data']} refused at the door (goal: all)"),
        line(explained * 100 >= len(of["data"]) * 85 > 0, "data",
             f"{explained} explained: the true cause is among the first two hints (goal: 85 %)"),
        (alarms == 0, f"Fixed twins: {twins}, {alarms} of them refused (goal: none)"),
    ]


def listed(title, lines):
    return [f"{title}:"] + [f"  {line}" for line in lines] if lines else []


def report(cases, not_run):
    """The text, and whether all is as it is wanted."""
    reached = goals(cases)
    written = [case for case in cases if case.expressible]
    lines = [table(cases), ""]
    lines += [text if is_reached else f"MISSED  {text}" for is_reached, text in reached]
    lines += listed("NOT RUN", not_run)
    red = [case for case in written if not case.refused or case.false_alarm]
    lines += listed("RED", [f"{case.group}: {case.name}: {case.reason}" for case in red])
    lines += listed("Not explained", [case.name for case in written if case.tier == "data" and not case.explained])
    lines += listed("Not expressible", [f"{case.name}: {case.reason}" for case in cases if not case.expressible])
    return "\n".join(lines), not not_run and all(is_reached for is_reached, _ in reached)


def read(log, folder, unwritten):
    """All cases, and the names of those that the log says nothing of."""
    tests = list(tests_in(log))
    compiled = compile_time_cases(tests, folder)
    doors = door_cases(tests)
    not_run = [f"{case.group}: {case.name}" for case in compiled if case.runs == 0]
    if not doors:
        not_run.append("the doors: unit_real")
    cases = [case for case in compiled if case.runs > 0] + doors + unwritten_cases(unwritten)
    unknown = {case.group for case in cases} - set(CLASSES) | {case.tier for case in cases} - set(TIERS)
    if unknown:
        raise SystemExit(f"no such class or tier: {', '.join(sorted(unknown))}")
    return cases, not_run


def renewed(readme, cases):
    """README.md with the table and goals of this run."""
    text = "\n".join([table(cases), "", *(line for _, line in goals(cases))])
    begin = r"(<!-- run: tests/real/table\.py -->\n```text\n).*?(\n```)"
    result, count = re.subn(begin, lambda match: match.group(1) + text + match.group(2), readme, flags=re.S)
    if count != 1:
        raise SystemExit("README.md has no place for the table, or several")
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--log", type=pathlib.Path, required=True, help="CTest's log of a run that is over")
    parser.add_argument("--renew", action="store_true", help="write the numbers into README.md")
    arguments = parser.parse_args()
    if not arguments.log.exists():
        raise SystemExit(f"{arguments.log} is not there: the tests have not been run")
    log = arguments.log.read_text(errors="replace")
    cases, not_run = read(log, CASES, (HERE / "not_expressible.tsv").read_text())
    text, is_well = report(cases, not_run)
    print(text)
    readme = README.read_text()
    if arguments.renew:
        README.write_text(renewed(readme, cases))
    elif is_well and renewed(readme, cases) != readme:
        print("README.md shows other numbers: --renew writes these there")
        is_well = False
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
