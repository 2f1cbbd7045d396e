# SPDX-License-Identifier: BSL-1.0
"""Which programs are compiled: each header alone, operations on shapes that are new to the program, rows of layers."""
import pathlib
import typing

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"
PRIVATE_FOLDERS = ("detail", "engine", "explain")  # as tests/house/readme.py has it
# Declarations of kernels only: as with shapeproof::compiled.
COMPILED = ("-DSHAPEPROOF_COMPILED=1",)
MANY = 1000


class Program(typing.NamedTuple):
    name: str
    source: str
    flags: tuple = ()
    is_optional: bool = False
    most_runs: int = MANY


def include(*headers):
    return "".join(f"#include <{header}>\n" for header in headers)


# ---- headers

def public_headers():
    for path in sorted((INCLUDE / "shapeproof").rglob("*.hpp"), key=lambda path: (len(path.parts), path)):
        if not set(path.relative_to(INCLUDE / "shapeproof").parts) & set(PRIVATE_FOLDERS):
            yield str(path.relative_to(INCLUDE))


STANDARD = ("array", "complex", "vector", "string", "tuple", "functional", "iostream", "ranges")
MDSPAN = ("mdspan", "experimental/mdspan", "cuda/std/mdspan")
OTHERS = {
    "Eigen/Core": (), "unsupported/Eigen/CXX11/Tensor": (), "xtensor/xtensor.hpp": (), "xtensor/xfixed.hpp": (),
    **dict.fromkeys(MDSPAN, ()),
    "torch/nn.h": ("-std=c++17", "-idirafter", "/usr/include/torch/csrc/api/include", "-w"),  # what it asks for
}
EMPTY = "an empty file"
WHOLE = ("shapeproof/shapeproof.hpp", "shapeproof/nn.hpp")


def headers(is_quick=False):
    """Every header with declarations of kernels only, and what holds all of them with their definitions too."""
    yield Program(EMPTY, "")
    for header in STANDARD:
        yield Program(header, include(header))
    for header, flags in OTHERS.items():
        is_heavy = header == "torch/nn.h"
        if not (is_quick and is_heavy):
            yield Program(header, include(header), flags, is_optional=True, most_runs=1 if is_heavy else MANY)
    for header in WHOLE:
        yield Program(f"{header}, header-only", include(header))
    some = ("shapeproof/shape.hpp", "shapeproof/tensor.hpp", *WHOLE)
    for header in public_headers():
        # A library that is not here is no mistake of the header's.
        if not is_quick or header in some:
            yield Program(
                header, include(header), COMPILED, is_optional=header.startswith("shapeproof/io/"), most_runs=MANY if header in some else 1)


# ---- operations on new shapes

OPERATIONS = (
    include(*(f"shapeproof/ops/{name}.hpp" for name in (
        "arithmetic", "concat", "conv", "einsum", "matmul", "permute", "pool", "rearrange", "reduce", "reshape", "slice")))
    + 'using namespace shapeproof;\ninline constexpr auto N = axis("N");\n'
    + "template <auto... E> using T = Tensor<float, Shape<E...>>;\n"
)
# A line is a function on shapes that no other line has: {a}, {b} and {c} are other numbers in each, and {n} is what makes
# a shape named: nothing, or "N, ".
KINDS = {
    "naming a shape": "static_assert(Shape<{n}{a}, 60>::rank >= 2);",
    "a tensor type": "static_assert(sizeof(T<{n}{a}, 60>) > 0);",
    "reshape": "auto f{i}(const T<{n}{c}, 5>& x) {{ return reshape<Shape<{n}{a}, 60>>(x); }}",
    "matmul": "auto f{i}(const T<{n}{a}, {b}>& x, const T<{b}, {c}>& y) {{ return matmul(x, y); }}",
    "x + x": "auto f{i}(const T<{n}{a}, {b}>& x) {{ return x + x; }}",
    "x * 2": "auto f{i}(const T<{n}{a}, {b}>& x) {{ return x * 2; }}",
    "sum": "auto f{i}(const T<{n}{a}, {b}>& x) {{ return sum<-1>(x); }}",
    "permute": "auto f{i}(const T<{n}{a}, {b}>& x) {{ return permute<1, 0{more}>(x); }}",
    "slice": "auto f{i}(const T<{n}{a}, {b}>& x) {{ return slice<-1, 1, 3>(x); }}",
    "concat": "auto f{i}(const T<{n}{a}, {b}>& x) {{ return concat<-1>(x, x); }}",
    "rearrange": "auto f{i}(const T<{n}{a}, {b}>& x) {{ return rearrange<\"... a b -> ... b a\">(x); }}",
    "einsum": "auto f{i}(const T<{n}{a}, {b}>& x, const T<{b}, {c}>& y) {{ return einsum<\"...j,jk->...k\">(x, y); }}",
    "conv2d": "auto f{i}(const T<{n}3, {a}, {b}>& x, const T<{c}, 3, 3, 3>& k) {{ return conv2d<Padding<1>>(x, k); }}",
    "max_pool2d": "auto f{i}(const T<{n}3, {a}, {b}>& x) {{ return max_pool2d<2>(x); }}",
}
# Of which a thousand lines and more are compiled, unless all are asked for.
MAIN_KINDS = ("a tensor type", "reshape", "matmul", "x + x")
FORMS = {"static": ("", ""), "named": ("N, ", ", 2")}

# What others take for the same: names, heads, lines, and how many of these, as some take long.
MATRIX = "template <int A, int B> using M = {};\n"
EIGEN = include("Eigen/Core") + MATRIX.format("Eigen::Matrix<float, A, B>")
EIGEN_TENSOR = include("unsupported/Eigen/CXX11/Tensor") + MATRIX.format("Eigen::TensorFixedSize<float, Eigen::Sizes<A, B>>")
XTENSOR = include("xtensor/xfixed.hpp", "xtensor/xmath.hpp") + MATRIX.format("xt::xtensor_fixed<float, xt::xshape<A, B>>")
ASSIGN = "void f{i}(const M<{a}, {b}>& x, M<{a}, {b}>& y) {{ y = x + x; }}"
LOOPS = (
    "void f{i}(const M<{a}, {b}>& x, const M<{a}, {b}>& y) {{ for (int i = 0; i < x.extent(0); ++i) for (int j = 0; j < x.extent(1); ++j)"
    " y(i, j) = x(i, j) + x(i, j); }}"
)
CONTESTANTS = {
    "Eigen::Matrix: x + x": (EIGEN, ASSIGN, 100),
    "Eigen::Matrix: x * y": (EIGEN, "void f{i}(const M<{a}, {b}>& x, const M<{b}, {c}>& y, M<{a}, {c}>& z) {{ z = x * y; }}", 4),
    "Eigen::TensorFixedSize: x + x": (EIGEN_TENSOR, ASSIGN, 25),
    "xt::xtensor_fixed: x + x": (XTENSOR, ASSIGN, 10),
    "std::experimental::mdspan: x + x in loops": (
        include("experimental/mdspan") + MATRIX.format("std::experimental::mdspan<float, std::experimental::extents<int, A, B>>"),
        LOOPS, 100),
    "cuda::std::mdspan: x + x in loops": (
        include("cuda/std/mdspan") + MATRIX.format("cuda::std::mdspan<float, cuda::std::extents<int, A, B>>"), LOOPS, 100),
}


def lines(line, count, named="", more=""):
    """Numbers differ between lines, and b is none of the cs."""
    return "\n".join(line.format(i=i, a=i + 5, b=2 * i + 7, c=(i + 5) * 12, n=named, more=more) for i in range(count))


def operation_name(kind, form, count):
    return f"{kind}, {form}, {count}"


def operations(counts, kinds=tuple(KINDS), is_quick=False, is_full=False):
    yield Program("operations", OPERATIONS, COMPILED)
    for kind in kinds:
        for form, (named, more) in FORMS.items():
            for count in counts:
                if count <= 400 or kind in MAIN_KINDS or is_full:
                    yield Program(
                        operation_name(kind, form, count), OPERATIONS + lines(KINDS[kind], count, named, more), COMPILED,
                        most_runs=1 if count > 100 else MANY)
    for name, (head, line, count) in CONTESTANTS.items():
        if not is_quick or "Matrix" in name:
            yield Program(f"head of {name}", head, is_optional=True, most_runs=2)
            yield Program(name, head + lines(line, count), is_optional=True, most_runs=2)


# ---- rows of layers

NN = include("shapeproof/create.hpp", "shapeproof/nn/activation.hpp", "shapeproof/nn/linear.hpp", "shapeproof/nn/sequential.hpp") + (
    'using namespace shapeproof;\ninline constexpr auto N = axis("N");\n')
# The same by std::tuple and a fold, which checks no joint.
TUPLE = NN + """#include <tuple>
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
TORCH = include("torch/nn.h") + "using namespace torch::nn;\n"
TORCH_FLAGS = OTHERS["torch/nn.h"]
ROW_BASES = {"checked": "nn", "forward": "nn", "std::tuple": "tuple", "LibTorch": "torch"}


def row(count, is_alike, pattern):
    """Linear and ReLU in turns: all alike, or each Linear on a width of its own; and the last width."""
    layers, width = [], 64
    for i in range(count // 2):
        made = 64 if is_alike else 65 + i
        layers += [pattern[0].format(width, made), pattern[1]]
        width = made
    return ", ".join(layers), width


def row_source(count, is_alike, form):
    if form == "LibTorch":
        layers, _ = row(count, is_alike, ("Linear({}, {})", "ReLU()"))
        return f"{TORCH}auto f(const torch::Tensor& x) {{ Sequential net({layers}); return net->forward(x); }}"
    layers, width = row(count, is_alike, ("Linear<{}, {}>", "ReLU"))
    if form == "checked":
        return f"{NN}using Row = Sequential<Shape<N, 64>, {layers}>;\nstatic_assert(Row::output_shape == Shape<N, {width}>{{}});"
    head, kind = (TUPLE, "Net<") if form == "std::tuple" else (NN, "Sequential<Shape<N, 64>, ")
    return f"{head}using Row = {kind}{layers}>;\nauto f(const Row& net, const Tensor<float, Shape<N, 64>>& x) {{ return net(x); }}"


def row_name(count, is_alike, form):
    return f"{count} layers, {'all Linear alike' if is_alike else 'each Linear another'}, {form}"


def rows(counts, is_full):
    """(count, whether all are alike, form). A thousand of which each Linear is another take half a minute."""
    for count in counts:
        for is_alike in (True, False):
            for form in ("checked", "forward", "std::tuple", "LibTorch"):
                # A tuple of 1,000 is too deep for compilers, and LibTorch's layers are all of one type.
                if form == "std::tuple" and count > 100 or form == "LibTorch" and (count != 100 or is_alike):
                    continue
                if count <= 100 or is_full or is_alike or form == "checked":
                    yield count, is_alike, form


def models(counts, is_quick=False, is_full=False):
    yield Program("nn", NN, COMPILED)
    yield Program("tuple", TUPLE, COMPILED)
    if not is_quick:
        yield Program("torch", TORCH, TORCH_FLAGS, is_optional=True, most_runs=1)
    for count, is_alike, form in rows(counts, is_full):
        is_torch = form == "LibTorch"
        if not (is_quick and is_torch):
            yield Program(
                row_name(count, is_alike, form), row_source(count, is_alike, form), TORCH_FLAGS if is_torch else COMPILED,
                is_optional=is_torch, most_runs=1 if is_torch or count > 100 else MANY)
