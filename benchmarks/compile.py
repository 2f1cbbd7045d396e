#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does it cost to compile?

    compile.py [--compilers g++ clang++-19] [--runs 5] [--count 100]

Three tables in Markdown: what including a header costs, as a ratio to <array>, what each call on shapes that are new to the
program costs, beside Eigen's where Eigen is found, and what rows of layers cost, beside a std::tuple. Each figure is the least user and system time of several runs of
the compiler with -fsyntax-only; the runs of all rows are interleaved, so that a slow minute hits all of them.
"""
import argparse
import pathlib
import resource
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]

SHAPEPROOF = """#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;
inline constexpr auto N = axis("N");
"""
PATTERNS = """#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;
"""
EIGEN = "#include <Eigen/Core>\ntemplate <int R, int C> using M = Eigen::Matrix<float, R, C>;\n"

HEADERS = {
    "`<array>`": "#include <array>",
    "`<complex>`": "#include <complex>",
    "`shape.hpp`": "#include <shapeproof/shape.hpp>",
    "`tensor.hpp`": "#include <shapeproof/tensor.hpp>",
    "`tensor.hpp` and every operation": "".join(
        f"#include <shapeproof/ops/{path.name}>\n" for path in sorted((ROOT / "include/shapeproof/ops").glob("*.hpp"))),
    "`shapeproof.hpp`": "#include <shapeproof/shapeproof.hpp>",
    "`nn.hpp`": "#include <shapeproof/nn.hpp>",
    "`Eigen/Core`": "#include <Eigen/Core>",
}

# Each line is a function on shapes that no other line has; a, b and c are different numbers in each.
CALLS = {
    "naming two shapes": (SHAPEPROOF, "using T{i} = Shape<{c}, 5>; static_assert(Shape<{a}, 60>::rank == T{i}::rank);"),
    "two tensor types": (SHAPEPROOF, "static_assert(sizeof(Tensor<float, Shape<{c}, 5>>) == sizeof(Tensor<float, Shape<{a}, 60>>));"),
    "`reshape`, two new types": (
        SHAPEPROOF, "auto f{i}(const Tensor<float, Shape<{c}, 5>>& x) {{ return reshape<Shape<{a}, 60>>(x); }}"),
    "`reshape` with a named axis": (
        SHAPEPROOF, "auto f{i}(const Tensor<float, Shape<N, {c}, 5>>& x) {{ return reshape<Shape<N, {a}, 60>>(x); }}"),
    "`matmul`, three new types": (
        SHAPEPROOF,
        "auto f{i}(const Tensor<float, Shape<{a}, {b}>>& x, const Tensor<float, Shape<{b}, {c}>>& y)"
        " {{ return matmul(x, y); }}"),
    "`rearrange`, two new types": (
        PATTERNS,
        "auto f{i}(const Tensor<float, Shape<{a}, {b}, {c}>>& x) {{ return rearrange<\"a b c -> (c a) b\">(x); }}"),
    "`einsum`, three new types": (
        PATTERNS,
        "auto f{i}(const Tensor<float, Shape<{a}, {b}>>& x, const Tensor<float, Shape<{b}, {c}>>& y)"
        " {{ return einsum<\"ij,jk->ik\">(x, y); }}"),
    "`x + x`, one new type": (SHAPEPROOF, "auto f{i}(const Tensor<float, Shape<{a}, {b}>>& x) {{ return x + x; }}"),
    "Eigen: `x + x`, one new type": (EIGEN, "void f{i}(const M<{a}, {b}>& x, M<{a}, {b}>& y) {{ y = x + x; }}"),
}

# What a row of layers costs: each is a program, against one that does the same with std::tuple, a fold and no checks.
NN = """#include <shapeproof/create.hpp>
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/sequential.hpp>
using namespace shapeproof;
inline constexpr auto N = axis("N");
"""
TUPLE = """#include <tuple>
#include <shapeproof/create.hpp>
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/linear.hpp>
using namespace shapeproof;
inline constexpr auto N = axis("N");
template <class X>
struct Passing { X x; };
template <class X, class Layer>
auto operator|(Passing<X> passing, const Layer& layer) {
  auto y = layer(std::move(passing.x));
  return Passing<decltype(y)>{std::move(y)};
}
template <class... Layers>
struct Net {
  std::tuple<Layers...> layers;
  template <class X>
  auto operator()(const X& x) const {
    return std::apply([&](const auto&... layer) { return (Passing<X>{x} | ... | layer).x; }, layers);
  }
};
"""


def row_of_layers(count, is_distinct, form):
    """Linear and ReLU in turns; all alike, or each Linear on a width of its own."""
    layers, width = [], 64
    for i in range(count // 2):
        made = 64 + i if is_distinct else 64
        layers += [f"Linear<{width}, {made}>", "ReLU"]
        width = made
    if form == "tuple":
        net = f"using Row = Net<{', '.join(layers)}>;\n"
    else:
        net = f"using Row = Sequential<Shape<N, 64>, {', '.join(layers)}>;\n"
    if form == "checked":
        return NN + net + f"static_assert(Row::output_shape == Shape<N, {width}>{{}});"
    head = TUPLE if form == "tuple" else NN
    return head + net + "auto f(const Row& net, const Tensor<float, Shape<N, 64>>& x) { return net(x); }"


ROWS = {
    f"{count} layers, {'each Linear another' if is_distinct else 'all Linear alike'}, {form}": (count, is_distinct, form)
    for count, is_distinct, form in [
        (100, False, "checked"), (100, False, "forward"), (100, False, "tuple"), (100, True, "checked"),
        (100, True, "forward"), (100, True, "tuple"), (1000, False, "checked"), (1000, False, "forward"),
    ]
}


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


class Bench:
    def __init__(self, compiler, runs, folder):
        self.compiler, self.runs, self.folder = compiler, runs, pathlib.Path(folder)

    def command(self, source, number):
        path = self.folder / f"{number}.cpp"
        path.write_text(source + "\n")
        eigen = ["-isystem", "/usr/include/eigen3"]
        return [self.compiler, "-std=c++20", "-fsyntax-only", "-I", str(ROOT / "include"), *eigen, str(path)]

    def least(self, sources):
        """The least seconds of each source; None for what does not compile, as where Eigen is missing."""
        commands = [self.command(source, number) for number, source in enumerate(sources)]
        times = [None] * len(commands)
        for run in range(self.runs):
            for number, command in enumerate(commands):
                if run > 0 and times[number] is None:
                    continue
                try:
                    taken = seconds(command)
                except subprocess.CalledProcessError:
                    continue
                times[number] = taken if times[number] is None else min(times[number], taken)
        return times


def headers_table(benches):
    print("| header | " + " | ".join(f"{b.compiler}: ms | times `<array>`" for b in benches) + " |")
    print("| --- |" + " --- | --- |" * len(benches))
    columns = []
    for bench in benches:
        empty, *times = bench.least(["", *HEADERS.values()])
        columns.append([None if t is None else t - empty for t in times])
    for row, name in enumerate(HEADERS):
        cells = []
        for column in columns:
            time, unit = column[row], column[0]
            cells += ["-", "-"] if time is None else [f"{time * 1000:.0f}", f"{time / unit:.1f}"]
        print(f"| {name} | " + " | ".join(cells) + " |")


def calls_table(benches, count):
    print("| once for each new shape | " + " | ".join(f"{b.compiler}: ms" for b in benches) + " |")
    print("| --- |" + " --- |" * len(benches))
    columns = []
    for bench in benches:
        sources = [SHAPEPROOF, EIGEN]
        for head, line in CALLS.values():
            sources.append(head + "\n".join(line.format(i=i, a=i + 2, b=2 * i + 3, c=(i + 2) * 12) for i in range(count)))
        bases = dict(zip((SHAPEPROOF, EIGEN), (times := bench.least(sources))))
        columns.append([
            None if time is None else (time - bases[head]) / count for (head, _), time in zip(CALLS.values(), times[2:])
        ])
    for row, name in enumerate(CALLS):
        cells = ["-" if c[row] is None else f"{c[row] * 1000:.1f}" for c in columns]
        print(f"| {name} | " + " | ".join(cells) + " |")


def rows_table(benches):
    print("| a row of layers | " + " | ".join(f"{b.compiler}: ms" for b in benches) + " |")
    print("| --- |" + " --- |" * len(benches))
    columns = []
    for bench in benches:
        # Without what the headers cost.
        sources = [NN, TUPLE, *(row_of_layers(*row) for row in ROWS.values())]
        nn, with_tuple, *times = bench.least(sources)
        bases = [with_tuple if form == "tuple" else nn for _, _, form in ROWS.values()]
        columns.append([None if time is None else time - base for time, base in zip(times, bases)])
    for row, name in enumerate(ROWS):
        cells = ["-" if c[row] is None else f"{c[row] * 1000:.0f}" for c in columns]
        print(f"| {name} | " + " | ".join(cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compilers", nargs="+", default=["g++", "clang++-19"])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--count", type=int, default=100)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        benches = [Bench(c, arguments.runs, folder) for c in arguments.compilers if shutil.which(c)]
        headers_table(benches)
        print()
        calls_table(benches, arguments.count)
        print()
        rows_table(benches)


if __name__ == "__main__":
    main()
