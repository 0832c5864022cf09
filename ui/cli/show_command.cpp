#include "ui/cli/show_command.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "encoder/base/platform.h"
#include "studio/review/finding_verdict.h"
#include "studio/review/review.h"
#include "studio/review/take_facts.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "studio/session/take_certificate.h"
#include "ui/cli/measure_words.h"
#include "ui/cli/take_words.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// session.json word for word, so that also what a newer version wrote is shown.
Json raw_session(const fs::path& folder) {
  const auto bytes = platform::read_file(folder / "session.json");
  if (!bytes) return Json::object();
  Json raw = Json::parse(*bytes, nullptr, false);
  return raw.is_object() ? raw : Json::object();
}

std::string segment_title(const Session& session, const RunSegment& run, Language language) {
  if (run.segment < 0 || static_cast<size_t>(run.segment) >= session.rundown.segments.size()) return {};
  const std::string& title = session.rundown.segments[static_cast<size_t>(run.segment)].title.in(language);
  if (!title.empty()) return title;
  for (const Product& product : session.products) {
    if (product.id == run.product_id) return product.name.in(language);
  }
  return run.product_id;
}

Json segments_json(const Session& session, const std::vector<RunSegment>& runs) {
  Json list = Json::array();
  for (const RunSegment& run : runs) {
    list.push_back({{"segment", run.segment},
                    {"product_id", run.product_id},
                    {"title", segment_title(session, run, Language::kIndonesian)},
                    {"start_s", run.start.seconds()},
                    {"end_s", run.end.seconds()}});
  }
  return list;
}

Json markers_json(const JournalContent& journal) {
  Json list = Json::array();
  for (const TakeEvent& event : journal.events) {
    if (const auto* marker = std::get_if<MarkerSet>(&event.what)) {
      list.push_back({{"at_s", event.at.seconds()}, {"label", marker->label}});
    }
  }
  return list;
}

Json gaps_json(const JournalContent& journal) {
  Json list = Json::array();
  for (const TakeEvent& event : journal.events) {
    if (const auto* gap = std::get_if<Gap>(&event.what)) {
      list.push_back({{"at_s", event.at.seconds()},
                      {"track", gap->track},
                      {"length_s", gap->length.seconds()},
                      {"reason", gap->reason}});
    }
  }
  return list;
}

Json certificate_json(const TakeCertificate& certificate) {
  Json losses = Json::array();
  for (const Message& loss : certificate.losses()) losses.push_back(loss.english());
  return {{"perfect", certificate.perfect()},
          {"losses", losses},
          {"sound_missing_s", certificate.sound_missing().seconds()},
          {"camera_missing_s", certificate.camera_missing().seconds()}};
}

Json reviews_json(const std::vector<Review>& reviews) {
  Json list = Json::array();
  for (const Review& review : reviews) {
    Json comments = Json::array();
    for (const Comment& comment : review.comments) {
      comments.push_back({{"id", comment.id},
                          {"at_s", comment.at.seconds()},
                          {"text", comment.text},
                          {"written_at", to_iso8601(comment.written_at)}});
    }
    list.push_back({{"reviewer_id", review.reviewer_id},
                    {"reviewer_name", review.reviewer_name},
                    {"comments", comments}});
  }
  return list;
}

const char* verdict_name(ReviewVerdict verdict) {
  return verdict == ReviewVerdict::kConfirmed   ? "confirmed"
         : verdict == ReviewVerdict::kDismissed ? "dismissed"
                                                : "open";
}

Json share_of(const std::optional<PictureTrait>& trait) {
  return trait ? Json(trait->share) : Json();
}

// Shares of the time for which each is known; null where it isn't.
Json picture_json(const std::optional<PictureMetrics>& picture) {
  if (!picture || picture->lack != PictureLack::kNone) return nullptr;
  return {{"watched_s", picture->watched.seconds()},       {"out_of_frame", share_of(picture->out_of_frame)},
          {"turned_away", share_of(picture->turned_away)}, {"dark", share_of(picture->dark)},
          {"backlit", share_of(picture->backlit)},         {"blurred", share_of(picture->blurred)},
          {"shaking", share_of(picture->shaking)},         {"several_faces", share_of(picture->several)}};
}

Json measures_json(const std::optional<SoundMetrics>& sound, const std::optional<PictureMetrics>& picture,
                   const std::vector<Review>& reviews) {
  Json findings = Json::array();
  for (const TakeFinding& finding : findings_in(sound, picture)) {
    Json verdicts = Json::array();
    for (const Review& review : reviews) {
      const ReviewVerdict verdict = verdict_on(finding, review.findings);
      if (verdict != ReviewVerdict::kOpen)
        verdicts.push_back({{"reviewer_id", review.reviewer_id}, {"verdict", verdict_name(verdict)}});
    }
    findings.push_back({{"id", finding.id()},
                        {"kind", name_of(finding.kind)},
                        {"start_s", finding.at.from.seconds()},
                        {"end_s", finding.at.to.seconds()},
                        {"verdicts", verdicts}});
  }
  return {{"sound", sound ? sound_answer(*sound) : Json()},
          {"picture", picture_json(picture)},
          {"findings", findings}};
}

}  // namespace

void ShowCommand::declare(OptionList& options) {
  options.text("SESSION", session_, GLADI_TEXT("The take: its id, the beginning of it, or its folder"),
               OptionList::Need::kRequired);
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int ShowCommand::run(Console& console) {
  auto library = open_library(console);
  if (!library) return console.failed(library.error());
  const auto take = (*library)->find(session_);
  if (!take) return console.failed(take.error());
  const auto session = load_session(take->folder);
  if (!session) return console.failed(session.error());
  const auto journal = read_journal(take->folder);
  if (!journal) return console.failed(journal.error());
  if (journal->unreadable_lines > 0) {
    console.say(Message(GLADI_TEXT("Lines of the journal that could not be read: {0}."),
                        {std::to_string(journal->unreadable_lines)}));
  }
  std::vector<Error> problems;
  const TakeFacts facts = facts_of_take(take->folder, *session, journal->events);
  const Known known{*take,
                    *session,
                    *journal,
                    segments_as_run(journal->events, session->duration),
                    load_reviews(take->folder, &problems),
                    facts.sound,
                    facts.picture};
  for (const Error& problem : problems) console.say(problem);
  json_ ? show_json(console, known) : show_text(console, known);
  return ExitCode::kDone;
}

void ShowCommand::show_json(Console& console, const Known& known) const {
  Json answer = to_json(known.take);
  answer["session"] = raw_session(known.take.folder);
  answer["segments"] = segments_json(known.session, known.segments);
  answer["markers"] = markers_json(known.journal);
  answer["gaps"] = gaps_json(known.journal);
  answer["certificate"] = certificate_json(TakeCertificate(known.session, known.journal.events));
  answer["journal"] = {{"events", known.journal.events.size()},
                       {"unreadable_lines", known.journal.unreadable_lines}};
  answer["measures"] = measures_json(known.sound, known.picture, known.reviews);
  answer["reviews"] = reviews_json(known.reviews);
  console.result(answer);
}

void ShowCommand::show_certificate(Console& console, const Known& known) const {
  const TakeCertificate certificate(known.session, known.journal.events);
  if (certificate.perfect()) console.result(console.text(certificate.line()));
  for (const Message& loss : certificate.losses()) console.result(console.text(loss));
}

void ShowCommand::show_measures(Console& console, const Known& known) const {
  const auto say = [&console](const Message& message) { console.result(console.text(message)); };
  if (!known.sound)
    say(Message(GLADI_TEXT("How somebody spoke isn't measured yet; gladi analyse {0} does it"),
                {known.take.session_id}));
  if (known.sound) {
    for (const Message& line : sound_lines(*known.sound)) say(line);
  }
  const auto face = known.picture ? known.picture->face_share() : std::nullopt;
  if (face)
    say(Message(GLADI_TEXT("Face in the picture, an estimate: {0} %"),
                {std::to_string(std::lround(*face * 100))}));
  for (const TakeFinding& finding : findings_in(known.sound, known.picture)) {
    std::string said;
    for (const Review& review : known.reviews) {
      const ReviewVerdict verdict = verdict_on(finding, review.findings);
      if (verdict == ReviewVerdict::kOpen) continue;
      said += " · " + console.text(Message(verdict == ReviewVerdict::kConfirmed ? GLADI_TEXT("{0}: right")
                                                                                : GLADI_TEXT("{0}: not so"),
                                           {review.reviewer_name}));
    }
    console.result(fmt::format("  {}  {}{}", format_timecode(finding.at.from),
                               console.text(finding.words(console.language())), said));
  }
}

void ShowCommand::show_text(Console& console, const Known& known) const {
  const Session& session = known.session;
  const TakeCounters& counters = session.counters;
  console.result(fmt::format("{}  ·  {}", session.person_name, session.title));
  console.result(fmt::format("{}  {}  {}", format_date_time(session.started_at, console.language()),
                             format_clock(session.duration), state_word(known.take)));
  console.result(known.take.folder.string());
  console.result(
      fmt::format("{}  |  {}  |  {}", to_string(session.canvas), session.camera, session.microphone));
  show_certificate(console, known);
  console.result(console.text(
      Message(GLADI_TEXT("Frames: {0}; repeated: {1} late, {2} waiting for the camera, {3} encoder; {4} "
                         "without the camera"),
              {std::to_string(counters.frames), std::to_string(counters.repeated_late),
               std::to_string(counters.repeated_camera), std::to_string(counters.repeated_encoder),
               std::to_string(counters.lost_camera)})));
  console.result(console.text(
      Message(GLADI_TEXT("Sound: {0} gaps, {1} ms of silence put in"),
              {std::to_string(counters.sound_gaps), std::to_string(counters.sound_silence_ms)})));
  console.result(console.text(
      Message(GLADI_TEXT("Camera: {0} pictures, {1} of them never shown"),
              {std::to_string(counters.camera_frames), std::to_string(counters.skipped_camera)})));
  if (session.sync) {
    console.result(console.text(Message(
        GLADI_TEXT("Sound against picture: {0} ms in the mean, {1} ms at worst; microphone's clock {2} ppm"),
        {fmt::format("{:+.1f}", session.sync->mean_offset.seconds() * 1000),
         fmt::format("{:+.1f}", session.sync->worst_offset.seconds() * 1000),
         fmt::format("{:+.0f}", session.sync->device_ppm)})));
  }
  if (session.loudness && !known.sound) {
    console.result(console.text(Message(GLADI_TEXT("Loudness: {0} LUFS, peak {1} dBTP"),
                                        {fmt::format("{:.1f}", session.loudness->integrated_lufs),
                                         fmt::format("{:.1f}", session.loudness->true_peak_dbtp)})));
  }
  for (const RunSegment& run : known.segments) {
    console.result(fmt::format("  {} – {}  {}", format_clock(run.start), format_clock(run.end),
                               segment_title(session, run, console.language())));
  }
  show_measures(console, known);
  for (const Review& review : known.reviews) {
    for (const Comment& comment : review.comments) {
      console.result(
          fmt::format("  {}  {}: {}", format_timecode(comment.at), review.reviewer_name, comment.text));
    }
  }
}

}  // namespace gladi
