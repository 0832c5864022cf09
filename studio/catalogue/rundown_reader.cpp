#include "studio/catalogue/rundown_reader.h"

#include <optional>

#include "studio/catalogue/catalogue_draft.h"
#include "studio/catalogue/segment_kind.h"
#include "studio/catalogue/toml_reader.h"
#include "studio/text/format.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr MediaTime kOneMinute = MediaTime::from_ms(60'000);
constexpr MediaTime kUsualLength = kOneMinute * 2;
constexpr double kMaxMinutes = 24 * 60;

Segment plain_segment(SegmentKind kind, MediaTime planned) {
  return {kind, usual_title(kind), {}, planned, {}};
}

Segment product_segment(const Product& product) {
  return {SegmentKind::kProduct, product.name, product.id, kUsualLength, product.key_points};
}

Rundown plain_rundown(const Catalogue& catalogue) {
  Rundown rundown{catalogue.name, {}};
  rundown.segments.push_back(plain_segment(SegmentKind::kOpening, kOneMinute));
  for (const Product& product : catalogue.products) rundown.segments.push_back(product_segment(product));
  rundown.segments.push_back(plain_segment(SegmentKind::kClosing, kOneMinute));
  return rundown;
}

MediaTime read_length(TomlReader& reader, const toml::table& table) {
  const auto minutes = reader.number(table, "minutes");
  if (minutes && *minutes > 0 && *minutes <= kMaxMinutes) return MediaTime::from_seconds(*minutes * 60);
  const int line = reader.line_of(table, "minutes");
  if (!table.contains("minutes")) {
    reader.note(line, Message(GLADI_TEXT("the segment has no minutes: two are planned")));
  } else if (minutes) {
    reader.note(line, Message(GLADI_TEXT("{0} minutes can't be planned: two are"),
                              {format_number(*minutes, 1, Language::kEnglish)}));
  }
  return kUsualLength;
}

}  // namespace

std::optional<Segment> read_segment(TomlReader& reader, const toml::table& table,
                                    const Catalogue& catalogue) {
  reader.check_keys(table, {"kind", "title", "title_en", "minutes", "product", "key_points", "key_points_en",
                            "script", "script_en"});
  const std::string written = reader.text(table, "kind");
  const auto kind = segment_kind_named(written);
  if (!kind) {
    reader.note(reader.line_of(table, "kind"),
                Message(GLADI_TEXT("\"{0}\" is no kind of segment: opening, product, questions or closing"),
                        {written}));
    return std::nullopt;
  }
  Segment segment = plain_segment(*kind, {});
  const std::string product_id = reader.text(table, "product");
  if (*kind == SegmentKind::kProduct) {
    const Product* product = catalogue.find(product_id);
    if (product == nullptr) {
      reader.note(reader.line_of(table, "product"),
                  product_id.empty()
                      ? Message(GLADI_TEXT("the segment names no product"))
                      : Message(GLADI_TEXT("the catalogue has no product \"{0}\""), {product_id}));
      return std::nullopt;
    }
    segment = product_segment(*product);
  } else if (!product_id.empty()) {
    reader.note(reader.line_of(table, "product"),
                Message(GLADI_TEXT("only a segment of kind \"product\" can show a product")));
  }
  segment.planned = read_length(reader, table);
  if (LocalText title = reader.local_text(table, "title"); !title.indonesian.empty())
    segment.title = std::move(title);
  if (auto points = reader.local_list(table, "key_points"); !points.empty())
    segment.key_points = std::move(points);
  segment.script = reader.local_text(table, "script");
  return segment;
}

namespace {

LoadedRundown read_rundown(TomlReader& reader, const Catalogue& catalogue) {
  reader.check_keys(reader.root(), {"name", "name_en", "segment"});
  LoadedRundown loaded;
  loaded.rundown.name = reader.local_text(reader.root(), "name");
  if (loaded.rundown.name.indonesian.empty()) {
    loaded.rundown.name = catalogue.name;
    reader.note(reader.line_of(reader.root(), "name"),
                Message(GLADI_TEXT("the rundown has no name: \"{0}\" is used"), {catalogue.name.indonesian}));
  }
  for (const toml::table* table : reader.tables("segment")) {
    if (auto segment = read_segment(reader, *table, catalogue))
      loaded.rundown.segments.push_back(std::move(*segment));
  }
  loaded.faults = reader.faults_by_line();
  return loaded;
}

}  // namespace

Result<LoadedRundown> load_rundown(const fs::path& file, const Catalogue& catalogue) {
  auto reader = TomlReader::read(file);
  if (!reader) return tl::unexpected(std::move(reader).error().error);
  LoadedRundown loaded = read_rundown(*reader, catalogue);
  if (loaded.rundown.segments.empty()) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("{0} holds no segment that can be used with the catalogue \"{1}\"."),
                        {file.string(), catalogue.name.indonesian}),
                loaded.faults.empty() ? "" : loaded.faults.front().english());
  }
  return loaded;
}

LoadedRundown rundown_of(const Catalogue& catalogue) {
  const fs::path file = catalogue.folder / "rundown.toml";
  auto reader = TomlReader::read(file);
  if (!reader) {
    TomlReader::Unreadable failed = std::move(reader).error();
    LoadedRundown loaded{plain_rundown(catalogue), {}};
    if (failed.error.kind == ErrorKind::kNotFound) return loaded;
    Message reason = failed.line > 0
                         ? Message(GLADI_TEXT("this line can't be understood: a plain rundown is used"))
                         : failed.error.message;
    loaded.faults.push_back({file, failed.line, std::move(reason)});
    return loaded;
  }
  LoadedRundown loaded = read_rundown(*reader, catalogue);
  if (loaded.rundown.segments.empty()) {
    loaded.rundown = plain_rundown(catalogue);
    loaded.faults.push_back(
        {file, 0, Message(GLADI_TEXT("no segment can be used: a plain rundown is used"))});
  }
  return loaded;
}

}  // namespace gladi
