// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <limits>

#include <shapeproof/visit.hpp>

#include "commands.hpp"
#include "formats.hpp"
#include "output.hpp"

namespace shapeproof::tool {
namespace {

// Of the elements that are finite. Nothing is said of complex numbers and of no elements.
struct Statistics {
  std::int64_t count = 0;
  std::int64_t nan_count = 0;
  std::int64_t infinite_count = 0;
  double least = std::numeric_limits<double>::infinity();
  double greatest = -std::numeric_limits<double>::infinity();
  double mean = 0;
  double deviation = 0;
};

template <class T>
double number_of(const T& value) {
  if constexpr (std::is_same_v<T, half>) return static_cast<double>(static_cast<float>(value));
  else return static_cast<double>(value);
}

// In two passes, so that the deviation of large numbers is right.
template <class T>
Statistics statistics_of(const DynamicTensor<T>& tensor) {
  Statistics all;
  double sum = 0;
  for (const T& element : tensor) {
    const double value = number_of(element);
    all.nan_count += std::isnan(value) ? 1 : 0;
    all.infinite_count += std::isinf(value) ? 1 : 0;
    if (!std::isfinite(value)) continue;
    ++all.count;
    sum += value;
    all.least = std::min(all.least, value);
    all.greatest = std::max(all.greatest, value);
  }
  all.mean = sum / static_cast<double>(all.count);
  double squares = 0;
  for (const T& element : tensor) {
    const double distance = number_of(element) - all.mean;
    squares += std::isfinite(distance) ? distance * distance : 0;
  }
  all.deviation = std::sqrt(squares / static_cast<double>(all.count));
  return all;
}

Statistics statistics_of(const AnyTensor& any) {
  return visit(any, []<class T>(const DynamicTensor<T>& tensor) {
    if constexpr (detail::ComplexLike<T>) return Statistics{};
    else return statistics_of(tensor);
  });
}

std::string text_of(const Statistics& all) {
  std::string text;
  if (all.count > 0) {
    text = "min " + plain_number(all.least) + ", max " + plain_number(all.greatest) + ", mean " +
           plain_number(all.mean) + ", stddev " + plain_number(all.deviation);
  }
  if (all.nan_count > 0) text += (text.empty() ? "" : ", ") + std::to_string(all.nan_count) + " NaN";
  if (all.infinite_count > 0) text += (text.empty() ? "" : ", ") + std::to_string(all.infinite_count) + " infinite";
  return text;
}
std::string json_of(const Statistics& all) {
  return "{\"min\": " + json_number(all.least) + ", \"max\": " + json_number(all.greatest) +
         ", \"mean\": " + json_number(all.mean) + ", \"stddev\": " + json_number(all.deviation) +
         ", \"nan\": " + std::to_string(all.nan_count) + ", \"infinite\": " + std::to_string(all.infinite_count) + '}';
}

const char* order_of(const Array& array) { return array.is_fortran_order ? "column-major" : "row-major"; }

std::string json_of(const Array& array, const Statistics& statistics) {
  return "{\"name\": " + (array.name.empty() ? "null" : json_text(array.name)) +
         ", \"element_type\": " + json_text(array.element_type) + ", \"shape\": " + json_shape(array.extents.shape()) +
         ", \"order\": \"" + order_of(array) + "\", \"bytes\": " + std::to_string(array.byte_count) +
         ", \"statistics\": " + json_of(statistics) + '}';
}
std::string line_of(const Array& array, const Statistics& statistics, std::size_t name_width) {
  std::string line = "  ";
  if (name_width > 0) line += array.name + std::string(name_width - array.name.size() + 2, ' ');
  line += array.element_type + ' ' + list_text(array.extents.shape()) + ", ";
  if (array.is_fortran_order) line += "column-major, ";
  line += std::to_string(array.byte_count) + " bytes";
  const std::string numbers = text_of(statistics);
  return numbers.empty() ? line : line + "\n  " + std::string(name_width > 0 ? name_width + 2 : 0, ' ') + numbers;
}

// bfloat16 is read as float32; no tensor holds what is left, float8 for example.
bool can_be_held(const Array& array) {
  ElementType type{};
  return array.element_type == "bfloat16" || find_element_type(array.element_type, type);
}

struct Shown {
  std::string text;
  std::string json;
};

Shown shown(const std::string& path) {
  const Format& format = format_of(path);
  const std::vector<Array> arrays = format.list(path);
  std::size_t width = 0;
  for (const Array& array : arrays) width = std::max(width, array.name.size());
  Shown file{path + ": " + format.name,
             "{\"file\": " + json_text(path) + ", \"format\": " + json_text(format.name) + ", \"arrays\": ["};
  if (width > 0) file.text += ", " + std::to_string(arrays.size()) + (arrays.size() == 1 ? " array" : " arrays");
  const char* between = "";
  for (const Array& array : arrays) {
    const Statistics statistics = can_be_held(array) ? statistics_of(format.load(path, array.name)) : Statistics();
    file.text += '\n' + line_of(array, statistics, width);
    file.json += std::exchange(between, ", ") + json_of(array, statistics);
  }
  file.json += "]}";
  return file;
}

}  // namespace

int show(const std::vector<std::string>& files, bool as_json) {
  int result = fits;
  std::string json;
  for (const std::string& path : files) {
    Shown file;
    try {
      file = shown(path);
    } catch (const Error& error) {
      result = unusable;
      file.json = "{\"file\": " + json_text(path) + ", \"error\": " + json_text(error.what()) + '}';
      if (!as_json) complain(error.what());
    }
    if (!as_json && !file.text.empty()) say(file.text);
    json += (json.empty() ? "[" : ",\n ") + file.json;
  }
  if (as_json) say(json + ']');
  return result;
}

}  // namespace shapeproof::tool
