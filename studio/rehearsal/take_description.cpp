#include "studio/rehearsal/take_description.h"

namespace gladi {

Session session_of(const TakePlan& plan, const Stage& stage) {
  Session session;
  session.title = plan.catalogue.name.indonesian;
  session.person_id = plan.person.id;
  session.person_name = plan.person.name;
  session.started_at = std::chrono::system_clock::now();
  session.catalogue = plan.catalogue.slug();
  session.catalogue_name = plan.catalogue.name;
  session.products = plan.catalogue.products;
  session.rundown = plan.rundown;
  session.canvas = stage.canvas();
  session.layout = plan.layout;
  session.audience = plan.audience;
  session.seed = plan.seed;
  if (const auto* camera = stage.sources().camera()) session.camera = camera->name();
  if (const auto* microphone = stage.sources().microphone()) session.microphone = microphone->name();
  return session;
}

}  // namespace gladi
