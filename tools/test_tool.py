#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Does the program say and return what docs/tool.md promises?

    test_tool.py PROGRAM REPOSITORY COMPILER
"""
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest

PROGRAM, REPOSITORY, COMPILER = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
VECTORS = REPOSITORY / "tests" / "vectors"
NPY, DATA, ARCHIVES = VECTORS / "npy", VECTORS / "datasets", VECTORS / "archives"


def run(*words):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


class Show(unittest.TestCase):
    def test_array(self):
        code, out, _ = run("show", NPY / "f4_little.npy")
        self.assertEqual(code, 0)
        self.assertIn("float32 [2, 3], 24 bytes\n  min -1.25, max 5, mean 1.04167, stddev", out)

    def test_order_is_told(self):
        self.assertIn("column-major", run("show", NPY / "f4_columns.npy")[1])

    def test_json(self):
        code, out, _ = run("show", "--json", NPY / "f4_columns.npy", ARCHIVES / "plain.safetensors")
        npy, archive = json.loads(out)
        self.assertEqual(code, 0)
        self.assertEqual((npy["format"], npy["arrays"][0]["order"]), (".npy", "column-major"))
        self.assertEqual(npy["arrays"][0]["shape"], [2, 3])
        self.assertEqual(npy["arrays"][0]["statistics"]["max"], 5)
        names = [array["name"] for array in archive["arrays"]]
        self.assertEqual(sorted(names), sorted(["images", "labels", "scalar", "mask", "empty", 'gr\u00f6\u00dfe\n"2"']))
        empty = archive["arrays"][names.index("empty")]
        self.assertEqual((empty["shape"], empty["statistics"]["min"]), ([0, 3], None))

    def test_each_format(self):
        expected = {
            DATA / "images.idx.gz": "IDX\n  uint8 [5, 6, 7]",
            DATA / "i4.idx": "IDX\n  int32 [3, 4]",
            DATA / "rgb16.png": "PNG\n  uint16 [5, 6, 3]",
            DATA / "rgb.jpg": "JPEG\n  uint8 [20, 24, 3]",
            DATA / "cifar10.bin": "CIFAR-10, 2 arrays\n  images  uint8 [2, 3, 32, 32]",
            DATA / "cifar100.bin": "CIFAR-100, 3 arrays\n  images         uint8 [2, 3, 32, 32]",
            ARCHIVES / "deflated.npz": "images",
            ARCHIVES / "floats.safetensors": "bfloat16  bfloat16 [2, 3]",
        }
        for path, text in expected.items():
            code, out, error = run("show", path)
            self.assertEqual((code, error), (0, ""), path)
            self.assertIn(text, out)

    def test_table(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "x.csv")
            path.write_text("a,b\n1,nan\n3,inf\n")
            self.assertIn("float64 [2, 2], 32 bytes\n  min 1, max 3, mean 2, stddev 1, 1 NaN, 1 infinite", run("show", path)[1])

    def test_what_cannot_be_read(self):
        code, out, error = run("show", NPY / "objects.npy", NPY / "f4_little.npy", NPY / "no_such.npy")
        self.assertEqual(code, 2)
        self.assertIn("Python objects", error)
        self.assertIn("no such file", error)
        self.assertIn("float32 [2, 3]", out)
        code, out, _ = run("show", "--json", NPY / "objects.npy")
        self.assertEqual(code, 2)
        self.assertIn("Python objects", json.loads(out)[0]["error"])
        code, _, error = run("show", __file__)
        self.assertEqual(code, 2)
        self.assertIn("this is text; load_csv", error)


class Check(unittest.TestCase):
    def fits(self, wanted, path=NPY / "f4_little.npy", *more):
        return run("check", path, "--as", wanted, *more)[0]

    def test_what_fits(self):
        for wanted in ("float32[2,3]", "[2,3]", "float32", "float32[N,3]", "[_, M]", "float32 [ 2 , dyn ]"):
            self.assertEqual(self.fits(wanted), 0, wanted)

    def test_what_does_not(self):
        for wanted in ("float32[3,2]", "float64[2,3]", "[2,3,1]", "uint8", "[N,N]", "[]", "bfloat16"):
            self.assertEqual(self.fits(wanted), 1, wanted)

    def test_explanation(self):
        code, out, error = run("check", NPY / "f4_little.npy", "--as", "float32[3,2]")
        self.assertEqual((code, out), (1, ""))
        self.assertIn("6 elements, as [2, 3], are wanted as [3, 2]: axis 0 is 2, wanted is 3", error)
        self.assertIn("Likely: axes 0 and 1 are swapped", error)

    def test_json(self):
        code, out, _ = run("check", NPY / "f4_little.npy", "--as", "float32[N,2]", "--json")
        answer = json.loads(out)
        self.assertEqual((code, answer["fits"], answer["files"][0]["axis"]), (1, False, 1))
        self.assertIn("axis 1 is 3, wanted is 2", answer["files"][0]["explanation"])
        code, out, _ = run("check", NPY / "f4_little.npy", "--as", "float32[N,3]", "--json")
        self.assertEqual((code, json.loads(out)["fits"]), (0, True))

    def test_names_hold_across_files(self):
        images, labels = (ARCHIVES / "plain.safetensors", "--array", "images"), (ARCHIVES / "plain.safetensors", "--array", "labels")
        self.assertEqual(run("check", *images, "--as", "[N,3,4]", *labels, "--as", "int64[M]")[0], 0)
        code, _, error = run("check", *images, "--as", "[N,3,4]", *labels, "--as", "int64[N]")
        self.assertEqual(code, 1)
        self.assertIn("plain.safetensors: labels is 5, wanted is N; N = 2 from axis 0 of ", error)

    def test_arrays_of_archives(self):
        code, _, error = run("check", ARCHIVES / "stored.npz", "--as", "[2]")
        self.assertEqual(code, 2)
        self.assertIn("holds images, labels, mask", error)
        code, _, error = run("check", ARCHIVES / "stored.npz", "--array", "image", "--as", "[2]")
        self.assertEqual(code, 2)
        self.assertIn("has no array image; it holds images", error)

    def test_wrong_usage(self):
        path = NPY / "f4_little.npy"
        for words in ([], ["show"], ["frob"], ["check", path], ["check", "--as", "[2]"], ["check", path, "--as"],
                      ["check", path, "--as", "float33[2]"], ["check", path, "--as", "[2,x-y]"], ["check", path, "--as", "[2"],
                      ["check", path, "--as", "[-1]"], ["check", path, "--as", "[1,1,1,1,1,1,1,1,1]"], ["show", "--frob"],
                      ["check", path, "--as", "[99999999999999999999]"], ["check", path, "--as", "[2,]"],
                      ["header"], ["header", path, path], ["header", path, "--output"], ["check", path, "--as", "[2]", "--as", "[3]"]):
            code, out, error = run(*words)
            self.assertEqual((code, out), (2, ""), words)
            self.assertTrue(error.startswith("shapeproof: "), words)

    def test_help_and_version(self):
        code, out, _ = run("--help")
        self.assertEqual(code, 0)
        self.assertIn("usage: shapeproof show", out)
        self.assertEqual(run("check", "--help")[0], 0)
        version = (REPOSITORY / "include" / "shapeproof" / "version.hpp").read_text()
        numbers = re.findall(r"^#define SHAPEPROOF_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", version, re.MULTILINE)
        self.assertEqual(run("--version")[1], f"shapeproof {'.'.join(numbers)}\n")


class Header(unittest.TestCase):
    def test_array(self):
        code, out, _ = run("header", NPY / "f4_little.npy")
        self.assertEqual(code, 0)
        for line in ("namespace f4_little {", "using element = float;", "using shape = shapeproof::Shape<2, 3>;"):
            self.assertIn(line + "\n", out)

    def test_names_become_identifiers(self):
        out = run("header", ARCHIVES / "plain.safetensors")[1]
        self.assertIn('inline constexpr char name[] = "gr\u00f6\u00dfe\\012\\0422\\042";', out)
        self.assertIn("using element = shapeproof::half;", out)
        out = run("header", ARCHIVES / "floats.safetensors")[1]
        self.assertIn("using element = float;  // bfloat16 in the file", out)
        self.assertRegex(out, '// "float8": .* is not read')

    def test_output_is_written(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "x.hpp")
            self.assertEqual(run("header", NPY / "f4_little.npy", "--output", path), (0, "", ""))
            self.assertIn("Shape<2, 3>", path.read_text())
        self.assertEqual(run("header", NPY / "objects.npy")[0], 2)

    def compiles(self, program):
        command = [COMPILER, "-std=c++20", "-DSHAPEPROOF_COMPILED=1", "-fsyntax-only", f"-I{REPOSITORY / 'include'}", "-xc++", "-"]
        header = run("header", NPY / "f4_little.npy")[1].replace("#pragma once\n", "")
        done = subprocess.run(command, input=header + program, capture_output=True, text=True, timeout=60)
        return done.returncode == 0, done.stderr

    def test_another_file_does_not_compile(self):
        model = "void model(const shapeproof::Tensor<float, shapeproof::Shape<2, %d>>&);\nvoid f(f4_little::tensor x) { model(x); }\n"
        self.assertEqual(self.compiles(model % 3), (True, ""))
        works, said = self.compiles(model % 4)
        self.assertFalse(works)
        self.assertIn("Shape<2, 3>", said)


def npy(descr, shape, data):
    header = f"{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\1\0" + struct.pack("<H", len(header)) + header + data


class Page(unittest.TestCase):
    """docs/tool.md shows what the program really says."""

    def test_sessions(self):
        blocks = re.findall(r"```console\n(.*?)```", (REPOSITORY / "docs" / "tool.md").read_text(), re.DOTALL)
        self.assertGreater(len(blocks), 2)
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            ramp = struct.pack("<49152f", *(i % 256 / 255 for i in range(49152)))
            (folder / "my_data.npy").write_bytes(npy("<f4", (16, 3, 32, 32), ramp))
            (folder / "labels.npy").write_bytes(npy("<i8", (15,), struct.pack("<15q", *range(15))))
            (folder / "shapeproof").symlink_to(PROGRAM)
            for block in blocks:
                for command, expected in re.findall(r"^\$ ([^\n]*)\n(.*?)(?=^\$ |\Z)", block, re.MULTILINE | re.DOTALL):
                    paths = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"}
                    done = subprocess.run(command, shell=True, cwd=folder, env=paths, stdout=subprocess.PIPE,
                                          stderr=subprocess.STDOUT, text=True, timeout=60)
                    self.assertEqual(done.stdout, expected, command)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
