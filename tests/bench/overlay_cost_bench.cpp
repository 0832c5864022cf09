// What a change on the program feed costs the thread that draws it: it must stay under 5 ms. The argument is
// the canvas's width: 720x1280 or 1080x1920.
#include <benchmark/benchmark.h>

#include <functional>

#include "studio/overlay/feed_layout.h"
#include "studio/overlay/feed_overlays.h"
#include "studio/overlay/photo.h"
#include "studio/overlay/product_card.h"
#include "studio/overlay/product_photo.h"

namespace gladi {
namespace {

constexpr const char* kCloth = GLADI_SOURCE_DIR "/assets/catalogues/batik-ecoprint/kain-jati.svg";
constexpr const char* kBag = GLADI_SOURCE_DIR "/assets/catalogues/batik-ecoprint/tas-selempang.svg";

FeedContent busy_feed() {
  CardContent card;
  card.number = 1;
  card.name = "Kain Ecoprint Daun Jati 2 m";
  card.price = "Rp 199.000";
  card.old_price = "Rp 225.000";
  card.stock_line = "Stok 8 · Katun primisima";
  card.percent_off = 11;
  card.photo = kCloth;
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

Canvas canvas_of(const benchmark::State& state) {
  return state.range(0) == 1080 ? Canvas{1080, 1920, 30, 1} : Canvas{};
}

// As a take has it: photos are there before they are shown.
void change_feed(benchmark::State& state, const std::function<void(FeedContent&, const std::string&)>& change,
                 const std::string& layout = "camera-full") {
  FeedOverlays overlays(canvas_of(state), FeedOverlays::Photos::kInBackground);
  FeedContent content = busy_feed();
  content.layout = layout;
  overlays.warm_up(content);
  overlays.expect({kCloth, kBag}, layout);
  overlays.finish_photos(std::chrono::seconds(60));
  overlays.plan(content);
  int64_t count = 0;
  for (auto _ : state) {
    change(content, std::to_string(++count));
    benchmark::DoNotOptimize(overlays.plan(content));
  }
}

void other_product(FeedContent& feed, const std::string& n) {
  const bool odd = (n.back() - '0') % 2 != 0;
  feed.card->number = odd ? 2 : 1;
  feed.card->name = odd ? "Tas Ecoprint Selempang" : "Kain Ecoprint Daun Jati 2 m";
  feed.card->price = odd ? "Rp 185.000" : "Rp 199.000";
  feed.card->photo = odd ? kBag : kCloth;
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
void BM_FeedProduct(benchmark::State& state) {
  change_feed(state, other_product);
}
void BM_FeedProductCloseUp(benchmark::State& state) {
  change_feed(state, other_product, "product-close-up");
}
// What the background does before: a photo read and scaled, a product drawn over the whole canvas.
void BM_CardPhotoAhead(benchmark::State& state) {
  const FeedLayout layout = feed_layout(canvas_of(state), kCameraFull);
  const int side = card_photo_side_px(layout);
  for (auto _ : state) benchmark::DoNotOptimize(load_photo(kCloth, side, side));
}
void BM_ProductAhead(benchmark::State& state) {
  const FeedLayout layout = feed_layout(canvas_of(state), kProductCloseUp);
  const FeedFonts fonts;
  const Rect place = product_photo_place(layout);
  const auto photo = load_photo(kCloth, place.width, place.height);
  for (auto _ : state) benchmark::DoNotOptimize(draw_product_photo(&*photo, layout, fonts));
}

void both_canvases(benchmark::internal::Benchmark* bench) {
  bench->Arg(720)->Arg(1080)->Unit(benchmark::kMicrosecond);
}
BENCHMARK(BM_FeedTimer)->Apply(both_canvases);
BENCHMARK(BM_FeedViewers)->Apply(both_canvases);
BENCHMARK(BM_FeedCountdown)->Apply(both_canvases);
BENCHMARK(BM_FeedChatLine)->Apply(both_canvases);
BENCHMARK(BM_FeedStock)->Apply(both_canvases);
BENCHMARK(BM_FeedRisingHeart)->Apply(both_canvases);
BENCHMARK(BM_FeedLayout)->Apply(both_canvases);
BENCHMARK(BM_FeedProduct)->Apply(both_canvases);
BENCHMARK(BM_FeedProductCloseUp)->Apply(both_canvases);
BENCHMARK(BM_CardPhotoAhead)->Apply(both_canvases);
BENCHMARK(BM_ProductAhead)->Apply(both_canvases);

}  // namespace
}  // namespace gladi
