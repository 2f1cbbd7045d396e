// SPDX-License-Identifier: BSL-1.0
// oneDNN alone, called as well as one can: primitives are made beforehand. Inputs and outputs lie as tensors do ([n, c, h, w]);
// for convolutions, "oneDNN" reads and writes them so, "oneDNN, own layout" reorders to what it likes and back.
#include <omp.h>
#include <oneapi/dnnl/dnnl.hpp>

#include <memory>
#include <unordered_map>

#include "rows.hpp"

namespace {

using dnnl::algorithm;
using dnnl::memory;
using dnnl::prop_kind;
using Tag = memory::format_tag;
using Arguments = std::unordered_map<int, memory>;

const dnnl::engine& processor() {
  static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
  return engine;
}

memory::desc description(const memory::dims& extents, Tag tag) { return {extents, memory::data_type::f32, tag}; }

memory filled(const memory::dims& extents, Tag tag) {
  memory made(description(extents, tag), processor());
  const auto numbers = rows::numbers(made.get_desc().get_size() / sizeof(float));
  std::copy(numbers.begin(), numbers.end(), static_cast<float*>(made.get_data_handle()));
  return made;
}
memory empty(const memory::desc& layout) { return {layout, processor()}; }

// How many threads a primitive uses is settled when it is made: one for each setting. make() gives the steps of a row.
struct Step {
  dnnl::primitive primitive;
  Arguments arguments;
};
using Steps = std::vector<Step>;

template <class Make>
void add(const std::string& row, const std::string& contestant, const Make& make) {
  const auto steps = std::make_shared<std::unordered_map<int, Steps>>();
  rows::add(row, contestant, [=] {
    static dnnl::stream stream(processor());
    Steps& own = (*steps)[omp_get_max_threads()];
    if (own.empty()) own = make();
    for (const Step& step : own) step.primitive.execute(stream, step.arguments);
    stream.wait();
  });
}

void add_gemm(int n) {
  const auto count = static_cast<std::size_t>(n) * static_cast<std::size_t>(n);
  const auto in = std::make_shared<std::vector<float>>(rows::numbers(count));
  const auto out = std::make_shared<std::vector<float>>(count);
  rows::add(rows::gemm_row(n), "oneDNN", [=] {
    dnnl::sgemm('N', 'N', n, n, n, 1, in->data(), n, in->data(), n, 0, out->data(), n);
    rows::use(out->data());
  });
}

void add_conv(const rows::Conv& c, bool in_own_layout) {
  add(c.row, in_own_layout ? "oneDNN, own layout" : "oneDNN", [=] {
    const memory::dims in = {c.images, c.channels, c.height, c.width};
    const memory::dims kernel = {c.filters, c.channels, c.kernel, c.kernel};
    const memory::dims out = {c.images, c.filters, c.out_height(), c.out_width()};
    const auto tag = [&](Tag plain) { return in_own_layout ? Tag::any : plain; };
    const dnnl::convolution_forward::primitive_desc chosen({prop_kind::forward_inference,
                                                            algorithm::convolution_direct,
                                                            description(in, tag(Tag::nchw)),
                                                            description(kernel, Tag::any),
                                                            description(out, tag(Tag::nchw)),
                                                            {1, 1},
                                                            {c.padding, c.padding},
                                                            {c.padding, c.padding}},
                                                           processor());
    Steps steps;
    const auto brought = [&](memory plain, const memory::desc& layout) {
      if (plain.get_desc() == layout) return plain;
      memory there = empty(layout);
      steps.push_back({dnnl::reorder(plain, there), {{DNNL_ARG_FROM, plain}, {DNNL_ARG_TO, there}}});
      return there;
    };
    const memory x = brought(filled(in, Tag::nchw), chosen.src_desc());
    const memory w = brought(filled(kernel, Tag::oihw), chosen.weights_desc());
    memory y = empty(chosen.dst_desc());
    steps.push_back({dnnl::convolution_forward(chosen), {{DNNL_ARG_SRC, x}, {DNNL_ARG_WEIGHTS, w}, {DNNL_ARG_DST, y}}});
    brought(y, description(out, Tag::nchw));
    return steps;
  });
}

void add_element_wise() {
  for (const auto& [row, count] :
       {std::pair(rows::add_small, rows::small_count), {rows::add_large, rows::large_count}}) {
    add(row, "oneDNN", [n = static_cast<memory::dim>(count)] {
      const auto layout = description({n}, Tag::x);
      const memory x = filled({n}, Tag::x);
      return Steps{
          {dnnl::binary(dnnl::binary::primitive_desc({algorithm::binary_add, layout, layout, layout}, processor())),
           {{DNNL_ARG_SRC_0, x}, {DNNL_ARG_SRC_1, x}, {DNNL_ARG_DST, empty(layout)}}}};
    });
  }
  const auto add_function = [](const char* row, algorithm function, std::size_t count) {
    add(row, "oneDNN", [=, n = static_cast<memory::dim>(count)] {
      const auto layout = description({n}, Tag::x);
      const dnnl::eltwise_forward::primitive_desc chosen({prop_kind::forward_inference, function, layout, 0, 0},
                                                         processor());
      return Steps{
          {dnnl::eltwise_forward(chosen), {{DNNL_ARG_SRC, filled({n}, Tag::x)}, {DNNL_ARG_DST, empty(layout)}}}};
    });
  };
  add_function(rows::tanh, algorithm::eltwise_tanh, rows::large_count);
  add_function(rows::relu, algorithm::eltwise_relu, rows::images_count);
}

void add_reductions() {
  const auto add_sum = [](const char* row, memory::dims kept) {
    add(row, "oneDNN", [=] {
      const memory x = filled({4096, 4096}, Tag::ab);
      const auto out = description(kept, Tag::ab);
      return Steps{{dnnl::reduction(dnnl::reduction::primitive_desc({algorithm::reduction_sum, x.get_desc(), out, 0, 0},
                                                                    processor())),
                    {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, empty(out)}}}};
    });
  };
  add_sum(rows::sum_rows, {1, 4096});
  add_sum(rows::sum_columns, {4096, 1});
  add(rows::softmax, "oneDNN", [] {
    const memory x = filled({4096, 1000}, Tag::ab);
    return Steps{{dnnl::softmax_forward(dnnl::softmax_forward::primitive_desc(
                      {prop_kind::forward_inference, x.get_desc(), 1}, processor())),
                  {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, empty(x.get_desc())}}}};
  });
  add(rows::layernorm, "oneDNN", [] {
    const memory x = filled({8192, 768}, Tag::ab);
    const memory weight = filled({768}, Tag::x);
    using dnnl::normalization_flags;
    const dnnl::layer_normalization_forward::primitive_desc chosen(
        {prop_kind::forward_inference, x.get_desc(), 1e-5F,
         normalization_flags::use_scale | normalization_flags::use_shift},
        processor());
    return Steps{
        {dnnl::layer_normalization_forward(chosen),
         {{DNNL_ARG_SRC, x}, {DNNL_ARG_SCALE, weight}, {DNNL_ARG_SHIFT, weight}, {DNNL_ARG_DST, empty(x.get_desc())}}}};
  });
}

void add_images() {
  const memory::dims extents = {64, 64, 32, 32};
  add(rows::maxpool, "oneDNN", [=] {
    const memory x = filled(extents, Tag::nchw);
    const auto out = description({64, 64, 16, 16}, Tag::nchw);
    return Steps{
        {dnnl::pooling_forward(dnnl::pooling_forward::primitive_desc(
             {prop_kind::forward_inference, algorithm::pooling_max, x.get_desc(), out, {2, 2}, {2, 2}, {0, 0}, {0, 0}},
             processor())),
         {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, empty(out)}}}};
  });
  add(rows::to_nhwc, "oneDNN", [=] {
    const memory x = filled(extents, Tag::nchw);
    const memory y = empty(description(extents, Tag::nhwc));
    return Steps{{dnnl::reorder(x, y), {{DNNL_ARG_FROM, x}, {DNNL_ARG_TO, y}}}};
  });
  add(rows::batchnorm, "oneDNN", [=] {
    const memory x = filled(extents, Tag::nchw);
    const memory weight = filled({64}, Tag::x);
    using dnnl::normalization_flags;
    const dnnl::batch_normalization_forward::primitive_desc chosen(
        {prop_kind::forward_training, x.get_desc(), 1e-5F,
         normalization_flags::use_scale | normalization_flags::use_shift},
        processor());
    return Steps{{dnnl::batch_normalization_forward(chosen),
                  {{DNNL_ARG_SRC, x},
                   {DNNL_ARG_SCALE, weight},
                   {DNNL_ARG_SHIFT, weight},
                   {DNNL_ARG_MEAN, empty(chosen.mean_desc())},
                   {DNNL_ARG_VARIANCE, empty(chosen.variance_desc())},
                   {DNNL_ARG_DST, empty(x.get_desc())}}}};
  });
}

const int registered = [] {
  rows::add_thread_setting([](int threads) { omp_set_num_threads(threads); });
  for (const int n : rows::gemm_sizes) add_gemm(n);
  for (const rows::Conv& c : rows::convolutions) {
    add_conv(c, false);
    add_conv(c, true);
  }
  add_element_wise();
  add_reductions();
  add_images();
  return 0;
}();

}  // namespace
