// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <charconv>
#include <optional>

#include <shapeproof/convert.hpp>
#include <shapeproof/rules/bind.hpp>

#include "commands.hpp"
#include "formats.hpp"
#include "output.hpp"

namespace shapeproof::tool {
namespace {

// A demand that cannot be read, or asks for an array that is not there.
struct Misuse {
  std::string text;
};

struct Wanted {
  std::string element_type;  // or empty: any
  std::optional<ShapeValue> shape;
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

ExtentValue extent_of(const std::string& text, const std::string& demand) {
  if (text == "_" || text == "dyn" || text == "?" || text == "*") return dyn;
  std::int64_t number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (!text.empty() && status == std::errc() && end == text.data() + text.size() && number >= 0) return number;
  const bool is_short = text.size() < static_cast<std::size_t>(Extent::capacity);
  if (is_short && detail::is_name(text.c_str())) return axis(text.c_str());
  throw Misuse{'"' + demand + "\": \"" + text + "\" is no extent; a number, a name or _ is wanted"};
}

ShapeValue shape_of(const std::string& inner, const std::string& demand) {
  ShapeValue shape;
  for (std::size_t at = 0; !trimmed(inner).empty() && at <= inner.size();) {
    const std::size_t end = std::min(inner.find(',', at), inner.size());
    shape.push_back(extent_of(trimmed(inner.substr(at, end - at)), demand));
    at = end + 1;
  }
  if (shape.rank > ShapeValue::max_rank) {
    throw Misuse{'"' + demand + "\" has rank " + std::to_string(shape.rank) + ", at most 8 are supported"};
  }
  return shape;
}

// "float32[64,3,32,32]", "[N,3]" or "float32".
Wanted wanted_of(const std::string& demand) {
  const std::size_t bracket = demand.find('[');
  Wanted wanted{trimmed(demand.substr(0, bracket)), {}};
  ElementType type{};
  if (!wanted.element_type.empty() && wanted.element_type != "bfloat16" &&
      !find_element_type(wanted.element_type, type)) {
    throw Misuse{'"' + demand + "\": \"" + wanted.element_type +
                 "\" is no element type; float32 or uint8, for example"};
  }
  if (bracket == std::string::npos && wanted.element_type.empty()) throw Misuse{"--as wants a type, a shape or both"};
  if (bracket == std::string::npos) return wanted;
  if (demand.back() != ']') throw Misuse{'"' + demand + "\" does not end in ]"};
  wanted.shape = shape_of(demand.substr(bracket + 1, demand.size() - bracket - 2), demand);
  return wanted;
}

Array array_of(const Demand& demand, const std::vector<Array>& arrays) {
  if (demand.array.empty() && arrays.size() == 1) return arrays[0];
  std::string names;
  for (const Array& array : arrays) {
    if (!demand.array.empty() && array.name == demand.array) return array;
    names += (names.empty() ? "" : ", ") + (array.name.empty() ? "one without a name" : array.name);
  }
  const std::string held = " holds " + (names.empty() ? "no arrays" : names);
  if (demand.array.empty()) throw Misuse{demand.path + held + "; --array names the one that is meant"};
  throw Misuse{demand.path + " has no array " + demand.array + "; it" + held};
}

struct Judged {
  Demand demand;
  std::string label;  // "batch.npz: images"
  Array array;
  Wanted wanted;
  std::string refusal = {};
  int axis = -1;
};

// In the words of the door that a program would go through.
void judge(Judged& judged, const Format& format) {
  ElementType type{};
  ElementType wanted_type{};
  const Array& array = judged.array;
  const bool is_known = find_element_type(array.element_type, type);
  const bool is_any = judged.wanted.element_type.empty();
  if (is_any) wanted_type = type;
  const bool is_held = is_any || find_element_type(judged.wanted.element_type, wanted_type);
  if (!is_any && (!is_known || !is_held) && array.element_type != judged.wanted.element_type) {
    judged.refusal =
        judged.label + ": elements are " + array.element_type + ", wanted are " + judged.wanted.element_type;
    return;
  }
  try {
    if (is_known && is_held) detail::ask_element(judged.label.c_str(), wanted_type, type);
    const ShapeValue found = array.extents.shape();
    if (!judged.wanted.shape || convert_rule("as", found, *judged.wanted.shape).holds) return;
    detail::refuse_at_door(judged.label.c_str(),
                           {found, *judged.wanted.shape, false, type, wanted_type, array.is_fortran_order},
                           {format.loader, true});
  } catch (const ShapeError& error) {
    judged.refusal = error.what();
    judged.axis = error.axis();
  } catch (const ElementTypeError& error) {
    judged.refusal = error.what();
  }
}

Judged judged_of(const Demand& demand) {
  const Format& format = format_of(demand.path);
  Judged judged{demand, demand.path, array_of(demand, format.list(demand.path)), wanted_of(demand.wanted)};
  if (!judged.array.name.empty()) judged.label += ": " + judged.array.name;
  judge(judged, format);
  return judged;
}

// One name means one number in all files.
std::string bind_all(const std::vector<Judged>& all) {
  std::vector<Bound> operands;
  for (const Judged& judged : all) {
    if (judged.wanted.shape) {
      operands.push_back({*judged.wanted.shape, judged.array.extents.shape(), judged.label.c_str()});
    }
  }
  Refusal why;
  const Ruling ruling = bind_rule(operands.data(), static_cast<int>(operands.size()), &why);
  return ruling.holds ? "" : why.sentence.c_str();
}

std::string json_of(const Judged& judged) {
  const Array& array = judged.array;
  return "{\"file\": " + json_text(judged.demand.path) +
         ", \"array\": " + (array.name.empty() ? "null" : json_text(array.name)) +
         ", \"fits\": " + (judged.refusal.empty() ? "true" : "false") +
         ", \"wanted\": " + json_text(judged.demand.wanted) + ", \"element_type\": " + json_text(array.element_type) +
         ", \"shape\": " + json_shape(array.extents.shape()) +
         ", \"axis\": " + (judged.axis < 0 ? "null" : std::to_string(judged.axis)) +
         ", \"explanation\": " + (judged.refusal.empty() ? "null" : json_text(judged.refusal)) + '}';
}

int report(const std::vector<Judged>& all, const std::string& contradiction, bool as_json) {
  std::string json;
  bool is_fine = contradiction.empty();
  for (const Judged& judged : all) {
    is_fine = is_fine && judged.refusal.empty();
    json += (json.empty() ? "" : ",\n ") + json_of(judged);
    const std::string found = judged.array.element_type + ' ' + list_text(judged.array.extents.shape());
    if (!as_json && judged.refusal.empty()) say(judged.label + ": " + found + " fits " + judged.demand.wanted);
    else if (!as_json) complain(judged.refusal);
  }
  if (!as_json && !contradiction.empty()) complain(contradiction);
  if (as_json) {
    say(std::string("{\"fits\": ") + (is_fine ? "true" : "false") + ", \"contradiction\": " +
        (contradiction.empty() ? "null" : json_text(contradiction)) + ", \"files\": [" + json + "]}");
  }
  return is_fine ? fits : does_not_fit;
}

}  // namespace

int check(const std::vector<Demand>& demands, bool as_json) {
  try {
    std::vector<Judged> all;
    for (const Demand& demand : demands) all.push_back(judged_of(demand));
    const bool each_fits = std::all_of(all.begin(), all.end(), [](const Judged& one) { return one.refusal.empty(); });
    return report(all, each_fits ? bind_all(all) : "", as_json);
  } catch (const Misuse& misuse) {
    if (as_json) say("{\"error\": " + json_text(misuse.text) + '}');
    else complain(misuse.text);
  } catch (const Error& error) {
    if (as_json) say("{\"error\": " + json_text(error.what()) + '}');
    else complain(error.what());
  }
  return unusable;
}

}  // namespace shapeproof::tool
