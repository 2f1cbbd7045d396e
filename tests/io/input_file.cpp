// SPDX-License-Identifier: BSL-1.0
// Which files are opened for reading, and what is said of the others.
#include "catch.hpp"
#include "scratch.hpp"

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <shapeproof/io/detail/input_file.hpp>

using namespace shapeproof;

namespace {

std::string refusal(const std::string& path) {
  return scratch::thrown_by([&] { const detail::InputFile file(path); }).sentence;
}

}  // namespace

TEST_CASE("A regular file says its length, and is read from any byte") {
  const scratch::Directory directory;
  const std::string path = directory / "file";
  scratch::write_bytes(path, "0123456789");
  const detail::InputFile file(path);
  CHECK(file.facts().size == 10);
  char bytes[4] = {};
  file.read_at(3, bytes, 4);
  CHECK(std::string(bytes, 4) == "3456");
}

TEST_CASE("What is no regular file is refused, and none is waited for") {
  const scratch::Directory directory;
  CHECK(refusal(directory.path().string()) ==
        directory.path().string() + ": this is a directory; a regular file is wanted");
  CHECK(refusal("/dev/null") == "/dev/null: this is a device; a regular file is wanted");
  const std::string fifo = directory / "fifo";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(refusal(fifo) == fifo + ": this is a FIFO; a regular file is wanted");
}

TEST_CASE("A socket cannot be opened") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  sockaddr_un address = {AF_UNIX, "socket"};
  const detail::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
  REQUIRE(::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  CHECK(refusal("socket") == "socket: cannot be opened: No such device or address");
  struct stat status = {};
  REQUIRE(::stat("socket", &status) == 0);
  CHECK(std::string(detail::special_kind(status)) == "a socket");
}

TEST_CASE("A file that may not be read says so") {
  const scratch::Directory directory;
  const std::string path = directory / "secret.npy";
  scratch::write_bytes(path, "x");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  const scratch::Nobody nobody;
  CHECK(refusal(path) == path + ": no permission to read it");
}

TEST_CASE("A missing file has its own sentences") {
  CHECK(refusal("/nowhere/x.npy") == "/nowhere/x.npy: there is no directory /nowhere");
}

TEST_CASE("A path that is too long says so") {
  CHECK_THAT(refusal(std::string(5000, 'p')), ContainsSubstring("ppp: cannot be opened: File name too long"));
}

TEST_CASE("A file that shrinks while it is read is an error, not a wait") {
  const scratch::Directory directory;
  const std::string path = directory / "file";
  scratch::write_bytes(path, "0123456789");
  const detail::InputFile file(path);
  std::filesystem::resize_file(path, 6);
  char bytes[10] = {};
  const auto thrown = scratch::thrown_by([&] { file.read_at(0, bytes, 10); });
  CHECK(thrown.sentence == path + ": byte 6: the file ends here; it held 10 bytes when it was opened");
  CHECK(thrown.offset == 6);
}

#ifdef __linux__
TEST_CASE("A read that fails says at which byte") {
  // A process's own memory is a regular file whose first page cannot be read.
  const detail::InputFile file("/proc/self/mem");
  char byte = 0;
  const auto thrown = scratch::thrown_by([&] { file.read_at(0, &byte, 1); });
  CHECK(thrown.sentence == "/proc/self/mem: byte 0: cannot be read: Input/output error");
}
#endif

TEST_CASE("An open file is closed at the end, after an error too") {
  const scratch::Directory directory;
  rlimit before = {};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const rlimit few = {64, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  const std::string expected = directory.path().string() + ": this is a directory; a regular file is wanted";
  for (int i = 0; i < 100; ++i) CHECK(refusal(directory.path().string()) == expected);
  ::setrlimit(RLIMIT_NOFILE, &before);
}
