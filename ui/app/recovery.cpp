#include "ui/app/recovery.h"

#include "studio/library/interrupted.h"
#include "studio/library/withdrawal.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

void add_finishing(Services& services, const std::filesystem::path& folder) {
  // The job copies what it needs; what it publishes runs on the main thread, where library and toasts live.
  services.worker.add(
      BackgroundWorker::Priority::kHigh, Message(GLADI_TEXT("Saving the recording")),
      [folder, library = &services.library, measures = &services.measures,
       toasts = &services.toasts](JobControl& control) -> BackgroundWorker::Publish {
        Result<Session> session = finish_session(
            folder, [&control](double share) { control.set_progress(share); }, &control.cancelled());
        return [folder, library, measures, toasts, session = std::move(session)] {
          library->refresh(folder);
          if (!session) {
            if (session.error().kind != ErrorKind::kCancelled) toasts->add(session.error());
            return;
          }
          measures->measure(folder);
          if (session->state != SessionState::kRecovered) return;
          toasts->add(Toasts::Kind::kNews, Message(GLADI_TEXT("{0}, your rehearsal up to {1} is safe."),
                                                   {session->person_name, format_clock(session->duration)}));
        };
      });
}

}  // namespace

void continue_cut_off_withdrawals(Services& services) {
  services.worker.add(
      BackgroundWorker::Priority::kHigh, Message(GLADI_TEXT("Removing what somebody has taken back")),
      [root = services.library.root(), toasts = &services.toasts](JobControl&) -> BackgroundWorker::Publish {
        std::vector<Error> problems;
        const size_t finished = continue_withdrawals(root, &problems).size();
        return [toasts, finished, problems] {
          for (const Error& problem : problems) toasts->add(problem);
          if (finished == 0) return;
          toasts->add(Toasts::Kind::kNews,
                      Message(GLADI_TEXT("A withdrawal that had been cut off is finished now.")));
        };
      });
}

void recover_interrupted_takes(Services& services) {
  services.worker.add(
      BackgroundWorker::Priority::kHigh, Message(GLADI_TEXT("Looking for interrupted recordings")),
      [root = services.library.root(), &services](JobControl& control) -> BackgroundWorker::Publish {
        const std::vector<std::filesystem::path> found = interrupted_takes(root, &control.cancelled());
        return [found, &services] {
          for (const std::filesystem::path& folder : found) add_finishing(services, folder);
        };
      });
}

void finish_take(Services& services, const std::filesystem::path& session_folder) {
  add_finishing(services, session_folder);
}

}  // namespace gladi
