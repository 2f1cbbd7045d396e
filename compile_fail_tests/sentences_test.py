#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Does sentences.py hear everything that a header says?"""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True  # no cache beside the sources
import sentences as said  # noqa: E402


def sentences_of(source):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "header.hpp"
        path.write_text(source)
        return list(said.sentences_in(path))


def texts_of(source):
    return [sentence.text for sentence in sentences_of(source)]


class Said(unittest.TestCase):
    def test_a_refusal_over_several_lines(self):
        source = 'if (a) {\n  return refuse(why, axis) << "add: axis " << axis << " is "\n << left[axis] << ", not 3"; }'
        [sentence] = sentences_of(source)
        self.assertEqual(sentence.text, "add: axis {} is {}, not 3")
        self.assertTrue(sentence.is_whole)

    def test_a_refusal_that_starts_with_a_value(self):
        self.assertEqual(texts_of('return refuse(why) << operation << ": rank " << rank;'), ["{}: rank {}"])

    def test_parts_and_arguments(self):
        self.assertEqual(texts_of('if (b) objection << "; they must be equal";'), ["; they must be equal"])
        self.assertEqual(texts_of('return impossible("a reserved name");'), ["a reserved name"])
        self.assertEqual(texts_of('throw Error(path, sentence_of("byte ", at, " of the file"));'), ["byte {} of the file"])

    def test_adjacent_literals_and_escapes(self):
        self.assertEqual(texts_of(r'out << "einsum \"ij\" " "has a ; in it";'), ['einsum "ij" has a ; in it'])

    def test_each_arm_with_words_counts(self):
        self.assertEqual(
            texts_of('out << count << (never ? " cannot fill " : " may not fill ") << to;'),
            ["{} cannot fill {}", "{} may not fill {}"])

    def test_what_says_nothing(self):
        for source in ('#include "a name of words"\n', '// "a comment of words"\n', 'assert(x && "for the author only");',
                       'out << (axis > 0 ? ", " : "") << shape[axis];', 'Row row{"int8", "std::int8_t", 1};'):
            self.assertEqual(texts_of(source), [], source)

    def test_marks(self):
        self.assertEqual(texts_of('f();\n// not a sentence: a format\nout << "fortran order and more";'), [])
        [sentence] = sentences_of('f();\n// run time only: tests/io/npy.cpp\nout << "the file is cut short";')
        self.assertEqual(sentence.run_time_test, "tests/io/npy.cpp")
        [sentence] = sentences_of('// What?\n// run time only: tests/a.cpp\n#pragma once\nout << "the file is cut short";')
        self.assertEqual(sentence.run_time_test, "tests/a.cpp")


class Matched(unittest.TestCase):
    def test_a_refusal_is_a_whole_sentence(self):
        [sentence] = sentences_of('return refuse(why) << "add: rank " << rank << " is too high";')
        self.assertTrue(sentence.is_in("add: rank 9 is too high"))
        self.assertTrue(sentence.is_in("layer 3 (Linear<400, 120>): add: rank 9 is too high; 8 would do"))
        self.assertFalse(sentence.is_in("add: rank 9"))
        self.assertFalse(sentence.is_in("add: rank 9 is too high for this"))

    def test_a_part_stands_anywhere(self):
        [sentence] = sentences_of('objection << "; they must be " << what << " here";')
        self.assertTrue(sentence.is_in("add: 2 and 3; they must be equal here, now"))


if __name__ == "__main__":
    unittest.main()
