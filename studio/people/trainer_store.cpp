#include "studio/people/trainer_store.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/people/people_store.h"
#include "studio/people/pin.h"
#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr int kSchemaVersion = 1;

Result<Trainer> read_trainer(const fs::path& file, const std::string& id) {
  auto json = json_file::read(file);
  if (!json) return fail(std::move(json));
  Trainer trainer{json_file::text_of(*json, "id"), json_file::text_of(*json, "name"),
                  json_file::text_of(*json, "pin_hash"),
                  json_file::wall_time_of(*json, "created_at").value_or(WallTime{})};
  if (trainer.id != id) return tl::unexpected(json_file::damaged(file, "\"id\" is not the file's name"));
  if (trainer.name.empty()) return tl::unexpected(json_file::damaged(file, "\"name\" is missing"));
  return trainer;
}

bool is_trainer_file(const fs::path& file) {
  return file.extension() == ".json" && is_uuid(file.stem().string());
}

// Where a trainer is named, as far as that can be told: a folder that can't be looked into may have one.
std::optional<fs::path> any_trainer_file(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (is_trainer_file(it->path())) return it->path();
  }
  if (error && error != std::errc::no_such_file_or_directory) return folder;
  return std::nullopt;
}

}  // namespace

std::vector<Trainer> TrainerStore::list(std::vector<Error>* problems) const {
  std::vector<Trainer> trainers;
  std::error_code error;
  for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
    if (!is_trainer_file(it->path())) continue;
    auto trainer = read_trainer(it->path(), it->path().stem().string());
    if (trainer) {
      trainers.push_back(std::move(*trainer));
    } else if (problems != nullptr) {
      problems->push_back(std::move(trainer).error());
    }
  }
  std::sort(trainers.begin(), trainers.end(), [](const Trainer& a, const Trainer& b) {
    const std::string left = fold_case(a.name), right = fold_case(b.name);
    return left != right ? left < right : a.id < b.id;
  });
  return trainers;
}

std::optional<Error> TrainerStore::shut_out() const {
  if (!list().empty()) return std::nullopt;
  const std::optional<fs::path> file = any_trainer_file(folder_);
  if (!file) return std::nullopt;
  return Error{
      ErrorKind::kDamaged,
      Message(
          GLADI_TEXT("The trainer's file {0} can't be read, so her PIN can't be checked. Please put it back "
                     "from a copy. If there is none, remove it from its folder; then a new name and PIN "
                     "can be chosen. Recordings and reviews stay."),
          {file->string()}),
      {}};
}

Result<Trainer> TrainerStore::add_first(const std::string& name, const std::string& pin) {
  if (auto shut = shut_out()) return tl::unexpected(std::move(*shut));
  if (any_trainer_file(folder_)) {
    return fail(ErrorKind::kRefused,
                Message(GLADI_TEXT("There is a trainer here already. She lets others in: in trainer "
                                   "mode, with \"Another trainer\".")));
  }
  return make(name, pin);
}

Result<Trainer> TrainerStore::add(const std::string& name, const std::string& pin, const Trainer& by) {
  const std::vector<Trainer> trainers = list();
  const bool known = std::any_of(trainers.begin(), trainers.end(), [&](const Trainer& trainer) {
    return trainer.id == by.id && trainer.pin_hash == by.pin_hash;
  });
  if (!known)
    return fail(ErrorKind::kRefused, Message(GLADI_TEXT("{0} is no longer a trainer here."), {by.name}));
  return make(name, pin);
}

Result<Trainer> TrainerStore::make(const std::string& typed, const std::string& pin) {
  auto name = PeopleStore::checked_name(typed);
  if (!name) return fail(std::move(name));
  for (const Trainer& other : list()) {
    if (fold_case(other.name) == fold_case(*name))
      return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("There is a trainer named {0} already."), {*name}));
  }
  auto hash = hash_of_pin(pin);
  if (!hash) return fail(std::move(hash));
  Trainer trainer{make_uuid(), *name, *hash, std::chrono::system_clock::now()};
  if (auto made = platform::create_private_folder(folder_); !made) return fail(std::move(made));
  const Json json = {{"schema_version", kSchemaVersion},
                     {"id", trainer.id},
                     {"name", trainer.name},
                     {"pin_hash", trainer.pin_hash},
                     {"created_at", to_iso8601(trainer.created_at)}};
  if (auto saved = json_file::update(folder_ / (trainer.id + ".json"), json); !saved)
    return fail(std::move(saved));
  return trainer;
}

Status TrainerStore::check(const Trainer& trainer, const std::string& pin) {
  if (pin_fits(pin, trainer.pin_hash)) return {};
  return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("This isn't {0}'s PIN. Please type it once more."), {trainer.name}));
}

}  // namespace gladi
