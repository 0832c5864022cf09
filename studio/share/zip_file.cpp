#include "studio/share/zip_file.h"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr zip_uint32_t kUnixTypeShift = 16, kUnixTypeMask = 0170000, kUnixRegularFile = 0100000;

struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

std::string words_of(int code) {
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  std::string words = zip_error_strerror(&error);
  zip_error_fini(&error);
  return words;
}

tl::unexpected<Error> damaged(const fs::path& file, std::string detail) {
  return fail(
      ErrorKind::kDamaged,
      Message(GLADI_TEXT("{0} is damaged or was cut off while it was copied. Please copy it once more."),
              {file.string()}),
      std::move(detail));
}

// A Unix archiver tells what kind of file an entry is; others tell folders by a slash at the end.
bool is_plain_file(zip_t* archive, zip_uint64_t index, const std::string& path) {
  if (path.empty() || path.back() == '/') return false;
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
  if (system != ZIP_OPSYS_UNIX) return true;
  const zip_uint32_t type = (attributes >> kUnixTypeShift) & kUnixTypeMask;
  return type == 0 || type == kUnixRegularFile;
}

}  // namespace

void zip_detail::Discard::operator()(zip* archive) const {
  zip_discard(archive);
}

Result<ZipReader> ZipReader::open(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error))
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("{0} is not there."), {file.string()}));
  int code = 0;
  ZipReader reader;
  reader.file_ = file;
  reader.archive_.reset(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
  if (!reader.archive_) return damaged(file, words_of(code));
  const zip_int64_t count = zip_get_num_entries(reader.archive_.get(), 0);
  if (count > kMostEntries) return damaged(file, "too many entries");
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                                     ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(reader.archive_.get(), index, ZIP_FL_ENC_STRICT, &stat) != 0 ||
        (stat.valid & kNeeded) != kNeeded) {
      return damaged(file, "entry " + std::to_string(i) + " can't be understood");
    }
    ZipEntry entry{stat.name, stat.size, stat.comp_size, true, true};
    entry.file = is_plain_file(reader.archive_.get(), index, entry.path);
    entry.readable = stat.encryption_method == ZIP_EM_NONE &&
                     (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE);
    reader.entries_.push_back(std::move(entry));
  }
  return reader;
}

Status ZipReader::read(size_t index, const std::function<Status(const char* bytes, size_t size)>& take) {
  constexpr size_t kPiece = 1 << 18;
  const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive_.get(), index, 0));
  if (!entry) return damaged(file_, zip_strerror(archive_.get()));
  uint64_t left = entries_[index].size;
  std::vector<char> piece(kPiece);
  while (true) {
    // One byte more than there should be: an entry that goes on behind its size is caught, not followed.
    const zip_int64_t got = zip_fread(entry.get(), piece.data(), std::min<uint64_t>(kPiece, left + 1));
    if (got < 0) return damaged(file_, entries_[index].path + ": " + zip_file_strerror(entry.get()));
    if (got == 0) break;
    if (static_cast<uint64_t>(got) > left)
      return damaged(file_, entries_[index].path + ": longer than it says");
    left -= static_cast<uint64_t>(got);
    if (auto taken = take(piece.data(), static_cast<size_t>(got)); !taken) return taken;
  }
  if (left > 0) return damaged(file_, entries_[index].path + ": shorter than it says");
  return {};
}

Result<ZipWriter> ZipWriter::create(const fs::path& file) {
  int code = 0;
  ZipWriter writer;
  writer.file_ = file;
  writer.archive_.reset(zip_open(file.c_str(), ZIP_CREATE | ZIP_EXCL, &code));
  if (!writer.archive_) {
    return fail(ErrorKind::kIo, Message(GLADI_TEXT("{0} can't be written."), {file.string()}),
                words_of(code));
  }
  return writer;
}

tl::unexpected<Error> ZipWriter::failed() const {
  zip_error_t* error = zip_get_error(archive_.get());
  const std::string words = zip_error_strerror(error);
  if (zip_error_code_zip(error) == ZIP_ER_CANCELLED)
    return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("Cancelled.")));
  if (zip_error_system_type(error) == ZIP_ET_SYS && zip_error_code_system(error) == ENOSPC) {
    return fail(ErrorKind::kNoSpace,
                Message(GLADI_TEXT("The disk is full: {0} could not be written."), {file_.string()}), words);
  }
  return fail(ErrorKind::kIo, Message(GLADI_TEXT("{0} can't be written."), {file_.string()}), words);
}

Status ZipWriter::add_text(const std::string& path, const std::string& text) {
  void* copy = std::malloc(std::max<size_t>(text.size(), 1));  // libzip frees it
  if (copy == nullptr) return fail(ErrorKind::kInternal, Message(GLADI_TEXT("There is not enough memory.")));
  std::memcpy(copy, text.data(), text.size());
  zip_source_t* source = zip_source_buffer(archive_.get(), copy, text.size(), 1);
  if (source == nullptr) {
    std::free(copy);
    return failed();
  }
  if (zip_file_add(archive_.get(), path.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0) return {};
  zip_source_free(source);
  return failed();
}

Status ZipWriter::add_file(const std::string& path, const fs::path& source_file, bool pack) {
  zip_source_t* source = zip_source_file(archive_.get(), source_file.c_str(), 0, -1);
  if (source == nullptr) return failed();
  const zip_int64_t index = zip_file_add(archive_.get(), path.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return failed();
  }
  const zip_int32_t method = pack ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  if (zip_set_file_compression(archive_.get(), static_cast<zip_uint64_t>(index), method, 0) != 0)
    return failed();
  return {};
}

Status ZipWriter::finish(const std::function<void(double)>& progress, const std::atomic<bool>* cancel) {
  constexpr double kEachHundredth = 0.01;
  struct Told {
    const std::function<void(double)>& progress;
    const std::atomic<bool>* cancel;
  } told{progress, cancel};
  zip_register_progress_callback_with_state(
      archive_.get(), kEachHundredth,
      [](zip_t*, double share, void* state) {
        const auto* asked = static_cast<Told*>(state);
        if (asked->progress) asked->progress(share);
      },
      nullptr, &told);
  zip_register_cancel_callback_with_state(
      archive_.get(),
      [](zip_t*, void* state) -> int {
        const auto* asked = static_cast<Told*>(state);
        return asked->cancel != nullptr && *asked->cancel ? 1 : 0;
      },
      nullptr, &told);
  if (zip_close(archive_.get()) != 0) {
    auto why = failed();
    archive_.reset();
    return why;
  }
  static_cast<void>(archive_.release());  // zip_close has freed it
  return {};
}

}  // namespace gladi
