#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Does table.py count what CTest's log says, and nothing else? The log was recorded, and shortened."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True  # no cache beside the sources
import table  # noqa: E402


def block(name, output, end="Test Passed."):
    return f"""7/30 Testing: {name}
7/30 Test: {name}
Command: "/usr/bin/cmake" "-P" "check.cmake"
Directory: /build/compile_fail_tests
"{name}" start time: Nov 24 17:49 UTC
Output:
----------------------------------------------------------
{output}<end of output>
Test time =   0.62 sec
----------------------------------------------------------
{end}
"{name}" end time: Nov 24 17:49 UTC
"{name}" time elapsed: 00:00:00
----------------------------------------------------------

"""


def compiled(compiler, case, output="", end="Test Passed."):
    return block(f"compile_fail/{compiler}/real/{case}", output, end)


def door(*lines, prefix=""):
    text = "".join("real case\t" + "\t".join(line) + "\n" for line in lines)
    return block(f"{prefix}unit/real", text + "All tests passed (5 assertions in 1 test case)\n")


def data(name, refused="refused", explained="explained", twin="twin let in", group="loss"):
    return (group, "data", refused, explained, twin, name)


SOURCES = {
    "loss/of_one.cpp": "// A rule.\n// Reported: somebody/something#1\n// expect: add\n",
    "loss/of_two.cpp": "// A rule.\n// Reported: somebody/something#2, where it is legal\n// expect: add\n",
}
UNWRITTEN = "class\ttier\torigin\treason\nfiles\tlegal\tsomebody/views#3\tthere are no views\n"
BOTH_GREEN = "".join(compiled(c, case) for c in ("g++-12", "clang++-19") for case in ("loss/of_one", "loss/of_two"))
GOOD_FAILS = "/cases/real/loss/of_one.cpp: the good form does not compile without a word\nThe compiler says:\n...\n"
BAD_COMPILES = "/cases/real/loss/of_one.cpp: the bad form compiles\n"


class Counted(unittest.TestCase):
    def read(self, log, unwritten=UNWRITTEN):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in SOURCES.items():
                path = pathlib.Path(folder) / name
                path.parent.mkdir(exist_ok=True)
                path.write_text(text)
            return table.read("Start testing: Nov 24 17:48 UTC\n" + log, pathlib.Path(folder), unwritten)

    def row(self, log, group="loss"):
        cases, _ = self.read(log)
        return dict(zip(table.COLUMNS, table.counts([case for case in cases if case.group == group])))

    def test_each_case_is_counted_once_whatever_the_number_of_compilers(self):
        row = self.row(BOTH_GREEN + door(data("ids, a/b#1")) + door(data("ids, a/b#1"), prefix="clang/"))
        self.assertEqual(row, {"cases": 3, "compile time": 2, "door": 1, "explained": 1, "not expressible": 0,
                               "false alarms": 0})

    def test_one_red_compiler_is_enough(self):
        log = compiled("g++-12", "loss/of_one") + compiled("clang++-19", "loss/of_one", BAD_COMPILES, "Test Failed.")
        self.assertEqual(self.row(log)["compile time"], 0)
        text, is_well = table.report(*self.read(log))
        self.assertIn("loss: of one, somebody/something#1: clang++-19: " + BAD_COMPILES.strip(), text)
        self.assertFalse(is_well)

    def test_a_test_that_did_not_end_is_red(self):
        self.assertEqual(self.row(compiled("g++-12", "loss/of_one", end="Test Timeout"))["compile time"], 0)

    def test_a_fixed_twin_that_does_not_compile_is_a_false_alarm(self):
        row = self.row(BOTH_GREEN + compiled("g++-14", "loss/of_one", GOOD_FAILS, "Test Failed."))
        self.assertEqual((row["compile time"], row["false alarms"]), (1, 1))

    def test_doors_say_what_became_of_each(self):
        lines = [data("a, x#1"), data("b, x#2", explained="not explained"), data("c, x#3", twin="false alarm"),
                 data("d, x#4", refused="let in", explained="not explained")]
        row = self.row(door(*lines))
        self.assertEqual((row["door"], row["explained"], row["false alarms"]), (3, 2, 1))
        text, _ = table.report(*self.read(door(*lines)))
        self.assertIn("loss: d, x#4: unit/real: let in, twin let in", text)

    def test_a_door_that_one_build_does_not_close_is_open(self):
        row = self.row(door(data("a, x#1")) + door(data("a, x#1", refused="let in"), prefix="clang/"))
        self.assertEqual((row["cases"], row["door"]), (1, 0))

    def test_what_cannot_be_written_is_listed_with_its_reason(self):
        self.assertEqual(self.row(BOTH_GREEN, "files")["not expressible"], 1)
        text, _ = table.report(*self.read(BOTH_GREEN))
        self.assertIn("somebody/views#3: there are no views", text)

    def test_what_was_not_run_is_said(self):
        text, is_well = table.report(*self.read(compiled("g++-12", "loss/of_one")))
        self.assertIn("NOT RUN:\n  loss: of two, somebody/something#2\n  the doors: unit_real", text)
        self.assertFalse(is_well)

    def test_other_tests_are_none_of_its_business(self):
        log = block("compile_fail/g++-12/ops/loss/of_one", "", "Test Failed.") + block("unit/nn", "real case", "Test Failed.")
        self.assertEqual(self.row(BOTH_GREEN + log)["compile time"], 2)

    def test_an_unknown_class_is_refused(self):
        with self.assertRaises(SystemExit):
            self.read(door(data("a, x#1", group="no_such")))


    def test_the_readme_gets_the_table_and_nothing_else_changes(self):
        cases, _ = self.read(BOTH_GREEN)
        before = "# x\n\n<!-- run: tests/real/table.py -->\n```text\nold\n```\n\nEnd.\n"
        after = table.renewed(before, cases)
        self.assertEqual(after, before.replace("old", table.table(cases) + "\n\n" + "\n".join(t for _, t in table.goals(cases))))
        self.assertEqual(table.renewed(after, cases), after)
        with self.assertRaises(SystemExit):
            table.renewed("# x\n", cases)


class Goals(unittest.TestCase):
    @staticmethod
    def reached(**numbers):
        """Whether each goal is reached by so many cases of (tier, how it went)."""
        cases = []
        for key, count in numbers.items():
            tier, _, how = key.partition("_")
            case = table.Case("loss", tier, "x", at_door=tier == "data", explained=how == "", runs=0 if how == "unwritten" else 1)
            case.refused = how in ("", "unexplained")
            case.false_alarm = how == "alarm"
            cases += [case] * count
        return [is_reached for is_reached, _ in table.goals(cases)]

    def test_all_reached(self):
        self.assertEqual(self.reached(program=2, legal=9, legal_unwritten=1, data=85, data_unexplained=15), [True] * 5)

    def test_each_missed(self):
        self.assertFalse(self.reached(program=99, program_red=1)[0])
        self.assertFalse(self.reached(legal=89, legal_unwritten=11)[1])
        self.assertFalse(self.reached(data=99, data_red=1)[2])
        self.assertFalse(self.reached(data=84, data_unexplained=16)[3])
        self.assertFalse(self.reached(program=99, program_alarm=1)[4])

    def test_nothing_is_no_success(self):
        self.assertEqual(self.reached()[:4], [False] * 4)


if __name__ == "__main__":
    unittest.main()
