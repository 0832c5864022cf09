// What a change on the program feed costs the thread that draws it: it must stay under 5 ms.
#include <benchmark/benchmark.h>

#include <functional>

#include "studio/overlay/feed_overlays.h"

namespace gladi {
namespace {

FeedContent busy_feed() {
  CardContent card;
  card.number = 1;
  card.name = "Kain Ecoprint Daun Jati 2 m";
  card.price = "Rp 199.000";
  card.old_price = "Rp 225.000";
  card.stock_line = "Stok 8 · Katun primisima";
  card.percent_off = 11;
  card.photo = GLADI_SOURCE_DIR "/assets/catalogues/batik-ecoprint/kain-jati.svg";
  FeedContent content;
  content.card = card;
  content.timer = "04:12";
  content.viewers = "128";
  content.hearts = "342";
  content.countdown = "Flash sale 00:27";
  content.pinned = ChatBubble{ChatBubble::Kind::kPinned, "wati", "Bahannya panas gak kak?"};
  content.chat = {{ChatBubble::Kind::kChat, "rina_mlg", "Kak, spill harga yang hijau dong 🙏"},
                  {ChatBubble::Kind::kChat, "buds77", "Bisa COD ke Jember?"}};
  content.floating = {{0, .5, .5}};
  return content;
}

void change_feed(benchmark::State& state,
                 const std::function<void(FeedContent&, const std::string&)>& change) {
  FeedOverlays overlays(Canvas{});
  FeedContent content = busy_feed();
  overlays.warm_up(content);
  overlays.plan(content);
  int64_t count = 0;
  for (auto _ : state) {
    change(content, std::to_string(++count));
    benchmark::DoNotOptimize(overlays.plan(content));
  }
}

void BM_FeedTimer(benchmark::State& state) {
  change_feed(state, [](FeedContent& feed, const std::string& n) { feed.timer = "04:" + n; });
}
void BM_FeedViewers(benchmark::State& state) {
  change_feed(state, [](FeedContent& feed, const std::string& n) { feed.viewers = n; });
}
void BM_FeedCountdown(benchmark::State& state) {
  change_feed(state, [](FeedContent& feed, const std::string& n) { feed.countdown = "Flash sale " + n; });
}
void BM_FeedChatLine(benchmark::State& state) {
  change_feed(state, [](FeedContent& feed, const std::string& n) {
    feed.chat.erase(feed.chat.begin());
    feed.chat.push_back({ChatBubble::Kind::kChat, "wati" + n, "Kak, spill harga yang hijau dong 🙏😍"});
  });
}
void BM_FeedStock(benchmark::State& state) {
  change_feed(state, [](FeedContent& feed, const std::string& n) { feed.card->stock_line = "Stok " + n; });
}
void BM_FeedRisingHeart(benchmark::State& state) {
  change_feed(state, [](FeedContent& feed, const std::string& n) {
    feed.floating[0].rise = static_cast<double>(n.size() % 10) / 10 + 1e-6 * std::stod(n);
  });
}
void BM_FeedLayout(benchmark::State& state) {
  change_feed(state, [](FeedContent& feed, const std::string& n) {
    feed.layout = n.back() % 2 == 0 ? "camera-full" : "product-close-up";
  });
}
BENCHMARK(BM_FeedTimer)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_FeedViewers)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_FeedCountdown)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_FeedChatLine)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_FeedStock)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_FeedRisingHeart)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_FeedLayout)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace gladi
