#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Does Doxygen get what a header declares, and is a missing comment noticed?"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import layout  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
HEAD = """// SPDX-License-Identifier: BSL-1.0
// How does a test look?
//
//   twice(x)   [a] -> [2 * a]
#pragma once

namespace shapeproof {
"""
DOCUMENTED = HEAD + "// Twice as long.\nint twice(int x);\n}\n"


def laid_out(body):
    return layout.Page(HEAD + body + "}  // namespace shapeproof\n", "shapeproof/nn/test.hpp").output


def line_of(body, number=0):
    """What becomes of a line of the body."""
    return laid_out(body)[HEAD.count("\n") + number]


class Layout(unittest.TestCase):
    def test_a_header_keeps_its_lines(self):
        body = "// One.\ninline int one() {\n  return 1;\n}\n"
        self.assertEqual(len(laid_out(body)), (HEAD + body).count("\n") + 2)
        self.assertEqual(line_of(body, 1), "inline int one();")

    def test_a_comment_above_or_behind_is_the_entity_s(self):
        self.assertIn("/** A number.", line_of("// A number.\nint one();\n"))
        self.assertIn("/** how many */ int count = 0;", line_of("// X.\nstruct X {\n  int count = 0;  // how many\n};\n", 2))

    def test_declarations_in_a_row_share_a_comment_if_it_is_theirs(self):
        self.assertIn("Numbers.", line_of("// Numbers.\nstruct One;\nstruct Two;\n", 2))
        self.assertNotIn("Numbers.", line_of("// Numbers.\nstruct One;\n\nstruct Two;\n", 3))
        self.assertNotIn("Numbers.", line_of("// Numbers.\nint one();\nint two();\n", 2))
        self.assertIn("and two().", line_of("// one() and two().\nint one();\nint two();\n", 2))
        members = "// X.\nstruct X {\n  // Numbers.\n  int one;\n  int two;\n  // F.\n  int f();\n  int f(int);\n};\n"
        self.assertNotIn("Numbers.", line_of(members, 4))
        self.assertIn("F.", line_of(members, 7))

    def test_what_is_private_is_left_out(self):
        self.assertEqual(line_of("namespace detail {\nint one();\n}\n", 1), "")
        self.assertEqual(line_of("// X.\nclass X {\n  int one_;\n\n public:\n  X();\n};\n", 2), "")
        self.assertEqual(line_of("// X.\nstruct X : detail::Y, Z {\n};\n", 1), "struct X : Z {")

    def test_constraints_and_private_results_are_left_out(self):
        body = ("// F.\ntemplate <class A>\n  requires detail::Is<A>\nauto f(A a) -> detail::Result<A>\n"
                "  requires(A::holds && detail::Fits<A>)\n{\n  return a;\n}\n")
        self.assertEqual(line_of(body, 1), "template <class A> auto f(A a);")
        self.assertEqual(line_of("// F.\nauto f(int a) -> int;\n", 1), "auto f(int a) -> int;")

    def test_a_second_declaration_that_refuses_is_no_entity_and_says_how_the_first_fails(self):
        body = "// F.\nauto f(A a) -> B;\nauto f(A a) -> detail::B<A>\n  requires detail::Refuses<detail::B<A>>;\n"
        self.assertIn(layout.FAILS, line_of(body))
        self.assertEqual(line_of(body, 2), "")

    def test_shapes_at_the_top_are_the_function_s(self):
        self.assertIn("@verbatim twice(x)   [a] -> [2 * a] @endverbatim", line_of("// Twice.\nint twice(int x);\n"))
        self.assertNotIn("[2 * a]", line_of("// Other.\nint twice_as_much(int x);\n"))

    def test_braces_and_commas_in_texts_and_values_end_nothing(self):
        body = '// F.\nconstexpr const char* f() { return "}{;"; }\n// G.\ninline constexpr int g[] = {1, 2};\n'
        self.assertEqual(line_of(body, 1), "constexpr const char* f();")
        self.assertEqual(line_of(body, 3), "inline constexpr int g[] = {1, 2};")

    def test_parameters_of_a_model_are_members(self):
        body = "// L.\nstruct L {\n  BOOST_HANA_DEFINE_STRUCT(L, (T<1, 2>, weight), (T<3>, bias));\n};\n"
        self.assertRegex(line_of(body, 2), r"T<1, 2> weight;.*T<3> bias;")

    def test_words_that_doxygen_would_read_are_escaped(self):
        self.assertIn(r"Shape\<64\> \& \@home", line_of("// Shape<64> & @home.\nint one();\n"))


@unittest.skipUnless(shutil.which("doxygen"), "there is no doxygen here")
class Doxygen(unittest.TestCase):
    def run_on(self, text):
        with tempfile.TemporaryDirectory() as folder:
            header = pathlib.Path(folder) / "include" / "shapeproof" / "test.hpp"
            header.parent.mkdir(parents=True)
            header.write_text(text)
            return subprocess.run(
                [sys.executable, HERE / "reference.py", "--check", "--output", f"{folder}/out", "--include", header.parents[1]],
                capture_output=True, text=True, check=False)

    def test_a_missing_comment_fails_and_is_named_by_its_line(self):
        run = self.run_on(DOCUMENTED.replace("// Twice as long.\n", "\n"))
        self.assertEqual(run.returncode, 1)
        self.assertIn("include/shapeproof/test.hpp:9: Member twice(int x)", run.stdout)

    def test_nothing_is_said_where_all_is_documented(self):
        run = self.run_on(DOCUMENTED)
        self.assertEqual((run.returncode, run.stdout), (0, "reference: 1 lines of 1 headers declare public entities\n"))


if __name__ == "__main__":
    unittest.main()
