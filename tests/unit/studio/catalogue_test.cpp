#include "studio/catalogue/catalogue_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> english(const std::vector<Fault>& faults) {
  std::vector<std::string> texts;
  for (const Fault& fault : faults) texts.push_back(fault.english());
  return texts;
}

class CatalogueFolder : public testing::Test {
 protected:
  CatalogueFolder() : folder_(test::write_sample_catalogue(temp_.path())) {}

  void catalogue(const std::string& content) { test::write_text(folder_ / "catalogue.toml", content); }
  void rundown(const std::string& content) { test::write_text(folder_ / "rundown.toml", content); }
  // One product on lines 2 to 5, and `lines` from line 6 on.
  void product(const std::string& lines) {
    fs::remove(folder_ / "rundown.toml");
    catalogue("name = \"Contoh\"\n[[product]]\nid = \"kain\"\nname = \"Kain\"\nstock = 8\n" + lines);
  }
  LoadedCatalogue load() {
    auto loaded = load_catalogue(folder_);
    if (!loaded) {
      ADD_FAILURE() << loaded.error().english();
      return {};
    }
    return *loaded;
  }

  test::TempFolder temp_;
  const fs::path folder_;
};

TEST_F(CatalogueFolder, IsReadWholeWithItsRundown) {
  const LoadedCatalogue loaded = load();
  EXPECT_THAT(english(loaded.faults), IsEmpty());
  EXPECT_EQ(loaded.catalogue.slug(), "contoh");
  EXPECT_EQ(loaded.catalogue.name, (LocalText{"Contoh", "Sample"}));
  ASSERT_EQ(loaded.catalogue.products.size(), 2u);
  const Product& kain = loaded.catalogue.products[0];
  EXPECT_EQ(kain.id, "kain");
  EXPECT_EQ(kain.name.english, "Teak-leaf cloth");
  EXPECT_EQ(kain.price_rupiah, 199'000);
  EXPECT_EQ(kain.normal_price_rupiah, 225'000);
  EXPECT_EQ(kain.percent_off(), 11);
  EXPECT_EQ(kain.stock, 8);
  EXPECT_EQ(kain.note.indonesian, "Katun primisima");
  EXPECT_THAT(kain.key_points,
              ElementsAre(LocalText{"Daunnya asli", "Real leaves"}, LocalText{"Stok 8", "8 left"}));
  EXPECT_TRUE(kain.photo.is_absolute());
  EXPECT_EQ(loaded.catalogue.cover, kain.photo);
  EXPECT_EQ(loaded.catalogue.products[1].price_rupiah, 185'000);
  ASSERT_EQ(loaded.rundown.segments.size(), 4u);
  EXPECT_EQ(loaded.rundown.total(), MediaTime::from_ms(600'000));
  EXPECT_EQ(loaded.rundown.segments[0].title.indonesian, "Pembukaan");
  EXPECT_EQ(loaded.rundown.segments[1].title, kain.name);
  EXPECT_EQ(loaded.rundown.segments[1].key_points, kain.key_points);
}

TEST_F(CatalogueFolder, WithoutARundownGetsAPlainOne) {
  fs::remove(folder_ / "rundown.toml");
  const LoadedCatalogue loaded = load();
  EXPECT_THAT(english(loaded.faults), IsEmpty());
  ASSERT_EQ(loaded.rundown.segments.size(), 4u);
  EXPECT_EQ(loaded.rundown.segments[0].kind, SegmentKind::kOpening);
  EXPECT_EQ(loaded.rundown.segments[2].product_id, "tas");
  EXPECT_EQ(loaded.rundown.segments[2].planned, MediaTime::from_ms(120'000));
  EXPECT_EQ(loaded.rundown.segments[3].kind, SegmentKind::kClosing);
}

struct ProductFault {
  std::string lines;  // from line 6 on
  std::string fault;  // as people see it
  bool kept;          // the product is
};

TEST_F(CatalogueFolder, NamesEachFaultOfAProductWithItsLine) {
  test::write_text(folder_ / "broken.jpg", "this is no picture");
  test::write_text(folder_ / "broken.svg", "this is no picture");
  test::write_text(temp_ / "secret.svg", test::sample_svg());
  fs::create_symlink(temp_ / "secret.svg", folder_ / "link.svg");
  const std::vector<ProductFault> faults = {
      {"price = \"12rb?\"", "catalogue.toml:6: the price \"12rb?\" is no number", false},
      {"price = true", "catalogue.toml:6: the price \"true\" is no number", false},
      {"price = 1.5", "catalogue.toml:6: the price \"1.5\" is no number", false},
      {"price = -500", "catalogue.toml:6: the price -500 is below zero", false},
      {"price = 1000000000001", "catalogue.toml:6: the price 1000000000001 is too high to be true", false},
      {"", "catalogue.toml:2: the product \"Kain\" has no price", false},
      {"price = 500\nnormal_price = 500",
       "catalogue.toml:7: the normal price Rp 500 is not above the price Rp 500: it is not shown", true},
      {"price = 500\nnormal_price = \"x\"", "catalogue.toml:7: the normal price \"x\" is no number", true},
      {"price = 500\nphoto = \"none.jpg\"", "catalogue.toml:7: the photo \"none.jpg\" is not there", true},
      {"price = 500\nphoto = \"broken.svg\"",
       "catalogue.toml:7: the photo \"broken.svg\" is no picture that Gladi can read", true},
      {"price = 500\nphoto = \"broken.jpg\"",
       "catalogue.toml:7: the photo \"broken.jpg\" is no picture that Gladi can read", true},
      {"price = 500\nphoto = \"../secret.svg\"",
       "catalogue.toml:7: the photo \"../secret.svg\" must lie in the catalogue's own folder", true},
      {"price = 500\nphoto = \"link.svg\"",
       "catalogue.toml:7: the photo \"link.svg\" must lie in the catalogue's own folder", true},
      {"price = 500\nphoto = \"/etc/passwd\"",
       "catalogue.toml:7: the photo \"/etc/passwd\" must lie in the catalogue's own folder", true},
      {"price = 500\nphoto = \".\"",
       "catalogue.toml:7: the photo \".\" must lie in the catalogue's own folder", true},
      {"price = 500\nphoto = 7", "catalogue.toml:7: \"photo\" must be a text in quotation marks", true},
      {"price = 500\nnotes = \"x\"",
       "catalogue.toml:7: \"notes\" means nothing here: is it a spelling mistake?", true},
      {"price = 500\nkey_points = \"x\"",
       "catalogue.toml:7: \"key_points\" must be a list of texts: [\"one\", \"two\"]", true},
      {"price = 500\nkey_points = [\"a\", 2]",
       "catalogue.toml:7: \"key_points\" must be a list of texts: [\"one\", \"two\"]", true},
      {"price = 500\nkey_points = [\"a\"]\nkey_points_en = [\"a\", \"b\"]",
       "catalogue.toml:8: \"key_points_en\" has 2 texts and \"key_points\" has 1: they belong together one "
       "by one",
       true},
  };
  for (const ProductFault& expected : faults) {
    product(expected.lines + "\n[[product]]\nid = \"lain\"\nname = \"Lain\"\nprice = 1000\nstock = 1\n");
    const LoadedCatalogue loaded = load();
    EXPECT_THAT(english(loaded.faults), ElementsAre(expected.fault));
    EXPECT_EQ(loaded.catalogue.find("kain") != nullptr, expected.kept) << expected.fault;
    EXPECT_NE(loaded.catalogue.find("lain"), nullptr);
  }
}

// Opening each photo of 5,000 products would take minutes.
TEST_F(CatalogueFolder, OpensPhotosOnlyWhereThatIsAskedFor) {
  test::write_text(folder_ / "inside.jpg", "\xFF\xD8\xFF and then nothing");
  product("price = 500\nphoto = \"inside.jpg\"\n");
  const LoadedCatalogue loaded = load();
  EXPECT_THAT(english(loaded.faults), IsEmpty());
  EXPECT_EQ(loaded.catalogue.products[0].photo.filename(), "inside.jpg");
  const auto checked = load_catalogue(folder_, PhotoCheck::kOpens);
  ASSERT_TRUE(checked);
  EXPECT_THAT(english(checked->faults),
              ElementsAre("catalogue.toml:7: the photo \"inside.jpg\" is no picture that Gladi can read"));
  EXPECT_TRUE(checked->catalogue.products[0].photo.empty());
}

TEST_F(CatalogueFolder, DropsOnlyTheNormalPriceThatIsNoBargain) {
  product("price = 500\nnormal_price = 400\n");
  const LoadedCatalogue loaded = load();
  ASSERT_EQ(loaded.catalogue.products.size(), 1u);
  EXPECT_EQ(loaded.catalogue.products[0].price_rupiah, 500);
  EXPECT_FALSE(loaded.catalogue.products[0].normal_price_rupiah);
}

TEST_F(CatalogueFolder, TakesAPriceWithPointsForWhatPeopleMean) {
  product("price = 185.000\n");  // TOML alone would read 185
  EXPECT_EQ(load().catalogue.products[0].price_rupiah, 185'000);
  EXPECT_THAT(english(load().faults), IsEmpty());
}

TEST_F(CatalogueFolder, NamesIdsAndNamesAndStocksThatAreMissingOrWrong) {
  fs::remove(folder_ / "rundown.toml");
  catalogue(R"(nama = "Contoh"
[[product]]
name = "Kain Jati"
price = 1000
stock = -1
[[product]]
id = "kain-jati"
name = "Kain lain"
price = 1000
stock = 1
[[product]]
id = "Tas Kulit"
name = "Tas"
price = 1000
[[product]]
id = "x"
price = 1000
)");
  const LoadedCatalogue loaded = load();
  EXPECT_THAT(
      english(loaded.faults),
      ElementsAre(
          "catalogue.toml:1: \"nama\" means nothing here: is it a spelling mistake?",
          "catalogue.toml:1: the catalogue has no name: \"contoh\" is used",
          "catalogue.toml:2: the product has no id: \"kain-jati\" is used",
          "catalogue.toml:5: the stock -1 can't be: 0 is shown",
          "catalogue.toml:7: the id \"kain-jati\" is taken by an earlier product",
          "catalogue.toml:11: the stock is missing: 0 is shown",
          "catalogue.toml:12: an id has only small letters, digits and hyphens: \"tas-kulit\" is used",
          "catalogue.toml:15: the product has no name"));
  ASSERT_EQ(loaded.catalogue.products.size(), 2u);
  EXPECT_EQ(loaded.catalogue.products[1].id, "tas-kulit");
}

TEST_F(CatalogueFolder, ThatIsNoTomlIsAnErrorWithTheLine) {
  catalogue("name = \"Contoh\"\n[[product]]\nprice = 185rb\n");
  const auto loaded = load_catalogue(folder_);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, ErrorKind::kDamaged);
  EXPECT_THAT(loaded.error().english(), HasSubstr("catalogue.toml, line 3: this line can't be understood."));
}

TEST_F(CatalogueFolder, ThatIsNotThereOrEmptyIsAnError) {
  EXPECT_EQ(load_catalogue(temp_ / "none").error().kind, ErrorKind::kNotFound);
  catalogue("");
  EXPECT_EQ(load_catalogue(folder_).error().kind, ErrorKind::kDamaged);
  catalogue("name = \"Contoh\"\n[[product]]\nname = \"Kain\"\nprice = \"murah\"\n");
  EXPECT_THAT(load_catalogue(folder_).error().english(),
              HasSubstr("catalogue.toml:4: the price \"murah\" is no number"));
  catalogue("name = \"Contoh\"\nproduct = \"Kain\"\n");
  EXPECT_THAT(load_catalogue(folder_).error().english(), HasSubstr("catalogue.toml:2"));
  catalogue("name = \"\xff\"\n");
  EXPECT_EQ(load_catalogue(folder_).error().kind, ErrorKind::kDamaged);
}

TEST_F(CatalogueFolder, RefusesAFileThatNobodyWroteByHand) {
  catalogue("#" + std::string(17 << 20, 'x'));
  EXPECT_EQ(load_catalogue(folder_).error().kind, ErrorKind::kInvalid);
}

TEST_F(CatalogueFolder, NamesEachFaultOfTheRundownWithItsLine) {
  rundown(R"(name_en = "Ten minutes"
[[segment]]
kind = "pembukaan"
minutes = 1
[[segment]]
kind = "product"
product = "sepatu"
minutes = 1
[[segment]]
kind = "product"
minutes = 1
[[segment]]
kind = "questions"
product = "kain"
minutes = 0
[[segment]]
kind = "closing"
title = "Sampai jumpa"
menit = 3
[[segment]]
kind = "product"
product = "tas"
minutes = 2.5
)");
  const LoadedCatalogue loaded = load();
  EXPECT_THAT(
      english(loaded.faults),
      ElementsAre(
          "rundown.toml:1: the rundown has no name: \"Contoh\" is used",
          "rundown.toml:3: \"pembukaan\" is no kind of segment: opening, product, questions or closing",
          "rundown.toml:7: the catalogue has no product \"sepatu\"",
          "rundown.toml:9: the segment names no product",
          "rundown.toml:14: only a segment of kind \"product\" can show a product",
          "rundown.toml:15: 0.0 minutes can't be planned: two are",
          "rundown.toml:16: the segment has no minutes: two are planned",
          "rundown.toml:19: \"menit\" means nothing here: is it a spelling mistake?"));
  ASSERT_EQ(loaded.rundown.segments.size(), 3u);
  EXPECT_EQ(loaded.rundown.segments[0].product_id, "");
  EXPECT_EQ(loaded.rundown.segments[1].title.indonesian, "Sampai jumpa");
  EXPECT_EQ(loaded.rundown.segments[2].planned, MediaTime::from_ms(150'000));
}

TEST_F(CatalogueFolder, WithABrokenRundownStaysUsable) {
  rundown("name = \"Sepuluh menit\"\n[[segment]\n");
  const LoadedCatalogue loaded = load();
  EXPECT_THAT(english(loaded.faults),
              ElementsAre("rundown.toml:2: this line can't be understood: a plain rundown is used"));
  EXPECT_EQ(loaded.rundown.segments.size(), 4u);
  rundown("name = \"Kosong\"\n");
  EXPECT_THAT(english(load().faults),
              ElementsAre("rundown.toml: no segment can be used: a plain rundown is used"));
  EXPECT_EQ(load_rundown(folder_ / "rundown.toml", load().catalogue).error().kind, ErrorKind::kDamaged);
  EXPECT_EQ(load_rundown(temp_ / "none.toml", load().catalogue).error().kind, ErrorKind::kNotFound);
}

TEST_F(CatalogueFolder, ARundownKeptElsewhereIsReadForItsProducts) {
  test::write_text(temp_ / "own.toml",
                   "name = \"Satu\"\n[[segment]]\nkind = \"product\"\nproduct = \"tas\"\nminutes = 3\n");
  const auto loaded = load_rundown(temp_ / "own.toml", load().catalogue);
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_EQ(loaded->rundown.total(), MediaTime::from_ms(180'000));
  EXPECT_EQ(loaded->rundown.segments[0].title.indonesian, "Tas Selempang");
}

TEST_F(CatalogueFolder, BrokenNeighboursAreNamedAndSkipped) {
  test::write_text(temp_ / "b-broken/catalogue.toml", "name = ");
  fs::create_directories(temp_ / "a-empty");
  fs::create_directories(temp_ / ".hidden");
  const CatalogueShelf shelf = load_catalogues({temp_.path(), temp_ / "none"});
  ASSERT_EQ(shelf.catalogues.size(), 1u);
  EXPECT_EQ(shelf.catalogues[0].catalogue.slug(), "contoh");
  ASSERT_EQ(shelf.broken.size(), 2u);
  EXPECT_THAT(shelf.broken[0].english(), HasSubstr("a-empty"));
  EXPECT_THAT(shelf.broken[1].english(), HasSubstr("b-broken"));
}

TEST(DemoCatalogues, AreWithoutAnyFaultAndLastAsPlanned) {
  const CatalogueShelf shelf = load_catalogues({fs::path(GLADI_SOURCE_DIR) / "assets/catalogues"});
  for (const Error& error : shelf.broken) ADD_FAILURE() << error.english();
  ASSERT_EQ(shelf.catalogues.size(), 3u);
  std::vector<std::string> slugs;
  std::vector<int64_t> minutes;
  for (const LoadedCatalogue& loaded : shelf.catalogues) {
    EXPECT_THAT(english(loaded.faults), IsEmpty());
    EXPECT_FALSE(loaded.catalogue.cover.empty());
    EXPECT_FALSE(loaded.catalogue.name.english.empty());
    for (const Product& product : loaded.catalogue.products) {
      EXPECT_FALSE(product.photo.empty()) << product.id;
      EXPECT_FALSE(product.name.english.empty()) << product.id;
      EXPECT_FALSE(product.key_points.empty()) << product.id;
    }
    slugs.push_back(loaded.catalogue.slug());
    minutes.push_back(loaded.rundown.total().ms() / 60'000);
  }
  EXPECT_THAT(slugs, ElementsAre("batik-ecoprint", "jamu-camilan", "tas-sepatu"));
  EXPECT_THAT(minutes, ElementsAre(10, 10, 8));
}

}  // namespace
}  // namespace gladi
