// SPDX-License-Identifier: BSL-1.0
// How is said what does not fit, in columns?
// run time only: tests/io/weights.cpp
#pragma once

#include "weight_match.hpp"

namespace shapeproof::detail {

inline std::string shape_text(const ShapeValue& shape) { return sentence_of(AsList{shape}).c_str(); }

inline std::string found_text(const WeightMismatch& each) {
  if (each.problem == WeightProblem::missing) return "not in the file";
  if (each.problem == WeightProblem::unexpected) return "in the file only";
  return "file " + shape_text(each.in_file);
}
inline std::string wanted_text(const WeightMismatch& each) {
  return each.problem == WeightProblem::unexpected ? shape_text(each.in_file) : "model " + shape_text(each.in_model);
}

// Columns as wide as their longest text, within reason.
struct ReportWidths {
  std::size_t name = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;

  explicit ReportWidths(const std::vector<WeightMismatch>& mismatches) {
    for (const WeightMismatch& each : mismatches) {
      widen(name, each.name);
      widen(found, found_text(each));
      if (!each.cause.empty()) widen(wanted, wanted_text(each));
    }
  }

 private:
  static void widen(std::size_t& width, const std::string& text) {
    constexpr std::size_t most = 60;
    width = std::max(width, std::min(text.size(), most));
  }
};

inline void append_column(std::string& line, const std::string& text, std::size_t width) {
  line += text;
  if (text.size() < width) line.append(width - text.size(), ' ');
  line += "  ";
}

inline std::string report_line(const WeightMismatch& each, const ReportWidths& widths) {
  std::string line = "\n  ";
  append_column(line, each.name, widths.name);
  append_column(line, found_text(each), widths.found);
  append_column(line, wanted_text(each), widths.wanted);
  line += each.cause;
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

inline std::string weights_report(const char* function, const char* path, const Sentence& model,
                                  const WeightMatch& match) {
  std::string text =
      sentence_of(function, ": ", ShownPath{path}, " does not fit ", model, "; nothing was changed").c_str();
  const ReportWidths widths(match.mismatches());
  for (const WeightMismatch& each : match.mismatches()) text += report_line(each, widths);
  for (const std::string& remark : match.remarks()) text += "\n  " + remark;
  return text;
}

}  // namespace shapeproof::detail
