#include "ui/screens/share/share_desk.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "studio/library/take_list.h"
#include "studio/share/video_import.h"
#include "ui/screens/share/share_sheets.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using Sheet = ShareView::Sheet;

// A sheet that nobody's key or click has opened: ImGui shows it a frame or two after its first one.
constexpr int kFramesToSettle = 3;

}  // namespace

ShareDesk::ShareDesk(Services& services) : services_(services), errands_(services.wake) {}

ShareDesk::~ShareDesk() {
  services_.shares.watch(false);
}

// One thing at a time: what runs is shown first.
bool ShareDesk::show_running() {
  model_.job = services_.shares.state();
  if (model_.job.phase == ShareState::Phase::kNone) return false;
  view_.sheet = Sheet::kJob;
  return true;
}

void ShareDesk::share(ShareSubject subject) {
  if (show_running()) return;
  model_.subject = std::move(subject);
  view_.piece = model_.subject.loop.has_value();
  const std::vector<ExportKind> kinds = kinds_for(model_.subject);
  if (std::find(kinds.begin(), kinds.end(), view_.kind) == kinds.end()) view_.kind = kinds.front();
  view_.sheet = Sheet::kExport;
  view_.place = 0;
  look_for_places();
}

void ShareDesk::take_in(std::vector<Person> people) {
  if (show_running()) return;
  people_ = std::move(people);
  model_.files.purpose = FilePurpose::kTakes;
  view_.sheet = Sheet::kImport;
  list_folder(model_.files.folder);
}

void ShareDesk::take_in(std::vector<Person> people, const fs::path& file) {
  if (show_running()) return;
  people_ = std::move(people);
  take_in_file(file);
}

// A stick that is plugged in comes first: most people bring one for this. Documents are found again more
// easily than files among the pictures.
void ShareDesk::look_for_places() {
  errands_.add([this]() -> Errands::Then {
    std::vector<FilePlace> places = file_places();
    std::stable_partition(places.begin(), places.end(), [](const FilePlace& place) {
      return place.known == FilePlace::Known::kStick || place.known == FilePlace::Known::kDocuments;
    });
    return [this, places = std::move(places)] {
      model_.places = places;
      if (!chosen_folder_.empty()) choose_place(chosen_folder_);
    };
  });
}

void ShareDesk::list_folder(const fs::path& folder) {
  read_folder(model_.files, errands_, folder);
}

bool ShareDesk::tick() {
  const bool errand = errands_.tick() || settling_ > 0;
  services_.shares.watch(view_.sheet == Sheet::kJob);
  if (view_.sheet == Sheet::kNone) return errand;
  const ShareState before = std::exchange(model_.job, services_.shares.state());
  // Cancelled: there is nothing to be told.
  if (view_.sheet == Sheet::kJob && model_.job.phase == ShareState::Phase::kNone) view_.sheet = Sheet::kNone;
  return errand || before.phase != model_.job.phase || before.cancelling != model_.job.cancelling ||
         std::lround(before.share * 100) != std::lround(model_.job.share * 100);
}

void ShareDesk::draw(Ui& ui) {
  if (settling_ > 0) {
    --settling_;
    if (services_.wake) services_.wake();
  }
  const Sheet before = view_.sheet;
  const std::optional<ShareIntent> intent = draw_share(ui, model_, view_);
  if (before == Sheet::kExport && view_.sheet == Sheet::kFolder) {
    model_.files.purpose = FilePurpose::kShare;
    list_folder(model_.places && !model_.places->empty()
                    ? (*model_.places)[static_cast<size_t>(view_.place)].folder
                    : fs::path());
  }
  if (before == Sheet::kJob && view_.sheet == Sheet::kNone && !services_.shares.state().busy())
    services_.shares.forget();
  if (intent) carry_out(*intent);
}

void ShareDesk::carry_out(const ShareIntent& intent) {
  if (std::holds_alternative<share::Save>(intent)) save();
  if (std::holds_alternative<share::Cancel>(intent)) services_.shares.cancel();
  if (std::holds_alternative<share::TakeInVideo>(intent)) take_in_video();
  if (const auto* said = std::get_if<share::SamePerson>(&intent)) answer(said->same);
  if (const auto* list = std::get_if<share::ListFolder>(&intent)) list_folder(list->folder);
  if (const auto* in = std::get_if<share::TakeIn>(&intent)) take_in_file(in->file);
  if (std::holds_alternative<share::Close>(intent)) {
    services_.shares.forget();
    view_.sheet = Sheet::kNone;
  }
  if (const auto* use = std::get_if<share::UseFolder>(&intent)) {
    chosen_folder_ = use->folder;
    choose_place(use->folder);
  }
}

void ShareDesk::choose_place(const fs::path& folder) {
  std::vector<FilePlace> places = model_.places.value_or(std::vector<FilePlace>{});
  auto found = std::find_if(places.begin(), places.end(),
                            [&](const FilePlace& place) { return place.folder == folder; });
  if (found == places.end())
    found = places.insert(places.begin(), {folder, folder.string(), FilePlace::Known::kOther});
  view_.place = static_cast<int>(found - places.begin());
  model_.places = std::move(places);
}

void ShareDesk::begin(Message title, ShareJobs::Work work) {
  if (!services_.shares.begin(std::move(title), std::move(work))) return;
  model_.job = services_.shares.state();
  view_.sheet = Sheet::kJob;
  services_.shares.watch(true);
}

void ShareDesk::save() {
  if (!model_.places || model_.places->empty()) return;
  const ShareSubject& subject = model_.subject;
  const FilePlace place = (*model_.places)[static_cast<size_t>(view_.place)];
  ExportOrder order{view_.kind, services_.library.root(), subject.folders, {}, {}};
  if (services_.trainer.on()) order.by = {services_.trainer.trainer().id};
  if (view_.piece && subject.loop) order.piece = {subject.loop->begin, subject.loop->end};
  const ExportSubject named{subject.person_name, subject.at, subject.folders.size()};
  const Message title =
      subject.one() ? Message(GLADI_TEXT("Sharing the recording of {0}"), {subject.person_name})
                    : Message(GLADI_TEXT("Sharing {0} recordings"), {std::to_string(subject.folders.size())});
  begin(title,
        [order, named, place,
         translator = services_.translator](const ShareProgress& progress) mutable -> Result<ShareOutcome> {
          order.target = free_export_file(place.folder, order.kind, named);
          const ReportWords words{translator.language(),
                                  [&](const Message& message) { return translator.tr(message); }};
          auto missing = export_takes(order, words, progress);
          if (!missing) return fail(std::move(missing));
          ShareOutcome outcome;
          outcome.words.emplace_back(GLADI_TEXT("Saved as {0}."), std::vector{order.target.string()});
          if (place.known == FilePlace::Known::kStick)
            outcome.words.emplace_back(GLADI_TEXT("The stick may be taken out."));
          outcome.words.insert(outcome.words.end(), missing->begin(), missing->end());
          return outcome;
        });
}

void ShareDesk::take_in_file(const fs::path& file) {
  if (is_bundle_name(file)) return take_in_bundle(file);
  model_.video = file;
  model_.people.clear();
  for (const Person& person : people_) model_.people.push_back(person.name);
  view_.person = 0;
  if (people_.empty()) return;
  view_.sheet = Sheet::kVideo;
}

// People of the same name are asked about before anything comes in. Where the file can't be looked at, the
// import says why.
void ShareDesk::take_in_bundle(const fs::path& file) {
  bundle_ = file;
  same_.clear();
  model_.same.clear();
  errands_.add([this, root = services_.library.root(), file]() -> Errands::Then {
    auto found = same_names(root, file);
    return [this, file, found = found ? std::move(*found) : std::vector<SameName>{}] {
      if (file != bundle_) return;  // another one was chosen since
      model_.same = found;
      if (model_.same.empty()) return begin_import();
      view_.sheet = Sheet::kSamePerson;
      settling_ = kFramesToSettle;
    };
  });
}

void ShareDesk::answer(bool same) {
  if (model_.same.empty()) return;
  const SameName asked = model_.same.front();
  if (same) same_[asked.theirs_id] = asked.here_id;
  model_.same.erase(model_.same.begin());
  if (model_.same.empty()) begin_import();
}

void ShareDesk::begin_import() {
  const fs::path file = std::exchange(bundle_, {});
  view_.sheet = Sheet::kNone;
  begin(Message(GLADI_TEXT("Taking in {0}"), {file.filename().string()}),
        [root = services_.library.root(), file,
         same = same_](const ShareProgress& progress) -> Result<ShareOutcome> {
          std::map<std::string, fs::path> known;
          for (const ListedTake& listed : takes_by_folders(root, progress.cancel).takes)
            known.emplace(listed.take.session_id, listed.take.folder);
          auto report = import_bundle(root, known, file, progress, same);
          if (!report) return fail(std::move(report));
          return ShareOutcome{words_of(*report)};
        });
}

void ShareDesk::take_in_video() {
  if (view_.person < 0 || static_cast<size_t>(view_.person) >= people_.size()) return;
  const Person person = people_[static_cast<size_t>(view_.person)];
  begin(Message(GLADI_TEXT("Taking in {0}"), {model_.video.filename().string()}),
        [root = services_.library.root(), person,
         video = model_.video](const ShareProgress& progress) -> Result<ShareOutcome> {
          auto folder = import_video(root, person, video, progress);
          if (!folder) return fail(std::move(folder));
          return ShareOutcome{
              {Message(GLADI_TEXT("The video is among the recordings of {0} now."), {person.name})}};
        });
}

}  // namespace gladi
