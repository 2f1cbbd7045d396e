// SPDX-License-Identifier: BSL-1.0
// Do losses say what PyTorch says? vectors/nn/losses.txt holds what PyTorch said; make_loss_vectors.py beside it asked.
#include <cmath>
#include <functional>

#include <shapeproof/nn/class_loss.hpp>
#include <shapeproof/nn/probability_loss.hpp>
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/cast.hpp>

#include "../catch.hpp"
#include "../ops/pattern_vectors.hpp"

using namespace shapeproof;
using pattern_vectors::Case;
using pattern_vectors::Numbers;

namespace {

const std::vector<Case>& all_cases() {
  static const std::vector<Case> cases = pattern_vectors::all_cases_in("/vectors/nn/losses.txt");
  return cases;
}

bool is_close(const Numbers& found, const Numbers& wanted, double epsilon) {
  bool all = found.extents() == wanted.extents();
  for (std::int64_t i = 0; all && i < found.element_count(); ++i) {
    all = std::abs(found.data()[i] - wanted.data()[i]) <= 16 * epsilon * std::max(std::abs(wanted.data()[i]), 1.0);
  }
  return all;
}

// Not a template, as everything of Catch2 takes long to compile.
void check_cases(const std::string& name, std::size_t operands, double epsilon,
                 const std::function<Numbers(const std::vector<Numbers>&)>& loss) {
  int count = 0;
  for (const Case& each : all_cases()) {
    if (each.name != name || each.tensors.size() != operands + 1) continue;
    ++count;
    INFO(each.name << ", case " << count << ", epsilon " << epsilon);
    CHECK(is_close(loss(each.tensors), each.tensors.back(), epsilon));
  }
  INFO(name);
  CHECK(count > 0);
}

// Of two operands of one type, for float and for double.
template <class Loss, class Reduction>
void check_pairs(const std::string& name, const Loss& loss, Reduction how) {
  check_cases(name, 2, 0x1p-52, [&](const auto& x) { return cast<double>(loss(x[0], x[1], how)); });
  check_cases(name, 2, 0x1p-23,
              [&](const auto& x) { return cast<double>(loss(cast<float>(x[0]), cast<float>(x[1]), how)); });
}
template <class Loss>
void check_pairs(const std::string& name, const Loss& loss) {
  check_pairs(name + " none", loss, reduction::none);
  check_pairs(name + " mean", loss, reduction::mean);
  check_pairs(name + " sum", loss, reduction::sum);
}

// Of ids, with and without weights.
template <class Loss, class Reduction>
void check_ids(const std::string& name, const Loss& loss, CrossEntropyOptions options, Reduction how) {
  check_cases(name, 2, 0x1p-52,
              [&](const auto& x) { return cast<double>(loss(x[0], cast<std::int64_t>(x[1]), options, how)); });
  check_cases(name, 2, 0x1p-23, [&](const auto& x) {
    return cast<double>(loss(cast<float>(x[0]), cast<std::int8_t>(x[1]), options, how));
  });
  if (options.ignore_index != -100) return;
  check_cases(name, 3, 0x1p-52,
              [&](const auto& x) { return cast<double>(loss(x[0], cast<int>(x[1]), x[2], options, how)); });
}
template <class Loss>
void check_ids(const std::string& name, const Loss& loss, CrossEntropyOptions options = {}) {
  check_ids(name + " none", loss, options, reduction::none);
  check_ids(name + " mean", loss, options, reduction::mean);
  check_ids(name + " sum", loss, options, reduction::sum);
}

template <class Reduction>
void check_probabilities(const std::string& name, Reduction how) {
  const CrossEntropyOptions smoothed{.label_smoothing = 0.25};
  check_pairs("cross_entropy soft " + name, cross_entropy, how);
  check_cases("cross_entropy soft " + name, 3, 0x1p-52,
              [&](const auto& x) { return cross_entropy(x[0], x[1], x[2], how); });
  check_cases("cross_entropy soft smoothed " + name, 3, 0x1p-52,
              [&](const auto& x) { return cross_entropy(x[0], x[1], x[2], smoothed, how); });
}

}  // namespace

TEST_CASE("losses of numbers are PyTorch's") {
  check_pairs("mse_loss", mse_loss);
  check_pairs("l1_loss", l1_loss);
  check_pairs("smooth_l1_loss", smooth_l1_loss);
  check_pairs("smooth_l1_loss 0.5", [](const auto& x, const auto& y, auto r) { return smooth_l1_loss(x, y, 0.5, r); });
  check_pairs("smooth_l1_loss 0", [](const auto& x, const auto& y, auto r) { return smooth_l1_loss(x, y, 0, r); });
  check_pairs("huber_loss", huber_loss);
  check_pairs("huber_loss 0.5", [](const auto& x, const auto& y, auto r) { return huber_loss(x, y, 0.5, r); });
}

TEST_CASE("losses of probabilities are PyTorch's") {
  check_pairs("binary_cross_entropy", binary_cross_entropy);
  check_pairs("binary_cross_entropy_with_logits", binary_cross_entropy_with_logits);
  const auto with_log_target = [](const auto& x, const auto& y, auto r) { return kl_div(x, y, log_target, r); };
  check_pairs("kl_div", kl_div);
  check_pairs("kl_div batchmean", kl_div, reduction::batch_mean);
  check_pairs("kl_div log_target", with_log_target);
  check_pairs("kl_div log_target batchmean", with_log_target, reduction::batch_mean);
}

TEST_CASE("losses of class ids are PyTorch's") {
  check_ids("cross_entropy", cross_entropy);
  check_ids("cross_entropy ignore 2", cross_entropy, {.ignore_index = 2});
  check_ids("cross_entropy smoothed", cross_entropy, {.label_smoothing = 0.25});
  check_ids("nll_loss", nll_loss);
  check_ids("nll_loss ignore 2", nll_loss, {.ignore_index = 2});
}

TEST_CASE("losses of class probabilities are PyTorch's") {
  check_probabilities("none", reduction::none);
  check_probabilities("mean", reduction::mean);
  check_probabilities("sum", reduction::sum);
}
