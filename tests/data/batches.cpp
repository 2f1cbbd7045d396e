// SPDX-License-Identifier: BSL-1.0
// Does each epoch show each sample once, bound to its label, in batches of the promised types?
#include <algorithm>
#include <atomic>
#include <numeric>
#include <set>
#include <shapeproof/bind.hpp>
#include <shapeproof/create.hpp>
#include <shapeproof/data/batches.hpp>
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/cast.hpp>
#include <vector>

#include "catch.hpp"

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N"), B = axis("B"), T = axis("T");

using Images = Tensor<float, Shape<N, 2, 3>>;
using Labels = Tensor<std::int64_t, Shape<N>>;

// Sample i holds i in each of its elements, and so does its label.
Images images_of(std::int64_t count) {
  auto images = zeros<float, Shape<N, 2, 3>>(count);
  std::int64_t i = 0;
  for (float& value : images.writable_span()) value = static_cast<float>(i++ / 6);
  return images;
}
Labels labels_of(std::int64_t count) {
  auto labels = zeros<std::int64_t, Shape<N>>(count);
  std::int64_t i = 0;
  for (std::int64_t& value : labels.writable_span()) value = i++;
  return labels;
}
auto samples_of(std::int64_t count) { return dataset(images_of(count), labels_of(count)); }

// The labels of a batch, where each image holds nothing else.
struct Seen {
  std::vector<std::int64_t> labels;
  std::vector<std::int64_t> extents;

  template <class X, class Y>
  void add(const X& images, const Y& all_labels) {
    extents.push_back(images.extents()[0]);
    REQUIRE(all_labels.element_count() == extents.back());
    for (std::int64_t i = 0; i < extents.back(); ++i) {
      labels.push_back(all_labels.data()[i]);
      for (std::int64_t k = 0; k < 6; ++k) REQUIRE(images.data()[i * 6 + k] == static_cast<float>(labels.back()));
    }
  }
  [[nodiscard]] std::vector<std::int64_t> sorted() const {
    auto result = labels;
    std::sort(result.begin(), result.end());
    return result;
  }
};
std::vector<std::int64_t> up_to(std::int64_t count) {
  std::vector<std::int64_t> result(static_cast<std::size_t>(count));
  std::iota(result.begin(), result.end(), 0);
  return result;
}
template <class Loader>
Seen seen_in(Loader&& loader) {
  Seen seen;
  loader.for_each([&](const auto& images, const auto& labels) { seen.add(images, labels); });
  return seen;
}

template <class Batch>
inline constexpr const ShapeValue& first_shape = std::tuple_element_t<0, Batch>::shape_type::value;

}  // namespace

TEST_CASE("batches: with keep_last, full ones and a smaller one have types of their own") {
  auto train = batches<4>(samples_of(10), shuffle(1), keep_last);
  using Train = decltype(train);
  STATIC_REQUIRE(
      std::is_same_v<Train::batch_type, std::tuple<Tensor<float, Shape<4, 2, 3>>, Tensor<std::int64_t, Shape<4>>>>);
  STATIC_REQUIRE(
      std::is_same_v<Train::remainder_type,
                     std::tuple<Tensor<float, Shape<Remainder, 2, 3>>, Tensor<std::int64_t, Shape<Remainder>>>>);
  CHECK(train.batch_count() == 3);
  CHECK(train.sample_count() == 10);
  const Seen seen = seen_in(train);
  CHECK(seen.extents == std::vector<std::int64_t>{4, 4, 2});
  CHECK(seen.sorted() == up_to(10));
}

TEST_CASE("batches: the full ones and what is left over, by hand") {
  auto epoch = batches<4>(samples_of(10), in_order, keep_last).epoch();
  Seen seen;
  for (auto& [images, labels] : epoch.full()) seen.add(images, labels);
  CHECK(seen.labels == up_to(8));
  auto rest = epoch.remainder();
  REQUIRE(rest);
  seen.add(std::get<0>(*rest), std::get<1>(*rest));
  CHECK(seen.labels == up_to(10));
  CHECK_FALSE(epoch.remainder());
  CHECK(epoch.full().begin() == epoch.end());
}

TEST_CASE("batches: nothing is left over where batches are all full") {
  auto epoch = batches<5>(samples_of(10), in_order, keep_last).epoch();
  CHECK(epoch.batch_count() == 2);
  int count = 0;
  for (auto& batch : epoch.full()) count += static_cast<int>(std::get<0>(batch).extent<0>());
  CHECK(count == 10);
  CHECK_FALSE(epoch.remainder());
}

TEST_CASE("batches: fewer samples than a batch holds are all left over") {
  auto train = batches<64>(samples_of(10), in_order, keep_last);
  CHECK(seen_in(train).extents == std::vector<std::int64_t>{10});
  auto none = batches<64>(samples_of(10), in_order, drop_last).epoch();
  CHECK(none.begin() == none.end());
}

TEST_CASE("batches: no sample at all is no batch") {
  const auto none = dataset(zeros<float, Shape<dyn, 2, 3>>(0), zeros<std::int64_t, Shape<dyn>>(0));
  CHECK(seen_in(batches<4>(none, shuffle(1), keep_last)).extents.empty());
  CHECK(seen_in(batches<B>(none, shuffle(1), 4)).extents.empty());
  auto padded = batches<4>(none, shuffle(1), pad_last).epoch();
  CHECK(padded.begin() == padded.end());
}

TEST_CASE("batches: asked for too early, the remainder says what is missing") {
  auto epoch = batches<4>(samples_of(10), in_order, keep_last).epoch();
  auto batch = epoch.full().begin();
  CHECK(std::get<1>(*batch)(0) == 0);
  CHECK_THROWS_WITH(epoch.remainder(), "remainder: 1 of 2 full batches were taken; the smaller one comes after them");
}

TEST_CASE("batches: drop_last leaves the last samples out") {
  auto train = batches<4>(samples_of(10), in_order, drop_last);
  CHECK(train.batch_count() == 2);
  Seen seen;
  for (auto& [images, labels] : train.epoch()) seen.add(images, labels);
  CHECK(seen.labels == up_to(8));
}

TEST_CASE("batches: pad_last fills up with zeros, and says which samples are real") {
  auto images = images_of(10);
  for (float& value : images.writable_span()) value += 1;
  std::vector<float> values;
  std::vector<bool> real;
  for (auto& [x, labels, is_real] : batches<4>(dataset(images, labels_of(10)), in_order, pad_last).epoch()) {
    STATIC_REQUIRE(std::is_same_v<std::remove_cvref_t<decltype(is_real)>, Tensor<bool, Shape<4>>>);
    for (int i = 0; i < 4; ++i) {
      values.push_back(x(i, 1, 2));
      real.push_back(is_real(i));
      CHECK(labels(i) == (is_real(i) ? static_cast<std::int64_t>(x(i, 0, 0)) - 1 : 0));
    }
  }
  CHECK(values == std::vector<float>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0});
  CHECK(std::count(real.begin(), real.end(), true) == 10);
  CHECK_FALSE(real[10]);
}

TEST_CASE("batches: padding is zero in memory that held another batch before") {
  auto images = images_of(200);
  for (float& value : images.writable_span()) value += 1;
  float last = -1;
  for (auto& [x, is_real] : batches<64>(images, in_order, pad_last, {.ahead = 1}).epoch()) {
    last = x(63, 1, 2);
    CHECK((last == 0) != is_real(63));
  }
  CHECK(last == 0);
}

TEST_CASE("batches: a named axis is as long as there are samples") {
  auto train = batches<B>(samples_of(10), in_order, 4);
  CHECK(train.batch_count() == 3);
  Seen seen;
  for (auto& [images, labels] : train.epoch()) {
    STATIC_REQUIRE(std::is_same_v<std::remove_cvref_t<decltype(images)>, Tensor<float, Shape<B, 2, 3>>>);
    seen.add(images, labels);
  }
  CHECK(seen.extents == std::vector<std::int64_t>{4, 4, 2});
  CHECK(seen.labels == up_to(10));
  CHECK(seen_in(batches<B>(samples_of(10), in_order, 4, drop_last)).labels == up_to(8));
  CHECK(seen_in(batches<dyn>(samples_of(10), in_order, 4)).labels == up_to(10));
  CHECK(seen_in(batches<B(4)>(samples_of(10), in_order, keep_last)).labels == up_to(10));
}

TEST_CASE("batches: what is declared of a name holds for each batch") {
  static constexpr auto Even = axis("Even").multiple_of(2);
  CHECK(seen_in(batches<Even>(samples_of(10), in_order, 4)).sorted() == up_to(10));
  CHECK_THROWS_WITH(batches<Even>(samples_of(10), in_order, 3),
                    ContainsSubstring("batches: a batch would hold 3 samples on axis Even"));
  CHECK_THROWS_WITH(batches<Even>(samples_of(9), in_order, 4),
                    ContainsSubstring("batches: a batch would hold 1 samples on axis Even"));
  CHECK(seen_in(batches<Even>(samples_of(9), in_order, 4, drop_last)).labels == up_to(8));
  CHECK_THROWS_WITH(batches<B>(samples_of(9), in_order, 0),
                    "batches: a batch of 0 samples is asked for; at least 1 is wanted");
  CHECK_THROWS_AS(batches<B>(samples_of(9), in_order, -3), ShapeError);
}

TEST_CASE("batches: the order is the seed's and the epoch's, and nothing else's") {
  auto train = batches<4>(samples_of(100), shuffle(17), keep_last);
  const Seen first = seen_in(train);
  const Seen second = seen_in(train);
  CHECK(first.labels != second.labels);
  CHECK(first.sorted() == up_to(100));
  CHECK(second.sorted() == up_to(100));
  CHECK(seen_in(train.epoch(0)).labels == first.labels);
  CHECK(seen_in(train.epoch(1)).labels == second.labels);
  CHECK(seen_in(batches<B>(samples_of(100), shuffle(17), 7)).labels == first.labels);
  CHECK(seen_in(batches<4>(samples_of(100), shuffle(18), keep_last)).labels != first.labels);
  // It is randperm's, of the stream that the epoch is.
  Random random(17, 1);
  const auto order = randperm<std::int64_t>(random, 100);
  CHECK(second.labels == std::vector<std::int64_t>(order.begin(), order.end()));
}

TEST_CASE("batches: of what bind returns, and of one tensor") {
  const auto images = images_of(10);
  const auto bound = bind<Shape<N, 2, 3>, Shape<N>>(images, labels_of(10));
  CHECK(seen_in(batches<4>(bound, in_order, keep_last)).labels == up_to(10));
  int batch_count = 0;
  for (auto& [only] : batches<4>(images, in_order, drop_last).epoch()) batch_count += only.rank == 3 ? 1 : 0;
  CHECK(batch_count == 2);
}

TEST_CASE("dataset: tensors hold equally many samples, checked at run time where types do not say") {
  CHECK_THROWS_WITH(
      dataset(images_of(10), labels_of(9)),
      "dataset: axis 0 is N(10) in part 0 and N(9) in part 1; it counts the samples, which must be equally many");
  CHECK_THROWS_AS(dataset(zeros<float, Shape<dyn, 2>>(3), zeros<float, Shape<4>>()), ShapeError);
  CHECK(dataset(zeros<float, Shape<dyn, 2>>(4), zeros<float, Shape<4>>()).sample_count() == 4);
}

TEST_CASE("batches: a sample's extents may be known at run time only") {
  const auto tokens = zeros<std::int32_t, Shape<N, T, 2>>(10, 5);
  for (auto& [x] : batches<4>(tokens, in_order, drop_last).epoch()) {
    STATIC_REQUIRE(std::is_same_v<std::remove_cvref_t<decltype(x)>, Tensor<std::int32_t, Shape<4, T, 2>>>);
    CHECK(x.extent<1>() == 5);
  }
}

TEST_CASE("batches: a batch that is kept is not written again") {
  std::vector<Tensor<float, Shape<4, 2, 3>>> kept;
  for (auto& [images, labels] : batches<4>(samples_of(40), in_order, drop_last).epoch()) kept.push_back(images);
  REQUIRE(kept.size() == 10);
  for (std::size_t i = 0; i < kept.size(); ++i) CHECK(kept[i](3, 1, 2) == static_cast<float>(4 * i + 3));
}

TEST_CASE("batches: for_each hands each batch over") {
  std::set<const float*> shared;
  batches<64>(images_of(640), in_order, drop_last).for_each([&](Tensor<float, Shape<64, 2, 3>> images) {
    const float* before = images.data();
    images(0, 0, 0) = -1;  // parts from nobody
    if (images.data() != before) shared.insert(before);
  });
  CHECK(shared.empty());
}

TEST_CASE("batches: memory is used again, for whole epochs") {
  for (const int readers : {0, 1, 2}) {
    const Prefetch prefetch{.ahead = 3, .readers = readers};
    std::set<const float*> places;
    auto epoch = batches<64>(images_of(64 * 50), shuffle(3), drop_last, prefetch).epoch();
    for (auto& [images] : epoch) places.insert(images.data());
    // One for each place that is read ahead to, and the one in use.
    CHECK(places.size() <= 4);
  }
}

TEST_CASE("batches: a step makes other batches, of the samples that it is told") {
  // Catch2's checks are not for the threads that read.
  std::atomic<int> wrong = 0;
  const auto doubled = [&wrong](const auto& images, const auto& labels, const BatchSamples& samples) {
    wrong += std::equal(labels.begin(), labels.end(), samples.samples.begin(), samples.samples.end()) ? 0 : 1;
    return std::tuple(cast<double>(images), labels);
  };
  for (const int readers : {0, 1}) {
    auto train = batches<4>(samples_of(10), shuffle(3), keep_last, {.readers = readers}).with(doubled);
    using Train = decltype(train);
    STATIC_REQUIRE(std::is_same_v<std::tuple_element_t<0, Train::batch_type>, Tensor<double, Shape<4, 2, 3>>>);
    STATIC_REQUIRE(
        std::is_same_v<std::tuple_element_t<0, Train::remainder_type>, Tensor<double, Shape<Remainder, 2, 3>>>);
    CHECK(seen_in(train).sorted() == up_to(10));
    CHECK(seen_in(train.epoch(0)).labels == seen_in(batches<4>(samples_of(10), shuffle(3), keep_last)).labels);
  }
  CHECK(wrong == 0);
}

TEST_CASE("batches: a step may give one tensor, of padded batches too") {
  const auto count = [](const auto& images, const auto& is_real, const BatchSamples& samples) {
    return cast<std::int64_t>(is_real) *
           (samples.epoch * 100 + static_cast<std::int64_t>(samples.samples.size()) + images.rank);
  };
  std::vector<std::int64_t> seen;
  auto train = batches<4>(images_of(6), in_order, pad_last).with(count);
  for (auto& [x] : train.epoch(2)) seen.insert(seen.end(), x.begin(), x.end());
  CHECK(seen == std::vector<std::int64_t>{207, 207, 207, 207, 207, 207, 0, 0});
}

TEST_CASE("batches: an epoch says which samples its batch holds") {
  auto epoch = batches<4>(samples_of(10), shuffle(3), keep_last).epoch(7);
  std::int64_t count = 0;
  for (auto& [images, labels] : epoch.full()) {
    CHECK(std::equal(labels.begin(), labels.end(), epoch.samples().samples.begin(), epoch.samples().samples.end()));
    CHECK(epoch.samples().batch == count++);
    CHECK(epoch.samples().epoch == 7);
  }
  const auto rest = epoch.remainder();
  CHECK(std::equal(std::get<1>(*rest).begin(), std::get<1>(*rest).end(), epoch.samples().samples.begin(),
                   epoch.samples().samples.end()));
}

TEST_CASE("batches: a step may give tensors of the same types") {
  const auto next = [](const auto& images, const BatchSamples&) { return images + 1; };
  float sum = 0;
  batches<4>(images_of(10), shuffle(3), keep_last).with(next).for_each([&](const auto& images) {
    for (const float value : images) sum += value;
  });
  CHECK(sum == 6 * (45 + 10));
}
