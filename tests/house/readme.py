#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes the blocks of README.md and docs/ that are taken from files, so that nothing in them can be untrue.

    readme.py --programs build/gcc/examples            rewrites them
    readme.py --programs build/gcc/examples --check    fails, with the difference, where one is stale

A block follows one of these lines, and is replaced as a whole:

    <!-- code: examples/first.cpp -->           the file, without its licence line
    <!-- code: examples/first.cpp#door -->      what stands there between two lines `// [door]`, or `# [door]`
    <!-- code: compile_fail_tests/a.cpp -->     the wrong program of the case, as a user would write it
    <!-- output: compile_fail_tests/a.cpp g++-12 -->    what that compiler says to it; left alone where it is missing
    <!-- output: examples/first.cpp -->         what the program prints
    <!-- headers -->                            a table of the public headers, with the first sentence of each
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

sys.dont_write_bytecode = True  # no cache beside the sources
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "compile_fail_tests"))
import cases  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LANGUAGES = {".txt": "cmake", ".cmake": "cmake", ".sh": "sh"}  # all else is C++
PRIVATE_FOLDERS = ("detail", "engine", "explain")

BLOCK = re.compile(
    r"^<!-- (?P<kind>code|output|headers)(?:: (?P<what>[^\n]*?))? -->\n"
    r"(?P<block>```.*?\n```\n|(?:\|[^\n]*\n)*)",
    re.MULTILINE | re.DOTALL,
)


def fenced(language, text):
    return f"```{language}\n{text.strip()}\n```\n".replace("```\n\n```", "```\n```")


def is_case(path):
    return path.startswith("compile_fail_tests/")


def region_of(text, name):
    parts = re.split(rf"^ *(?://|#) \[{re.escape(name)}\]\n", text, flags=re.MULTILINE)
    if len(parts) != 3:
        sys.exit(f"there must be two lines `// [{name}]`, or `# [{name}]`")
    return textwrap.dedent(parts[1])


def code_block(what):
    path, _, region = what.partition("#")
    text = (ROOT / path).read_text()
    if region:
        text = region_of(text, region)
    elif is_case(path):
        text = cases.Case(ROOT / path).program()
    language = LANGUAGES.get(pathlib.Path(path).suffix, "cpp")
    return fenced(language, re.sub(r"\A// SPDX[^\n]*\n", "", text))


def compiler_named(name):
    """The path of g++-12, be it called so or only g++."""
    family, _, major = name.rpartition("-")
    for candidate in (name, family):
        path = shutil.which(candidate)
        if path and subprocess.check_output([path, "-dumpversion"], text=True).split(".")[0].strip() == major:
            return path
    return None


def compiler_output(case, compiler):
    with tempfile.TemporaryDirectory() as folder:
        name = pathlib.Path(case).name
        (pathlib.Path(folder) / name).write_text(cases.Case(ROOT / case).program())
        said = subprocess.run(
            [compiler, "-std=c++20", "-fsyntax-only", f"-I{ROOT / 'include'}", name],
            cwd=folder, env=os.environ | {"LC_ALL": "C"}, capture_output=True, text=True, check=False)
    if said.returncode == 0:
        sys.exit(f"{case} compiles")
    return said.stderr.replace(f"{ROOT / 'include'}/", "")


def output_block(what, programs, old):
    source, _, compiler_name = what.partition(" ")
    if is_case(source):
        compiler = compiler_named(compiler_name)
        if compiler is None:
            print(f"{compiler_name} is not here; what it says to {source} is left as it stands")
            return old
        return fenced("text", compiler_output(source, compiler))
    program = (programs / pathlib.Path(source).stem).resolve()
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run([program], cwd=folder, capture_output=True, text=True, check=True)
    return fenced("text", said.stdout)


def first_sentence(header):
    comment = re.match(r"// SPDX[^\n]*\n((?://[^\n]*\n)+)", header.read_text())
    text = re.sub(r"^// ?", "", comment.group(1), flags=re.MULTILINE) if comment else ""
    text = re.split(r"\n\n|\n(?:run time only|not a sentence):", text)[0]
    return re.split(r"(?<=[.?!]) ", " ".join(text.split()))[0]


def headers_table():
    rows = ["| header | what it is for |", "| --- | --- |"]
    base = ROOT / "include" / "shapeproof"
    for header in sorted(base.rglob("*.hpp"), key=lambda path: (len(path.parts), path)):
        name = header.relative_to(base)
        if not set(name.parts) & set(PRIVATE_FOLDERS):
            sentence = re.sub(r"([|<>*_])", r"\\\1", first_sentence(header))
            rows.append(f"| `{name}` | {sentence} |")
    return "\n".join(rows) + "\n"


def renewed(text, programs):
    def renew(match):
        head = match.group().partition("\n")[0] + "\n"
        if match["kind"] == "headers":
            return head + headers_table()
        if match["kind"] == "code":
            return head + code_block(match["what"])
        return head + output_block(match["what"], programs, match["block"])

    return BLOCK.sub(renew, text)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--programs", type=pathlib.Path, required=True)
    options.add_argument("--check", action="store_true")
    options = options.parse_args()
    stale = False
    for page in PAGES:
        name = str(page.relative_to(ROOT))
        old = page.read_text()
        new = renewed(old, options.programs)
        if not options.check:
            page.write_text(new)
        elif new != old:
            stale = True
            sys.stdout.writelines(
                difflib.unified_diff(old.splitlines(True), new.splitlines(True), name, f"{name}, as it must be"))
    if stale:
        sys.exit("a page is stale: ./dev readme renews it")


if __name__ == "__main__":
    main()
