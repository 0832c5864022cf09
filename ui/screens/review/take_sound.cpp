#include "ui/screens/review/take_sound.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "encoder/base/platform.h"
#include "studio/session/take_waveform.h"

namespace gladi {
namespace {

TakeSound::Seen look_at(const std::filesystem::path& folder, const Session& session,
                        const std::atomic<bool>& cancel) {
  platform::name_this_thread("sound");
  platform::lower_this_thread_priority();
  auto waveform = take_waveform(folder, session, &cancel);
  // A part file may just have become the final one between looking and opening.
  if (!waveform && waveform.error().kind != ErrorKind::kCancelled)
    waveform = take_waveform(folder, session, &cancel);
  if (!waveform) {
    if (waveform.error().kind != ErrorKind::kCancelled)
      spdlog::warn("a take without its waveform: {}", waveform.error().english());
    return {};
  }
  std::vector<TakeStretch> quiet = quiet_stretches(*waveform);
  return {std::make_shared<const Waveform>(std::move(*waveform)), std::move(quiet)};
}

}  // namespace

TakeSound::TakeSound(std::filesystem::path session_folder, Session session, std::function<void()> wake)
    : value_([this, folder = std::move(session_folder),
              take = std::move(session)] { return look_at(folder, take, cancel_); },
             std::move(wake)) {
  value_.refresh();
}

}  // namespace gladi
