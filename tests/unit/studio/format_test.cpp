#include "studio/text/format.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <set>
#include <vector>

#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {

constexpr auto kId = Language::kIndonesian;
constexpr auto kEn = Language::kEnglish;

// Dates are shown in this computer's time: the tests set one, far east of Greenwich.
class Jakarta : public testing::Test {
 protected:
  void SetUp() override {
    setenv("TZ", "Asia/Jakarta", 1);
    tzset();
  }
  void TearDown() override {
    unsetenv("TZ");
    tzset();
  }
};

TEST(Percent, IsRoundedToTheNearest) {
  EXPECT_EQ(format_percent(0), "0 %");
  EXPECT_EQ(format_percent(0.874), "87 %");
  EXPECT_EQ(format_percent(0.875), "88 %");
  EXPECT_EQ(format_percent(1), "100 %");
}

TEST(Rupiah, IsGroupedByPointsInBothLanguages) {
  EXPECT_EQ(format_rupiah(0), "Rp 0");
  EXPECT_EQ(format_rupiah(500), "Rp 500");
  EXPECT_EQ(format_rupiah(12'000), "Rp 12.000");
  EXPECT_EQ(format_rupiah(125'000), "Rp 125.000");
  EXPECT_EQ(format_rupiah(1'250'000), "Rp 1.250.000");
  EXPECT_EQ(format_rupiah(-500), "-Rp 500");
  EXPECT_EQ(format_rupiah(std::numeric_limits<int64_t>::min()), "-Rp 9.223.372.036.854.775.808");
}

TEST(ClockText, CountsMinutesAndFromAnHourOnHours) {
  EXPECT_EQ(format_clock({}), "00:00");
  EXPECT_EQ(format_clock(MediaTime::from_ms(252'999)), "04:12");
  EXPECT_EQ(format_clock(MediaTime::from_ms(3'599'999)), "59:59");
  EXPECT_EQ(format_clock(MediaTime::from_ms(3'852'000)), "1:04:12");
  EXPECT_EQ(format_clock(MediaTime::from_ms(-5000)), "00:00");
}

TEST(Timecode, GoesOutAndBackUnchanged) {
  const MediaTime t = MediaTime::from_ms(151'480);
  EXPECT_EQ(format_timecode(t), "00:02:31.480");
  EXPECT_EQ(parse_timecode(format_timecode(t)), t);
}

TEST(Timecode, IsReadInEachFormPeopleType) {
  EXPECT_EQ(parse_timecode("02:31"), MediaTime::from_ms(151'000));
  EXPECT_EQ(parse_timecode("2:31"), MediaTime::from_ms(151'000));
  EXPECT_EQ(parse_timecode("1:02:31"), MediaTime::from_ms(3'751'000));
  EXPECT_EQ(parse_timecode("00:02:31.5"), MediaTime::from_ms(151'500));
  EXPECT_EQ(parse_timecode("2:31,5"), MediaTime::from_ms(151'500));
  EXPECT_EQ(parse_timecode("90:00"), MediaTime::from_ms(5'400'000));
  EXPECT_EQ(parse_timecode("151"), MediaTime::from_ms(151'000));
  EXPECT_EQ(parse_timecode("0.0000000019"), MediaTime{1});
}

TEST(Timecode, RefusesWhatIsNone) {
  for (const char* text : {"", "x", "-1", "1:", ":31", "1:2", "1:60", "1:00:60", "1:2:3:4", "1:00:00:00",
                           "1.", "1 ", " 1", "1e3", "9999999", "1:00.5.5"}) {
    EXPECT_FALSE(parse_timecode(text)) << text;
  }
}

TEST(NumberText, UsesTheLanguagesOwnSigns) {
  EXPECT_EQ(format_number(5.14, 1, kId), "5,1");
  EXPECT_EQ(format_number(5.14, 1, kEn), "5.1");
  EXPECT_EQ(format_number(1234567.5, 2, kId), "1.234.567,50");
  EXPECT_EQ(format_number(1234567.5, 2, kEn), "1,234,567.50");
  EXPECT_EQ(format_number(-999.6, 0, kId), "-1.000");
  EXPECT_EQ(format_number(-0.04, 1, kEn), "0.0");
  EXPECT_EQ(format_number(std::nan(""), 1, kId), "–");
}

TEST_F(Jakarta, DatesAreInLocalTimeWithMonthsOfTheLanguage) {
  EXPECT_EQ(format_date(*parse_iso8601("2026-11-21T02:30:00.000Z"), kId), "21 Nov 2026");
  EXPECT_EQ(format_date_time(*parse_iso8601("2026-11-21T02:30:00.000Z"), kEn), "21 Nov 2026 09:30");
  EXPECT_EQ(format_date(*parse_iso8601("2026-12-31T20:00:00Z"), kId), "1 Jan 2027");
  const std::vector<std::pair<std::string, std::string>> months = {
      {"Jan", "Jan"}, {"Feb", "Feb"}, {"Mar", "Mar"}, {"Apr", "Apr"}, {"Mei", "May"}, {"Jun", "Jun"},
      {"Jul", "Jul"}, {"Agu", "Aug"}, {"Sep", "Sep"}, {"Okt", "Oct"}, {"Nov", "Nov"}, {"Des", "Dec"}};
  for (size_t i = 0; i < months.size(); ++i) {
    const std::string month = (i < 9 ? "0" : "") + std::to_string(i + 1);
    const WallTime t = *parse_iso8601("2026-" + month + "-05T05:00:00Z");
    EXPECT_EQ(format_date(t, kId), "5 " + months[i].first + " 2026");
    EXPECT_EQ(format_date(t, kEn), "5 " + months[i].second + " 2026");
  }
}

TEST(Iso8601, GoesOutAndBackToTheMillisecond) {
  for (const char* text :
       {"2026-11-21T02:30:00.000Z", "1969-12-31T23:59:59.999Z", "2024-02-29T12:00:00.123Z"}) {
    const auto t = parse_iso8601(text);
    ASSERT_TRUE(t) << text;
    EXPECT_EQ(to_iso8601(*t), text);
  }
}

TEST(Iso8601, UnderstandsZones) {
  const auto utc = parse_iso8601("2026-11-21T02:30:00Z");
  EXPECT_EQ(parse_iso8601("2026-11-21T09:30:00+07:00"), utc);
  EXPECT_EQ(parse_iso8601("2026-11-20T23:00:00-0330"), utc);
}

TEST(Iso8601, RefusesWhatIsNone) {
  for (const char* text :
       {"", "2026-11-21", "2026-11-21T02:30:00", "2026-11-21 02:30:00Z", "2026-13-01T00:00:00Z",
        "2026-02-30T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T02:30:00Zx", "2026-11-21T02:30:00.Z",
        "9999-01-01T00:00:00Z", "2026-1-21T02:30:00Z"}) {
    EXPECT_FALSE(parse_iso8601(text)) << text;
  }
}

TEST(Slug, FitsEveryFileSystem) {
  EXPECT_EQ(slug("Siti Aminah"), "siti-aminah");
  EXPECT_EQ(slug("  Bu Sri / Wates: \"Jamu\"? "), "bu-sri-wates-jamu");
  EXPECT_EQ(slug("Jum'at"), "jumat");
  EXPECT_EQ(slug("José Núñez"), "jose-nunez");
  EXPECT_EQ(slug("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(slug("🌺🌺"), "tanpa-nama");
  EXPECT_EQ(slug(""), "tanpa-nama");
  EXPECT_EQ(slug("\xff\xfe"), "tanpa-nama");
  EXPECT_LE(slug(std::string(300, 'a')).size(), 40u);
}

TEST(Uuid, IsRandomAndOfVersionFour) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = make_uuid();
    EXPECT_TRUE(is_uuid(id)) << id;
    EXPECT_EQ(id[14], '4');
    EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos);
    seen.insert(id);
  }
  EXPECT_EQ(seen.size(), 1000u);
}

TEST(Uuid, GuardsFileNames) {
  EXPECT_FALSE(is_uuid(""));
  EXPECT_FALSE(is_uuid("../../../../../../../../../etc/passwd"));
  EXPECT_FALSE(is_uuid("6BA7B810-9DAD-41D1-80B4-00C04FD430C8"));
  EXPECT_FALSE(is_uuid("6ba7b810-9dad-41d1-80b4-00c04fd430c"));
  EXPECT_TRUE(is_uuid("6ba7b810-9dad-41d1-80b4-00c04fd430c8"));
}

TEST(Utf8, FoldsTrimsAndCounts) {
  EXPECT_EQ(fold_case("ÉVA"), fold_case("e\u0301va"));
  EXPECT_EQ(trim("\u00a0\t Siti \n"), "Siti");
  EXPECT_EQ(trim(" \n "), "");
  EXPECT_EQ(count_code_points("ÉVA🌺"), 4u);
  EXPECT_FALSE(is_utf8("\xc3"));
  EXPECT_TRUE(has_control_characters("a\nb"));
  EXPECT_FALSE(has_control_characters("שרה 🌺"));
}

}  // namespace
}  // namespace gladi
