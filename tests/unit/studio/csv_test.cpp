#include "studio/text/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gladi {
namespace {
using testing::ElementsAre;

std::vector<std::vector<std::string>> cells(const CsvTable& table) {
  std::vector<std::vector<std::string>> out;
  for (const CsvRow& row : table.rows) out.push_back(row.cells);
  return out;
}

TEST(Csv, IsReadWithSemicolonsCommasAndTabs) {
  for (const char separator : {';', ',', '\t'}) {
    std::string text = "nama;harga\r\nKain;185000\r\n";
    std::replace(text.begin(), text.end(), ';', separator);
    const CsvTable table = read_csv(text);
    EXPECT_EQ(table.separator, separator);
    EXPECT_THAT(cells(table), ElementsAre(ElementsAre("nama", "harga"), ElementsAre("Kain", "185000")));
  }
}

TEST(Csv, ADecimalCommaDoesNotMakeACommaTheSeparator) {
  const CsvTable table = read_csv("nama;harga;\"a,b,c\"\nKain;1,5jt;x\n");
  EXPECT_EQ(table.separator, ';');
  EXPECT_EQ(table.rows[1].cells[1], "1,5jt");
}

TEST(Csv, SaysItsSeparatorItself) {
  const CsvTable table = read_csv("sep=,\r\nnama,harga;x\r\n");
  EXPECT_THAT(cells(table), ElementsAre(ElementsAre("nama", "harga;x")));
}

TEST(Csv, NamesNeitherAQuoteNorTheEndOfALineAsItsSeparator) {
  for (const char* text : {"sep=\r\nnama;harga\r\n", "sep=\n\nnama;harga\n", "sep=\"\nnama;harga\n"}) {
    const CsvTable table = read_csv(text);
    EXPECT_EQ(table.separator, ';') << text;
    EXPECT_EQ(table.rows.back().cells, (std::vector<std::string>{"nama", "harga"})) << text;
  }
}

TEST(Csv, KeepsQuotesLineBreaksAndSeparatorsInsideQuotes) {
  const CsvTable table = read_csv("a;b\r\n\"Kain \"\"halus\"\"; lebar\";\"satu\r\ndua\"\r\nc;d");
  EXPECT_THAT(cells(table),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("Kain \"halus\"; lebar", "satu\ndua"),
                          ElementsAre("c", "d")));
  EXPECT_EQ(table.rows[2].number, 3);
}

TEST(Csv, TakesAQuoteInTheMiddleOfACellAsItIs) {
  EXPECT_EQ(read_csv("a;b\nLayar 5\" lebar;x\n").rows[1].cells[0], "Layar 5\" lebar");
}

TEST(Csv, EndsRowsAsEverySystemDoes) {
  for (const char* text : {"a;b\nc;d\n", "a;b\r\nc;d\r\n", "a;b\rc;d\r", "a;b\nc;d"}) {
    EXPECT_THAT(cells(read_csv(text)), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d"))) << text;
  }
}

TEST(Csv, IsUtf8OrUtf16OrWindows1252) {
  EXPECT_EQ(read_csv("\xEF\xBB\xBF"
                     "nama;x")
                .rows[0]
                .cells[0],
            "nama");
  EXPECT_EQ(read_csv("caf\xC3\xA9;x").rows[0].cells[0], "café");
  EXPECT_EQ(read_csv("caf\xE9 \x80;x").rows[0].cells[0], "café €");
  EXPECT_EQ(read_csv("undefined \x81;x").rows[0].cells[0], "undefined ?");
  EXPECT_EQ(read_csv(std::string("\xFF\xFE"
                                 "a\0;\0b\0",
                                 8))
                .rows[0]
                .cells[1],
            "b");
  EXPECT_EQ(read_csv(std::string("\xFE\xFF\0a\0;\0b", 8)).rows[0].cells[1], "b");
}

TEST(Csv, LosesOnlyTheRowWhoseQuotesDoNotPairUp) {
  const CsvTable open = read_csv("a;b\n\"Kain;1\n\"Tas\";2\nTopi;3\n");
  ASSERT_EQ(open.rows.size(), 4u);
  EXPECT_TRUE(open.rows[1].broken);
  EXPECT_THAT(open.rows[2].cells, ElementsAre("Tas", "2"));
  EXPECT_THAT(open.rows[3].cells, ElementsAre("Topi", "3"));
  const CsvTable last = read_csv("a;b\nTas;2\n\"Kain;1");
  EXPECT_THAT(last.rows[1].cells, ElementsAre("Tas", "2"));
  EXPECT_TRUE(last.rows[2].broken);
}

TEST(Csv, CountsEmptyRowsAsSpreadsheetsDo) {
  const CsvTable table = read_csv("a;b\n\n;;\nc;d\n");
  EXPECT_TRUE(table.rows[1].empty());
  EXPECT_TRUE(table.rows[2].empty());
  EXPECT_EQ(table.rows[3].number, 4);
}

TEST(Csv, LeavesOutWhatIsNoText) {
  using namespace std::string_literals;
  EXPECT_EQ(read_csv("a\0b;c\n"s).rows[0].cells, (std::vector<std::string>{"ab", "c"}));
  EXPECT_EQ(read_csv("\xFF\xFE"
                     "a\0\0\0b\0;\0c\0"s)
                .rows[0]
                .cells,
            (std::vector<std::string>{"ab", "c"}));
}

TEST(Csv, OfNothingHasNoRows) {
  EXPECT_TRUE(read_csv("").rows.empty());
  EXPECT_TRUE(read_csv("\xEF\xBB\xBF").rows.empty());
}

TEST(CsvWritten, IsReadBackAsItWas) {
  const std::vector<std::vector<std::string>> rows = {{"nama", "catatan"},   {"Kain; lebar", "satu\ndua"},
                                                      {"\"halus\"", "=1+1"}, {"-5", "+62 812"},
                                                      {"'a'", "@x"},         {"'=", ""}};
  for (const char separator : {';', ','}) EXPECT_EQ(cells(read_csv(write_csv(rows, separator))), rows);
}

TEST(CsvWritten, IsReadBackWhereTheFirstRowsTellNoSeparator) {
  const std::vector<std::vector<std::string>> rows = {{"-\"aK,"}, {"nama,harga"}, {"a\"b", "c"}};
  const CsvTable table = read_csv(write_csv(rows, ';'));
  EXPECT_EQ(table.separator, ';');
  ASSERT_EQ(table.rows.size(), rows.size());
  for (size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(table.rows[i].cells, rows[i]);
}

TEST(CsvWritten, IsReadBackWhereACellLooksAsIfItNamedTheSeparator) {
  for (const char* cell : {"sep=", "SEP=x", "sep=\"", "sep=;"}) {
    const std::vector<std::vector<std::string>> rows = {{cell}, {"nama", "ha\"rga\n"}};
    const CsvTable table = read_csv(write_csv(rows));
    ASSERT_EQ(table.rows.size(), 2U) << cell;
    EXPECT_EQ(table.rows[0].cells, rows[0]);
    EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"nama", "ha\"rga"}));
  }
}

TEST(CsvWritten, RunsNoFormula) {
  for (const char* formula :
       {"=HYPERLINK(\"http://x\")", "+1", "-1+1", "-A1", "-", "@SUM(A1)", "\t=1", "\r=1"}) {
    const std::string text = write_csv({{formula}});
    const size_t first = text.find_first_not_of("\xEF\xBB\xBF\"");
    EXPECT_EQ(text[first], '\'') << formula;
  }
}

TEST(CsvWritten, LeavesNegativeNumbersToBeReckonedWith) {
  for (const char* number : {"-17,3", "-1", "-2.50"}) {
    EXPECT_EQ(write_csv({{number}}, ';').find('\''), std::string::npos) << number;
    EXPECT_EQ(read_csv(write_csv({{number, "a"}}, ';')).rows.front().cells.front(), number);
  }
}

TEST(CsvWritten, OpensInSpreadsheets) {
  EXPECT_EQ(write_csv({{"a", "b"}}),
            "\xEF\xBB\xBF"
            "a;b\r\n");
}

}  // namespace
}  // namespace gladi
