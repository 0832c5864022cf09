#include "studio/text/utf8.h"

#include <glib.h>

#include <memory>

namespace gladi {
namespace {

struct FreeText {
  void operator()(gchar* text) const { g_free(text); }
};
using TextPtr = std::unique_ptr<gchar, FreeText>;

gssize size_of(const std::string& text) {
  return static_cast<gssize>(text.size());
}

}  // namespace

bool is_utf8(const std::string& text) {
  return g_utf8_validate(text.data(), size_of(text), nullptr) != FALSE;
}

bool has_control_characters(const std::string& text) {
  for (const char* at = text.data(); at < text.data() + text.size(); at = g_utf8_next_char(at)) {
    if (g_unichar_iscntrl(g_utf8_get_char(at)) != FALSE) return true;
  }
  return false;
}

size_t count_code_points(const std::string& text) {
  return static_cast<size_t>(g_utf8_strlen(text.data(), size_of(text)));
}

std::string trim(const std::string& text) {
  if (!is_utf8(text)) return text;
  const char* begin = text.data();
  const char* end = begin + text.size();
  while (begin < end && g_unichar_isspace(g_utf8_get_char(begin)) != FALSE) begin = g_utf8_next_char(begin);
  while (end > begin) {
    const char* previous = g_utf8_prev_char(end);
    if (g_unichar_isspace(g_utf8_get_char(previous)) == FALSE) break;
    end = previous;
  }
  return std::string(begin, end);
}

std::string fold_case(const std::string& text) {
  if (!is_utf8(text)) return text;
  const TextPtr normal(g_utf8_normalize(text.data(), size_of(text), G_NORMALIZE_ALL_COMPOSE));
  if (!normal) return text;
  const TextPtr folded(g_utf8_casefold(normal.get(), -1));
  return folded.get();
}

std::string to_ascii(const std::string& text) {
  const TextPtr valid(g_utf8_make_valid(text.data(), size_of(text)));
  const TextPtr ascii(g_str_to_ascii(valid.get(), "C"));
  return ascii.get();
}

}  // namespace gladi
