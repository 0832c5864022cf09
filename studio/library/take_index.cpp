#include "studio/library/take_index.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <optional>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/library/take_words.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int kSchemaVersion = 3;
constexpr int kBusyTimeoutMs = 2000;

constexpr const char* kSchema = R"(
CREATE TABLE takes (
  folder TEXT PRIMARY KEY, folder_time INTEGER, session_time INTEGER, session_bytes INTEGER, reviews_time INTEGER,
  session_id TEXT, person_id TEXT, person_name TEXT, title TEXT, started_at_ms INTEGER, duration_ns INTEGER,
  state INTEGER, comments INTEGER, read_only INTEGER, nothing_recorded INTEGER, waits INTEGER,
  words TEXT, products TEXT, reviews TEXT);
CREATE INDEX takes_by_start ON takes (started_at_ms);
)";

constexpr const char* kColumns =
    "folder, folder_time, session_time, session_bytes, reviews_time, session_id, person_id, person_name, "
    "title, "
    "started_at_ms, duration_ns, state, comments, read_only, nothing_recorded, waits, words, products, "
    "reviews";

int64_t to_ms(WallTime t) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(t.time_since_epoch()).count();
}

// `sessions_folder` ends with a slash.
IndexRow row_of(SQLite::Statement& query, const std::string& sessions_folder) {
  int column = 0;
  const auto text = [&] { return query.getColumn(column++).getString(); };
  const auto number = [&] { return query.getColumn(column++).getInt64(); };
  IndexRow row;
  row.name = text();
  row.stamp.folder_time = number();
  row.stamp.session_time = number();
  row.stamp.session_bytes = number();
  row.stamp.reviews_time = number();
  row.take.session_id = text();
  // A path is taken to pieces each time that something is added: once is enough for ten thousand.
  row.take.folder = sessions_folder + row.name;
  row.take.person_id = text();
  row.take.person_name = text();
  row.take.title = text();
  row.take.started_at = WallTime(std::chrono::milliseconds(number()));
  row.take.duration = {number()};
  row.take.state = static_cast<SessionState>(number());
  row.take.comments = static_cast<int>(number());
  row.take.thumbnail = sessions_folder + row.name + "/cache/thumbnail.jpg";
  row.read_only = number() != 0;
  row.nothing_recorded = number() != 0;
  row.waits_to_be_finished = number() != 0;
  row.words = text();
  row.products = text();
  row.reviews = unpack_reviews(query.getColumn(column).getText());
  row.take.reviewed = is_reviewed(row.reviews, row.take);
  return row;
}

void bind(SQLite::Statement& insert, const IndexRow& row) {
  int place = 1;
  const auto text = [&](const std::string& value) { insert.bind(place++, value); };
  const auto number = [&](int64_t value) { insert.bind(place++, value); };
  text(row.name);
  number(row.stamp.folder_time);
  number(row.stamp.session_time);
  number(row.stamp.session_bytes);
  number(row.stamp.reviews_time);
  text(row.take.session_id);
  text(row.take.person_id);
  text(row.take.person_name);
  text(row.take.title);
  number(to_ms(row.take.started_at));
  number(row.take.duration.ns);
  number(static_cast<int64_t>(row.take.state));
  number(row.take.comments);
  number(row.read_only ? 1 : 0);
  number(row.nothing_recorded ? 1 : 0);
  number(row.waits_to_be_finished ? 1 : 0);
  text(row.words);
  text(row.products);
  text(pack_reviews(row.reviews));
}

// Busy, read-only, full: the file itself is sound and may be another process's just now.
bool file_is_sound(const SQLite::Exception& failure) {
  switch (failure.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return true;
    default:
      return false;
  }
}

}  // namespace

struct TakeIndex::Impl {
  fs::path file;
  fs::path sessions_folder;
  std::optional<SQLite::Database> database;
  IndexCheck check = IndexCheck::kWhole;
  bool in_memory = false;

  void open(const std::string& where) {
    database.reset();
    database.emplace(where, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs);
    // Windows wait for it, and what a power cut spoils in it is made anew from the files: no waiting for the
    // disk.
    database->exec("PRAGMA synchronous = OFF");
    if (check == IndexCheck::kWhole &&
        database->execAndGet("PRAGMA integrity_check(1)").getString() != "ok") {
      throw SQLite::Exception("integrity_check failed", SQLITE_CORRUPT);
    }
    const int version = database->execAndGet("PRAGMA user_version").getInt();
    if (version == kSchemaVersion) return;
    if (version != 0 || database->tableExists("takes"))
      throw SQLite::Exception("another version", SQLITE_CORRUPT);
    SQLite::Transaction transaction(*database);
    database->exec(kSchema);
    database->exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
    transaction.commit();
  }

  void delete_file() {
    database.reset();
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
      static_cast<void>(platform::remove_durably(file.string() + suffix));
  }

  void open_in_memory() {
    in_memory = true;
    open(":memory:");
  }

  void open_anew() {
    if (!in_memory) {
      delete_file();
      try {
        return open(file.string());
      } catch (const SQLite::Exception& failure) {
        spdlog::warn("no index on the disk: {}", failure.what());
      }
    }
    open_in_memory();
  }

  void open_after(const SQLite::Exception& failure) {
    spdlog::warn("the index is begun anew: {}", failure.what());
    if (file_is_sound(failure)) {
      open_in_memory();
    } else {
      open_anew();
    }
  }

  template <class Work>
  bool attempt(const Work& work) {
    try {
      work();
      return true;
    } catch (const SQLite::Exception& failure) {
      open_after(failure);
      return false;
    }
  }
};

TakeIndex::TakeIndex(fs::path file, fs::path sessions_folder, IndexCheck check)
    : impl_(std::make_unique<Impl>()) {
  impl_->file = std::move(file);
  impl_->sessions_folder = std::move(sessions_folder);
  impl_->check = check;
  impl_->attempt([&] { impl_->open(impl_->file.string()); });
}

TakeIndex::~TakeIndex() = default;

bool TakeIndex::stamps(std::map<std::string, FolderStamp>& found) {
  found.clear();
  return impl_->attempt([&] {
    SQLite::Statement query(
        *impl_->database, "SELECT folder, folder_time, session_time, session_bytes, reviews_time FROM takes");
    while (query.executeStep()) {
      found[query.getColumn(0).getString()] = {query.getColumn(1).getInt64(), query.getColumn(2).getInt64(),
                                               query.getColumn(3).getInt64(), query.getColumn(4).getInt64()};
    }
  });
}

bool TakeIndex::update(const std::vector<IndexRow>& changed, const std::vector<std::string>& gone) {
  if (changed.empty() && gone.empty()) return true;
  return impl_->attempt([&] {
    SQLite::Transaction transaction(*impl_->database);
    SQLite::Statement remove(*impl_->database, "DELETE FROM takes WHERE folder = ?");
    for (const std::string& name : gone) {
      remove.bind(1, name);
      remove.exec();
      remove.reset();
    }
    SQLite::Statement insert(*impl_->database, std::string("INSERT OR REPLACE INTO takes (") + kColumns +
                                                   ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (const IndexRow& row : changed) {
      bind(insert, row);
      insert.exec();
      insert.reset();
    }
    transaction.commit();
  });
}

bool TakeIndex::newest_first(std::vector<IndexRow>& found) {
  found.clear();
  return impl_->attempt([&] {
    SQLite::Statement query(*impl_->database, std::string("SELECT ") + kColumns +
                                                  " FROM takes ORDER BY started_at_ms DESC, folder DESC");
    const std::string sessions = (impl_->sessions_folder / "").string();
    while (query.executeStep()) found.push_back(row_of(query, sessions));
  });
}

bool TakeIndex::count(const std::string& person_id, size_t& all, size_t& hers) {
  all = hers = 0;
  return impl_->attempt([&] {
    SQLite::Statement query(
        *impl_->database,
        "SELECT COUNT(*), COALESCE(SUM(person_id = ?), 0) FROM takes WHERE nothing_recorded = 0");
    query.bind(1, person_id);
    if (!query.executeStep()) return;
    all = static_cast<size_t>(query.getColumn(0).getInt64());
    hers = static_cast<size_t>(query.getColumn(1).getInt64());
  });
}

void TakeIndex::compact() {
  if (!impl_->attempt([&] { impl_->database->exec("VACUUM"); })) start_over();
}

void TakeIndex::start_over() {
  impl_->in_memory = false;
  impl_->open_anew();
}

bool TakeIndex::on_disk() const {
  return !impl_->in_memory;
}

}  // namespace gladi
