// Sheets of A4 that text flows over, as a PDF. Cairo and Pango draw them. For studio's .cpp files only.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/file/image.h"
#include "studio/overlay/style.h"

namespace gladi {

// One thread. Lengths are points (1/72 inch), places are counted from the upper left corner of the margins.
// What is written goes below what was written before; where a sheet ends the next one begins, also in the
// middle of a text.
class Paper {
 public:
  static constexpr double kWidth = 499, kHeight = 738;  // inside the margins

  struct Look {
    double size = 10.5;
    int weight = style::kMedium;
    Paint colour = style::kInk;
    double left = 0;        // from here
    double width = kWidth;  // to here; less where the sheet ends before
    double below = 4;       // left free under it
  };

  // `foot` stands at the foot of each sheet, before its number.
  Paper(const std::string& title, std::string foot);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  // Plain text of any script, never markup; it wraps, and broken UTF-8 shows replacement characters.
  void write(const std::string& text, const Look& look);
  // The same in one line, cut with an ellipsis, without going on: for what stands beside something else.
  void put(const std::string& text, const Look& look, bool at_right = false);
  // An image of this width, beside what comes next; gives its height.
  double put_image(const Image& image, double left, double width);
  // A filled rectangle, `down` below the place where writing goes on.
  void fill(double left, double down, double width, double height, const Paint& colour);
  // A line through all these places, counted as for fill(), with round ends.
  struct Place {
    double left, down;
  };
  static constexpr double kThin = 1.2;
  void line(const std::vector<Place>& places, const Paint& colour, double thick = kThin);
  void skip(double height) { y_ += height; }
  // Where writing goes on.
  double y() const { return y_; }
  int sheet() const { return sheet_; }
  // Begins a new sheet where less than this is left of the old one.
  void keep_together(double height);

  // The whole file. Nothing can be written afterwards.
  Result<std::string> finish();

 private:
  struct Impl;
  void next_sheet();
  void end_sheet();

  std::unique_ptr<Impl> impl_;
  const std::string foot_;
  double y_ = 0;
  int sheet_ = 1;
};

}  // namespace gladi
