// A sheet: a small window over the screen that wants an answer, and messages that go by themselves.
#pragma once

#include <deque>
#include <string>

#include "encoder/base/error.h"
#include "ui/widgets/widgets.h"

namespace gladi {

// While it lives the sheet's content can be drawn, inside `box()`. Use only while the sheet is to be open:
//   if (view.asking) { SheetScope sheet(ui, "home.name", title, height); if (sheet.closed()) view.asking =
//   false; … }
class SheetScope {
 public:
  // `name` names the sheet in the registry as the screen. Escape closes it unless `may_close` is false.
  SheetScope(Ui& ui, const char* name, const std::string& title, float height_dp,
             float width_dp = Metrics::kSheetWidth, bool may_close = true);
  ~SheetScope();
  SheetScope(const SheetScope&) = delete;
  SheetScope& operator=(const SheetScope&) = delete;

  bool open() const { return open_; }      // draw only then
  bool closed() const { return closed_; }  // Escape was pressed: the caller forgets the sheet
  const Box& box() const { return box_; }  // room for the content, below the title

 private:
  Ui& ui_;
  bool open_ = false;
  bool closed_ = false;
  Box box_;
};

// Messages below the header, one below the other, each for some seconds; errors stay until clicked
// away.
class Toasts {
 public:
  enum class Kind { kNews, kProblem };
  void add(Kind kind, Message message);
  void add(const Error& error) { add(Kind::kProblem, error.message); }

  // In an own ImGui window above the screen. True while a message is there that will go by itself.
  bool draw(Ui& ui);

 private:
  struct Toast {
    Kind kind;
    Message message;
    MediaTime shown_at;  // 0: not yet
  };
  std::deque<Toast> toasts_;
};

}  // namespace gladi
