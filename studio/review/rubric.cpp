#include "studio/review/rubric.h"

#include <algorithm>
#include <optional>
#include <set>

#include "studio/catalogue/toml_reader.h"
#include "studio/review/review.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr size_t kLongestId = 40;
constexpr size_t kLongestText = 120;  // code points: what fits beside the buttons in two lines

bool is_id(const std::string& text) {
  return !text.empty() && text.size() <= kLongestId && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool fits(const LocalText& text) {
  for (const std::string* words : {&text.indonesian, &text.english}) {
    if (!is_utf8(*words) || has_control_characters(*words) || count_code_points(*words) > kLongestText)
      return false;
  }
  return !text.indonesian.empty();
}

std::optional<Criterion> read_criterion(TomlReader& reader, const toml::table& table) {
  reader.check_keys(table, {"id", "name", "name_en", "levels", "levels_en"});
  Criterion criterion{reader.text(table, "id"), reader.local_text(table, "name"),
                      reader.local_list(table, "levels")};
  if (!is_id(criterion.id)) {
    reader.note(
        reader.line_of(table, "id"),
        Message(GLADI_TEXT("a criterion's id is made of small letters, digits and hyphens, not \"{0}\""),
                {criterion.id}));
    return std::nullopt;
  }
  if (!fits(criterion.name)) {
    reader.note(
        reader.line_of(table, "name"),
        Message(GLADI_TEXT("the criterion \"{0}\" has no name, or one that is too long"), {criterion.id}));
    return std::nullopt;
  }
  if (criterion.levels.size() < Rubric::kFewestLevels || criterion.levels.size() > Rubric::kMostLevels) {
    reader.note(
        reader.line_of(table, "levels"),
        Message(GLADI_TEXT("the criterion \"{0}\" needs {1} to {2} described levels"),
                {criterion.id, std::to_string(Rubric::kFewestLevels), std::to_string(Rubric::kMostLevels)}));
    return std::nullopt;
  }
  if (!std::all_of(criterion.levels.begin(), criterion.levels.end(), fits)) {
    reader.note(reader.line_of(table, "levels"),
                Message(GLADI_TEXT("a level of the criterion \"{0}\" is empty or too long"), {criterion.id}));
    return std::nullopt;
  }
  return criterion;
}

}  // namespace

const Criterion* Rubric::find(const std::string& criterion_id) const {
  const auto found = std::find_if(criteria.begin(), criteria.end(),
                                  [&](const Criterion& criterion) { return criterion.id == criterion_id; });
  return found == criteria.end() ? nullptr : &*found;
}

Result<LoadedRubric> load_rubric(const fs::path& file) {
  auto reader = TomlReader::read(file);
  if (!reader) return tl::unexpected(std::move(reader).error().error);
  reader->check_keys(reader->root(), {"name", "name_en", "criterion"});
  LoadedRubric loaded;
  Rubric& rubric = loaded.rubric;
  rubric.id = file.stem().string();
  rubric.name = reader->local_text(reader->root(), "name");
  if (!fits(rubric.name)) {
    reader->note(
        reader->line_of(reader->root(), "name"),
        Message(GLADI_TEXT("the rubric has no name, or one that is too long: \"{0}\" is used"), {rubric.id}));
    rubric.name = {rubric.id, {}};
  }
  std::set<std::string> seen;
  for (const toml::table* table : reader->tables("criterion")) {
    auto criterion = read_criterion(*reader, *table);
    if (!criterion) continue;
    if (!seen.insert(criterion->id).second) {
      reader->note(reader->line_of(*table, "id"),
                   Message(GLADI_TEXT("the criterion \"{0}\" is there twice"), {criterion->id}));
    } else if (rubric.criteria.size() == Rubric::kMostCriteria) {
      reader->note(reader->line_of(*table), Message(GLADI_TEXT("only {0} criteria can be judged"),
                                                    {std::to_string(Rubric::kMostCriteria)}));
      break;
    } else {
      rubric.criteria.push_back(std::move(*criterion));
    }
  }
  loaded.faults = reader->faults_by_line();
  if (rubric.criteria.empty()) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("{0} holds no criterion that can be used."), {file.string()}),
                loaded.faults.empty() ? "" : loaded.faults.front().english());
  }
  return loaded;
}

Rubric rubric_of_scores(const std::string& rubric_id, const std::vector<Score>& scores) {
  Rubric rubric{rubric_id, {rubric_id, {}}, {}};
  for (const Score& score : scores) {
    Criterion criterion{score.criterion, score.name, {}};
    criterion.levels.resize(std::min(static_cast<size_t>(score.levels), Rubric::kMostLevels));
    if (score.level >= 1 && static_cast<size_t>(score.level) <= criterion.levels.size())
      criterion.levels[static_cast<size_t>(score.level - 1)] = score.words;
    rubric.criteria.push_back(std::move(criterion));
  }
  return rubric;
}

RubricShelf load_rubrics(const std::vector<fs::path>& folders) {
  RubricShelf shelf;
  std::set<std::string> seen;
  for (const fs::path& folder : folders) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (it->path().extension() == ".toml") files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      if (seen.contains(file.stem().string())) continue;
      auto loaded = load_rubric(file);
      if (loaded) {
        seen.insert(loaded->rubric.id);
        shelf.rubrics.push_back(std::move(*loaded));
      } else {
        shelf.broken.push_back(std::move(loaded).error());
      }
    }
  }
  return shelf;
}

}  // namespace gladi
