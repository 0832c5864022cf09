// Finds faces in a picture.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "encoder/base/error.h"
#include "studio/coaching/face.h"
#include "studio/coaching/small_picture.h"

namespace gladi {

// The BlazeFace network (Bazarevsky et al. 2019, "BlazeFace: Sub-millisecond Neural Face Detection on Mobile
// GPUs") for 256×256 pixels, run by OpenCV's dnn module on one core: some 11 ms a look. One thread at a
// time.
class FaceFinder {
 public:
  static constexpr int kSidePx = 256;               // what it looks at: more pixels don't help
  static constexpr double kLeastConfidence = 0.75;  // below it poster folds and cushions become faces

  // `model`: assets/models/blazeface-256.onnx. kNotFound when it isn't there, kDamaged when it isn't this
  // network.
  static Result<std::unique_ptr<FaceFinder>> open(const std::filesystem::path& model);
  ~FaceFinder();

  // The largest first; none when nobody is seen. A camera's picture is looked at twice: all of it, then the
  // part around the largest face, which tells that one's place three times as exactly.
  Result<std::vector<Face>> find(const Picture& picture);
  // One look, at what isn't larger than kSidePx.
  Result<std::vector<Face>> find(const SmallPicture& picture);

 private:
  FaceFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
