#include "studio/share/paper.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <utility>

#include "studio/overlay/cairo_handles.h"
#include "studio/overlay/feed_fonts.h"

namespace gladi {
namespace {

constexpr double kSheetWidth = 595.28, kSheetHeight = 841.89;  // A4
constexpr double kMarginLeft = 48, kMarginTop = 46;
constexpr double kFootSize = 8.5, kFootBelow = 26;

// "Sheet 2": the number alone speaks every language.
std::string numbered(const std::string& foot, int sheet) {
  return foot + " · " + std::to_string(sheet);
}

cairo_status_t take_bytes(void* file, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

void set_colour(cairo_t* context, const Paint& colour) {
  cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha);
}

std::string valid(const std::string& text) {
  const std::unique_ptr<char, decltype(&g_free)> made(
      g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free);
  return made.get();
}

GObjectPtr<PangoLayout> lay_out(const FeedFonts& fonts, const std::string& text, const Paper::Look& look) {
  GObjectPtr<PangoLayout> layout(pango_layout_new(fonts.context()));
  const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
      pango_font_description_new(), &pango_font_description_free);
  pango_font_description_set_family_static(font.get(), style::kFontFamily);
  pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(look.weight));
  pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_line_spacing(layout.get(), 1.25F);
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  const double width = std::min(look.width, Paper::kWidth - look.left);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_text(layout.get(), valid(text).c_str(), -1);
  return layout;
}

double points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

}  // namespace

struct Paper::Impl {
  FeedFonts fonts;
  std::string file;
  CairoSurface surface{cairo_pdf_surface_create_for_stream(take_bytes, &file, kSheetWidth, kSheetHeight)};
  CairoContext context{cairo_create(surface.get())};
};

Paper::Paper(const std::string& title, std::string foot)
    : impl_(std::make_unique<Impl>()), foot_(std::move(foot)) {
  cairo_pdf_surface_set_metadata(impl_->surface.get(), CAIRO_PDF_METADATA_TITLE, valid(title).c_str());
  cairo_pdf_surface_set_metadata(impl_->surface.get(), CAIRO_PDF_METADATA_CREATOR, "Gladi");
  cairo_translate(impl_->context.get(), kMarginLeft, kMarginTop);
}

Paper::~Paper() {
  // Cairo writes into `file` while the surface goes.
  cairo_surface_finish(impl_->surface.get());
}

void Paper::end_sheet() {
  const double y = std::exchange(y_, kHeight + kFootBelow);
  put(numbered(foot_, sheet_), {.size = kFootSize, .colour = style::kMute});
  y_ = y;
}

void Paper::next_sheet() {
  end_sheet();
  cairo_show_page(impl_->context.get());
  ++sheet_;
  y_ = 0;
}

void Paper::keep_together(double height) {
  if (y_ > 0 && y_ + height > kHeight) next_sheet();
}

void Paper::write(const std::string& text, const Look& look) {
  if (text.empty()) return;
  const GObjectPtr<PangoLayout> layout = lay_out(impl_->fonts, text, look);
  cairo_t* const context = impl_->context.get();
  const std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> line(
      pango_layout_get_iter(layout.get()), &pango_layout_iter_free);
  double written_to = 0;  // of the layout
  do {
    int top = 0, bottom = 0;
    pango_layout_iter_get_line_yrange(line.get(), &top, &bottom);
    PangoRectangle place;
    pango_layout_iter_get_line_extents(line.get(), nullptr, &place);
    const double height = points(bottom - top);
    keep_together(height);
    set_colour(context, look.colour);
    cairo_move_to(context, look.left + points(place.x),
                  y_ + points(pango_layout_iter_get_baseline(line.get()) - top));
    pango_cairo_show_layout_line(context, pango_layout_iter_get_line_readonly(line.get()));
    y_ += height;
    written_to = points(bottom);
  } while (pango_layout_iter_next_line(line.get()));
  if (written_to > 0) y_ += look.below;
}

void Paper::put(const std::string& text, const Look& look, bool at_right) {
  const GObjectPtr<PangoLayout> layout = lay_out(impl_->fonts, text, look);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_height(layout.get(), -1);
  pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  if (at_right) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
  set_colour(impl_->context.get(), look.colour);
  cairo_move_to(impl_->context.get(), look.left, y_);
  pango_cairo_show_layout(impl_->context.get(), layout.get());
}

double Paper::put_image(const Image& image, double left, double width) {
  if (image.width_px <= 0 || image.height_px <= 0) return 0;
  const CairoSurface pixels(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width_px, image.height_px));
  unsigned char* to = cairo_image_surface_get_data(pixels.get());
  if (to == nullptr) return 0;
  const int stride = cairo_image_surface_get_stride(pixels.get());
  for (int row = 0; row < image.height_px; ++row) {
    const auto* from = image.argb.data() + static_cast<ptrdiff_t>(row) * image.width_px;
    std::copy_n(from, image.width_px, reinterpret_cast<uint32_t*>(to + static_cast<ptrdiff_t>(row) * stride));
  }
  cairo_surface_mark_dirty(pixels.get());
  const double scale = width / image.width_px;
  cairo_t* const context = impl_->context.get();
  cairo_save(context);
  cairo_translate(context, left, y_);
  cairo_scale(context, scale, scale);
  cairo_set_source_surface(context, pixels.get(), 0, 0);
  cairo_paint(context);
  cairo_restore(context);
  return image.height_px * scale;
}

void Paper::line(const std::vector<Place>& places, const Paint& colour, double thick) {
  cairo_t* const context = impl_->context.get();
  set_colour(context, colour);
  cairo_set_line_width(context, thick);
  cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path(context);  // text leaves its end behind
  for (const Place& place : places) cairo_line_to(context, place.left, y_ + place.down);
  cairo_stroke(context);
}

void Paper::fill(double left, double down, double width, double height, const Paint& colour) {
  set_colour(impl_->context.get(), colour);
  cairo_rectangle(impl_->context.get(), left, y_ + down, width, height);
  cairo_fill(impl_->context.get());
}

Result<std::string> Paper::finish() {
  end_sheet();
  cairo_show_page(impl_->context.get());
  cairo_surface_finish(impl_->surface.get());
  const cairo_status_t status = cairo_surface_status(impl_->surface.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The sheet for printing can't be drawn.")),
                cairo_status_to_string(status));
  }
  return std::move(impl_->file);
}

}  // namespace gladi
