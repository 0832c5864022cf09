#include "encoder/file/take_recorder.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "encoder/file/take_route.h"

namespace gladi {
namespace {

constexpr auto kNap = std::chrono::milliseconds(2);

// The last frame that begins at or before `time`, which may be some nanoseconds short of it by rounding.
int64_t frame_at(const Canvas& canvas, MediaTime time) {
  const int64_t nearest = time.to_count(canvas.fps_num, canvas.fps_den);
  return canvas.frame_time(nearest) > time + MediaTime{1000} ? nearest - 1 : nearest;
}

// A start and a length that were each rounded to nanoseconds give the frame's own time again.
MediaTime on_grid(const Canvas& canvas, MediaTime time) {
  const MediaTime frame = canvas.frame_time(frame_at(canvas, time));
  return abs(frame - time) <= MediaTime{1000} ? frame : time;
}

}  // namespace

struct TakeRecorder::Impl {
  // One part and what its recorder tells.
  struct Part final : RecorderListener {
    Part(Impl& whose, PartSettings how, MediaTime from)
        : impl(whose), settings(std::move(how)), start(from) {}
    void on_fragment_safe(MediaTime safe_until) override { impl.on_safe(*this, safe_until); }
    void on_recorder_failed(const Error& error) override { impl.on_failed(*this, error); }
    PartInfo info() const {
      const MediaTime begin = start;
      return {settings, begin, ended_at.load().ns > 0 ? ended_at.load() : std::max(begin, safe.load())};
    }

    Impl& impl;
    const PartSettings settings;
    std::atomic<MediaTime> start;
    std::atomic<MediaTime> safe{};      // take time
    std::atomic<MediaTime> ended_at{};  // take time; once it was ended whole
    std::atomic<bool> failed = false;
    std::atomic<bool> empty = false;     // the take ended as it began
    std::unique_ptr<Recorder> recorder;  // after what it calls
  };
  struct Job {
    std::optional<PartSettings> next;  // else the part only ends
    Error why;
  };

  Impl(TakeRecorderOptions how, TakeRecorderListener& to)
      : options(std::move(how)), listener(to), route(options.canvas) {}

  Result<std::unique_ptr<Part>> open(PartSettings settings, int64_t first_frame);
  void on_safe(Part& part, MediaTime part_time);
  void on_failed(Part& part, const Error& error);
  bool ask(Job job);
  void run();
  void carry_out(Job job);
  Status begin_part(PartSettings settings, int64_t join, std::unique_ptr<Part>& next);
  void end_whole(Part& part, int64_t join);
  void lead_to(Part& part, int64_t join);
  void interrupt(const Error& error);
  void tell_parts();
  std::vector<PartInfo> infos() const;

  const TakeRecorderOptions options;
  TakeRecorderListener& listener;
  TakeRoute route;

  mutable Mutex mutex;
  Condition changed;
  std::vector<std::unique_ptr<Part>> parts GUARDED_BY(mutex);  // the last one is recorded, or was
  std::vector<PartInfo> announced GUARDED_BY(mutex);           // a part whose file is being made
  std::optional<Job> job GUARDED_BY(mutex);
  const Part* leaving GUARDED_BY(mutex) = nullptr;  // the job looks after its failure
  bool working GUARDED_BY(mutex) = false;
  bool ended GUARDED_BY(mutex) = false;  // nothing more will come
  bool quit GUARDED_BY(mutex) = false;
  std::optional<Error> interruption GUARDED_BY(mutex);
  RecorderCounters done GUARDED_BY(mutex);  // of parts that are closed

  std::thread thread;

  MediaTime end_of(const Part& part) const {
    return on_grid(options.canvas, part.start.load() + part.recorder->counters().video_duration);
  }
  Part& current() {
    MutexLock lock(mutex);
    return *parts.back();
  }
  bool is_interrupted() const {
    MutexLock lock(mutex);
    return interruption.has_value();
  }
  bool has_ended() const {
    MutexLock lock(mutex);
    return ended;
  }
};

Result<std::unique_ptr<TakeRecorder::Impl::Part>> TakeRecorder::Impl::open(PartSettings settings,
                                                                           int64_t first_frame) {
  auto part = std::make_unique<Part>(*this, std::move(settings), options.canvas.frame_time(first_frame));
  auto recorder = Recorder::create({part->settings.file, options.canvas, part->settings.encoder,
                                    options.title, options.video_encoder, options.open_file},
                                   *part);
  if (!recorder) return fail(std::move(recorder));
  part->recorder = std::move(*recorder);
  return part;
}

void TakeRecorder::Impl::on_safe(Part& part, MediaTime part_time) {
  const MediaTime safe = on_grid(options.canvas, part.start.load() + part_time);
  part.safe = safe;
  route.forget_before(frame_at(options.canvas, safe));
  listener.on_take_safe(safe);
}

void TakeRecorder::Impl::on_failed(Part& part, const Error& error) {
  part.failed = true;
  const Recorder* recorder = nullptr;
  {
    MutexLock lock(mutex);
    recorder = part.recorder.get();
  }
  route.take_off(recorder);
  {
    MutexLock lock(mutex);
    if (leaving == &part || parts.back().get() != &part) return;
  }
  interrupt(error);
}

void TakeRecorder::Impl::interrupt(const Error& error) {
  {
    MutexLock lock(mutex);
    if (interruption) return;
    interruption = error;
  }
  listener.on_take_interrupted(error);
}

bool TakeRecorder::Impl::ask(Job wanted) {
  {
    MutexLock lock(mutex);
    if (working || ended) return false;
    working = true;
    job = std::move(wanted);
  }
  changed.notify_all();
  return true;
}

void TakeRecorder::Impl::run() {
  platform::name_this_thread("parts");
  for (;;) {
    Job next;
    {
      MutexLock lock(mutex);
      while (!job && !quit) changed.wait(mutex);
      if (!job) return;
      next = *std::exchange(job, std::nullopt);
    }
    carry_out(std::move(next));
    {
      MutexLock lock(mutex);
      working = false;
      leaving = nullptr;
    }
    changed.notify_all();
  }
}

std::vector<PartInfo> TakeRecorder::Impl::infos() const {
  MutexLock lock(mutex);
  std::vector<PartInfo> list;
  for (const auto& part : parts) {
    if (!part->empty) list.push_back(part->info());
  }
  list.insert(list.end(), announced.begin(), announced.end());
  return list;
}

// What can't be written down here is in the files themselves: recovery finds it.
void TakeRecorder::Impl::tell_parts() {
  static_cast<void>(listener.on_parts_changed(infos()));
}

// Tells of the part, then makes its file.
Status TakeRecorder::Impl::begin_part(PartSettings settings, int64_t join, std::unique_ptr<Part>& next) {
  const MediaTime start = options.canvas.frame_time(join);
  {
    MutexLock lock(mutex);
    announced = {{settings, start, start}};
  }
  Status begun = listener.on_parts_changed(infos());
  if (begun) {
    auto opened = open(std::move(settings), join);
    if (opened) {
      next = std::move(*opened);
    } else {
      begun = fail(std::move(opened));
    }
  }
  MutexLock lock(mutex);
  announced.clear();
  return begun;
}

// Closes a part that gets nothing from frame `join` on.
void TakeRecorder::Impl::end_whole(Part& part, int64_t join) {
  while (!route.cut_reached() && !part.failed && !has_ended()) std::this_thread::sleep_for(kNap);
  route.take_off(part.recorder.get());
  if (part.recorder->finish()) part.ended_at = options.canvas.frame_time(std::min(join, route.next_frame()));
}

void TakeRecorder::Impl::lead_to(Part& part, int64_t join) {
  route.lead_to(
      *part.recorder, join, [&](int64_t frame) { part.start = options.canvas.frame_time(frame); },
      [&] { return part.failed.load(); });
}

void TakeRecorder::Impl::carry_out(Job work) {
  Part& old = current();
  bool running = false;
  {
    MutexLock lock(mutex);
    running = !interruption;
    if (running) leaving = &old;
  }
  // A part that failed is gone on with from where it is safe; what came since is held.
  int64_t join = running ? route.cut() : frame_at(options.canvas, old.info().end);
  std::unique_ptr<Part> next;
  const Status begun = work.next ? begin_part(std::move(*work.next), join, next) : Status();
  if (!begun) {
    listener.on_part_refused(begun.error());
    if (running && !old.failed) lead_to(old, join);
    {
      MutexLock lock(mutex);
      leaving = nullptr;
    }
    if (running && old.failed) interrupt(begun.error());
    return tell_parts();
  }
  if (running) {
    end_whole(old, join);
    join = std::min(join, frame_at(options.canvas, old.info().end));
  }
  if (!next) {
    tell_parts();
    return interrupt(work.why);
  }

  Part& part = *next;
  const bool wanted = !has_ended() || route.next_frame() > join;
  if (!wanted) {  // the take ended with the part before
    std::error_code ignored;
    const std::filesystem::path file = part.settings.file;
    next.reset();
    std::filesystem::remove(file, ignored);
    return tell_parts();
  }
  std::unique_ptr<Recorder> closed;
  {
    MutexLock lock(mutex);
    const RecorderCounters counters = old.recorder->counters();
    done.frames_encoded += counters.frames_encoded;
    done.frames_repeated_encoder_late += counters.frames_repeated_encoder_late;
    done.bytes_written += counters.bytes_written;
    closed = std::move(old.recorder);
    parts.push_back(std::move(next));
    interruption.reset();
  }
  closed.reset();
  const MediaTime start = options.canvas.frame_time(join);
  if (part.start.exchange(start) != start) tell_parts();  // the part before failed while it was closed
  lead_to(part, join);
  tell_parts();
}

TakeRecorder::TakeRecorder() = default;

Result<std::unique_ptr<TakeRecorder>> TakeRecorder::create(const TakeRecorderOptions& options,
                                                           PartSettings first,
                                                           TakeRecorderListener& listener) {
  std::unique_ptr<TakeRecorder> take(new TakeRecorder());
  take->impl_ = std::make_unique<Impl>(options, listener);
  Impl& impl = *take->impl_;
  auto part = impl.open(std::move(first), 0);
  if (!part) return fail(std::move(part));
  Impl::Part& opened = **part;
  {
    MutexLock lock(impl.mutex);
    impl.parts.push_back(std::move(*part));
  }
  impl.lead_to(opened, 0);
  impl.thread = std::thread(&Impl::run, &impl);
  return take;
}

TakeRecorder::~TakeRecorder() {
  if (!impl_ || !impl_->thread.joinable()) return;
  {
    MutexLock lock(impl_->mutex);
    impl_->ended = impl_->quit = true;
  }
  impl_->changed.notify_all();
  impl_->thread.join();
  // Its threads may be calling just now: everything else is still there.
  std::unique_ptr<Recorder> abandoned;
  MutexLock lock(impl_->mutex);
  abandoned = std::move(impl_->parts.back()->recorder);
}

void TakeRecorder::on_program_frame(const PicturePtr& frame, int64_t index, int repeats) {
  impl_->route.on_program_frame(frame, index, repeats);
}

void TakeRecorder::on_sound(const float* interleaved, int frames) {
  impl_->route.on_sound(interleaved, frames);
}

bool TakeRecorder::go_on(PartSettings next) {
  return impl_->ask({std::move(next), {}});
}

bool TakeRecorder::end_part(Error why) {
  return impl_->ask({std::nullopt, std::move(why)});
}

Status TakeRecorder::finish() {
  Impl& impl = *impl_;
  {
    MutexLock lock(impl.mutex);
    impl.ended = true;
    while (impl.working) impl.changed.wait(impl.mutex);
    if (impl.interruption) return tl::unexpected(*impl.interruption);
  }
  Impl::Part& last = impl.current();
  impl.route.take_off(last.recorder.get());
  const Status finished = last.recorder->finish();
  if (!finished) return finished;
  last.ended_at = impl.end_of(last);
  if (last.start.load().ns > 0 && last.ended_at.load() == last.start.load()) {
    last.empty = true;
    std::error_code ignored;
    std::filesystem::remove(last.settings.file, ignored);
  }
  return finished;
}

TakeRecorderCounters TakeRecorder::counters() const {
  TakeRecorderCounters counters;
  const std::vector<PartInfo> parts = this->parts();
  for (size_t i = 0; i < parts.size(); ++i) {
    counters.recorded += parts[i].end - parts[i].start;
    if (i > 0) counters.not_recorded += std::max(parts[i].start - parts[i - 1].end, MediaTime{});
    counters.safe_until = std::max(counters.safe_until, parts[i].end);
  }
  MutexLock lock(impl_->mutex);
  const Impl::Part& last = *impl_->parts.back();
  if (!last.recorder) return counters;  // abandoned
  const RecorderCounters now = last.recorder->counters();
  counters.frames_encoded = impl_->done.frames_encoded + now.frames_encoded;
  counters.frames_repeated_encoder_late =
      impl_->done.frames_repeated_encoder_late + now.frames_repeated_encoder_late;
  counters.bytes_written = impl_->done.bytes_written + now.bytes_written;
  counters.frames_waiting = now.frames_waiting;
  counters.most_waiting = now.most_waiting;
  counters.part_bytes = now.bytes_written;
  counters.duration = impl_->interruption ? last.info().end : impl_->end_of(last);
  return counters;
}

std::vector<PartInfo> TakeRecorder::parts() const {
  return impl_->infos();
}

bool TakeRecorder::interrupted() const {
  return impl_->is_interrupted();
}

bool TakeRecorder::at_work() const {
  MutexLock lock(impl_->mutex);
  return impl_->working;
}

}  // namespace gladi
