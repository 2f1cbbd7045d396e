// SPDX-License-Identifier: BSL-1.0
// The version, for the preprocessor and as text. That CMake and the packages have the same is tested in tests/house/.
#include <shapeproof/version.hpp>
#include <string_view>

#if SHAPEPROOF_VERSION < 100
#error "the preprocessor cannot compare the version"
#endif

namespace {

using shapeproof::version_text;

// The number at the front of `text`, which is moved behind it and the dot that follows.
consteval int next_number(std::string_view& text) {
  int number = 0;
  while (!text.empty() && text.front() != '.') {
    number = 10 * number + (text.front() - '0');
    text.remove_prefix(1);
  }
  if (!text.empty()) text.remove_prefix(1);
  return number;
}

consteval int number_of(std::string_view text) {
  const int major = next_number(text), minor = next_number(text), patch = next_number(text);
  return text.empty() ? 10000 * major + 100 * minor + patch : -1;
}

static_assert(number_of("1.2.3") == 10203 && number_of("1.2.3.4") == -1);
static_assert(number_of(version_text) == SHAPEPROOF_VERSION);
// Two digits each, or a later version would be the smaller number.
static_assert(SHAPEPROOF_VERSION_MINOR < 100 && SHAPEPROOF_VERSION_PATCH < 100);

}  // namespace
