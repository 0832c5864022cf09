#include "studio/session/session_json.h"

#include <algorithm>
#include <limits>

#include "studio/catalogue/segment_kind.h"

namespace gladi {

using json_file::Json;

namespace {

Json to_json(const std::vector<LocalText>& texts) {
  Json list = Json::array();
  for (const LocalText& text : texts) list.push_back(json_file::to_json(text));
  return list;
}

std::vector<LocalText> texts_of(const Json& list) {
  std::vector<LocalText> texts;
  for (const Json& text : list)
    texts.push_back({json_file::text_of(text, "indonesian"), json_file::text_of(text, "english")});
  return texts;
}

}  // namespace

Json to_json(const std::vector<Product>& products) {
  Json list = Json::array();
  for (const Product& product : products) {
    list.push_back(
        {{"id", product.id},
         {"name", json_file::to_json(product.name)},
         {"kind", product.kind},
         {"photo", product.photo.string()},
         {"price_rupiah", product.price_rupiah},
         {"normal_price_rupiah", product.normal_price_rupiah ? Json(*product.normal_price_rupiah) : Json()},
         {"stock", product.stock},
         {"note", json_file::to_json(product.note)},
         {"key_points", to_json(product.key_points)}});
  }
  return list;
}

Json to_json(const Rundown& rundown) {
  Json segments = Json::array();
  for (const Segment& segment : rundown.segments) {
    segments.push_back({{"kind", name_of(segment.kind)},
                        {"title", json_file::to_json(segment.title)},
                        {"product_id", segment.product_id},
                        {"planned_ns", segment.planned.ns},
                        {"key_points", to_json(segment.key_points)},
                        {"script", json_file::to_json(segment.script)}});
  }
  return {{"name", json_file::to_json(rundown.name)}, {"segments", segments}};
}

std::vector<Product> products_of(const Json& list) {
  std::vector<Product> products;
  for (const Json& object : list) {
    Product product;
    product.id = json_file::text_of(object, "id");
    product.name = json_file::local_text_of(object, "name");
    product.kind = json_file::text_of(object, "kind");
    product.photo = json_file::text_of(object, "photo");
    product.price_rupiah = json_file::int_of(object, "price_rupiah");
    const int64_t normal = json_file::int_of(object, "normal_price_rupiah");
    if (normal > product.price_rupiah) product.normal_price_rupiah = normal;
    product.stock = static_cast<int>(
        std::clamp<int64_t>(json_file::int_of(object, "stock"), 0, std::numeric_limits<int>::max()));
    product.note = json_file::local_text_of(object, "note");
    product.key_points = texts_of(json_file::list_of(object, "key_points"));
    products.push_back(std::move(product));
  }
  return products;
}

Rundown rundown_of(const Json& object) {
  Rundown rundown;
  rundown.name = json_file::local_text_of(object, "name");
  for (const Json& element : json_file::list_of(object, "segments")) {
    rundown.segments.push_back(
        {segment_kind_named(json_file::text_of(element, "kind")).value_or(SegmentKind::kClosing),
         json_file::local_text_of(element, "title"), json_file::text_of(element, "product_id"),
         json_file::length_of(element, "planned_ns"), texts_of(json_file::list_of(element, "key_points")),
         json_file::local_text_of(element, "script")});
  }
  return rundown;
}

}  // namespace gladi
