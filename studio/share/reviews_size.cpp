#include "studio/share/reviews_size.h"

#include <algorithm>
#include <set>

#include "encoder/base/platform.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

// Of each file beside its bytes, at most: its line in the manifest, and its path in the ZIP's index twice.
constexpr uint64_t kEntryBytes = 800;

bool is_voice(const BundleItem& item) {
  const auto path = parse_bundle_path(item.path);
  return path && path->kind == BundlePath::Kind::kVoice;
}

Result<uint64_t> packed_size(const std::vector<BundleItem>& items, const BundleManifest& manifest,
                             const fs::path& scratch, const ShareProgress& progress) {
  auto written = write_bundle_file(items, manifest, scratch, {{}, progress.cancel});
  std::error_code error;
  const uint64_t size = written ? fs::file_size(scratch, error) : 0;
  static_cast<void>(platform::remove_durably(scratch));
  if (!written) return fail(std::move(written));
  return size;
}

fs::file_time_type written_at(const BundleItem& item) {
  std::error_code error;
  return fs::last_write_time(item.source, error);
}

}  // namespace

Status leave_out_voices(std::vector<BundleItem>& items, BundleManifest& manifest, const fs::path& scratch,
                        const ShareProgress& progress) {
  std::vector<BundleItem> voices;
  std::copy_if(items.begin(), items.end(), std::back_inserter(voices), is_voice);
  if (voices.empty()) return {};
  std::erase_if(items, is_voice);
  auto texts = packed_size(items, manifest, scratch, progress);
  if (!texts) return fail(std::move(texts));
  std::stable_sort(voices.begin(), voices.end(),
                   [](const BundleItem& a, const BundleItem& b) { return written_at(a) > written_at(b); });
  uint64_t bytes = *texts;
  for (BundleItem& voice : voices) {
    const uint64_t needed = voice.size + kEntryBytes;
    if (bytes + needed > kMostReviewsBytes) {
      ++manifest.voices_left_out;
      continue;
    }
    bytes += needed;
    items.push_back(std::move(voice));
  }
  return {};
}

}  // namespace gladi
