// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include <cmath>
#include <cstdio>

namespace shapeproof::tool {
namespace {

std::string printed(const char* format, double value) {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

}  // namespace

std::string json_text(const std::string& text) {
  std::string json = "\"";
  for (const char letter : text) {
    char escaped[8];
    std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned char>(letter));
    if (letter == '"' || letter == '\\') json += '\\';
    if (static_cast<unsigned char>(letter) < 0x20) json += escaped;
    else json += letter;
  }
  return json + '"';
}

std::string json_number(double value) { return std::isfinite(value) ? printed("%.17g", value) : "null"; }
std::string plain_number(double value) { return printed("%.6g", value); }
std::string list_text(const ShapeValue& shape) { return sentence_of(AsList{shape}).c_str(); }

std::string json_shape(const ShapeValue& shape) {
  std::string json = "[";
  for (const ExtentValue& extent : shape) {
    json += json.size() > 1 ? ", " : "";
    json += extent.is_known() ? std::to_string(extent.number) : json_text(sentence_of(extent).c_str());
  }
  return json + ']';
}

void say(const std::string& line) { std::printf("%s\n", line.c_str()); }
void complain(const std::string& line) {
  std::fflush(stdout);  // so that both come in the order in which they were said
  std::fprintf(stderr, "shapeproof: %s\n", line.c_str());
}

}  // namespace shapeproof::tool
