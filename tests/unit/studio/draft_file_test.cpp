#include "studio/catalogue/draft_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/catalogue/catalogue_file.h"
#include "studio/catalogue/catalogue_folders.h"
#include "studio/catalogue/toml_edit.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kCatalogue = R"(# Katalog Bu Siti
name = "Contoh"  # di pasar

[[product]]
id = "kain"
name = "Kain \"halus\""   # yang laris
price = "199rb"
stock = 8
key_points = ["satu", "dua"]
motif = "jati"

# tas dari Bu Ani
[[product]]
id = "tas"
name = "Tas"
price = 185000
stock = 6

[[product]]
name = "tanpa harga"
)";

constexpr const char* kRundown = R"(name = "Sepuluh menit"

[[segment]]
kind = "opening"
minutes = 1

[[segment]]  # terpenting
kind = "product"
product = "kain"
minutes = 4.5

[[segment]]
kind = "product"
product = "tidak-ada"
minutes = 3

[[segment]]
kind = "closing"
minutes = 1
)";

class Draft : public testing::Test {
 protected:
  Draft() : folder_(temp_ / "contoh") {
    test::write_text(folder_ / "catalogue.toml", kCatalogue);
    test::write_text(folder_ / "rundown.toml", kRundown);
  }
  DraftFile::Opened open() {
    auto opened = DraftFile::open(folder_);
    if (!opened) throw std::runtime_error(opened.error().english());
    return std::move(*opened);
  }
  std::string catalogue() const { return test::read_text(folder_ / "catalogue.toml"); }
  std::string rundown() const { return test::read_text(folder_ / "rundown.toml"); }
  LoadedCatalogue loaded() const { return load_catalogue(folder_).value(); }

  static Product changed(const CatalogueDraft& draft, size_t at, int64_t price) {
    Product product = *draft.products[at];
    product.price_rupiah = price;
    return product;
  }

  test::TempFolder temp_;
  const fs::path folder_;
};

TEST_F(Draft, SavedUnchangedIsTheSameFileByteForByte) {
  auto opened = open();
  EXPECT_EQ(opened.draft.products.size(), 2u);
  EXPECT_FALSE(opened.faults.empty());
  ASSERT_TRUE(opened.file->save(opened.draft));
  EXPECT_EQ(catalogue(), kCatalogue);
  EXPECT_EQ(rundown(), kRundown);
}

TEST_F(Draft, AChangedPriceChangesThatValueOnly) {
  auto opened = open();
  ASSERT_TRUE(opened.file->save(edit::set_product(opened.draft, 1, changed(opened.draft, 1, 190'000))));
  std::string expected = kCatalogue;
  expected.replace(expected.find("185000"), 6, "190000");
  EXPECT_EQ(catalogue(), expected);
  EXPECT_EQ(rundown(), kRundown);
}

TEST_F(Draft, KeepsCommentsUnknownKeysAndWhatCouldNotBeRead) {
  auto opened = open();
  Product kain = *opened.draft.products[0];
  kain.name.indonesian = "Kain Café 🌿\nbaru";
  kain.key_points.push_back({"tiga", ""});
  kain.stock = 7;
  kain.note = {"Katun", "Cotton"};
  ASSERT_TRUE(opened.file->save(edit::set_product(opened.draft, 0, kain)));
  EXPECT_THAT(catalogue(), HasSubstr("# Katalog Bu Siti"));
  EXPECT_THAT(catalogue(), HasSubstr("# yang laris"));
  EXPECT_THAT(catalogue(), HasSubstr("motif = \"jati\""));
  EXPECT_THAT(catalogue(), HasSubstr("price = \"199rb\""));
  EXPECT_THAT(catalogue(), HasSubstr("# tas dari Bu Ani\n[[product]]\nid = \"tas\""));
  EXPECT_THAT(catalogue(), HasSubstr("tanpa harga"));
  EXPECT_EQ(loaded().catalogue.products[0], kain);
  EXPECT_THAT(rundown(), HasSubstr("tidak-ada"));
}

TEST_F(Draft, AddsOrdersAndDeletesProductsWithTheirSegments) {
  auto opened = open();
  Product topi;
  topi.id = opened.draft.free_id("Topi Anyam");
  topi.name = {"Topi Anyam", "Woven hat"};
  topi.price_rupiah = 45'000;
  topi.normal_price_rupiah = 50'000;
  CatalogueDraft draft = edit::add_product(opened.draft, topi, 99);
  draft = edit::move_product(draft, 2, 0);
  draft = edit::delete_product(draft, 1);
  ASSERT_TRUE(opened.file->save(draft));
  const LoadedCatalogue now = loaded();
  ASSERT_EQ(now.catalogue.products.size(), 2u);
  EXPECT_EQ(now.catalogue.products[0], topi);
  EXPECT_EQ(now.catalogue.products[1].id, "tas");
  ASSERT_EQ(now.rundown.segments.size(), 3u);
  EXPECT_EQ(now.rundown.segments[1].product_id, "topi-anyam");
  EXPECT_EQ(now.rundown.segments[1].title, topi.name);
  EXPECT_THAT(catalogue(), Not(HasSubstr("\"kain\"")));
}

TEST_F(Draft, KeepsTheRundownAsItWasOrdered) {
  auto opened = open();
  CatalogueDraft draft = edit::move_segment(opened.draft, 1, 2);
  Segment questions{SegmentKind::kQuestions, {}, "", MediaTime::from_ms(150'000), {{"Jawab", ""}}};
  draft = edit::add_segment(draft, questions, 1);
  Segment opening = *draft.segments[0];
  opening.planned = MediaTime::from_ms(90'000);
  draft = edit::set_segment(draft, 0, opening);
  ASSERT_TRUE(opened.file->save(draft));
  const Rundown now = loaded().rundown;
  ASSERT_EQ(now.segments.size(), 4u);
  EXPECT_EQ(now.segments[0].planned.ms(), 90'000);
  EXPECT_EQ(now.segments[1].kind, SegmentKind::kQuestions);
  EXPECT_EQ(now.segments[1].planned.ms(), 150'000);
  EXPECT_EQ(now.segments[3].product_id, "kain");
  EXPECT_THAT(rundown(), HasSubstr("[[segment]]  # terpenting"));
}

TEST_F(Draft, ASegmentFollowsItsProductsNewName) {
  auto opened = open();
  Product kain = *opened.draft.products[0];
  kain.name = {"Selendang", ""};
  ASSERT_TRUE(opened.file->save(edit::set_product(opened.draft, 0, kain)));
  EXPECT_EQ(loaded().rundown.segments[1].title.indonesian, "Selendang");
  EXPECT_EQ(rundown(), kRundown);
}

TEST_F(Draft, WhatSomebodyElseWroteMeanwhileIsKeptBeside) {
  auto opened = open();
  const std::string theirs =
      std::string(kCatalogue) + "\n[[product]]\nid = \"baru\"\nname = \"Baru\"\nprice = 1\n";
  test::write_text(folder_ / "catalogue.toml", theirs);
  const auto saved = opened.file->save(edit::set_product(opened.draft, 1, changed(opened.draft, 1, 5)));
  ASSERT_TRUE(saved);
  ASSERT_THAT(saved->kept, ElementsAre(folder_ / "catalogue.toml.lama"));
  EXPECT_EQ(test::read_text(saved->kept[0]), theirs);
  EXPECT_EQ(loaded().catalogue.products[1].price_rupiah, 5);
  // The next save has nothing to keep: the file is ours.
  EXPECT_THAT(opened.file->save(edit::set_product(opened.draft, 1, changed(opened.draft, 1, 6)))->kept,
              IsEmpty());
}

TEST_F(Draft, ARundownThatIsNoTomlIsKeptBesideBeforeItIsReplaced) {
  test::write_text(folder_ / "rundown.toml", "name = [broken");
  auto opened = open();
  EXPECT_EQ(opened.draft.segments.size(), 4u);  // a plain one
  const auto saved = opened.file->save(opened.draft);
  ASSERT_TRUE(saved);
  ASSERT_THAT(saved->kept, ElementsAre(folder_ / "rundown.toml.lama"));
  EXPECT_EQ(test::read_text(saved->kept[0]), "name = [broken");
  EXPECT_EQ(loaded().rundown.segments.size(), 4u);
}

TEST_F(Draft, ProductsWrittenInOneLineAreKeptBesideAndWrittenAnew) {
  const std::string inline_tables =
      "name = \"X\"\nproduct = [{id = \"a\", name = \"A\", price = 5, stock = 1}]\n";
  test::write_text(folder_ / "catalogue.toml", inline_tables);
  fs::remove(folder_ / "rundown.toml");
  auto opened = open();
  const auto saved = opened.file->save(edit::set_product(opened.draft, 0, changed(opened.draft, 0, 9)));
  ASSERT_TRUE(saved) << saved.error().english();
  ASSERT_EQ(saved->kept.size(), 1u);
  EXPECT_EQ(test::read_text(saved->kept[0]), inline_tables);
  EXPECT_EQ(loaded().catalogue.products[0].price_rupiah, 9);
  EXPECT_EQ(loaded().catalogue.name.indonesian, "X");
}

TEST_F(Draft, ThatCannotBeReadIsNotOpenedAndStaysAsItIs) {
  test::write_text(folder_ / "catalogue.toml", "name = [broken");
  EXPECT_EQ(DraftFile::open(folder_).error().kind, ErrorKind::kDamaged);
  EXPECT_EQ(catalogue(), "name = [broken");
  EXPECT_EQ(DraftFile::open(temp_ / "nothing").error().kind, ErrorKind::kNotFound);
}

TEST_F(Draft, PhotosFromElsewhereAreCopiedIn) {
  test::write_text(temp_ / "usb" / "Foto Kain.SVG", test::sample_svg());
  auto opened = open();
  Product kain = *opened.draft.products[0];
  kain.photo = temp_ / "usb" / "Foto Kain.SVG";
  ASSERT_TRUE(opened.file->save(edit::set_product(opened.draft, 0, kain)));
  EXPECT_EQ(loaded().catalogue.products[0].photo, fs::canonical(folder_) / "kain.svg");
  // Not once more with the next save.
  ASSERT_TRUE(opened.file->save(
      edit::set_product(edit::set_product(opened.draft, 0, kain), 1, changed(opened.draft, 1, 7))));
  EXPECT_FALSE(fs::exists(folder_ / "kain-2.svg"));
}

TEST_F(Draft, APhotoThatIsMissingTodayStaysInTheFile) {
  test::write_text(
      folder_ / "catalogue.toml",
      "name = \"X\"\n[[product]]\nid = \"a\"\nname = \"A\"\nprice = 5\nstock = 1\nphoto = \"hilang.jpg\"\n");
  auto opened = open();
  ASSERT_TRUE(opened.file->save(edit::set_product(opened.draft, 0, changed(opened.draft, 0, 9))));
  EXPECT_THAT(catalogue(), HasSubstr("photo = \"hilang.jpg\""));
}

TEST_F(Draft, RenamesTheCatalogueInPlace) {
  auto opened = open();
  opened.draft.name = {"Toko Siti", "Siti's shop"};
  ASSERT_TRUE(opened.file->save(opened.draft));
  EXPECT_EQ(loaded().catalogue.name, opened.draft.name);
  EXPECT_THAT(catalogue(), HasSubstr("# Katalog Bu Siti\nname = \"Toko Siti\"  # di pasar"));
}

TEST(TomlEdit, RefusesWhatItCannotDoSafely) {
  std::string block = "[[product]]\nname = \"a\"\n";
  EXPECT_FALSE(toml_edit::set(block, "name", "[broken"));
  EXPECT_EQ(block, "[[product]]\nname = \"a\"\n");
  EXPECT_TRUE(toml_edit::set(block, "name", std::nullopt));
  EXPECT_EQ(block, "[[product]]\n");
}

TEST(TomlEdit, ReplacesListsOverManyLinesAndTextsWithThreeQuotes) {
  std::string block =
      "# é\n[[product]]\nkey_points = [\n  \"é\", # satu\n  \"dua\",\n] # akhir\nname = "
      "\"\"\"\nlang\n\"\"\"\nstock = 5\n";
  EXPECT_TRUE(toml_edit::set(block, "key_points", toml_edit::list({"x"})));
  EXPECT_TRUE(toml_edit::set(block, "name", toml_edit::quoted("é")));
  EXPECT_TRUE(toml_edit::set(block, "stock", "6"));
  EXPECT_EQ(block, "# é\n[[product]]\nkey_points = [\n  \"x\",\n] # akhir\nname = \"é\"\nstock = 6\n");
}

class Folders : public testing::Test {
 protected:
  Folders() : shelf_(temp_ / "catalogues"), folder_(test::write_sample_catalogue(temp_ / "usb")) {}
  test::TempFolder temp_;
  const fs::path shelf_;
  const fs::path folder_;
};

TEST_F(Folders, ANewCatalogueCanBeUsedAtOnce) {
  const auto made = catalogue_folders::create(shelf_, {"Toko Bu Siti", ""}, {"Produk baru", ""});
  ASSERT_TRUE(made) << made.error().english();
  EXPECT_EQ(*made, shelf_ / "toko-bu-siti");
  const auto loaded = load_catalogue(*made);
  ASSERT_TRUE(loaded);
  EXPECT_THAT(loaded->faults, IsEmpty());
  EXPECT_EQ(loaded->catalogue.products.size(), 1u);
  EXPECT_EQ(loaded->rundown.segments.size(), 3u);
  EXPECT_EQ(*catalogue_folders::create(shelf_, {"Toko Bu Siti", ""}, {"P", ""}), shelf_ / "toko-bu-siti-2");
}

TEST_F(Folders, ComeFromAndGoToAStickWithTheirPhotos) {
  const auto imported = catalogue_folders::import_folder(shelf_, folder_);
  ASSERT_TRUE(imported) << imported.error().english();
  EXPECT_THAT(load_catalogue(*imported)->faults, IsEmpty());
  EXPECT_TRUE(fs::exists(*imported / "kain.svg"));
  fs::create_directories(temp_ / "stick");
  const auto exported = catalogue_folders::export_folder(*imported, temp_ / "stick");
  ASSERT_TRUE(exported);
  EXPECT_EQ(test::read_text(*exported / "catalogue.toml"), test::read_text(folder_ / "catalogue.toml"));
  EXPECT_EQ(*catalogue_folders::export_folder(*imported, temp_ / "stick"), temp_ / "stick" / "contoh-2");
  EXPECT_EQ(catalogue_folders::export_folder(*imported, temp_ / "gone").error().kind, ErrorKind::kNotFound);
  EXPECT_FALSE(catalogue_folders::import_folder(shelf_, temp_ / "stick"));
}

TEST_F(Folders, CopyNeitherLinksNorHiddenFiles) {
  fs::create_symlink("/etc/passwd", folder_ / "passwd.jpg");
  test::write_text(folder_ / ".rahasia", "x");
  const auto imported = catalogue_folders::import_folder(shelf_, folder_);
  ASSERT_TRUE(imported);
  EXPECT_FALSE(fs::exists(fs::symlink_status(*imported / "passwd.jpg")));
  EXPECT_FALSE(fs::exists(*imported / ".rahasia"));
}

TEST_F(Folders, ThrownAwayComeBackAndAreNotListedMeanwhile) {
  const auto own = catalogue_folders::import_folder(shelf_, folder_);
  const auto thrown = catalogue_folders::throw_away(*own);
  ASSERT_TRUE(thrown);
  EXPECT_TRUE(load_catalogues({shelf_}).catalogues.empty());
  const auto back = catalogue_folders::restore(*thrown);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, *own);
  EXPECT_EQ(load_catalogues({shelf_}).catalogues.size(), 1u);
}

TEST_F(Folders, ACopyHasANameOfItsOwn) {
  const auto copy = catalogue_folders::duplicate(shelf_, folder_, {"Salinan Contoh", ""});
  ASSERT_TRUE(copy);
  EXPECT_EQ(load_catalogue(*copy)->catalogue.name.indonesian, "Salinan Contoh");
  EXPECT_EQ(load_catalogue(folder_)->catalogue.name.indonesian, "Contoh");
}

TEST_F(Folders, AnOwnCopyStandsForTheDemoItWasMadeFrom) {
  const auto own = catalogue_folders::make_own(shelf_, folder_);
  ASSERT_TRUE(own);
  test::write_text(*own / "catalogue.toml",
                   "name = \"Punya saya\"\n[[product]]\nid=\"a\"\nname=\"A\"\nprice=1\nstock=1\n");
  EXPECT_EQ(*catalogue_folders::make_own(shelf_, folder_), *own);
  const CatalogueShelf shelf = load_catalogues({shelf_, folder_.parent_path()});
  ASSERT_EQ(shelf.catalogues.size(), 1u);
  EXPECT_EQ(shelf.catalogues[0].catalogue.name.indonesian, "Punya saya");
}

}  // namespace
}  // namespace gladi
