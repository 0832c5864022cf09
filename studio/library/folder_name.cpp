#include "studio/library/folder_name.h"

#include <fmt/format.h>

#include <iomanip>
#include <sstream>

#include "studio/base/platform.h"

namespace gladi {

std::string session_folder_name(WallTime started_at, const std::string& person_name) {
  const std::tm t = platform::local_time(std::chrono::system_clock::to_time_t(started_at));
  return fmt::format("{:04}-{:02}-{:02}T{:02}-{:02}-{:02}-{}", t.tm_year + 1900, t.tm_mon + 1, t.tm_mday,
                     t.tm_hour, t.tm_min, t.tm_sec, slug(person_name));
}

std::optional<FolderNameParts> parse_folder_name(const std::string& name) {
  std::istringstream in(name);
  in.imbue(std::locale::classic());
  std::tm calendar{};
  char dash = 0;
  in >> std::get_time(&calendar, "%Y-%m-%dT%H-%M-%S") >> dash;
  std::string person_slug;
  if (!in || dash != '-' || !(in >> person_slug)) return std::nullopt;
  const std::time_t t = platform::from_local_time(calendar);
  if (t == -1) return std::nullopt;
  return FolderNameParts{std::chrono::system_clock::from_time_t(t), person_slug};
}

}  // namespace gladi
