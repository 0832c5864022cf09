#include "encoder/file/finalise.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/file/media_input.h"
#include "encoder/file/part_scan.h"
#include "encoder/file/scratch_file.h"
#include "encoder/file/stream_copy.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

// Copying is the first part of the work and reading the copy again the second.
constexpr double kCopyShare = 0.7;
// What the index at the front and the file system's own bookkeeping take beside the packets.
constexpr int64_t kSpareBytes = 4 * 1024 * 1024;

Result<PacketTally> tally_of(const fs::path& file, int64_t bytes, const KeepGoing& keep_going) {
  auto input = Mp4Input::open(file, bytes);
  if (!input) return fail(std::move(input));
  return tally(**input, keep_going);
}

int64_t size_of(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return error ? 0 : static_cast<int64_t>(size);
}

FinalisedFile summary(const PacketTally& tally) {
  return {tally.duration(), tally.video().packets, tally.audio().packets};
}

Status enough_space(const FinaliseOptions& options, int64_t bytes) {
  const fs::path folder = options.final_file.parent_path();
  const auto space = platform::disk_space(folder.empty() ? "." : folder);
  if (!space || space->free_bytes >= bytes + kSpareBytes) return {};
  return fail(ErrorKind::kNoSpace, Message(GLADI_TEXT("The disk is full: {0} could not be written."),
                                           {options.final_file.string()}));
}

// What the person is told when a final file and a part lie side by side and don't hold the same.
tl::unexpected<Error> in_the_way(const fs::path& final_file) {
  return fail(ErrorKind::kInvalid,
              Message(GLADI_TEXT("{0} is there already and holds another recording; nothing was changed."),
                      {final_file.string()}));
}

class Finaliser {
 public:
  Finaliser(const FinaliseOptions& options, const std::function<void(double)>& progress,
            const std::atomic<bool>* cancel)
      : options_(options), progress_(progress), cancel_(cancel) {}

  Result<FinalisedFile> run() {
    std::error_code error;
    const bool final_exists = fs::exists(options_.final_file, error);
    if (!fs::exists(options_.part_file, error) && final_exists) {
      // An earlier run did everything.
      const auto found = tally_of(options_.final_file, size_of(options_.final_file), stage(0, 1));
      return found.map(summary);
    }
    // A part that another program still records, or makes final right now, is not ours to touch.
    const auto lock = platform::FileLock::take(options_.part_file);
    if (!lock) return tl::unexpected(lock.error());
    const auto bytes = playable_bytes(options_.part_file);
    if (!bytes) return tl::unexpected(bytes.error());
    if (final_exists) {
      auto done = finish_earlier_run(*bytes);
      if (!done) return fail(std::move(done));
      if (*done) return **done;
    }
    return make_final_file(*bytes);
  }

 private:
  // Killed between the rename and the deletion of the part. Nothing when the final file is no media and may
  // be replaced.
  Result<std::optional<FinalisedFile>> finish_earlier_run(int64_t bytes) {
    const auto there = tally_of(options_.final_file, size_of(options_.final_file), stage(0, 0.2));
    if (!there && there.error().kind == ErrorKind::kCancelled) return tl::unexpected(there.error());
    if (!there || there->video().packets + there->audio().packets == 0) return std::nullopt;
    const auto part = tally_of(options_.part_file, bytes, stage(0.2, 1));
    if (!part) return tl::unexpected(part.error());
    if (!part->holds_the_same_as(*there)) return in_the_way(options_.final_file);
    remove_part();
    return summary(*there);
  }

  Result<FinalisedFile> make_final_file(int64_t bytes) {
    if (Status space = enough_space(options_, bytes); !space) return fail(std::move(space));
    const ScratchFile temporary(options_.final_file, ".tmp");
    auto created = platform::DurableFile::create(temporary.path());  // readable by its owner only
    if (!created) return fail(std::move(created));

    auto copied = copy(bytes, temporary.path());
    // Damage in the middle, as bad sectors leave it: what lies before it is kept.
    while (!copied && copied.error().kind == ErrorKind::kDamaged && shorten(bytes))
      copied = copy(bytes, temporary.path());
    if (!copied) return fail(std::move(copied));
    const auto again = tally_of(temporary.path(), size_of(temporary.path()), stage(kCopyShare, 1));
    if (!again && again.error().kind == ErrorKind::kCancelled) return tl::unexpected(again.error());
    if (!again || !again->holds_the_same_as(*copied)) {
      return fail(ErrorKind::kIo,
                  Message(GLADI_TEXT("{0} could not be written: the disk reports an error."),
                          {options_.final_file.string()}),
                  again ? "the copy differs from the recording" : again.error().english());
    }
    // The handle that created the file syncs what libav wrote into it: the data belong to the file, not to a
    // handle.
    Status safe = created->sync();
    if (safe) safe = created->close();
    if (safe) safe = platform::rename_durably(temporary.path(), options_.final_file);
    if (!safe) return fail(std::move(safe));
    remove_part();
    return summary(*again);
  }

  // To the last fragment that ends before the place where copying stopped; false when there is none.
  bool shorten(int64_t& bytes) const {
    const auto ends = whole_fragments(options_.part_file);
    if (!ends) return false;
    const auto next = std::lower_bound(ends->begin(), ends->end(), std::min(bytes, stopped_at_));
    if (next == ends->begin()) return false;
    bytes = *(next - 1);
    return true;
  }

  Result<PacketTally> copy(int64_t bytes, const fs::path& to) {
    auto input = Mp4Input::open(options_.part_file, bytes);
    if (!input) return fail(std::move(input));
    if (const int code = avformat_find_stream_info((*input)->context(), nullptr); code < 0) {
      return fail(ErrorKind::kDamaged,
                  Message(GLADI_TEXT("{0} is no sound or picture that Gladi can read."),
                          {options_.part_file.string()}),
                  libav::describe(code));
    }
    auto copied = copy_streams(**input, to, options_.chapters, options_.title, stage(0, kCopyShare));
    stopped_at_ = avio_tell((*input)->context()->pb);
    return copied;
  }

  // Failing to delete costs space only: the next run finds both files and tries again.
  void remove_part() const {
    static_cast<void>(platform::remove_durably(options_.part_file));
    report(1);
  }

  // Packets are many: only steps that can be seen are passed on.
  void report(double done) const {
    constexpr double kStep = 0.005;
    if (!progress_ || (done < reported_ + kStep && done < 1)) return;
    reported_ = done;
    progress_(done);
  }

  KeepGoing stage(double from, double to) const {
    return [this, from, to](double done) {
      report(from + (to - from) * done);
      return cancel_ == nullptr || !*cancel_;
    };
  }

  const FinaliseOptions& options_;
  const std::function<void(double)>& progress_;
  const std::atomic<bool>* cancel_;
  mutable double reported_ = -1;
  int64_t stopped_at_ = 0;  // in the part, when it was last copied
};

}  // namespace

Result<FinalisedFile> finalise(const FinaliseOptions& options, const std::function<void(double)>& progress,
                               const std::atomic<bool>* cancel) {
  return Finaliser(options, progress, cancel).run();
}

}  // namespace gladi
