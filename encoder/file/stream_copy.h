// Copies the packets of a part into an ordinary MP4 and counts what a file holds. Private to encoder/file.
#pragma once

#include <array>
#include <functional>

#include "encoder/file/finalise.h"
#include "encoder/file/media_input.h"

namespace gladi {

// What is in a file, packet by packet: two files that hold the same have the same tally.
struct PacketTally {
  struct OfStream {
    int64_t packets = 0;
    int64_t bytes = 0;
    uint32_t checksum = 1;  // Adler-32 of all packets' bytes
    MediaTime last;         // where the last packet begins
    MediaTime end;          // where it ends, as well as the file tells
  };
  std::array<OfStream, 2> streams;  // video, audio

  const OfStream& video() const { return streams[0]; }
  const OfStream& audio() const { return streams[1]; }
  MediaTime duration() const { return std::max(video().end, audio().end); }
  // The same packets with the same bytes, and ends within a millisecond (both files round to their time
  // bases).
  bool holds_the_same_as(const PacketTally& other) const;
};

// False: the work is to stop (kCancelled). Called with the part of the file that has been read, 0..1.
using KeepGoing = std::function<bool(double)>;

Result<PacketTally> tally(Mp4Input& input, const KeepGoing& keep_going);

// Writes `to`, which must exist (its owner has been set) and is overwritten, with the index at the front.
Result<PacketTally> copy_streams(Mp4Input& input, const std::filesystem::path& to,
                                 const std::vector<Chapter>& chapters, const std::string& title,
                                 const KeepGoing& keep_going);

}  // namespace gladi
