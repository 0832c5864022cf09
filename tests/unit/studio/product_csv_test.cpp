#include "studio/catalogue/product_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

CsvProducts read(const std::string& text) {
  auto table = read_products_csv(text);
  if (!table) throw std::runtime_error(table.error().english());
  return *table;
}

std::vector<std::string> english(const std::vector<RowFault>& faults) {
  std::vector<std::string> texts;
  for (const RowFault& fault : faults)
    texts.push_back(std::to_string(fault.row) + ": " + fault.reason.english());
  return texts;
}

TEST(ProductTable, IsReadInAnyOrderAndLanguage) {
  const CsvProducts table = read(
      "Stok;HARGA (Rp);Nama Produk;Catatan;Poin penting;Warna\r\n"
      "8;Rp 199.000;Kain;Katun;\"asli\r\nadem\";hijau\r\n"
      "12 pcs;185rb;Tas;;tebal | kuat;\r\n");
  ASSERT_EQ(table.rows.size(), 2u);
  const Product& kain = table.rows[0].product;
  EXPECT_EQ(kain.name.indonesian, "Kain");
  EXPECT_EQ(kain.price_rupiah, 199'000);
  EXPECT_EQ(kain.stock, 8);
  EXPECT_EQ(kain.note.indonesian, "Katun");
  ASSERT_EQ(kain.key_points.size(), 2u);
  EXPECT_EQ(table.rows[1].product.stock, 12);
  EXPECT_EQ(table.rows[1].product.key_points[1].indonesian, "kuat");
  EXPECT_THAT(table.ignored, ElementsAre("Warna"));
  EXPECT_THAT(table.faults, IsEmpty());
  EXPECT_EQ(read("price,name\n5000,Hat\n").rows[0].product.name.indonesian, "Hat");
}

TEST(ProductTable, NamesEachRowThatCannotBeReadAndTakesTheOthers) {
  const CsvProducts table = read(
      "nama;harga;stok\n"
      "Kain;185000;8\n"
      ";5000;1\n"
      "Tas;murah;1\n"
      "\"Topi;5000;1\n"
      "Dompet;;2\n"
      "\n"
      "Sandal;75000;banyak\n"
      "Sepatu;9999999999999;1\n"
      "Selendang;129.000,00;1.200\n");
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[1].product.price_rupiah, 129'000);
  EXPECT_EQ(table.rows[1].product.stock, 1'200);
  EXPECT_THAT(english(table.faults),
              ElementsAre("3: the product has no name", "4: the price \"murah\" is no number",
                          "5: a quotation mark is missing in this row", "6: the price is missing",
                          "8: the stock \"banyak\" is no whole number",
                          "9: the price 9999999999999 is too high to be true"));
}

TEST(ProductTable, TakesAPromotionsPriceForTheLivePrice) {
  const CsvProducts table =
      read("nama;harga;harga promo\nKain;225.000;199.000\nTas;50000;\nTopi;10000;12000\n");
  EXPECT_EQ(table.rows[0].product.price_rupiah, 199'000);
  EXPECT_EQ(table.rows[0].product.normal_price_rupiah, 225'000);
  EXPECT_EQ(table.rows[1].product.price_rupiah, 50'000);
  EXPECT_FALSE(table.rows[1].product.normal_price_rupiah);
  EXPECT_FALSE(table.rows[2].product.normal_price_rupiah);
}

TEST(ProductTable, WithoutNamesOfColumnsIsRefused) {
  for (const char* text : {"", "Kain;185000\n", "nama;stok\nKain;5\n", "harga\n5\n"}) {
    EXPECT_EQ(read_products_csv(text).error().kind, ErrorKind::kInvalid) << text;
  }
}

TEST(ProductTable, ChangesWhatIsThereAndAddsTheRest) {
  CatalogueDraft draft;
  for (const Product& product : test::sample_catalogue().products)
    draft = edit::add_product(draft, product, 99);
  const CsvMerge merge = merge_products(
      draft, read("id;nama;harga\nkain;Kain Jati;150000\n;tas selempang;5000\n;Topi;1000\n;Topi Baru;1000\n"),
      {});
  EXPECT_EQ(merge.changed, 2);
  EXPECT_EQ(merge.added, 2);
  ASSERT_EQ(merge.draft.products.size(), 4u);
  EXPECT_EQ(merge.draft.products[0]->name.indonesian, "Kain Jati");
  EXPECT_EQ(merge.draft.products[0]->stock, 8);  // the table says nothing about it
  EXPECT_EQ(merge.draft.products[0]->key_points.size(), 2u);
  EXPECT_EQ(merge.draft.products[1]->price_rupiah, 5'000);
  EXPECT_EQ(merge.draft.products[2]->id, "topi");
  EXPECT_EQ(merge.draft.segments.size(), 4u);
}

TEST(ProductTable, FindsPhotosBesideItAndNowhereElse) {
  const test::TempFolder temp;
  test::write_text(temp / "kain.svg", test::sample_svg());
  test::write_text(temp.path().parent_path() / "outside.svg", test::sample_svg());
  const CsvMerge merge = merge_products(
      {}, read("nama;harga;foto\nKain;1;kain.svg\nTas;1;../outside.svg\nTopi;1;hilang.jpg\n"), {temp.path()});
  std::filesystem::remove(temp.path().parent_path() / "outside.svg");
  EXPECT_FALSE(merge.draft.products[0]->photo.empty());
  EXPECT_THAT(english(merge.faults), ElementsAre(HasSubstr("3: the photo"), HasSubstr("4: the photo")));
  EXPECT_EQ(merge.draft.products.size(), 3u);
}

TEST(ProductTable, OfFiveThousandRowsComesInWhole) {
  std::string text = "nama;harga;stok;catatan\r\n";
  for (int i = 1; i <= 5000; ++i) {
    text += "\"Produk " + std::to_string(i % 2 == 0 ? i : 1) + "\";" + std::to_string(1000 + i) +
            ";5;\"baris\r\nbaru\"\r\n";
  }
  const CsvProducts table = read(text);
  EXPECT_EQ(table.rows.size(), 5000u);
  EXPECT_EQ(table.rows.back().number, 5001);
  const CsvMerge merge = merge_products({}, table, {});
  EXPECT_EQ(merge.added + merge.changed, 5000);
  EXPECT_EQ(merge.draft.products.size(), 2501u);
  EXPECT_EQ(merge.not_in_rundown, 2501 - static_cast<int>(kMostInRundown));
}

TEST(ProductTable, IsWrittenAsItCanBeReadAgain) {
  CatalogueDraft draft;
  Catalogue catalogue = test::sample_catalogue();
  catalogue.products[0].name.indonesian = "=Kain; \"halus\"";
  for (const Product& product : catalogue.products) draft = edit::add_product(draft, product, 99);
  for (const char separator : {';', ','}) {
    const CsvMerge merge = merge_products({}, read(products_csv(draft, separator)), {});
    ASSERT_EQ(merge.draft.products.size(), 2u);
    EXPECT_EQ(*merge.draft.products[0], catalogue.products[0]);
    EXPECT_EQ(*merge.draft.products[1], catalogue.products[1]);
  }
}

}  // namespace
}  // namespace gladi
