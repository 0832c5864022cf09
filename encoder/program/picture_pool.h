// Reuses the memory of I420 pictures: a take allocates a handful of frames, not thirty a second.
#pragma once

#include <cstddef>
#include <memory>

#include "encoder/program/picture.h"

namespace gladi {

// An I420 picture that its maker may still write; it becomes a PicturePtr by freeze().
class DraftPicture {
 public:
  int width_px() const { return picture_->width_px; }
  int height_px() const { return picture_->height_px; }
  uint8_t* y() { return const_cast<uint8_t*>(picture_->y.data); }
  uint8_t* u() { return const_cast<uint8_t*>(picture_->u.data); }
  uint8_t* v() { return const_cast<uint8_t*>(picture_->v.data); }
  int y_stride() const { return picture_->y.stride; }
  int u_stride() const { return picture_->u.stride; }
  int v_stride() const { return picture_->v.stride; }
  void set_stamp(MediaTime stamp) { picture_->stamp = stamp; }
  void set_colour(Colour colour) { picture_->colour = colour; }
  // Readable view while still being drawn.
  const Picture& view() const { return *picture_; }

  // Gives the picture away; this draft must not be used afterwards.
  PicturePtr freeze() { return std::move(picture_); }

 private:
  friend class PicturePool;
  std::shared_ptr<Picture> picture_;
};

// Any thread. Pictures may outlive the pool. Rows start on 64-byte boundaries; sizes are rounded up to even.
// What a busy moment needed more of is given back to the system when it wasn't needed for ten seconds of
// pictures.
class PicturePool {
 public:
  PicturePool();
  DraftPicture take(int width_px, int height_px);
  size_t idle() const;  // kept for the next pictures

 private:
  struct Shelf;
  std::shared_ptr<Shelf> shelf_;
};

}  // namespace gladi
