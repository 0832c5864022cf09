#include "studio/catalogue/catalogue_draft.h"

#include <algorithm>

#include "studio/text/format.h"

namespace gladi {
namespace {

constexpr MediaTime kUsualLength = MediaTime::from_ms(120'000);

template <class T>
void move_element(std::vector<T>& list, size_t from, size_t to) {
  if (from >= list.size() || to >= list.size() || from == to) return;
  const auto at = [&list](size_t i) { return list.begin() + static_cast<std::ptrdiff_t>(i); };
  if (from < to) {
    std::rotate(at(from), at(from + 1), at(to + 1));
  } else {
    std::rotate(at(to), at(from), at(from + 1));
  }
}

template <class T>
void insert_at(std::vector<std::shared_ptr<const T>>& list, size_t at, T value) {
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(std::min(at, list.size())),
              std::make_shared<const T>(std::move(value)));
}

template <class T>
void set_at(std::vector<std::shared_ptr<const T>>& list, size_t at, T value) {
  if (at < list.size() && *list[at] != value) list[at] = std::make_shared<const T>(std::move(value));
}

// Behind the last product's segment; without one behind the opening.
size_t place_of_new_segment(const CatalogueDraft& draft) {
  size_t place = 0;
  for (size_t i = 0; i < draft.segments.size(); ++i) {
    const SegmentKind kind = draft.segments[i]->kind;
    if (kind == SegmentKind::kProduct || (kind == SegmentKind::kOpening && place == i)) place = i + 1;
  }
  return place;
}

}  // namespace

const Product* CatalogueDraft::find(const std::string& product_id) const {
  for (const auto& product : products) {
    if (product->id == product_id) return product.get();
  }
  return nullptr;
}

std::string CatalogueDraft::free_id(const std::string& wanted) const {
  const std::string base = slug(wanted);
  std::string id = base;
  for (int i = 2; find(id) != nullptr; ++i) id = base + "-" + std::to_string(i);
  return id;
}

LocalText usual_title(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::kOpening:
      return {"Pembukaan", "Opening"};
    case SegmentKind::kQuestions:
      return {"Tanya jawab", "Questions"};
    case SegmentKind::kClosing:
      return {"Penutup", "Closing"};
    case SegmentKind::kProduct:
      break;
  }
  return {"Produk", "Product"};
}

Segment complete_segment(const Segment& segment, const Product* product) {
  Segment whole = segment;
  if (whole.title.indonesian.empty())
    whole.title = product != nullptr ? product->name : usual_title(whole.kind);
  if (whole.key_points.empty() && product != nullptr) whole.key_points = product->key_points;
  return whole;
}

Segment bare_segment(const Segment& segment, const Product* product) {
  Segment bare = segment;
  if (bare.title == (product != nullptr ? product->name : usual_title(bare.kind))) bare.title = {};
  if (product != nullptr && bare.key_points == product->key_points) bare.key_points.clear();
  return bare;
}

MediaTime total_of(const CatalogueDraft& draft) {
  MediaTime sum;
  for (const auto& segment : draft.segments) sum += segment->planned;
  return sum;
}

namespace edit {

CatalogueDraft add_product(CatalogueDraft draft, Product product, size_t at, bool in_rundown) {
  if (in_rundown) {
    insert_at(draft.segments, place_of_new_segment(draft),
              Segment{SegmentKind::kProduct, {}, product.id, kUsualLength, {}});
  }
  insert_at(draft.products, at, std::move(product));
  return draft;
}

CatalogueDraft set_product(CatalogueDraft draft, size_t at, Product product) {
  set_at(draft.products, at, std::move(product));
  return draft;
}

CatalogueDraft delete_product(CatalogueDraft draft, size_t at) {
  if (at >= draft.products.size()) return draft;
  const std::string id = draft.products[at]->id;
  draft.products.erase(draft.products.begin() + static_cast<std::ptrdiff_t>(at));
  std::erase_if(draft.segments, [&id](const auto& segment) { return segment->product_id == id; });
  return draft;
}

CatalogueDraft move_product(CatalogueDraft draft, size_t from, size_t to) {
  move_element(draft.products, from, to);
  return draft;
}

CatalogueDraft add_segment(CatalogueDraft draft, Segment segment, size_t at) {
  insert_at(draft.segments, at, std::move(segment));
  return draft;
}

CatalogueDraft set_segment(CatalogueDraft draft, size_t at, Segment segment) {
  set_at(draft.segments, at, std::move(segment));
  return draft;
}

CatalogueDraft delete_segment(CatalogueDraft draft, size_t at) {
  if (at < draft.segments.size()) {
    draft.segments.erase(draft.segments.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return draft;
}

CatalogueDraft move_segment(CatalogueDraft draft, size_t from, size_t to) {
  move_element(draft.segments, from, to);
  return draft;
}

}  // namespace edit
}  // namespace gladi
