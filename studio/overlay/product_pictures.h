// Product photos in the sizes the feed needs, and whole product pictures: read and drawn on a thread of their
// own
// ("photos"), if possible before they are shown.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/file/image.h"
#include "encoder/program/canvas.h"
#include "encoder/program/overlay.h"

namespace gladi {

// What can be asked for: the photo on the card, or what fills a layout's place for the product.
struct ProductPicture {
  std::string layout;                          // empty: the card's photo
  std::optional<std::filesystem::path> photo;  // nullopt: no product is on show
  friend bool operator==(const ProductPicture&, const ProductPicture&) = default;
};

// Methods: any thread; none but finish() waits for a disk or for drawing. A photo that can't be read is named
// in problems() once and shown as stand_in_photo(); an empty name is a stand-in too, without a problem. Holds
// at most kMaxBytes; what was used longest ago goes first.
class ProductPictures {
 public:
  static constexpr size_t kMaxBytes = 40 << 20;

  explicit ProductPictures(const Canvas& canvas);
  ~ProductPictures();

  // Null and nullopt while it isn't there: it is made next.
  std::shared_ptr<const Image> card_photo(const std::filesystem::path& photo);
  std::optional<OverlayPlan> product(const std::string& layout,
                                     const std::optional<std::filesystem::path>& photo);

  // What may be asked for soon, most likely first; in place of what was expected before. Made while nothing
  // else is to be done and there is room.
  void expect(std::vector<ProductPicture> pictures);
  // Waits until all that was asked for and expected is there; false when `at_most` passed first.
  bool finish(std::chrono::milliseconds at_most);
  // How many pictures have been made so far: more of them may be there than a moment ago.
  int64_t made() const;

  std::vector<Error> problems() const;  // newest last

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
