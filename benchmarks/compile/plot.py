# SPDX-License-Identifier: BSL-1.0
"""The plot: three groups of bars on logarithmic scales, as SVG that light and dark pages can show."""
import html
import math

import measure
import programs
import tables

WIDTH, LABELS, ROW, BAR = 760, 270, 30, 11
STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; } .value { font-size: 11px; fill: #59636e; } .line { stroke: #d1d9e0; }
  .ours .c0 { fill: #0969da; } .ours .c1 { fill: #54aeff; } .c0 { fill: #818b98; } .c1 { fill: #c2cad3; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; } .value { fill: #9198a1; } .line { stroke: #3d444d; }
    .ours .c0 { fill: #4493f8; } .ours .c1 { fill: #a5d6ff; } .c0 { fill: #9198a1; } .c1 { fill: #57606a; }
  }
"""


def header_bars(runs):
    for header in ("shapeproof/shape.hpp", "shapeproof/tensor.hpp", "shapeproof/shapeproof.hpp", "shapeproof/shapeproof.hpp, header-only",
                   "shapeproof/nn.hpp", "complex", "ranges", "Eigen/Core", "xtensor/xtensor.hpp", "cuda/std/mdspan", "torch/nn.h"):
        yield header.removeprefix("shapeproof/"), header.startswith("shapeproof"), [
            measure.ratio(run["headers"], (header, programs.EMPTY), ("array", programs.EMPTY)) for run in runs["compilers"].values()]


def operation_bars(runs):
    count = 400 if 400 in tables.counts_in(runs) else tables.counts_in(runs)[-1]
    for kind in ("reshape", "matmul", "x + x", "conv2d"):
        yield kind, True, [tables.per_shape(run["operations"], kind, "static", count) for run in runs["compilers"].values()]
    for name in programs.CONTESTANTS:
        yield name, False, [tables.per_contestant(run["operations"], name) for run in runs["compilers"].values()]


def model_bars(runs):
    for form in ("checked", "forward", "std::tuple"):
        for is_alike in (True, False):
            name = programs.row_name(100, is_alike, form)
            values = [measure.seconds(run["models"], (name, programs.ROW_BASES[form])) for run in runs["compilers"].values()]
            yield name.removeprefix("100 layers, "), form != "std::tuple", [value and value * 1000 for value in values]


def panel(title, bars, top):
    """The elements, and where they end. A bar's length is the logarithm of its value."""
    bars = [(label, is_ours, values) for label, is_ours, values in bars if any(v is not None and v > 0 for v in values)]
    values = [v for *_, all_values in bars for v in all_values if v is not None and v > 0]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    room = WIDTH - LABELS - 60

    def x(value):
        return LABELS + room * (math.log10(value) - low) / max(high - low, 1)

    bottom = top + 26 + ROW * len(bars)
    out = [f'<text class="title" x="0" y="{top + 10}">{html.escape(title)}</text>']
    for power in range(low, high + 1):
        at = x(10.0**power)
        out.append(f'<path class="line" d="M{at:.0f} {top + 18}V{bottom}"/>')
        out.append(f'<text class="value" text-anchor="middle" x="{at:.0f}" y="{bottom + 12}">{10.0**power:g}</text>')
    for number, (label, is_ours, all_values) in enumerate(bars):
        y = top + 22 + ROW * number
        out.append(f'<g class="{"ours" if is_ours else "others"}"><text x="{LABELS - 8}" y="{y + 16}" text-anchor="end">{html.escape(label)}</text>')
        for column, value in enumerate(all_values):
            if value is not None and value > 0:
                width, at = max(x(value) - LABELS, 1), y + column * (BAR + 1)
                out.append(f'<rect class="c{column}" x="{LABELS}" y="{at}" width="{width:.0f}" height="{BAR}"/>')
                out.append(f'<text class="value" x="{LABELS + width + 4:.0f}" y="{at + 10}">{value:.3g}</text>')
        out.append("</g>")
    return out, bottom + 40


def svg(runs):
    names = list(runs["compilers"])
    legend = ", ".join(f"{'upper' if i == 0 else 'lower'} bar: {name}" for i, name in enumerate(names[:2]))
    out, top = [f'<text class="value" x="0" y="12">{legend}; logarithmic; blue: shapeproof</text>'], 34
    for title, bars in (
        ("Including a header: times <array>", header_bars(runs)),
        ("One line on new static shapes: ms", operation_bars(runs)),
        ("100 layers, over the headers: ms", model_bars(runs)),
    ):
        elements, top = panel(title, bars, top)
        out += elements
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" aria-label="What compiling costs">\n'
        f"<style>{STYLE}</style>\n" + "\n".join(out) + "\n</svg>\n")
