#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Lays a header out for Doxygen: prints its public interface and its comments alone, line for line.

    filter.py include/shapeproof/ops/matmul.hpp        (Doxyfile calls it so, as INPUT_FILTER)

Sources here carry plain comments, and say in full what Doxygen 1.9 cannot read. So
- the comment at the top becomes the file's, one directly above a declaration that entity's, and one behind it too;
- an overload without a comment has that of the one before; at the level of a namespace, so have declarations that follow one
  another without an empty line;
- lines of a comment that are set in by three spaces or more are kept as they stand;
- members that each layer or each image step has, and whose meaning is said once, have the comment that MEMBERS holds;
- left out are namespace detail, what is private, bodies, `requires` clauses, values and result types that only detail can
  spell (results read `auto`), and the second declaration of each function: it refuses wrong shapes and has no body.
"""
import pathlib
import re
import sys
from dataclasses import dataclass

COMMENT_OR_LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-fA-F])\'(?:[^\'\\\n]|\\.)+\'', re.DOTALL)
# What is said to tools, not to readers.
MARK = re.compile(r"^ *(run time only|not a sentence|NOLINT|clang-format o)")
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
OPENING, CLOSING = "([{", ")]}"


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def code_of(text):
    """As long as the text, without comments, preprocessor lines and what is in literals."""
    def empty(match):
        word = match.group()
        return blank(word) if word[0] == "/" else word[0] + blank(word[1:-1]) + word[-1]

    text = COMMENT_OR_LITERAL.sub(empty, text)
    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", lambda match: blank(match.group()), text, flags=re.MULTILINE)


def closing(code, place):
    """Where the bracket that opens at `place` is closed."""
    depth = 0
    for at in range(place, len(code)):
        depth += (code[at] in OPENING) - (code[at] in CLOSING)
        if depth == 0:
            return at
    return len(code) - 1


def closing_angle(code, place):
    """The same of <: what is greater than something stands in brackets there."""
    depth, at = 0, place
    while at < len(code):
        if code[at] in OPENING:
            at = closing(code, at)
        depth += (code[at] == "<") - (code[at] == ">" and code[at - 1] not in "-=")
        if depth == 0:
            return at
        at += 1
    return len(code) - 1


def outermost(code, begin=0):
    """The places of a declaration that are in no bracket; <> only where they follow `template`."""
    at = begin
    while at < len(code):
        yield at
        if code[at] in OPENING:
            at = closing(code, at)
        elif code[at] == "<" and re.search(r"\btemplate\s*$", code[:at]):
            at = closing_angle(code, at)
        at += 1


def constraint_end(code, begin):
    """Where `A<B> && (C || D)` ends, which stands behind a template's head."""
    operand = re.compile(r"\s*!?\s*(?:\(|[\w:]+)")
    at = begin
    while found := operand.match(code, at):
        at = found.end()
        if code[at - 1] == "(":
            at = closing(code, at - 1) + 1
        elif code[at:at + 1] == "<":
            at = closing_angle(code, at) + 1
        joint = re.compile(r"\s*(&&|\|\|)").match(code, at)
        if not joint:
            break
        at = joint.end()
    return at


@dataclass
class Declaration:
    """What is public, as Doxygen gets it: a namespace, a type, a function, a variable; or } and what ends a scope."""
    begin: int
    end: int
    kind: str
    text: str
    name: str = ""
    scope: str = "namespace"


def template_head_end(head):
    """Behind the last template <...> of a declaration, its constraint included, and the stretches of constraints."""
    at, constraints = 0, []
    while found := re.compile(r"\s*template\s*(?=<)").match(head, at):
        at = closing_angle(head, found.end()) + 1
        if clause := re.compile(r"\s*requires\b").match(head, at):
            at = constraint_end(head, clause.end())
            constraints.append((clause.start(), at))
    return at, constraints


def without(text, stretches):
    for begin, end in sorted(stretches, reverse=True):
        text = text[:begin] + blank(text[begin:end]) + text[end:]
    return text


def is_private_word(text):
    return re.search(r"\bdetail::|\bdecltype\b|\bengine::|\[\]|\brequires\b", text) is not None


def public_bases(code, text):
    """`struct A : B, detail::C` without what is private."""
    colon = next((at for at in outermost(code) if code[at] == ":" and ":" not in (code[at - 1], code[at + 1:at + 2])), None)
    if colon is None:
        return text
    bases, begin, at = [], colon + 1, colon + 1
    while at <= len(code):
        if at == len(code) or code[at] == ",":
            bases.append(text[begin:at])
            begin = at + 1
        elif code[at] == "<":
            at = closing_angle(code, at)
        at += 1
    bases = [base.strip() for base in bases if not re.search(r"\bdetail::|\bprivate\b", base)]
    return text[:colon].rstrip() + (" : " + ", ".join(bases) if bases else "")


def name_in(code):
    """What a declaration declares."""
    found = re.search(r"\boperator\s*(\(\)|[^\s(]+|\"\"\s*\w+)\s*\(", code)
    if found:
        return "operator" + found[1]
    if found := re.search(r"\b(?:using|concept|class|struct|union|enum class|enum)\s+(?:\[\[.*?\]\]\s*)?([\w:]+)", code):
        return found[1]
    code = re.split(r"=|\{", code)[0]
    found = re.search(r"(~?\w+)\s*\(", code) or re.search(r"(\w+)\s*(?:<[^>]*>)?\s*$", code)
    return found[1] if found else ""


def declared(code, text, opens_scope):
    """A declaration as Doxygen can read it, or nothing if it refuses, or says nothing to a reader."""
    head_end, stretches = template_head_end(code)
    rest = code[head_end:].strip()
    if not rest or re.match(r"static_assert\b|using namespace\b|extern template\b|template\s+(class|struct)\b", rest):
        return ""
    if opens_scope:
        for begin, end in stretches:
            text = text[:begin] + blank(text[begin:end]) + text[end:]
        return text[:head_end] + public_bases(code[head_end:], text[head_end:])
    is_concept = rest.startswith("concept ")
    parameters = None
    for at in outermost(code, head_end):
        before = code[at - 1:at]
        if re.compile(r"requires\b").match(code, at) and not before.isalnum() and not is_concept and parameters is not None:
            if re.search(r"\bRefuses<|\bis_refused<|!\s*(?:detail::)?Holds<", code[at:]):
                return ""
            stretches.append((at, len(code)))
            break
        if code[at] == "(" and parameters is None:
            parameters = at
        elif code[at:at + 2] == "->" and parameters is not None and is_private_word(code[at:]):
            stop = re.search(r"\brequires\b", code[at:])
            if stop is None:
                stretches.append((at, len(code)))
                break
            stretches.append((at, at + stop.start()))
        elif code[at] == ":" and parameters is not None and ":" not in (before, code[at + 1:at + 2]):
            stretches.append((at, len(code)))  # what a constructor begins with
            break
        elif code[at] == "=" and parameters is None and not re.search(r"\boperator\W*$", code[:at]) and not re.match(r"[<>=!]", before) and code[at + 1:at + 2] != "=":
            if not is_concept and not rest.startswith("using ") and (is_private_word(code[at:]) or "\n" in code[at:].strip()):
                stretches.append((at, len(code)))
            break
        elif code[at] == "{":
            stretches.append((at, len(code)))
            break
    if re.search(r"=\s*(delete|default)\s*$", code):
        return ""
    return re.sub(r"\[\[[^\]]*\]\]", lambda match: blank(match.group()), without(text, stretches))


@dataclass
class Scope:
    kind: str
    is_hidden: bool = False  # a class of detail's that is specialized here
    is_public: bool = True  # what stands in it from here on
    name: str = ""


class Reader:
    """Walks over a header, and takes down its declarations."""

    def __init__(self, source):
        self.source = COMMENT_OR_LITERAL.sub(
            lambda match: blank(match.group()) if match.group()[0] == "/" else match.group(), source)
        self.code = code_of(source)
        self.scopes, self.declarations = [], []
        self.begin = self.at = 0
        while self.at < len(self.code):
            self.step()
            self.at += 1

    @property
    def head(self):
        return self.code[self.begin:self.at]

    @property
    def scope(self):
        return self.scopes[-1] if self.scopes else Scope("namespace")

    def add(self, kind, text, name="", end=None):
        first = self.begin + len(self.head) - len(self.head.lstrip())
        if text.strip() and all(scope.is_public and not scope.is_hidden for scope in self.scopes):
            self.declarations.append(
                Declaration(first, self.at if end is None else end, kind, text.strip(), name, self.scope.kind))

    def add_declaration(self, mark, end=None):
        if found := re.match(r"\s*BOOST_HANA_DEFINE_STRUCT\(\s*\w+\s*,", self.head):
            return self.add_members(self.begin + found.end())
        text = declared(self.head, self.source[self.begin:self.at], False).rstrip()
        if text:
            self.add("declaration", text + mark, name_in(self.head[template_head_end(self.head)[0]:]), end)

    def add_members(self, begin):
        """BOOST_HANA_DEFINE_STRUCT(Linear, (Tensor<...>, weight), ...): a member for each pair."""
        members = []
        for found in re.finditer(r"\(", self.code[begin:self.at]):
            place = begin + found.start()
            if not members or place > members[-1][1]:
                members.append((place, closing(self.code, place)))
        for place, end in members:
            type_name, _, name = self.source[place + 1:end].rpartition(",")
            self.add("declaration", f"{type_name} {name.strip()};", "parameter")

    def step(self):
        sign, head = self.code[self.at], self.head
        if sign in "([":
            self.at = closing(self.code, self.at)
        elif sign == "<" and re.search(r"\btemplate\s*$", head):
            self.at = closing_angle(self.code, self.at)
        elif sign == "{":
            self.open()
        elif sign == "}":
            self.close()
        elif sign == ";" or (sign == "," and self.scope.kind == "enum"):
            self.add_declaration(sign)
            self.begin = self.at + 1
        elif sign == ":" and (found := re.fullmatch(r"\s*(public|protected|private)\s*", head)):
            self.scope.is_public = found[1] == "public"
            self.add("access", "public:")
            self.begin = self.at + 1

    def open(self):
        words = re.sub(r"\[\[.*?\]\]\s*", "", self.head[template_head_end(self.head)[0]:].strip())
        if re.match(r"(inline )?namespace\b", words):
            if re.search(r"\bdetail\b", words):
                self.at = closing(self.code, self.at)
            else:
                self.enter(Scope("namespace"), words, "")
            self.begin = self.at + 1
        elif found := re.match(r"(?:inline constexpr )?(enum|class|struct|union)\b[^=()]*$", re.sub(r"<[^;]*>", "", words)):
            is_enum = found[1] == "enum"
            text = words if is_enum else declared(self.head, self.source[self.begin:self.at], True)
            is_hidden = re.match(r"(class|struct) (detail::|CallExpression)", words) is not None
            name = name_in(words)
            text = re.sub(r"^inline constexpr (?=struct)", "", text.rstrip())
            self.enter(Scope("enum" if is_enum else "class", is_hidden, found[1] != "class", name), text, name)
            self.begin = self.at + 1
        else:
            self.pass_by(words)

    def enter(self, scope, text, name):
        if not scope.is_hidden:
            self.add(scope.kind, text + " {", name)
        self.scopes.append(scope)

    def pass_by(self, words):
        """A body, which ends a declaration, or a value, which does not."""
        end = closing(self.code, self.at)
        is_value = re.match(r"concept\b", words) or re.match(r"\s*(?:[;,{(]|&&|\|\|)", self.code[end + 1:])
        if not is_value:
            self.add_declaration(";", end)
            self.begin = end + 1
        self.at = end

    def close(self):
        if self.scope.kind == "enum":
            self.add_declaration("")
        if self.scopes:
            scope = self.scopes.pop()
            self.begin, end = self.at, self.at
            if scope.kind != "namespace":
                end = self.code.find(";", self.at)
            # inline constexpr struct KeepLast {} keep_last{};
            if found := re.match(r"\s*(\w+)", self.code[self.at + 1:end]):
                self.add("end", f"}}; inline constexpr {scope.name} {found[1]};", end=end)
            elif not scope.is_hidden:
                self.add("end", "}" + self.source[self.at + 1:end + (scope.kind != "namespace")], end=end)
            self.at = end
        self.begin = self.at + 1


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

    def __init__(self, source, folder):
        self.source, self.lines = source, source.split("\n")
        self.members = MEMBERS.get(folder, {})
        self.entity_count = 0
        self.output = [""] * len(self.lines)
        self.docs = [{}]  # for each scope, name -> comment
        self.classes = [""]
        self.last_doc, self.last_end = [], -2
        self.put_head()
        for each in Reader(source).declarations:
            self.put(each)

    def line_of(self, place):
        return self.source.count("\n", 0, place)

    def put_head(self):
        head = 1
        while head < len(self.lines) and is_comment(self.lines[head]):
            head += 1
        self.put_comment(range(1, head))
        self.output[0] = "/// @file"

    def put_comment(self, numbers):
        texts = [self.lines[number].strip() for number in numbers]
        for number, text in zip(numbers, doc_lines(texts)):
            self.output[number] = f"/// {text}"
        return texts

    def doc_of(self, each, first, last):
        """The comment of a declaration, and whether it stands above it."""
        if above := comment_above(self.lines, first):
            return self.put_comment(above), True
        if behind := comment_behind(self.lines[last]):
            return [behind], False
        name = each.name
        if name == self.classes[-1]:
            name = f"constructor({'random' if 'Random& random' in each.text else '' if '()' in each.text else '...'})"
        if each.scope != "namespace" and name in self.members:
            return ["// " + self.members[name]], False
        is_next = each.scope == "namespace" and self.last_end == first - 1
        return self.docs[-1].get(each.name) or (self.last_doc if is_next else []), False

    def put(self, each):
        first, last = self.line_of(each.begin), self.line_of(each.end)
        mark = ""
        if each.kind in ("declaration", "class", "enum"):
            self.entity_count += 1
            doc, is_above = self.doc_of(each, first, last)
            mark = f"/** {one_line(doc)} */ " if doc and not is_above else ""
            self.docs[-1][each.name] = self.last_doc = doc
            self.last_end = last
        if each.kind in ("namespace", "class", "enum"):
            self.docs.append({})
            self.classes.append(each.name if each.kind == "class" else "")
        elif each.kind == "end" and len(self.docs) > 1:
            self.docs.pop()
            self.classes.pop()
            self.last_end = last
            self.last_doc = list(self.docs[-1].values())[-1] if self.docs[-1] else []
        text = re.sub(r"[ \t]*\n[ \t\n]*", " ", each.text)
        if each.kind == "end" and self.last_doc:
            text = text.replace("}; inline", f"}}; /** {one_line(self.last_doc)} */ inline")
        self.output[first] = f"{self.output[first]} {mark}{text}".strip()


def main():
    path = pathlib.Path(sys.argv[1])
    print("\n".join(Page(path.read_text(), path.parent.name).output), end="")


if __name__ == "__main__":
    main()
