// Opens media files for reading. Private to encoder.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>

#include "encoder/base/media_time.h"
#include "encoder/libav/handles.h"

namespace gladi {

// A media file of any kind Gladi knows, with its streams looked at. Formats that lead to other files or to
// the network (playlists) are refused, and so is what libav merely guesses to be media (text).
Result<libav::InputContext> open_media(const std::filesystem::path& file);

// An MP4 of Gladi's own of which only the first `limit` bytes are there for libav: what a crash has torn is
// never seen. One thread at a time.
class Mp4Input {
 public:
  static Result<std::unique_ptr<Mp4Input>> open(const std::filesystem::path& file, int64_t limit);
  ~Mp4Input();
  Mp4Input(const Mp4Input&) = delete;
  Mp4Input& operator=(const Mp4Input&) = delete;

  AVFormatContext* context() const { return context_.get(); }
  // The first stream of a type that holds anything; null when there is none.
  AVStream* stream(AVMediaType type) const;
  // Of the longest stream, as the file's index says.
  MediaTime duration() const;
  // Whether the disk has refused to read: what libav then says is not about the file's content.
  bool disk_failed() const { return disk_failed_; }
  // How much of the file has been read, 0..1.
  double position() const;

 private:
  Mp4Input(const std::filesystem::path& file, int64_t limit);
  static int read(void* self, uint8_t* bytes, int size);
  static int64_t seek(void* self, int64_t offset, int whence);

  std::ifstream file_;
  const int64_t limit_;
  int64_t at_ = 0;
  bool disk_failed_ = false;
  AVIOContext* io_ = nullptr;
  libav::InputContext context_;
};

}  // namespace gladi
