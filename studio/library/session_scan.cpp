#include "studio/library/session_scan.h"

#include <algorithm>
#include <limits>

#include "studio/library/take_files.h"
#include "studio/library/take_words.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr FolderStamp kNeverMatches = {-1, -1, -1, -1};
constexpr auto kTimeStep = std::chrono::seconds(3);
// The file system's clock may count from a day that is yet to come: 0 is no time long past.
constexpr int64_t kNoTime = std::numeric_limits<int64_t>::min();

int64_t time_of(const fs::path& path) {
  std::error_code error;
  const auto time = fs::last_write_time(path, error);
  return error ? kNoTime : time.time_since_epoch().count();
}

// A part file where the final one should be. Parts that a finished session lists as not final have been tried
// already.
bool waits_to_be_finished(const fs::path& folder, const Session& session) {
  const bool finished = session.state == SessionState::kReady || session.state == SessionState::kRecovered;
  for (const TakeFile& found : take_files(folder)) {
    if (!found.part || found.final) continue;
    const auto listed = std::find_if(session.parts.begin(), session.parts.end(),
                                     [&](const TakePart& part) { return part.file == found.file; });
    if (!finished || listed == session.parts.end() || listed->finalised) return true;
  }
  return false;
}

}  // namespace

FolderStamp stamp_of(const fs::path& folder) {
  std::error_code error;
  const auto bytes = fs::file_size(folder / "session.json", error);
  return {time_of(folder), time_of(folder / "session.json"), error ? -2 : static_cast<int64_t>(bytes),
          time_of(folder / "reviews")};
}

Result<IndexRow> read_row(const fs::path& folder) {
  const FolderStamp stamp = stamp_of(folder);  // before reading: a change in between is seen the next time
  auto session = load_session(folder);
  if (!session) return fail(std::move(session));
  IndexRow row;
  row.name = folder.filename().string();
  const int64_t newest = std::max({stamp.folder_time, stamp.session_time, stamp.reviews_time});
  const auto settled = (fs::file_time_type::clock::now() - kTimeStep).time_since_epoch().count();
  row.stamp = newest < settled ? stamp : kNeverMatches;
  row.take.session_id = session->id;
  row.take.folder = folder;
  row.take.person_id = session->person_id;
  row.take.person_name = session->person_name;
  row.take.title = session->title;
  row.take.started_at = session->started_at;
  row.take.duration = session->duration;
  row.take.state = session->state;
  const std::vector<Review> reviews = load_reviews(folder);
  for (const Review& review : reviews) row.take.comments += static_cast<int>(review.comments.size());
  row.words = words_of(*session);
  row.products = pack_products(*session);
  row.reviews = lines_of(reviews);
  row.take.reviewed = is_reviewed(row.reviews, row.take);
  row.take.thumbnail = folder / "cache" / "thumbnail.jpg";
  row.read_only = session->read_only();
  row.nothing_recorded = session->nothing_recorded;
  row.waits_to_be_finished = waits_to_be_finished(folder, *session);
  return row;
}

}  // namespace gladi
