#include "studio/session/journal.h"

#include <algorithm>
#include <fstream>
#include <string_view>

#include "studio/session/event_json.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

fs::path journal_of(const fs::path& session_folder) {
  return session_folder / "journal.jsonl";
}

bool ends_within_a_line(const fs::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in || in.tellg() <= 0) return false;
  in.seekg(-1, std::ios::end);
  return in.get() != '\n';
}

}  // namespace

Result<std::unique_ptr<JournalWriter>> JournalWriter::open(const fs::path& session_folder) {
  const fs::path file = journal_of(session_folder);
  auto lines = platform::DurableFile::open_to_append(file);
  if (!lines) return fail(std::move(lines));
  auto disk = platform::DurableFile::open_to_append(file);
  if (!disk) return fail(std::move(disk));
  return std::unique_ptr<JournalWriter>(
      new JournalWriter(std::move(*lines), std::move(*disk), ends_within_a_line(file)));
}

Status JournalWriter::add(const TakeEvent& event) {
  const std::string line = event_to_line(event) + "\n";
  MutexLock lock(lines_mutex_);
  text_ += line;
  return write_pending();
}

Status JournalWriter::write_pending() {
  if (written_ == text_.size()) return {};
  const std::string pending = (torn_ ? "\n" : "") + text_.substr(written_);
  const Status written = lines_.write(pending.data(), pending.size());
  torn_ = !written.has_value();  // a full disk may have taken half of it
  if (written) written_ = text_.size();
  return written;
}

Status JournalWriter::sync() {
  {
    MutexLock lock(lines_mutex_);
    if (auto written = write_pending(); !written) return written;
  }
  MutexLock lock(disk_mutex_);
  return disk_.sync();
}

Status JournalWriter::move_to(const fs::path& session_folder) {
  const fs::path file = journal_of(session_folder);
  std::string copied;
  {
    MutexLock lock(lines_mutex_);
    copied = text_;
  }
  if (auto made = platform::write_file_atomically(file, copied); !made) return made;
  auto lines = platform::DurableFile::open_to_append(file);
  if (!lines) return fail(std::move(lines));
  auto disk = platform::DurableFile::open_to_append(file);
  if (!disk) return fail(std::move(disk));
  MutexLock lines_lock(lines_mutex_);
  MutexLock disk_lock(disk_mutex_);
  lines_ = std::move(*lines);
  disk_ = std::move(*disk);
  torn_ = false;
  written_ = copied.size();
  return write_pending();
}

Result<JournalContent> read_journal(const fs::path& session_folder) {
  auto text = platform::read_file(journal_of(session_folder));
  if (!text && text.error().kind == ErrorKind::kNotFound) return JournalContent{};
  if (!text) return fail(std::move(text));

  JournalContent content;
  std::string_view rest = *text;
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    const bool whole = end != std::string_view::npos;
    const std::string line(rest.substr(0, whole ? end : rest.size()));
    rest.remove_prefix(whole ? end + 1 : rest.size());
    if (line.empty()) continue;
    EventLine read = event_of_line(line);
    if (read.event) {
      content.events.push_back(std::move(*read.event));
    } else if (whole && !read.of_unknown_type) {
      ++content.unreadable_lines;
    }
  }
  std::stable_sort(content.events.begin(), content.events.end(),
                   [](const TakeEvent& a, const TakeEvent& b) { return a.at < b.at; });
  return content;
}

std::vector<RunSegment> segments_as_run(const std::vector<TakeEvent>& events, MediaTime take_duration) {
  std::vector<RunSegment> run;
  for (const TakeEvent& event : events) {
    const auto* started = std::get_if<SegmentStarted>(&event.what);
    if (started == nullptr || event.at >= take_duration) continue;
    const MediaTime start = std::max(event.at, MediaTime{});
    if (!run.empty()) {
      RunSegment& last = run.back();
      if (last.segment == started->segment && last.product_id == started->product_id) continue;
      last.end = start;
      if (last.start == last.end) run.pop_back();  // passed over in one go
    }
    run.push_back({started->segment, started->product_id, start, take_duration});
  }
  return run;
}

}  // namespace gladi
