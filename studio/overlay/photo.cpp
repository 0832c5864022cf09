#include "studio/overlay/photo.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <fstream>
#include <numbers>
#include <optional>
#include <string>

#include "studio/overlay/cairo_handles.h"
#include "studio/overlay/style.h"

namespace gladi {
namespace {

constexpr std::uintmax_t kMaxSvgBytes = 16 << 20;

// An opaque surface to draw a photo on, and the photo that came of it.
class PhotoSurface {
 public:
  PhotoSurface(int width_px, int height_px)
      : surface_(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width_px, height_px)),
        context_(cairo_create(surface_.get())),
        width_px_(width_px),
        height_px_(height_px) {
    fill(style::kWhite);
  }

  cairo_t* context() const { return context_.get(); }
  bool usable() const { return cairo_status(context_.get()) == CAIRO_STATUS_SUCCESS; }

  void fill(const Paint& colour) const {
    cairo_set_source_rgb(context_.get(), colour.red, colour.green, colour.blue);
    cairo_paint(context_.get());
  }

  Image image() const {
    Image out{width_px_, height_px_, {}};
    cairo_surface_flush(surface_.get());
    const uint8_t* data = cairo_image_surface_get_data(surface_.get());
    if (!data) return {};
    const int stride = cairo_image_surface_get_stride(surface_.get());
    out.argb.resize(static_cast<size_t>(width_px_) * static_cast<size_t>(height_px_));
    for (int y = 0; y < height_px_; ++y) {
      std::memcpy(out.argb.data() + static_cast<size_t>(y) * static_cast<size_t>(width_px_),
                  data + static_cast<ptrdiff_t>(y) * stride, static_cast<size_t>(width_px_) * 4);
    }
    return out;
  }

 private:
  CairoSurface surface_;
  CairoContext context_;
  int width_px_;
  int height_px_;
};

struct Placement {
  double x, y, width, height;
};

// Where a picture goes that fills the photo and keeps its shape.
Placement filling(double width, double height, int photo_width_px, int photo_height_px) {
  const double scale = std::max(photo_width_px / width, photo_height_px / height);
  return {(photo_width_px - width * scale) / 2, (photo_height_px - height * scale) / 2, width * scale,
          height * scale};
}

std::string name_of(const std::filesystem::path& file) {
  return file.filename().string();
}

tl::unexpected<Error> damaged(const std::filesystem::path& file, std::string detail) {
  return fail(ErrorKind::kDamaged, Message(GLADI_TEXT("The photo {0} can't be read."), {name_of(file)}),
              std::move(detail));
}

bool is_svg(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension == ".svg";
}

Result<std::string> read_svg(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error) return damaged(file, error.message());
  if (size > kMaxSvgBytes) {
    return fail(ErrorKind::kUnsupported, Message(GLADI_TEXT("The photo {0} is too large."), {name_of(file)}));
  }
  std::ifstream stream(file, std::ios::binary);
  std::string text(static_cast<size_t>(size), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(size));
  if (!stream) return damaged(file, "short read");
  return text;
}

std::string take_message(GError* error) {
  const std::string message = error ? error->message : "";
  g_clear_error(&error);
  return message;
}

Result<Image> draw_svg(const std::filesystem::path& file, int width_px, int height_px) {
  const auto text = read_svg(file);
  if (!text) return tl::unexpected(text.error());
  GError* error = nullptr;
  // From memory, without a base: references to other files lead nowhere.
  const GObjectPtr<RsvgHandle> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text->data()), text->size(), &error));
  if (!handle) return damaged(file, take_message(error));
  double width = 0, height = 0;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height) || width <= 0 || height <= 0) {
    gboolean has_box = FALSE;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle.get(), nullptr, nullptr, nullptr, nullptr, &has_box, &box);
    width = has_box && box.width > 0 ? box.width : width_px;
    height = has_box && box.height > 0 ? box.height : height_px;
  }
  const PhotoSurface photo(width_px, height_px);
  const Placement place = filling(width, height, width_px, height_px);
  const RsvgRectangle viewport{place.x, place.y, place.width, place.height};
  if (!rsvg_handle_render_document(handle.get(), photo.context(), &viewport, &error)) {
    return damaged(file, take_message(error));
  }
  if (!photo.usable()) return damaged(file, "cairo");
  return photo.image();
}

Result<Image> scale_photo(const std::filesystem::path& file, int width_px, int height_px) {
  // Larger than needed: which side has to fill is known only afterwards, and scaling down hides the decoder's
  // steps.
  auto loaded = load_image(file, 3 * std::max(width_px, height_px));
  if (!loaded) return loaded;
  for (uint32_t& pixel : loaded->argb) {
    const uint32_t alpha = pixel >> 24;
    if (alpha == 255) continue;
    uint32_t premultiplied = alpha << 24;
    for (const uint32_t shift : {0U, 8U, 16U})
      premultiplied |= ((pixel >> shift & 0xFF) * alpha / 255) << shift;
    pixel = premultiplied;
  }
  const CairoSurface source(cairo_image_surface_create_for_data(
      reinterpret_cast<uint8_t*>(loaded->argb.data()), CAIRO_FORMAT_ARGB32, loaded->width_px,
      loaded->height_px, loaded->width_px * 4));
  const PhotoSurface photo(width_px, height_px);
  const Placement place = filling(loaded->width_px, loaded->height_px, width_px, height_px);
  cairo_translate(photo.context(), place.x, place.y);
  cairo_scale(photo.context(), place.width / loaded->width_px, place.height / loaded->height_px);
  cairo_set_source_surface(photo.context(), source.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(photo.context()), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend(cairo_get_source(photo.context()), CAIRO_EXTEND_PAD);
  cairo_paint(photo.context());
  if (!photo.usable()) return damaged(file, "cairo");
  return photo.image();
}

}  // namespace

Result<Image> load_photo(const std::filesystem::path& file, int width_px, int height_px) {
  if (file.empty() || width_px <= 0 || height_px <= 0) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("The product has no photo.")));
  }
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("The photo {0} is not there."), {file.string()}),
                error ? error.message() : std::string());
  }
  return is_svg(file) ? draw_svg(file, width_px, height_px) : scale_photo(file, width_px, height_px);
}

Image stand_in_photo(int width_px, int height_px) {
  const PhotoSurface photo(std::max(1, width_px), std::max(1, height_px));
  cairo_t* const c = photo.context();
  photo.fill(style::kCreamDark);
  // A tag in the middle, drawn in a square of 160.
  const double side = std::min(width_px, height_px) / 160.0;
  cairo_translate(c, width_px / 2.0, height_px / 2.0);
  cairo_scale(c, side, side);
  cairo_rotate(c, -std::numbers::pi / 5);
  cairo_move_to(c, -30, 0);
  cairo_line_to(c, -12, -20);
  cairo_line_to(c, 32, -20);
  cairo_line_to(c, 32, 20);
  cairo_line_to(c, -12, 20);
  cairo_close_path(c);
  cairo_set_line_join(c, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width(c, 8);
  // As a group: where outline and area lie over each other it is no darker.
  cairo_push_group(c);
  cairo_set_source_rgb(c, style::kSoga.red, style::kSoga.green, style::kSoga.blue);
  cairo_stroke_preserve(c);
  cairo_fill(c);
  cairo_pop_group_to_source(c);
  cairo_paint_with_alpha(c, 0.55);
  cairo_arc(c, -11, 0, 5, 0, 2 * std::numbers::pi);
  cairo_set_source_rgb(c, style::kCreamDark.red, style::kCreamDark.green, style::kCreamDark.blue);
  cairo_fill(c);
  return photo.image();
}

}  // namespace gladi
