#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Does counts.py count what clang says, and fail where a count grows?"""
import collections
import unittest

import counts


def event(kind, detail):
    return {"name": kind, "args": {"detail": detail}}


class Names(unittest.TestCase):
    def test_arguments_are_left_out(self):
        for detail, name in {
            "shapeproof::Tensor<float, shapeproof::Shape<Extent{{78, 0}}, 10>>": "shapeproof::Tensor",
            "shapeproof::Tensor<float, shapeproof::Shape<2>>::extents": "shapeproof::Tensor::extents",
            "shapeproof::Sentence::operator<<<int>": "shapeproof::Sentence::operator<<",
            "shapeproof::operator<=><shapeproof::Shape<2>>": "shapeproof::operator<=>",
            "shapeproof::detail::visit_axes<(lambda at rules/solve.hpp:56:20)>": "shapeproof::detail::visit_axes",
            "shapeproof::f(shapeproof::Shape<2> &&, const A &)::(anonymous class)::operator()<int>": "shapeproof::f::operator()",
            "shapeproof::f<&shapeproof::operator<, 3>": "shapeproof::f",
        }.items():
            self.assertEqual(counts.template_name(detail), name)

    def test_events(self):
        found = counts.counts_of([
            event("InstantiateClass", "shapeproof::Shape<1>"), event("InstantiateClass", "shapeproof::Shape<2>"),
            event("InstantiateFunction", "shapeproof::reshape<shapeproof::Shape<1>>"), event("InstantiateClass", "std::tuple<int>"),
            event("ParseClass", "shapeproof::Shape<1>"), {"name": "InstantiateClass"},
        ])
        self.assertEqual(found, {"class shapeproof::Shape": 2, "function shapeproof::reshape": 1})


class Growth(unittest.TestCase):
    RECORDED = collections.Counter({"class a": 60, "class b": 40, "function c": 10})

    def test_the_same(self):
        self.assertEqual(counts.grown(self.RECORDED, self.RECORDED), [])

    def test_within_the_slack(self):
        self.assertEqual(counts.grown(self.RECORDED, self.RECORDED + collections.Counter({"class a": 3})), [])

    def test_beyond_the_slack_names_what_grew(self):
        counted = collections.Counter({"class a": 58, "class b": 41, "class new": 6, "function c": 10})
        self.assertEqual(
            counts.grown(self.RECORDED, counted), ["all classes: 100 -> 105", "  class new: 0 -> 6", "  class b: 40 -> 41"])

    def test_functions_have_a_total_of_their_own(self):
        counted = self.RECORDED + collections.Counter({"function c": 1})
        self.assertEqual(counts.grown(self.RECORDED, counted), ["all functions: 10 -> 11", "  function c: 10 -> 11"])

    def test_a_program_without_a_record_has_grown(self):
        self.assertIn("all classes: 0 -> 100", counts.grown(collections.Counter(), self.RECORDED))

    def test_what_is_written_is_read(self):
        self.assertEqual(counts.read(counts.written({"p.cpp": self.RECORDED})), {"p.cpp": self.RECORDED})


if __name__ == "__main__":
    unittest.main()
