// SPDX-License-Identifier: BSL-1.0
// CSV: a table that is read is printed and read again the same, under the same names; and where no quote stands in it, each
// number is the one that strtod finds in its field. The first byte says what the options are.
#include "fuzz.hpp"

#include <shapeproof/io/csv.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M");

void append_name(std::string& text, const std::string& name) {
  text += '"';
  for (const char letter : name) text += letter == '"' ? "\"\"" : std::string(1, letter);
  text += '"';
}

template <class T>
std::string printed(const CsvTable<T, Shape<N, M>>& table, char separator) {
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) text += separator;
    append_name(text, table.columns[i]);
  }
  if (!table.columns.empty()) text += '\n';
  const std::int64_t columns = table.values.template extent<1>();
  for (std::int64_t i = 0; i < table.values.element_count(); ++i) {
    char number[40];
    std::snprintf(number, sizeof number, "%.17g", static_cast<double>(table.values.data()[i]));
    text += number;
    text += (i + 1) % columns == 0 ? '\n' : separator;
  }
  return text;
}

bool is_same_number(double left, double right) { return left == right || (left != left && right != right); }

// Only where no quote hides a separator or the end of a line.
template <class T>
void check_numbers(const CsvTable<T, Shape<N, M>>& table, const char* text, char separator) {
  if (!table.columns.empty()) text = std::strchr(text, '\n');
  std::int64_t i = 0;
  while (text != nullptr && *text != '\0' && i < table.values.element_count()) {
    if (*text == '\n' || *text == separator) ++text;
    while (*text == ' ' || *text == '\t') ++text;
    char* end = nullptr;
    const double number = std::strtod(text, &end);
    fuzz::require(end != text && is_same_number(number, static_cast<double>(table.values.data()[i++])),
                  "another number than stands there");
    text = std::strpbrk(end, std::string{separator, '\n'}.c_str());
  }
  fuzz::require(i == table.values.element_count(), "more numbers than stand there");
}

template <class T>
void check(const std::string& text, const CsvOptions& options) {
  const auto read = [&] { return load_csv<T, Shape<N, M>>(fuzz::input().path(), options); };
  // The text; names twice; and at most sizeof(T) / 2 times its length of elements.
  const auto taken = fuzz::taken_within(40, text.size(), read);
  if (!taken) return;
  const CsvTable<T, Shape<N, M>>& table = *taken;
  if (sizeof(T) < 8 || std::is_floating_point_v<T>) {
    const std::string again = printed(table, options.separator);
    fuzz::output().hold(again.data(), again.size());
    const auto copy = load_csv<T, Shape<N, M>>(fuzz::output().path(), options);
    fuzz::require(copy.columns == table.columns, "other names than were printed");
    fuzz::require(copy.values.shape() == table.values.shape(), "another shape than was printed");
    for (std::int64_t i = 0; i < copy.values.element_count(); ++i) {
      fuzz::require(
          is_same_number(static_cast<double>(copy.values.data()[i]), static_cast<double>(table.values.data()[i])),
          "other numbers than were printed");
    }
  }
  const bool is_plain = text.find_first_of(std::string("\"\0\t", 3)) == std::string::npos && text[0] != '\xEF';
  if (is_plain && std::is_same_v<T, double>) check_numbers(table, text.c_str(), options.separator);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size == 0) return 0;
  constexpr char separators[] = {',', ';', '\t', ' '};
  CsvOptions options;
  options.separator = separators[bytes[0] % 4];
  options.has_header = bytes[0] / 4 % 2 == 0;
  const std::string text(reinterpret_cast<const char*>(bytes + 1), size - 1);
  fuzz::input().hold(text.data(), text.size());
  check<double>(text, options);
  check<std::int8_t>(text, options);
  check<std::uint64_t>(text, options);
  check<half>(text, options);
  // One column, by its name.
  options.columns = {"a"};
  static_cast<void>(fuzz::taken([&] { return load_csv<float, Shape<N>>(fuzz::input().path(), options); }));
  return 0;
}
