// SPDX-License-Identifier: BSL-1.0
// Would the explanation have helped? Mismatches that people reported, restated by their shapes: the true cause must be
// among the first two hints. The repaired shapes, where the report tells them, get none.
#include <iterator>

#include <shapeproof/explain.hpp>

#include "catch.hpp"

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H"), W = axis("W");

struct Case {
  const char* origin;
  ShapeValue found;
  ShapeValue wanted;
  Cause cause;
  ShapeValue repaired;
  bool is_flat = false;
};

const Case cases[] = {
    // Flat where images are wanted, and the reverse.
    {"SFData/StackOverflow/s62206004", {60000, 28, 28}, {N, 784}, Cause::not_flattened, {60000, 784}},
    {"SFData/StackOverflow/s63141076", {55000, 784}, {N, 28, 28, 1}, Cause::unflattened, {55000, 28, 28, 1}},
    // Memory of another count.
    {"wbw520/scouter#10", 802816, {32, 128, 9, 9}, Cause::image_size, {32, 128, 9, 9}, true},
    {"microsoft/AirSim#2276", 147456, {144, 256, 3}, Cause::channel_count, {144, 256, 3}, true},
    {"TencentYoutuResearch/PersonReID-NAFS#18", 33024, {N, 2, 768}, Cause::cut_off, {22, 2, 768}, true},
    {"huanghoujing/person-reid-triplet-loss-baseline#35", 130, {128, dyn}, Cause::cut_off, {128, 2}, true},
    {"xulianuwa/MCTformer#29", 67968, {N, 13, 13, 384}, Cause::cut_off, {1, 13, 13, 384}, true},
    {"weka511/hpa-scc#38", 72000, {N, 115200}, Cause::cut_off, {5, 115200}, true},
    {"yoshall/UrbanFM#4", 192, {N, 1, 32, 32}, Cause::cut_off, {3, 1, 32, 32}, true},
    // Class ids and one-hot rows.
    {"SFData/ICSE2020/s38157794", 50, {N, 10}, Cause::class_ids, {50, 10}},
    {"SFData/StackOverflow/s43676638", 64, {N, 10}, Cause::class_ids, {64, 10}},
    {"SFData/StackOverflow/s46501505", {100, 1}, {N, 2}, Cause::class_ids, {100, 2}},
    {"SFData/StackOverflow/s46911972", 80, {N, 2}, Cause::class_ids, {80, 2}},
    {"SFData/StackOverflow/s47482082", 100, {N, 5}, Cause::class_ids, {100, 5}},
    {"SFData/ICSE2020/s49392972", {1, 1}, {N, 10}, Cause::class_ids, {1, 10}},
    {"SFData/StackOverflow/s56479008", {128, 1}, {N, 24}, Cause::class_ids, {128, 24}},
    {"SFData/StackOverflow/s60949314", {55000, 1}, {N, 10}, Cause::class_ids, {55000, 10}},
    {"SFData/StackOverflow/s51444101", {100, 10}, N, Cause::one_hot, 100},
    {"SFData/StackOverflow/s61435176", {6, 2}, {N, 1}, Cause::one_hot, {6, 1}},
    // Axes of extent 1.
    {"SFData/StackOverflow/s51724377", {1, 1, 2}, {N, 2}, Cause::one_extra, {1, 2}},
    {"SFData/StackOverflow/s60129234", {8, 1, 3}, {N, 3}, Cause::one_extra, {8, 3}},
    {"SFData/ICSE2020/s35673874", {10, 1, 32, 32, 3}, {N, 32, 32, 3}, Cause::one_extra, {10, 32, 32, 3}},
    {"SFData/StackOverflow/s52919464", {100, 512, 512, 1, 1}, {N, 512, 512, 1}, Cause::one_extra, {1, 512, 512, 1}},
    {"ccoreilly/wav2vec2-service#6", 196320, {1, T}, Cause::leading_one_missing, {1, 196320}},
    {"SFData/ICSE2020/s41563720", {30, 30, 3}, {N, 30, 30, 3}, Cause::leading_one_missing, {1, 30, 30, 3}},
    {"SFData/StackOverflow/s44111687", {1, 2}, {N, 1, 2}, Cause::leading_one_missing, {1, 1, 2}},
    {"SFData/ICSE2020/s44847446", {512, 64, 3}, {N, 512, 64, 3}, Cause::leading_one_missing, {1, 512, 64, 3}},
    {"SFData/StackOverflow/s45499757", 8, {N, 8}, Cause::leading_one_missing, {1, 8}},
    {"SFData/StackOverflow/s49442963", 162, {N, 162}, Cause::leading_one_missing, {1, 162}},
    {"SFData/StackOverflow/s52340597", 784, {N, 784}, Cause::leading_one_missing, {100, 784}},
    {"SFData/StackOverflow/s55480991", {128, 128, 3}, {N, 128, 128, 3}, Cause::leading_one_missing, {1, 128, 128, 3}},
    {"SFData/StackOverflow/s46715794", 10, {N, 1}, Cause::one_missing, {10, 1}},
    {"SFData/StackOverflow/s46892015", 10, {10, 1}, Cause::one_missing, {10, 1}},
    {"SFData/StackOverflow/s59446800", 11, {N, 1}, Cause::one_missing, {11, 1}},
    {"SFData/ICSE2020/s51155356", {100, 50}, {N, T, 50}, Cause::one_missing, {100, 1, 50}},
    {"SFData/StackOverflow/s63732431", {100, 48, 48, 1}, {N, T, 48, 48, 1}, Cause::one_missing, {100, 1, 48, 48, 1}},
    {"SFData/ICSE2020/s43396572", {100, 30}, {N, 30, 1}, Cause::one_missing, {100, 30, 1}},
    {"SFData/StackOverflow/s64277744", {1125, 3841}, {N, 3841, 1}, Cause::one_missing, {1125, 3841, 1}},
    {"Github/UT-6 DCGAN-tensorflow", {64, 48}, {64, 48, 1}, Cause::one_missing, {64, 48, 1}},
    // Single samples that were taken for a column.
    {"SFData/StackOverflow/s50336110", {3, 1}, {N, 3}, Cause::swapped, {1, 3}},
    {"SFData/StackOverflow/s60127320", {9, 1}, {N, 9}, Cause::swapped, {1, 9}},
    // Samples in the wrong place.
    {"SFData/StackOverflow/s60226423", {180, 10}, {N, 180}, Cause::sample_axis_inside, {10, 180}},
    {"StackOverflow/UT-10 (q36343542)", {100, 6}, 6, Cause::whole_batch, 6},
    {"erdongsanshi/Fuss-Free-structure#1", {1, 16, 1, 1}, {4, 16, 1, 1}, Cause::remainder_batch, {4, 16, 1, 1}},
    {"miyamotok0105/pytorch_handbook#11", {1, 8, 256}, {1, 32, 256}, Cause::remainder_batch, {1, 32, 256}},
    {"amdegroot/ssd.pytorch#546", {2, 5}, {1, 5}, Cause::other_leading, {1, 5}},
    // Channels.
    {"OpenGVLab/InternImage#315", {96, 1, 22, 1000}, {N, H, W, 96}, Cause::other_order, {1, 22, 1000, 96}},
    {"StackOverflow/UT-11 (q41192992)", {1, 3, 250, 250}, {N, 250, 250, 3}, Cause::channels_moved, {1, 250, 250, 3}},
    {"microsoft/onnxruntime#3248", {256, 256, 3}, {N, 3, H, W}, Cause::one_image_channels_moved, {1, 3, 256, 256}},
    {"fenglinglwb/MAT#119", {8, 4, 512, 512}, {N, 5, H, W}, Cause::one_axis, {8, 5, 512, 512}},
    {"jacobgil/pytorch-grad-cam#141", {1, 1, 100, 100}, {N, 3, H, W}, Cause::channel_count, {1, 3, 100, 100}},
    {"sanghyun-son/EDSR-PyTorch#166", {1, 4, 678, 1020}, {N, 3, H, W}, Cause::channel_count, {1, 3, 678, 1020}},
    {"sjmoran/deeplpf-image-enhancement#16", {1, 4, 345, 514}, {N, 3, H, W}, Cause::channel_count, {1, 3, 345, 514}},
    {"zhanggengchen/BRVE#8", {33, 3, 1080, 1920}, {N, 4, H, W}, Cause::channel_count, {33, 4, 1080, 1920}},
    {"SFData/StackOverflow/s50483715", {150, 150, 3}, {150, 150, 1}, Cause::channel_count, {150, 150, 1}},
    {"open-edge-platform/anomalib#1862", {224, 224}, {3, 224, 224}, Cause::grey_without_channels, {3, 224, 224}},
    // Images, rows or sequences of another extent.
    {"CVLAB-Unibo/MM2D3D#3", {21584, 1}, {N, 3}, Cause::one_axis, {21584, 3}},
    {"PawitKoch/LO-Net-pytorch#1", {4, 356352}, {N, 344064}, Cause::one_axis, {4, 344064}},
    {"thu-ml/TurboDiffusion#62", {77, 768}, {T, 4096}, Cause::one_axis, {77, 4096}},
    {"vladmandic/sdnext#4377", {512, 4096}, {T, 2048}, Cause::one_axis, {512, 2048}},
    {"Hsuxu/carvana-pytorch-uNet#1", {2, 96, 64, 43}, {2, 96, 64, 44}, Cause::off_by_one, {2, 96, 64, 44}},
    {"bigmb/Unet-Segmentation-Pytorch-Nest-of-Unets#55",
     {1, 64, 61, 60},
     {1, 64, 60, 60},
     Cause::off_by_one,
     {1, 64, 60, 60}},
    {"pytorch/pytorch#9446", {1, 3, 245, 244}, {1, 3, 244, 244}, Cause::off_by_one, {1, 3, 244, 244}},
    {"Jamiroquai88/VBDiarization#21", {1, 3, 56}, {1, 3, 100}, Cause::one_axis, {1, 3, 100}},
    {"Suanmd/TR-MISR#3", {24, 32, 64}, {24, 64, 32}, Cause::image_size, {24, 64, 32}},
    {"bghira/SimpleTuner#59", {4, 128, 170}, {4, 96, 128}, Cause::image_size, {4, 96, 128}},
    {"milesial/Pytorch-UNet#285", {3, 544, 386}, {3, 794, 586}, Cause::image_size, {3, 794, 586}},
    {"Github/UT-7 DCGAN-tensorflow", {64, 28, 28, 1}, {N, 64, 64, 1}, Cause::image_size, {64, 64, 64, 1}},
};

// 1 for the first hint, 0 where the true cause is not named.
int place_of(const Case& reported, const Hints& hints) {
  int place = 0;
  for (const Hint& hint : hints) {
    ++place;
    if (hint.cause == reported.cause) return place;
  }
  return 0;
}

}  // namespace

TEST_CASE("of mismatches that were reported, the true cause is among the first two hints") {
  int first = 0;
  int second = 0;
  for (const Case& reported : cases) {
    const Hints hints = explain({.found = reported.found, .wanted = reported.wanted, .is_flat = reported.is_flat});
    INFO(reported.origin << hints.count << sentence_of(hints).c_str());
    const int place = place_of(reported, hints);
    CHECK((place == 1 || place == 2));
    (place == 1 ? first : second) += place == 0 ? 0 : 1;
  }
  WARN(std::size(cases) << " reported mismatches: " << first << " explained by the first hint, " << second
                        << " by the second");
}

TEST_CASE("their repaired twins need no explanation") {
  for (const Case& reported : cases) {
    INFO(reported.origin);
    CHECK(explain({.found = reported.repaired, .wanted = reported.wanted}).count == 0);
    if (!reported.is_flat) continue;
    CHECK(explain({.found = reported.repaired.count().number, .wanted = reported.wanted, .is_flat = true}).count == 0);
  }
}
