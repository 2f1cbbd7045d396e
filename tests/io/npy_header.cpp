// SPDX-License-Identifier: BSL-1.0
// Which headers of .npy files are read, and what is said about each of the others.
#include "catch.hpp"
#include "npy_bytes.hpp"
#include "scratch.hpp"

using namespace shapeproof;
using npy_bytes::file;
using npy_bytes::frame;

namespace {

std::string refusal(const std::string& bytes) {
  return scratch::thrown_by([&] { npy_bytes::read(bytes); }).sentence;
}

// Of a header in a file of version 1.0. Its text begins at byte 10.
std::string header_refusal(const std::string& header, const std::string& data = "") {
  return refusal(file(header, data));
}

// Of one value, in a header that is right but for it.
std::string shape_refusal(const std::string& shape) {
  return header_refusal("{'shape': " + shape + ", 'descr': '<f4', 'fortran_order': False}");
}
std::string descr_refusal(const std::string& descr) {
  return header_refusal("{'descr': " + descr + ", 'fortran_order': False, 'shape': (0,)}");
}

ShapeValue shape_read(const std::string& shape, std::size_t elements, int version = 1) {
  const std::string header = "{'shape': " + shape + ", 'descr': '<f4', 'fortran_order': False}";
  return npy_bytes::read(file(header, std::string(4 * elements, '\0'), version)).extents.shape();
}

const std::string good = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
const std::string two_floats(8, '\0');

}  // namespace

TEST_CASE("A header says type, order, shape, and where the data begins") {
  const auto header =
      npy_bytes::read(file("{'descr': '>i2', 'fortran_order': True, 'shape': (3, 2), }\n", std::string(12, 'x')));
  CHECK(header.element.type == ElementType::int16);
  CHECK(header.element.is_big_endian);
  CHECK(header.is_fortran);
  CHECK(header.extents.shape() == ShapeValue(3, 2));
  CHECK(header.byte_count == 12);
  CHECK(header.data_offset == 69);
}

TEST_CASE("Keys stand in any order, in either quotes, with any blanks") {
  for (const char* text : {"{'shape': (2,), 'fortran_order': False, 'descr': '<f4'}",
                           "{\"descr\":\"<f4\",\"fortran_order\":False,\"shape\":(2,)}",
                           " \t{ 'descr' : '<f4' ,\n'fortran_order'\t: False ,\r\n 'shape' : ( 2 , ) , } \n\n",
                           "{'descr': \"<f4\", 'fortran_order': False, 'shape': (2,), }                    \n"}) {
    CAPTURE(text);
    CHECK(npy_bytes::read(file(text, two_floats)).extents.shape() == ShapeValue(2));
  }
}

TEST_CASE("Shapes are tuples of numbers") {
  CHECK(shape_read("()", 1) == ShapeValue());
  CHECK(shape_read("(0,)", 0) == ShapeValue(0));
  CHECK(shape_read("(5,)", 5) == ShapeValue(5));
  CHECK(shape_read("(2, 3)", 6) == ShapeValue(2, 3));
  CHECK(shape_read("(2, 3,)", 6) == ShapeValue(2, 3));
  CHECK(shape_read("(1, 1, 1, 1, 1, 1, 1, 2)", 2) == ShapeValue(1, 1, 1, 1, 1, 1, 1, 2));
  CHECK(shape_read("(0, 1152921504606846976)", 0).rank == 2);
}

TEST_CASE("Python 2's 3L is read up to version 2.0, as NumPy does") {
  CHECK(shape_read("(3L, 2L)", 6) == ShapeValue(3, 2));
  CHECK(shape_read("(3L,)", 3, 2) == ShapeValue(3));
  CHECK_THROWS_AS(shape_read("(3L,)", 3, 3), FileError);
  CHECK_THROWS_AS(shape_read("(3LL,)", 3), FileError);
  CHECK_THROWS_AS(shape_read("(L,)", 3), FileError);
}

TEST_CASE("A header of 128 bytes and more is read: its length is no signed byte") {
  for (const std::size_t size : {std::size_t{127}, std::size_t{128}, std::size_t{200}, std::size_t{255},
                                 std::size_t{256}, std::size_t{32768}, std::size_t{65535}}) {
    CAPTURE(size);
    CHECK(npy_bytes::read(file(good + std::string(size - good.size(), ' '), two_floats)).data_offset ==
          std::int64_t(size) + 10);
  }
  for (const int version : {2, 3}) {
    CHECK(npy_bytes::read(file(good + std::string(100'000, ' '), two_floats, version)).data_offset ==
          std::int64_t(good.size()) + 100'012);
  }
}

TEST_CASE("What is no .npy file is named") {
  CHECK(refusal("") == "x.npy: byte 0: the file is empty; a .npy file begins with \\x93NUMPY");
  CHECK(refusal(std::string("\x93NUMPZ\1\0", 8)) ==
        "x.npy: byte 0: the file does not begin with \\x93NUMPY, as .npy files do");
  CHECK(refusal("\x93NUM") == "x.npy: byte 4: the file ends within \\x93NUMPY");
  const std::pair<std::string, const char*> kinds[] = {
      {"\x1f\x8b\x08", "gzip data; gunzip it first"},
      {"BZh9", "bzip2 data; bunzip2 it first"},
      {std::string("\xfd\x37zXZ\0", 6), "xz data; unxz it first"},
      {"\x28\xb5\x2f\xfd", "zstd data; unzstd it first"},
      {"PK\x03\x04", "a zip archive, as .npz files are; load_npz of io/npz.hpp reads them"},
      {"PK\x05\x06", "a zip archive, as .npz files are; load_npz of io/npz.hpp reads them"},
      {"PK\x03\x04........................model/data.pkl",
       "a PyTorch file; safetensors.torch.save_file(tensors, path) writes one that load_safetensors reads"},
      {"\x89HDF\r\n\x1a\n", "an HDF5 file; save each of its arrays with numpy.save"},
      {"CDF\x01", "a NetCDF file; save each of its arrays with numpy.save"},
      {"MATLAB 5.0 MAT-file, Platform: GLNXA64", "a MATLAB file; save each of its arrays with numpy.save"},
      {"PAR1\x15", "a Parquet file; save each of its columns with numpy.save"},
      {std::string("\x05\0\0\0\0\0\0\0{    ", 13),
       "a safetensors file; load_safetensors of io/safetensors.hpp reads it"},
      {"\x80\x04\x95", "a Python pickle; save the arrays in it with numpy.save"},
      {"\x89PNG\r\n\x1a\n", "a PNG image; load_png of io/png.hpp reads it"},
      {"\xff\xd8\xff\xe0", "a JPEG image; load_jpeg of io/jpeg.hpp reads it"},
      {"RIFF\x10\x01", "a WebP image or another RIFF file; convert it to PNG"},
      {"BM\x10\x01", "a BMP image, by its first bytes; convert it to PNG"},
      {"GIF89a", "a GIF image; save its pixels with numpy.save"},
      {"\xc2\x93NUMPY", "a .npy file that was copied as text, which changed its bytes; copy it again as binary"},
      {"\xef\xbf\xbdNUMPY", "a .npy file that was copied as text, which changed its bytes; copy it again as binary"},
      {"\xef\xbb\xbf"
       "1.5;2\r\n",
       "text; load_csv of io/csv.hpp reads numbers in columns"},
      {"1.5,2.5\n3.5,4.5\n", "text; load_csv of io/csv.hpp reads numbers in columns"},
  };
  for (const auto& [bytes, kind] : kinds) CHECK(refusal(bytes) == "x.npy: byte 0: this is " + std::string(kind));
}

TEST_CASE("A .npy file is told from others") {
  detail::Opening opening;
  for (const char letter : std::string("\x93NUMPY")) opening.bytes[opening.size++] = static_cast<unsigned char>(letter);
  CHECK(std::string(detail::kind_of(opening, 100)) == "a .npy file; load_npy of io/npy.hpp reads it");
}

TEST_CASE("A frame that cannot be is refused") {
  const std::string whole = file(good, two_floats);
  CHECK(refusal(whole.substr(0, 7)) == "x.npy: byte 7: the file ends here; a version is wanted at byte 6");
  CHECK(refusal(whole.substr(0, 8)) == "x.npy: byte 8: the file ends here; the header's length is wanted at byte 8");
  CHECK(refusal(frame(2, 100).substr(0, 10)) ==
        "x.npy: byte 10: the file ends here; the header's length is wanted at byte 8");
  CHECK(refusal(file(good, two_floats, 4)) == "x.npy: byte 6: version 4.0 is not read; 1.0, 2.0 or 3.0 is wanted");
  CHECK(refusal(file(good, two_floats, 0)) == "x.npy: byte 6: version 0.0 is not read; 1.0, 2.0 or 3.0 is wanted");
  std::string minor = whole;
  minor[7] = '\xff';
  CHECK(refusal(minor) == "x.npy: byte 6: version 1.255 is not read; 1.0, 2.0 or 3.0 is wanted");
  CHECK(refusal(frame(1, 118) + std::string(60, ' ')) ==
        "x.npy: byte 8: the header says it is 118 bytes long, the file ends after 60");
  CHECK(refusal(frame(1, 200) + good) == "x.npy: byte 8: the header says it is 200 bytes long, the file ends after 57");
  CHECK(refusal(frame(2, 0xFFFFFFFF) + good) ==
        "x.npy: byte 8: the header says it is 4294967295 bytes long, the file ends after 57");
  CHECK(refusal(frame(1, 0) + "xyz") ==
        "x.npy: byte 8: the header says it is 0 bytes long; descr, fortran_order and shape are missing");
}

TEST_CASE("A text that is no dict of the three keys is refused") {
  CHECK(header_refusal("x") == "x.npy: byte 10: 'x' stands here; '{' is wanted");
  CHECK(header_refusal("   ") == "x.npy: byte 13: the header ends here; '{' is wanted");
  CHECK(header_refusal("[1, 2]") == "x.npy: byte 10: '[' stands here; '{' is wanted");
  CHECK(header_refusal(std::string(5, '\0')) == "x.npy: byte 10: '\\x00' stands here; '{' is wanted");
  CHECK(header_refusal("{\xc3\xa4: 1}") == "x.npy: byte 11: '\\xc3' stands here; a key in quotes or '}' is wanted");
  CHECK(header_refusal("{descr: '<f4'}") == "x.npy: byte 11: 'd' stands here; a key in quotes or '}' is wanted");
  CHECK(header_refusal("{'descr") == "x.npy: byte 11: the quote that opens here is not closed");
  CHECK(header_refusal("{'descr\": '<f4'}") ==
        "x.npy: byte 11: the key 'descr\": ' is none of descr, fortran_order and shape");
  CHECK(header_refusal("{'de\\x73cr': '<f4'}") == "x.npy: byte 11: the quote that opens here is not closed");
  CHECK(header_refusal("{'descr' '<f4'}") == "x.npy: byte 19: ''' stands here; ':' after a key is wanted");
  CHECK(header_refusal("{'descr': '<f4' 'shape': (2,)}") ==
        "x.npy: byte 26: ''' stands here; ',' or '}' after a value is wanted");
  CHECK(header_refusal("{'descr': '<f4',, }") == "x.npy: byte 26: ',' stands here; a key in quotes or '}' is wanted");
  CHECK(header_refusal("{'descr': '<f4', ") ==
        "x.npy: byte 27: the header ends here; a key in quotes or '}' is wanted");
  CHECK(header_refusal(good + "x", two_floats) == "x.npy: byte 67: 'x' stands here; nothing more after '}' is wanted");
  CHECK(header_refusal(good + good, two_floats) == "x.npy: byte 67: '{' stands here; nothing more after '}' is wanted");
  CHECK(header_refusal(good + std::string(3, '\0'), two_floats) ==
        "x.npy: byte 67: '\\x00' stands here; nothing more after '}' is wanted");
}

TEST_CASE("Keys that are missing, doubled or unknown are refused") {
  CHECK(header_refusal("{}") == "x.npy: byte 11: the header ends without the key 'descr'");
  CHECK(header_refusal("{'descr': '<f4', 'shape': (2,)}") ==
        "x.npy: byte 40: the header ends without the key 'fortran_order'");
  CHECK(header_refusal("{'descr': '<f4', 'fortran_order': True}") ==
        "x.npy: byte 48: the header ends without the key 'shape'");
  CHECK(header_refusal("{'descr': '<f4', 'descr': '<f4'}") ==
        "x.npy: byte 27: the key 'descr' stands here for the second time");
  CHECK(header_refusal("{'Shape': (2,)}") ==
        "x.npy: byte 11: the key 'Shape' is none of descr, fortran_order and shape");
  CHECK(header_refusal("{'': (2,)}") == "x.npy: byte 11: the key '' is none of descr, fortran_order and shape");
  CHECK(header_refusal("{'" + std::string(100, 'k') + "': 1}") ==
        "x.npy: byte 11: the key '" + std::string(40, 'k') + "...' is none of descr, fortran_order and shape");
}

TEST_CASE("Shapes that are none are refused") {
  CHECK(shape_refusal("(3)") == "x.npy: byte 20: (3) is a number; a shape of one axis is written (3,)");
  CHECK(shape_refusal("3") == "x.npy: byte 20: '3' stands here; a tuple like (2, 3) for shape is wanted");
  CHECK(shape_refusal("[2, 3]") == "x.npy: byte 20: '[' stands here; a tuple like (2, 3) for shape is wanted");
  CHECK(shape_refusal("None") == "x.npy: byte 20: 'N' stands here; a tuple like (2, 3) for shape is wanted");
  CHECK(shape_refusal("(2 3)") == "x.npy: byte 23: '3' stands here; ',' or ')' after an extent is wanted");
  CHECK(shape_refusal("(,)") == "x.npy: byte 21: ',' stands here; an extent or ')' is wanted");
  CHECK(shape_refusal("(2,,3)") == "x.npy: byte 23: ',' stands here; an extent or ')' is wanted");
  CHECK(shape_refusal("((2,),)") == "x.npy: byte 21: '(' stands here; an extent or ')' is wanted");
  CHECK(shape_refusal("(-3,)") == "x.npy: byte 21: axis 0 is -3; an extent is at least 0");
  CHECK(shape_refusal("(2, -9223372036854775809)") ==
        "x.npy: byte 24: axis 1 is -9223372036854775809; an extent is at least 0");
  CHECK(shape_refusal("(3.0,)") == "x.npy: byte 21: axis 0 is 3.0; an extent is a whole number");
  for (const char* word : {"3.0", "1e3", "+3", "0x10", "007", "00", "1_000", "True", "None", "nan", "3.", "L", "3l"}) {
    CHECK(shape_refusal("(2, " + std::string(word) + ")") ==
          "x.npy: byte 24: axis 1 is " + std::string(word) + "; an extent is a whole number");
  }
  CHECK(shape_refusal("(9223372036854775808,)") ==
        "x.npy: byte 21: axis 0 is 9223372036854775808, more than 64 bits hold");
  CHECK(shape_refusal("(" + std::string(60, '9') + ",)") ==
        "x.npy: byte 21: axis 0 is " + std::string(40, '9') + "..., more than 64 bits hold");
  CHECK(shape_refusal("(9223372036854775807,)") ==
        "x.npy: byte 20: [9223372036854775807] of float32 is more bytes than 64 bits count");
  CHECK(shape_refusal("(4294967296, 4294967296)") ==
        "x.npy: byte 20: [4294967296, 4294967296] of float32 is more bytes than 64 bits count");
  CHECK(shape_refusal("(4294967296, 0, 4294967296)") ==
        "x.npy: byte 20: [4294967296, 0, 4294967296] of float32 is more bytes than 64 bits count");
  CHECK(shape_refusal("(1, 1, 1, 1, 1, 1, 1, 1, 1)") ==
        "x.npy: byte 20: the array has rank 9, at most 8 are supported");
}

TEST_CASE("Orders that are neither True nor False are refused") {
  CHECK(header_refusal("{'fortran_order': 0}") ==
        "x.npy: byte 28: '0' stands here; True or False for fortran_order is wanted");
  CHECK(header_refusal("{'fortran_order': 'True'}") ==
        "x.npy: byte 28: ''' stands here; True or False for fortran_order is wanted");
  CHECK(header_refusal("{'fortran_order': Falsey}") ==
        "x.npy: byte 28: fortran_order is Falsey; True or False is wanted");
  CHECK(header_refusal("{'fortran_order': true}") ==
        "x.npy: byte 28: 't' stands here; True or False for fortran_order is wanted");
}

TEST_CASE("Elements that no tensor holds are named, with what to save instead") {
  CHECK(descr_refusal("'|O'") ==
        "x.npy: byte 20: '|O' stands for Python objects; if they are numbers, array.astype('float32') can be saved and "
        "read");
  CHECK(descr_refusal("'|S5'") ==
        "x.npy: byte 20: '|S5' stands for byte strings; if they spell numbers, array.astype('float32') can be saved "
        "and read");
  CHECK(descr_refusal("'<U3'") ==
        "x.npy: byte 20: '<U3' stands for text; if it spells numbers, array.astype('float32') can be saved and read");
  CHECK(descr_refusal("'<M8[ns]'") ==
        "x.npy: byte 20: '<M8[ns]' stands for dates; array.astype('int64') can be saved and read");
  CHECK(descr_refusal("'<m8[s]'") ==
        "x.npy: byte 20: '<m8[s]' stands for spans of time; array.astype('int64') can be saved and read");
  CHECK(descr_refusal("'<V2'") ==
        "x.npy: byte 20: '<V2' stands for raw bytes (bfloat16 is saved so); array.astype('float32') can be saved and "
        "read");
  CHECK(descr_refusal("'<f16'") ==
        "x.npy: byte 20: '<f16' stands for floats that no tensor holds; array.astype('float64') can be saved and read");
  CHECK(descr_refusal("'<c32'") ==
        "x.npy: byte 20: '<c32' stands for complex numbers that no tensor holds; array.astype('complex128') can be "
        "saved and read");
  CHECK(descr_refusal("[('x', '<f4')]") ==
        "x.npy: byte 20: the array is structured; save each field alone, as array['name']");
  CHECK(descr_refusal("('<f4', (2,))") ==
        "x.npy: byte 20: '(' stands here; a type of elements in quotes for descr is wanted");
  CHECK(descr_refusal("None") == "x.npy: byte 20: 'N' stands here; a type of elements in quotes for descr is wanted");
  for (const char* code : {"", "<", "x", "<q8", "<i16", "<f4 ", "<b1x", "<<f4", "<\xc3\xa4"})
    CHECK_THROWS_AS(npy_bytes::read(file("{'descr': '" + std::string(code) + "', ")), FileError);
  CHECK(descr_refusal("'<q8'") == "x.npy: byte 20: '<q8' is no type of elements; one like '<f4' is wanted");
  CHECK(descr_refusal("''") == "x.npy: byte 20: '' is no type of elements; one like '<f4' is wanted");
  CHECK(descr_refusal("'f4'") == "x.npy: byte 20: 'f4' leaves the order of bytes open; '<f4' or '>f4' is wanted");
  for (const char* code : {"=f4", "|f4"}) {
    CHECK(descr_refusal("'" + std::string(code) + "'") ==
          "x.npy: byte 20: '" + std::string(code) + "' leaves the order of bytes open; '<f4' or '>f4' is wanted");
  }
}

TEST_CASE("Data that is cut short, or goes on, is refused before it is read") {
  CHECK(header_refusal(good, std::string(5, '\0')) ==
        "x.npy: byte 72: the file ends here: [2] of float32 is 8 bytes of data, there are 5");
  CHECK(header_refusal(good) == "x.npy: byte 67: the file ends here: [2] of float32 is 8 bytes of data, there are 0");
  CHECK(header_refusal(good, std::string(9, '\0')) ==
        "x.npy: byte 75: the data should end here: [2] of float32 is 8 bytes of data, there are 9");
  CHECK(shape_refusal("(1000000, 1000000, 1000)") ==
        "x.npy: byte 85: the file ends here: [1000000, 1000000, 1000] of float32 is "
        "4000000000000000 bytes of data, there are 0");
}

TEST_CASE("A FileError carries its facts, and a copy keeps them") {
  try {
    npy_bytes::read(frame(1, 118) + std::string(60, ' '));
    FAIL("nothing was thrown");
  } catch (const FileError& error) {
    const FileError copy = error;  // NOLINT(performance-unnecessary-copy-initialization): it is what is tested
    CHECK(copy.path() == std::string("x.npy"));
    CHECK(copy.offset() == 8);
    CHECK(std::string(copy.what()) == error.what());
    CHECK(dynamic_cast<const Error*>(&error) != nullptr);
  }
  static_assert(std::is_nothrow_copy_constructible_v<FileError>);
}

TEST_CASE("A very long path leaves room for the reason") {
  const std::string path(1000, 'p');
  const FileError error(path, 3, sentence_of("the reason"));
  CHECK(error.path() == path);
  CHECK(error.what() == "..." + std::string(200, 'p') + ": byte 3: the reason");
}
