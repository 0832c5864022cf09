#include "ui/widgets/soft_wrap.h"

#include <algorithm>
#include <cstdlib>

namespace gladi::soft_wrap {
namespace {

constexpr int kLongestLetter = 4;  // bytes in UTF-8

bool is_break(std::string_view text, size_t at) {
  return at + 1 < text.size() && text[at] == '\r' && text[at + 1] == '\n';
}

// Where the letter before `at` begins.
size_t letter_before(std::string_view text, size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// The plain text with a few positions in it.
class Plain {
 public:
  explicit Plain(const Typing& from)
      : shown_(from.shown), at_{from.cursor, from.selection_start, from.selection_end} {
    for (size_t i = 0; i <= shown_.size(); ++i) {
      for (size_t k = 0; k < 3; ++k) {
        if (at_[k] == static_cast<int>(i)) in_plain[k] = static_cast<int>(text.size());
      }
      if (i == shown_.size()) break;
      if (is_break(shown_, i) || (shown_[i] == '\n' && i > 0 && shown_[i - 1] == '\r')) continue;
      // Its other half was deleted by Backspace: what was meant is the letter before it.
      if (shown_[i] == '\r') {
        const size_t kept = letter_before(text, text.size());
        text.resize(kept);
        continue;
      }
      text += shown_[i];
    }
    for (int& position : in_plain) position = std::min(position, static_cast<int>(text.size()));
  }

  std::string text;
  int in_plain[3] = {0, 0, 0};

 private:
  const std::string& shown_;
  const int at_[3];
};

// Behind a break rather than before it: where a letter that is typed now goes.
int shown_position(const std::string& shown, int plain_position) {
  size_t plain = 0, i = 0;
  for (; i < shown.size(); ++i) {
    if (is_break(shown, i)) {
      ++i;
      continue;
    }
    if (plain == static_cast<size_t>(plain_position)) break;
    ++plain;
  }
  return static_cast<int>(i);
}

}  // namespace

std::string wrap(const std::string& plain, const Fit& fit) {
  std::string shown;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end);
    while (!line.empty()) {
      size_t taken = std::min(fit(line), line.size());
      if (taken == 0) taken = 1;
      while (taken < line.size() && (static_cast<unsigned char>(line[taken]) & 0xC0) == 0x80) ++taken;
      while (taken < line.size() && line[taken] == ' ') ++taken;  // blanks hang over the edge
      shown += line.substr(0, taken);
      line.remove_prefix(taken);
      if (!line.empty()) shown += "\r\n";
    }
    if (!rest.empty()) {
      shown += '\n';
      rest.remove_prefix(1);
    }
  }
  return shown;
}

std::string unwrap(const std::string& shown) {
  std::string plain;
  for (size_t i = 0; i < shown.size(); ++i) {
    if (is_break(shown, i))
      ++i;
    else if (shown[i] != '\r')
      plain += shown[i];
  }
  return plain;
}

Typing rewrap(const Typing& now, int cursor_before, const Fit& fit) {
  const auto cursor = static_cast<size_t>(now.cursor);
  Plain plain(now);
  const bool in_break = cursor > 0 && is_break(now.shown, cursor - 1);
  const bool stepped_left = in_break && cursor_before == now.cursor + 1;
  const bool jumped = std::abs(now.cursor - cursor_before) > kLongestLetter;
  // The End key means the end of what is seen.
  const bool at_line_end =
      is_break(now.shown, cursor) && jumped && cursor > 0 && now.shown[cursor - 1] == ' ';
  if (stepped_left || at_line_end) {
    const int before = plain.in_plain[0];
    plain.in_plain[0] = static_cast<int>(letter_before(plain.text, static_cast<size_t>(before)));
    for (const size_t k : {1U, 2U}) {
      if (plain.in_plain[k] == before && now.selection_start == now.selection_end)
        plain.in_plain[k] = plain.in_plain[0];
    }
  }
  Typing next{wrap(plain.text, fit), 0, 0, 0};
  next.cursor = shown_position(next.shown, plain.in_plain[0]);
  next.selection_start = shown_position(next.shown, plain.in_plain[1]);
  next.selection_end = shown_position(next.shown, plain.in_plain[2]);
  return next;
}

}  // namespace gladi::soft_wrap
