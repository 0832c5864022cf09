// Owners of Cairo's, Pango's and librsvg's C objects. Included by .cpp files of studio/overlay and studio/share only.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>

namespace gladi {

struct CairoDeleter {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};

template <class T>
struct GObjectDeleter {
  void operator()(T* object) const { g_object_unref(object); }
};

using CairoSurface = std::unique_ptr<cairo_surface_t, CairoDeleter>;
using CairoContext = std::unique_ptr<cairo_t, CairoDeleter>;
using CairoPattern = std::unique_ptr<cairo_pattern_t, CairoDeleter>;
template <class T>
using GObjectPtr = std::unique_ptr<T, GObjectDeleter<T>>;

}  // namespace gladi
