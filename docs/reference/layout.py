# SPDX-License-Identifier: BSL-1.0
"""Lays a header out for Doxygen: its public interface and its comments alone, line for line.

Sources here carry plain comments, and say in full what Doxygen 1.9 cannot read. So
- the comment at the top becomes the file's, one directly above a declaration that entity's, and one behind it too;
- an overload without a comment has that of the one directly before; at the level of a namespace, so has a type or an object that
  follows without an empty line, and a function that the comment names;
- lines of a comment that are set in by two spaces or more are kept as they stand; those at the top of a header that begin with
  a function's name, and say which shape it makes of which, are that function's too;
- a function that is declared a second time to refuse, and an object that is called like one, say how they fail;
- members that each layer or each image step has, and whose meaning is said once, have the comment that MEMBERS holds;
- left out are namespace detail, what is private, bodies, constraints, and values and results that only detail can spell
  (results read `auto`).
"""
import re

from declarations import COMMENT_OR_LITERAL, Reader

# What is said to tools, not to readers.
MARK = re.compile(r"^ *(run time only|not a sentence|NOLINT|clang-format o)")
FAILS = ("What cannot fit does not compile, and the error says why in one sentence; what only run time knows is checked there, and "
         "throws ShapeError with the same sentence.")
# Folder -> the members of a protocol that nn/layer.hpp, nn/norm.hpp and data/pipeline.hpp explain.
MEMBERS = {
    "nn": {
        "forward": "What the layer makes of its input. Call the layer itself, which names it in errors; see Layer.",
        "name": "How the layer is written in a program, and called in errors.",
        "class_name": "How the layer's class is called in errors.",
        "would_fit": "The layer that would take an input of this shape, or nothing; it ends the sentence of an error.",
        "initialize": "Draws all parameters anew, as PyTorch does.",
        "parameter": "A parameter, or a layer that holds some, by PyTorch's name and in its layout.",
        "constructor()": "Draws all parameters from the default seed.",
        "constructor(random)": "Draws all parameters from `random`.",
    },
    "data": {
        "name": "How the step is called in errors.",
        "rule": "The shape that the step makes of images of a shape; a refusal is written to `why`.",
        "run": "Runs the step on one image.",
        "is_in_place": "Whether the step may write over what it reads.",
        "takes": "Where the step looks for channels.",
        "gives": "Where the step leaves channels.",
        "gives_float": "Whether the step makes floats of what it reads.",
        "elements": "Whether the step takes images of such elements; a refusal is written to `why`.",
        "is_random": "Whether the step draws at random, and wants a seed.",
    },
    "rules": {"setting": "The option and its numbers, as rules read them."},
}


def escaped(text):
    return re.sub(r"([\\@<>&$#%\"|])", r"\\\1", text) if text.strip() else ""


def doc_lines(lines):
    """Comment lines as Doxygen reads them: what is set in is verbatim."""
    written, is_verbatim = [], False
    for line in lines:
        line = re.sub(r"^//+<? ?", "", line)
        is_set_in = line.startswith("  ") or (is_verbatim and not line.strip())
        mark = "@verbatim " if is_set_in and not is_verbatim else ""
        if is_verbatim and not is_set_in:
            written[-1] += " @endverbatim"
        is_verbatim = is_set_in
        if MARK.match(line):
            line = ""
        written.append(mark + line if is_set_in else escaped(line))
    if is_verbatim:
        written[-1] += " @endverbatim"
    return written


def one_line(lines):
    """The same for a declaration that has no lines of its own for it."""
    return " ".join(line.strip() for line in doc_lines(lines)).replace("@endverbatim @verbatim", "<br>")


def is_comment(line):
    return re.match(r"\s*//", line) is not None


def comment_above(lines, number):
    """The lines of the comment that ends above line `number`, counted from 0."""
    first = number
    while first > 0 and is_comment(lines[first - 1]):
        first -= 1
    return range(first, number)


def comment_behind(line):
    comments = [match.group() for match in COMMENT_OR_LITERAL.finditer(line) if match.group().startswith("//")]
    return comments[0] if comments and not MARK.match(comments[0][2:]) else ""


class Page:
    """A header as Doxygen gets it."""

    def __init__(self, source, name):
        self.source, self.lines = source, source.split("\n")
        self.members = MEMBERS.get(name.split("/")[-2], {})
        self.header = name
        self.entity_lines = []
        self.output = [""] * len(self.lines)
        self.docs = [[]]  # the last comment of each scope
        self.classes = [""]
        self.last_doc, self.last_name, self.last_start, self.last_end = [], "", -2, -2
        reader = Reader(source)
        self.refusing = reader.refusing
        self.put_head()
        for each in reader.declarations:
            self.put(each)

    def line_of(self, place):
        return self.source.count("\n", 0, place)

    def put_head(self):
        head = 1
        while head < len(self.lines) and is_comment(self.lines[head]):
            head += 1
        self.head = [line.removeprefix("//").strip() for line in self.lines[1:head] if "->" in line]
        self.put_comment(range(1, head))
        self.output[0] = "/** @file"
        self.output[1] = self.output[1].removeprefix("/** ")

    def put_comment(self, numbers, more=""):
        texts = [self.lines[number].strip() for number in numbers]
        for number, text in zip(numbers, doc_lines(texts)):
            self.output[number] = text
        self.output[numbers[0]] = "/** " + self.output[numbers[0]]
        self.output[numbers[-1]] += more + " */"
        return texts

    def more_of(self, each):
        """What the header says of a function outside of its own comment: shapes, how it fails, where it is."""
        if each.scope != "namespace":
            return ""
        names = (each.name, each.name.removesuffix("_into"))
        own, of_same = ([line for line in self.head if re.match(rf"{re.escape(name)}(?!\w)", line)] for name in names)
        fails = each.name in self.refusing or re.search(r"\bdetail::\w*(Function|Operation|Into)\b", each.text) is not None
        is_layer = each.kind == "class" and self.header.startswith("shapeproof/nn/")
        shapes = own or of_same
        if not shapes and (fails or is_layer) and self.head:
            shapes, more = self.head, " Shapes are those of its like:"
        else:
            more = ""
        more += "".join(f" @verbatim {line} @endverbatim" for line in shapes)
        if each.name.endswith("_into"):
            more += " <p>The result is written into `out`, which has its shape and element type."
        if fails:
            more += f" <p>{FAILS}"
        return more + f" <p>In {self.header}."

    def doc_of(self, each, first, last):
        """The comment of a declaration, and whether it stands above it."""
        if self.last_start == first and self.last_doc:  # several of one statement
            return self.last_doc, False
        if above := comment_above(self.lines, first):
            return self.put_comment(above, self.more_of(each)), True
        if behind := comment_behind(self.lines[last]):
            return [behind], False
        name = each.name
        if name == self.classes[-1]:
            name = f"constructor({'random' if 'Random& random' in each.text else '' if '()' in each.text else '...'})"
        if each.scope != "namespace" and name in self.members:
            return ["// " + self.members[name]], False
        is_next = self.last_end == first - 1 and (each.name == self.last_name or self.speaks_of(each))
        return self.last_doc if is_next else [], False

    def speaks_of(self, each):
        """Whether the comment above a row of declarations is that of one further down."""
        word = each.name.removeprefix("operator")
        words = rf"\b{word}\b" if word == each.name else rf"(?<!\S){re.escape(word)}(?!\S)"
        is_function = "(" in each.text.split(" = ")[0]
        return each.scope == "namespace" and (not is_function or re.search(words, " ".join(self.last_doc)) is not None)

    def put(self, each):
        first, last = self.line_of(each.begin), self.line_of(each.end)
        mark = ""
        if each.kind == "refusal":
            self.last_end = last
            return
        if each.kind in ("declaration", "class", "enum"):
            self.entity_lines += [first + 1] if each.scope != "enum" else []
            doc, is_above = self.doc_of(each, first, last)
            mark = f"/** {one_line(doc)}{self.more_of(each)} */ " if doc and not is_above else ""
            self.docs[-1] = self.last_doc = doc
            self.last_name, self.last_start, self.last_end = each.name, first, last
        if each.kind in ("namespace", "class", "enum"):
            self.docs.append([])
            self.classes.append(each.name if each.kind == "class" else "")
        elif each.kind == "end" and len(self.docs) > 1:
            self.docs.pop()
            self.classes.pop()
            self.last_end = last
            self.last_doc = self.docs[-1]
        text = re.sub(r"\s+", " ", each.text)
        if each.kind == "end" and self.last_doc:
            text = text.replace("}; inline", f"}}; /** {one_line(self.last_doc)} */ inline")
        self.output[first] = f"{self.output[first]} {mark}{text}".strip()
