// Carries out what the sheet of a withdrawal asks for.
#include "encoder/base/platform.h"
#include "studio/library/withdrawal_sheet.h"
#include "ui/screens/people/people_controller.h"

namespace gladi {

void PeopleController::begin_withdrawal(const std::string& id) {
  const Person* person = model_.find(id);
  if (person == nullptr) return;
  const TrainerStore& store = services_.library.trainers();
  const std::optional<Error> shut_out = store.shut_out();
  const bool trainers = shut_out || !store.list().empty();
  model_.withdrawal = {};
  model_.withdrawal.person_name = person->name;
  model_.withdrawal.asks_pin = trainers;
  model_.withdrawal.may_withdraw = services_.claim.held() && (!trainers || services_.trainer.on());
  if (shut_out) model_.withdrawal.problem = shut_out->message;
  if (!services_.claim.held()) model_.withdrawal.problem = services_.claim.kept_away();
  view_.sheet = PeopleView::Sheet::kWithdraw;
  view_.focus = true;
  errands_.add([this, id, root = services_.library.root()]() -> Errands::Then {
    auto list = list_withdrawal(root, id);
    return [this, list = std::move(list)] {
      if (list) {
        model_.withdrawal.list = *list;
      } else {
        view_.sheet = PeopleView::Sheet::kNone;
        tell(list.error());
      }
    };
  });
}

void PeopleController::withdraw_person(const people::Withdraw& wish) {
  WithdrawalModel& model = model_.withdrawal;
  if (!model.may_withdraw || model.removing || (model.asks_pin && !services_.trainer.on())) return;
  model.removing = true;
  model.problem.reset();
  share_ = std::make_shared<std::atomic<double>>(0);
  const std::optional<Trainer> trainer =
      model.asks_pin ? std::optional<Trainer>(services_.trainer.trainer()) : std::nullopt;
  errands_.add([this, wish, trainer, root = services_.library.root(), share = share_,
                wake = services_.wake]() -> Errands::Then {
    Status allowed = trainer ? TrainerStore::check(*trainer, wish.pin) : Status{};
    Result<WithdrawalProof> proof = allowed ? withdraw(root, wish.id,
                                                       [&](double done) {
                                                         *share = done;
                                                         if (wake) wake();
                                                       })
                                            : fail(std::move(allowed));
    return [this, proof = std::move(proof)] { show_proof(proof); };
  });
}

void PeopleController::show_proof(const Result<WithdrawalProof>& proof) {
  WithdrawalModel& model = model_.withdrawal;
  model.removing = false;
  load();
  if (!proof) {
    model.problem = proof.error().message;
    return;
  }
  if (services_.settings.last_person == proof->person_id) services_.settings.last_person.clear();
  services_.save_settings();
  if (view_.person == proof->person_id) view_.person.clear();
  std::erase(removed_, proof->person_id);
  model_.can_undo = !removed_.empty();
  const std::filesystem::path file = withdrawal_sheet_file(services_.library.root(), proof->person_id);
  const std::string sheet =
      withdrawal_sheet(*proof, {services_.translator.language(),
                                [this](const Message& message) { return services_.translator.tr(message); }});
  model.list.reset();  // her name goes from here too
  model.person_name.clear();
  model.done = true;
  model.sheet = sheet;
  model.sheet_file = file;
  errands_.add([this, file, sheet]() -> Errands::Then {
    const Status written = platform::write_file_atomically(file, sheet);
    return [this, written] {
      if (!written) tell(written.error());
    };
  });
}

}  // namespace gladi
