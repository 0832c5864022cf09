#include "studio/overlay/painter.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

#include "studio/overlay/cairo_handles.h"

namespace gladi {
namespace {

void set_colour(cairo_t* context, const Paint& colour) {
  cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha);
}

void rounded_path(cairo_t* context, const RectF& rect, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  const double r = std::min({radius, rect.width / 2, rect.height / 2});
  const double right = rect.x + rect.width, bottom = rect.y + rect.height;
  cairo_new_sub_path(context);
  cairo_arc(context, right - r, rect.y + r, r, -kQuarter, 0);
  cairo_arc(context, right - r, bottom - r, r, 0, kQuarter);
  cairo_arc(context, rect.x + r, bottom - r, r, kQuarter, 2 * kQuarter);
  cairo_arc(context, rect.x + r, rect.y + r, r, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(context);
}

// One axis of a rectangle blurred by a Gaussian: the difference of two error functions.
std::vector<float> blurred_edge(int count, double from, double to, double sigma) {
  std::vector<float> out(static_cast<size_t>(count));
  const double spread = sigma * std::numbers::sqrt2;
  for (int i = 0; i < count; ++i) {
    const double centre = i + 0.5;
    out[static_cast<size_t>(i)] =
        static_cast<float>((std::erf((centre - from) / spread) - std::erf((centre - to) / spread)) / 2);
  }
  return out;
}

GObjectPtr<PangoLayout> lay_out(PangoContext* context, const std::string& text, const TextLook& look) {
  GObjectPtr<PangoLayout> layout(pango_layout_new(context));
  const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
      pango_font_description_new(), &pango_font_description_free);
  pango_font_description_set_family_static(font.get(), style::kFontFamily);
  pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(look.weight));
  pango_font_description_set_absolute_size(font.get(), look.size_px * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  if (look.max_width_px > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(look.max_width_px * PANGO_SCALE));
    pango_layout_set_height(layout.get(), -look.max_lines);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  }
  if (look.tabular || look.struck || look.lead_bytes > 0) {
    const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes(pango_attr_list_new(),
                                                                                      &pango_attr_list_unref);
    if (look.tabular) pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
    if (look.struck) pango_attr_list_insert(attributes.get(), pango_attr_strikethrough_new(TRUE));
    if (look.lead_bytes > 0) {
      const auto channel = [](double value) { return static_cast<guint16>(value * 65535); };
      const Paint& colour = look.lead_colour;
      for (PangoAttribute* attribute :
           {pango_attr_weight_new(PANGO_WEIGHT_BOLD),
            pango_attr_foreground_new(channel(colour.red), channel(colour.green), channel(colour.blue))}) {
        attribute->start_index = 0;
        attribute->end_index = static_cast<guint>(look.lead_bytes);
        pango_attr_list_insert(attributes.get(), attribute);
      }
    }
    pango_layout_set_attributes(layout.get(), attributes.get());
  }
  const std::unique_ptr<char, decltype(&g_free)> valid(
      g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free);
  pango_layout_set_text(layout.get(), valid.get(), -1);
  return layout;
}

TextSize size_of(PangoLayout* layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  return {static_cast<double>(logical.width) / PANGO_SCALE,
          static_cast<double>(logical.height) / PANGO_SCALE};
}

}  // namespace

struct Painter::Impl {
  const FeedFonts& fonts;
  CairoSurface surface;
  CairoContext context;

  bool usable() const { return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS; }
};

Painter::Painter(const FeedFonts& fonts, int width_px, int height_px) {
  CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width_px, height_px));
  CairoContext context(cairo_create(surface.get()));
  impl_ = std::make_unique<Impl>(Impl{fonts, std::move(surface), std::move(context)});
}

Painter::~Painter() = default;

void Painter::fill_rounded(const RectF& rect, double radius, const Paint& colour) {
  cairo_t* const context = impl_->context.get();
  rounded_path(context, rect, radius);
  set_colour(context, colour);
  cairo_fill(context);
}

void Painter::clear_rounded(const RectF& rect, double radius) {
  cairo_t* const context = impl_->context.get();
  rounded_path(context, rect, radius);
  cairo_save(context);
  cairo_set_operator(context, CAIRO_OPERATOR_CLEAR);
  cairo_fill(context);
  cairo_restore(context);
}

void Painter::heart(const RectF& rect, const Paint& colour) {
  cairo_t* const context = impl_->context.get();
  cairo_save(context);
  cairo_translate(context, rect.x, rect.y);
  cairo_scale(context, rect.width, rect.height);
  cairo_move_to(context, .5, .28);
  cairo_curve_to(context, .42, .06, .04, .02, .04, .36);
  cairo_curve_to(context, .04, .62, .34, .78, .5, .96);
  cairo_curve_to(context, .66, .78, .96, .62, .96, .36);
  cairo_curve_to(context, .96, .02, .58, .06, .5, .28);
  cairo_close_path(context);
  cairo_restore(context);
  set_colour(context, colour);
  cairo_fill(context);
}

void Painter::fill_gradient(const Paint& top, const Paint& bottom) {
  cairo_t* const context = impl_->context.get();
  const CairoPattern pattern(
      cairo_pattern_create_linear(0, 0, 0, cairo_image_surface_get_height(impl_->surface.get())));
  cairo_pattern_add_color_stop_rgba(pattern.get(), 0, top.red, top.green, top.blue, top.alpha);
  cairo_pattern_add_color_stop_rgba(pattern.get(), 1, bottom.red, bottom.green, bottom.blue, bottom.alpha);
  cairo_set_source(context, pattern.get());
  cairo_paint(context);
}

// Exact for a rectangle with sharp corners; at the sigmas used here rounded ones can't be told from it.
void Painter::shadow(const RectF& rect, double sigma, const Paint& colour) {
  if (!impl_->usable()) return;
  const int width = cairo_image_surface_get_width(impl_->surface.get());
  const int height = cairo_image_surface_get_height(impl_->surface.get());
  const CairoSurface mask(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
  if (cairo_surface_status(mask.get()) != CAIRO_STATUS_SUCCESS) return;
  // The tail beyond two sigma is taken off, so that no edge shows where it ends.
  constexpr float kTail = 0.0228F;
  const auto columns = blurred_edge(width, rect.x, rect.x + rect.width, sigma);
  const auto rows = blurred_edge(height, rect.y, rect.y + rect.height, sigma);
  uint8_t* const data = cairo_image_surface_get_data(mask.get());
  const int stride = cairo_image_surface_get_stride(mask.get());
  for (int y = 0; y < height; ++y) {
    uint8_t* const out = data + static_cast<ptrdiff_t>(y) * stride;
    const float row = rows[static_cast<size_t>(y)];
    if (row <= kTail) continue;  // nothing reaches here; the mask is clear
    for (int x = 0; x < width; ++x) {
      const float cover = (row * columns[static_cast<size_t>(x)] - kTail) / (1 - kTail);
      out[x] = static_cast<uint8_t>(std::max(0.0F, cover) * 255 + 0.5F);
    }
  }
  cairo_surface_mark_dirty(mask.get());
  set_colour(impl_->context.get(), colour);
  cairo_mask_surface(impl_->context.get(), mask.get(), 0, 0);
}

void Painter::image(const RectF& rect, double radius, const Image& image) {
  if (image.argb.empty()) return;
  cairo_t* const context = impl_->context.get();
  // Cairo only reads from it.
  auto* const pixels = reinterpret_cast<uint8_t*>(const_cast<uint32_t*>(image.argb.data()));
  const CairoSurface source(cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24, image.width_px,
                                                                image.height_px, image.width_px * 4));
  const double scale = std::max(rect.width / image.width_px, rect.height / image.height_px);
  cairo_save(context);
  rounded_path(context, rect, radius);
  cairo_clip(context);
  cairo_translate(context, rect.x + (rect.width - image.width_px * scale) / 2,
                  rect.y + (rect.height - image.height_px * scale) / 2);
  cairo_scale(context, scale, scale);
  cairo_set_source_surface(context, source.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
  cairo_paint(context);
  cairo_restore(context);
}

TextSize Painter::measure(const std::string& text, const TextLook& look) const {
  return size_of(lay_out(impl_->fonts.context(), text, look).get());
}

TextSize Painter::text(double x, double y, const std::string& text, const TextLook& look) {
  const GObjectPtr<PangoLayout> layout = lay_out(impl_->fonts.context(), text, look);
  cairo_move_to(impl_->context.get(), x, y);
  set_colour(impl_->context.get(), look.colour);
  pango_cairo_show_layout(impl_->context.get(), layout.get());
  return size_of(layout.get());
}

Image Painter::opaque_image() const {
  cairo_surface_t* const surface = impl_->surface.get();
  if (!impl_->usable()) return {};
  cairo_surface_flush(surface);
  const auto width = static_cast<size_t>(cairo_image_surface_get_width(surface));
  const auto height = static_cast<size_t>(cairo_image_surface_get_height(surface));
  Image image{static_cast<int>(width), static_cast<int>(height), std::vector<uint32_t>(width * height)};
  const uint8_t* row = cairo_image_surface_get_data(surface);
  for (size_t y = 0; y < height; ++y, row += cairo_image_surface_get_stride(surface))
    std::memcpy(&image.argb[y * width], row, width * 4);
  return image;
}

std::shared_ptr<const OverlayBitmap> Painter::bitmap() const {
  cairo_surface_t* const surface = impl_->surface.get();
  return bitmap({0, 0, cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface)});
}

std::shared_ptr<const OverlayBitmap> Painter::bitmap(const Rect& part) const {
  cairo_surface_t* const surface = impl_->surface.get();
  if (!impl_->usable()) return nullptr;
  cairo_surface_flush(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const uint8_t* const first = cairo_image_surface_get_data(surface) +
                               static_cast<ptrdiff_t>(part.y) * stride + static_cast<ptrdiff_t>(part.x) * 4;
  return OverlayBitmap::from_argb(first, stride, part.width, part.height);
}

}  // namespace gladi
