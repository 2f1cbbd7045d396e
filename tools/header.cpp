// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdio>
#include <limits>

#include <shapeproof/io/detail/output_file.hpp>

#include "commands.hpp"
#include "formats.hpp"
#include "output.hpp"

namespace shapeproof::tool {
namespace {

bool is_reserved(const std::string& name) {
  for (const char* word :
       {"bool",      "char",   "class",    "const",   "default", "delete",   "do",       "double",    "else",
        "enum",      "export", "float",    "for",     "if",      "import",   "int",      "long",      "module",
        "namespace", "new",    "operator", "private", "public",  "register", "requires", "return",    "short",
        "signed",    "static", "std",      "struct",  "switch",  "template", "this",     "throw",     "try",
        "typedef",   "union",  "unsigned", "using",   "virtual", "void",     "while",    "shapeproof"}) {
    if (name == word) return true;
  }
  return false;
}

// What a program may call it: "conv1.weight" is conv1_weight.
std::string identifier(const std::string& text) {
  std::string name;
  for (const char letter : text) {
    const char lower = static_cast<char>(letter | 0x20);
    const bool is_allowed = (lower >= 'a' && lower <= 'z') || (letter >= '0' && letter <= '9');
    if (is_allowed || (!name.empty() && name.back() != '_')) name += is_allowed ? letter : '_';
  }
  if (name.empty() || (name.front() >= '0' && name.front() <= '9')) name.insert(0, "n");
  return is_reserved(name) ? name + '_' : name;
}

std::string stem_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.find('.', 1));
}

// A number that Shape<...> cannot hold is left open.
std::string shape_text(const Extents& extents) {
  std::string text = "shapeproof::Shape<";
  for (int axis = 0; axis < extents.rank; ++axis) {
    const bool fits_int = extents[axis] <= std::numeric_limits<int>::max();
    text += (axis > 0 ? ", " : "") + (fits_int ? std::to_string(extents[axis]) : std::string("shapeproof::dyn"));
  }
  return text + '>';
}

// Empty where no tensor holds such elements: float8, for example.
std::string element_text(const std::string& element_type) {
  ElementType type{};
  if (element_type == "bfloat16") return "float";
  if (!find_element_type(element_type, type)) return "";
  return type == ElementType::float16 ? "shapeproof::half" : code_of(type);
}

// As a literal of C++; three octal digits take no further ones.
std::string literal(const std::string& text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    char octal[8];
    std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(letter));
    const bool is_plain = letter != '"' && letter != '\\' && static_cast<unsigned char>(letter) >= 0x20;
    quoted += is_plain ? std::string(1, letter) : octal;
  }
  return quoted + '"';
}

std::string declarations(const Array& array) {
  const bool is_widened = array.element_type == "bfloat16";
  return "using element = " + element_text(array.element_type) + ";" +
         (is_widened ? "  // bfloat16 in the file: Floats::to_float32" : "") + '\n' +
         "using shape = " + shape_text(array.extents) + ";\n" + "using tensor = shapeproof::Tensor<element, shape>;\n";
}

// A name for each array; what two would share gets a number.
std::string unique(std::string name, std::vector<std::string>& taken) {
  const std::string base = name;
  for (int i = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++i)
    name = base + '_' + std::to_string(i);
  taken.push_back(name);
  return name;
}

std::string header_text(const std::string& path) {
  const Format& format = format_of(path);
  const std::vector<Array> arrays = format.list(path);
  const std::string space = identifier(stem_of(path));
  std::string text = "// What " + literal(path) + " (" + format.name + ") holds; made by `shapeproof header`. " +
                     format.loader + " of shapeproof/io/" + format.header +
                     " reads it.\n#pragma once\n\n#include <complex>\n\n" +
                     "#include <shapeproof/tensor.hpp>\n\nnamespace " + space +
                     " {\n\ninline constexpr char path[] = " + literal(path) + ";\n";
  std::vector<std::string> taken = {"path"};
  for (const Array& array : arrays) {
    if (element_text(array.element_type).empty()) {
      text += "\n// " + literal(array.name) + ": " + array.element_type + " is not read\n";
    } else if (array.name.empty()) {
      text += declarations(array);
    } else {
      text += "\nnamespace " + unique(identifier(array.name), taken) +
              " {\ninline constexpr char name[] = " + literal(array.name) + ";\n" + declarations(array) + "}\n";
    }
  }
  return text + "\n}  // namespace " + space + '\n';
}

}  // namespace

int header(const std::string& path, const std::string& output) {
  try {
    const std::string text = header_text(path);
    if (output.empty()) {
      say(text.substr(0, text.size() - 1));
      return fits;
    }
    detail::OutputFile file(output);
    file.write(text.data(), static_cast<std::int64_t>(text.size()));
    file.commit();
    return fits;
  } catch (const Error& error) {
    complain(error.what());
    return unusable;
  }
}

}  // namespace shapeproof::tool
