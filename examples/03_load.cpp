// SPDX-License-Identifier: BSL-1.0
// Loading my_data.npy, with each thing that can go wrong: what is said, and what to write instead.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <shapeproof/shapeproof.hpp>
#include <stdexcept>
#include <string>

using namespace shapeproof;
namespace fs = std::filesystem;

inline constexpr auto N = axis("N");

namespace {

void require(bool holds, const std::string& what) {
  if (!holds) throw std::logic_error(what);
}

std::string bytes_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write(const char* file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

// Shows what `load` throws, which must be a Wanted and say these words.
template <class Wanted, class Load>
void expect(const char* situation, const Load& load, const std::string& says) {
  std::string text = "nothing was thrown";
  try {
    load();
  } catch (const Wanted& error) {
    text = error.what();
  }
  std::printf("%s\n  %s\n\n", situation, text.c_str());
  require(text.find(says) != std::string::npos, std::string(situation) + ": expected to read: " + says);
}

auto load_images() { return load_npy<float, Shape<N, 3, 32, 32>>("my_data.npy"); }

// The same file with some of its bytes replaced.
void replace(const std::string& from, const std::string& to) {
  std::string bytes = bytes_of("my_data.npy");
  const std::size_t at = bytes.find(from);
  require(at != std::string::npos && from.size() == to.size(), "the file holds " + from);
  write("my_data.npy", bytes.replace(at, from.size(), to));
}

void missing() {
  write("my_date.npy", "");
  expect<FileError>("The file is not there", load_images, "my_data.npy");
  fs::remove("my_date.npy");
}

void not_the_shape() {
  save_npy("my_data.npy", zeros<float, Shape<49152>>());
  expect<ShapeError>("The numbers are all there, but flat", load_images, "reshape<Shape<N, 3, 32, 32>>(x)");
  const auto images = as<Shape<N, 3, 32, 32>>(reshape<Shape<_, 3, 32, 32>>(load_npy<float, Shape<dyn>>("my_data.npy")));
  require(images.extent<0>() == 16, "the repair gives 16 images");

  save_npy("my_data.npy", zeros<float, Shape<16, 32, 32, 3>>());
  expect<ShapeError>("The channels come last", load_images, "permute<0, 3, 1, 2>(x)");
  const auto moved = permute<0, 3, 1, 2>(load_npy<float, Shape<N, 32, 32, 3>>("my_data.npy"));
  require(moved.extent<1>() == 3, "the repair puts them first");

  save_npy("my_data.npy", zeros<float, Shape<16, 3, 32, 32>>());
  expect<ShapeError>(
      "16 images where 64 are wanted", [] { return load_npy<float, Shape<64, 3, 32, 32>>("my_data.npy"); },
      "load_npy<float, Shape<N, 3, 32, 32>> fits");
  save_npy("my_data.npy", zeros<float, Shape<16, 4, 32, 32>>());
  expect<ShapeError>("RGBA where RGB is wanted", load_images, "drop the alpha channel");
  save_npy("my_data.npy", zeros<float, Shape<3, 32, 32>>());
  expect<ShapeError>("One image without a batch axis", load_images, "unsqueeze<0>(x)");
}

void not_the_elements() {
  save_npy("my_data.npy", zeros<double, Shape<16, 3, 32, 32>>());
  expect<ElementTypeError>("The elements are of another type", load_images, "elements are float64, wanted are float32");
  const auto images = cast<float>(load_npy<double, Shape<N, 3, 32, 32>>("my_data.npy"));
  require(images.extent<0>() == 16, "the repair converts them");
  replace("'<f8'", "'|O4'");
  expect<FileError>("The elements are Python objects", load_images, "object");
}

void not_the_file() {
  save_npy("my_data.npy", zeros<float, Shape<16, 3, 32, 32>>());
  const std::string whole = bytes_of("my_data.npy");
  write("my_data.npy", whole.substr(0, whole.size() / 2));
  expect<FileError>("The file is cut short", load_images, "my_data.npy");
  write("my_data.npy", whole + "more");
  expect<FileError>("There is more in it than its header says", load_images, "my_data.npy");
  write("my_data.npy", "\x1f\x8b" + whole);
  expect<FileError>("It is compressed", load_images, "gzip");
  write("my_data.npy", "1.0,2.0,3.0\n");
  expect<FileError>("It is something else", load_images, "my_data.npy");
  write("my_data.npy", "");
  expect<FileError>("It is empty", load_images, "my_data.npy");
  write("my_data.npy", whole);
  replace("'shape': (16, 3, 32, 32)", "'shape': (16, 3, 32, -1)");
  expect<FileError>("Its header is broken", load_images, "my_data.npy");
}

// What looks wrong and is not: other byte order, other order of axes.
void other_but_right() {
  Tensor<float, Shape<2, 3>> x = {{1, 2, 3}, {4, 5, 6}};
  save_npy("my_data.npy", transpose(x));  // [3, 2]: 1 4 2 5 3 6
  replace("'fortran_order': False", "'fortran_order': True ");
  replace("(3, 2)", "(2, 3)");
  require(load_npy<float, Shape<2, 3>>("my_data.npy") == x, "Fortran's order is read as it is meant");
  save_npy("my_data.npy", x);
  std::string bytes = bytes_of("my_data.npy");
  for (std::size_t at = bytes.size() - 24; at < bytes.size(); at += 4) {
    std::swap(bytes[at], bytes[at + 3]);
    std::swap(bytes[at + 1], bytes[at + 2]);
  }
  write("my_data.npy", bytes);
  replace("'<f4'", "'>f4'");
  require(load_npy<float, Shape<2, 3>>("my_data.npy") == x, "big-endian elements are turned round");
}

// Without exceptions, and for labels that do not belong to the images.
void together() {
  save_npy("my_data.npy", zeros<float, Shape<16, 3, 32, 32>>());
  save_npy("my_labels.npy", zeros<std::int64_t, Shape<15>>());
  const auto labels = load_npy<std::int64_t, Shape<dyn>>("my_labels.npy");
  expect<ShapeError>(
      "There are fewer labels than images",
      [&] { return bind<Shape<N, 3, 32, 32>, Shape<N>>(named("images", load_images()), named("labels", labels)); },
      "axis 0 of labels is 15, wanted is N; N = 16 from axis 0 of images");
  const auto attempt = try_as<Shape<64, 3, 32, 32>>(load_images());
  require(!attempt && attempt.original().extent<0>() == 16, "what did not fit is handed back");
}

}  // namespace

int main() try {
  const auto folder = fs::temp_directory_path() / "shapeproof-03-load";
  fs::create_directory(folder);
  fs::current_path(folder);
  missing();
  not_the_shape();
  not_the_elements();
  not_the_file();
  other_but_right();
  together();
  // [right]
  save_npy("my_data.npy", zeros<float, Shape<16, 3, 32, 32>>());
  const auto images = load_npy<float, Shape<N, 3, 32, 32>>("my_data.npy");  // and when nothing is wrong:
  std::printf("%lld images\n", static_cast<long long>(images.extent<0>()));
  // [right]
  fs::current_path(folder.parent_path());
  fs::remove_all(folder);
  return images.extent<0>() == 16 ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
