# SPDX-License-Identifier: BSL-1.0
"""The tables: what was measured, in Markdown. `runs` is {compiler: {part: rounds}}."""
import measure
import programs


def text(value, form="{:.1f}"):
    return "-" if value is None else form.format(value)


def markdown(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def columns(runs, *units):
    return [f"{compiler}: {unit}" for compiler in runs for unit in units]


def measured_names(runs, part):
    """In the order of the programs, those that some compiler has compiled."""
    return [n for n in runs["order"][part] if any(n in r for rounds in compilers(runs, part).values() for r in rounds)]


def compilers(runs, part):
    return {name: run[part] for name, run in runs["compilers"].items() if part in run}


def headers(runs, names=None):
    parts = compilers(runs, "headers")
    rows = []
    for name in names or measured_names(runs, "headers"):
        row = [f"`{name.removeprefix('shapeproof/')}`" if name != programs.EMPTY else name]
        for rounds in parts.values():
            base = None if name == programs.EMPTY else programs.EMPTY
            seconds = measure.seconds(rounds, (name, base))
            ratio = measure.ratio(rounds, (name, base), ("array", programs.EMPTY))
            row += [text(seconds and seconds * 1000, "{:.0f}"), text(base and ratio), text(measure.megabytes(rounds, name), "{:.0f}")]
        rows.append(row)
    return markdown(["header", *columns(parts, "ms", "times `<array>`", "MB")], rows)


def per_shape(rounds, kind, form, count):
    seconds = measure.seconds(rounds, (programs.operation_name(kind, form, count), "operations"))
    return None if seconds is None else seconds * 1000 / count


def per_contestant(rounds, name):
    seconds = measure.seconds(rounds, (name, f"head of {name}"))
    return None if seconds is None else seconds * 1000 / programs.CONTESTANTS[name][2]


def counts_in(runs):
    return sorted({int(n.rsplit(", ", 1)[1]) for n in measured_names(runs, "operations") if n.count(", ") >= 2 and n[-1].isdigit()})


def kinds_in(runs):
    found = {n.split(", ")[0] for n in measured_names(runs, "operations")}
    return [kind for kind in programs.KINDS if kind in found]


def operations(runs):
    parts, counts = compilers(runs, "operations"), counts_in(runs)
    rows = []
    for kind in kinds_in(runs):
        for form in programs.FORMS:
            cells = [text(per_shape(rounds, kind, form, count)) for rounds in parts.values() for count in counts]
            rows.append([f"{kind}, {form}", *cells])
    others = []
    for name in programs.CONTESTANTS:
        cells = [text(per_contestant(rounds, name)) for rounds in parts.values()]
        if any(cell != "-" for cell in cells):
            others.append([f"`{name.split(': ')[0]}`: {name.split(': ')[1]}", *cells])
    ours = markdown(["milliseconds for each line", *columns(parts, *(f"{count} lines" for count in counts))], rows)
    return ours + "\n" + markdown(["milliseconds for each line", *parts], others)


def models(runs):
    parts = compilers(runs, "models")
    rows = []
    for name in measured_names(runs, "models"):
        form = name.split(", ")[-1]
        if form not in programs.ROW_BASES:
            continue
        row = [name]
        for rounds in parts.values():
            seconds = measure.seconds(rounds, (name, programs.ROW_BASES[form]))
            row += [text(seconds and seconds * 1000, "{:.0f}"), text(measure.megabytes(rounds, name), "{:.0f}")]
        rows.append(row)
    bases = []
    for name, said in (("nn", "the layers' headers"), ("torch", "`torch/nn.h`")):
        row = [f"{said}, alone"]
        for rounds in parts.values():
            seconds = measure.seconds(rounds, (name, None))
            row += [text(seconds and seconds * 1000, "{:.0f}"), text(measure.megabytes(rounds, name), "{:.0f}")]
        bases.append(row)
    return markdown(["a row of layers, over its headers", *columns(parts, "ms", "MB")], [*bases, *rows])


PARTS = {"headers": headers, "operations": operations, "models": models}
TITLES = {
    "headers": "Including a header, over an empty file",
    "operations": "A line on a shape that is new to the program",
    "models": "A row of layers",
}


def all_tables(runs):
    return "\n".join(f"## {TITLES[part]}\n\n{PARTS[part](runs)}" for part in PARTS if compilers(runs, part))


# ---- what the README shows

def times(value):
    return "-" if value is None else f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def summary_rows(runs):
    """(what, [cell of each compiler])"""
    parts = runs["compilers"].values()
    for header, said in (
        ("shapeproof/shape.hpp", "`shape.hpp`"), ("shapeproof/tensor.hpp", "`tensor.hpp`"),
        ("shapeproof/shapeproof.hpp", "`shapeproof.hpp`, with `shapeproof::compiled`"),
        ("shapeproof/shapeproof.hpp, header-only", "`shapeproof.hpp`, header-only"), ("Eigen/Core", "`Eigen/Core`"), ("xtensor/xtensor.hpp", "`xtensor/xtensor.hpp`"), ("torch/nn.h", "`torch/nn.h`"),
    ):
        pair, unit = (header, programs.EMPTY), ("array", programs.EMPTY)
        yield f"including {said}, over `<array>`", [times(measure.ratio(run["headers"], pair, unit)) for run in parts]
    count = 400 if 400 in counts_in(runs) else counts_in(runs)[-1]
    for kind in ("reshape", "matmul", "x + x", "conv2d"):
        cells = []
        for run in parts:
            values = [per_shape(run["operations"], kind, form, count) for form in programs.FORMS]
            cells.append(" / ".join(text(value) for value in values) + " ms")
        yield f"one `{kind}` on new shapes, static / named", cells
    for name in programs.CONTESTANTS:
        cells = [per_contestant(run["operations"], name) for run in parts]
        if any(cell is not None for cell in cells):
            yield f"`{name.split(': ')[0]}`: one {name.split(': ')[1]} on a new shape", [text(cell, "{:.0f} ms") for cell in cells]
    for form, said in (("checked", "checked"), ("forward", "with its forward"), ("std::tuple", "as a `std::tuple`, not checked")):
        name = programs.row_name(100, False, form)
        cells = [measure.seconds(run["models"], (name, programs.ROW_BASES[form])) for run in parts]
        yield f"100 layers, each `Linear` another, {said}", [text(cell and cell * 1000, "{:.0f} ms") for cell in cells]


def summary(runs):
    rows = [[what, *cells] for what, cells in summary_rows(runs) if any(cell.strip("- /ms") for cell in cells)]
    return markdown(["", *runs["compilers"]], rows)
