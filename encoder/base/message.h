// A sentence for a person that is translated where it is shown.
//
// Lower layers know no language: they name the English sentence, which is the gettext message id, and its values.
// `ui/text/translator.h` turns it into the person's language; logs and tests use english().
#pragma once

#include <string>
#include <utility>
#include <vector>

// Marks a sentence for xgettext (cmake/Translations.cmake); does nothing at run time.
#define GLADI_TEXT(sentence) sentence

namespace gladi {

// `id` is a string literal marked with GLADI_TEXT, with {0}, {1} … where the values go.
class Message {
 public:
  Message() = default;
  explicit Message(const char* id, std::vector<std::string> values = {}) : id_(id), values_(std::move(values)) {}

  const char* id() const { return id_; }
  const std::vector<std::string>& values() const { return values_; }
  bool empty() const { return *id_ == '\0'; }

  std::string english() const { return format(id_); }

  // Puts the values into `pattern`, the translated form of id(). A place without a value stays as it is.
  std::string format(const std::string& pattern) const;

 private:
  const char* id_ = "";
  std::vector<std::string> values_;
};

}  // namespace gladi
