// SPDX-License-Identifier: BSL-1.0
// Who sees what of a file that is being written: the old one or the new one, whatever goes wrong.
#include "catch.hpp"
#include "scratch.hpp"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <shapeproof/io/detail/output_file.hpp>

using namespace shapeproof;

namespace {

void write_text(const std::string& path, const std::string& text) {
  detail::OutputFile file(path);
  file.write(text.data(), static_cast<std::int64_t>(text.size()));
  file.commit();
}

std::string refusal(const std::string& path, const std::string& text = "new") {
  return scratch::thrown_by([&] { write_text(path, text); }).sentence;
}

std::filesystem::perms permissions_of(const std::string& path) { return std::filesystem::status(path).permissions(); }

// No file of this process may grow beyond that, as if the disk were full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_ = {};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("A file appears when it is committed, and nothing stays beside it") {
  const scratch::Directory directory;
  const std::string path = directory / "file";
  {
    detail::OutputFile file(path);
    file.write("new", 3);
    CHECK_FALSE(std::filesystem::exists(path));
    file.commit();
    CHECK(scratch::bytes_of_file(path) == "new");
  }
  CHECK(directory.file_count() == 1);
}

TEST_CASE("Without a commit the old file stays, and nothing beside it") {
  const scratch::Directory directory;
  const std::string path = directory / "file";
  scratch::write_bytes(path, "old");
  {
    detail::OutputFile file(path);
    file.write("new", 3);
  }
  CHECK(scratch::bytes_of_file(path) == "old");
  CHECK(directory.file_count() == 1);
}

TEST_CASE("A disk that is full leaves the old file") {
  const scratch::Directory directory;
  const std::string path = directory / "file";
  const std::string much(10'000, 'x');
  {
    const FullDisk full(4096);
    CHECK(refusal(path, much) == path + ": cannot be written: File too large");
    CHECK(directory.file_count() == 0);
    write_text(path, "old");
    CHECK(refusal(path, much) == path + ": cannot be written: File too large; the old file is unchanged");
  }
  CHECK(scratch::bytes_of_file(path) == "old");
  CHECK(directory.file_count() == 1);
}

TEST_CASE("A process that dies half-way leaves the old file") {
  const scratch::Directory directory;
  const std::string path = directory / "file";
  scratch::write_bytes(path, "old");
  const pid_t child = ::fork();
  if (child == 0) {
    detail::OutputFile file(path);
    file.write("new", 3);
    ::kill(::getpid(), SIGKILL);
  }
  REQUIRE(child > 0);
  ::waitpid(child, nullptr, 0);
  CHECK(scratch::bytes_of_file(path) == "old");
  write_text(path, "newer");
  CHECK(scratch::bytes_of_file(path) == "newer");
}

TEST_CASE("The umask says who may read a new file; an old one keeps its permissions") {
  const scratch::Directory directory;
  const std::string path = directory / "file";
  const mode_t before = ::umask(027);
  write_text(path, "x");
  CHECK(permissions_of(path) == std::filesystem::perms{0640});
  std::filesystem::permissions(path, std::filesystem::perms{0604});
  write_text(path, "y");
  CHECK(permissions_of(path) == std::filesystem::perms{0604});
  ::umask(before);
}

TEST_CASE("A link stays a link: the file it leads to is written") {
  const scratch::Directory directory;
  std::filesystem::create_directory(directory.path() / "elsewhere");
  scratch::write_bytes(directory / "elsewhere/file", "old");
  std::filesystem::create_symlink("elsewhere/file", directory / "link");
  write_text(directory / "link", "new");
  CHECK(std::filesystem::is_symlink(directory / "link"));
  CHECK(scratch::bytes_of_file(directory / "elsewhere/file") == "new");
}

TEST_CASE("What is no regular file is not replaced") {
  const scratch::Directory directory;
  CHECK(refusal(directory.path().string()) ==
        directory.path().string() + ": this is a directory, which is not replaced by a file");
  CHECK(refusal("/dev/null") == "/dev/null: this is a device, which is not replaced by a file");
  CHECK(refusal("/dev/full") == "/dev/full: this is a device, which is not replaced by a file");
  const std::string fifo = directory / "fifo";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(refusal(fifo) == fifo + ": this is a FIFO, which is not replaced by a file");
  CHECK(directory.file_count() == 1);
}

TEST_CASE("A path at which no file can be says so") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  const std::string real = std::filesystem::canonical(directory.path()).string();
  CHECK(refusal("") == "\"\": this names no file to write");
  CHECK(refusal("new/") == "new/: this names no file to write");
  CHECK(refusal("new/file") == "new/file: there is no directory " + real + "/new");
  CHECK_THAT(refusal(std::string(5000, 'p')), ContainsSubstring("ppp: the path is longer than 4095 bytes"));
  CHECK_THAT(refusal(std::string(300, 'p')), ContainsSubstring("ppp: cannot be written: File name too long"));
  CHECK(directory.file_count() == 0);
}

TEST_CASE("Where there is no permission, nothing is written") {
  const scratch::Directory directory;
  const std::string path = directory / "file";
  scratch::write_bytes(path, "old");
  const scratch::Nobody nobody;
  std::error_code ignored;  // only the owner may
  std::filesystem::permissions(path, std::filesystem::perms{0444}, ignored);
  CHECK(refusal(path) == path + ": no permission to write it");
  std::filesystem::permissions(directory.path(), std::filesystem::perms{0555}, ignored);
  CHECK(refusal(directory / "other") == directory / "other" + ": cannot be written: Permission denied");
  std::filesystem::permissions(directory.path(), std::filesystem::perms{0755}, ignored);
  CHECK(scratch::bytes_of_file(path) == "old");
}
