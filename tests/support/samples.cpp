#include "tests/support/samples.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "studio/session/session_file.h"
#include "studio/text/uuid.h"

namespace gladi::test {
namespace fs = std::filesystem;

void write_text(const fs::path& file, const std::string& content) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << content;
  if (!out.flush()) throw std::runtime_error("can't write " + file.string());
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string sample_svg() {
  return R"(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#b85"/></svg>)";
}

Person sample_person(const std::string& name) {
  Person person;
  person.id = make_uuid();
  person.name = name;
  person.consent = {true, false, false, parse_iso8601("2026-11-20T03:00:00.000Z")};
  person.created_at = *parse_iso8601("2026-11-20T03:00:00.000Z");
  return person;
}

Catalogue sample_catalogue() {
  Catalogue catalogue;
  catalogue.folder = "/nowhere/contoh";
  catalogue.name = {"Contoh", "Sample"};
  Product kain;
  kain.id = "kain";
  kain.name = {"Kain Daun Jati", "Teak-leaf cloth"};
  kain.price_rupiah = 199'000;
  kain.normal_price_rupiah = 225'000;
  kain.stock = 8;
  kain.note = {"Katun primisima", "Fine cotton"};
  kain.key_points = {{"Daunnya asli", "Real leaves"}, {"Stok 8", ""}};
  Product tas;
  tas.id = "tas";
  tas.name = {"Tas Selempang", ""};
  tas.price_rupiah = 185'000;
  tas.stock = 6;
  catalogue.products = {kain, tas};
  return catalogue;
}

Rundown sample_rundown() {
  const Catalogue catalogue = sample_catalogue();
  const auto minutes = [](int64_t count) { return MediaTime::from_ms(count * 60'000); };
  Rundown rundown;
  rundown.name = {"Sepuluh menit", "Ten minutes"};
  rundown.segments = {
      {SegmentKind::kOpening, {"Pembukaan", "Opening"}, "", minutes(1), {{"Sapa", "Greet"}}},
      {SegmentKind::kProduct, catalogue.products[0].name, "kain", minutes(4),
       catalogue.products[0].key_points},
      {SegmentKind::kProduct, catalogue.products[1].name, "tas", minutes(4), {}},
      {SegmentKind::kClosing, {"Penutup", "Closing"}, "", minutes(1), {}},
  };
  return rundown;
}

fs::path write_sample_catalogue(const fs::path& parent) {
  const fs::path folder = parent / "contoh";
  write_text(folder / "kain.svg", sample_svg());
  write_text(folder / "catalogue.toml", R"(name = "Contoh"
name_en = "Sample"

[[product]]
id = "kain"
name = "Kain Daun Jati"
name_en = "Teak-leaf cloth"
photo = "kain.svg"
price = 199000
normal_price = 225000
stock = 8
note = "Katun primisima"
note_en = "Fine cotton"
key_points = ["Daunnya asli", "Stok 8"]
key_points_en = ["Real leaves", "8 left"]

[[product]]
id = "tas"
name = "Tas Selempang"
price = "Rp 185.000"
stock = 6
)");
  write_text(folder / "rundown.toml", R"(name = "Sepuluh menit"
name_en = "Ten minutes"

[[segment]]
kind = "opening"
minutes = 1
key_points = ["Sapa"]
key_points_en = ["Greet"]

[[segment]]
kind = "product"
product = "kain"
minutes = 4

[[segment]]
kind = "product"
product = "tas"
minutes = 4

[[segment]]
kind = "closing"
minutes = 1
)");
  return folder;
}

Session sample_session() {
  const Catalogue catalogue = sample_catalogue();
  const Person person = sample_person();
  Session session;
  session.id = make_uuid();
  session.title = catalogue.name.indonesian;
  session.person_id = person.id;
  session.person_name = person.name;
  session.started_at = *parse_iso8601("2026-11-21T02:30:00.000Z");
  session.state = SessionState::kReady;
  session.duration = MediaTime::from_ms(60'000);
  session.catalogue = catalogue.slug();
  session.catalogue_name = catalogue.name;
  session.products = catalogue.products;
  session.rundown = sample_rundown();
  session.layout = "camera-full";
  session.camera = "demo";
  session.microphone = "demo";
  session.parts = {{"take.mp4", {}, session.duration, true, "libx264 superfast"}};
  session.counters.frames = 1800;
  session.sync = TakeSync{MediaTime::from_ms(3), MediaTime::from_ms(7), -40};
  session.loudness = Loudness{-19.5, -3};
  return session;
}

fs::path write_sample_session(const fs::path& parent, const std::string& folder_name,
                              const Session& session) {
  const fs::path folder = parent / folder_name;
  fs::create_directories(folder);
  if (auto saved = save_session(folder, session); !saved) throw std::runtime_error(saved.error().english());
  return folder;
}

}  // namespace gladi::test
