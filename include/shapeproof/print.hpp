// SPDX-License-Identifier: BSL-1.0
// How does a tensor look? As NumPy prints it, with the shape and element type first; of more than 1000 elements, three at
// each end of an axis.
//
//   std::cout << x;      Shape<2, 3> float32
//                        [[1. 2. 3.]
//                         [4. 5. 6.]]
#pragma once

#include <charconv>

#include "message.hpp"

#include "any.hpp"

namespace shapeproof {
namespace detail {

// An element as text.
struct Cell {
  char text[72] = {};
  int size = 0;

  void append(const char* more) {
    while (*more != '\0' && size < 70) text[size++] = *more++;
  }
  template <class Number>
  void append_number(Number value) {
    size = static_cast<int>(std::to_chars(text + size, text + 70, value).ptr - text);
  }
};

inline bool looks_whole(const Cell& cell, int first) {
  for (int i = first; i < cell.size; ++i) {
    const char letter = cell.text[i];
    if (letter != '-' && (letter < '0' || letter > '9')) return false;
  }
  return true;
}

template <class T>
void write_element(Cell& cell, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    cell.append(value ? "true" : "false");
  } else if constexpr (std::is_same_v<T, half>) {
    write_element(cell, static_cast<float>(value));
  } else if constexpr (ComplexLike<T>) {
    write_element(cell, value.real());
    if (!__builtin_signbit(value.imag()) || value.imag() != value.imag()) cell.append("+");
    write_element(cell, value.imag());
    cell.append("j");
  } else if constexpr (std::is_floating_point_v<T>) {
    // NaN has a sign that means nothing, and x86 sets it.
    if (value != value) return cell.append("nan");
    const int first = cell.size;
    cell.append_number(value);
    // As NumPy: 3. is a floating-point number that happens to be whole.
    if (looks_whole(cell, first)) cell.append(".");
  } else {
    cell.append_number(value);
  }
}

template <class Stream, class T>
class Printer {
 public:
  Printer(Stream& out, const T* data, const Extents& extents)
      : out_(out), data_(data), extents_(extents), is_cut_(extents.count() > 1000) {}

  void print() {
    if (extents_.count() > 0)
      visit(0, 0, [this](const Cell& cell) { width_ = cell.size > width_ ? cell.size : width_; });
    print_axis(0, 0);
  }

 private:
  static constexpr std::int64_t edge = 3;

  // The next index to show behind `index`, which skips the middle of a long axis.
  [[nodiscard]] std::int64_t next(int axis, std::int64_t index) const {
    const std::int64_t extent = extents_[axis];
    return is_cut_ && extent > 2 * edge && index + 1 == edge ? extent - edge : index + 1;
  }

  template <class Function>
  void visit(int axis, std::int64_t offset, const Function& function) {
    if (axis == extents_.rank) {
      Cell cell;
      write_element(cell, data_[offset]);
      function(cell);
      return;
    }
    for (std::int64_t i = 0; i < extents_[axis]; i = next(axis, i))
      visit(axis + 1, offset * extents_[axis] + i, function);
  }

  void print_axis(int axis, std::int64_t offset) {
    if (axis == extents_.rank) {
      visit(axis, offset, [this](const Cell& cell) {
        for (int i = cell.size; i < width_; ++i) write(" ");
        out_.write(cell.text, cell.size);
      });
      return;
    }
    write("[");
    for (std::int64_t i = 0; i < extents_[axis]; i = next(axis, i)) {
      if (i > 0) separate(axis);
      print_axis(axis + 1, offset * extents_[axis] + i);
      if (next(axis, i) > i + 1) {
        separate(axis);
        write("...");
      }
    }
    write("]");
  }

  // Between two parts of an axis: a space in the last one, new lines and indentation in the others.
  void separate(int axis) {
    if (axis == extents_.rank - 1) return write(" ");
    for (int i = axis; i < extents_.rank - 1; ++i) write("\n");
    for (int i = 0; i <= axis; ++i) write(" ");
  }

  void write(const char* text) {
    int size = 0;
    while (text[size] != '\0') ++size;
    out_.write(text, size);
  }

  Stream& out_;
  const T* data_;
  const Extents& extents_;
  bool is_cut_;
  int width_ = 0;
};

template <class Stream, class T>
Stream& print(Stream& out, const ShapeValue& shape, const T* data, const Extents& extents) {
  const Sentence title = sentence_of(shape, ' ', element_type<T>, '\n');
  out.write(title.c_str(), static_cast<std::ptrdiff_t>(title.size()));
  Printer<Stream, T>(out, data, extents).print();
  return out;
}

// std::ostream and what writes like it; <ostream> itself would cost more to include than all of this library's core.
template <class Type>
concept OutputStream = requires(Type& out, const char* text) { out.write(text, 1).flush(); };

}  // namespace detail

// What was refused prints as nothing: its error has been said.
template <detail::OutputStream Stream, Text... Sentences>
Stream& operator<<(Stream& out, const Refused<Sentences...>&) {
  return out;
}
// std::cout << x: the shape, the type of the elements, and the elements in brackets; of a long axis, both ends.
template <detail::OutputStream Stream, class T, class S>
Stream& operator<<(Stream& out, const Tensor<T, S>& x) {
  return detail::print(out, x.shape(), x.data(), x.extents());
}
template <detail::OutputStream Stream, class T>
Stream& operator<<(Stream& out, const DynamicTensor<T>& x) {
  return detail::print(out, x.shape(), x.data(), x.extents());
}
// std::cout << x.shape(): as a program would write it, Shape<2, 3>.
template <detail::OutputStream Stream>
Stream& operator<<(Stream& out, const ShapeValue& shape) {
  const Sentence text = sentence_of(shape);
  out.write(text.c_str(), static_cast<std::ptrdiff_t>(text.size()));
  return out;
}

}  // namespace shapeproof
