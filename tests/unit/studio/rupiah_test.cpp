#include <gtest/gtest.h>

#include <vector>

#include "studio/catalogue/catalogue_file.h"

namespace gladi {
namespace {

TEST(RupiahAsPeopleTypeIt, IsUnderstood) {
  const std::vector<std::pair<std::string, int64_t>> amounts = {
      {"0", 0},
      {"185000", 185'000},
      {" 185.000 ", 185'000},
      {"1.250.000", 1'250'000},
      {"185,000", 185'000},
      {"185.000,00", 185'000},
      {"185000,-", 185'000},
      {"Rp 185.000", 185'000},
      {"rp185.000", 185'000},
      {"Rp. 185.000,-", 185'000},
      {"IDR 185.000", 185'000},
      {"185rb", 185'000},
      {"185 rb", 185'000},
      {"185 Ribu", 185'000},
      {"185k", 185'000},
      {"12,5rb", 12'500},
      {"1,5jt", 1'500'000},
      {"1.5jt", 1'500'000},
      {"1,25 juta", 1'250'000},
      {"Rp 2jt", 2'000'000},
      {"1.500rb", 1'500'000},
      {"185 000", 185'000},
      {"1 250 000", 1'250'000},
      {"Rp\u00A0185.000", 185'000},
      {"185\u202F000", 185'000},
      {"185,000.00", 185'000},
      {"185.000 rupiah", 185'000},
      {"185 ribu rupiah", 185'000},
      {"185.000 IDR", 185'000},
      {"1,2 jt", 1'200'000},
      {"1 juta 250 ribu", 1'250'000},
      {"1jt250rb", 1'250'000},
      {"2000000000000", 2'000'000'000'000},
  };
  for (const auto& [text, rupiah] : amounts) EXPECT_EQ(parse_rupiah(text), rupiah) << text;
}

TEST(RupiahAsPeopleTypeIt, IsNotGuessed) {
  for (const char* text : {"",
                           " ",
                           "Rp",
                           "rb",
                           "12rb?",
                           "-500",
                           "murah",
                           "185.00",
                           "18.5000",
                           "1.85.000",
                           ".500",
                           "500.",
                           "185,5",
                           "1,2345rb",
                           "1.5.5jt",
                           "185rbjt",
                           "185 000 x",
                           "1e5",
                           "0x10",
                           "$5",
                           "5 USD",
                           "12345678901234567890",
                           "999999999999999jt",
                           "1,,5jt",
                           "18 5000",
                           "185 00",
                           "185,000.50",
                           "1 juta 250",
                           "1 juta 1500 ribu",
                           "1 juta 2 juta",
                           "\xff",
                           "１８５"}) {
    EXPECT_FALSE(parse_rupiah(text)) << text;
  }
}

}  // namespace
}  // namespace gladi
