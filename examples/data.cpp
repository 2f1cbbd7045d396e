// SPDX-License-Identifier: BSL-1.0
// Datasets: tables, MNIST's and CIFAR's files come typed, with images and labels bound to one N.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <shapeproof/io/cifar.hpp>
#include <shapeproof/io/csv.hpp>
#include <shapeproof/io/idx.hpp>
#include <shapeproof/shapeproof.hpp>

using namespace shapeproof;

inline constexpr auto N = axis("N");

namespace {

void write(const char* path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

int main() {
  const auto folder = std::filesystem::temp_directory_path() / "shapeproof-data";
  std::filesystem::create_directory(folder);
  std::filesystem::current_path(folder);
  write("iris.csv", "sepal length,sepal width,class\n5.1,3.5,0\n7.0,3.2,1\n6.3,3.3,2\n");
  write("broken.csv", "sepal length,sepal width\n5.1,3.5\n7.0,\"3,2\"\n");
  write("digits-idx3-ubyte",
        std::string("\0\0\x08\3\0\0\0\2\0\0\0\x1c\0\0\0\x1c", 16) + std::string(2 * 28 * 28, '\1'));
  write("data_batch_1.bin", std::string(4 * 3073, '\5'));
  // [data]
  auto [lengths, names] = load_csv<float, Shape<N, 2>>("iris.csv", {.columns = {"sepal length", "sepal width"}});
  auto classes = load_csv<std::int64_t, Shape<N>>("iris.csv", {.columns = {"class"}}).values;
  auto digits = load_idx<std::uint8_t, Shape<N, 28, 28>>("digits-idx3-ubyte");  // .gz too, where zlib is linked
  auto [images, labels] = load_cifar10("data_batch_1.bin");                     // Shape<N, 3, 32, 32>, Shape<N>

  try {
    auto table = load_csv<float, Shape<N, 2>>("broken.csv");
  } catch (const FileError& error) {  // path() and offset() hold the facts
    std::cout << error.what() << "\n\n";
  }
  try {
    auto table = load_csv<float, Shape<N, 4>>("iris.csv");
  } catch (const ShapeError& error) {
    std::cout << error.what() << '\n';
  }
  // [data]
  std::filesystem::current_path(folder.parent_path());
  std::filesystem::remove_all(folder);
  const bool is_right = names[1] == "sepal width" && lengths(2, 1) == 3.3F && classes(2) == 2;
  return is_right && digits.extent<0>() == 2 && images.extent<0>() == 4 && labels(3) == 5 ? 0 : 1;
}
