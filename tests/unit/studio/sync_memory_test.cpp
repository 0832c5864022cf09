#include "studio/rehearsal/sync_memory.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

class SyncMemoryTest : public testing::Test {
 protected:
  static ClapResult measured(int ms) { return {MediaTime::from_ms(ms), MediaTime::from_ms(9), 5}; }
  void write(const std::string& text) {
    std::filesystem::create_directories(file_.parent_path());
    std::ofstream(file_) << text;
  }

  test::TempFolder folder_;
  const std::filesystem::path file_ = folder_ / "config/sync.json";
  const SyncMemory memory_{file_};
  const DevicePair webcam_{"Webcam", "pulse:usb"};
};

TEST_F(SyncMemoryTest, KnowsNothingAtFirst) {
  EXPECT_FALSE(memory_.recall(webcam_));
}

TEST_F(SyncMemoryTest, RecallsEachPairOfDevicesByItself) {
  ASSERT_TRUE(memory_.keep(webcam_, measured(40)));
  ASSERT_TRUE(memory_.keep({"Webcam", "pulse:jack"}, measured(-65)));
  ASSERT_TRUE(memory_.keep({"Phone", "pulse:usb"}, measured(120)));
  EXPECT_EQ(memory_.recall(webcam_), MediaTime::from_ms(40));
  EXPECT_EQ(memory_.recall({"Webcam", "pulse:jack"}), MediaTime::from_ms(-65));
  EXPECT_EQ(memory_.recall({"Phone", "pulse:usb"}), MediaTime::from_ms(120));
  EXPECT_FALSE(memory_.recall({"Phone", "pulse:jack"}));
}

TEST_F(SyncMemoryTest, ANewClapTakesTheOldOnesPlace) {
  ASSERT_TRUE(memory_.keep(webcam_, measured(40)));
  ASSERT_TRUE(memory_.keep({"Phone", "pulse:usb"}, measured(120)));
  ASSERT_TRUE(memory_.keep(webcam_, measured(35)));
  EXPECT_EQ(memory_.recall(webcam_), MediaTime::from_ms(35));
  EXPECT_EQ(memory_.recall({"Phone", "pulse:usb"}), MediaTime::from_ms(120));
}

TEST_F(SyncMemoryTest, WhatNoClapCouldHaveShownIsNotBelieved) {
  write(
      R"({"schema_version":1,"pairs":[{"camera":"Webcam","microphone":"pulse:usb","offset_ns":9000000000}]})");
  EXPECT_FALSE(memory_.recall(webcam_));
  write("torn {");
  EXPECT_FALSE(memory_.recall(webcam_));
  EXPECT_FALSE(memory_.keep(webcam_, measured(40))) << "what can't be understood is left alone";
}

}  // namespace
}  // namespace gladi
