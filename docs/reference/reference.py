#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Makes the reference of every public entity with Doxygen, from the comments in the headers.

    reference.py --output build/docs             build/docs/html/index.html
    reference.py --output build/docs --check     no pages; either way it fails where an entity has no comment
    --include <folder>                           of other headers than the repository's

layout.py lays the headers out for Doxygen, line for line, so that a warning's line is that of the header.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

sys.dont_write_bytecode = True  # no cache beside the sources
import layout  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "docs" / "reference"
PRIVATE_FOLDERS = {"detail", "engine", "explain"}


def public_headers(include):
    return [path for path in sorted(include.rglob("*.hpp"))
            if not PRIVATE_FOLDERS & set(path.relative_to(include).parts[:-1])]


def lay_out(include, folder):
    """Writes the headers as Doxygen gets them; the places of the entities in them."""
    for old in folder.rglob("*.hpp"):
        old.unlink()
    entities = set()
    for header in public_headers(include):
        name = header.relative_to(include).as_posix()
        page = layout.Page(header.read_text(), name)
        entities |= {(name, line) for line in page.entity_lines}
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("\n".join(page.output))
    return entities


def found_by_doxygen(folder):
    """The places of the entities in its XML."""
    places = set()
    for path in folder.glob("*.xml"):
        for entity in xml.etree.ElementTree.parse(path).iter("location"):
            places.add((entity.get("file"), int(entity.get("line", 0))))
            places.add((entity.get("declfile"), int(entity.get("declline", 0))))
    return places


def settings(output, headers, makes_pages):
    return (HERE / "Doxyfile").read_text() + f"""
INPUT = "{headers}" "{HERE / 'main.dox'}"
STRIP_FROM_PATH = "{headers}"
STRIP_FROM_INC_PATH = "{headers}"
OUTPUT_DIRECTORY = "{output}"
GENERATE_HTML = {'YES' if makes_pages else 'NO'}
GENERATE_XML = {'NO' if makes_pages else 'YES'}
"""


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--output", type=pathlib.Path, required=True)
    options.add_argument("--check", action="store_true")
    options.add_argument("--include", type=pathlib.Path, default=ROOT / "include")
    options = options.parse_args()
    output = options.output.resolve()
    headers = output / "headers"
    entities = lay_out(options.include, headers)
    run = subprocess.run(["doxygen", "-"], input=settings(output, headers, not options.check), capture_output=True, text=True,
                         check=False)
    said = run.stderr.replace(f"{headers}/", "include/")
    print(re.sub(r"^(include/[^:]*:\d+): error: ", r"\1: ", said, flags=re.MULTILINE), end="")
    unread = sorted(entities - found_by_doxygen(output / "xml")) if options.check else []
    for name, line in unread:
        print(f"include/{name}:{line}: Doxygen does not see what is declared here")
    print(f"reference: {len(entities)} lines of {len(public_headers(options.include))} headers declare public entities")
    if run.returncode == 0 and not options.check:
        print(output / "html" / "index.html")
    return 1 if run.returncode or unread else 0


if __name__ == "__main__":
    sys.exit(main())
