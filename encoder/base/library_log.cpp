#include "encoder/base/library_log.h"

#include <spdlog/spdlog.h>

#include <string_view>

extern "C" {
#include <libavutil/log.h>
}

namespace gladi {
namespace {

void log_line(void* context, int level, const char* format, va_list values) {
  if (level > AV_LOG_ERROR) return;
  char line[512];
  int at_start = 1;
  av_log_format_line2(context, level, format, values, line, sizeof line, &at_start);
  std::string_view text(line);
  while (text.ends_with('\n')) text.remove_suffix(1);
  spdlog::debug("libav: {}", text);
}

}  // namespace

void route_library_logs() {
  av_log_set_callback(log_line);
}

}  // namespace gladi
