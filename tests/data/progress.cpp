// SPDX-License-Identifier: BSL-1.0
// What does a terminal show, and when? The clock and the terminal are the test's own.
#include <shapeproof/create.hpp>
#include <shapeproof/data/batches.hpp>
#include <shapeproof/data/progress.hpp>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace shapeproof;

namespace {

struct FakeTerminal {
  std::string shown{};
  double time = 100;
  int asked = 0;

  ProgressScreen screen(int columns = 80, bool is_terminal = true) {
    const auto write = [](void* self, const char* text, std::size_t size) {
      static_cast<FakeTerminal*>(self)->shown.append(text, size);
    };
    const auto now = [](void* self) {
      ++static_cast<FakeTerminal*>(self)->asked;
      return static_cast<FakeTerminal*>(self)->time;
    };
    return {is_terminal, columns, write, now, this};
  }
  std::string take() { return std::exchange(shown, {}); }
};

std::string bar(int full, int width) {
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(width - full), '-') + "]  ";
}
const std::string erase = "\033[K";

std::string duration(double seconds) {
  Sentence out;
  detail::write_duration(out, seconds);
  return out.c_str();
}
std::string rate(double value) {
  Sentence out;
  detail::write_rate(out, value);
  return out.c_str();
}

}  // namespace

TEST_CASE("progress: what is over within a second says nothing") {
  FakeTerminal terminal;
  {
    Progress progress("epoch 1", 100, terminal.screen());
    for (int i = 0; i < 100; ++i) {
      terminal.time += 0.009;
      progress.step();
    }
    CHECK(progress.done() == 100);
  }
  CHECK(terminal.shown.empty());
}

TEST_CASE("progress: after a second, a bar with the rate and the time that is left") {
  FakeTerminal terminal;
  {
    Progress progress("epoch 1", 100, terminal.screen());
    terminal.time += 2;
    progress.step(25);
    CHECK(terminal.take() == "\repoch 1  " + bar(10, 40) + "25/100  12.5/s  6 s left" + erase);
    // Not more often than eyes can follow.
    terminal.time += 0.05;
    progress.step();
    CHECK(terminal.take().empty());
    terminal.time += 7.95;
    progress.step(74);
    CHECK(terminal.take() == "\repoch 1  " + bar(40, 40) + "100/100  10.0/s  10 s" + erase);
  }
  CHECK(terminal.take() == "\repoch 1  " + bar(40, 40) + "100/100  10.0/s  10 s" + erase + "\n");
}

TEST_CASE("progress: what ends early leaves the line as it was") {
  FakeTerminal terminal;
  {
    Progress progress("load", 4, terminal.screen());
    terminal.time += 4;
    progress.step();
    terminal.take();
  }
  CHECK(terminal.take() == "\rload  " + bar(10, 40) + "1/4  0.25/s  12 s left" + erase + "\n");
}

TEST_CASE("progress: a file is no terminal: nothing is written, and no clock is read") {
  FakeTerminal terminal;
  {
    Progress progress("epoch 1", 100, terminal.screen(80, false));
    terminal.time += 1000;
    progress.step(100);
  }
  CHECK(terminal.shown.empty());
  CHECK(terminal.asked == 0);
}

TEST_CASE("progress: the line fits the terminal") {
  for (const int columns : {200, 80, 60, 48, 40, 30, 20, 10, 2, 1, 0}) {
    FakeTerminal terminal;
    Progress progress("epoch 1", 1000, terminal.screen(columns));
    terminal.time += 500;
    progress.step(500);
    const std::string line = terminal.take();
    INFO(line);
    REQUIRE(line.substr(line.size() - 3) == erase);
    CHECK(line.size() - 3 - 1 <= static_cast<std::size_t>(std::max(columns - 1, 0)));
    CHECK((line.find('#') != std::string::npos) == (columns >= 54));
  }
}

TEST_CASE("progress: of what has no known end, the count and the rate") {
  FakeTerminal terminal;
  Progress progress("lines", -1, terminal.screen());
  terminal.time += 10;
  progress.step(12345);
  CHECK(terminal.take() == "\rlines  12345  1235/s  10 s" + erase);
}

TEST_CASE("progress: nothing to do, or more than was said, is no division by zero") {
  FakeTerminal terminal;
  Progress none("none", 0, terminal.screen());
  terminal.time += 2;
  none.step(0);
  CHECK(terminal.take() == "\rnone  0/0  0.00/s  2 s" + erase);
  none.step(5);
  Progress more("more", 4, terminal.screen());
  terminal.time += 2;
  more.step(8);
  CHECK(terminal.take() == "\rmore  " + bar(40, 40) + "8/4  4.00/s  2 s" + erase);
}

TEST_CASE("progress: times and rates as people say them") {
  CHECK(duration(0) == "0 s");
  CHECK(duration(59.4) == "59 s");
  CHECK(duration(59.6) == "1 min 00 s");
  CHECK(duration(125) == "2 min 05 s");
  CHECK(duration(3600 * 3 + 60 * 7 + 20) == "3 h 07 min");
  CHECK(duration(1e300) == "over 100 h");
  CHECK(rate(0.523) == "0.52/s");
  CHECK(rate(81.23) == "81.2/s");
  CHECK(rate(1240.4) == "1240/s");
  CHECK(rate(1e300) == "9000000000000000/s");
}

TEST_CASE("progress: of the batches of an epoch, and of a container") {
  FakeTerminal terminal;
  auto train = batches<4>(zeros<float, Shape<dyn, 3>>(10), in_order, drop_last);
  int count = 0;
  for (auto& [x] : with_progress("epoch", train.epoch(), terminal.screen())) {
    count += static_cast<int>(x.extent<0>());
    terminal.time += 1;
  }
  CHECK(count == 8);
  CHECK(terminal.take().find("2/2  1.00/s  2 s" + erase + "\n") != std::string::npos);
  std::vector<int> values{1, 2, 3};
  for (int& value : with_progress("values", values, terminal.screen())) {
    terminal.time += 1;
    value = 0;
  }
  CHECK(values == std::vector<int>(3, 0));
  CHECK(terminal.take().find("3/3") != std::string::npos);
}
