#include "studio/catalogue/catalogue_folders.h"

#include <vector>

#include "encoder/base/platform.h"
#include "studio/catalogue/catalogue_file.h"
#include "studio/catalogue/draft_file.h"
#include "studio/text/format.h"

namespace gladi::catalogue_folders {
namespace {
namespace fs = std::filesystem;

constexpr const char* kTrash = ".trash";

fs::path free_folder(const fs::path& parent, const std::string& wanted) {
  std::error_code error;
  fs::path folder = parent / wanted;
  for (int i = 2; fs::exists(folder, error); ++i) folder = parent / (wanted + "-" + std::to_string(i));
  return folder;
}

tl::unexpected<Error> not_copied(const fs::path& folder, const std::error_code& error) {
  return fail(ErrorKind::kIo,
              Message(GLADI_TEXT("{0} could not be copied: the disk reports an error."), {folder.string()}),
              error.message());
}

// The regular files below `folder`, hidden ones aside.
Result<std::vector<fs::path>> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  uintmax_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with('.')) {
      if (it->is_directory(error)) it.disable_recursion_pending();
      continue;
    }
    if (it->is_symlink(error) || !it->is_regular_file(error)) continue;
    bytes += it->file_size(error);
    files.push_back(it->path());
    if (bytes > kMostBytes || files.size() > static_cast<size_t>(kMostFiles)) {
      return fail(
          ErrorKind::kInvalid,
          Message(GLADI_TEXT("{0} is too large for a catalogue. Please choose the folder of one catalogue."),
                  {folder.string()}));
    }
  }
  if (error) return not_copied(folder, error);
  return files;
}

// Everything of `from` becomes `to`, which isn't there yet.
Result<fs::path> copy_whole(const fs::path& from, const fs::path& to) {
  auto files = files_in(from);
  if (!files) return fail(std::move(files));
  const fs::path temporary = to.parent_path() / ("." + to.filename().string() + ".tmp");
  if (Status removed = platform::remove_all_durably(temporary); !removed) return fail(std::move(removed));
  const auto copy = [&]() -> Status {
    if (Status made = platform::create_private_folder(temporary); !made) return made;
    for (const fs::path& file : *files) {
      const fs::path target = temporary / file.lexically_relative(from);
      if (Status made = platform::create_private_folder(target.parent_path()); !made) return made;
      auto bytes = platform::read_file(file);
      if (!bytes) return fail(std::move(bytes));
      if (Status written = platform::write_file_atomically(target, *bytes); !written) return written;
    }
    return platform::rename_durably(temporary, to);
  };
  if (Status copied = copy(); !copied) {
    static_cast<void>(platform::remove_all_durably(temporary));
    return fail(std::move(copied));
  }
  return to;
}

}  // namespace

Result<fs::path> create(const fs::path& shelf, const LocalText& name, const LocalText& first_product) {
  if (Status made = platform::create_private_folder(shelf); !made) return fail(std::move(made));
  const fs::path folder = free_folder(shelf, slug(name.indonesian));
  if (Status made = platform::create_private_folder(folder); !made) return fail(std::move(made));
  if (Status written = platform::write_file_atomically(folder / "catalogue.toml", ""); !written) {
    return fail(std::move(written));
  }
  auto opened = DraftFile::open(folder);
  if (!opened) return fail(std::move(opened));
  Product product;
  product.id = opened->draft.free_id(first_product.indonesian);
  product.name = first_product;
  CatalogueDraft draft = edit::add_product(opened->draft, std::move(product), 0);
  draft.name = draft.rundown_name = name;
  auto saved = opened->file->save(draft);
  if (!saved) return fail(std::move(saved));
  return folder;
}

Result<fs::path> duplicate(const fs::path& shelf, const fs::path& folder, const LocalText& name) {
  if (Status made = platform::create_private_folder(shelf); !made) return fail(std::move(made));
  auto copied = copy_whole(folder, free_folder(shelf, slug(name.indonesian)));
  if (!copied) return copied;
  auto opened = DraftFile::open(*copied);
  if (!opened) return fail(std::move(opened));
  opened->draft.name = name;
  auto saved = opened->file->save(opened->draft);
  if (!saved) return fail(std::move(saved));
  return copied;
}

Result<fs::path> import_folder(const fs::path& shelf, const fs::path& folder) {
  auto usable = load_catalogue(folder);
  if (!usable) return fail(std::move(usable));
  if (Status made = platform::create_private_folder(shelf); !made) return fail(std::move(made));
  return copy_whole(folder, free_folder(shelf, slug(folder.filename().string())));
}

Result<fs::path> export_folder(const fs::path& folder, const fs::path& target) {
  std::error_code error;
  if (!fs::is_directory(target, error)) {
    return fail(
        ErrorKind::kNotFound,
        Message(GLADI_TEXT("The folder {0} is not there. Is the USB stick plugged in?"), {target.string()}));
  }
  return copy_whole(folder, free_folder(target, folder.filename().string()));
}

Result<fs::path> make_own(const fs::path& shelf, const fs::path& folder) {
  std::error_code error;
  const fs::path own = shelf / folder.filename();
  if (fs::exists(own / "catalogue.toml", error)) return own;
  if (Status made = platform::create_private_folder(shelf); !made) return fail(std::move(made));
  return copy_whole(folder, own);
}

Result<fs::path> throw_away(const fs::path& folder) {
  const fs::path trash = folder.parent_path() / kTrash;
  if (Status made = platform::create_private_folder(trash); !made) return fail(std::move(made));
  const fs::path thrown = free_folder(trash, folder.filename().string());
  if (Status moved = platform::rename_durably(folder, thrown); !moved) return fail(std::move(moved));
  return thrown;
}

Result<fs::path> restore(const fs::path& thrown) {
  const fs::path back = free_folder(thrown.parent_path().parent_path(), thrown.filename().string());
  if (Status moved = platform::rename_durably(thrown, back); !moved) return fail(std::move(moved));
  return back;
}

}  // namespace gladi::catalogue_folders
