#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Does every sentence that the library can say have a test that makes it say so?

    sentences.py           fails, and prints what is missing
    sentences.py --list    prints every sentence, {} for its values, and who says it

Nothing has to be registered. A statement under include/ that holds a literal with words in it says something:

    return refuse(why) << "Shape: rank " << shape.rank << ", at most 8 are supported";

says `Shape: rank {}, at most 8 are supported`, and an `// expect:` line of a compile-fail case must be that whole sentence.
Statements that say a part (objection << "..."; if (...) objection << "; ..."; return detail::impossible("...")) must stand
somewhere in an `// expect:` line. Each arm of a ?: with words in it counts for itself.

    // run time only: tests/io/npy.cpp      the sentence is never said by a compiler: a literal of that test must hold it
    // not a sentence: a file format        nobody reads it

stand on the line above the statement or at its end. In the comment at the top of a header they hold for all of it.
"""
import functools
import itertools
import pathlib
import re
import sys
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent
# It carries the sentences, and says none itself.
CARRIER = "message.hpp"

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<directive>(?<=\n)[ \t]*\#(?:[^\n\\]|\\.|\\\n)*)
      | (?P<raw>R"(?P<fence>[^(\s]*)\((?P<body>.*?)\)(?P=fence)")
      | (?P<string>"(?:[^"\\\n]|\\.)*")
      | (?P<char>'(?:[^'\\\n]|\\.)*')
      | (?P<word>[A-Za-z_]\w*|\d[\w.']*)
      | (?P<sign><<|::|->|[^\s])""",
    re.VERBOSE | re.DOTALL,
)
ESCAPES = {"n": "\n", "t": "\t", "0": "\0"}
OPENING, CLOSING = "([{", ")]}"
ANY = None  # stands for a value in a sentence


@dataclass
class Token:
    kind: str
    text: str
    begin: int
    end: int
    line: int

    @property
    def is_literal(self):
        return self.kind in ("string", "char", "raw")


def tokens_of(source):
    tokens, line, counted = [], 1, 0
    for match in TOKEN.finditer("\n" + source):
        kind = match.lastgroup if match.lastgroup not in ("fence", "body") else "raw"
        text = match.group()
        if kind == "raw":
            text = match.group("body")
        elif kind in ("string", "char"):
            text = re.sub(r"\\(.)", lambda m: ESCAPES.get(m.group(1), m.group(1)), text[1:-1])
        begin = match.start() - 1
        line += source.count("\n", counted, max(begin, 0))
        counted = max(begin, 0)
        tokens.append(Token(kind, text, begin, match.end() - 1, line))
    return tokens


def statements_of(tokens):
    """Runs of tokens between ; { }. Braces that are part of an expression do not end one."""
    statement, braces = [], []
    for token in tokens:
        is_sign = token.kind == "sign"
        if is_sign and token.text == "{":
            texts = [t.text for t in statement]
            braces.append("<<" in texts or texts[:1] in (["return"], ["throw"]))
            if braces[-1]:
                statement.append(token)
                continue
        elif is_sign and token.text == "}" and braces and braces.pop():
            statement.append(token)
            continue
        if is_sign and token.text in "{};":
            if statement:
                yield statement, token.end
            statement = []
        elif token.kind not in ("comment", "directive"):
            statement.append(token)


def tree_of(tokens):
    """Nested lists, one for each pair of brackets."""
    stack = [[]]
    for token in tokens:
        if token.kind == "sign" and token.text in OPENING:
            stack.append([])
        elif token.kind == "sign" and token.text in CLOSING and len(stack) > 1:
            group = stack.pop()
            stack[-1].append(group)
        else:
            stack[-1].append(token)
    while len(stack) > 1:
        group = stack.pop()
        stack[-1].append(group)
    return stack[0]


def split(nodes, signs):
    parts = [[]]
    for node in nodes:
        if isinstance(node, Token) and node.kind == "sign" and node.text in signs:
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def alternatives(part):
    """What one operand of << can add to a sentence: a list of lists of literals and values."""
    if len(part) == 1 and isinstance(part[0], list):
        return alternatives(part[0])
    arms = split(part, ("?", ":"))
    if len(arms) > 1:
        return [piece for arm in arms[1:] for piece in alternatives(arm)]
    pieces = []
    for node in part:
        if isinstance(node, Token) and node.is_literal:
            pieces.append(node.text)
        elif not pieces or pieces[-1] is not ANY:
            pieces.append(ANY)
    return [pieces]


def has_words(pieces):
    text = "".join("0" if piece is ANY else piece for piece in pieces)
    return re.search(r" [A-Za-z]{3,}(?: |$|[,;:.])|(?:^| )[A-Za-z]{3,}[,;:]? ", text) is not None


def said_in(nodes):
    """Every text with words in one group of brackets, and in the groups inside."""
    parts = split(nodes, ("<<", ","))
    choices = [alternatives(part) for part in parts]
    # Arms without words are one choice among values: they make no sentence of their own.
    choices = [arms if any(has_words(arm) for arm in arms) or len(arms) == 1 else [[ANY]] for arms in choices]
    for pieces in itertools.product(*choices):
        pieces = [piece for arm in pieces for piece in arm]
        if has_words(pieces):
            yield pieces
    for part in parts:
        for node in part:
            # A lone bracket around an operand has been read as that operand.
            if isinstance(node, list) and len(part) > 1:
                yield from said_in(node)


@dataclass
class Sentence:
    path: pathlib.Path
    line: int
    begin: int
    end: int
    pieces: list
    is_whole: bool  # else a part of one
    run_time_test: str = ""
    cases: list = field(default_factory=list)

    @property
    def text(self):
        return "".join("{}" if piece is ANY else piece for piece in self.pieces)

    @property
    def weight(self):
        return sum(len(piece) for piece in self.pieces if piece is not ANY)

    @functools.cached_property
    def pattern(self):
        """What it looks like in an expectation, its own words in groups."""
        body = "".join(".*" if piece is ANY else f"({re.escape(piece)})" for piece in self.pieces)
        # A layer or a file may be named before a whole one, and a hint may follow.
        return re.compile(f"^(?:.*: )?{body}(?:; .*)?\\Z" if self.is_whole else body, re.DOTALL)

    @functools.cached_property
    def longest_piece(self):
        return max((piece for piece in self.pieces if piece is not ANY), key=len)

    def is_in(self, expectation):
        return self.longest_piece in expectation and self.pattern.search(expectation) is not None


MARK = re.compile(r"\b(run time only|not a sentence): *(\S+)")


def marks_of(tokens):
    """Line -> mark; line 0 stands for the whole file."""
    marks, in_head = {}, True
    for token in tokens:
        in_head = in_head and token.kind == "comment"
        found = MARK.search(token.text) if token.kind == "comment" else None
        if found:
            marks[0 if in_head else token.line] = found.groups()
    return marks


def sentences_in(path):
    source = path.read_text()
    tokens = tokens_of(source)
    marks = marks_of(tokens)
    for statement, end in statements_of(tokens):
        if statement[0].text == "assert":
            continue
        first, last = statement[0].line, statement[-1].line
        near = [marks[line] for line in range(first - 1, last + 1) if line in marks and line != 0]
        kind, detail = (near or [marks.get(0, ("", ""))])[0]
        if kind == "not a sentence":
            continue
        nodes = tree_of(statement)
        texts = [token.text for token in statement]
        is_whole = texts[:2] == ["return", "refuse"]
        for pieces in said_in(nodes):
            # What stands before the first literal is the `return refuse(why)` or the name of the stream.
            start = 1 if pieces[0] is ANY and len(pieces) > 1 and not (is_whole and texts.count("<<") == 0) else 0
            yield Sentence(path, first, statement[0].begin, end, pieces[start:], is_whole,
                           detail if kind == "run time only" else "")


def all_sentences(include=ROOT / "include"):
    for path in sorted(include.rglob("*.hpp")):
        if path.name != CARRIER:
            yield from sentences_in(path)


def expectations(folder=ROOT / "compile_fail_tests"):
    """(case, expected text) for every case."""
    for case in sorted(folder.rglob("*.cpp")):
        if "checker_tests" not in case.parts:
            for line in case.read_text().splitlines():
                if line.startswith("// expect:"):
                    yield case, line.removeprefix("// expect:").strip()


@functools.cache
def literals_of(path):
    """The texts of a file, adjacent literals joined as the compiler joins them."""
    text, texts = None, []
    for token in tokens_of(path.read_text()):
        if token.kind in ("string", "raw"):
            text = (text or "") + token.text
        elif token.kind != "comment" and text is not None:
            texts.append(text)
            text = None
    return texts


def assign_cases(sentences):
    """Gives each sentence the cases that it is said in. A whole sentence counts only as the most precise one it can be."""
    for case, text in expectations():
        fitting = [sentence for sentence in sentences if not sentence.run_time_test and sentence.is_in(text)]
        most = max((sentence.weight for sentence in fitting if sentence.is_whole), default=0)
        for sentence in fitting:
            if not sentence.is_whole or sentence.weight == most:
                sentence.cases.append(case)


def is_tested_at_run_time(sentence):
    test = ROOT / sentence.run_time_test
    return test.exists() and any(sentence.is_in(text) for text in literals_of(test))


def main():
    sentences = list(all_sentences())
    assign_cases(sentences)
    missing = 0
    for sentence in sentences:
        place = f"{sentence.path.relative_to(ROOT)}:{sentence.line}"
        if "--list" in sys.argv:
            cases = sorted({str(case.relative_to(ROOT)) for case in sentence.cases})
            print(f"{place}: {sentence.text}\n    {sentence.run_time_test or ', '.join(cases) or 'NOBODY'}")
        if sentence.run_time_test and not is_tested_at_run_time(sentence):
            print(f"{place}: no text in {sentence.run_time_test} holds: {sentence.text}")
            missing += 1
        elif not sentence.run_time_test and not sentence.cases:
            print(f"{place}: no case expects: {sentence.text}")
            missing += 1
    print(f"sentences: {len(sentences) - missing} of {len(sentences)} have a test")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
