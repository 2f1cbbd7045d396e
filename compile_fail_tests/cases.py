# SPDX-License-Identifier: BSL-1.0
"""What does a compile-fail case hold? Its rule, its sentence, and the program in its wrong and its right form.

How a case is written stands in check.cmake, which is what compiles them; this reads them for pages.
"""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "compile_fail_tests"
MACRO = re.compile(r"\b(BAD_OR_GOOD|BAD|GOOD)\(")


def without_literals(text):
    """The same, as long, with nothing in its string literals: brackets and commas in these mean nothing."""
    return re.sub(r'"(?:[^"\\]|\\.)*"', lambda match: "_" * len(match.group()), text)


def arguments_of(text, begin):
    """Where the bracket that was opened before `begin` is closed, and the first comma in it."""
    depth, comma = 1, None
    for place, sign in enumerate(without_literals(text)[begin:], begin):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0:
            return place, comma
        if sign == "," and depth == 1 and comma is None:
            comma = place
    raise ValueError(f"a bracket is not closed in: {text}")


def in_form(line, form):
    """One line as a user would write it; form is BAD or GOOD."""
    while found := MACRO.search(line):
        end, comma = arguments_of(line, found.end())
        inside = line[found.end():end]
        if found[1] == "BAD_OR_GOOD":
            inside = line[found.end():comma] if form == "BAD" else line[comma + 1:end]
        elif found[1] != form:
            inside = ""
        before, inside, after = line[:found.start()], inside.strip(), line[end + 1:]
        # No space is left where nothing, or a comma, follows what stood before the macro.
        if before.endswith(" ") and (not inside or inside[0] in ",>)") and re.match(r"[,>) ]|$", inside + after):
            before = before.rstrip() if before.strip() else before
        if not inside and before.endswith(("(", "<")):
            after = after.lstrip()
        line = before + inside + after
    return line


class Case:
    def __init__(self, path):
        self.path = path
        text = path.read_text()
        head = re.match(r"(?://[^\n]*\n)*", text)
        comments = [line.removeprefix("//").strip() for line in head.group().splitlines()]
        self.rule = comments[1]
        self.expectations = [line.removeprefix("expect:").strip() for line in comments if line.startswith("expect:")]
        lines = text[head.end():].strip("\n").splitlines()
        self.lines = [line.removesuffix("// error here").rstrip() for line in lines]
        self.marked_lines = [in_form(old, "BAD") for old, line in zip(self.lines, lines) if old != line.rstrip()]

    @property
    def name(self):
        return str(self.path.relative_to(FOLDER))

    def program(self, form="BAD"):
        # A line that is empty in this form was only there for the other.
        lines = [(line, in_form(line, form)) for line in self.lines]
        return "\n".join(new for old, new in lines if new.strip() or not old.strip()) + "\n"

    def body(self, form="BAD"):
        """The program without what each begins with."""
        lines = self.program(form).splitlines()
        return [line for line in lines if line and not re.match(r"#include|using namespace shapeproof;", line)]


def all_cases():
    return [Case(path) for path in sorted(FOLDER.rglob("*.cpp")) if "checker_tests" not in path.parts]
