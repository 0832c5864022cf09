#include "ui/base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

#include "encoder/base/library_log.h"

namespace gladi {

void start_log() {
  spdlog::set_default_logger(spdlog::stderr_color_mt("gladi"));
  spdlog::set_pattern("gladi %H:%M:%S.%e %^%l%$ %v");
  const char* level = std::getenv("GLADI_LOG");
  spdlog::set_level(level != nullptr ? spdlog::level::from_str(level) : spdlog::level::warn);
  route_library_logs();
}

}  // namespace gladi
