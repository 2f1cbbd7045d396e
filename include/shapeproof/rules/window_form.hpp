// SPDX-License-Identifier: BSL-1.0
// Which options does an operation take? Each at most once, with one number for each axis or one for all.
#pragma once

#include "window_options.hpp"

namespace shapeproof {

// An operation that moves a window: its name, along how many axes, which options it takes and which it cannot do without
// (one of several is enough).
struct WindowForm {
  const char* name;     // of the operation
  int axes;             // how many axes a window has
  OptionSet takes;      // which options may be given
  OptionSet wants = 0;  // which options must be given
};

namespace detail {

constexpr Objection say_options(Refusal* why, OptionSet set) {
  const Objection objection = refuse(why);
  bool first = true;
  for (int i = 0; i < option_count; ++i) {
    if ((set & 1U << i) == 0) continue;
    objection << (first ? "" : ", ") << option_facts[i].name;
    first = false;
  }
  return objection;
}

// The numbers of one option.
constexpr Ruling setting_rule(const WindowForm& form, const Setting& setting, Refusal* why) {
  if (setting.count > form.axes) {
    return refuse(why) << form.name << ": " << setting << " holds " << setting.count << " numbers for " << form.axes
                       << (form.axes == 1 ? " axis" : " axes");
  }
  const int least = facts_of(setting.option).least;
  for (int i = 0; i < setting.count; ++i) {
    const Fraction& number = setting.numbers[i];
    if (setting.option == Option::scale_factor && (number.numerator < 1 || number.denominator < 1)) {
      return refuse(why) << form.name << ": " << setting << " holds " << number << "; a factor is above 0";
    }
    if (number.numerator < least) {
      return refuse(why) << form.name << ": " << setting << " holds " << number << "; it is at least " << least;
    }
  }
  return allow({});
}

}  // namespace detail

// What was written between < and >, without any operand.
constexpr Ruling options_rule(const WindowForm& form, const WindowOptions& options, Refusal* why = nullptr) {
  if (options.stranger >= 0) {
    return refuse(why) << form.name << ": template argument " << options.stranger << " is no option";
  }
  if (options.clashes) {
    return refuse(why) << form.name << ": " << options.clash[0] << " and " << options.clash[1] << " exclude each other";
  }
  for (int i = 0; i < option_count; ++i) {
    const Setting& setting = options.settings[i];
    if (!options.has(static_cast<Option>(i))) continue;
    if ((form.takes & 1U << i) == 0) {
      const Objection objection = refuse(why);
      objection << form.name << ": " << setting << " is none of its options: ";
      detail::say_options(why, form.takes);
      return objection;
    }
    if (const Ruling numbers = detail::setting_rule(form, setting, why); !numbers.holds) return numbers;
  }
  if (form.wants != 0 && (options.given & form.wants) == 0) {
    const Objection objection = refuse(why);
    objection << form.name << ": one of its options is missing: ";
    detail::say_options(why, form.wants);
    return objection;
  }
  return allow({});
}

}  // namespace shapeproof
