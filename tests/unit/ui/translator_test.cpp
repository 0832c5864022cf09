#include "ui/text/translator.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

class TranslatorTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { Translator::prepare_process(GLADI_BINARY_DIR "/locale"); }
  const Message missing_font_{"The font {0} is missing. Please install the package {1}.",
                              {"Inter", "fonts-inter"}};
};

TEST_F(TranslatorTest, EnglishIsTheMessageItself) {
  EXPECT_EQ(Translator(Language::kEnglish).tr(missing_font_),
            "The font Inter is missing. Please install the package fonts-inter.");
}

TEST_F(TranslatorTest, IndonesianComesFromTheCatalogue) {
  EXPECT_EQ(Translator(Language::kIndonesian).tr(missing_font_),
            "Huruf Inter belum ada. Pasang dulu paket fonts-inter, ya.");
}

TEST_F(TranslatorTest, TheLanguageCanBeSwitchedAtAnyTime) {
  Translator translator(Language::kIndonesian);
  const std::string indonesian = translator.tr(missing_font_);
  translator.set_language(Language::kEnglish);
  EXPECT_NE(translator.tr(missing_font_), indonesian);
  translator.set_language(Language::kIndonesian);
  EXPECT_EQ(translator.tr(missing_font_), indonesian);
}

TEST_F(TranslatorTest, ASentenceNobodyTranslatedStaysEnglish) {
  EXPECT_STREQ(Translator(Language::kIndonesian).tr("No such sentence anywhere"),
               "No such sentence anywhere");
}

TEST_F(TranslatorTest, AnEmptyTextStaysEmpty) {
  EXPECT_STREQ(Translator(Language::kIndonesian).tr(""),
               "");  // gettext would answer with the catalogue's header
}

TEST_F(TranslatorTest, CountsOneAndMany) {
  const Translator english(Language::kEnglish);
  EXPECT_EQ(english.tr_n("{0} product", "{0} products", 1), "1 product");
  EXPECT_EQ(english.tr_n("{0} product", "{0} products", 5), "5 products");
  EXPECT_EQ(Translator(Language::kIndonesian).tr_n("{0} product", "{0} products", 5), "5 produk");
}

TEST_F(TranslatorTest, LanguageCodesAreReadGenerously) {
  EXPECT_EQ(parse_language("id_ID.UTF-8", Language::kEnglish), Language::kIndonesian);
  EXPECT_EQ(parse_language("en", Language::kIndonesian), Language::kEnglish);
  EXPECT_EQ(parse_language("jv", Language::kIndonesian), Language::kIndonesian);
}

}  // namespace
}  // namespace gladi
