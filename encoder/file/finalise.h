// Turns a part file, whole or torn by a crash, into the final take.mp4 with faststart and chapters.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"

namespace gladi {

struct Chapter {
  MediaTime start;  // the end is the next one's start, or the end of the file
  std::string title;
};

struct FinaliseOptions {
  std::filesystem::path part_file;   // take.part.mp4
  std::filesystem::path final_file;  // take.mp4 in the same folder
  std::vector<Chapter> chapters;
  std::string title;
};

struct FinalisedFile {
  MediaTime duration;
  int64_t video_packets = 0;
  int64_t audio_packets = 0;
};

// Stream-copies to a temporary file beside the final one, verifies duration and packet counts by reading it
// again, syncs, renames, and only then deletes the part file. On any error the part file is untouched and no
// half file is left. Safe to be killed anywhere and run again; kBusy while a recorder or another finalise, of
// any program, has the part. `progress` (0..1) is called on this thread; `cancel` is looked at often.
Result<FinalisedFile> finalise(const FinaliseOptions& options,
                               const std::function<void(double)>& progress = {},
                               const std::atomic<bool>* cancel = nullptr);

// How much of a part file can be played, from the start; what a crash has torn off is not counted. An error
// when not even one fragment is whole.
Result<MediaTime> playable_duration(const std::filesystem::path& part_file);

}  // namespace gladi
