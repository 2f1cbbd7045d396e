#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes docs/errors.md and docs/errors/: what each refusal means, a wrong line, the right line, and what compilers print.

    errors_page.py                       rewrites the pages
    errors_page.py --check               fails, and names the page, where one is stale
    errors_page.py --compilers g++-12 clang++-19
                                         compiles each program of the pages as they print it, wrong and right (minutes)

All of it is taken from the compile-fail cases and from the statements that say the sentences: no compiler is asked but with
--compilers. Of a sentence that several cases make the library say, the shortest case is shown, and the others name themselves.
"""
import argparse
import concurrent.futures
import dataclasses
import difflib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field

sys.dont_write_bytecode = True  # no cache beside the sources
import cases  # noqa: E402
import sentences as said  # noqa: E402

ROOT = cases.ROOT
INDEX = ROOT / "docs" / "errors.md"
PAGES = ROOT / "docs" / "errors"
MARK = "<!-- pages: written by compile_fail_tests/errors_page.py -->\n"
VALUE = "…"
MOST_LINES = 8  # of a program that is shown as a whole

# Page -> its title, and the folders of its cases, the most telling first. A new folder is a page of its own until it
# stands here.
AREAS = {
    "shapes": ("Shapes, extents and tensors", "shape extent rules/well_formed tensor create random"),
    "doors": ("Doors from run-time data", "convert bind dynamic"),
    "elementwise": (
        "Operations element by element",
        "ops/arithmetic ops/activation ops/cast ops/compare ops/equal ops/math ops/numbers ops/where ops/broadcast ops/into"),
    "axes": (
        "Operations on axes",
        ". ops/reshape ops/permute ops/squeeze ops/flip ops/rearrange ops/tile ops/triangle ops/arange"),
    "parts": (
        "Parts, joints and places", "ops/slice ops/parts ops/concat ops/index ops/pad ops/one_hot"),
    "products": ("Products", "ops/matmul ops/linear ops/einsum"),
    "windows": ("Windows", "ops/conv ops/pool ops/unfold ops/interpolate"),
    "reductions": ("Reductions and norms", "ops/reduce ops/normalize"),
    "models": (
        "Layers, losses and models",
        "nn nn/attention nn/embedding nn/loss nn/metrics nn/recurrent nn/transformer nn/models"),
    "data": ("Data sets and images", "data/dataset data/batches data/images"),
}
# Cases of what others have said in an area: mistakes as they were reported, and rules that concern all operations.
ELSEWHERE = ("real", "one_error")
# Of sentences with many cases, the ones to show.
TELLING = (
    "first.cpp", "convert/as_numbers.cpp", "create/too_few_numbers.cpp", "ops/arithmetic/column_and_row.cpp",
    "ops/arithmetic/extents_differ.cpp", "ops/arithmetic/fraction_beside_integers.cpp", "ops/concat/extent.cpp",
    "ops/conv/kernel_too_large.cpp", "ops/into/shape.cpp", "ops/math/integers.cpp")


def page_of(folder):
    top, _, name = folder.partition("/")
    if top in ELSEWHERE and name in AREAS:
        return name
    for page, (_, folders) in AREAS.items():
        if folder in folders.split():
            return page
    return folder.replace("/", "-")


def title_of(page):
    return AREAS[page][0] if page in AREAS else page


def rank_of(case):
    """The case that explains best comes first: of the area itself, short, and of a plain name: rank.cpp before rank_of_bias.cpp."""
    folder = case.path.parent.relative_to(cases.FOLDER).as_posix()
    body = case.body()
    is_elsewhere = folder.split("/")[0] in ELSEWHERE
    return (case.name not in TELLING, is_elsewhere, len(body) > MOST_LINES, len(case.path.stem), sum(map(len, body)), case.name)


def with_tails(sentences):
    """The sentences, and those that a layer says in place of an operation: "linear: the last axis ..." without "linear"."""
    for sentence in sentences:
        yield sentence
        name, colon, tail = (sentence.pieces[0] or "").partition(": ")
        if colon and tail and re.fullmatch(r"\w+", name):
            yield dataclasses.replace(sentence, pieces=[": " + tail, *sentence.pieces[1:]], is_whole=False)


def template_of(text, sentences):
    """The sentence with … for what is a value in it: whatever no statement says literally."""
    literal = [False] * len(text)
    for sentence in sentences:
        found = sentence.pattern.search(text) if sentence.longest_piece in text else None
        for group in range(1, found.re.groups + 1 if found else 0):
            begin, end = found.span(group)
            literal[begin:end] = [True] * (end - begin)
    if sum(literal) * 5 < len(text):  # no more than a hint is said by a statement of its own
        return re.sub(r"-?\b\d+\b|\w+<[^;:]*>|\"[^\"]*\"", VALUE, text)
    letters = [sign if literal[place] else "\0" for place, sign in enumerate(text)]
    return re.sub("\0+", VALUE, "".join(letters))


@dataclass
class Entry:
    template: str
    cases: list = field(default_factory=list)

    @property
    def example(self):
        return min(self.cases, key=rank_of)

    @property
    def page(self):
        return page_of(self.example.path.parent.relative_to(cases.FOLDER).as_posix())

    @property
    def others(self):
        """Who else says it: the words before the first colon, or where it was said."""
        names = dict.fromkeys(re.split(r": |$", case.expectations[0])[0] for case in sorted(self.cases, key=rank_of))
        names.pop(re.split(r": |$", self.example.expectations[0])[0], None)
        return [name for name in names if len(name) < 50]


def all_entries():
    sentences = list(with_tails(sentence for sentence in said.all_sentences() if not sentence.run_time_test))
    entries = {}
    for case in cases.all_cases():
        template = template_of(case.expectations[0], sentences)
        entries.setdefault(template, Entry(template)).cases.append(case)
    return list(entries.values())


def difference(case):
    """The program with its wrong lines behind a minus and the right ones behind a plus."""
    wrong, right = case.body("BAD"), case.body("GOOD")
    lines = list(difflib.ndiff(wrong, right))
    lines = [line.rstrip() if line[0] != " " else f"  {line[2:]}".rstrip() for line in lines if line[0] != "?"]
    if len(wrong) <= MOST_LINES:
        return lines
    near = {place + step for place, line in enumerate(lines) if line[0] in "+-" for step in (-1, 0, 1)}
    near |= {place for place, line in enumerate(lines) if line[2:] in case.marked_lines}
    shown = []
    for place, line in enumerate(lines):
        if place in near:
            shown.append(line)
        elif not shown or shown[-1] != "  ...":
            shown.append("  ...")
    return shown


def fenced(language, lines):
    return "\n".join([f"```{language}", *lines, "```"])


def entry_text(entry):
    case = entry.example
    parts = [f"### `{entry.template}`", case.rule, fenced("diff", difference(case)),
             "".join(f"> `{text}`  \n" for text in case.expectations).rstrip()]
    if entry.others:
        names = ", ".join(f"`{name}`" for name in entry.others[:6])
        parts.append(f"Also of {names}{' and others' if len(entry.others) > 6 else ''}.")
    return "\n\n".join(parts) + "\n"


def page_text(page, entries):
    head = (f"# {title_of(page)}: errors\n\n"
            "What each sentence means, and what to write instead; [how to read what compilers print](../errors.md). Values are "
            f"`{VALUE}` in a\nheading; the line behind `>` is what g++ and clang print for the wrong program (`-`), and the right one "
            "(`+`) compiles.\n<!-- written by compile_fail_tests/errors_page.py -->\n")
    order = {folder: place for place, folder in enumerate(AREAS.get(page, ("", ""))[1].split())}

    def place_of(entry):
        folder = entry.example.path.parent.relative_to(cases.FOLDER).as_posix()
        return (order.get(folder, len(order)), entry.example.name)

    return head + "".join("\n" + entry_text(entry) for entry in sorted(entries, key=place_of))


def by_page(entries):
    order = {page: place for place, page in enumerate(AREAS)}
    pages = {}
    for entry in sorted(entries, key=lambda each: (order.get(each.page, len(order)), each.page)):
        pages.setdefault(entry.page, []).append(entry)
    return pages


def index_text(pages):
    parts = [MARK]
    for page, entries in pages.items():
        sentences = sorted((entry.template for entry in entries), key=lambda text: text.lstrip(VALUE + ": ").lower())
        parts.append(f"\n### [{title_of(page)}](errors/{page}.md)\n\n" + "".join(f"- `{text}`\n" for text in sentences))
    return "".join(parts)


def all_pages(entries):
    pages = by_page(entries)
    head, _, _ = INDEX.read_text().partition(MARK)
    yield INDEX, head + index_text(pages)
    for page, its_entries in pages.items():
        yield PAGES / f"{page}.md", page_text(page, its_entries)


def compiles(compiler, program):
    """What a compiler says, its pieces joined as check.cmake joins them; empty where it is content."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "program.cpp"
        path.write_text(program)
        run = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-DSHAPEPROOF_COMPILED=1", f"-I{ROOT / 'include'}", path],
                             capture_output=True, text=True, check=False)
    seam = r'"\}, (?:\w+::)*Text\{"'
    return re.sub(r"\\([\"'\\])", r"\1", re.sub(seam, "", re.sub(f" +{seam}", " ", run.stderr)))


def ask_compiler(compiler, entries):
    """Prints the programs of the pages that it does not take as the page says; their number."""
    def fault_of(entry):
        case = entry.example
        if (words := compiles(compiler, case.program("GOOD"))) != "":
            return f"{case.name}: the right program: {words}"
        words = compiles(compiler, case.program("BAD"))
        lacking = [text for text in case.expectations if text not in words]
        return f"{case.name}: not said: {lacking[0]}" if lacking else None

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        faults = [fault for fault in pool.map(fault_of, entries) if fault]
    print("\n".join([*faults, f"{compiler}: {len(entries) - len(faults)} of {len(entries)} programs are as the pages say"]))
    return len(faults)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--check", action="store_true")
    options.add_argument("--compilers", nargs="+", default=[])
    options = options.parse_args()
    entries = all_entries()
    stale = 0
    pages = dict(all_pages(entries))
    for page in sorted(set(PAGES.glob("*.md")) | set(pages)):
        new = pages.get(page)
        if page.exists() and page.read_text() == new:
            continue
        stale += 1
        if options.check:
            print(f"{page.relative_to(ROOT)} is stale: python3 compile_fail_tests/errors_page.py renews it")
        elif new is None:
            page.unlink()
        else:
            PAGES.mkdir(exist_ok=True)
            page.write_text(new)
    print(f"errors: {len(entries)} sentences on {len(pages) - 1} pages, {sum(map(len, pages.values())) // 1000} kB")
    faults = sum(ask_compiler(shutil.which(name) or name, entries) for name in options.compilers)
    return 1 if faults or (options.check and stale) else 0


if __name__ == "__main__":
    sys.exit(main())
