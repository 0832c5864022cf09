#include "studio/share/bundle.h"
#include "studio/text/utf8.h"

namespace gladi {

std::vector<Message> words_of(const ImportReport& report) {
  std::vector<Message> words;
  words.emplace_back(GLADI_TEXT("New takes: {0}. Here already: {1}. Reviews new or added to: {2}."),
                     std::vector{std::to_string(report.takes_added), std::to_string(report.takes_known),
                                 std::to_string(report.reviews_added + report.reviews_merged)});
  if (report.comments_added + report.comments_changed + report.comments_removed > 0) {
    words.emplace_back(
        GLADI_TEXT("Comments on takes that were here, new: {0}, changed: {1}, deleted: {2}."),
        std::vector{std::to_string(report.comments_added), std::to_string(report.comments_changed),
                    std::to_string(report.comments_removed)});
  }
  if (report.reviews_assessed > 0) {
    words.emplace_back(GLADI_TEXT("Reviews whose scores changed, or that were handed in or taken back: {0}."),
                       std::vector{std::to_string(report.reviews_assessed)});
  }
  if (report.takes_in_trash > 0) {
    words.emplace_back(
        GLADI_TEXT("Takes that lie in the trash here: {0}. They stay there, with what was written about "
                   "them; take them out of the trash to see them."),
        std::vector{std::to_string(report.takes_in_trash)});
  }
  if (report.reviews_left > 0) {
    words.emplace_back(
        GLADI_TEXT("Reviews here that are damaged or of a newer Gladi: {0}. They stayed as they are."),
        std::vector{std::to_string(report.reviews_left)});
  }
  if (report.takes_unknown > 0) {
    words.emplace_back(
        GLADI_TEXT("{0} takes are not in this library: what was written about them was left out."),
        std::vector{std::to_string(report.takes_unknown)});
  }
  if (report.takes_withdrawn > 0) {
    words.emplace_back(GLADI_TEXT("{0} takes are of people who have withdrawn: they were left out."),
                       std::vector{std::to_string(report.takes_withdrawn)});
  }
  if (report.people_joined > 0) {
    words.emplace_back(
        GLADI_TEXT("People who are the same as people here: {0}. Their takes are among those."),
        std::vector{std::to_string(report.people_joined)});
  }
  for (const std::string& name : report.same_names) {
    words.emplace_back(
        GLADI_TEXT("There are two people called {0} now. If it is one person, rename one of them."),
        std::vector{name});
  }
  return words;
}

bool is_bundle_name(const std::filesystem::path& file) {
  return fold_case(file.extension().string()) == ".gladi";
}

}  // namespace gladi
