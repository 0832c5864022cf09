#include "studio/audience/audience.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "studio/catalogue/catalogue_file.h"
#include "studio/session/event_json.h"
#include "studio/session/journal.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

MediaTime seconds(int64_t s) {
  return MediaTime::from_ms(s * 1000);
}

std::vector<std::string> as_lines(const std::vector<TakeEvent>& events) {
  std::vector<std::string> lines;
  for (const TakeEvent& event : events) {
    if (!Audience::is_hosts(event)) lines.push_back(event_to_line(event));
  }
  return lines;
}

template <class T>
std::vector<std::pair<MediaTime, T>> all_of(const std::vector<TakeEvent>& events) {
  std::vector<std::pair<MediaTime, T>> found;
  for (const TakeEvent& event : events) {
    if (const auto* what = std::get_if<T>(&event.what)) found.emplace_back(event.at, *what);
  }
  return found;
}

class SimulatedAudience : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = load_audience_lines(GLADI_SOURCE_DIR "/assets/audience/id.toml");
    ASSERT_TRUE(loaded);
    lines_ = new AudienceLines(std::move(loaded->lines));
  }
  static void TearDownTestSuite() { delete lines_; }
  void SetUp() override { load("batik-ecoprint"); }

  void load(const std::string& slug) {
    auto loaded = load_catalogue(std::string(GLADI_SOURCE_DIR "/assets/catalogues/") + slug);
    ASSERT_TRUE(loaded) << loaded.error().english();
    catalogue_ = std::move(loaded->catalogue);
  }
  AudienceSetup setup(const std::string& level, uint64_t seed = 7) const {
    return {level, seed, &catalogue_, lines_};
  }

  // How a host behaves in a take.
  struct Host {
    int answers_after_s = 5;  // 0: never
    int product_every_s = 120;
    bool mutes = true;
    int flash_sale_at_s = 0;  // 0: none
    int silent_from_s = 0;    // 0: never
  };
  // A whole take with everything that was written into its journal, in order.
  std::vector<TakeEvent> play(Audience& audience, const Host& host, int length_s, int64_t tick_ms = 100) {
    std::vector<TakeEvent> journal;
    const auto add = [&](std::vector<TakeEvent> events) {
      journal.insert(journal.end(), events.begin(), events.end());
    };
    const auto act = [&](MediaTime at, decltype(TakeEvent::what) what) {
      const TakeEvent event{at, std::move(what)};
      add(audience.apply(event));
      journal.push_back(event);
    };
    std::set<int64_t> done;
    int shown = -1;
    for (int64_t ms = 0; ms <= length_s * 1000; ms += tick_ms) {
      // Hosts don't act on the audience's steps.
      const MediaTime at{ms * 1'000'000 + 333};
      add(audience.advance(at));
      if (const int due = static_cast<int>(ms / 1000 / host.product_every_s); due != shown) {
        shown = due;
        const auto& product = catalogue_.products[static_cast<size_t>(due) % catalogue_.products.size()];
        act(at, SegmentStarted{due, product.id});
      }
      if (host.flash_sale_at_s > 0 && ms == host.flash_sale_at_s * 1000) {
        act(at, FlashSaleStarted{catalogue_.products[0].id, 150'000, seconds(30)});
      }
      if (host.silent_from_s > 0 && ms == host.silent_from_s * 1000) act(at, SilenceStarted{});
      const std::deque<ChatLine> lines = audience.state().lines;
      for (const ChatLine& line : lines) {
        if (line.id == 0 || done.count(line.id) > 0) continue;
        const MediaTime age = at - line.at;
        if (line.expects == "mute" && host.mutes && age >= seconds(3)) {
          act(at, ChatMuted{line.id, age});
          done.insert(line.id);
        } else if (line.expects == "answer" && host.answers_after_s > 0 &&
                   age >= seconds(host.answers_after_s)) {
          if (line.id % 3 == 0) act(at, ChatPinned{line.id});
          act(at, ChatAnswered{line.id, age});
          done.insert(line.id);
        }
      }
    }
    return journal;
  }
  double mean_viewers(const std::vector<TakeEvent>& events) {
    const auto samples = all_of<AudienceSampled>(events);
    double sum = 0;
    for (const auto& [at, sample] : samples) sum += sample.viewers;
    return sum / static_cast<double>(std::max<size_t>(1, samples.size()));
  }

  static AudienceLines* lines_;
  Catalogue catalogue_;
};
AudienceLines* SimulatedAudience::lines_ = nullptr;

// The values are those of the algorithm, worked out apart from this program.
TEST(SeededNumbers, AreThoseOfSplitMix64) {
  SeededRandom random(7, 2);
  EXPECT_EQ(random.next(), 0xd57883175acf4013U);
  EXPECT_EQ(random.next(), 0xbed06fb809d382c8U);
  EXPECT_EQ(random.next(), 0xfd93d542219a2ba7U);
  SeededRandom whole(7, 2);
  for (const int64_t expected : {83, 74, 99, 69, 1, 90, 60, 27}) EXPECT_EQ(whole.below(100), expected);
  EXPECT_EQ(whole.below(0), 0);
}

TEST_F(SimulatedAudience, IsTheSameHoweverOftenItIsAsked) {
  Audience often(setup("difficult")), seldom(setup("difficult"));
  std::vector<TakeEvent> a, b;
  const TakeEvent start{{}, SegmentStarted{1, "kain-jati"}};
  often.apply(start);
  seldom.apply(start);
  for (int64_t ms = 0; ms <= 300'000; ms += 33) {
    for (TakeEvent& event : often.advance(MediaTime::from_ms(ms))) a.push_back(std::move(event));
  }
  for (int64_t ms = 0; ms <= 300'000; ms += 12'500) {
    for (TakeEvent& event : seldom.advance(MediaTime::from_ms(ms))) b.push_back(std::move(event));
  }
  for (TakeEvent& event : often.advance(seconds(300))) a.push_back(std::move(event));
  EXPECT_GT(a.size(), 60U);
  EXPECT_EQ(as_lines(a), as_lines(b));
}

TEST_F(SimulatedAudience, ComesAgainFromSeedAndJournal) {
  const test::TempFolder temp;
  Audience audience(setup("difficult", 42));
  Host host;
  host.flash_sale_at_s = 40;
  host.silent_from_s = 200;
  const std::vector<TakeEvent> played = play(audience, host, 600);
  {
    auto writer = JournalWriter::open(temp.path());
    ASSERT_TRUE(writer);
    for (const TakeEvent& event : played) ASSERT_TRUE((*writer)->add(event));
  }
  const auto read = read_journal(temp.path());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->events.size(), played.size());
  EXPECT_EQ(as_lines(replay_audience(setup("difficult", 42), read->events, MediaTime{600'000'000'333})),
            as_lines(played));
  EXPECT_NE(as_lines(replay_audience(setup("difficult", 43), read->events, seconds(600))), as_lines(played));
}

TEST_F(SimulatedAudience, LeavesAHostWhoAnswersNobody) {
  double kind = 0, deaf = 0;
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    Audience a(setup("busy", seed)), b(setup("busy", seed));
    kind += mean_viewers(play(a, {}, 300));
    Host silent;
    silent.answers_after_s = 0;
    deaf += mean_viewers(play(b, silent, 300));
    EXPECT_GT(a.state().answered, 3);
    EXPECT_GT(b.state().missed, 3);
  }
  EXPECT_LT(deaf, kind * 0.85);
}

TEST_F(SimulatedAudience, LeavesAHostWhoSaysNothing) {
  Audience speaking(setup("calm", 3)), silent(setup("calm", 3));
  Host host;
  const double usual = mean_viewers(play(speaking, host, 240));
  host.silent_from_s = 60;
  EXPECT_LT(mean_viewers(play(silent, host, 240)), usual * 0.8);
}

TEST_F(SimulatedAudience, ComesForAFlashSaleAndBuysMore) {
  int sold = 0, sold_in_flash = 0;
  double usual = 0, flash = 0;
  for (uint64_t seed = 1; seed <= 8; ++seed) {
    Audience a(setup("busy", seed)), b(setup("busy", seed));
    Host host;
    host.product_every_s = 1000;
    usual += mean_viewers(play(a, host, 90));
    host.flash_sale_at_s = 20;
    flash += mean_viewers(play(b, host, 90));
    sold += a.state().sold;
    sold_in_flash += b.state().sold;
  }
  EXPECT_GT(flash, usual);
  EXPECT_GT(sold_in_flash, sold);
}

TEST_F(SimulatedAudience, AFlashSaleEndsWhenItsTimeIsOver) {
  Audience audience(setup("calm"));
  audience.apply({seconds(1), SegmentStarted{1, "kain-jati"}});
  audience.apply({MediaTime{10'050'000'000}, FlashSaleStarted{"kain-jati", 150'000, seconds(30)}});
  ASSERT_TRUE(audience.state().flash_sale);
  EXPECT_EQ(audience.state().flash_sale->ends_at.ns, 40'050'000'000);
  audience.advance(MediaTime{40'049'999'999});
  EXPECT_TRUE(audience.state().flash_sale);
  const auto ended = all_of<FlashSaleEnded>(audience.advance(MediaTime{40'050'000'000}));
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(ended[0].first.ns, 40'050'000'000);
  EXPECT_EQ(ended[0].second.reason, "time");
  EXPECT_FALSE(audience.state().flash_sale);
  audience.apply({seconds(60), FlashSaleStarted{"kain-jati", 150'000, seconds(30)}});
  EXPECT_FALSE(audience.state().flash_sale) << "one a product: else nobody would believe it";
}

TEST_F(SimulatedAudience, SellsNoMoreThanThereIs) {
  Audience audience(setup("busy", 5));
  Host host;
  host.product_every_s = 100'000;
  const std::vector<TakeEvent> played = play(audience, host, 3600, 500);
  int sold = 0;
  MediaTime gone;
  for (const auto& [at, order] : all_of<OrderPlaced>(played)) {
    sold += order.quantity;
    EXPECT_EQ(order.product_id, "kain-jati");
    EXPECT_EQ(order.price_rupiah, 199'000);
    gone = at;
  }
  EXPECT_EQ(sold, 8);
  ASSERT_EQ(all_of<SoldOut>(played).size(), 1U);
  EXPECT_EQ(all_of<SoldOut>(played)[0].first, gone);
  EXPECT_EQ(audience.state().stock[0], 0);
  EXPECT_EQ(audience.state().revenue_rupiah, 8 * 199'000);
}

TEST_F(SimulatedAudience, IsRudeOnlyWhenItIsDifficult) {
  const auto rude_lines = [&](const std::string& level) {
    Audience audience(setup(level));
    int rude = 0;
    for (const auto& [at, chat] : all_of<ChatShown>(play(audience, {}, 900, 500))) {
      rude += chat.intent == "rude" || chat.intent == "off_topic";
    }
    return rude;
  };
  EXPECT_EQ(rude_lines("calm"), 0);
  EXPECT_EQ(rude_lines("busy"), 0);
  EXPECT_GT(rude_lines("difficult"), 10);
}

TEST_F(SimulatedAudience, NobodyWatchesWhenItIsOff) {
  Audience audience(setup("off"));
  EXPECT_TRUE(as_lines(play(audience, {}, 120)).empty());
  EXPECT_FALSE(audience.state().on);
  EXPECT_EQ(audience.state().viewers, 0);
}

TEST_F(SimulatedAudience, KeepsABoundedNumberOfLines) {
  Audience audience(setup("busy"));
  Host deaf;
  deaf.answers_after_s = 0;
  play(audience, deaf, 1800, 500);
  EXPECT_LE(audience.state().lines.size(), AudienceState::kMostLines);
  EXPECT_LE(audience.state().waiting.size(), 4U);
  for (const int64_t chat : audience.state().waiting) EXPECT_NE(audience.state().find(chat), nullptr);
}

// A jamu is never asked for its size in shoes, nothing is asked twice within ten minutes.
TEST_F(SimulatedAudience, AsksNothingThatDoesNotFitInAnHourOfEachCatalogue) {
  for (const char* slug : {"batik-ecoprint", "jamu-camilan", "tas-sepatu"}) {
    load(slug);
    Audience audience(setup("difficult", 11));
    Host host;
    host.flash_sale_at_s = 60;
    const auto chats = all_of<ChatShown>(play(audience, host, 3600, 500));
    EXPECT_GT(chats.size(), 300U) << slug;
    std::map<std::string, MediaTime> last;
    for (const auto& [at, chat] : chats) {
      EXPECT_EQ(chat.text.find('{'), std::string::npos) << chat.text;
      EXPECT_FALSE(chat.author.empty());
      const Product* product = catalogue_.find(chat.product_id);
      ASSERT_NE(product, nullptr);
      for (const ChatTemplate& line : lines_->lines) {
        if (line.text != chat.text) continue;
        if (!line.kinds.empty()) {
          EXPECT_NE(std::find(line.kinds.begin(), line.kinds.end(), product->kind), line.kinds.end())
              << slug << ": " << product->id << " is asked \"" << chat.text << "\"";
        }
        const auto before = last.find(chat.text);
        if (before != last.end()) {
          EXPECT_GE((at - before->second).ns, seconds(600).ns) << chat.text;
        }
        last[chat.text] = at;
      }
    }
  }
}

TEST_F(SimulatedAudience, NamesProductsAndPricesAsPeopleDo) {
  const Product& cloth = catalogue_.products[0];
  EXPECT_EQ(spoken_name(cloth, Language::kIndonesian), "kain ecoprint");
  EXPECT_EQ(spoken_name(cloth, Language::kEnglish), "teak-leaf ecoprint cloth");
  EXPECT_EQ(spoken_offer(199'000, 70, Language::kIndonesian), "135 ribu");
  EXPECT_EQ(spoken_offer(12'000, 70, Language::kIndonesian), "8 ribu");
}

}  // namespace
}  // namespace gladi
