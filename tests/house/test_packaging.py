#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Do the recipes for Conan and vcpkg pack what CMake installs? Neither program is needed: what they offer to a recipe is stood in
for, so that the recipes themselves are run.

    test_packaging.py REPOSITORY BUILD COMPILER GENERATOR
"""
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import types
import unittest

REPOSITORY, BUILD, COMPILER, GENERATOR = pathlib.Path(sys.argv[1]), *sys.argv[2:5]
PACKAGING, HOUSE = REPOSITORY / "packaging", REPOSITORY / "tests" / "house"
CONAN, PORT = PACKAGING / "conan", PACKAGING / "vcpkg" / "shapeproof"


def run(*words):
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{words}\n{done.stdout}{done.stderr}")
    return done.stdout


def files_in(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def text_of(*parts):
    return REPOSITORY.joinpath(*parts).read_text()


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="a package ")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.installed = cls.folder / "installed"
        run("cmake", "--install", BUILD, "--prefix", cls.installed)
        version = next(cls.installed.rglob("shapeproof-config-version.cmake")).read_text()
        cls.version = re.search(r'^set\(PACKAGE_VERSION "(.*)"\)$', version, re.MULTILINE)[1]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()


class Pages(unittest.TestCase):
    def test_page_lists_them(self):
        names = re.search(r"set\(shapeproof_components ([a-z ]+)\)", text_of("cmake", "components.cmake"))[1].split()
        section = text_of("docs", "install.md").split("## Components\n")[1].split("\n## ")[0]
        self.assertEqual(re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE), names)

    def test_changelog_knows_the_version(self):
        version = ".".join(re.findall(r"^#define SHAPEPROOF_VERSION_[A-Z]+ (\d+)$",
                                      text_of("include", "shapeproof", "version.hpp"), re.MULTILINE))
        self.assertIn(version, text_of("CHANGELOG.md"))


# ---- Conan


class Values(types.SimpleNamespace):
    def get_safe(self, name):
        return getattr(self, name, None)


class Component:
    def __init__(self):
        self.properties, self.requires, self.defines = {}, [], []

    def set_property(self, name, value):
        self.properties[name] = value


class PackageInformation(Component):
    def __init__(self):
        super().__init__()
        self.components = {}

        class Made(dict):
            def __missing__(self, name):
                return self.setdefault(name, Component())

        self.components = Made()


class ConanFile:
    """What of Conan the recipe uses."""

    def __init__(self, recipe_folder, work_folder, **options):
        own = {name: value for name, value in self.default_options.items() if "/" not in name}
        for name, value in options.items():
            assert value in self.options[name]
        self.options = Values(**(own | options))
        self.settings = Values(os="Linux")
        self.recipe_folder = str(recipe_folder)
        self.export_sources_folder = self.source_folder = str(work_folder / "sources")
        self.package_folder = str(work_folder / "package")
        self.cpp_info = PackageInformation()
        self.required = []

    def requires(self, reference):
        self.required.append(reference)


def copy(_, pattern, source, target):
    for path in pathlib.Path(source).rglob("*"):
        relative = path.relative_to(source)
        if path.is_file() and re.fullmatch(pattern.replace(".", r"\.").replace("*", ".*"), str(relative)):
            goal = pathlib.Path(target) / relative
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, goal)


def conan_recipe():
    tools = {"conan": {"ConanFile": ConanFile}, "conan.tools": {},
             "conan.tools.build": {"check_min_cppstd": lambda _, standard: None},
             "conan.tools.files": {"copy": copy, "load": lambda _, path: pathlib.Path(path).read_text()},
             "conan.tools.layout": {"basic_layout": lambda _: None}}
    for name, members in tools.items():
        sys.modules[name] = types.ModuleType(name)
        vars(sys.modules[name]).update(members)
    specification = importlib.util.spec_from_file_location("conanfile", CONAN / "conanfile.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module.ShapeproofConan


class Conan(Folder):
    def recipe(self, name, **options):
        recipe = conan_recipe()(CONAN, self.folder / name, **options)
        recipe.set_version()
        recipe.requirements()
        recipe.validate()
        recipe.package_info()
        return recipe

    def test_packs_what_cmake_installs(self):
        recipe = self.recipe("conan")
        recipe.export_sources()
        recipe.build()
        recipe.package()
        package = pathlib.Path(recipe.package_folder)
        self.assertEqual(files_in(package / "include"), files_in(self.installed / "include"))
        self.assertEqual(files_in(package) - {f"include/{name}" for name in files_in(package / "include")}, {"licenses/LICENSE"})

    def test_version_and_licence(self):
        recipe = self.recipe("conan")
        self.assertEqual(recipe.version, self.version)
        self.assertIn("Boost Software License - Version 1.0", text_of("LICENSE"))
        self.assertEqual(recipe.license, "BSL-1.0")

    def test_targets(self):
        targets = next(self.installed.rglob("shapeproof-targets.cmake")).read_text()
        self.assertIn("add_library(shapeproof::shapeproof ", targets)
        everything = self.recipe("conan", png=True, jpeg=True).cpp_info
        names = {each.properties["cmake_target_name"] for each in everything.components.values()}
        codecs = re.findall(r"shapeproof_find_codec\((png|jpeg) ", text_of("cmake", "codecs.cmake"))
        self.assertEqual(names, {"shapeproof::shapeproof"} | {f"shapeproof::{name}" for name in codecs})
        self.assertEqual(everything.properties, {
            "cmake_file_name": "shapeproof", "cmake_target_name": "shapeproof::shapeproof", "pkg_config_name": "shapeproof"})

    def test_each_library_that_is_used_is_required(self):
        for options in ({}, {"zlib": False}, {"png": True}, {"jpeg": True}):
            recipe = self.recipe("conan", **options)
            required = {reference.partition("/")[0] for reference in recipe.required}
            used = {name.partition(":")[0] for each in recipe.cpp_info.components.values() for name in each.requires}
            self.assertEqual(required, used)

    def test_zlib_is_told_as_cmake_tells_it(self):
        definition = re.search(r"shapeproof::zlib INTERFACE (SHAPEPROOF_ZLIB=1)", text_of("cmake", "codecs.cmake"))[1]
        self.assertEqual(self.recipe("conan").cpp_info.components["headers"].defines, [definition])
        self.assertEqual(self.recipe("conan", zlib=False).cpp_info.components["headers"].defines, [])

    def test_its_own_test(self):
        compile((CONAN / "test_package" / "conanfile.py").read_text(), "conanfile.py", "exec")
        project = text_of("packaging", "conan", "test_package", "CMakeLists.txt")
        for line in consumer_lines("find_package"):
            self.assertIn(line, project)
        self.assertEqual(text_of("packaging", "conan", "test_package", "main.cpp"), text_of("tests", "house", "consumer", "main.cpp"))


# ---- vcpkg


def consumer_lines(way):
    """The lines that the consumer, which is built in another test, has for one way to get the library."""
    region = text_of("tests", "house", "consumer", "CMakeLists.txt").split(f"# [{way}]\n")[1]
    return [line.strip() for line in region.strip().split("\n")]


class Vcpkg(Folder):
    manifest = json.loads((PORT / "vcpkg.json").read_text())

    def test_version_and_licence(self):
        self.assertEqual(self.manifest["version"], self.version)
        self.assertEqual(self.manifest["license"], "BSL-1.0")

    def test_features_are_those_of_the_port(self):
        portfile = (PORT / "portfile.cmake").read_text()
        options = dict(re.findall(r"^ +([a-z]+) +(SHAPEPROOF_[A-Z_]+)$", portfile, re.MULTILINE))
        features = set(self.manifest["features"])
        self.assertEqual(features, set(options) | {"png", "jpeg"})
        self.assertTrue(features <= set(re.findall(r"[a-z]+", re.search(
            r"set\(shapeproof_components ([a-z ]+)\)", text_of("cmake", "components.cmake"))[1])))

    def test_usage_is_what_is_tested(self):
        usage = (PORT / "usage").read_text()
        for way in ("find_package", "compiled"):
            for line in consumer_lines(way):
                self.assertIn(line, usage)

    def test_port_builds_what_cmake_installs(self):
        package = self.folder / "vcpkg package"
        run("cmake", f"-DPORTFILE={PORT / 'portfile.cmake'}", f"-DPACKAGES={package}", f"-DBUILD={self.folder / 'build port'}",
            f"-DCXX={COMPILER}", f"-DGENERATOR={GENERATOR}", "-DWANTED=zlib", "-P", HOUSE / "vcpkg_stand_in.cmake")
        self.assertEqual(files_in(package / "include"), files_in(self.installed / "include"))
        self.assertEqual((package / "share" / "shapeproof" / "copyright").read_text(), text_of("LICENSE"))
        self.assertTrue((package / "share" / "shapeproof" / "usage").is_file())
        self.assertEqual({path.split("/")[0] for path in files_in(package)}, {"include", "share"})
        build = self.folder / "build consumer"
        run("cmake", "-S", HOUSE / "consumer", "-B", build, "-G", GENERATOR, f"-DCMAKE_CXX_COMPILER={COMPILER}",
            f"-DCMAKE_PREFIX_PATH={package}", "-DHOW=find_package", "-DSOURCE=main.cpp")
        run("cmake", "--build", build)
        self.assertEqual(run(build / "my_program"), f"shapeproof {self.version} works\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
