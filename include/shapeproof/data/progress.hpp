// SPDX-License-Identifier: BSL-1.0
// How far is it? A line on the terminal for whatever lasts over a second; nothing before, and nothing where stderr is a file.
//
//   epoch 3  [###########---------]  512/940  81.2/s  5 s left
//
//   Progress progress("epoch 3", train.batch_count());
//   train.for_each([&](const auto& images, const auto& labels) { ...; progress.step(); });
//   for (auto& [images, labels] : with_progress("epoch 3", epoch)) ...
// run time only: tests/data/progress.cpp
#pragma once

#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "../message.hpp"
#include "../tensor.hpp"

namespace shapeproof {

// Where progress is shown, and what time it is there, in seconds from any moment on.
struct ProgressScreen {
  bool is_terminal = false;  // where it is none, nothing is written
  int columns = 80;          // how long a line is
  // Writes `size` letters.
  void (*write)(void* context, const char* text, std::size_t size) = nullptr;
  // The time, in seconds.
  double (*now)(void* context) = nullptr;
  void* context = nullptr;  // handed to `write` and `now`
};

namespace detail {

inline void write_to_stderr(void*, const char* text, std::size_t size) {
  // What cannot be shown is no error of the work that it is about.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, size);
}
inline double monotonic_seconds(void*) {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// 5 s, 2 min 05 s, 3 h 07 min
constexpr void write_duration(Sentence& out, double seconds) {
  if (!(seconds < 360000)) {
    out << "over 100 h";
    return;
  }
  const auto all = static_cast<std::int64_t>(seconds + 0.5);
  const auto two_digits = [&out](std::int64_t number) { out << (number < 10 ? "0" : "") << number; };
  if (all < 60) {
    out << all << " s";
  } else if (all < 3600) {
    two_digits((out << all / 60 << " min ", all % 60));
    out << " s";
  } else {
    two_digits((out << all / 3600 << " h ", all / 60 % 60));
    out << " min";
  }
}

// Three digits, where there are as many before the point or fewer: 0.52/s, 81.2/s, 1240/s.
constexpr void write_rate(Sentence& out, double rate) {
  int digits = rate < 10 ? 2 : rate < 100 ? 1 : 0;
  std::int64_t unit = digits == 2 ? 100 : digits == 1 ? 10 : 1;
  const auto scaled = static_cast<std::int64_t>((rate < 9e15 ? rate : 9e15) * static_cast<double>(unit) + 0.5);
  out << scaled / unit;
  for (out << (digits > 0 ? "." : ""); digits > 0; --digits) {
    unit /= 10;
    out << static_cast<char>('0' + scaled / unit % 10);
  }
  out << "/s";
}

}  // namespace detail

// stderr, if it is a terminal, and as wide as that is.
inline ProgressScreen stderr_screen() {
  ProgressScreen screen{isatty(STDERR_FILENO) != 0, 80, detail::write_to_stderr, detail::monotonic_seconds, nullptr};
  winsize size{};
  if (screen.is_terminal && ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    screen.columns = size.ws_col;
  return screen;
}

// Counts steps, of `total` or, where that is negative, of nobody knows how many. Not safe to share between threads.
class Progress {
 public:
  // Of that many steps in all; a negative total is an unknown one.
  explicit Progress(const char* name, std::int64_t total, const ProgressScreen& screen = stderr_screen())
      : screen_(screen), total_(total) {
    name_ << name;
    if (screen_.is_terminal) begin_ = screen_.now(screen_.context);
  }
  // Leaves the line as it is, whether all was done or not.
  ~Progress() {
    if (!is_shown_) return;
    show(screen_.now(screen_.context) - begin_);
    screen_.write(screen_.context, "\n", 1);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // So many more steps are done. Writes at most ten times a second.
  void step(std::int64_t count = 1) {
    done_ += count;
    if (!screen_.is_terminal) return;
    const double elapsed = screen_.now(screen_.context) - begin_;
    if (elapsed >= next_) show(elapsed);
  }
  // How many steps are done.
  [[nodiscard]] std::int64_t done() const { return done_; }

 private:
  static constexpr double silent_seconds = 1;
  static constexpr double seconds_between = 0.1;

  void show(double elapsed) {
    is_shown_ = true;
    next_ = elapsed + seconds_between;
    Sentence line;
    line << '\r' << name_ << "  ";
    const Sentence facts = facts_after(elapsed);
    // The cursor stands behind the last letter: the last column stays free.
    const std::int64_t room = screen_.columns - 1 - static_cast<std::int64_t>(line.size() - 1 + facts.size());
    if (total_ > 0 && room >= 14) write_bar(line, room < 44 ? room - 4 : 40);
    line << facts;
    const auto most = static_cast<std::size_t>(screen_.columns > 1 ? screen_.columns : 1);
    screen_.write(screen_.context, line.data(), line.size() < most ? line.size() : most);
    screen_.write(screen_.context, "\033[K", 3);  // what stood there before and is longer
  }
  [[nodiscard]] Sentence facts_after(double elapsed) const {
    Sentence facts;
    facts << done_;
    if (total_ >= 0) facts << '/' << total_;
    const double rate = elapsed > 0 ? static_cast<double>(done_) / elapsed : 0;
    detail::write_rate(facts << "  ", rate);
    if (total_ <= done_ || rate <= 0) {
      detail::write_duration(facts << "  ", elapsed);
    } else {
      detail::write_duration(facts << "  ", static_cast<double>(total_ - done_) / rate);
      facts << " left";
    }
    return facts;
  }
  void write_bar(Sentence& line, std::int64_t width) const {
    const std::int64_t done = done_ < total_ ? done_ : total_;
    const auto full =
        static_cast<std::int64_t>(static_cast<double>(done) / static_cast<double>(total_) * static_cast<double>(width));
    line << '[';
    for (std::int64_t i = 0; i < width; ++i) line << (i < full ? '#' : '-');
    line << "]  ";
  }

  ProgressScreen screen_;
  Sentence name_;
  std::int64_t total_;
  std::int64_t done_ = 0;
  double begin_ = 0;
  double next_ = silent_seconds;
  bool is_shown_ = false;
};

namespace detail {

template <class Range>
std::int64_t step_count(const Range& range) {
  if constexpr (requires { range.batch_count(); }) return range.batch_count();
  else if constexpr (requires { range.size(); }) return static_cast<std::int64_t>(range.size());
  else return -1;
}

// A range whose every step is shown. Holds a range that was moved in, and refers to another.
template <class Range>
class WithProgress {
 public:
  WithProgress(const char* name, Range&& range, const ProgressScreen& screen)
      : range_(std::forward<Range>(range)), progress_(name, step_count(range_), screen) {}

  using Begin = decltype(std::declval<std::remove_reference_t<Range>&>().begin());
  using End = decltype(std::declval<std::remove_reference_t<Range>&>().end());
  class Iterator {
   public:
    Iterator(Begin at, Progress& progress) : at_(std::move(at)), progress_(&progress) {}
    decltype(auto) operator*() const { return *at_; }
    Iterator& operator++() {
      progress_->step();
      ++at_;
      return *this;
    }
    bool operator==(const End& end) const { return at_ == end; }

   private:
    Begin at_;
    Progress* progress_;
  };

  Iterator begin() { return {range_.begin(), progress_}; }
  End end() { return range_.end(); }

 private:
  Range range_;
  Progress progress_;
};

}  // namespace detail

// for (auto& batch : with_progress("epoch 3", epoch)): a step for each; of an epoch's batches or a container's elements it is
// known how many there are.
template <class Range>
detail::WithProgress<Range> with_progress(const char* name, Range&& range,
                                          const ProgressScreen& screen = stderr_screen()) {
  return {name, std::forward<Range>(range), screen};
}

}  // namespace shapeproof
