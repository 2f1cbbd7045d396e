#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Are cases taken apart, and sentences shown, as the pages of errors promise?"""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import cases  # noqa: E402
import errors_page as page  # noqa: E402
import sentences as said  # noqa: E402

CASE = """// SPDX-License-Identifier: BSL-1.0
// Rows are as long as columns.
// Reported: someone/something#1
// expect: add: axis 0 is 2 and 3
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(2, 3)>> x;
auto y = add(x, x);  // error here
"""


def case_of(text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "case.cpp"
        path.write_text(text)
        return cases.Case(path)


class Forms(unittest.TestCase):
    def check(self, line, bad, good):
        self.assertEqual((cases.in_form(line, "BAD"), cases.in_form(line, "GOOD")), (bad, good))

    def test_one_token(self):
        self.check("Shape<BAD_OR_GOOD(64, 16), 3> s;", "Shape<64, 3> s;", "Shape<16, 3> s;")

    def test_brackets_and_commas_inside(self):
        self.check("f(BAD_OR_GOOD(g(1, 2), h));", "f(g(1, 2));", "f(h);")
        self.check('f(BAD_OR_GOOD("a, b) -> a", "a"));', 'f("a, b) -> a");', 'f("a");')

    def test_what_stands_in_one_form_alone_leaves_no_space(self):
        self.check("f(x GOOD(, 2));", "f(x);", "f(x, 2);")
        self.check("Shape<1, 2 BAD(, 4), 5> s;", "Shape<1, 2, 4, 5> s;", "Shape<1, 2, 5> s;")
        self.check("Shape<2, 3 GOOD(, 3)> s;", "Shape<2, 3> s;", "Shape<2, 3, 3> s;")
        self.check("Shape<GOOD(3, ) 8> s;", "Shape<8> s;", "Shape<3, 8> s;")
        self.check("f(BAD(x) GOOD(g(x, 1)));", "f(x);", "f(g(x, 1));")

    def test_a_case(self):
        case = case_of(CASE)
        self.assertEqual((case.rule, case.expectations), ("Rows are as long as columns.", ["add: axis 0 is 2 and 3"]))
        self.assertEqual(page.difference(case), [
            "- Tensor<float, Shape<2>> x;", "+ Tensor<float, Shape<3>> x;", "  auto y = add(x, x);"])


class Pages(unittest.TestCase):
    def test_the_cases_to_show_and_the_folders_of_the_pages_are_there(self):
        for name in page.TELLING:
            self.assertTrue((cases.FOLDER / name).exists(), name)
        for _, folders in page.AREAS.values():
            for folder in folders.split():
                self.assertTrue((cases.FOLDER / folder).is_dir(), folder)


class Sentences(unittest.TestCase):
    def template(self, text, *pieces):
        one = said.Sentence(pathlib.Path(), 1, 0, 0, list(pieces), True)
        return page.template_of(text, list(page.with_tails([one])))

    def test_values_are_dots(self):
        self.assertEqual(self.template("add: axis 0 is 2 and 3", None, ": axis ", None, " is ", None, " and ", None),
                         "…: axis … is … and …")

    def test_a_layer_speaks_for_its_operation(self):
        self.assertEqual(self.template("Linear<4, 3>: the last axis is 5", "linear: the last axis is ", None),
                         "…: the last axis is …")

    def test_what_no_statement_says_is_shown_without_its_numbers(self):
        self.assertEqual(self.template("add: Shape<2, 3> has 6", "sub: nothing", None), "add: … has …")


if __name__ == "__main__":
    unittest.main()
