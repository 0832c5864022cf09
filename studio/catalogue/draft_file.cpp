#include "studio/catalogue/draft_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "encoder/base/platform.h"
#include "studio/catalogue/catalogue_photo.h"
#include "studio/catalogue/product_reader.h"
#include "studio/catalogue/rundown_reader.h"
#include "studio/catalogue/segment_kind.h"
#include "studio/catalogue/toml_edit.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

template <class T>
struct Block {
  std::shared_ptr<const T> value;  // null: can't be read, and stays as it is
  std::string text;
  const Block* origin = nullptr;  // while saving: the block of the old file that this one comes from
};

// One file: what it held, cut into blocks.
template <class T>
struct Parts {
  bool exists = false;
  bool whole = true;  // the blocks could be told apart
  std::string source;
  std::string head;
  LocalText name;
  std::vector<Block<T>> blocks;
};

constexpr const char* kProductBegin = "\n[[product]]\n";
constexpr const char* kSegmentBegin = "\n[[segment]]\n";

using Keys = std::vector<std::pair<const char*, std::optional<std::string>>>;

std::optional<std::string> text_or_none(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return toml_edit::quoted(text);
}

Keys point_keys(const std::vector<LocalText>& points) {
  std::vector<std::string> indonesian, english;
  bool translated = false;
  for (const LocalText& point : points) {
    indonesian.push_back(point.indonesian);
    english.push_back(point.english);
    translated = translated || !point.english.empty();
  }
  return {{"key_points", points.empty() ? std::nullopt : std::optional(toml_edit::list(indonesian))},
          {"key_points_en", translated ? std::optional(toml_edit::list(english)) : std::nullopt}};
}

Keys keys_of(const Product& product, const std::string& photo) {
  Keys keys = {{"id", toml_edit::quoted(product.id)},
               {"name", toml_edit::quoted(product.name.indonesian)},
               {"name_en", text_or_none(product.name.english)},
               {"kind", text_or_none(product.kind)},
               {"photo", text_or_none(photo)},
               {"price", std::to_string(product.price_rupiah)},
               {"normal_price", product.normal_price_rupiah
                                    ? std::optional(std::to_string(*product.normal_price_rupiah))
                                    : std::nullopt},
               {"stock", std::to_string(product.stock)},
               {"note", text_or_none(product.note.indonesian)},
               {"note_en", text_or_none(product.note.english)}};
  const Keys points = point_keys(product.key_points);
  keys.insert(keys.end(), points.begin(), points.end());
  return keys;
}

Keys keys_of(const Segment& segment) {
  Keys keys = {{"kind", toml_edit::quoted(name_of(segment.kind))},
               {"product", text_or_none(segment.product_id)},
               {"title", text_or_none(segment.title.indonesian)},
               {"title_en", text_or_none(segment.title.english)},
               {"minutes", fmt::format("{:.6g}", static_cast<double>(segment.planned.ns) / 60e9)}};
  const Keys points = point_keys(segment.key_points);
  keys.insert(keys.end(), points.begin(), points.end());
  keys.push_back({"script", text_or_none(segment.script.indonesian)});
  keys.push_back({"script_en", text_or_none(segment.script.english)});
  return keys;
}

std::string fresh(std::string begin, const Keys& keys) {
  for (const auto& [key, value] : keys) {
    if (value) begin += std::string(key) + " = " + *value + "\n";
  }
  return begin;
}

// The old text with what has changed in it; a new one where that can't be done safely. What has not changed
// stays as people wrote it, "185rb" or a photo that is missing today.
std::string edited(const std::string& old, const Keys& before, const std::string& begin, const Keys& after) {
  std::string text = old;
  for (size_t i = 0; i < after.size(); ++i) {
    const auto& [key, value] = after[i];
    if (i < before.size() && before[i].second == value) continue;
    if (!toml_edit::set(text, key, value)) return fresh(begin, after);
  }
  return text;
}

Keys head_keys(const LocalText& name) {
  return {{"name", toml_edit::quoted(name.indonesian)}, {"name_en", text_or_none(name.english)}};
}

template <class T, class Read>
Parts<T> cut(TomlReader& reader, const std::string& source, const char* key, Read read) {
  Parts<T> parts;
  parts.exists = true;
  parts.source = source;
  parts.name = reader.local_text(reader.root(), "name");
  const std::vector<const toml::table*> tables = reader.tables(key);
  std::vector<int> lines;
  for (const toml::table* table : tables) lines.push_back(TomlReader::line_of(*table));
  const auto pieces = toml_edit::split(source, lines);
  parts.whole = pieces.has_value();
  if (pieces) parts.head = pieces->head;
  for (size_t i = 0; i < tables.size(); ++i) {
    std::optional<T> value = read(*tables[i]);
    parts.blocks.push_back({value ? std::make_shared<const T>(std::move(*value)) : nullptr,
                            pieces ? pieces->blocks[i] : std::string()});
  }
  return parts;
}

// What could not be read goes behind the block that it followed; at the end where that one is gone.
template <class T>
void keep_unreadable(const std::vector<Block<T>>& old, std::vector<Block<T>>& next) {
  const Block<T>* before = nullptr;
  for (const Block<T>& block : old) {
    if (!block.value) {
      const auto place =
          std::find_if(next.begin(), next.end(), [&](const auto& b) { return b.origin == before; });
      const bool first = before == nullptr;
      const auto at = first ? next.begin() : place == next.end() ? place : place + 1;
      next.insert(at, {nullptr, block.text, &block});
    }
    before = &block;
  }
}

// What is on the disk now; nullopt when there is no such file.
std::optional<std::string> content(const fs::path& file) {
  auto bytes = platform::read_file(file);
  return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

Result<fs::path> keep_aside(const fs::path& file, const std::string& bytes) {
  std::error_code error;
  fs::path kept = file;
  kept += ".lama";
  for (int i = 2; fs::exists(kept, error); ++i) kept = file.string() + ".lama-" + std::to_string(i);
  if (Status written = platform::write_file_atomically(kept, bytes); !written)
    return fail(std::move(written));
  return kept;
}

}  // namespace

struct DraftFile::Impl {
  fs::path folder;
  fs::path origin;  // where photos may still lie that the draft names
  Parts<Product> catalogue;
  Parts<Segment> rundown;

  Result<std::string> photo_name(const Product& product) const;
  template <class T>
  Status write(const fs::path& file, Parts<T>& parts, Parts<T> next, Saved& saved) const;
  Status save_catalogue(const CatalogueDraft& draft, Saved& saved);
  Status save_rundown(const CatalogueDraft& draft, Saved& saved);
};

DraftFile::DraftFile() : impl_(std::make_unique<Impl>()) {}
DraftFile::~DraftFile() = default;

const fs::path& DraftFile::folder() const {
  return impl_->folder;
}

void DraftFile::moved_to(const fs::path& folder) {
  impl_->origin = impl_->folder;
  impl_->folder = folder;
}

Result<DraftFile::Opened> DraftFile::open(const fs::path& folder) {
  std::error_code error;
  Catalogue catalogue;
  catalogue.folder = fs::weakly_canonical(fs::absolute(folder, error), error);
  const fs::path file = catalogue.folder / "catalogue.toml";
  auto source = platform::read_file(file);
  if (!source) return fail(std::move(source));
  auto reader = TomlReader::parse(file, *source);
  if (!reader) return tl::unexpected(std::move(reader).error().error);
  Opened opened;
  opened.file.reset(new DraftFile());
  Impl& impl = *opened.file->impl_;
  impl.folder = catalogue.folder;
  std::set<std::string> ids;
  impl.catalogue = cut<Product>(*reader, *source, "product", [&](const toml::table& table) {
    auto product = read_product(*reader, table, catalogue.folder, PhotoCheck::kBegins);
    if (product && !ids.insert(product->id).second) product.reset();
    return product;
  });
  opened.faults = reader->faults_by_line();
  for (const auto& block : impl.catalogue.blocks) {
    if (!block.value) continue;
    opened.draft.products.push_back(block.value);
    catalogue.products.push_back(*block.value);
  }
  opened.draft.name = impl.catalogue.name;
  if (opened.draft.name.indonesian.empty()) opened.draft.name.indonesian = catalogue.slug();
  catalogue.name = opened.draft.name;

  const fs::path rundown_file = catalogue.folder / "rundown.toml";
  const std::optional<std::string> rundown_source = content(rundown_file);
  if (rundown_source) {
    impl.rundown.exists = true;
    impl.rundown.source = *rundown_source;
    impl.rundown.whole = false;
    if (auto read = TomlReader::parse(rundown_file, *rundown_source)) {
      impl.rundown = cut<Segment>(*read, *rundown_source, "segment", [&](const toml::table& table) {
        auto segment = read_segment(*read, table, catalogue);
        if (segment) *segment = bare_segment(*segment, catalogue.find(segment->product_id));
        return segment;
      });
    }
  }
  for (const auto& block : impl.rundown.blocks) {
    if (block.value) opened.draft.segments.push_back(block.value);
  }
  const LoadedRundown usual = rundown_of(catalogue);
  opened.faults.insert(opened.faults.end(), usual.faults.begin(), usual.faults.end());
  opened.draft.rundown_name = usual.rundown.name;
  if (opened.draft.segments.empty()) {
    for (const Segment& segment : usual.rundown.segments) {
      opened.draft.segments.push_back(
          std::make_shared<const Segment>(bare_segment(segment, catalogue.find(segment.product_id))));
    }
  }
  return opened;
}

// Relative to the folder; a photo from elsewhere is copied in.
Result<std::string> DraftFile::Impl::photo_name(const Product& product) const {
  if (product.photo.empty()) return std::string();
  for (const fs::path& root : {folder, origin}) {
    if (root.empty()) continue;
    const fs::path inside = product.photo.lexically_relative(root);
    if (!inside.empty() && *inside.begin() != "..") return inside.generic_string();
  }
  auto copied = copy_photo(folder, product.id, product.photo);
  if (!copied) return fail(std::move(copied));
  return copied->filename().string();
}

template <class T>
Status DraftFile::Impl::write(const fs::path& file, Parts<T>& parts, Parts<T> next, Saved& saved) const {
  next.exists = true;
  next.source = next.head;
  for (const Block<T>& block : next.blocks) {
    if (!next.source.empty() && next.source.back() != '\n') next.source += '\n';
    next.source += block.text;
  }
  const std::optional<std::string> on_disk = content(file);
  if (on_disk && *on_disk == next.source) {
    parts = std::move(next);
    return {};
  }
  // What is written must be read again: anything else would cost the whole file.
  if (auto read = TomlReader::parse(file, next.source); !read) {
    return fail(ErrorKind::kInternal,
                Message(GLADI_TEXT("{0} could not be written: it would not be readable."), {file.string()}),
                read.error().error.detail);
  }
  if (on_disk && (!parts.whole || *on_disk != parts.source)) {
    auto kept = keep_aside(file, *on_disk);
    if (!kept) return fail(std::move(kept));
    saved.kept.push_back(*kept);
  }
  if (Status written = platform::write_file_atomically(file, next.source); !written) return written;
  parts = std::move(next);
  return {};
}

Status DraftFile::Impl::save_catalogue(const CatalogueDraft& draft, Saved& saved) {
  std::map<std::string, const Block<Product>*> old;
  for (const auto& block : catalogue.blocks) {
    if (block.value) old[block.value->id] = &block;
  }
  Parts<Product> next;
  next.name = draft.name;
  next.head = catalogue.head.empty() || draft.name != catalogue.name
                  ? edited(catalogue.head, {}, "", head_keys(draft.name))
                  : catalogue.head;
  for (const auto& product : draft.products) {
    const auto before = old.find(product->id);
    const bool known = before != old.end() && catalogue.whole;
    if (known && *before->second->value == *product) {
      next.blocks.push_back({product, before->second->text, before->second});
      continue;
    }
    const Result<std::string> photo = photo_name(*product);
    if (!photo) return tl::unexpected(photo.error());
    const Keys keys = keys_of(*product, *photo);
    if (!known) {
      next.blocks.push_back({product, fresh(kProductBegin, keys)});
      continue;
    }
    const Block<Product>& block = *before->second;
    const Result<std::string> old_photo = photo_name(*block.value);
    next.blocks.push_back(
        {product, edited(block.text, keys_of(*block.value, old_photo.value_or("")), kProductBegin, keys),
         &block});
  }
  if (catalogue.whole) keep_unreadable(catalogue.blocks, next.blocks);
  return write(folder / "catalogue.toml", catalogue, std::move(next), saved);
}

Status DraftFile::Impl::save_rundown(const CatalogueDraft& draft, Saved& saved) {
  std::vector<const Block<Segment>*> old;
  for (const auto& block : rundown.blocks) {
    if (block.value && rundown.whole) old.push_back(&block);
  }
  const auto take = [&old](auto fits) -> const Block<Segment>* {
    const auto found =
        std::find_if(old.begin(), old.end(), [&](const auto* block) { return fits(*block->value); });
    if (found == old.end()) return nullptr;
    const Block<Segment>* block = *found;
    old.erase(found);
    return block;
  };
  Parts<Segment> next;
  next.name = draft.rundown_name;
  next.head = rundown.head.empty() || draft.rundown_name != rundown.name
                  ? edited(rundown.head, {}, "", head_keys(draft.rundown_name))
                  : rundown.head;
  // First those that have not changed: the others may then take what is left of their kind.
  next.blocks.resize(draft.segments.size());
  for (size_t i = 0; i < draft.segments.size(); ++i) {
    const Segment& segment = *draft.segments[i];
    next.blocks[i].value = draft.segments[i];
    if (const auto* same = take([&](const Segment& other) { return other == segment; })) {
      next.blocks[i].text = same->text;
      next.blocks[i].origin = same;
    }
  }
  for (auto& block : next.blocks) {
    if (!block.text.empty()) continue;
    const auto* like = take([&](const Segment& other) {
      return other.kind == block.value->kind && other.product_id == block.value->product_id;
    });
    const Keys keys = keys_of(*block.value);
    block.origin = like;
    block.text = like == nullptr ? fresh(kSegmentBegin, keys)
                                 : edited(like->text, keys_of(*like->value), kSegmentBegin, keys);
  }
  if (rundown.whole) keep_unreadable(rundown.blocks, next.blocks);
  return write(folder / "rundown.toml", rundown, std::move(next), saved);
}

Result<DraftFile::Saved> DraftFile::save(const CatalogueDraft& draft) {
  Saved saved;
  if (Status done = impl_->save_catalogue(draft, saved); !done) return fail(std::move(done));
  if (Status done = impl_->save_rundown(draft, saved); !done) return fail(std::move(done));
  return saved;
}

}  // namespace gladi
