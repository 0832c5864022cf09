// Lines that break by themselves in a text area: ImGui 1.86 knows only the breaks that somebody typed.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace gladi {

// While it is shown, a break that nobody typed is "\r\n": ImGui draws nothing for the first of them and never
// takes it from a keyboard or the clipboard. A typed break is "\n" alone.
namespace soft_wrap {

// How much of a line without breaks fits, in bytes and up to a whole word where that can be.
using Fit = std::function<size_t(std::string_view line)>;

std::string wrap(const std::string& plain, const Fit& fit);
std::string unwrap(const std::string& shown);

// What is shown while somebody types. Positions are bytes.
struct Typing {
  std::string shown;
  int cursor = 0;
  int selection_start = 0;
  int selection_end = 0;
  friend bool operator==(const Typing&, const Typing&) = default;
};
// The same with its breaks made anew, the cursor where the person left it and never inside a break.
// `cursor_before` is where it stood when that was done last: a step to the left goes over a break, and
// Backspace behind one takes the letter before it.
Typing rewrap(const Typing& now, int cursor_before, const Fit& fit);

}  // namespace soft_wrap
}  // namespace gladi
