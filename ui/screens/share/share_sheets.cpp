#include "ui/screens/share/share_sheets.h"

#include <algorithm>
#include <cmath>

#include "encoder/file/clip.h"
#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

using Sheet = ShareView::Sheet;

constexpr float kWidth = 860;
constexpr float kKindHeight = 88, kKindGap = 10;
constexpr float kTick = 34, kGap = 14;
constexpr float kJobHeight = 300,
                kJobSentence = 58;  // the sheet has room for two sentences, and for each more

struct KindWords {
  const char* name;  // in the widgets' log: "share.kind.clip"
  const char* icon;
  const char* title;
  const char* words;
};

KindWords words_of(ExportKind kind) {
  switch (kind) {
    case ExportKind::kClip:
      return {"clip", icons::kSend, GLADI_TEXT("Clip to be sent"),
              GLADI_TEXT("A small video for messages, at most 16 MB.")};
    case ExportKind::kPage:
      return {"page", icons::kLanguage, GLADI_TEXT("Page with film and comments"),
              GLADI_TEXT("Opens in any browser, on a phone too, without internet.")};
    case ExportKind::kSheet:
      return {"sheet", icons::kFile, GLADI_TEXT("Sheet for printing"),
              GLADI_TEXT("PDF with what went well, one thing to try, times and comments.")};
    case ExportKind::kBundle:
      return {"bundle", icons::kMovie, GLADI_TEXT("For another Gladi"),
              GLADI_TEXT("Film and reviews in one file, for a USB stick.")};
    case ExportKind::kReviews:
      return {"reviews", icons::kComment, GLADI_TEXT("Only the reviews"),
              GLADI_TEXT("A small file without the film, back to the trainee's computer.")};
    case ExportKind::kTable:
    case ExportKind::kOther:
      break;
  }
  return {"table", icons::kLayout, GLADI_TEXT("Table for Excel"),
          GLADI_TEXT("A row for each rehearsal (CSV).")};
}

void draw_words(Ui& ui, Box& box, TextStyle style, Rgba colour, const std::string& words, float gap = kGap) {
  draw_wrapped(ui, box.cut_top(wrapped_height(ui, style, words, box.w), gap), style, colour, words);
}

bool draw_kind(Ui& ui, const Box& box, ExportKind kind, bool chosen) {
  const KindWords words = words_of(kind);
  bool hovered = false;
  const bool pressed =
      press_area(ui, std::string("share.kind.") + words.name, box, Metrics::kCardRadius, &hovered);
  const Palette& p = ui.palette;
  card(ui, box, chosen ? p.chip.fill : p.panel, chosen || hovered ? p.primary.fill : p.line, chosen ? 2 : 1);
  Box inner = box.inset(14, 10);
  draw_text_in(ui, inner.cut_left(30, 12), TextStyle::kTitle, p.text, chosen ? icons::kCheck : words.icon);
  draw_text_in(ui, inner.cut_top(24, 2), TextStyle::kBodyBold, p.text, ui.tr(words.title));
  draw_wrapped(ui, inner, TextStyle::kLabel, p.mute, ui.tr(words.words));
  return pressed;
}

// Two columns of cards; gives their height.
float draw_kinds(Ui& ui, const Box& box, const ShareModel& model, ShareView& view) {
  const std::vector<ExportKind> kinds = kinds_for(model.subject);
  const float width = (box.w - kKindGap) / 2;
  for (size_t i = 0; i < kinds.size(); ++i) {
    const size_t row = i / 2;
    const size_t column = i % 2;
    const Box at{box.x + static_cast<float>(column) * (width + kKindGap),
                 box.y + static_cast<float>(row) * (kKindHeight + kKindGap), width, kKindHeight};
    if (draw_kind(ui, at, kinds[i], kinds[i] == view.kind)) view.kind = kinds[i];
  }
  const size_t rows = (kinds.size() + 1) / 2;
  return static_cast<float>(rows) * (kKindHeight + kKindGap);
}

bool has_film(ExportKind kind) {
  return kind == ExportKind::kClip || kind == ExportKind::kPage;
}

// Which piece, and whether it fits. False: it doesn't.
bool draw_piece(Ui& ui, Box& box, const ShareModel& model, ShareView& view) {
  if (!has_film(view.kind)) return true;
  if (model.subject.loop) {
    const std::string words =
        ui.tr("Only between the two points, {0} to {1}",
              {format_clock(model.subject.loop->begin), format_clock(model.subject.loop->end)});
    tick_box(ui, "share.piece", box.cut_top(kTick, 4), words, &view.piece);
  }
  const MediaTime longest = longest_clip(ClipSpec::kMessageBytes);
  if (length_of(model.subject, view.piece) <= longest) return true;
  const std::string minutes = std::to_string(longest.ms() / 60'000);
  const bool page = view.kind == ExportKind::kPage;
  const std::string words =
      page ? ui.tr(
                 "The page plays the first {0} minutes. For another piece set two points in the player: I "
                 "and O.",
                 {minutes})
           : ui.tr("At most {0} minutes fit into a clip. Set two points in the player first: I and O.",
                   {minutes});
  draw_words(ui, box, TextStyle::kLabel, page ? ui.palette.mute : ui.palette.chip_bad.text, words, 6);
  return page;
}

// Where to; false while nobody knows a place.
bool draw_place(Ui& ui, Box& box, const ShareModel& model, ShareView& view) {
  draw_text_in(ui, box.cut_top(kLabelHeight, 4), TextStyle::kLabelBold, ui.palette.mute, ui.tr("Save to"));
  Box row = box.cut_top(kFormField, kGap);
  const ButtonSpec other{.label = ui.tr("Another folder…"), .icon = icons::kFolder};
  if (button(ui, "share.folder", row.cut_right(button_width(ui, other, 18), 12), other))
    view.sheet = Sheet::kFolder;
  if (!model.places || model.places->empty()) {
    draw_text_in(ui, row, TextStyle::kBody, ui.palette.mute,
                 model.places ? ui.tr("Please choose a folder.") : ui.tr("Looking for places…"));
    return false;
  }
  std::vector<std::string> labels;
  for (const FilePlace& place : *model.places) labels.push_back(place_name(ui, place));
  view.place = std::clamp(view.place, 0, static_cast<int>(labels.size()) - 1);
  choice(ui, "share.place", row, labels, &view.place);
  return true;
}

std::optional<ShareIntent> draw_export(Ui& ui, const ShareModel& model, ShareView& view) {
  const float height = model.subject.one() ? 608 : 510;
  const SheetScope sheet(ui, "share", ui.tr("Share"), height, kWidth);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  std::optional<ShareIntent> intent;
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  const ShareSubject& subject = model.subject;
  const std::string what =
      subject.one() ? subject.person_name + " · " + subject.title
                    : ui.tr_n("{0} take", "{0} takes", static_cast<int64_t>(subject.folders.size()));
  draw_text_in(ui, box.cut_top(24, 8), TextStyle::kBody, ui.palette.mute, what);
  box.cut_top(draw_kinds(ui, box, model, view), 4);
  const bool fits = draw_piece(ui, box, model, view);
  const bool placed = draw_place(ui, box, model, view);
  const ButtonSpec save{.label = ui.tr("Save"), .look = ButtonLook::kPrimary, .enabled = fits && placed};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  if (button(ui, "share.save", buttons.cut_right(button_width(ui, save, 24), 12), save))
    intent = share::Save{};
  if (button(ui, "share.cancel", buttons.cut_right(button_width(ui, cancel, 18), 12), cancel))
    view.sheet = Sheet::kNone;
  return intent;
}

std::optional<ShareIntent> draw_files(Ui& ui, const ShareModel& model, ShareView& view) {
  const bool import = view.sheet == Sheet::kImport;
  const std::optional<FileAnswer> answer = draw_file_sheet(ui, model.files, view.files);
  if (!answer) return {};
  if (answer->kind == FileAnswer::Kind::kGoTo) return share::ListFolder{answer->path};
  view.sheet = import ? Sheet::kNone : Sheet::kExport;
  if (answer->kind == FileAnswer::Kind::kClosed) return {};
  if (import) return share::TakeIn{answer->path};
  return share::UseFolder{answer->path};
}

std::optional<ShareIntent> draw_video(Ui& ui, const ShareModel& model, ShareView& view) {
  const SheetScope sheet(ui, "share.video", ui.tr("Take in a video"), 330);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  draw_text_in(ui, box.cut_top(24, 8), TextStyle::kBodyBold, ui.palette.text,
               model.video.filename().string());
  draw_words(ui, box, TextStyle::kBody, ui.palette.text,
             ui.tr("It becomes a recording like the others, to be watched and reviewed. The video itself "
                   "stays where it is."));
  draw_text_in(ui, box.cut_top(kLabelHeight, 4), TextStyle::kLabelBold, ui.palette.mute,
               ui.tr("Who is in it"));
  choice(ui, "share.video.person", box.cut_top(kFormField), model.people, &view.person);
  const ButtonSpec go{.label = ui.tr("Take in"), .look = ButtonLook::kPrimary};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  std::optional<ShareIntent> intent;
  if (button(ui, "share.video.go", buttons.cut_right(button_width(ui, go, 24), 12), go))
    intent = share::TakeInVideo{};
  if (button(ui, "share.video.cancel", buttons.cut_right(button_width(ui, cancel, 18), 12), cancel))
    view.sheet = Sheet::kNone;
  return intent;
}

std::optional<ShareIntent> draw_same_person(Ui& ui, const ShareModel& model, ShareView& view) {
  const SheetScope sheet(ui, "share.same", ui.tr("The same person?"), 300);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open() || model.same.empty()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  const std::string& name = model.same.front().name;
  ui.widgets.note("share.same", name);
  draw_words(ui, box, TextStyle::kBodyBold, ui.palette.text,
             ui.tr("Is {0} from this file the same person as your {0}?", {name}));
  draw_words(
      ui, box, TextStyle::kBody, ui.palette.text,
      ui.tr("Then all recordings are together, and what is done for one of them holds for all. You are "
            "asked only once."));
  const ButtonSpec yes{.label = ui.tr("Yes, the same"), .look = ButtonLook::kPrimary};
  const ButtonSpec no{.label = ui.tr("No, somebody else")};
  std::optional<ShareIntent> intent;
  if (button(ui, "share.same.yes", buttons.cut_right(button_width(ui, yes, 24), 12), yes))
    intent = share::SamePerson{true};
  if (button(ui, "share.same.no", buttons.cut_right(button_width(ui, no, 18), 12), no))
    intent = share::SamePerson{false};
  return intent;
}

const char* note_of(ShareState::Phase phase) {
  switch (phase) {
    case ShareState::Phase::kWaiting:
      return "waiting";
    case ShareState::Phase::kRunning:
      return "running";
    case ShareState::Phase::kDone:
      return "done";
    case ShareState::Phase::kFailed:
      return "failed";
    case ShareState::Phase::kNone:
      break;
  }
  return "none";
}

// What a person can do about it; the sentence before says what happened.
const char* advice_for(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kNoSpace:
      return GLADI_TEXT("Make room there, or choose another place. Nothing half was left behind.");
    case ErrorKind::kIo:
    case ErrorKind::kNotFound:
      return GLADI_TEXT("If it is a stick: plug it in again, or choose another place.");
    default:
      return "";
  }
}

std::optional<ShareIntent> draw_job(Ui& ui, const ShareModel& model, ShareView& view) {
  using Phase = ShareState::Phase;
  const ShareState& job = model.job;
  const auto more = static_cast<float>(std::max<size_t>(job.words.size(), 2) - 2);
  const SheetScope sheet(ui, "share.job", ui.tr(job.title), kJobHeight + more * kJobSentence);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  if (job.busy()) {
    bar(ui, box.cut_top(12, 12), static_cast<float>(job.share), ui.palette.primary.fill);
    const std::string percent = std::to_string(static_cast<int>(std::lround(job.share * 100)));
    draw_words(ui, box, TextStyle::kBody, ui.palette.text,
               job.cancelling                 ? ui.tr("Stopping…")
               : job.phase == Phase::kWaiting ? ui.tr("Waits until other work is done…")
                                              : ui.tr("{0} %", {percent}));
    draw_words(ui, box, TextStyle::kLabel, ui.palette.mute,
               ui.tr("You can go on working; a message comes when it is done."));
    const ButtonSpec stop{.label = ui.tr("Stop"), .look = ButtonLook::kRed, .enabled = !job.cancelling};
    const ButtonSpec on{.label = ui.tr("Go on working"), .key = "Esc"};
    if (button(ui, "share.job.on", buttons.cut_right(button_width(ui, on, 18), 12), on))
      view.sheet = Sheet::kNone;
    if (button(ui, "share.job.stop", buttons.cut_right(button_width(ui, stop, 18), 12), stop))
      return share::Cancel{};
    return {};
  }
  if (job.phase == Phase::kFailed && job.problem) {
    draw_words(ui, box, TextStyle::kBody, ui.palette.chip_bad.text, ui.tr(job.problem->message), 8);
    if (const char* advice = advice_for(job.problem->kind); *advice != '\0')
      draw_words(ui, box, TextStyle::kBody, ui.palette.text, ui.tr(advice));
  }
  for (const Message& words : job.words)
    draw_words(ui, box, TextStyle::kBody, ui.palette.text, ui.tr(words), 8);
  const ButtonSpec close{.label = ui.tr("Close"), .key = "Enter", .look = ButtonLook::kPrimary};
  if (button(ui, "share.job.close", buttons.cut_right(button_width(ui, close, 24), 12), close) ||
      enter_pressed())
    return share::Close{};
  return {};
}

}  // namespace

std::vector<ExportKind> kinds_for(const ShareSubject& subject) {
  if (!subject.one()) return {ExportKind::kBundle, ExportKind::kReviews, ExportKind::kTable};
  return {ExportKind::kClip,   ExportKind::kPage,    ExportKind::kSheet,
          ExportKind::kBundle, ExportKind::kReviews, ExportKind::kTable};
}

MediaTime length_of(const ShareSubject& subject, bool piece) {
  return piece && subject.loop ? subject.loop->end - subject.loop->begin : subject.duration;
}

std::optional<ShareIntent> draw_share(Ui& ui, const ShareModel& model, ShareView& view) {
  ui.widgets.note("share.job", note_of(model.job.phase));
  switch (view.sheet) {
    case Sheet::kExport:
      return draw_export(ui, model, view);
    case Sheet::kFolder:
    case Sheet::kImport:
      return draw_files(ui, model, view);
    case Sheet::kVideo:
      return draw_video(ui, model, view);
    case Sheet::kSamePerson:
      return draw_same_person(ui, model, view);
    case Sheet::kJob:
      return draw_job(ui, model, view);
    case Sheet::kNone:
      break;
  }
  return {};
}

}  // namespace gladi
