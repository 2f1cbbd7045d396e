// SPDX-License-Identifier: BSL-1.0
// Where does an operation put its result? In the buffer of an operand that nobody needs any more, in a tensor that the
// caller gives, or in new memory. So relu(x + y) * 2 allocates once.
//
//   auto* in = x.data();                                   first: a tensor that gave its buffer away has no data
//   auto result = reuse<Result>(extents, std::forward<X>(x));
//   kernel(in, fresh(result));                             in and fresh(result) may be the same place
#pragma once

#include "../dynamic.hpp"

namespace shapeproof::detail {

// Whether an argument that was given as X&& is one that nobody else can name afterwards.
template <class X>
concept Expiring = !std::is_lvalue_reference_v<X> && !std::is_const_v<std::remove_reference_t<X>>;

// Whether tensors of type X have a buffer that a Result could take over.
template <class Result, class X>
inline constexpr bool can_give = false;
template <class Result, class X>
  requires is_tensor<X>
inline constexpr bool can_give<Result, X> =
    !is_inline_tensor<X> && !is_inline_tensor<Result> && std::is_same_v<typename X::element, typename Result::element>;

// A buffer of our own that nobody shares. Foreign memory is written only where its user says so.
template <class X>
bool is_spare(const X& x, std::int64_t count) {
  const Buffer& buffer = Access::storage(x).elements().buffer();
  return buffer.is_own() && buffer.is_writable() && x.element_count() == count;
}

// A tensor whose elements the caller writes next: in the buffer of the first operand that has one to spare, else in a new
// one. Operands of any kind may be given; only tensors that are rvalues, of Result's element type, are asked.
template <class Result>
constexpr Result reuse(const Extents& extents) {
  return uninitialized<Result>(extents);
}
template <class Result, class First, class... Others>
constexpr Result reuse(const Extents& extents, First&& first, Others&&... others) {
  if constexpr (Expiring<First> && can_give<Result, std::remove_cvref_t<First>>) {
    if (is_spare(first, extents.count())) {
      return Access::make<Result>(Access::storage(first).take_elements(), extents);
    }
  }
  if constexpr ((Expiring<Others> || ...)) return reuse<Result>(extents, std::forward<Others>(others)...);
  else return uninitialized<Result>(extents);
}

// How the elements of an operand lie to those that are written.
enum class Overlap {
  none,
  same,    // element i of both is at one place
  partial  // they share memory otherwise, which only borrowed memory can do
};

template <class T, class X>
constexpr Overlap overlap_of(const T* out, std::int64_t count, const X& x) {
  if constexpr (is_tensor<X>) {
    if (std::is_constant_evaluated()) {
      if constexpr (std::is_same_v<typename X::element, T>) return x.data() == out ? Overlap::same : Overlap::none;
      else return Overlap::none;
    }
    const auto* first = static_cast<const void*>(x.data());
    const auto* last = static_cast<const void*>(x.data() + x.element_count());
    if (first >= static_cast<const void*>(out + count) || last <= static_cast<const void*>(out)) return Overlap::none;
    return std::is_same_v<typename X::element, T> && first == static_cast<const void*>(out) ? Overlap::same
                                                                                            : Overlap::partial;
  } else {
    return Overlap::none;
  }
}

// What a kernel reads for an element that it writes.
enum class Kernel {
  of_each_element,  // element i of the result comes from elements i of the operands: they may be at one place
  of_many_elements  // what is written must not be read any more
};

template <class Out>
constexpr bool is_shared(const Out& out) {
  if constexpr (is_inline_tensor<Out>) return false;
  else return !Access::storage(out).elements().buffer().is_writable();
}

// Calls write(to), which writes out's elements from `to` on, `x...` being what it reads. `to` is out's own memory where
// nobody shares it and the kernel can bear what else lies there, else new memory that out then holds; memory of a foreign
// owner is always written in the end. out's shape was checked before.
template <Kernel Kind, class Out, class Write, class... X>
constexpr void write_into(Out& out, const Write& write, const X&... x) {
  // Tensors that hold their elements are one tensor or lie apart.
  constexpr bool are_inline = is_inline_tensor<Out> && ((is_inline_tensor<X> || !is_tensor<X>) && ...);
  if constexpr (are_inline && Kind == Kernel::of_each_element) return write(out.writable_data());
  const std::int64_t count = out.element_count();
  constexpr Overlap most = Kind == Kernel::of_each_element ? Overlap::same : Overlap::none;
  const bool is_own_place = !is_shared(out) && ((overlap_of(out.data(), count, x) <= most) && ...);
  if (is_own_place) return write(out.writable_data());
  auto result = uninitialized<Out>(out.extents());
  write(Access::storage(result).fresh_data());
  if (is_shared(out)) {
    out = std::move(result);
  } else {
    copy_elements(std::as_const(result).data(), out.writable_data(), count);
  }
}

}  // namespace shapeproof::detail
