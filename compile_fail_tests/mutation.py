#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Would a lost check be noticed? Makes each refusal say yes in turn, and wants a case to turn red.

    mutation.py [--compiler g++] [--jobs 2] [--only rules/reshape.hpp] [--every 4]

A refusal is one of
    return refuse(why, axis) << ...;
    const Objection objection = refuse(why); ... return objection;        the last statement is replaced
    return refuse_count(why, ...);                                        where refuse_count returns an Objection
and is replaced by `return allow({});` in a copy of include/. So is each static_assert that says something, by an empty one.
Tried are the cases that expect what is said there. A case is red if its bad form no longer gives its sentence. Neither a
case that is red without a mutant proves anything, nor a mutant that breaks good forms.
"""
import argparse
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass

sys.dont_write_bytecode = True  # no cache beside the sources
import sentences as said  # noqa: E402

ROOT = said.ROOT
INCLUDE = ROOT / "include"
CHECKER = ROOT / "compile_fail_tests" / "check.cmake"
YES = "return allow({});"


@dataclass
class Refusal:
    path: pathlib.Path
    line: int
    begin: int  # of the text to be replaced
    end: int
    replacement: str
    sentences: list  # those said from here

    @property
    def cases(self):
        return list(dict.fromkeys(case for sentence in self.sentences for case in sentence.cases))


def text_of(statement):
    return " ".join(token.text for token in statement)


def helper_names(files):
    """Functions that refuse on behalf of a rule: those that return an Objection."""
    pattern = re.compile(r"\bObjection (\w+)\(Refusal\*")
    return {name for path in files for name in pattern.findall(path.read_text())} - {"refuse"}


def within(sentences, path, begin, end):
    return [s for s in sentences if s.path == path and begin <= s.begin < end]


def refusals_in(path, sentences, helpers, helper_sentences):
    source = path.read_text()
    opened = {}  # name of an Objection -> where it was made
    for statement, end in said.statements_of(said.tokens_of(source)):
        words = [token.text for token in statement]
        begin = statement[0].begin
        returned = words.index("return") if "return" in words else None
        if found := re.search(r"\bObjection (\w+) = refuse \( why", text_of(statement)):
            opened[found.group(1)] = begin
        elif words[0] == "static_assert" and within(sentences, path, begin, end):
            yield Refusal(path, statement[0].line, begin, end, "static_assert(true);",
                          within(sentences, path, begin, end))
        elif returned is not None and len(words) > returned + 1:
            what = words[returned + 1]
            at = statement[returned].begin
            line = statement[returned].line
            if what == "refuse":
                yield Refusal(path, line, at, end, YES, within(sentences, path, begin, end))
            elif what in opened:
                first = opened.pop(what)
                # A helper's own end is no rule; the calls of the helper are.
                if not re.search(r"\bObjection \w+\([^{]*\{\s*$", source[:first]):
                    yield Refusal(path, line, at, end, YES, within(sentences, path, first, end))
            elif what in helpers:
                yield Refusal(path, line, at, end, YES,
                              helper_sentences[what] + within(sentences, path, begin, end))


def sentences_of_helpers(files, helpers, sentences):
    found = {name: [] for name in helpers}
    for path in files:
        source = path.read_text()
        for name in helpers:
            if match := re.search(rf"\bObjection {name}\(.*?\n\}}", source, re.DOTALL):
                found[name] += within(sentences, path, match.start(), match.end())
    return found


def all_refusals():
    sentences = list(said.all_sentences())
    said.assign_cases(sentences)
    files = [path for path in sorted(INCLUDE.rglob("*.hpp")) if path.name not in (said.CARRIER, "ruling.hpp")]
    helpers = helper_names(files)
    helper_sentences = sentences_of_helpers(files, helpers, sentences)
    for path in files:
        for refusal in refusals_in(path, sentences, helpers, helper_sentences):
            # What compilers never say is guarded by the unit test that its mark names.
            if not any(sentence.run_time_test for sentence in refusal.sentences):
                yield refusal


def outcome(case, include, compiler):
    """green, red, or broken where the good form no longer compiles."""
    run = subprocess.run(
        ["cmake", f"-DCXX={compiler}", f"-DINCLUDE={include}", "-DINCLUDE_AS=-isystem", f"-DCASE={case}", "-P", CHECKER],
        capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return "green"
    return "broken" if "the good form does not compile" in run.stderr else "red"


def verdict(refusal, compiler):
    """Empty where a case guards the refusal, else what is wrong."""
    if not refusal.cases:
        return "no case expects what it says"
    with tempfile.TemporaryDirectory(prefix="shapeproof-mutant-") as folder:
        include = pathlib.Path(folder) / "include"
        shutil.copytree(INCLUDE, include)
        source = refusal.path.read_text()
        mutant = source[: refusal.begin] + refusal.replacement + source[refusal.end :]
        (include / refusal.path.relative_to(INCLUDE)).write_text(mutant)
        outcomes = []
        for case in refusal.cases:
            outcomes.append(outcome(case, include, compiler))
            # A case that is red without a mutant too fails as a test of its own.
            if outcomes[-1] == "red":
                return ""
    if "broken" in outcomes:
        return "the mutant does not compile, so that it proves nothing"
    return f"{outcomes.count('green')} cases stay green without it"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--compiler", default="g++")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--only", default="")
    options.add_argument("--every", type=int, default=1, help="look at each so-manieth refusal only")
    options = options.parse_args()
    refusals = [refusal for refusal in all_refusals() if options.only in str(refusal.path)][:: options.every]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        verdicts = list(pool.map(lambda refusal: verdict(refusal, options.compiler), refusals))
    for refusal, wrong in zip(refusals, verdicts):
        if wrong:
            text = refusal.sentences[0].text if refusal.sentences else "?"
            print(f"{refusal.path.relative_to(ROOT)}:{refusal.line}: {wrong}: {text}")
    guarded = verdicts.count("")
    print(f"mutation: {guarded} of {len(refusals)} refusals are guarded")
    return 0 if refusals and guarded == len(refusals) else 1


if __name__ == "__main__":
    sys.exit(main())
