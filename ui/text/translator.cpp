#include "ui/text/translator.h"

#include <libintl.h>

#include <clocale>
#include <cstdlib>

namespace gladi {
namespace {
constexpr const char* kDomain = "gladi";
}

void Translator::prepare_process(const std::filesystem::path& translations) {
  setenv("LANGUAGE", "id", 1);  // gettext asks it first; English never reaches gettext
  setlocale(LC_MESSAGES, "C.UTF-8");
  bindtextdomain(kDomain, translations.c_str());
  bind_textdomain_codeset(kDomain, "UTF-8");
}

const char* Translator::tr(const char* id) const {
  if (language_ == Language::kEnglish || *id == '\0') return id;
  return dgettext(kDomain, id);
}

std::string Translator::tr(const char* id, const std::vector<std::string>& values) const {
  return Message(id, values).format(tr(id));
}

std::string Translator::tr(const Message& message) const {
  return message.format(tr(message.id()));
}

std::string Translator::tr_n(const char* one, const char* many, int64_t count) const {
  const unsigned long n = static_cast<unsigned long>(count < 0 ? -count : count);
  const char* pattern = n == 1 ? one : many;
  if (language_ != Language::kEnglish) pattern = dngettext(kDomain, one, many, n);
  return Message(pattern, {std::to_string(count)}).format(pattern);
}

Language parse_language(const std::string& text, Language otherwise) {
  const std::string code = text.substr(0, 2);
  if (code == "id") return Language::kIndonesian;
  if (code == "en") return Language::kEnglish;
  return otherwise;
}

const char* language_code(Language language) {
  return language == Language::kEnglish ? "en" : "id";
}

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return parse_language(value, Language::kIndonesian);
  }
  return Language::kIndonesian;
}

}  // namespace gladi
