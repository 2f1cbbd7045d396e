// SPDX-License-Identifier: BSL-1.0
// How is a window moved? Options are template arguments, in any order: conv2d<Stride<2>, Padding<1>>, max_pool2d<3, Stride<2>>.
// One number holds for all axes; two are for height and width.
#pragma once

#include "ruling.hpp"

namespace shapeproof {

// What an operation on windows can be told.
enum class Option : unsigned char {
  kernel,
  stride,
  padding,
  same,
  valid,
  dilation,
  groups,
  output_padding,
  output,
  scale_factor,
  ceil_mode,
  count_include_pad,
  nearest,
  bilinear,
  align_corners,
  no_bias
};
// How many there are.
inline constexpr int option_count = 16;

// Several options, a bit for each.
using OptionSet = unsigned;

// A set of options: one bit each.
template <class... Options>
constexpr OptionSet set_of(Options... options) {
  return (0U | ... | (1U << static_cast<int>(options)));
}

// A number that is no whole one, for ScaleFactor<Fraction{3, 2}>.
struct Fraction {
  std::int64_t numerator = 1;    // above the line
  std::int64_t denominator = 1;  // below the line

  constexpr Fraction() = default;
  // A whole number.
  constexpr Fraction(std::int64_t number) : numerator(number) {}  // NOLINT(google-explicit-constructor)
  // above / below.
  constexpr Fraction(std::int64_t above, std::int64_t below) : numerator(above), denominator(below) {}

  friend constexpr bool operator==(const Fraction&, const Fraction&) = default;
};

// Writes 2 or Fraction{3, 2}.
constexpr Sentence& operator<<(Sentence& out, const Fraction& fraction) {
  if (fraction.denominator == 1) return out << fraction.numerator;
  return out << "Fraction{" << fraction.numerator << ", " << fraction.denominator << '}';
}

// One option with its numbers. More than max_axes of them are counted and not kept; an option that is a word has none.
struct Setting {
  // How many axes a window has at most.
  static constexpr int max_axes = 2;
  Option option{};                  // which one
  int count = 0;                    // how many numbers were given
  Fraction numbers[max_axes] = {};  // one for all axes, or one for each

  constexpr Setting() = default;
  // Without numbers.
  constexpr explicit Setting(Option which) : option(which) {}
  // With those numbers, one for all axes or one for each.
  template <class... Numbers>
  static constexpr Setting of(Option which, const Numbers&... all) {
    Setting setting(which);
    (setting.push_back(all), ...);
    return setting;
  }
  // One more; past the capacity it is only counted.
  constexpr void push_back(const Fraction& number) {
    if (count < max_axes) numbers[count] = number;
    ++count;
  }
  // The number of an axis: the only one, or its own.
  [[nodiscard]] constexpr const Fraction& operator[](int axis) const { return numbers[count > 1 ? axis : 0]; }
};

namespace detail {

struct OptionFacts {
  const char* name;
  int least;
  OptionSet excludes;  // besides itself
};

inline constexpr OptionFacts option_facts[option_count] = {
    {"Kernel", 1, 0},
    {"Stride", 1, 0},
    {"Padding", 0, set_of(Option::same, Option::valid)},
    {"Same", 0, set_of(Option::padding, Option::valid)},
    {"Valid", 0, set_of(Option::padding, Option::same)},
    {"Dilation", 1, 0},
    {"Groups", 1, 0},
    {"OutputPadding", 0, set_of(Option::output)},
    {"Output", 1, set_of(Option::output_padding, Option::scale_factor)},
    {"ScaleFactor", 0, set_of(Option::output)},
    {"CeilMode", 0, 0},
    {"CountIncludePad", 0, 0},
    {"Nearest", 0, set_of(Option::bilinear)},
    {"Bilinear", 0, set_of(Option::nearest)},
    {"AlignCorners", 0, 0},
    {"NoBias", 0, 0},
};

constexpr const OptionFacts& facts_of(Option option) { return option_facts[static_cast<int>(option)]; }

}  // namespace detail

// As it is written in a program: Stride<2, 1>, Same.
constexpr Sentence& operator<<(Sentence& out, const Setting& setting) {
  out << detail::facts_of(setting.option).name;
  for (int i = 0; i < setting.count && i < Setting::max_axes; ++i) out << (i == 0 ? "<" : ", ") << setting.numbers[i];
  if (setting.count > Setting::max_axes) out << ", ...";
  return setting.count > 0 ? out << '>' : out;
}

// The types of the options, so that compilers print options::Stride<2>{}.
namespace options {

// Kernel<3>, Kernel<3, 5>: how large a window is.
template <int... Numbers>
struct Kernel {
  static constexpr Setting setting = Setting::of(Option::kernel, Numbers...);
};
// Stride<2>: how far a window moves each time.
template <int... Numbers>
struct Stride {
  static constexpr Setting setting = Setting::of(Option::stride, Numbers...);
};
// Padding<1>: how much is added in front and behind.
template <int... Numbers>
struct Padding {
  static constexpr Setting setting = Setting::of(Option::padding, Numbers...);
};
// Dilation<2>: how far apart a window's elements are.
template <int... Numbers>
struct Dilation {
  static constexpr Setting setting = Setting::of(Option::dilation, Numbers...);
};
// Groups<2>: channels are cut into so many groups, and each sees only its own.
template <int Number>
struct Groups {
  static constexpr Setting setting = Setting::of(Option::groups, Number);
};
// OutputPadding<1>: how much is added behind what a transposed convolution makes.
template <int... Numbers>
struct OutputPadding {
  static constexpr Setting setting = Setting::of(Option::output_padding, Numbers...);
};
// Output<7>, Output<7, 5>: how large the result is.
template <int... Numbers>
struct Output {
  static constexpr Setting setting = Setting::of(Option::output, Numbers...);
};
// ScaleFactor<2>, ScaleFactor<Fraction{3, 2}>: how many times as large the result is.
template <Fraction... Factors>
struct ScaleFactor {
  static constexpr Setting setting = Setting::of(Option::scale_factor, Factors...);
};
// CountIncludePad<false>: whether padding counts in a mean.
template <bool IsCounted>
struct CountIncludePad {
  static constexpr Setting setting = Setting::of(Option::count_include_pad, Fraction(IsCounted ? 1 : 0));
};
// An option of one word: Same, Valid, CeilMode, Nearest, Bilinear, AlignCorners, NoBias.
template <Option Word>
struct Flag {
  static constexpr Setting setting{Word};
};

}  // namespace options

// Kernel<3>, Kernel<3, 5>: the extents of a window; max_pool2d<3> means max_pool2d<Kernel<3>>.
template <int... Extents>
inline constexpr options::Kernel<Extents...> Kernel;
// Stride<2>: by how many elements the window moves. Without it 1, for pooling the kernel's extent.
template <int... Steps>
inline constexpr options::Stride<Steps...> Stride;
// Padding<1>: so many elements are thought in front of each axis and behind it: 0, for max_pool the least there is.
template <int... Elements>
inline constexpr options::Padding<Elements...> Padding;
// As much padding as makes ceil(extent / stride) outputs, half of it in front (rounded down): PyTorch's "same" for stride 1,
// which refuses others; TensorFlow's for all.
inline constexpr options::Flag<Option::same> Same;
// No padding, which is also what no word means.
inline constexpr options::Flag<Option::valid> Valid;
// Dilation<2>: how far apart in the input the kernel's elements are. Without it 1.
template <int... Distances>
inline constexpr options::Dilation<Distances...> Dilation;
// Groups<4>: channels in four parts, each with kernels of its own.
template <int Number>
inline constexpr options::Groups<Number> Groups;
// OutputPadding<1>: so much longer is what a transposed convolution makes, at the end of each axis.
template <int... Elements>
inline constexpr options::OutputPadding<Elements...> OutputPadding;
// Output<14, 14>: the wanted extents of the result.
template <int... Extents>
inline constexpr options::Output<Extents...> Output;
// ScaleFactor<2>, ScaleFactor<Fraction{1, 2}, 1>: the result's extents by the operand's, rounded down.
template <Fraction... Factors>
inline constexpr options::ScaleFactor<Factors...> ScaleFactor;
// A last window that only partly has elements is kept, as long as it begins in the input or the padding in front.
inline constexpr options::Flag<Option::ceil_mode> CeilMode;
// CountIncludePad<false>: an average of the elements only; otherwise padding counts, as zeros.
template <bool IsCounted>
inline constexpr options::CountIncludePad<IsCounted> CountIncludePad;
// Resizing takes the nearest element.
inline constexpr options::Flag<Option::nearest> Nearest;
// Resizing takes the weighted mean of the four elements around.
inline constexpr options::Flag<Option::bilinear> Bilinear;
// The centres of the first and the last element stay where they are; otherwise their outer edges do.
inline constexpr options::Flag<Option::align_corners> AlignCorners;
// A layer without a bias.
inline constexpr options::Flag<Option::no_bias> NoBias;

// All options of one operation, read from its template arguments.
struct WindowOptions {
  OptionSet given = 0;                  // which were given
  Setting settings[option_count] = {};  // by option
  int stranger = -1;                    // the place of a template argument that is no option
  Setting clash[2] = {};                // two that exclude each other
  bool clashes = false;                 // whether there are such

  // Whether an option was given.
  [[nodiscard]] constexpr bool has(Option option) const { return (given >> static_cast<int>(option) & 1U) != 0; }
  // What was given for an option.
  [[nodiscard]] constexpr const Setting& operator[](Option option) const { return settings[static_cast<int>(option)]; }
  // The number for an axis, counted from the first one that the window moves along.
  [[nodiscard]] constexpr std::int64_t get(Option option, int axis, std::int64_t otherwise) const {
    return has(option) ? (*this)[option][axis].numerator : otherwise;
  }

  // One more; the first two that exclude each other are kept for the error.
  constexpr void add(const Setting& setting) {
    const OptionSet rivals = detail::facts_of(setting.option).excludes | set_of(setting.option);
    for (int i = 0; i < option_count && !clashes; ++i) {
      if ((given & rivals & 1U << i) == 0) continue;
      clashes = true;
      clash[0] = settings[i];
      clash[1] = setting;
    }
    settings[static_cast<int>(setting.option)] = setting;
    given |= set_of(setting.option);
  }
};

namespace detail {

template <class Argument>
constexpr void read_option(WindowOptions& options, Setting& leading, int place, const Argument& argument) {
  if constexpr (requires { Argument::setting.count; }) options.add(Argument::setting);
  else if constexpr (std::is_same_v<Argument, int>) leading.push_back(argument);
  else if (options.stranger < 0) options.stranger = place;
}

}  // namespace detail

// Plain numbers among the arguments are the option `leading`.
template <class... Arguments>
constexpr WindowOptions window_options(Option leading, const Arguments&... arguments) {
  WindowOptions options;
  Setting numbers(leading);
  int place = 0;
  (detail::read_option(options, numbers, place++, arguments), ...);
  if (numbers.count > 0) options.add(numbers);
  return options;
}

}  // namespace shapeproof
