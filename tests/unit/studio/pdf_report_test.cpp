#include "studio/share/pdf_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.h"
#include "tests/support/measured_sound.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using testing::HasSubstr;
using testing::Not;

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

ReportWords words() {
  return {Language::kIndonesian, [](const Message& message) { return message.english(); }};
}

TakeReport plain_take() {
  TakeReport take;
  take.session = test::sample_session();
  take.session.person_name = "Siti Aminah";
  take.facts.duration = s(120);
  take.facts.segments = {{0, {"Kain jati", ""}, true, s(60), s(90), s(0), {}},
                         {1, {"Tas lontar", ""}, true, s(60), s(30), s(90), {}}};
  take.facts.silences = {{s(31), s(9)}};
  take.facts.replies.asked = 5;
  take.facts.replies.answered = 4;
  take.feedback = feedback_of(take.facts, Language::kIndonesian);
  Review review;
  review.reviewer_name = "Bu Sri";
  review.comments = {{"c1", s(12), "Senyumnya bagus", {}}, {"c2", s(100), "Sebut harganya", {}}};
  review.scores = {{"price", {"Harga", "Price"}, 2, 5, {"Harga disebut sekali", "Once"}, s(20)}};
  take.reviews = {review};
  return take;
}

class PdfReport : public testing::Test {
 protected:
  // What others read in the file.
  void print(const TakeReport& take, const SheetPictures& pictures = {}) {
    auto made = pdf_report(take, words(), pictures);
    ASSERT_TRUE(made) << made.error().english();
    test::write_text(file_, *made);
    const auto text = test::run_command({"pdftotext", "-layout", file_, "-"});
    ASSERT_EQ(text.exit_code, 0) << text.err;
    text_ = text.out;
    const auto info = test::run_command({"pdfinfo", file_});
    ASSERT_EQ(info.exit_code, 0) << info.err;
    ASSERT_EQ(info.err, "") << "a damaged file is repaired with a complaint";
    info_ = info.out;
  }
  int sheets() const { return std::stoi(info_.substr(info_.find("Pages:") + 6)); }

  test::TempFolder temp_;
  const std::filesystem::path file_ = temp_ / "lembar.pdf";
  std::string text_, info_;
};

TEST_F(PdfReport, HasWhatATraineeTakesHomeOnOneSheet) {
  print(plain_take());
  EXPECT_THAT(info_, HasSubstr("A4"));
  EXPECT_THAT(info_, HasSubstr("Siti Aminah"));
  EXPECT_EQ(sheets(), 1);
  for (const char* part :
       {"Siti Aminah", "02:00", "This went well", "Have a sentence ready for quiet moments.", "Kain jati",
        "01:30 / 01:00", "4 of 5 questions answered", "From Bu Sri", "Harga disebut sekali", "00:12",
        "Senyumnya bagus", "01:40", "Sebut harganya"})
    EXPECT_THAT(text_, HasSubstr(part));
}

TEST_F(PdfReport, HasTheProgressWhereThereIsMoreThanOneTake) {
  TakeReport take = plain_take();
  for (int i = 0; i < 10; ++i) {
    take.progress.emplace_back();
    ProgressPoint& point = take.progress.back();
    point.parts = 4;
    point.on_time = i % 5;
    point.replies.asked = 4;
    point.replies.answered = 2 + i % 3;
    point.syllables_per_s = 4 + 0.3 * i;
  }
  print(take);
  EXPECT_THAT(text_, HasSubstr("Parts of the plan on time: 100 %"));
  EXPECT_THAT(text_, HasSubstr("The last 10 rehearsals"));
  EXPECT_EQ(sheets(), 1);
  if (const char* folder = std::getenv("GLADI_SCREENSHOTS"))
    std::filesystem::copy_file(file_, std::filesystem::path(folder) / "progress.pdf",
                               std::filesystem::copy_options::overwrite_existing);
}

TEST_F(PdfReport, ShowsHowItSoundedAndWhatWasFound) {
  TakeReport take = plain_take();
  take.facts.sound = test::measured_talk(12);
  take.findings = {{FindingKind::kFast, {s(15), s(25)}}, {FindingKind::kHeld, {s(90), s(90.4)}}};
  print(take);
  EXPECT_THAT(text_, HasSubstr("Sound through the rehearsal"));
  EXPECT_THAT(text_, HasSubstr("Fast speech"));
  EXPECT_THAT(text_, HasSubstr("01:30"));
  EXPECT_EQ(sheets(), 1);
  // A sheet that ends in the middle of it, and an hour of findings.
  for (int i = 0; i < 40; ++i) take.facts.segments.push_back(take.facts.segments[0]);
  for (int i = 0; i < 300; ++i) take.findings.push_back({FindingKind::kHeld, {s(0.4 * i), s(0.4 * i + 0.3)}});
  print(take);
  EXPECT_THAT(text_, HasSubstr("and 282 more"));
  EXPECT_THAT(text_, HasSubstr("Sebut harganya")) << "what comes after it";
}

TEST_F(PdfReport, HasNoSumAndNoNumberOfAScore) {
  print(plain_take());
  for (const char* sum : {"2 / 5", "2/5", "2 of 5"}) EXPECT_THAT(text_, Not(HasSubstr(sum)));
}

TEST_F(PdfReport, GoesOnOverManySheetsAndLosesNoLine) {
  TakeReport take = plain_take();
  std::string lines;
  for (int i = 0; i < 400; ++i) lines += "baris" + std::to_string(i) + "\n";
  take.reviews[0].comments = {{"c1", s(12), lines, {}}};
  for (int i = 0; i < 60; ++i)
    take.reviews[0].comments.push_back({"c", s(13 + i), "komentar" + std::to_string(i) + ".", {}});
  print(take);
  EXPECT_GT(sheets(), 8);
  for (int i = 0; i < 400; i += 7) EXPECT_THAT(text_, HasSubstr("baris" + std::to_string(i) + "\n"));
  for (int i = 0; i < 60; ++i) EXPECT_THAT(text_, HasSubstr("komentar" + std::to_string(i) + "."));
  EXPECT_THAT(text_, HasSubstr("· " + std::to_string(sheets()))) << "each sheet has its number";
}

// Paper can't play a voice; the line says that there is one.
TEST_F(PdfReport, SaysWhatIsSpokenAndKeepsTheTimeOfWhatIsOnlyDrawn) {
  TakeReport take = plain_take();
  Stroke arrow{Stroke::Shape::kArrow, {{0.2F, 0.2F}, {0.6F, 0.4F}}};
  take.reviews[0].comments = {{"c1", s(12), "", {}, {{arrow}}},
                              {"c2", s(20), "", {}, {}, VoiceNote{"x.m4a", s(7)}},
                              {"c3", s(31), "Lihat tangannya", {}, {{arrow}}, VoiceNote{"y.m4a", s(65)}}};
  take.reviews.push_back(take.reviews[0]);
  take.reviews[1].reviewer_name.clear();
  print(take);
  std::string text = text_;
  std::erase_if(text, [](char c) { return c == ' '; });
  EXPECT_THAT(text, HasSubstr("00:12\n"));
  EXPECT_THAT(text, HasSubstr("00:20Withavoicenote,00:07"));
  EXPECT_THAT(text, HasSubstr("00:31Lihattangannya"));
  EXPECT_THAT(text, HasSubstr("Withavoicenote,01:05"));
  EXPECT_THAT(text_, HasSubstr("From who watched"));
}

TEST_F(PdfReport, ShowsADrawingOnThePictureThatItWasDrawnOn) {
  TakeReport take = plain_take();
  take.session.canvas.width_px = 720;
  take.session.canvas.height_px = 1280;
  const Stroke circle{Stroke::Shape::kCircle, {{0.2F, 0.2F}, {0.8F, 0.6F}}};
  take.reviews[0].comments = {{"c1", s(12), "Lihat tangannya", {}, {{circle}}}};
  SheetPictures pictures;
  pictures.drawn_on["c1"] = {9, 16, std::vector<uint32_t>(9 * 16, 0xFF0000FF)};
  // Pixels of a colour, as others draw the file.
  const auto count = [&](int red, int green, int blue) {
    EXPECT_EQ(test::run_command({"pdftoppm", "-r", "72", "-png", file_, temp_ / "sheet"}).exit_code, 0);
    int found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(temp_.path())) {
      if (entry.path().extension() != ".png") continue;
      const auto image = load_image(entry.path());
      EXPECT_TRUE(image);
      for (const uint32_t pixel : image->argb) {
        const auto near = [](uint32_t value, int wanted) { return std::abs(int(value & 255) - wanted) < 40; };
        found += near(pixel >> 16, red) && near(pixel >> 8, green) && near(pixel, blue);
      }
    }
    return found;
  };
  print(take, pictures);
  EXPECT_GT(count(0, 0, 255), 84 * 150 / 2) << "the picture";
  EXPECT_GT(count(255, 214, 10), 40) << "the line on it";
  print(take);
  EXPECT_EQ(count(0, 0, 255), 0);
  EXPECT_GT(count(255, 214, 10), 40) << "a drawing is never lost";
}

// Wider than any line, right to left, of joined pictures, and broken.
TEST_F(PdfReport, TakesEveryNameAndText) {
  TakeReport take = plain_take();
  take.session.person_name = std::string(300, 'W');
  take.session.catalogue_name = {"بطيك ١٢", ""};
  take.reviews[0].comments = {{"c1", s(1), "Bagus 👩🏽‍🌾🌺 <b>tebal</b> & \"kutip\"", {}},
                              {"c2", s(2), "مرحبا \u202Eabc", {}},
                              {"c3", s(3), "rusak \xC3\x28 \xF0\x9F", {}},
                              {"c4", s(4), std::string(4000, 'x'), {}}};
  print(take);
  EXPECT_THAT(text_, HasSubstr("<b>tebal</b> & \"kutip\""));
  EXPECT_THAT(text_, HasSubstr("rusak"));
  const auto wide = std::count(text_.begin(), text_.end(), 'W');
  EXPECT_GE(wide, 300) << "none of the name is cut off";
  EXPECT_GE(std::count(text_.begin(), text_.end(), 'x'), 4000);
}

TEST_F(PdfReport, HasThePictureBesideTheName) {
  Image picture{360, 640, std::vector<uint32_t>(360u * 640u, 0xFF2C3378)};
  print(plain_take(), {picture, {}});
  const auto images = test::run_command({"pdfimages", "-list", file_});
  EXPECT_THAT(images.out, HasSubstr("360"));
  EXPECT_THAT(images.out, HasSubstr("640"));
  EXPECT_EQ(sheets(), 1);
  for (const Image& broken : {Image{}, Image{4, 0, {}}}) print(plain_take(), {broken, {{"c1", broken}}});
}

TEST_F(PdfReport, OfATakeTooShortForFeedbackIsStillASheet) {
  TakeReport take;
  take.session = test::sample_session();
  print(take);
  EXPECT_EQ(sheets(), 1);
  EXPECT_THAT(text_, Not(HasSubstr("This went well")));
}

}  // namespace
}  // namespace gladi
