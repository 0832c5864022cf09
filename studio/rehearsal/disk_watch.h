// How much longer the disk lasts.
#pragma once

#include <cstdint>
#include <functional>

#include "encoder/base/media_time.h"
#include "encoder/base/platform.h"
#include "encoder/file/encoder_settings.h"
#include "encoder/file/output_file.h"

namespace gladi {

// When a take warns and when it stops (ENGINE.md, "Disk"); tests set other numbers and another disk.
struct DiskRules {
  // What stays free: the larger of the two. The system and other programs need some, and the final file and
  // the index are written after the take.
  int64_t reserve_bytes = 150'000'000;
  MediaTime reserve_time = MediaTime::from_ms(int64_t{2} * 60'000);
  MediaTime warn_before = MediaTime::from_ms(int64_t{15} * 60'000);
  // Longer parts are continued in a new one; 0: 3.5 GB on FAT, which ends files at 4 GB, else no limit.
  int64_t max_part_bytes = 0;
  OutputOpener open_file = create_output_file;
  std::function<Result<platform::DiskSpace>(const std::filesystem::path&)> space = platform::disk_space;
};

// How long can be recorded into what is free until the reserve is reached, before a take and while it runs.
MediaTime room_to_record(int64_t free_bytes, double bytes_per_second, const DiskRules& rules = {});

// Plain arithmetic on what is measured. One thread at a time.
class DiskWatch {
 public:
  // Until ten seconds are recorded the encoder's own limit stands for the real bitrate, as on the first
  // screen.
  DiskWatch(DiskRules rules, const EncoderSettings& encoder);

  void update(int64_t free_bytes, int64_t bytes_written, MediaTime recorded);

  int64_t reserve_bytes() const;
  MediaTime left() const;  // until the reserve is reached; 0 before the first update
  bool low() const;        // time to say so
  bool reserve_reached() const;

 private:
  DiskRules rules_;
  double bytes_per_second_;
  int64_t free_bytes_ = -1;  // not known yet
};

}  // namespace gladi
