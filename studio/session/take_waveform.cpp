#include "studio/session/take_waveform.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "encoder/base/platform.h"
#include "studio/session/part_place.h"
#include "studio/session/take_source.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

// The file: kMagic, then numbers in little-endian order: version and bins a second (32 bits each), what it
// was made of and how many bins there are (64 bits each), the bins (low, high, rms, 16 bits each), and a
// check sum of all before it (64 bits).
constexpr std::string_view kMagic = "GLADIWAV";
constexpr uint32_t kVersion = 1;
constexpr size_t kHeaderBytes = kMagic.size() + 4 + 4 + 8 + 8;
constexpr size_t kBinBytes = 6;
constexpr size_t kSumBytes = 8;

fs::path cache_file(const fs::path& folder) {
  return folder / "cache" / "waveform.bin";
}

template <class T>
void put(std::string& bytes, T value) {
  using Unsigned = std::make_unsigned_t<T>;
  for (size_t i = 0; i < sizeof(T); ++i)
    bytes.push_back(static_cast<char>(static_cast<Unsigned>(value) >> (8 * i) & 0xffU));
}

template <class T>
T get(std::string_view bytes, size_t at) {
  std::make_unsigned_t<T> value = 0;
  for (size_t i = 0; i < sizeof(T); ++i) {
    const auto byte = static_cast<std::make_unsigned_t<T>>(static_cast<uint8_t>(bytes[at + i]));
    value = static_cast<std::make_unsigned_t<T>>(value | byte << (8 * i));
  }
  return static_cast<T>(value);
}

tl::unexpected<Error> damaged(const fs::path& file) {
  return fail(ErrorKind::kDamaged, Message(GLADI_TEXT("{0} is damaged."), {file.string()}));
}

}  // namespace

Result<Waveform> load_waveform(const fs::path& session_folder, const Session& session) {
  const fs::path file = cache_file(session_folder);
  const auto source = source_of(session_folder, session);
  std::error_code ignored;
  if (!source || !fs::exists(file, ignored))
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("The file {0} is not there."), {file.string()}));
  auto read = platform::read_file(file);
  if (!read) return fail(std::move(read));
  const std::string_view bytes = *read;
  if (bytes.size() < kHeaderBytes + kSumBytes || !bytes.starts_with(kMagic)) return damaged(file);
  size_t at = kMagic.size();
  if (get<uint32_t>(bytes, at) != kVersion) {
    return fail(ErrorKind::kNewer,
                Message(GLADI_TEXT("{0} was made by another version of Gladi."), {file.string()}));
  }
  if (get<uint64_t>(bytes, bytes.size() - kSumBytes) !=
      fingerprint(bytes.substr(0, bytes.size() - kSumBytes))) {
    return damaged(file);
  }
  const bool same_scale = get<uint32_t>(bytes, at + 4) == Waveform::kBinsPerSecond;
  const bool same_source = get<uint64_t>(bytes, at + 8) == *source;
  if (!same_scale || !same_source)
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("The file {0} is not there."), {file.string()}));
  const auto count = get<uint64_t>(bytes, at + 16);
  if (count != (bytes.size() - kHeaderBytes - kSumBytes) / kBinBytes) return damaged(file);
  std::vector<WaveformBin> bins(count);
  at = kHeaderBytes;
  for (WaveformBin& bin : bins) {
    bin = {get<int16_t>(bytes, at), get<int16_t>(bytes, at + 2), get<uint16_t>(bytes, at + 4)};
    at += kBinBytes;
  }
  return Waveform(std::move(bins));
}

Status save_waveform(const fs::path& session_folder, const Session& session, const Waveform& waveform) {
  const auto source = source_of(session_folder, session);
  if (!source) return {};
  std::string bytes(kMagic);
  bytes.reserve(kHeaderBytes + waveform.bins().size() * kBinBytes + kSumBytes);
  put(bytes, kVersion);
  put(bytes, static_cast<uint32_t>(Waveform::kBinsPerSecond));
  put(bytes, *source);
  put(bytes, static_cast<uint64_t>(waveform.bins().size()));
  for (const WaveformBin& bin : waveform.bins()) {
    put(bytes, bin.low);
    put(bytes, bin.high);
    put(bytes, bin.rms);
  }
  put(bytes, fingerprint(bytes));
  const fs::path file = cache_file(session_folder);
  if (auto made = platform::create_private_folder(file.parent_path()); !made) return made;
  return platform::write_file_atomically(file, bytes);
}

Result<Waveform> take_waveform(const fs::path& session_folder, const Session& session,
                               const std::atomic<bool>* cancel, const std::function<void(double)>& progress) {
  auto kept = load_waveform(session_folder, session);
  if (kept) return kept;
  if (kept.error().kind != ErrorKind::kNotFound)
    spdlog::warn("the waveform is made again: {}", kept.error().english());
  WaveformMaker maker;
  const std::array<SoundListener*, 1> listeners{&maker};
  if (auto heard = scan_sound(parts_to_play(session_folder, session), listeners, cancel, progress); !heard)
    return fail(std::move(heard));
  Waveform waveform = maker.finish();
  if (auto saved = save_waveform(session_folder, session, waveform); !saved)
    spdlog::warn("a waveform isn't kept: {}", saved.error().english());
  return waveform;
}

}  // namespace gladi
