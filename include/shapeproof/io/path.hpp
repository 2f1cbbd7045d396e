// SPDX-License-Identifier: BSL-1.0
// What may stand for a file's name? A text, a std::string, a std::filesystem::path: whatever has c_str().
#pragma once

#include <concepts>

namespace shapeproof {
namespace detail {

template <class Text>
concept HasText = requires(const Text& text) {
  { text.c_str() } -> std::convertible_to<const char*>;
};

}  // namespace detail

// A parameter's type: it keeps no copy of the text.
class Path {
 public:
  // A text that ends in 0; nullptr is the empty path.
  Path(const char* text) : text_(text == nullptr ? "" : text) {}  // NOLINT(google-explicit-constructor)
  // std::string, std::filesystem::path and whatever else has c_str() that outlives the call.
  template <detail::HasText Text>
  Path(const Text& text) : text_(text.c_str()) {}  // NOLINT(google-explicit-constructor)

  // The path, ending in 0.
  [[nodiscard]] const char* c_str() const noexcept { return text_; }

 private:
  const char* text_;
};

}  // namespace shapeproof
