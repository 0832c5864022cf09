// Sentences in the person's language. English is the language of the message ids; Indonesian comes from
// po/id.po (gladi.mo, made by cmake/Translations.cmake).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/message.h"
#include "studio/text/language.h"

namespace gladi {

// One thread at a time: the main thread's, or a copy that work in the background has for itself. Switching the
// language takes effect with the next call.
class Translator {
 public:
  // Once, before any other thread runs: gettext reads the process's environment and locale. `translations`
  // holds id/LC_MESSAGES/gladi.mo; a folder without it leaves everything in English.
  static void prepare_process(const std::filesystem::path& translations);

  explicit Translator(Language language) : language_(language) {}

  Language language() const { return language_; }
  void set_language(Language language) { language_ = language; }

  // `id` is a literal: xgettext looks for tr("…") and tr_n("…", "…"). The returned text stays valid.
  const char* tr(const char* id) const;
  std::string tr(const char* id, const std::vector<std::string>& values) const;
  std::string tr(const Message& message) const;
  // {0} is `count` itself.
  std::string tr_n(const char* one, const char* many, int64_t count) const;

 private:
  Language language_;
};

// "id", "en" (also "id_ID.UTF-8" and the like); anything else is `otherwise`.
Language parse_language(const std::string& text, Language otherwise);
const char* language_code(Language language);

// What the environment (LC_ALL, LC_MESSAGES, LANG) asks for; Indonesian unless it says English.
Language language_of_environment();

}  // namespace gladi
