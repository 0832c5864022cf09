// Reading the list, and what is changed in it: on the disk, away from the main thread.
#include <algorithm>
#include <map>

#include "studio/library/take_title.h"
#include "studio/text/utf8.h"
#include "ui/screens/library/library_controller.h"
#include "ui/screens/library/library_screen.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
}

struct LibraryController::Known {
  TakeViewer viewer;
  std::string person_name;
  std::vector<Trainer> trainers;
  std::optional<Error> shut_out;
  std::vector<ListedTake> takes;
  std::vector<TrashedTake> trash;
  LibraryRules rules;
  std::vector<Error> problems;
};

// Everything but the takes. Without a trainer nothing of anybody but the person is even handed on.
LibraryController::Known LibraryController::read(const fs::path& root, const std::string& trainer_id,
                                                 const std::string& person_id) {
  Known known;
  known.viewer.id = trainer_id.empty() ? person_id : trainer_id;
  const PeopleStore people(root / "people");
  if (trainer_id.empty()) {
    if (!person_id.empty()) known.viewer.whose.insert(person_id);  // else nobody has been chosen
    if (const auto person = people.load(person_id)) known.person_name = person->name;
  } else {
    for (const Person& person : people.list(&known.problems)) {
      if (person.consent.review) known.viewer.whose.insert(person.id);
    }
  }
  const TrainerStore trainers(root / "trainers");
  known.trainers = trainers.list(&known.problems);
  known.shut_out = trainers.shut_out();
  known.trash = trashed_takes(root, &known.problems);
  std::erase_if(known.trash, [&](const TrashedTake& thrown) {
    return !known.viewer.whose.contains(thrown.take.person_id);
  });
  std::optional<Error> problem;
  known.rules = load_library_rules(root, &problem);
  if (problem) known.problems.push_back(*problem);
  return known;
}

void LibraryController::load() {
  const TrainerMode& mode = services_.trainer;
  if (model_.trainer_mode != mode.on() || asked_ == 0) {
    // Another viewer: what was here isn't shown a moment longer.
    model_.takes.clear();
    model_.trash.clear();
    model_.due.clear();
    model_.thrown_away.clear();
    thrown_away_.clear();
    to_delete_.clear();
    model_.to_delete = 0;
    model_.person_name.clear();
    ++model_.revision;
    model_.loading = true;
    view_.wish.person_id.clear();
  }
  model_.trainer_mode = mode.on();
  model_.trainer_name = mode.on() ? mode.trainer().name : "";
  if (looking_) *looking_ = true;
  looking_ = std::make_shared<std::atomic<bool>>(false);
  const int question = ++asked_;
  const std::string trainer_id = mode.on() ? mode.trainer().id : "";
  const auto answer = [this, question](Known known, bool whole) -> Errands::Then {
    return [this, question, known = std::move(known), whole]() mutable {
      if (question == asked_) show(std::move(known), whole);
    };
  };
  errands_.add(
      [root = root_, trainer_id, person = person_id_, answer, looking = looking_]() -> Errands::Then {
        if (*looking) return {};
        Known known = read(root, trainer_id, person);
        known.takes = seen_by(known.viewer, takes_by_index(root).takes);
        return answer(std::move(known), false);
      });
  errands_.add(
      [root = root_, trainer_id, person = person_id_, answer, looking = looking_]() -> Errands::Then {
        if (*looking) return {};
        ListedTakes list = takes_by_folders(root, looking.get());
        if (*looking) return {};
        Known known = read(root, trainer_id, person);
        known.takes = seen_by(known.viewer, std::move(list.takes));
        known.problems.insert(known.problems.end(), list.problems.begin(), list.problems.end());
        return answer(std::move(known), true);
      });
}

void LibraryController::show(Known known, bool whole) {
  trainers_ = std::move(known.trainers);
  model_.trainers.clear();
  for (const Trainer& trainer : trainers_) model_.trainers.push_back(trainer.name);
  model_.shut_out.reset();
  if (known.shut_out) model_.shut_out = known.shut_out->message;
  model_.trainers_known = true;
  model_.person_name = known.person_name;
  model_.trash = std::move(known.trash);
  model_.rules = known.rules;
  show_takes(std::move(known.takes));
  if (whole || !model_.takes.empty()) model_.loading = false;
  if (!whole || problems_told_) return;
  problems_told_ = true;
  for (const Error& problem : known.problems) services_.toasts.add(problem);
}

void LibraryController::show_takes(std::vector<ListedTake> takes) {
  model_.takes = std::move(takes);
  ++model_.revision;
  view_.visible.clear();
  std::map<std::string, std::string> people;  // folded name and id, to the name
  std::map<std::string, LocalText> products;
  model_.unreviewed = 0;
  model_.recovered = 0;
  for (const ListedTake& take : model_.takes) {
    model_.unreviewed += take.take.reviewed ? 0 : 1;
    model_.recovered += take.take.state == SessionState::kRecovered ? 1 : 0;
    people.emplace(take.take.person_id, take.take.person_name);  // her newest take has her newest name
    for (const LocalText& product : take.products) products.emplace(product.indonesian, product);
  }
  model_.people.assign(people.begin(), people.end());
  std::sort(model_.people.begin(), model_.people.end(), [](const auto& a, const auto& b) {
    return std::pair(fold_case(a.second), a.first) < std::pair(fold_case(b.second), b.first);
  });
  model_.products.clear();
  for (const auto& [name, product] : products) model_.products.push_back(product);
  model_.due = due_takes(model_.takes, model_.rules, std::chrono::system_clock::now());
}

void LibraryController::change(Change work, std::function<void()> then) {
  if (looking_) *looking_ = true;
  errands_.add([this, work = std::move(work), then = std::move(then)]() -> Errands::Then {
    const Status done = work();
    return [this, done, then] {
      if (!done) services_.toasts.add(done.error());
      if (then) then();
      load();
    };
  });
}

void LibraryController::rename(const library::Rename& wish) {
  change([root = root_, wish]() -> Status {
    auto renamed = rename_take(wish.folder, wish.title);
    if (!renamed) return fail(std::move(renamed));
    read_into_index(root, wish.folder);
    return {};
  });
}

void LibraryController::throw_away(const std::vector<fs::path>& folders) {
  std::string title;
  if (folders.size() == 1) {
    if (const ListedTake* take = model_.find(folders.front())) title = take_line(take->take);
  } else {
    title = services_.translator.tr_n("{0} take", "{0} takes", static_cast<int64_t>(folders.size()));
  }
  const auto thrown = std::make_shared<std::vector<fs::path>>();
  change(
      [root = root_, folders, thrown]() -> Status {
        Status all;
        for (const fs::path& folder : folders) {
          auto place = throw_take_away(root, folder);
          if (place) {
            thrown->push_back(std::move(*place));
            read_into_index(root, folder);
          } else if (all) {
            all = fail(std::move(place));
          }
        }
        return all;
      },
      [this, thrown, title] {
        if (thrown->empty()) return;
        thrown_away_ = *thrown;
        model_.thrown_away = title;
        thrown_at_ = services_.clock.now();
      });
}

void LibraryController::restore(const std::vector<fs::path>& trashed) {
  change([root = root_, trashed]() -> Status {
    Status all;
    for (const fs::path& folder : trashed) {
      auto place = restore_take(root, folder);
      if (place) {
        read_into_index(root, *place);
      } else if (all) {
        all = fail(std::move(place));
      }
    }
    return all;
  });
}

// One by one, so that one can stop in between.
void LibraryController::delete_next() {
  model_.to_delete = to_delete_.size();
  if (to_delete_.empty()) return;
  const fs::path next = to_delete_.front();
  to_delete_.erase(to_delete_.begin());
  change([root = root_, next] { return delete_take(root, next); }, [this] { delete_next(); });
}

}  // namespace gladi
