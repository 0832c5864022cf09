// A catalogue with its rundown while it is edited: a value that is cheap to copy, so that each step can be
// kept.
#pragma once

#include <memory>
#include <vector>

#include "studio/catalogue/catalogue.h"
#include "studio/catalogue/rundown.h"

namespace gladi {

// Segments say only what the person has said: a title or key points that are empty are the product's, or the
// usual ones of the kind (complete_segment() fills them in).
struct CatalogueDraft {
  LocalText name;
  LocalText rundown_name;
  std::vector<std::shared_ptr<const Product>> products;
  std::vector<std::shared_ptr<const Segment>> segments;

  const Product* find(const std::string& product_id) const;
  // An id that no product has, made of `name`.
  std::string free_id(const std::string& name) const;
  // Same objects: a step that changed nothing.
  friend bool operator==(const CatalogueDraft&, const CatalogueDraft&) = default;
};

// The product's title and key points, or the kind's usual title, where the segment has none. `product` may be
// null.
Segment complete_segment(const Segment& segment, const Product* product);
// The other way: takes away what complete_segment() would put there.
Segment bare_segment(const Segment& segment, const Product* product);
LocalText usual_title(SegmentKind kind);

MediaTime total_of(const CatalogueDraft& draft);

// The steps of an editor. Each gives the draft after it; places outside the lists change nothing.
namespace edit {
// A product comes with a segment of two minutes behind the last product's; with `in_rundown` false without
// one.
CatalogueDraft add_product(CatalogueDraft draft, Product product, size_t at, bool in_rundown = true);
CatalogueDraft set_product(CatalogueDraft draft, size_t at, Product product);
// Its segments go with it.
CatalogueDraft delete_product(CatalogueDraft draft, size_t at);
CatalogueDraft move_product(CatalogueDraft draft, size_t from, size_t to);
CatalogueDraft add_segment(CatalogueDraft draft, Segment segment, size_t at);
CatalogueDraft set_segment(CatalogueDraft draft, size_t at, Segment segment);
CatalogueDraft delete_segment(CatalogueDraft draft, size_t at);
CatalogueDraft move_segment(CatalogueDraft draft, size_t from, size_t to);
}  // namespace edit

}  // namespace gladi
