#include "studio/library/withdrawal_sheet.h"

namespace gladi {
namespace {
constexpr int64_t kBytesInMb = 1'000'000;
}

Message name_of(ExportKind kind) {
  switch (kind) {
    case ExportKind::kBundle:
      return Message(GLADI_TEXT("recordings for another Gladi"));
    case ExportKind::kReviews:
      return Message(GLADI_TEXT("reviews for another Gladi"));
    case ExportKind::kClip:
      return Message(GLADI_TEXT("clip"));
    case ExportKind::kPage:
      return Message(GLADI_TEXT("page with film"));
    case ExportKind::kSheet:
      return Message(GLADI_TEXT("sheet to print"));
    case ExportKind::kTable:
      return Message(GLADI_TEXT("table"));
    case ExportKind::kOther:
      break;
  }
  return Message(GLADI_TEXT("file"));
}

std::string withdrawal_sheet(const WithdrawalProof& proof, const ReportWords& words) {
  std::string sheet;
  const auto line = [&](const Message& message) { sheet += words.tr(message) + "\n"; };
  const auto when = [&](WallTime at) { return format_date_time(at, words.language); };
  line(Message(GLADI_TEXT("Proof of a withdrawal")));
  sheet += "\n";
  line(Message(GLADI_TEXT("Number of the person: {0}"), {proof.person_id}));
  line(Message(GLADI_TEXT("Begun: {0}"), {when(proof.begun_at)}));
  if (proof.finished_at) line(Message(GLADI_TEXT("Finished: {0}"), {when(*proof.finished_at)}));
  sheet += "\n";
  line(Message(
      GLADI_TEXT("Removed from this library: recordings {0}, reviews {1}, places in classes {2}, {3} MB; and "
                 "the name, the consent and all that was made of the recordings."),
      {std::to_string(proof.takes), std::to_string(proof.reviews), std::to_string(proof.classes),
       std::to_string((proof.bytes + kBytesInMb - 1) / kBytesInMb)}));
  if (!proof.left.empty()) {
    sheet += "\n";
    line(Message(GLADI_TEXT("These copies had left the library before. Please have them deleted there:")));
    for (const LeftCopy& copy : proof.left)
      sheet +=
          "- " + when(copy.at) + " · " + words.tr(name_of(copy.kind)) + " · " + copy.folder.string() + "\n";
  }
  if (!proof.unreachable.empty()) {
    sheet += "\n";
    line(Message(GLADI_TEXT("Parts of recordings on disks that were not connected:")));
    for (const std::filesystem::path& folder : proof.unreachable) sheet += "- " + folder.string() + "\n";
  }
  sheet += "\n";
  line(Message(
      GLADI_TEXT("This proof has no name. With the number Gladi refuses recordings of this person that come "
                 "back on a stick.")));
  return sheet;
}

std::filesystem::path withdrawal_sheet_file(const std::filesystem::path& library_root,
                                            const std::string& person_id) {
  return withdrawals_of(library_root) / (person_id + ".txt");
}

}  // namespace gladi
