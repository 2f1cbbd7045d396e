// SPDX-License-Identifier: BSL-1.0
// When and how does oneDNN convolve? In the layout that it likes, with channels innermost or in blocks of 16. A few images at
// a time go there and back, so that they are in the cache on all three ways. Where oneDNN would gather columns and multiply, as
// we do, and where there is so little to compute that reordering the kernel is most of the work, we do it ourselves.
#pragma once

#include "../conv.hpp"
#include "../parallel.hpp"
#include "onednn_cache.hpp"

#if SHAPEPROOF_ONEDNN

#include <algorithm>
#include <cstring>

namespace shapeproof::engine::onednn {

// A convolution of some of the images by some of the filters; and how elements come to it and go from it.
struct ConvolutionPlan {
  Primitive convolution, gather, scatter, reorder_kernel;
  dnnl_memory_desc_t plain_in{}, in{}, plain_kernel{}, kernel{}, bias{}, plain_out{}, out{};

  [[nodiscard]] std::size_t in_bytes() const { return gather.primitive ? dnnl_memory_desc_get_size(&in) : 0; }
  [[nodiscard]] std::size_t kernel_bytes() const {
    return reorder_kernel.primitive ? dnnl_memory_desc_get_size(&kernel) : 0;
  }
  [[nodiscard]] std::size_t out_bytes() const { return scatter.primitive ? dnnl_memory_desc_get_size(&out) : 0; }
};

// Images and filters of one call.
struct Block {
  std::int64_t images;
  std::int64_t filters;
};

inline dnnl_memory_desc_t packed(std::initializer_list<std::int64_t> extents, dnnl_format_tag_t layout) {
  dnnl_memory_desc_t made{};
  check(dnnl_memory_desc_init_by_tag(&made, static_cast<int>(extents.size()), std::data(extents), dnnl_f32, layout));
  return made;
}

// What is behind the last element: as much as the last window reaches over it.
inline std::int64_t padding_behind(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride,
                                   std::int64_t padding, std::int64_t dilation) {
  return std::max<std::int64_t>((out - 1) * stride + (kernel - 1) * dilation + 1 - in - padding, 0);
}

// The description with these layouts, or none where oneDNN has no kernel of its own for them.
inline Handle<dnnl_primitive_desc_t> describe(const Convolution& c, Block block, bool has_bias,
                                              dnnl_format_tag_t in_layout) {
  const Window& w = c.window;
  const dnnl_memory_desc_t in = packed({block.images, c.channels, c.in.height, c.in.width}, in_layout);
  const dnnl_memory_desc_t kernel =
      packed({block.filters, c.channels, w.kernel.height, w.kernel.width}, dnnl_format_tag_any);
  const dnnl_memory_desc_t bias = packed({block.filters}, dnnl_x);
  const dnnl_memory_desc_t out = packed({block.images, block.filters, c.out.height, c.out.width}, dnnl_format_tag_any);
  const dnnl_dims_t strides = {w.stride.height, w.stride.width};
  const dnnl_dims_t dilations = {w.dilation.height - 1, w.dilation.width - 1};
  const dnnl_dims_t before = {w.padding.height, w.padding.width};
  const dnnl_dims_t behind = {
      padding_behind(c.in.height, c.out.height, w.kernel.height, w.stride.height, w.padding.height, w.dilation.height),
      padding_behind(c.in.width, c.out.width, w.kernel.width, w.stride.width, w.padding.width, w.dilation.width)};
  dnnl_convolution_desc_t wanted{};
  if (is_missing(dnnl_dilated_convolution_forward_desc_init(&wanted, dnnl_forward_inference, dnnl_convolution_direct,
                                                            &in, &kernel, has_bias ? &bias : nullptr, &out, strides,
                                                            dilations, before, behind))) {
    return nullptr;
  }
  dnnl_primitive_desc_t made = nullptr;
  if (is_missing(dnnl_primitive_desc_create(&made, &wanted, own_scratch().get(), processor(), nullptr))) return nullptr;
  Handle<dnnl_primitive_desc_t> description(made);
  const char* kind = "";
  check(dnnl_primitive_desc_query(made, dnnl_query_impl_info_str, 0, static_cast<void*>(&kind)));
  const bool is_own = std::strstr(kind, "gemm") == nullptr && std::strstr(kind, "ref") == nullptr;
  return is_own ? std::move(description) : nullptr;
}

// Null where we do better ourselves.
inline std::shared_ptr<const ConvolutionPlan> make_plan(const Convolution& c, Block block, bool has_bias) {
  // With few channels, some kernels read them as they lie.
  Handle<dnnl_primitive_desc_t> description;
  if (c.channels < 16) description = describe(c, block, has_bias, dnnl_nchw);
  if (!description) description = describe(c, block, has_bias, dnnl_format_tag_any);
  if (!description) return nullptr;
  auto plan = std::make_shared<ConvolutionPlan>();
  plan->in = layout_of(description.get(), dnnl_query_src_md);
  plan->kernel = layout_of(description.get(), dnnl_query_weights_md);
  plan->out = layout_of(description.get(), dnnl_query_dst_md);
  plan->bias = packed({block.filters}, dnnl_x);
  plan->plain_in = packed({block.images, c.channels, c.in.height, c.in.width}, dnnl_nchw);
  plan->plain_kernel = packed({block.filters, c.channels, c.window.kernel.height, c.window.kernel.width}, dnnl_oihw);
  const dnnl_dims_t extents = {block.images, block.filters, c.out.height, c.out.width};
  const dnnl_dims_t strides = {c.filters * c.out.count(), c.out.count(), c.out.width, 1};
  check(dnnl_memory_desc_init_by_strides(&plan->plain_out, 4, extents, dnnl_f32, strides));
  plan->convolution = primitive_of(description.get());
  plan->gather = reorder(plan->plain_in, plan->in);
  plan->scatter = reorder(plan->out, plan->plain_out);
  plan->reorder_kernel = reorder(plan->plain_kernel, plan->kernel);
  return plan;
}

inline std::shared_ptr<const ConvolutionPlan> plan_for(const Convolution& c, Block block, bool has_bias) {
  static Cache<ConvolutionPlan, 18> cache;
  const Window& w = c.window;
  return cache.find({block.images, block.filters, has_bias, c.channels, c.filters, c.in.height, c.in.width,
                     c.out.height, c.out.width, w.kernel.height, w.kernel.width, w.stride.height, w.stride.width,
                     w.padding.height, w.padding.width, w.dilation.height, w.dilation.width, 0},
                    [&] { return make_plan(c, block, has_bias); });
}

// Runs `primitive` from one memory to the other, and says where the result is: where the elements were if there is nothing to
// reorder.
inline const void* reordered(const Primitive& primitive, const dnnl_memory_desc_t& from, const void* data,
                             const dnnl_memory_desc_t& to, void* room) {
  if (!primitive.primitive) return data;
  const auto source = memory(from, data);
  const auto target = memory(to, room);
  primitive.run({{DNNL_ARG_FROM, source.get()}, {DNNL_ARG_TO, target.get()}});
  return room;
}

// One convolution of a call: where its operands are, input and kernel in oneDNN's layout.
inline void run(const ConvolutionPlan& plan, const void* in, const void* kernel, const float* bias, float* out) {
  const Buffer sums = Buffer::allocate(plan.out_bytes());
  const bool scatters = plan.scatter.primitive != nullptr;
  const auto x = memory(plan.in, in);
  const auto w = memory(plan.kernel, kernel);
  const auto y = memory(plan.out, scatters ? sums.data() : out);
  Handle<dnnl_memory_t> b;
  if (bias != nullptr) b = memory(plan.bias, bias);
  plan.convolution.run(
      {{DNNL_ARG_SRC, x.get()}, {DNNL_ARG_WEIGHTS, w.get()}, {DNNL_ARG_BIAS, b.get()}, {DNNL_ARG_DST, y.get()}});
  reordered(plan.scatter, plan.out, sums.data(), plan.plain_out, out);
}

// How a call is cut into blocks, by the extents alone: about as many images as fit the second cache, with enough blocks
// for some threads; of few images, some of the filters each.
inline Block block_of(const Convolution& c) {
  constexpr std::int64_t bytes_at_once = std::int64_t{1} << 20;
  const std::int64_t bytes = 4 * (c.channels * c.in.count() + c.filters * c.out.count());
  const std::int64_t images =
      std::clamp<std::int64_t>(bytes_at_once / bytes, 1, std::max<std::int64_t>(c.images / 8, 1));
  const std::int64_t parts = c.images >= 8 ? 1 : c.filters % 128 == 0 ? 4 : c.filters % 64 == 0 ? 2 : 1;
  return {images, c.filters / parts};
}

inline bool is_worth_reordering(const Convolution& c) {
  const Window& w = c.window;
  const bool is_product = w.kernel.count() == 1 && w.stride.count() == 1 && w.padding.count() == 0;
  // What writes much more than it computes is better off without a second way over what it wrote; what has few places,
  // without reordering its kernel.
  const bool is_shallow = c.channels * w.kernel.count() <= 64 && c.filters >= 32;
  return c.groups == 1 && c.channels > 0 && !is_product && !is_shallow && c.images * c.out.count() >= 256;
}

// Whether oneDNN convolved; if not, nothing was written.
inline bool convolve(const float* in, const float* kernel, const float* bias, float* out, const Convolution& c) {
  if (!is_worth_reordering(c)) return false;
  const OneThread alone;
  const Block block = block_of(c);
  const auto plan = plan_for(c, block, bias != nullptr);
  if (!plan) return false;
  const std::int64_t blocks_of_images = (c.images + block.images - 1) / block.images;
  const std::int64_t blocks_of_filters = c.filters / block.filters;
  const std::int64_t rest = c.images - (blocks_of_images - 1) * block.images;
  const auto plan_of_rest = rest == block.images ? plan : plan_for(c, {rest, block.filters}, bias != nullptr);
  if (!plan_of_rest || dnnl_memory_desc_equal(&plan_of_rest->kernel, &plan->kernel) == 0) return false;

  const std::int64_t kernel_size = block.filters * c.channels * c.window.kernel.count();
  const std::size_t kernel_bytes = (plan->kernel_bytes() + 63) / 64 * 64;
  const Buffer kernels = Buffer::allocate(static_cast<std::size_t>(blocks_of_filters) * kernel_bytes);
  const auto kernel_of = [&](std::int64_t i) {
    return static_cast<std::byte*>(kernels.data()) + static_cast<std::size_t>(i) * kernel_bytes;
  };
  for (std::int64_t i = 0; i < blocks_of_filters; ++i) {
    reordered(plan->reorder_kernel, plan->plain_kernel, kernel + i * kernel_size, plan->kernel, kernel_of(i));
  }
  const auto convolve_images = [&](std::int64_t i) {
    const auto& chosen = *(i == blocks_of_images - 1 ? plan_of_rest : plan);
    const std::int64_t image = i * block.images;
    const Buffer room = Buffer::allocate(chosen.in_bytes());
    const void* images =
        reordered(chosen.gather, chosen.plain_in, in + image * c.channels * c.in.count(), chosen.in, room.data());
    // Of few images, filters are what is shared; else threads have images of their own, and this is one step.
    parallel_for(blocks_of_filters, 1, [&](std::int64_t first, std::int64_t last) {
      const OneThread alone_here;
      for (std::int64_t part = first; part < last; ++part) {
        run(chosen, images, kernel_bytes == 0 ? static_cast<const void*>(kernel + part * kernel_size) : kernel_of(part),
            bias == nullptr ? bias : bias + part * block.filters,
            out + (image * c.filters + part * block.filters) * c.out.count());
      }
    });
  };
  parallel_for(blocks_of_images, blocks_of_filters > 1 ? blocks_of_images : 1,
               [&](std::int64_t begin, std::int64_t end) {
                 const OneThread alone_here;
                 for (std::int64_t i = begin; i < end; ++i) convolve_images(i);
               });
  return true;
}

}  // namespace shapeproof::engine::onednn

#endif
