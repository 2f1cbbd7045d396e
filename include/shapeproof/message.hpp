// SPDX-License-Identifier: BSL-1.0
// How does a broken shape rule speak? As one sentence: Sentence writes it, in constant expressions and at run time
// alike, and Refused<...> is the class whose static_assert shows it to whoever compiles the mistake.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace shapeproof {

// A text of bounded length that can be written in a constant expression. What does not fit is cut, and ends in "...".
class Sentence {
 public:
  // How many letters are kept.
  static constexpr std::size_t capacity = 1000;

  // One more letter.
  constexpr Sentence& operator<<(char letter) {
    if (size_ < capacity) {
      chars_[size_++] = letter;
    } else {
      for (std::size_t i = capacity - 3; i < capacity; ++i) chars_[i] = '.';
    }
    return *this;
  }
  // A text that ends in 0.
  constexpr Sentence& operator<<(const char* text) {
    for (; *text != '\0'; ++text) *this << *text;
    return *this;
  }
  // A number, in decimal.
  template <std::integral Integer>
  constexpr Sentence& operator<<(Integer number) {
    char digits[20] = {};
    int count = 0;
    // Negating as unsigned is right for the smallest number too.
    auto rest = static_cast<std::uint64_t>(number);
    if (number < 0) rest = 0 - rest;
    do {
      digits[count++] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (number < 0) *this << '-';
    while (count > 0) *this << digits[--count];
    return *this;
  }
  // All of another sentence.
  constexpr Sentence& operator<<(const Sentence& other) {
    for (std::size_t i = 0; i < other.size(); ++i) *this << other.data()[i];
    return *this;
  }

  // The letters, which end in 0.
  [[nodiscard]] constexpr const char* c_str() const { return chars_; }
  // The same.
  [[nodiscard]] constexpr const char* data() const { return chars_; }
  // How many letters there are.
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  // Whether there is none.
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }

 private:
  char chars_[capacity + 1] = {};
  std::size_t size_ = 0;
};

// A sentence of parts, each of which << takes.
template <class... Parts>
constexpr Sentence sentence_of(const Parts&... parts) {
  Sentence sentence;
  (void)(sentence << ... << parts);
  return sentence;
}

// How compilers print an array of char that is a template argument (seen on g++ 12 and 14, clang 16 and 19):
//   g++    as text, without the zeros at its end
//   clang  as text only if it holds at most 36 characters and one zero, so a sentence goes there in pieces
// Where an assertion may compute its text, the assertion itself says the sentence.
#if defined(__cpp_static_assert) && __cpp_static_assert >= 202306L || !defined(__clang__) && __GNUC__ >= 14
#define SHAPEPROOF_ASSERTION_SPEAKS 1
#else
#define SHAPEPROOF_ASSERTION_SPEAKS 0
#endif

// A sentence, or a piece of one, as a template argument.
struct Text {
#if defined(__clang__) && !SHAPEPROOF_ASSERTION_SPEAKS
  static constexpr std::size_t capacity = 36;  // how many letters a piece holds
  static constexpr char filler = ' ';          // what the last one is filled up with
#else
  static constexpr std::size_t capacity = Sentence::capacity;
  static constexpr char filler = '\0';
#endif
  char chars[capacity + 1] = {};  // which end in 0

  // The letters.
  [[nodiscard]] constexpr const char* data() const { return chars; }
  // How many letters there are, the filling included.
  [[nodiscard]] constexpr std::size_t size() const {
    std::size_t count = 0;
    while (chars[count] != '\0') ++count;
    return count;
  }
};

// False, whatever the sentence: what the assertion of Refused asks.
template <Text...>
inline constexpr bool shapes_fit = false;

// What a call with wrong shapes returns. Making the type complete is the error; using it further is none: it turns into
// anything, and operations hand it on, so that one mistake stays one error.
template <Text... Sentences>
struct Refused {
  // Whatever is wanted.
  template <class Anything>
  constexpr operator Anything() const;  // NOLINT(google-explicit-constructor): it must not start a second error
  // What a tensor is asked, so that asking is no second error either.
  Refused data() const, writable_data() const, span() const, writable_span() const;
  // The same.
  Refused shape() const, extents() const, element_count() const;
  // The same.
  template <int Axis>
  Refused extent() const;
  // The same.
  template <class... Index>
  Refused operator()(Index...) const;
  // The same.
  template <class... Index>
  Refused at(Index...) const;
  // No elements, for a loop.
  const Refused* begin() const;
  // The same.
  const Refused* end() const;
  // Last: clang leaves out every member behind an assertion that fails.
#if SHAPEPROOF_ASSERTION_SPEAKS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpragmas"
#pragma GCC diagnostic ignored "-Wc++26-extensions"
  static_assert(shapes_fit<Sentences...>, (Sentences, ...));
#pragma GCC diagnostic pop
#else
  static_assert(shapes_fit<Sentences...>, "shapes must fit; the sentence is the argument of Refused");
#endif
};

namespace detail {

struct Cut {
  std::size_t begin = 0;
  std::size_t size = 0;
};

// The pieces of a sentence: as long as a Text can be, cut behind a space where there is one.
constexpr Cut nth_cut(const Sentence& sentence, std::size_t nth) {
  Cut cut;
  for (std::size_t i = 0;; ++i) {
    cut.begin += cut.size;
    cut.size = sentence.size() - cut.begin;
    if (cut.size > Text::capacity) {
      cut.size = Text::capacity;
      while (cut.size > 1 && sentence.c_str()[cut.begin + cut.size - 1] != ' ') --cut.size;
      if (cut.size == 1) cut.size = Text::capacity;
    }
    if (i == nth || cut.size == 0) return cut;
  }
}

constexpr std::size_t count_cuts(const Sentence& sentence) {
  std::size_t count = 0;
  while (nth_cut(sentence, count).size != 0) ++count;
  return count;
}

constexpr Text nth_text(const Sentence& sentence, std::size_t nth) {
  Text text;
  const Cut cut = nth_cut(sentence, nth);
  for (std::size_t i = 0; i < cut.size; ++i) text.chars[i] = sentence.c_str()[cut.begin + i];
  // Zeros that were never written are what g++ leaves out.
  for (std::size_t i = cut.size; Text::filler != '\0' && i < Text::capacity; ++i) text.chars[i] = Text::filler;
  return text;
}

template <class Why, std::size_t... I>
Refused<nth_text(Why::sentence, I)...> refused(std::index_sequence<I...>);

// The error type that says Why::sentence. Naming it is free of errors; completing it is the error.
template <class Why>
using RefusedFor = decltype(refused<Why>(std::make_index_sequence<count_cuts(Why::sentence)>{}));

template <class Type>
inline constexpr bool is_refused = false;
template <Text... Sentences>
inline constexpr bool is_refused<Refused<Sentences...>> = true;

// A function of users comes twice: with a body where its outcome fits, and without one where it is refused. A constexpr
// body would make clang complete the error type inside the function, and then speak of the caller's line again.
template <class Outcome>
concept Fits = !is_refused<Outcome>;
template <class Outcome>
concept Refuses = is_refused<Outcome>;

}  // namespace detail
}  // namespace shapeproof
