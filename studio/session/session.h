// Everything known about one take, as session.json holds it. docs/session-folder.md describes the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "encoder/file/loudness.h"
#include "encoder/program/canvas.h"
#include "studio/catalogue/product.h"
#include "studio/catalogue/rundown.h"
#include "studio/text/format.h"

namespace gladi {

enum class SessionState {
  kRecording,  // a take runs, or was cut off: whichever it is, recovery finds out
  kStopped,    // whole and reviewable, the final file is still to be made
  kReady,      // take.mp4 is there
  kRecovered,  // was cut off and made whole again
};

// One file of the take and where it lies on the take's timeline.
struct TakePart {
  std::string file;  // name inside the session folder, without .part: "take.mp4"
  MediaTime start;
  MediaTime duration;      // 0 while recording
  bool finalised = false;  // `file` is there; else its part file (part_file_name) is
  std::string encoder;     // "libx264 superfast, CRF 23, at most 3.0 Mb/s"
  // The session folder, absolute, in which it lies; empty: the one whose session.json says so. Use
  // studio/session/part_place.h, which trusts no path of a stranger's.
  std::filesystem::path root = {};
};

// "take.mp4" → "take.part.mp4"
std::string part_file_name(const std::string& file);

// Truth about the recording, from the engine.
struct TakeCounters {
  int64_t frames = 0;
  int64_t camera_frames = 0;   // that the camera gave
  int64_t skipped_camera = 0;  // of those, never shown: it is faster than the canvas, or came in lumps
  int64_t repeated_late = 0;
  int64_t repeated_camera = 0;  // a slower camera
  int64_t lost_camera = 0;      // a camera that was stalled or gone
  int64_t repeated_encoder = 0;
  int64_t repeated_overload = 0;  // the picture rate had been lowered for a computer that could not keep up
  int64_t sound_gaps = 0;
  int64_t sound_silence_ms = 0;
  int64_t dropped_blocks = 0;
};

// How well sound and picture fit: sound's placement error minus the picture's, each against its own stamps.
// Positive: sound comes late. ENGINE's promise is +15 to −5 ms here.
struct TakeSync {
  MediaTime mean_offset;
  MediaTime worst_offset;  // of any half second
  double device_ppm = 0;   // how much faster than nominal the microphone's clock runs; corrected in the take
};

struct Session {
  static constexpr int kSchemaVersion = 1;

  int schema_version = kSchemaVersion;
  std::string id;     // UUID
  std::string title;  // the catalogue's name
  std::string person_id;
  std::string person_name;  // as it was
  WallTime started_at;
  SessionState state = SessionState::kRecording;
  // Recovery found nothing that can be played: not tried again, not listed. Whatever lies in the folder stays
  // there.
  bool nothing_recorded = false;
  std::string imported_from;  // the name of the video that was taken in; empty: recorded by Gladi
  MediaTime duration;

  std::string catalogue;  // its slug
  LocalText catalogue_name;
  std::vector<Product> products;  // as they were; photo paths relative to nothing: informational only
  Rundown rundown;                // as it was
  Canvas canvas;
  std::string layout;
  std::string audience = "off";
  int64_t seed = 0;
  std::string camera;
  std::string microphone;
  std::vector<TakePart> parts;
  TakeCounters counters;
  std::optional<TakeSync> sync;      // nothing where it wasn't measured: no microphone, a take cut off
  std::optional<Loudness> loudness;  // measured with the final file; nothing before, and for silence

  bool read_only() const {
    return schema_version > kSchemaVersion;
  }  // written by a newer Gladi: never written back
};

}  // namespace gladi
