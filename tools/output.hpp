// SPDX-License-Identifier: BSL-1.0
// How does the program speak? In lines for people, or in JSON (RFC 8259) for programs.
#pragma once

#include <string>

#include <shapeproof/shape_value.hpp>

namespace shapeproof::tool {

inline constexpr int fits = 0, does_not_fit = 1, unusable = 2;  // what the program returns

std::string json_text(const std::string& text);   // "a \"b\""
std::string json_number(double value);            // null for NaN and infinity
std::string json_shape(const ShapeValue& shape);  // [16, 3]; names as texts
std::string plain_number(double value);           // 0.25, -1.5e+20
std::string list_text(const ShapeValue& shape);   // [16, 3]

void say(const std::string& line);       // to the standard output, with a line feed
void complain(const std::string& line);  // to the standard error, after the program's name

}  // namespace shapeproof::tool
