// SPDX-License-Identifier: BSL-1.0
// The command-line program: what is in a file of arrays, does it fit, and what would a program have to know of it?
#include <cstdio>
#include <exception>
#include <shapeproof/version.hpp>

#include "commands.hpp"
#include "output.hpp"

namespace {

using namespace shapeproof::tool;

constexpr const char* help = R"(usage: shapeproof show FILE... [--json]
       shapeproof check FILE [--array NAME] --as SPEC [FILE [--array NAME] --as SPEC]... [--json]
       shapeproof header FILE [--output HEADER]

show    prints element type, shape, order and size of each array, and its statistics
check   says whether a file is what SPEC says, and if not, why not:
          float32[64,3,32,32]   element type and shape
          [N,3,32,32]           any type; N is any number, the same wherever N stands, in all files
          [_,3]                 _ is any number
          uint8                 any shape
header  prints a C++ header with element type and shape of each array, so that a program that expects others
        does not compile

  --array NAME     which array of an archive is meant
  --as SPEC        what the file before it must be
  --output HEADER  where the header goes; at once and as a whole
  --json           for programs
  --help, --version

Files: .npy, .npz, .safetensors, IDX (.gz too), CIFAR (.bin), CSV with a header, PNG, JPEG.
Exit status: 0 it fits, or what was asked for was done; 1 it does not fit; 2 wrong usage, or a file that cannot be read.
)";

int misused(const std::string& what) {
  complain(what + "; shapeproof --help says what there is");
  return unusable;
}

// Words of the command line, taken one after the other.
class Words {
 public:
  Words(int count, char** words) : words_(words + 1, words + count) {}
  [[nodiscard]] bool are_left() const { return next_ < words_.size(); }
  std::string take() { return words_[next_++]; }
  // "--json", wherever it stands.
  bool take_flag(const std::string& flag) {
    const std::size_t before = words_.size();
    std::erase(words_, flag);
    return words_.size() != before;
  }

 private:
  std::vector<std::string> words_;
  std::size_t next_ = 0;
};

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

int run_show(Words& words, bool as_json) {
  std::vector<std::string> files;
  while (words.are_left()) {
    files.push_back(words.take());
    if (is_option(files.back())) return misused("show has no option " + files.back());
  }
  return files.empty() ? misused("show wants a file") : show(files, as_json);
}

int run_check(Words& words, bool as_json) {
  std::vector<Demand> demands;
  while (words.are_left()) {
    const std::string word = words.take();
    const bool is_as = word == "--as";
    if (!is_as && word != "--array") {
      if (is_option(word)) return misused("check has no option " + word);
      demands.push_back({word, "", ""});
      continue;
    }
    if (demands.empty()) return misused(word + " stands before any file");
    if (!words.are_left()) return misused(word + (is_as ? " wants a type, a shape or both" : " wants a name"));
    std::string& value = is_as ? demands.back().wanted : demands.back().array;
    if (!value.empty()) return misused(word + " is said twice of " + demands.back().path);
    value = words.take();
  }
  for (const Demand& demand : demands) {
    if (demand.wanted.empty()) return misused(demand.path + ": --as is missing");
  }
  return demands.empty() ? misused("check wants a file") : check(demands, as_json);
}

int run_header(Words& words, bool as_json) {
  std::string file;
  std::string output;
  while (words.are_left()) {
    const std::string word = words.take();
    const bool is_output = word == "--output" || word == "-o";
    if (is_output && !words.are_left()) return misused(word + " wants a name");
    if (!is_output && is_option(word)) return misused("header has no option " + word);
    if (!is_output && !file.empty()) return misused("header wants one file");
    (is_output ? output : file) = is_output ? words.take() : word;
  }
  if (as_json) return misused("header has no option --json");
  return file.empty() ? misused("header wants a file") : header(file, output);
}

int run(Words words) {
  if (words.take_flag("--help") || words.take_flag("-h")) {
    std::fputs(help, stdout);
    return fits;
  }
  if (words.take_flag("--version")) {
    say(std::string("shapeproof ") + shapeproof::version_text);
    return fits;
  }
  const bool as_json = words.take_flag("--json");
  if (!words.are_left()) return misused("a command is wanted");
  const std::string command = words.take();
  if (command == "show") return run_show(words, as_json);
  if (command == "check") return run_check(words, as_json);
  if (command == "header") return run_header(words, as_json);
  return misused("there is no command " + command);
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(Words(count, words));
  } catch (const std::exception& error) {
    complain(error.what());
    return unusable;
  }
}
