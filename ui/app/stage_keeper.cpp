#include "ui/app/stage_keeper.h"

#include "encoder/base/platform.h"

namespace gladi {
namespace {

bool same(const SourceOptions& a, const SourceOptions& b) {
  return a.camera == b.camera && a.microphone == b.microphone && a.canvas == b.canvas &&
         a.demo_file == b.demo_file;
}

bool same(const std::optional<SourceOptions>& a, const std::optional<SourceOptions>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

}  // namespace

StageKeeper::~StageKeeper() {
  if (work_.valid()) work_.wait();
}

void StageKeeper::open(const SourceOptions& options) {
  wanted_ = options;
  begin();
}

void StageKeeper::reopen() {
  if (work_.valid()) return;
  begun_.reset();
  begin();
}

void StageKeeper::close() {
  wanted_.reset();
  begin();
}

void StageKeeper::begin() {
  if (work_.valid() || same(wanted_, begun_)) return;
  begun_ = wanted_;
  // The old stage is closed first: a camera can be opened only once.
  work_ = std::async(std::launch::async, [old = std::move(stage_), options = wanted_, &clock = clock_,
                                          model = face_model_, slate = slate_(), wake = wake_]() mutable {
    platform::name_this_thread("devices");
    old.reset();
    std::unique_ptr<Stage> fresh;
    if (options) {
      fresh = Stage::open(*options, clock, slate);
      fresh->look_with(model);
    }
    if (wake) wake();
    return fresh;
  });
}

bool StageKeeper::tick() {
  if (!work_.valid() || work_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
  stage_ = work_.get();
  begin();  // something else may have been asked for meanwhile
  return true;
}

}  // namespace gladi
