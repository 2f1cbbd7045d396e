// SPDX-License-Identifier: BSL-1.0
// What is said of a file that is not there.
#include "catch.hpp"
#include "scratch.hpp"

#include <shapeproof/io/detail/missing_file.hpp>

using namespace shapeproof;

namespace {

std::string sentence_about(const std::string& path) {
  return detail::missing_file_error(detail::FileFacts{path.c_str(), 0}).what();
}

std::string most_similar(const scratch::Directory& directory, const char* name) {
  return detail::SimilarName(directory.path().c_str(), name).text();
}

}  // namespace

TEST_CASE("A missing file says in which directory it was looked for, from the root") {
  const scratch::Directory directory;
  const std::string real = std::filesystem::canonical(directory.path()).string();
  const std::string path = directory / "images.npy";
  CHECK(sentence_about(path) == path + ": no such file in " + real);
  const scratch::Inside inside(directory);
  CHECK(sentence_about("images.npy") == "images.npy: no such file in " + real);
  std::filesystem::create_directory("data");
  CHECK(sentence_about("data/images.npy") == "data/images.npy: no such file in " + real + "/data");
  CHECK(sentence_about("/images.npy") == "/images.npy: no such file in /");
}

TEST_CASE("A missing directory is what is missing") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  const std::string real = std::filesystem::canonical(directory.path()).string();
  CHECK(sentence_about("data/images.npy") == "data/images.npy: there is no directory " + real + "/data");
  CHECK(sentence_about("/nowhere/at/all/images.npy") ==
        "/nowhere/at/all/images.npy: there is no directory /nowhere/at/all");
  scratch::write_bytes("file", "");
  CHECK(sentence_about("file/images.npy") == "file/images.npy: there is no directory " + real + "/file");
}

TEST_CASE("An empty path, and a link that leads nowhere") {
  const scratch::Directory directory;
  CHECK(sentence_about("") == "\"\": the path is empty; the name of a file is wanted");
  const std::string link = directory / "link.npy";
  std::filesystem::create_symlink("nowhere", link);
  CHECK(sentence_about(link) == link + ": this is a link to a file that does not exist");
}

TEST_CASE("A file of a similar name is mentioned") {
  const scratch::Directory directory;
  const std::string path = directory / "my_data.npy";
  scratch::write_bytes(directory / "my_dta.npy", "");
  CHECK_THAT(sentence_about(path), ContainsSubstring("; my_dta.npy is there"));
  scratch::write_bytes(directory / "My-Data.npy", "");
  scratch::write_bytes(directory / "my_data2.npy", "");
  scratch::write_bytes(directory / "x.npy", "");
  CHECK(most_similar(directory, "my_data.npy") == "My-Data.npy");  // as near as two others, and first in the alphabet
  CHECK(most_similar(directory, "my_data2") == "my_data2.npy");
  CHECK(most_similar(directory, "my_dta.nyp") == "my_dta.npy");
  CHECK(most_similar(directory, "MY_DTA.NPY") == "my_dta.npy");
  CHECK(most_similar(directory, "y.npy").empty());
  CHECK(most_similar(directory, "labels.npy").empty());
}

TEST_CASE("Names and paths as long as the system allows, and longer") {
  const scratch::Directory directory;
  const std::string longest(255, 'n');
  scratch::write_bytes(directory / longest.c_str(), "");
  CHECK(most_similar(directory, std::string(254, 'n').c_str()) == longest);
  CHECK(most_similar(directory, std::string(3000, 'n').c_str()) == longest);
  const std::string path = "/" + std::string(5000, 'p') + "/images.npy";
  CHECK_THAT(sentence_about(path), ContainsSubstring("ppp/images.npy: "));
}
