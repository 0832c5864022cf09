#include "studio/overlay/camera_slate.h"

#include <algorithm>

#include "studio/overlay/painter.h"

namespace gladi {
namespace {

constexpr double kMiddle =
    0.42;  // of the height: a little above the middle looks centred, and clear of the card
constexpr double kMostWidth = 0.84;  // of the width, for words

// A camera seen from the front, without any of the colours that mean something in the feed.
void draw_camera(Painter& painter, double centre_x, double top, double width) {
  const double height = width * 0.66, left = centre_x - width / 2;
  const double lens = height * 0.62, rim = lens * 0.16;
  const auto disc = [&](double side, const Paint& colour) {
    const double y = top + height / 2 - side / 2;
    painter.fill_rounded({centre_x - side / 2, y, side, side}, side / 2, colour);
  };
  const double hump = width * 0.36;
  painter.fill_rounded({centre_x - hump / 2, top - height * 0.14, hump, height * 0.4}, height * 0.12,
                       style::kSlateShape);
  painter.fill_rounded({left, top, width, height}, height * 0.18, style::kSlateShape);
  disc(lens, style::kSlateGround);
  disc(lens - 2 * rim, style::kSlateShape);
  disc((lens - 2 * rim) * 0.42, style::kSlateGround);
  const double lamp = height * 0.11;
  painter.fill_rounded({left + width - 2.4 * lamp, top + 1.4 * lamp, lamp, lamp}, lamp / 2, style::kYellow);
}

}  // namespace

PlacedOverlay draw_camera_slate(const SlateContent& content, const FeedLayout& layout,
                                const FeedFonts& fonts) {
  const Rect& area = layout.camera.camera;
  const double width = area.width, height = area.height;
  // As large as the shorter side allows: the area may be a whole phone screen or a strip of a wide one.
  const double scale = std::min(width / 720, height / 560);
  Painter painter(fonts, area.width, area.height);
  painter.fill_gradient(style::kSlateGround, style::kSlateGroundLow);

  TextLook title{style::kSlateTitleSize * scale, style::kBold, style::kWhite};
  TextLook note{style::kSlateNoteSize * scale, style::kMedium, style::kSlateNote};
  title.max_width_px = note.max_width_px = width * kMostWidth;
  title.max_lines = note.max_lines = 2;
  const TextSize title_size = painter.measure(content.title, title);
  const TextSize note_size = content.note.empty() ? TextSize{} : painter.measure(content.note, note);
  const double camera_width = style::kSlateCameraWidth * scale, camera_height = camera_width * 0.66;
  const double gap = style::kSlateGap * scale;
  const double whole = camera_height + gap + title_size.height_px + gap / 3 + note_size.height_px;

  double y = std::max(height * kMiddle - whole / 2, 0.0);
  draw_camera(painter, width / 2, y, camera_width);
  y += camera_height + gap;
  painter.text((width - title_size.width_px) / 2, y, content.title, title);
  y += title_size.height_px + gap / 3;
  if (!content.note.empty()) painter.text((width - note_size.width_px) / 2, y, content.note, note);
  return {painter.bitmap(), area.x, area.y};
}

}  // namespace gladi
