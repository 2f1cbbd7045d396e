# SPDX-License-Identifier: BSL-1.0
"""What does a header declare? Its public namespaces, types, functions and objects, as Doxygen 1.9 can read them.

Not for any C++: for headers that clang-format has laid out, of which private things stand in a namespace detail.
"""
import re
from dataclasses import dataclass

COMMENT_OR_LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-fA-F])\'(?:[^\'\\\n]|\\.)+\'', re.DOTALL)
OPENING, CLOSING = "([{", ")]}"


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_directives(text):
    """The same without preprocessor lines, and without what stands between #else and #endif."""
    text = re.sub(r"^[ \t]*#[ \t]*else\b.*?(?=^[ \t]*#[ \t]*endif)", lambda match: blank(match.group()), text,
                  flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", lambda match: blank(match.group()), text, flags=re.MULTILINE)


def code_of(text):
    """As long as the text, without comments, preprocessor lines and what is in literals."""
    def empty(match):
        word = match.group()
        return blank(word) if word[0] == "/" else word[0] + blank(word[1:-1]) + word[-1]

    return without_directives(COMMENT_OR_LITERAL.sub(empty, text))


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


def place_kinds(code, begin):
    """Where the parts of a declaration begin: its parameters, result, constraint, value, initializers of members, body."""
    places = {}
    for at in outermost(code, begin):
        before, after = code[at - 1:at], code[at + 1:at + 2]
        kind = None
        if code[at] == "(":
            kind = "parameters"
        elif code[at] == "{" and "value" not in places:
            kind = "body"
        elif code[at] == "=" and "parameters" not in places:
            is_sign = before in ("<", ">", "=", "!") or after == "=" or re.search(r"\boperator\W*$", code[:at])
            kind = None if is_sign else "value"
        elif "parameters" in places and code.startswith("->", at):
            kind = "result"
        elif "parameters" in places and code[at] == ":" and ":" not in (before, after):
            kind = "members"
        elif "parameters" in places and not before.isalnum() and re.compile(r"requires\b").match(code, at):
            kind = "constraint"
        if kind and kind not in places:
            places[kind] = at
    return places


def refuses(constraint):
    """Whether it is the second declaration of a function, for shapes that do not fit."""
    return re.search(r"\bRefuses<|\bis_refused<|!\s*(?:detail::)?Holds<", constraint) is not None


def type_text(code, text):
    """The head of a type, without its template's constraints and its private bases."""
    head_end, constraints = template_head_end(code)
    text = without(text, constraints)
    return text[:head_end] + public_bases(code[head_end:], text[head_end:])


def declared(code, text):
    """A declaration as Doxygen can read it, or nothing if it says nothing to a reader; and whether it refuses."""
    head_end, cut = template_head_end(code)
    rest = code[head_end:].strip()
    if not rest or re.match(r"static_assert\b|using [^=]*$|(extern )?template\b", rest):
        return "", False
    if re.search(r"=\s*(delete|default)\s*$", code):
        return "", False
    places, end = place_kinds(code, head_end), len(code)
    is_declared_elsewhere = re.search(r"\w::(operator\W+|~?\w+)$", code[:places.get("parameters", 0)]) is not None
    if is_declared_elsewhere or re.match(r"\s*template\s*<>", code):
        return "", False
    constraint = places.get("constraint", end)
    is_definition = re.match(r"(concept|using)\b", rest) is not None
    if refuses(code[constraint:]) and not is_definition:
        return "", True
    if not is_definition:
        cut += [(places[kind], end) for kind in ("constraint", "members", "body") if kind in places]
        if "result" in places and is_private_word(code[places["result"]:constraint]):
            cut.append((places["result"], constraint))
        if "value" in places and (is_private_word(code[places["value"]:]) or "\n" in code[places["value"]:].strip()):
            cut.append((places["value"], end))
        # What kind of object of detail's a function is says nothing to a reader.
        for found in re.finditer(r"\bdetail::\w+(?=<)", code[head_end:]):
            if "parameters" not in places and "value" not in places:
                begin = head_end + found.end()
                cut.append((begin, closing_angle(code, begin) + 1))
                break
    return re.sub(r"\[\[[^\]]*\]\]", lambda match: blank(match.group()), without(text, cut)), False


@dataclass
class Scope:
    kind: str
    is_hidden: bool = False  # a class of detail's that is specialized here
    is_public: bool = True  # what stands in it from here on
    name: str = ""


class Reader:
    """Walks over a header, and takes down its declarations."""

    def __init__(self, source):
        self.source = without_directives(COMMENT_OR_LITERAL.sub(
            lambda match: blank(match.group()) if match.group()[0] == "/" else match.group(), source))
        self.code = code_of(source)
        self.scopes, self.declarations = [], []
        self.refusing = set()  # names of functions that are declared a second time, to refuse
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
        text, is_refusal = declared(self.head, self.source[self.begin:self.at])
        text = text.rstrip()
        if is_refusal:
            name = name_in(self.head[template_head_end(self.head)[0]:])
            self.refusing.add(name)
            self.add("refusal", mark, name)
        elif found := re.fullmatch(r"\s*(\w+) (\w+\(\) const(?:, \w+\(\) const)+)", text):
            for each in found[2].split(", "):
                self.add("declaration", f"{found[1]} {each};", each.partition("(")[0])
        elif text:
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
            text = words if is_enum else type_text(self.head, self.source[self.begin:self.at])
            is_hidden = re.match(r"(class|struct) (detail::|CallExpression)", words) is not None
            name = name_in(words)
            text = re.sub(r"^\s*inline constexpr (?=struct)", "", text.rstrip())
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
        begins_value = "value" in place_kinds(self.head, template_head_end(self.head)[0])
        goes_on = re.match(r"\s*(?:[;,{(]|&&|\|\|)", self.code[end + 1:])
        is_value = begins_value or goes_on or re.match(r"concept\b", words)
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
