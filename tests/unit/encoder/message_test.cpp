#include "encoder/base/message.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

TEST(Message, PutsValuesWhereTheTranslationWantsThem) {
  const Message message("{0} of {1}", {"3", "5"});
  EXPECT_EQ(message.english(), "3 of 5");
  EXPECT_EQ(message.format("dari {1}: {0}"), "dari 5: 3");
}

TEST(Message, LeavesPlacesWithoutAValueAlone) {
  EXPECT_EQ(Message("a {7} {} {x} b", {"1"}).english(), "a {7} {} {x} b");
}

TEST(Message, DoesNotReadValuesAsPatterns) {
  EXPECT_EQ(Message("{0} {1}", {"{1}", "x"}).english(), "{1} x");
}

}  // namespace
}  // namespace gladi
