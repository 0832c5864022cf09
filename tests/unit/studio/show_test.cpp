#include "studio/rehearsal/show.h"

#include <gtest/gtest.h>

#include "studio/catalogue/catalogue_file.h"
#include "studio/rehearsal/rehearsal.h"
#include "studio/session/event_json.h"

namespace gladi {
namespace {

MediaTime seconds(double s) {
  return MediaTime::from_seconds(s);
}

class ShowOfATake : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = load_catalogue(GLADI_SOURCE_DIR "/assets/catalogues/batik-ecoprint");
    ASSERT_TRUE(loaded);
    plan_.catalogue = loaded->catalogue;
    plan_.rundown.segments = {{SegmentKind::kOpening, {"Pembukaan", ""}, "", seconds(10), {}},
                              {SegmentKind::kProduct, {}, "kain-jati", seconds(60), {}},
                              {SegmentKind::kProduct, {}, "tas-selempang", seconds(60), {}}};
    auto lines = load_audience_lines(GLADI_SOURCE_DIR "/assets/audience/id.toml");
    ASSERT_TRUE(lines);
    plan_.audience_lines = std::make_shared<const AudienceLines>(std::move(lines->lines));
    plan_.seed = 7;
  }

  Show& begin() {
    show_ = std::make_unique<Show>(plan_, [this](const TakeEvent& event) { noted_.push_back(event); });
    show_->begin();
    return *show_;
  }
  // Ticks 30 times a second, as the window does, until `to`.
  void run_to(double to, float rms_dbfs = -20) {
    SoundLevel level;
    level.rms_dbfs = rms_dbfs;
    level.peak_dbfs = rms_dbfs + 10;
    for (; now_ < seconds(to); now_ = now_ + MediaTime{33'333'333}) show_->tick(now_, level);
    now_ = seconds(to);
    show_->tick(now_, level);
  }
  // As run_to, with the pauses that speech has.
  void talk_to(double to) {
    while (now_ < seconds(to)) {
      const double at = now_.seconds();
      run_to(std::min(to, at + 0.3), -20);
      run_to(std::min(to, at + 0.5), -50);
    }
  }
  FeedContent feed() {
    FeedContent content;
    show_->fill_feed(content, now_);
    return content;
  }
  template <class T>
  int noted() const {
    int count = 0;
    for (const TakeEvent& event : noted_) count += std::holds_alternative<T>(event.what);
    return count;
  }

  int price_cues() const {
    int count = 0;
    for (const TakeEvent& event : noted_) {
      const auto* shown = std::get_if<CueShown>(&event.what);
      count += shown != nullptr && shown->cue == "price";
    }
    return count;
  }

  TakePlan plan_;
  std::vector<TakeEvent> noted_;
  std::unique_ptr<Show> show_;
  MediaTime now_;
};

TEST_F(ShowOfATake, NamesThePhotosThatMayBeShownSoonFromWhereItStands) {
  const auto names = [this] {
    std::vector<std::string> found;
    for (const auto& photo : show_->photos_to_come()) found.push_back(photo.filename().string());
    return found;
  };
  plan_.rundown.segments.push_back({SegmentKind::kProduct, {}, "kain-jati", seconds(60), {}});
  begin();
  EXPECT_EQ(names(), (std::vector<std::string>{"kain-jati.svg", "tas-selempang.svg"}));
  show_->go_to_segment(2, seconds(1));
  EXPECT_EQ(names(), (std::vector<std::string>{"tas-selempang.svg", "kain-jati.svg"}));
}

TEST_F(ShowOfATake, ALongRundownAsksForFewPhotosAtATime) {
  for (int i = 0; i < 5000; ++i) {
    Product product = plan_.catalogue.products.front();
    product.id = "p" + std::to_string(i);
    product.photo = "/nowhere/" + product.id + ".jpg";
    plan_.catalogue.products.push_back(product);
    plan_.rundown.segments.push_back({SegmentKind::kProduct, {}, product.id, seconds(60), {}});
  }
  begin();
  EXPECT_LE(show_->photos_to_come().size(), 24U);
  show_->go_to_segment(3000, seconds(1));
  EXPECT_EQ(show_->photos_to_come().front(), "/nowhere/p2997.jpg");
}

TEST_F(ShowOfATake, FollowsTheRundownOnlyWhenAsked) {
  begin();
  run_to(15);
  EXPECT_EQ(show_->run().segment(), 0) << "the plan goes on counting";
  plan_.follow_rundown = true;
  now_ = {};
  begin();
  run_to(15);
  EXPECT_EQ(show_->run().segment(), 1);
  run_to(300);
  EXPECT_EQ(show_->run().segment(), 2) << "the last one stays";
}

TEST_F(ShowOfATake, ItsJournalIsInOrderAndGivesTheAudienceAgain) {
  plan_.audience = "difficult";
  begin();
  for (int s = 5; s <= 240; s += 5) {
    run_to(s);
    if (s == 30) show_->go_to_segment(1, now_);
    if (s == 60) show_->start_flash_sale(now_);
    if (s % 10 == 0) show_->answer(0, now_);
    if (s % 25 == 0) show_->pin(0, now_);
    if (s % 15 == 0) show_->mute(0, now_);
  }
  EXPECT_GT(noted<ChatShown>(), 20);
  EXPECT_GT(noted<ChatAnswered>(), 3);
  EXPECT_GT(noted<ChatMuted>(), 0);
  EXPECT_EQ(noted<FlashSaleEnded>(), 1);
  std::vector<std::string> written, again;
  for (size_t i = 0; i < noted_.size(); ++i) {
    EXPECT_LE(noted_[i > 0 ? i - 1 : 0].at.ns, noted_[i].at.ns);
    if (!Audience::is_hosts(noted_[i])) written.push_back(event_to_line(noted_[i]));
  }
  const AudienceSetup setup{plan_.audience, 7, &plan_.catalogue, plan_.audience_lines.get()};
  for (const TakeEvent& event : replay_audience(setup, noted_, now_)) again.push_back(event_to_line(event));
  EXPECT_EQ(again, written);
}

TEST_F(ShowOfATake, AFlashSaleChangesThePriceUntilItsCountdownIsOver) {
  plan_.flash_sale_length = seconds(30);
  begin();
  show_->go_to_segment(1, seconds(1));
  run_to(5);
  EXPECT_TRUE(show_->state()->can_start_flash_sale);
  EXPECT_EQ(feed().card->price, "Rp 199.000");
  show_->start_flash_sale(now_);
  EXPECT_EQ(feed().card->price, "Rp 179.000");
  EXPECT_EQ(feed().card->old_price, "Rp 199.000");
  EXPECT_EQ(feed().card->percent_off, 10);
  EXPECT_EQ(feed().countdown, "Flash sale 00:30");
  run_to(34.9);
  EXPECT_EQ(feed().countdown, "Flash sale 00:01");
  run_to(35.1);
  EXPECT_EQ(feed().countdown, "");
  EXPECT_EQ(feed().card->price, "Rp 199.000");
  show_->start_flash_sale(now_);
  EXPECT_EQ(noted<FlashSaleStarted>(), 1) << "one for each product";
}

TEST_F(ShowOfATake, OrdersLowerTheStockUntilItIsSoldOut) {
  plan_.audience = "busy";
  plan_.catalogue.products[0].stock = 1;
  begin();
  show_->go_to_segment(1, seconds(1));
  EXPECT_EQ(feed().card->sold_out, "");
  run_to(600);
  EXPECT_EQ(noted<SoldOut>(), 1);
  EXPECT_EQ(feed().card->stock_line.substr(0, 7), "Stock 0");
  EXPECT_EQ(feed().card->sold_out, "SOLD OUT");
  EXPECT_FALSE(show_->state()->can_start_flash_sale);
}

TEST_F(ShowOfATake, EachOverlayCanBeTurnedOff) {
  plan_.audience = "busy";
  begin();
  show_->go_to_segment(1, seconds(1));
  run_to(120);
  show_->pin(0, now_);
  show_->start_flash_sale(now_);
  const FeedContent all = feed();
  EXPECT_TRUE(all.card && !all.card->hidden && all.card->number == 1 && all.pinned);
  for (const std::string& text : {all.timer, all.viewers, all.hearts, all.countdown})
    EXPECT_FALSE(text.empty());
  EXPECT_FALSE(all.chat.empty());
  EXPECT_FALSE(all.floating.empty());
  show_->stand_still();
  EXPECT_TRUE(feed().floating.empty());
  const size_t lines = all.chat.size();
  show_->use_parts({.number = false, .pinned = false}, now_);
  EXPECT_FALSE(feed().card->hidden);
  EXPECT_EQ(feed().card->number, 0);
  EXPECT_FALSE(feed().pinned);
  EXPECT_GE(feed().chat.size(), lines) << "what was pinned is a line like the others";
  show_->use_parts({false, false, false, false, false, false, false, false}, now_);
  const FeedContent none = feed();
  EXPECT_TRUE(none.card->hidden) << "its photo is left for layouts that show it large";
  EXPECT_FALSE(none.pinned);
  for (const std::string& text : {none.timer, none.viewers, none.hearts, none.countdown}) EXPECT_EQ(text, "");
  EXPECT_TRUE(none.chat.empty() && none.floating.empty());
  show_->use_parts({}, now_);
  EXPECT_EQ(feed().card, all.card) << "back in the middle of a take";
}

TEST_F(ShowOfATake, BeginsWithTheOverlaysOfItsPlan) {
  plan_.feed_parts.timer = false;
  begin();
  EXPECT_EQ(feed().timer, "");
}

TEST_F(ShowOfATake, ItsJournalSaysWhichOverlaysAreHiddenFromWhenOn) {
  const auto hidden = [this] {
    std::vector<std::pair<MediaTime, std::vector<std::string>>> found;
    for (const TakeEvent& event : noted_) {
      if (const auto* changed = std::get_if<OverlaysChanged>(&event.what))
        found.emplace_back(event.at, changed->hidden);
    }
    noted_.clear();
    return found;
  };
  using Noted = decltype(hidden());
  begin();
  EXPECT_EQ(hidden(), Noted{}) << "all are shown: nothing to say";
  show_->use_parts({.chat = false, .rising_hearts = false}, seconds(3));
  show_->use_parts({.chat = false, .rising_hearts = false}, seconds(4));
  show_->use_parts({}, seconds(5));
  EXPECT_EQ(hidden(), (Noted{{seconds(3), {"chat", "rising_hearts"}}, {seconds(5), {}}}));
  plan_.feed_parts.timer = false;
  begin();
  EXPECT_EQ(hidden(), (Noted{{seconds(0), {"timer"}}})) << "what the take begins without";
}

TEST_F(ShowOfATake, NotesSilenceAndCoachesOnlyWhenAsked) {
  begin();
  run_to(3);
  run_to(30, -75);
  EXPECT_EQ(noted<SilenceStarted>(), 1);
  EXPECT_EQ(noted<CueShown>(), 0);
  run_to(31, -20);
  EXPECT_EQ(noted<SilenceEnded>(), 1);
  plan_.cues = true;
  now_ = {};
  begin();
  run_to(40, -75);
  EXPECT_EQ(noted<CueShown>(), 2) << "one in twenty seconds";
}

TEST_F(ShowOfATake, SaysWhenHerFaceHasLeftThePicture) {
  plan_.cues = true;
  begin();
  const auto look = [this](bool face, double moved) {
    PictureSample sample;
    sample.at = now_;
    sample.faces = face ? 1 : 0;
    if (face) sample.face = SeenFace{{0.5, 0.4}, 0.14, 0.25, 0.36, 0, 0.9};
    sample.moved = moved;
    show_->see(sample);
  };
  const auto go_on = [&](double to, bool face) {
    while (now_ < seconds(to)) {
      look(face, 0.1);
      talk_to(now_.seconds() + 0.7);
    }
  };
  go_on(3, false);
  EXPECT_EQ(noted<CueShown>(), 0) << "nobody was there yet";
  go_on(12, true);
  EXPECT_EQ(noted<CueShown>(), 0);
  go_on(18, false);
  ASSERT_EQ(noted<CueShown>(), 1);
  EXPECT_EQ(show_->state()->cue->kind, "face");
  EXPECT_EQ(show_->state()->cue->how.english(), "Come back to the middle");
}

TEST_F(ShowOfATake, CallsItDeadAirWhenNothingIsHeardAndNothingMoves) {
  plan_.cues = true;
  for (const bool moves : {false, true}) {
    noted_.clear();
    now_ = {};
    begin();
    talk_to(5);
    for (int n = 0; n < 8; ++n) {  // until 10.6 s
      PictureSample sample;
      sample.at = now_;
      sample.moved = moves ? 0.1 : 0.0;
      show_->see(sample);
      run_to(now_.seconds() + 0.65, -75);
    }
    EXPECT_EQ(noted<CueShown>(), moves ? 0 : 1) << "her hands show something: she gets two seconds more";
    run_to(12.5, -75);
    EXPECT_EQ(noted<CueShown>(), 1);
  }
}

TEST_F(ShowOfATake, SaysWhenSheCanHardlyBeHeard) {
  plan_.cues = true;
  begin();
  while (now_ < seconds(25)) {
    run_to(now_.seconds() + 0.6, -36);
    run_to(now_.seconds() + 0.3, -70);
  }
  ASSERT_EQ(noted<CueShown>(), 1);
  const auto shown = std::find_if(noted_.begin(), noted_.end(), [](const TakeEvent& event) {
    return std::holds_alternative<CueShown>(event.what);
  });
  EXPECT_EQ(std::get<CueShown>(shown->what).cue, "quiet");
}

TEST_F(ShowOfATake, AsksForThePriceOnceUnlessItIsTickedOff) {
  plan_.cues = true;
  for (const bool ticked : {false, true}) {
    noted_.clear();
    now_ = {};
    begin();
    show_->go_to_segment(1, seconds(1));
    talk_to(20);
    if (ticked) {
      const auto& points = show_->state()->prompter.points;
      const auto price = std::find_if(points.begin(), points.end(), [](const auto& p) { return p.price; });
      ASSERT_NE(price, points.end());
      show_->prompt(prompter::Tick{static_cast<int>(price - points.begin())}, now_);
    }
    talk_to(30);
    EXPECT_EQ(price_cues(), 0) << "there is time";
    talk_to(32);
    EXPECT_EQ(price_cues(), ticked ? 0 : 1);
    if (!ticked) {
      EXPECT_EQ(show_->state()->cue->kind, "price");
    }
    talk_to(100);
    EXPECT_EQ(price_cues(), ticked ? 0 : 1) << "once for a product";
    show_->go_to_segment(2, now_);
    talk_to(140);
    EXPECT_EQ(price_cues(), ticked ? 1 : 2) << "another product, another price";
    EXPECT_EQ(noted<PointTicked>(), ticked ? 1 : 0);
  }
}

TEST_F(ShowOfATake, HeartsRiseOneByOne) {
  RisingHearts hearts;
  EXPECT_TRUE(hearts.at({}, 0).empty());
  size_t most = 0;
  for (int ms = 0; ms < 20'000; ms += 33) {
    const auto shown = hearts.at(MediaTime::from_ms(ms), ms / 20);
    most = std::max(most, shown.size());
    for (const FloatingHeart& heart : shown) EXPECT_TRUE(heart.rise >= 0 && heart.rise <= 1 && heart.x <= 1);
  }
  EXPECT_EQ(most, RisingHearts::kMost);
  hearts.at(seconds(60), 999);
  EXPECT_TRUE(hearts.at(seconds(70), 999).empty()) << "nothing new";
}

TEST(FlashSalePrice, IsATenthOffInRoundMoney) {
  EXPECT_EQ(flash_sale_price(199'000), 179'000);
  EXPECT_EQ(flash_sale_price(12'000), 10'500);
  EXPECT_EQ(flash_sale_price(2'500), 2'200);
}

}  // namespace
}  // namespace gladi
