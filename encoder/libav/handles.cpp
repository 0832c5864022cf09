#include "encoder/libav/handles.h"

namespace gladi::libav {

std::string describe(int code) {
  char text[AV_ERROR_MAX_STRING_SIZE] = {};
  av_strerror(code, text, sizeof text);
  return text;
}

}  // namespace gladi::libav
