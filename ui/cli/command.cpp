#include "ui/cli/command.h"

namespace gladi {

Result<std::unique_ptr<Library>> Command::open_library(Console& console) const {
  auto library = Library::open(library_folder());
  if (!library) return library;
  if (const Status writable = check_writable((*library)->root()); !writable) console.say(writable.error());
  return library;
}

Result<std::unique_ptr<Library>> Command::open_library_to_write() const {
  auto library = Library::open(library_folder());
  if (!library) return library;
  if (auto writable = check_writable((*library)->root()); !writable) return fail(std::move(writable));
  return library;
}

}  // namespace gladi
