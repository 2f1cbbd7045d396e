// SPDX-License-Identifier: BSL-1.0
// The three classic mistakes with shapes, on a real file: a reshape that cannot fit, a file that holds something else
// than the program thinks, and a file that is broken.
//
//   demo [file.npy]     without a file it makes one: 49152 numbers, which are 16 images and not 64

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <shapeproof/shapeproof.hpp>
#include <string>

using namespace shapeproof;
namespace fs = std::filesystem;

inline constexpr auto N = axis("N");

namespace {

// Colours are for people: on a terminal that has not asked for none.
const bool has_colour = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;

void say(const char* colour, const std::string& text) {
  if (has_colour) std::cout << "\033[" << colour << 'm' << text << "\033[0m\n";
  else std::cout << text << '\n';
}
void title(const std::string& text) {
  std::cout << '\n';
  say("1", text);
}
void found(const std::string& text) { say("31", text); }
void good(const std::string& text) { say("32", text); }

// A program, and what the compiler says of it.
bool compile(const fs::path& folder, const std::string& last_line) {
  const std::string program =
      "#include <shapeproof/shapeproof.hpp>\n"
      "using namespace shapeproof;\n"
      "\n"
      "int main() {\n"
      "  Tensor<float, Shape<49152>> pixels;\n"
      "  [[maybe_unused]] auto images = " +
      last_line + "\n}\n";
  std::ofstream(folder / "program.cpp") << program;
  std::cout << '\n' << program << '\n';
  const std::string command = "cd '" + folder.string() +
                              "' && LC_ALL=C '" DEMO_CXX "' -std=c++20 -fsyntax-only -I '" DEMO_INCLUDE
                              "' program.cpp 2>&1";
  FILE* output = popen(command.c_str(), "r");
  if (output == nullptr) throw std::runtime_error("the compiler could not be started: " + command);
  char line[4096];
  while (std::fgets(line, sizeof line, output) != nullptr)
    found(std::string(line, std::char_traits<char>::length(line) - 1));
  return pclose(output) == 0;
}

void show_reshape(const fs::path& folder) {
  title("1. A reshape that cannot fit does not compile");
  if (compile(folder, "reshape<Shape<64, 3, 32, 32>>(pixels);")) throw std::logic_error("the wrong program compiled");
  std::cout << "\nWith the extent that is not known left open:\n";
  if (!compile(folder, "reshape<Shape<_, 3, 32, 32>>(pixels);"))
    throw std::logic_error("the right program did not compile");
  good("It compiles, and images is a Tensor<float, Shape<16, 3, 32, 32>>.");
}

// One function for 64 images, for N and for whatever else: the batch axis is deduced, and kept.
template <auto Batch>
Tensor<float, Shape<Batch, 3, 32, 32>> flipped(const Tensor<float, Shape<Batch, 3, 32, 32>>& images) {
  auto result = images;
  const auto out = result.writable_span();
  for (std::size_t row = 0; row < out.size(); row += 32) {
    for (std::size_t column = 0; column < 32; ++column) out[row + column] = images.data()[row + 31 - column];
  }
  return result;
}

template <class Open>
void try_to(const std::string& what, const Open& open) {
  std::cout << '\n' << what << '\n';
  try {
    open();
  } catch (const Error& error) {
    found(error.what());
  }
}

void show_file(const fs::path& file, const fs::path& folder) {
  title("2. A file that holds something else is explained");
  const AnyTensor any = load_npy(file);
  std::cout << file.filename().string() << ": " << any.shape() << " of " << name_of(any.element_type()) << '\n';
  try_to("load_npy<float, Shape<64, 3, 32, 32>>(file):", [&] {
    load_npy<float, Shape<64, 3, 32, 32>>(file);
    good("It is.");
  });
  try_to("load_npy<float, Shape<N, 3, 32, 32>>(file):", [&] {
    const auto images = load_npy<float, Shape<N, 3, 32, 32>>(file);
    good("N = " + std::to_string(images.extent<0>()) + ". From here on it is typed.");
    const auto result = flipped(images * (1.0f / 255));
    const fs::path written = folder / "flipped.npy";
    save_npy(written, result);
    std::cout << "Rescaled and flipped, still Tensor<float, Shape<N, 3, 32, 32>>, and written to " << written.string()
              << '\n';
    if (!(flipped(load_npy<float, Shape<N, 3, 32, 32>>(written)) == images * (1.0f / 255))) {
      throw std::logic_error("flipping twice gave something else");
    }
  });
}

void copy_first_bytes(const fs::path& from, const fs::path& to, std::size_t count) {
  std::ifstream in(from, std::ios::binary);
  std::string bytes(count, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(count));
  std::ofstream(to, std::ios::binary) << bytes.substr(0, static_cast<std::size_t>(in.gcount()));
}

void show_broken_files(const fs::path& file, const fs::path& folder) {
  title("3. A file that is missing, broken or of another type says so");
  try_to("A missing file:", [&] { load_npy(folder / "my_date.npy"); });
  const fs::path truncated = folder / "truncated.npy";
  copy_first_bytes(file, truncated, static_cast<std::size_t>(fs::file_size(file) / 2));
  try_to("A truncated file:", [&] { load_npy(truncated); });
  const fs::path integers = folder / "integers.npy";
  save_npy(integers, zeros<std::int64_t, Shape<16, 3, 32, 32>>());
  try_to("A file of another type:", [&] { load_npy<float, Shape<N, 3, 32, 32>>(integers); });
}

// 16 images of 3x32x32 whose values tell where they stand.
fs::path make_file(const fs::path& folder) {
  Tensor<float, Shape<49152>> pixels;
  const auto values = pixels.writable_span();
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i % 256);
  const fs::path file = folder / "my_data.npy";
  save_npy(file, reshape<Shape<16, 3, 32, 32>>(pixels));
  std::cout << "Made " << file.string() << ": 49152 float32.\n";
  return file;
}

}  // namespace

int main(int count, char** arguments) try {
  std::string pattern = (fs::temp_directory_path() / "shapeproof-demo-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder could be made: " + pattern);
  const fs::path folder = pattern;
  const fs::path file = count > 1 ? fs::path(arguments[1]) : make_file(folder);
  show_reshape(folder);
  show_file(file, folder);
  show_broken_files(file, folder);
  // Whoever watches may want to look at the files; a test does not.
  if (isatty(STDOUT_FILENO) != 0) std::cout << "\nThe files are in " << folder.string() << ".\n";
  else fs::remove_all(folder);
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
