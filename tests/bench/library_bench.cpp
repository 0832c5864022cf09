// A library of 10,000 takes: opening its list, a search, and a look at all folders.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <set>
#include <string>

#include "studio/library/take_list.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int kTakes = 10'000;
constexpr int kPeople = 40;
constexpr int kComments = 8;

const std::vector<std::string> kWords = {"sapaan", "hangat", "harga",  "sebut",   "lebih", "awal",   "senyum",
                                         "kamera", "produk", "stok",   "jelas",   "pelan", "tanya",  "jawab",
                                         "cepat",  "bagus",  "ulangi", "penutup", "warna", "ukuran", "bahan"};

std::string sentence(int seed) {
  std::string words;
  for (int i = 0; i < 10; ++i)
    words += kWords[static_cast<size_t>(seed * 7 + i * (3 + seed % 5)) % kWords.size()] + " ";
  return words;
}

// Saved once as a person's would be, then copied with other words: ten thousand synced files take minutes.
const fs::path& library() {
  static const fs::path root = [] {
    const fs::path folder = fs::temp_directory_path() / "gladi-library-bench";
    if (fs::exists(folder / "whole")) return folder;
    fs::remove_all(folder);
    const Session session = test::sample_session();
    const fs::path pattern = test::write_sample_session(folder / "pattern", "take", session);
    const std::string reviewer = make_uuid();
    for (int i = 0; i < kComments; ++i)
      static_cast<void>(add_comment(pattern, reviewer, "Bu Sri", MediaTime::from_ms(i * 1000),
                                    "WORDS" + std::to_string(i)));
    const std::string session_json = test::read_text(pattern / "session.json");
    const std::string review_json = test::read_text(pattern / "reviews" / (reviewer + ".json"));
    const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
      for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
      return text;
    };
    for (int i = 0; i < kTakes; ++i) {
      const fs::path take = folder / "sessions" / ("take-" + std::to_string(i));
      const std::string person = std::to_string(10 + i % kPeople);
      std::string json = replaced(session_json, session.id, make_uuid());
      json = replaced(json, session.person_id, "aaaaaaaa-0000-4000-8000-0000000000" + person);
      json = replaced(json, session.person_name, "Peserta Nomor " + person);
      test::write_text(take / "session.json", replaced(json, "2026-11-21T02",
                                                       "2026-" + std::to_string(10 + i % 3) + "-" +
                                                           std::to_string(10 + i % 18) + "T02"));
      std::string review = review_json;
      for (int c = 0; c < kComments; ++c)
        review = replaced(review, "WORDS" + std::to_string(c), sentence(i * kComments + c));
      if (i % 3 != 0) test::write_text(take / "reviews" / (reviewer + ".json"), review);
      const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
      std::error_code ignored;
      for (const fs::path& path : {take / "session.json", take / "reviews", take})
        fs::last_write_time(path, long_ago, ignored);
    }
    takes_by_folders(folder);
    test::write_text(folder / "whole", "");
    return folder;
  }();
  return root;
}

TakeViewer trainer() {
  TakeViewer viewer{"nobody", {}};
  for (int i = 0; i < kPeople; ++i)
    viewer.whose.insert("aaaaaaaa-0000-4000-8000-0000000000" + std::to_string(10 + i));
  return viewer;
}

// What stands between the key and the list: index, who may see what, and the first order.
void open_list_of_10000(benchmark::State& state) {
  const fs::path& root = library();
  for (auto _ : state) {
    std::vector<ListedTake> takes = seen_by(trainer(), takes_by_index(root).takes);
    if (takes.size() != kTakes) return state.SkipWithError("takes are missing");
    benchmark::DoNotOptimize(find_takes(takes, {}));
  }
}
BENCHMARK(open_list_of_10000)->Unit(benchmark::kMillisecond);

// In the background, after the list is there.
void look_at_10000_folders(benchmark::State& state) {
  const fs::path& root = library();
  for (auto _ : state) benchmark::DoNotOptimize(takes_by_folders(root).takes.size());
}
BENCHMARK(look_at_10000_folders)->Unit(benchmark::kMillisecond);

void search_10000(benchmark::State& state, const std::string& words, TakeOrder order) {
  // Reviews that were handed in are searched too: all of them here.
  std::vector<ListedTake> takes = takes_by_index(library()).takes;
  TakeWish wish;
  wish.search = words;
  wish.order = order;
  size_t found = 0;
  for (auto _ : state) benchmark::DoNotOptimize(found = find_takes(takes, wish).size());
  state.counters["found"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(search_10000, a_letter, "p", TakeOrder::kNewest)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_10000, a_name, "nomor 17", TakeOrder::kNewest)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_10000, words_of_comments, "sapaan bahan", TakeOrder::kNewest)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_10000, what_is_nowhere, "zzz", TakeOrder::kNewest)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_10000, everything_by_name, "", TakeOrder::kName)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace gladi
