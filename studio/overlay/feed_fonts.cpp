#include "studio/overlay/feed_fonts.h"

#include "studio/overlay/cairo_handles.h"

namespace gladi {

struct FeedFonts::Impl {
  GObjectPtr<PangoFontMap> map{pango_cairo_font_map_new()};
  GObjectPtr<PangoContext> context{pango_font_map_create_context(map.get())};
};

FeedFonts::FeedFonts() : impl_(std::make_unique<Impl>()) {
  // Text is laid out in whole px whatever the screen of this machine is, so that a feed looks the same
  // everywhere.
  const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(
      cairo_font_options_create(), &cairo_font_options_destroy);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(impl_->context.get(), options.get());
}

FeedFonts::~FeedFonts() = default;

PangoContext* FeedFonts::context() const {
  return impl_->context.get();
}

}  // namespace gladi
