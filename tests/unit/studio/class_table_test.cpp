#include "studio/share/class_table.h"

#include <gtest/gtest.h>

#include "studio/text/csv.h"

namespace gladi {
namespace {

ReportWords words() {
  return {Language::kIndonesian, [](const Message& message) { return message.english(); }};
}

TEST(ClassTable, HasARowForEachTake) {
  TakeReport take;
  take.session.person_name = "Siti; \"Bu\"\nAminah";
  take.facts.duration = MediaTime::from_seconds(90.4);
  take.facts.replies.asked = 4;
  take.facts.replies.answered = 3;
  take.facts.integrated_lufs = -18.25;
  take.rating = SelfRated{2, "lebih tenang"};
  const CsvTable table = read_csv(class_table({take, take}, words()));
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[1].cells.size(), table.rows[0].cells.size());
  EXPECT_EQ(table.rows[1].cells[1], "Siti; \"Bu\"\nAminah");
  EXPECT_EQ(table.rows[1].cells[3], "90");
  EXPECT_EQ(table.rows[1].cells[4], "2");
  EXPECT_EQ(table.rows[1].cells[6], "4");
  EXPECT_EQ(table.rows[1].cells[8], "") << "no answer, no median";
}

TEST(ClassTable, RunsNoFormulaOfAStrangers) {
  TakeReport take;
  take.session.person_name = "=HYPERLINK(\"http://x\")";
  take.rating = SelfRated{1, "+62 812"};
  const std::string table = class_table({take}, words());
  EXPECT_EQ(table.find(";=HYPERLINK"), std::string::npos);
  EXPECT_EQ(table.find(";\"=HYPERLINK"), std::string::npos);
  EXPECT_EQ(table.find(";+62"), std::string::npos);
}

TEST(ClassTable, WithoutTakesHasItsHeadings) {
  EXPECT_EQ(read_csv(class_table({}, words())).rows.size(), 1u);
}

}  // namespace
}  // namespace gladi
