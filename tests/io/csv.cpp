// SPDX-License-Identifier: BSL-1.0
// Tables of numbers, as RFC 4180 has them, and what is said about each that is none.
#include "catch.hpp"
#include "scratch.hpp"
#include "ten_thousand.hpp"

#include <cmath>
#include <limits>

#include <shapeproof/io/csv.hpp>

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N");

// A file of that text, for as long as `use` needs it.
template <class Use>
auto with_csv(const std::string& text, const Use& use) {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  scratch::write_bytes("x.csv", text);
  return use("x.csv");
}

template <class T = double>
auto read(const std::string& text, const CsvOptions& options = {}) {
  return with_csv(text, [&](const char* path) { return load_csv<T, Shape<dyn, dyn>>(path, options); });
}

template <class T = double>
std::string refusal(const std::string& text, const CsvOptions& options = {}) {
  return scratch::thrown_by([&] { read<T>(text, options); }).sentence;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Numbers come with the names of their columns") {
  const auto [values, columns] = read("height,width\n1,2.5\n-3e2,nan\n");
  CHECK(columns == Names{"height", "width"});
  CHECK(values.shape() == ShapeValue(2, 2));
  CHECK(values(0, 1) == 2.5);
  CHECK(values(1, 0) == -300);
  CHECK(std::isnan(values(1, 1)));
}

TEST_CASE("What RFC 4180 allows is read") {
  const double six[] = {1, 2, 3, 4, 5, 6};
  for (const char* text : {"a,b\n1,2\n3,4\n5,6\n", "a,b\r\n1,2\r\n3,4\r\n5,6\r\n", "a,b\n1,2\n3,4\n5,6",
                           "\xef\xbb\xbf"
                           "a,b\n1,2\n3,4\n5,6\n",
                           "a,\"b\"\n\"1\",\"2\"\n3,4\n5,\"6\"", "a,b\n 1, 2\n3\t,4 \n5,6\n"}) {
    CAPTURE(text);
    const auto values = read(text).values;
    REQUIRE(values.shape() == ShapeValue(3, 2));
    for (int i = 0; i < 6; ++i) CHECK(values.data()[i] == six[i]);
  }
  CHECK(read("\"one, \"\"two\"\"\nthree\",b\n1,2\n").columns == Names{"one, \"two\"\nthree", "b"});
  CHECK(read("a,b\n").values.shape() == ShapeValue(0, 2));
}

TEST_CASE("Each type of element is read, and no number that it does not hold") {
  CHECK(read<std::uint8_t>("a\n255\n").values(0, 0) == 255);
  CHECK(read<std::int64_t>("a\n-9223372036854775808\n").values(0, 0) == std::numeric_limits<std::int64_t>::min());
  CHECK(read<float>("a\n0.1\n").values(0, 0) == 0.1F);
  CHECK(static_cast<float>(read<half>("a\n0.5\n").values(0, 0)) == 0.5F);
  CHECK(refusal<std::uint8_t>("a\n256\n") == "x.csv: byte 2: line 2, column 1: 256 does not fit uint8");
  CHECK(refusal<float>("a\n1e39\n") == "x.csv: byte 2: line 2, column 1: 1e39 does not fit float32");
  CHECK(refusal<half>("a\n70000\n") == "x.csv: byte 2: line 2, column 1: 70000 does not fit float16");
  CHECK(refusal<std::uint8_t>("a,b\n1,-1\n") ==
        "x.csv: byte 6: line 2, column 2: \"-1\" is no number; a whole number of at least 0 is wanted for uint8");
  CHECK(refusal<int>("a,b\n1,1.5\n") ==
        "x.csv: byte 6: line 2, column 2: \"1.5\" is no number; a whole number is wanted for int32");
}

TEST_CASE("Columns can be chosen by name, in any order; the others may hold anything") {
  const std::string text = "name,age,height\n\"Ann\nLee\",30,1.7\n,40,1.8\n";
  const auto [values, columns] = read(text, {.columns = {"height", "age"}});
  CHECK(columns == Names{"height", "age"});
  CHECK(values(0, 0) == 1.7);
  CHECK(values(1, 1) == 40);
  const auto ages =
      with_csv(text, [](const char* path) { return load_csv<int, Shape<N>>(path, {.columns = {"age"}}); });
  CHECK(ages.values(1) == 40);
  CHECK(refusal(text, {.columns = {"Age"}}) == "x.csv: there is no column \"Age\"; there are name, age, height");
  CHECK(refusal(text, {.columns = {"age", "age"}}) == "x.csv: CsvOptions::columns names age twice");
  CHECK(refusal("1,2\n", {.columns = {"age"}, .has_header = false}) ==
        "x.csv: there is no column \"age\": columns have no names without a header");
}

TEST_CASE("A header is not a must, nor is the comma") {
  CHECK(read("1;2\n3;4\n", {.separator = ';', .has_header = false}).values(1, 0) == 3);
  CHECK(read("1\n", {.has_header = false}).columns.empty());
  CHECK(refusal("1,2\n3,4\n") ==
        "x.csv: byte 2: line 1: numbers stand where names of columns are wanted; CsvOptions{.has_header = false} reads "
        "them as numbers");
  CHECK(refusal("a;b\n1;2\n") ==
        "x.csv: byte 4: line 2, column 1: \"1;2\" is no number; does ';' separate fields? CsvOptions{.separator = ';'} "
        "says so");
  CHECK(refusal("a\tb\n1\t2\n").find("does '\\t' separate fields?") != std::string::npos);
}

TEST_CASE("A line or field that is none is named by its place") {
  CHECK(refusal("") == "x.csv: byte 0: the file is empty; a CSV file begins with a line of column names");
  CHECK(refusal("\x93NUMPY\x01") == "x.csv: byte 0: this is a .npy file; load_npy of io/npy.hpp reads it");
  CHECK(refusal("a,b\n1,2\n3\n") == "x.csv: byte 8: line 3: the line has 1 field; 2 are wanted, as in the first line");
  CHECK(refusal("a,b\n1,2,3,4\n") ==
        "x.csv: byte 8: line 2: the line has more than 2 fields; 2 are wanted, as in the first line");
  CHECK(refusal("a\n1,2,3\n") ==
        "x.csv: byte 4: line 2: the line has more than 1 field; 1 are wanted, as in the first line");
  CHECK(refusal("a,b\n1,2,3\n") == "x.csv: byte 8: line 2: the line has 3 fields; 2 are wanted, as in the first line");
  CHECK(refusal("a,b\n1,2\n\n3,4\n") ==
        "x.csv: byte 8: line 3: the line is empty; 2 fields are wanted, as in the first line");
  CHECK(refusal("a,b\n1,\n") == "x.csv: byte 6: line 2, column 2: the field is empty; a number is wanted");
  CHECK(refusal("a,b\n1,x\n") ==
        "x.csv: byte 6: line 2, column 2: \"x\" is no number; nan is read where a number is missing");
  CHECK(refusal("a,b\n1,+2\n") == "x.csv: byte 6: line 2, column 2: \"+2\" is no number; the + is to be left out");
  CHECK(refusal("a,b\n1,\"2,5\"\n") ==
        "x.csv: byte 6: line 2, column 2: \"2,5\" is no number; a decimal point is wanted");
  CHECK(refusal("a,b\n\"1,2\n") == "x.csv: byte 4: line 2, column 1: the quote that opens here is not closed");
  CHECK(refusal("a,b\n1,2\"3\n") ==
        "x.csv: byte 6: line 2, column 2: a quote stands inside; the whole field is to be quoted, and this quote "
        "doubled");
  CHECK(refusal("a,b\n\"1\"2,3\n") ==
        "x.csv: byte 4: line 2, column 1: '2' stands behind the closing quote; a separator is wanted");
  CHECK(refusal("a,b\r1,2\r") ==
        "x.csv: byte 2: line 1, column 2: a carriage return without a line feed ends it; lines end in LF or CRLF");
  CHECK(refusal("a,,b\n") == "x.csv: byte 2: line 1, column 2: the column has no name");
  CHECK(refusal("a,b,a\n") == "x.csv: byte 4: line 1, column 3: the name \"a\" stands here again, as in column 1");
  std::string many;
  for (int i = 0; i < 100; ++i) many += (i == 0 ? "" : ",") + std::string("column ") + std::to_string(i);
  CHECK(refusal(many + "\n", {.columns = {"x"}}).find(", ...") != std::string::npos);
}

TEST_CASE("Through the door, a table names its columns") {
  const auto load = [](const char* path) { return load_csv<float, Shape<N, 3>>(path); };
  CHECK_THROWS_WITH(with_csv("a,b\n1,2\n", load),
                    ContainsSubstring("x.csv (a, b): 2 elements, as [1, 2], are wanted as [N, 3]: axis 1 is 2"));
}

TEST_CASE("Ten thousand damaged tables") {
  const std::string right[] = {"a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "\"x\",\"y \"\"\"\r\n1e3,-2.5\r\n\"7\",0\r\n",
                               std::string("a,") + std::string(40, ',') + "\n1\n", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n"};
  // A number of two bytes becomes eight; names and places of columns take some more.
  damage::check_ten_thousand(right, 64, {1'000, 8'000},
                             [](const std::string& path) { load_csv<double, Shape<dyn, dyn>>(path); });
}
