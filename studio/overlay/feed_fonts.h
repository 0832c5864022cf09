// The fonts of the overlays. Loading them costs up to 100 ms at the first text; the same object keeps them
// loaded.
#pragma once

#include <memory>

typedef struct _PangoContext PangoContext;  // NOLINT(bugprone-reserved-identifier): Pango's own name

namespace gladi {

// One thread at a time, but it may be another one later: Pango's own default would be loaded anew for each
// thread.
class FeedFonts {
 public:
  FeedFonts();
  ~FeedFonts();

  PangoContext* context() const;  // owned by this object

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
