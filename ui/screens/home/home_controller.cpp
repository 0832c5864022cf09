#include "ui/screens/home/home_controller.h"

#include <algorithm>

#include "encoder/capture/device_list.h"
#include "encoder/file/quality.h"
#include "studio/library/take_list.h"
#include "studio/people/turns.h"
#include "ui/app/source_choice.h"
#include "ui/screens/home/home_screen.h"

namespace gladi {
namespace {

constexpr MediaTime kCheckEvery = MediaTime::from_ms(500);
constexpr MediaTime kDiskEvery = MediaTime::from_ms(10'000);
constexpr MediaTime kPlugsEvery = MediaTime::from_ms(1000);
constexpr MediaTime kDevicesEvery = MediaTime::from_ms(3000);
constexpr MediaTime kSettleWithin =
    MediaTime::from_ms(5000);  // drivers and rights take a moment after plugging
constexpr MediaTime kRetryEvery = MediaTime::from_ms(1500);
constexpr int kCoverPx = 512;

std::optional<int64_t> free_bytes_in(const std::filesystem::path& folder) {
  const Result<platform::DiskSpace> space = platform::disk_space(folder);
  if (!space) return std::nullopt;
  return space->free_bytes;
}

}  // namespace

std::unique_ptr<Screen> make_home_screen(Services& services) {
  return std::make_unique<HomeController>(services);
}

HomeController::HomeController(Services& services)
    : services_(services),
      preview_(services.renderer),
      free_bytes_([folder = services.library.root()] { return free_bytes_in(folder); }, services.wake),
      devices_(
          [] {
            Devices found;
            for (const CameraDevice& camera : list_cameras())
              found.cameras.push_back({camera.spec, camera.name});
            for (const MicrophoneDevice& microphone : list_microphones()) {
              found.microphones.push_back({microphone.spec, microphone.name});
            }
            return found;
          },
          services.wake),
      errands_(services.wake),
      plugged_in_(&plugged_in, nullptr) {
  model_.library = services.library.root();
  model_.settings = services.settings;
  load_shelf();
  load_people();
  choose_person(services.settings.last_person);
  open_stage();
}

void HomeController::open_stage() {
  services_.stage.open(source_options(services_.settings, services_.paths));
}

void HomeController::load_shelf() {
  shelf_version_ = services_.shelf.version();
  model_.shelf_loading = services_.shelf.loading();
  model_.catalogues.clear();
  for (const LoadedCatalogue& loaded : services_.shelf.catalogues()) {
    const int64_t minutes = (loaded.rundown.total().ms() + 30'000) / 60'000;
    model_.catalogues.push_back({loaded.catalogue.slug(),
                                 loaded.catalogue.name,
                                 static_cast<int>(loaded.catalogue.products.size()),
                                 static_cast<int>(minutes),
                                 {}});
  }
  choose_catalogue(services_.settings.last_catalogue);
}

void HomeController::load_people() {
  std::vector<Error> problems;
  model_.people = services_.library.people().list(&problems);
  model_.groups = services_.library.groups().list(&problems);
  model_.chosen_group = services_.settings.last_group;
  for (const Error& problem : problems) services_.toasts.add(problem);
}

void HomeController::choose_person(const std::string& id) {
  const auto is_it = [&id](const Person& person) { return person.id == id; };
  if (std::any_of(model_.people.begin(), model_.people.end(), is_it)) {
    model_.chosen_person = id;
  } else {
    model_.chosen_person = model_.people.empty() ? "" : model_.people.front().id;
  }
  count_recordings();
}

void HomeController::count_recordings() {
  // Trainees see only their own takes, the number included.
  errands_.add([this, root = services_.library.root(), person = model_.chosen_person]() -> Errands::Then {
    const size_t count = count_takes_of(root, person);
    return [this, person, count] {
      if (person == model_.chosen_person) model_.recordings = static_cast<int>(count);
    };
  });
}

void HomeController::choose_catalogue(const std::string& slug) {
  const auto is_it = [&slug](const CatalogueChoice& choice) { return choice.slug == slug; };
  if (std::any_of(model_.catalogues.begin(), model_.catalogues.end(), is_it)) {
    model_.chosen_catalogue = slug;
  } else {
    model_.chosen_catalogue = model_.catalogues.empty() ? "" : model_.catalogues.front().slug;
  }
}

bool HomeController::tick(MediaTime now) {
  bool changed = look_at_stage(now);
  if (shelf_version_ != services_.shelf.version()) {
    load_shelf();
    changed = true;
  }
  look_at_plugs(now);
  if (model_.kept_away.has_value() == services_.claim.held()) {
    model_.kept_away = services_.claim.kept_away();
    changed = true;
  }
  changed = errands_.tick() || changed;
  if (free_bytes_.tick(now, kDiskEvery)) {
    model_.free_bytes = *free_bytes_.value();
    changed = true;
  }
  if (devices_.tick()) {
    show_devices();
    changed = true;
  }
  return look_at_jobs() || changed;
}

// A device that was plugged in or out changes the lists, and a stand-in gives way to it.
void HomeController::look_at_plugs(MediaTime now) {
  if (plugged_in_.tick(now, kPlugsEvery) && plugged_in_.value() != plugged_before_) {
    if (plugged_before_) try_again_until_ = now + kSettleWithin;
    plugged_before_ = plugged_in_.value();
  }
  // Sound servers know of more than cards (Bluetooth); the open list is kept fresh in any case.
  const bool settling = now < try_again_until_;
  const bool list_open = view_.sheet == HomeView::Sheet::kSettings && model_.microphones;
  if (list_open || (settling && model_.microphones) || model_.checkup.nothing_heard)
    devices_.tick(now, kDevicesEvery);
  const Stage* stage = services_.stage.stage();
  if (!settling || !stage || now - tried_at_ < kRetryEvery) return;
  if (stage->sources().camera_problem() || stage->sources().microphone_problem()) {
    tried_at_ = now;
    services_.stage.reopen();
  }
}

bool HomeController::look_at_stage(MediaTime now) {
  Stage* stage = services_.stage.stage();
  model_.stage_opening = services_.stage.opening();
  if (stage != seen_stage_) {
    seen_stage_ = stage;
    preview_.clear();
    check_ = {};
    model_.face.reset();
    checked_at_.reset();
    preview_serial_ = -1;
    model_.checkup = {};
    if (stage != nullptr) stage->show_camera_only();
  }
  if (stage == nullptr) {
    model_.preview = {};
    return false;
  }
  check_.tick(*stage, now);
  model_.peak_dbfs = stage->sound().level().peak_dbfs;
  model_.face = check_.face();
  const Sources& sources = stage->sources();
  model_.demo_camera = sources.demo_camera();
  // The stand-ins are no devices with names of their own: the verdict says what they are.
  const bool named_camera = sources.camera() != nullptr && !sources.demo_camera();
  const bool named_microphone = sources.microphone() != nullptr && !sources.demo_microphone();
  model_.camera_name = named_camera ? sources.camera()->name() : "";
  model_.microphone_name = named_microphone ? sources.microphone()->name() : "";
  if (!checked_at_ || now - *checked_at_ >= kCheckEvery) {
    CheckupInput seen = check_.observe(*stage, now, free_bytes_.value().value_or(std::nullopt));
    seen.encoder = services_.encoder.found(stage->canvas());
    const auto quality = parse_quality(services_.settings.quality).value_or(Quality::kNormal);
    seen.bits_per_second =
        most_bytes_an_hour(with_quality(default_encoder_settings(stage->canvas()), quality)) * 8 / 3600;
    model_.checkup = check_.judge(seen, now);
    offer_other_microphone(sources);
    if (model_.preview) services_.encoder.find_out(stage->canvas());
    checked_at_ = now;
  }
  const int64_t serial = stage->program().preview().serial();
  if (serial == preview_serial_) return false;
  preview_serial_ = serial;
  return true;  // the texture itself is filled when a frame is drawn
}

// Nothing is heard: perhaps she speaks into another one.
void HomeController::offer_other_microphone(const Sources& sources) {
  model_.other_microphone_spec.clear();
  model_.other_microphone_name.clear();
  if (!model_.checkup.nothing_heard || !devices_.value()) return;
  for (const DeviceChoice& other : devices_.value()->microphones) {
    const bool in_use = other.spec == services_.settings.microphone ||
                        (sources.microphone() && other.name == sources.microphone()->name());
    if (in_use) continue;
    model_.other_microphone_spec = other.spec;
    model_.other_microphone_name = other.name;
    return;
  }
}

bool HomeController::look_at_jobs() {
  double share = -1;
  for (const JobProgress& job : services_.worker.progress()) {
    if (!job.running) continue;
    share = job.share;
    model_.job = job.title;
  }
  if (share == model_.job_share) return false;
  if (share < 0) count_recordings();  // a finished job may have brought a take
  model_.job_share = share;
  return true;
}

void HomeController::show_devices() {
  const Translator& translator = services_.translator;
  std::vector<DeviceChoice> cameras = {{"", translator.tr("The first camera there is")}};
  std::vector<DeviceChoice> microphones = {{"", translator.tr("The computer's usual microphone")}};
  const auto append = [](std::vector<DeviceChoice>& to, const std::vector<DeviceChoice>& more) {
    to.insert(to.end(), more.begin(), more.end());
  };
  append(cameras, devices_.value()->cameras);
  append(microphones, devices_.value()->microphones);
  cameras.push_back({"demo", translator.tr("Demo camera (a drawn presenter)")});
  microphones.push_back({"demo", translator.tr("Demo voice")});
  model_.cameras = std::move(cameras);
  model_.microphones = std::move(microphones);
}

std::chrono::milliseconds HomeController::idle() const {
  // The preview is looked at as often as the window draws it; without one only the worker's wake-ups matter.
  return std::chrono::milliseconds(services_.stage.stage() != nullptr ? 33 : 250);
}

std::optional<Navigation> HomeController::draw(Ui& ui) {
  if (Stage* stage = services_.stage.stage()) {
    preview_.update(stage->program().preview().get());
    model_.preview = preview_.ref();
  }
  model_.settings = services_.settings;
  for (size_t i = 0; i < model_.catalogues.size(); ++i) {
    model_.catalogues[i].cover =
        services_.images.get(services_.shelf.catalogues()[i].catalogue.cover, kCoverPx);
  }
  model_.projector_on = services_.projector.on();
  model_.trainer_name = services_.trainer.on() ? services_.trainer.trainer().name : "";
  const std::optional<HomeIntent> intent = draw_home(ui, model_, view_);
  return intent ? carry_out(*intent) : std::nullopt;
}

std::optional<Navigation> HomeController::carry_out(const HomeIntent& intent) {
  std::optional<Navigation> target;
  if (const auto* person = std::get_if<home::ChoosePerson>(&intent)) {
    choose_person(person->id);
    services_.settings.last_person = person->id;
    services_.save_settings();
  } else if (const auto* wish = std::get_if<home::AddPerson>(&intent)) {
    add_person(*wish, target);
  } else if (const auto* catalogue = std::get_if<home::ChooseCatalogue>(&intent)) {
    choose_catalogue(catalogue->slug);
    services_.settings.last_catalogue = model_.chosen_catalogue;
    services_.save_settings();
  } else if (const auto* group = std::get_if<home::ChooseGroup>(&intent)) {
    model_.chosen_group = services_.settings.last_group = group->id;
    services_.save_settings();
  } else if (const auto* consent = std::get_if<home::GiveConsent>(&intent)) {
    give_consent(*consent, target);
  } else if (const auto* list = std::get_if<home::ListFolder>(&intent)) {
    list_folder(list->folder);
  } else if (std::holds_alternative<home::EditPeople>(intent)) {
    target = GoPeople{};
  } else if (std::holds_alternative<home::EditCatalogue>(intent)) {
    for (const LoadedCatalogue& loaded : services_.shelf.catalogues()) {
      if (loaded.catalogue.slug() == model_.chosen_catalogue) target = GoEditor{loaded.catalogue.folder};
    }
  } else if (std::holds_alternative<home::StartRehearsal>(intent)) {
    target = start();
  } else if (std::holds_alternative<home::OpenRecordings>(intent)) {
    target = GoLibrary{model_.chosen_person};
  } else if (const auto* change = std::get_if<home::ChangeSettings>(&intent)) {
    change_settings(change->settings);
  } else if (std::holds_alternative<home::ToggleProjector>(intent)) {
    services_.projector.toggle();
  } else if (std::holds_alternative<home::EndTrainerMode>(intent)) {
    services_.trainer.end();
  } else if (std::holds_alternative<home::LookForDevices>(intent)) {
    model_.displays = services_.projector.displays();
    model_.cameras.reset();
    model_.microphones.reset();
    devices_.refresh();
  }
  return target;
}

void HomeController::add_person(const home::AddPerson& wish, std::optional<Navigation>& target) {
  Consent consent = wish.consent;
  consent.asked_at = std::chrono::system_clock::now();
  Result<Person> person = services_.library.people().add(wish.name, consent);
  if (!person) {
    model_.name_problem = person.error().message;
    return;
  }
  model_.name_problem.reset();
  view_.sheet = HomeView::Sheet::kNone;
  for (Group group : model_.groups) {  // who comes while a class is shown belongs to it
    if (group.id != model_.chosen_group) continue;
    group.members.push_back(person->id);
    if (const Result<Group> saved = services_.library.groups().save(group); !saved)
      services_.toasts.add(saved.error());
  }
  load_people();
  choose_person(person->id);
  services_.settings.last_person = person->id;
  services_.save_settings();
  if (wish.then_start) target = start();
}

void HomeController::give_consent(const home::GiveConsent& given, std::optional<Navigation>& target) {
  Result<Person> person = services_.library.people().load(given.id);
  if (person) {
    person->consent = given.consent;
    person->consent.asked_at = std::chrono::system_clock::now();
    if (const Status saved = services_.library.people().save(*person); !saved)
      services_.toasts.add(saved.error());
  }
  load_people();
  target = start();
}

void HomeController::list_folder(const std::filesystem::path& folder) {
  model_.files.purpose = FilePurpose::kLibrary;
  read_folder(model_.files, errands_, folder);
}

void HomeController::change_settings(const Settings& changed) {
  services_.settings = changed;
  services_.save_settings();
  open_stage();  // nothing happens unless devices or canvas have changed
}

ProjectorShow HomeController::on_projector() {
  ProjectorShow show;
  show.words.caption = services_.translator.tr("Get ready");
  show.words.next_caption = services_.translator.tr("Next");
  const auto order = people_in_turn(model_.people, find_group(model_.groups, model_.chosen_group));
  for (const Person* person : order) {
    if (person->id == model_.chosen_person) show.words.name = person->name;
  }
  for (const Person* next : next_in_turn(order, model_.chosen_person, 2))
    show.words.next.push_back(next->name);
  for (const CatalogueChoice& choice : model_.catalogues) {
    if (choice.slug == model_.chosen_catalogue) show.words.line = choice.name.in(services_.settings.language);
  }
  return show;
}

}  // namespace gladi
