// SPDX-License-Identifier: BSL-1.0
// The door: what comes from a file or a vector is checked once, explained if it does not fit, and typed from there on.

#include <filesystem>
#include <iostream>
#include <shapeproof/shapeproof.hpp>
#include <vector>

using namespace shapeproof;

inline constexpr auto N = axis("N");

int main() {
  const auto folder = std::filesystem::temp_directory_path() / "shapeproof-door";
  std::filesystem::create_directory(folder);
  std::filesystem::current_path(folder);
  save_npy("my_data.npy", zeros<float, Shape<16, 3, 32, 32>>());
  save_npy("labels.npy", zeros<std::int64_t, Shape<15>>());
  // [door]
  auto images = load_npy<float, Shape<N, 3, 32, 32>>("my_data.npy");  // or FileError, ElementTypeError, ShapeError
  std::cout << images.extent<0>() << " images\n\n";

  try {
    auto batch = as<Shape<64, 3, 32, 32>>(images);
  } catch (const ShapeError& error) {  // expected(), found() and axis() hold the facts
    std::cout << error.what() << "\n\n";
  }

  // A vector has no axes. Moved in, it is taken over: no element moves.
  std::vector<float> values(6, 1.0f);
  auto matrix = as<Shape<_, 3>>(std::move(values));  // Tensor<float, Shape<dyn, 3>>

  // Without exceptions: the tensor, or the original and the reason.
  if (auto rows = try_as<Shape<4, 3>>(matrix); !rows) std::cout << rows.error().what() << "\n\n";

  // Several at once: N means the same in all of them.
  auto labels = load_npy<std::int64_t, Shape<dyn>>("labels.npy");
  try {
    auto [x, y] = bind<Shape<N, 3, 32, 32>, Shape<N>>(named("images", images), named("labels", labels));
  } catch (const ShapeError& error) {
    std::cout << error.what() << '\n';
  }
  // [door]
  std::filesystem::current_path(folder.parent_path());
  std::filesystem::remove_all(folder);
  return matrix.extent<0>() == 2 ? 0 : 1;
}
