// What the class reads on the projector beside the program feed: who is on, how much time is left, who is
// next.
#pragma once

#include <string>
#include <vector>

#include "encoder/file/image.h"
#include "encoder/program/canvas.h"
#include "studio/overlay/feed_fonts.h"

namespace gladi {

// Plain words, in the person's language. What is empty is left out.
struct ProjectorWords {
  std::string caption;  // "Live now"
  std::string name;
  std::string clock;  // "00:48": as large as there is room
  std::string line;   // below the clock
  std::string next_caption;
  std::vector<std::string> next;  // names, the first one comes next; two are drawn
  friend bool operator==(const ProjectorWords&, const ProjectorWords&) = default;
};

// Two pictures, because the clock changes each second and the rest seldom. One thread.
class ProjectorBoard {
 public:
  // Draws what has changed since the last call. True when anything has. Both pictures are opaque and empty
  // when memory ran out.
  bool draw(const ProjectorWords& words, int width_px, int height_px);

  const Image& words() const { return words_image_; }  // width_px × height_px
  const Image& clock() const { return clock_image_; }  // lies over it at clock_place(); empty without a clock
  const Rect& clock_place() const { return clock_place_; }

 private:
  void draw_words();
  void draw_clock();

  FeedFonts fonts_;
  ProjectorWords drawn_;
  int width_px_ = 0;
  int height_px_ = 0;
  Image words_image_;
  Image clock_image_;
  Rect clock_place_;
};

}  // namespace gladi
