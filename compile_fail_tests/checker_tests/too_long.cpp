// SPDX-License-Identifier: BSL-1.0
// One error, but the compiler shows how it came about at length: here through macros, with three lines for each.
// checker says: lines of output; 12 are allowed
// expect: add: axis 0 is 2 on the left

#define ASSERT(right) static_assert(right, "add: axis 0 is 2 on the left")
#define ASSERT_1(right) ASSERT(right)
#define ASSERT_2(right) ASSERT_1(right)
#define ASSERT_3(right) ASSERT_2(right)
#define ASSERT_4(right) ASSERT_3(right)
ASSERT_4(BAD_OR_GOOD(false, true));  // error here
