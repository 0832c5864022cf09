#include "studio/rehearsal/stage.h"

#include <spdlog/spdlog.h>

#include "studio/overlay/feed_layout.h"
#include "studio/overlay/feed_overlays.h"

namespace gladi {

std::unique_ptr<Stage> Stage::open(const SourceOptions& options, Clock& clock, const SlateContent& slate) {
  auto stage = std::unique_ptr<Stage>(new Stage(clock));
  stage->sources_ = Sources::open(options, clock);
  stage->program_ = std::make_unique<ProgramFeed>(options.canvas, clock, stage->sources_->frames());
  stage->sound_ =
      std::make_unique<SoundFeed>(clock, stage->sources_->sound(), stage->sources_->sample_rate_hz());
  if (!slate.title.empty()) stage->slate_ = FeedOverlays(options.canvas).slate(slate, kCameraFull);
  stage->show_camera_only();
  return stage;
}

StageReady Stage::ready() const {
  return {!sources_->camera() || sources_->frames().has_frame(),
          !sources_->microphone() || sound_->level().heard_at.ns > 0};
}

StageReady Stage::wait_for_sources(MediaTime picture_at_most, MediaTime sound_at_most) const {
  constexpr MediaTime kLookEvery = MediaTime::from_ms(10);
  const MediaTime since = clock_.now();
  for (;;) {
    const StageReady now = ready();
    const MediaTime waited = clock_.now() - since;
    if ((now.picture || waited >= picture_at_most) && (now.sound || waited >= sound_at_most)) return now;
    clock_.sleep_until(clock_.now() + kLookEvery);
  }
}

void Stage::show_camera_only() {
  program_->set_overlays(std::make_shared<const OverlayPlan>());
  set_layout(camera_full(canvas()));
  program_->set_slate(slate_);
}

void Stage::set_layout(const Layout& layout) {
  layout_ = layout;
  program_->set_layout(layout);
  if (sampler_) sampler_->show(layout, canvas());
}

void Stage::look_with(const std::filesystem::path& face_model) {
  if (!sources_->camera() || sources_->demo_camera()) return;
  auto finder = FaceFinder::open(face_model);
  face_problem_.reset();
  if (!finder) {
    face_problem_ = finder.error();
    spdlog::warn("faces: {}", face_problem_->english());
  }
  auto analyser = std::make_unique<PictureAnalyser>(finder ? std::move(*finder) : nullptr);
  sampler_ = std::make_unique<PictureSampler>(sources_->frames(), clock_, std::move(analyser));
  sampler_->show(layout_, canvas());
}

std::vector<PictureSample> Stage::take_seen() {
  return sampler_ ? sampler_->take() : std::vector<PictureSample>();
}

void Stage::rest_eyes(bool resting) {
  if (sampler_) sampler_->rest(resting);
}

std::optional<double> Stage::mean_brightness() const {
  const PicturePtr picture = sources_->frames().newest();
  if (!picture) return std::nullopt;
  // Every eighth pixel of every eighth row: enough for a mean, and too little to be felt.
  constexpr int kStep = 8;
  int64_t sum = 0;
  int64_t count = 0;
  for (int row = 0; row < picture->height_px; row += kStep) {
    const uint8_t* luma = picture->y.data + static_cast<ptrdiff_t>(row) * picture->y.stride;
    for (int column = 0; column < picture->width_px; column += kStep) {
      sum += luma[column];
      ++count;
    }
  }
  const double mean = static_cast<double>(sum) / static_cast<double>(count);
  return picture->colour.full_range ? mean / 255.0 : (mean - 16.0) / 219.0;
}

}  // namespace gladi
