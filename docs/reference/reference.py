#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Makes the reference of every public entity with Doxygen, from the comments in the headers.

    reference.py --output build/docs             build/docs/html/index.html
    reference.py --output build/docs --check     no pages; either way it fails where an entity has no comment

layout.py lays the headers out for Doxygen, line for line, so that a warning's line is that of the header.
"""
import argparse
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True  # no cache beside the sources
import layout  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "docs" / "reference"
INCLUDE = ROOT / "include" / "shapeproof"
PRIVATE_FOLDERS = {"detail", "engine", "explain"}


def public_headers():
    return [path for path in sorted(INCLUDE.rglob("*.hpp"))
            if not PRIVATE_FOLDERS & set(path.relative_to(INCLUDE).parts[:-1])]


def lay_out(folder):
    for old in folder.rglob("*.hpp"):
        old.unlink()
    entities = 0
    for header in public_headers():
        page = layout.Page(header.read_text(), header.relative_to(INCLUDE.parent).as_posix())
        entities += page.entity_count
        copy = folder / header.relative_to(INCLUDE.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text("\n".join(page.output))
    return entities


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--output", type=pathlib.Path, required=True)
    options.add_argument("--check", action="store_true")
    options = options.parse_args()
    output = options.output.resolve()
    headers = output / "headers"
    entities = lay_out(headers)
    settings = (HERE / "Doxyfile").read_text() + (
        f'\nINPUT = "{headers}" "{HERE / "main.dox"}"\nSTRIP_FROM_PATH = "{headers}"\nSTRIP_FROM_INC_PATH = "{headers}"\n'
        f'OUTPUT_DIRECTORY = "{output}"\nGENERATE_HTML = {"NO" if options.check else "YES"}\n'
        f'GENERATE_XML = {"YES" if options.check else "NO"}\n')
    run = subprocess.run(["doxygen", "-"], input=settings, capture_output=True, text=True, check=False)
    said = run.stderr.replace(str(headers), "include")
    print(re.sub(r"^(include/[^:]*:\d+): error: ", r"\1: ", said, flags=re.MULTILINE), end="")
    print(f"reference: {entities} public entities in {len(public_headers())} headers")
    if run.returncode == 0 and not options.check:
        print(f"{output / 'html' / 'index.html'}")
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
