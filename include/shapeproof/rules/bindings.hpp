// SPDX-License-Identifier: BSL-1.0
// What do the names of a call stand for? N is 64, because axis 0 of the first operand is; T is open.
#pragma once

#include "ruling.hpp"

namespace shapeproof {

// A name with its number, and the axis that said so.
struct Binding {
  detail::Name name;    // of an axis
  std::int64_t number;  // that it stands for
  int operand;          // which operand said so
  int axis;             // on which of its axes
};

// What names stand for, each once.
class Bindings {
 public:
  // How many names one call may have.
  static constexpr int max_size = 64;

  // How many names there are.
  [[nodiscard]] constexpr int size() const { return size_; }
  // One of them.
  [[nodiscard]] constexpr const Binding& operator[](int i) const { return items_[i]; }

  // What a name stands for, or nullptr.
  [[nodiscard]] constexpr const Binding* find(const detail::Name& name) const {
    for (int i = 0; i < size_; ++i) {
      if (items_[i].name == name) return &items_[i];
    }
    return nullptr;
  }

  // One more.
  constexpr void add(const Binding& binding) {
    if (size_ < max_size) items_[size_++] = binding;
    else overflows_ = true;
  }
  // Whether there were more names than are kept, so that not every contradiction was seen.
  [[nodiscard]] constexpr bool overflows() const { return overflows_; }

 private:
  int size_ = 0;
  bool overflows_ = false;
  Binding items_[max_size] = {};
};

namespace detail {

// Adds to `open` the names of an expression that are not in `known`.
constexpr void collect_open_names(const Name& text, const Bindings& known, Bindings& open) {
  visit_axes(text, [&](const Name& name) {
    if (known.find(name) == nullptr && open.find(name) == nullptr) open.add({name, 0, 0, 0});
  });
}
constexpr void collect_open_names(const Polynomial& sum, const Bindings& known, Bindings& open) {
  for (int i = 0; i < sum.size(); ++i) {
    for (int k = 0; k < sum[i].degree; ++k) collect_open_names(sum.work().text(sum[i].factor(k)), known, open);
  }
}

// The same for an extent: an axis that is declared to be H*K is known where it is, or where H and K are.
constexpr void collect_open_names(const Extent& symbol, const Bindings& known, Bindings& open) {
  const Name text = Name::of(symbol.text);
  if (!has_clause(symbol.text)) return collect_open_names(text, known, open);
  Workspace work;
  declare(work, clause_of(symbol.text));
  visit_axes(text, [&](const Name& name) {
    const Name meaning = work.declaration_of(name).meaning;
    if (known.find(name) != nullptr) return;
    collect_open_names(meaning.size > 0 ? meaning : name, known, open);
  });
}

}  // namespace detail
}  // namespace shapeproof
