// What a media file holds.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/file/finalise.h"

namespace gladi {

struct MediaInfo {
  MediaTime duration;
  bool has_video = false;
  bool has_audio = false;
  int width_px = 0;
  int height_px = 0;
  double fps = 0;
  std::string video_codec;
  std::string audio_codec;
  int sample_rate_hz = 0;
  int channels = 0;
  std::string recorded_at;  // as the file's own "creation_time" says (ISO 8601); empty where it says nothing
  std::vector<Chapter> chapters;
};

// "{file} is no sound or picture that Gladi can read" when it is no media.
Result<MediaInfo> probe_media(const std::filesystem::path& file);

}  // namespace gladi
