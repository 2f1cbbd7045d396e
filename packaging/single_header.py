#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes the library as one header.

    single_header.py [output] [--headers shapeproof.hpp nn.hpp ...]        ./dev single-header does the same

Without --headers it holds shapeproof.hpp and nn.hpp: everything that wants no library besides Eigen and the Boost headers, and is
not a file format of its own. Others may be added: --headers shapeproof.hpp io/csv.hpp.

Each header stands there once, behind a line `// ---- shapeproof/<name>`; what it includes stands before it. What is
included in any case from elsewhere is listed once, at the top. Conditions stay where they are: SHAPEPROOF_COMPILED=1 leaves the
kernels out as it does with the headers themselves. The same headers make the same file, to the last byte.
"""
import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
BASE = ROOT / "include" / "shapeproof"
DEFAULT_HEADERS = ["shapeproof.hpp", "nn.hpp"]
DEFAULT_OUTPUT = ROOT / "build" / "single_header" / "shapeproof" / "shapeproof.hpp"

OWN_INCLUDE = re.compile(r'#include "([^"]+)"')
OTHER_INCLUDE = re.compile(r"#include (<[^>]+>)")
OPENS = re.compile(r"#\s*if")
TURNS = re.compile(r"#\s*el")
CLOSES = re.compile(r"#\s*endif")


def conditions_of(lines):
    """For each line the conditions it stands under, outermost first; the lines of a condition itself stand outside of it."""
    stack, result = [], []
    for line in lines:
        if OPENS.match(line):
            result.append(tuple(stack))
            stack.append(line)
        elif TURNS.match(line):
            result.append(tuple(stack[:-1]))
            stack[-1] = stack[-1] + " " + line
        elif CLOSES.match(line):
            stack.pop()
            result.append(tuple(stack))
        else:
            result.append(tuple(stack))
    return result


def common(first, second):
    """What two rows of conditions begin with alike."""
    count = 0
    while count < min(len(first), len(second)) and first[count] == second[count]:
        count += 1
    return first[:count]


class Header:
    def __init__(self, path):
        self.name = str(path.relative_to(BASE))
        text = path.read_text()
        text, pragmas = re.subn(r"^#pragma once\n", "", text, flags=re.MULTILINE)
        if pragmas != 1:
            sys.exit(f"{self.name} has no #pragma once")
        # It would hold for everything behind it.
        text = re.sub(r"^#pragma GCC system_header\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"\A// SPDX[^\n]*\n", "", text)
        self.lines = text.strip("\n").split("\n")
        self.conditions = conditions_of(self.lines)
        self.includes = {}  # of this library: index of the line -> path
        for index, line in enumerate(self.lines):
            if found := OWN_INCLUDE.match(line):
                self.includes[index] = (path.parent / found[1]).resolve()


class SingleHeader:
    def __init__(self, roots):
        self.headers = {}
        self.places = {}  # path -> the conditions under which it must stand: those that all who include it share
        self.roots = [BASE / root for root in roots]
        for root in self.roots:
            self.place(root.resolve(), ())
        self.written = set()
        self.out = []
        self.others = {  # <...> that are included in any case
            found[1]
            for path, header in self.headers.items()
            for line, conditions in zip(header.lines, header.conditions)
            if not self.places[path] + conditions and (found := OTHER_INCLUDE.match(line))
        }

    def place(self, path, conditions):
        known = self.places.get(path)
        wanted = conditions if known is None else common(known, conditions)
        if wanted == known:
            return
        self.places[path] = wanted
        if path not in self.headers:
            self.headers[path] = Header(path)
        header = self.headers[path]
        for index, included in header.includes.items():
            self.place(included, wanted + header.conditions[index])

    def write(self, path, around=()):
        """The header and what it includes, where that was not written yet; it comes to stand under the conditions `around`."""
        if path in self.written:
            return
        header = self.headers[path]
        if self.places[path] != around:
            sys.exit(f"shapeproof/{header.name} would stand under {around}; it is needed under {self.places[path]}")
        self.written.add(path)
        lines = []
        for index, line in enumerate(header.lines):
            conditions = header.conditions[index]
            other = OTHER_INCLUDE.match(line)
            if other and other[1] in self.others:
                continue
            if index not in header.includes:
                if OPENS.match(line) and not conditions:
                    self.write_ahead(header, index, around)
                lines.append(line)
            elif conditions:
                lines.append(self.nested(header.includes[index], around + conditions))
            else:
                self.write(header.includes[index], around)
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
        self.out.append(f"// ---- shapeproof/{header.name}\n{text}\n")

    def write_ahead(self, header, opening, around):
        """What is included behind a condition, but must stand outside of it, since others need it without."""
        for index, included in header.includes.items():
            if index > opening and header.conditions[index]:
                self.write_outside(included, around, set())

    def write_outside(self, path, around, seen):
        if path in self.written or path in seen:
            return
        seen.add(path)
        if self.places[path] == around:
            self.write(path, around)
            return
        for included in self.headers[path].includes.values():
            self.write_outside(included, around, seen)

    def nested(self, path, around):
        """A header that stands inside of a condition of another, as text."""
        outside, self.out = self.out, []
        self.write(path, around)
        text = "\n".join(self.out)
        self.out = outside
        return f"\n{text}"

    def text(self):
        for root in self.roots:
            self.write(root.resolve())
        version = ".".join(
            re.findall(r"^#define SHAPEPROOF_VERSION_[A-Z]+ (\d+)$", (BASE / "version.hpp").read_text(), re.MULTILINE))
        licence = "".join(f"// {line}\n" if line else "//\n" for line in (ROOT / "LICENSE").read_text().split("\n")[:-1])
        names = ", ".join(str(root.relative_to(BASE)) for root in self.roots)
        others = "".join(f"#include {name}\n" for name in sorted(self.others))
        return (f"// SPDX-License-Identifier: BSL-1.0\n// shapeproof {version} as one header: {names}. Made by "
                f"packaging/single_header.py; change the headers, not this.\n//\n{licence}#pragma once\n\n{others}\n"
                + "\n".join(self.out))


def main():
    options = argparse.ArgumentParser(description="Writes the library as one header.")
    options.add_argument("output", type=pathlib.Path, nargs="?", default=DEFAULT_OUTPUT)
    options.add_argument("--headers", nargs="+", default=DEFAULT_HEADERS)
    options = options.parse_args()
    for name in options.headers:
        if not (BASE / name).is_file():
            sys.exit(f"there is no header shapeproof/{name}")
    text = SingleHeader(options.headers).text()
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(text)
    print(f"{options.output}: {len(text.splitlines())} lines")


if __name__ == "__main__":
    main()
