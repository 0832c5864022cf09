// What screens work with, made once by the App. A bundle of references: nothing is owned.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "studio/library/background_worker.h"
#include "studio/library/library.h"
#include "studio/library/measure_desk.h"
#include "ui/app/encoder_keeper.h"
#include "ui/app/library_claim.h"
#include "ui/app/paths.h"
#include "ui/app/projector.h"
#include "ui/app/screen.h"
#include "ui/app/settings.h"
#include "ui/app/share_jobs.h"
#include "ui/app/shelf.h"
#include "ui/app/stage_keeper.h"
#include "ui/app/trainer_mode.h"
#include "ui/app/unsaved_comments.h"
#include "ui/widgets/sheet.h"
#include "ui/window/image_cache.h"

struct SDL_Renderer;

namespace gladi {

// Main thread.
struct Services {
  const Paths& paths;
  Clock& clock;
  Library& library;
  const LibraryClaim& claim;  // without it this window only looks on
  BackgroundWorker& worker;
  MeasureDesk& measures;
  ShareJobs& shares;
  Shelf& shelf;
  Settings& settings;
  std::function<void()> save_settings;  // writes `settings` in the background
  Translator& translator;
  StageKeeper& stage;
  EncoderKeeper& encoder;
  Projector& projector;
  TrainerMode& trainer;  // may end at any time: ask again in each tick
  UnsavedComments& unsaved;
  Images& images;
  Toasts& toasts;
  SDL_Renderer* renderer;                     // for PictureTexture
  std::function<void()> wake;                 // any thread: draws soon
  std::function<void(bool)> set_full_screen;  // the window: on, or as it was before
};

// The screens. Library, feedback and review close the stage: the camera's light is on only where one is seen.
std::unique_ptr<Screen> make_home_screen(Services& services);
std::unique_ptr<Screen> make_studio_screen(Services& services, TakePlan plan);
std::unique_ptr<Screen> make_library_screen(Services& services, const std::string& person_id);
std::unique_ptr<Screen> make_compare_screen(Services& services, const std::filesystem::path& session_folder);
std::unique_ptr<Screen> make_progress_screen(Services& services, const std::string& person_id);
std::unique_ptr<Screen> make_editor_screen(Services& services, const std::filesystem::path& folder);
std::unique_ptr<Screen> make_people_screen(Services& services);
std::unique_ptr<Screen> make_feedback_screen(Services& services, const std::filesystem::path& session_folder);
// `at`: plays from this moment on.
std::unique_ptr<Screen> make_review_screen(Services& services, const std::filesystem::path& session_folder,
                                           std::optional<MediaTime> at);

}  // namespace gladi
