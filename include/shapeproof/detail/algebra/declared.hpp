// SPDX-License-Identifier: BSL-1.0
// What is declared of the axes of an expression? It stands behind the text, so that it goes wherever the name goes:
//
//   T where T>=2     2*W where W%8==0, W>=16     D where D=H*K, H>=2
#pragma once

#include "workspace.hpp"

namespace shapeproof::detail {

// Calls visit(Name) for each axis that an expression's text names, as often as it does.
template <class Visit>
constexpr void visit_axes(const Name& text, const Visit& visit) {
  for (int begin = 0; begin < text.size;) {
    const int end = end_of_word(text, begin);
    const bool is_function = end < text.size && text.begin[end] == '(';
    if (end > begin && !is_digit(text.begin[begin]) && !is_function) visit(text.part(begin, end));
    begin = end > begin ? end : begin + 1;
  }
}

constexpr bool mentions(const Name& text, const Name& axis) {
  bool found = false;
  visit_axes(text, [&](const Name& name) { found = found || name == axis; });
  return found;
}

// What stands behind " where "; empty where there is nothing.
constexpr const char* clause_of(const char* text) {
  const int end = Name::of(text).size;
  return text + end + (text[end] == ' ' ? 7 : 0);
}
constexpr bool has_clause(const char* text) { return text[Name::of(text).size] == ' '; }

namespace declaring {

constexpr std::int64_t read_number(const char*& at) {
  std::int64_t number = 0;
  while (is_digit(*at)) number = number * 10 + (*at++ - '0');
  return number;
}

// T>=2, W%8==0 or D=H*K.
constexpr void read_fact(const char*& at, Declaration& declaration) {
  if (*at == '>') {
    declaration.least = read_number(at += 2);
  } else if (*at == '%') {
    declaration.multiple = read_number(++at);
    at += 3;
  } else {
    const char* begin = ++at;
    while (*at != '\0' && !(*at == ',' && at[1] == ' ')) ++at;
    declaration.meaning = {begin, static_cast<int>(at - begin)};
  }
}

}  // namespace declaring

// Reads a clause: facts about one axis stand side by side.
constexpr void declare(Workspace& work, const char* clause) {
  Declaration declaration = Declaration::none({"", 0});
  for (const char* at = clause; *at != '\0';) {
    Name axis{at, 0};
    while (is_in_word(at[axis.size]) && at[axis.size] != '=' && at[axis.size] != '>') ++axis.size;
    if (!(axis == declaration.axis)) {
      if (declaration.axis.size > 0) work.declare(declaration);
      declaration = Declaration::none(axis);
    }
    declaring::read_fact(at += axis.size, declaration);
    if (*at == ',') at += 2;
  }
  if (declaration.axis.size > 0) work.declare(declaration);
}

// What the text of an extent declares of an axis.
constexpr Declaration declaration_in(const char* text, const Name& axis) {
  Workspace work;
  declare(work, clause_of(text));
  return work.declaration_of(axis);
}

// Puts what is declared of the axes that `text` mentions, and of those that their meanings mention.
constexpr void put_clause(Workspace& work, const Name& text) {
  bool needed[Workspace::max_declarations] = {};
  for (bool again = true; again;) {
    again = false;
    for (int i = 0; i < work.declared(); ++i) {
      bool is_needed = mentions(text, work.declaration(i).axis);
      for (int k = 0; k < work.declared(); ++k) {
        is_needed = is_needed || (needed[k] && mentions(work.declaration(k).meaning, work.declaration(i).axis));
      }
      again = again || (is_needed && !needed[i]);
      needed[i] = needed[i] || is_needed;
    }
  }
  const char* between = " where ";  // not a sentence: a part of an extent's text
  for (int i = 0; i < work.declared(); ++i) {
    const Declaration& fact = work.declaration(i);
    if (!needed[i]) continue;
    if (fact.meaning.size > 0) {
      work.put(between);
      work.put(fact.axis);
      work.put('=');
      work.put(fact.meaning);
      between = ", ";
    }
    if (fact.multiple > 1) {
      work.put(between);
      work.put(fact.axis);
      work.put('%');
      work.put(fact.multiple);
      work.put("==0");
      between = ", ";
    }
    if (fact.least != 1) {
      work.put(between);
      work.put(fact.axis);
      work.put(">=");
      work.put(fact.least);
      between = ", ";
    }
  }
}

// Whether two texts declare the same of every axis that both mention.
constexpr bool declare_alike(const char* left, const char* right) {
  if (!has_clause(left) && !has_clause(right)) return true;
  Workspace lefts;
  Workspace rights;
  declare(lefts, clause_of(left));
  declare(rights, clause_of(right));
  bool alike = true;
  const auto mentioned = [](const char* text, const Workspace& work, const Name& axis) {
    bool found = mentions(Name::of(text), axis);
    for (int i = 0; i < work.declared(); ++i) found = found || mentions(work.declaration(i).meaning, axis);
    return found;
  };
  const auto check = [&](const Name& axis) {
    if (!mentioned(left, lefts, axis) || !mentioned(right, rights, axis)) return;
    alike = alike && lefts.declaration_of(axis) == rights.declaration_of(axis);
  };
  for (int i = 0; i < lefts.declared(); ++i) check(lefts.declaration(i).axis);
  for (int i = 0; i < rights.declared(); ++i) check(rights.declaration(i).axis);
  return alike;
}

}  // namespace shapeproof::detail
