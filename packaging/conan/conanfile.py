# SPDX-License-Identifier: BSL-1.0
"""The recipe for Conan 2: headers only, with the targets of the CMake package. From the repository:

    conan create packaging/conan
    conan create packaging/conan -o "shapeproof/*:png=True" -o "shapeproof/*:jpeg=True"

It packs the sources that it lies in. A recipe for an index takes them from a release in source() instead.
"""
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load
from conan.tools.layout import basic_layout

required_conan_version = ">=2.0"


class ShapeproofConan(ConanFile):
    name = "shapeproof"
    description = "Tensors whose shapes are types"
    license = "BSL-1.0"
    topics = ("tensor", "shape", "machine-learning", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"zlib": [True, False], "png": [True, False], "jpeg": [True, False]}
    default_options = {"zlib": True, "png": False, "jpeg": False, "boost/*:header_only": True}
    no_copy_source = True

    @property
    def _repository(self):
        return os.path.join(self.recipe_folder, "..", "..")

    def set_version(self):
        text = load(self, os.path.join(self._repository, "include", "shapeproof", "version.hpp"))
        self.version = ".".join(re.findall(r"^#define SHAPEPROOF_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", text, re.MULTILINE))

    def export_sources(self):
        copy(self, "LICENSE", self._repository, self.export_sources_folder)
        copy(self, "include/*.hpp", self._repository, self.export_sources_folder)

    def layout(self):
        basic_layout(self)

    def requirements(self):
        self.requires("eigen/[>=3.4 <4]")
        self.requires("boost/[>=1.74 <2]")
        if self.options.zlib:
            self.requires("zlib/[>=1.2.11 <2]")
        if self.options.png:
            self.requires("libpng/[>=1.6 <2]")
        if self.options.jpeg:
            self.requires("libjpeg-turbo/[>=2 <4]")

    def package_id(self):
        self.info.clear()

    def validate(self):
        check_min_cppstd(self, 20)

    def build(self):
        pass

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        copy(self, "*.hpp", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "shapeproof")
        self.cpp_info.set_property("cmake_target_name", "shapeproof::shapeproof")
        self.cpp_info.set_property("pkg_config_name", "shapeproof")
        # Conan wants a component to be called otherwise than its package.
        core = self.cpp_info.components["headers"]
        core.set_property("cmake_target_name", "shapeproof::shapeproof")
        core.requires = ["eigen::eigen", "boost::headers"]
        core.bindirs, core.libdirs = [], []
        if self.settings.os in ("Linux", "FreeBSD"):
            core.system_libs = ["pthread"]
        if self.options.zlib:
            core.requires.append("zlib::zlib")
            core.defines = ["SHAPEPROOF_ZLIB=1"]
        for name, library in (("png", "libpng::libpng"), ("jpeg", "libjpeg-turbo::jpeg")):
            if self.options.get_safe(name):
                codec = self.cpp_info.components[name]
                codec.set_property("cmake_target_name", f"shapeproof::{name}")
                codec.requires = [library]
                codec.includedirs, codec.bindirs, codec.libdirs = [], [], []
