#include "studio/rehearsal/prompter.h"

#include <gtest/gtest.h>

#include "studio/catalogue/catalogue_file.h"
#include "studio/session/event_json.h"

namespace gladi {
namespace {

MediaTime seconds(double s) {
  return MediaTime::from_seconds(s);
}

class PrompterOfATake : public testing::Test {
 protected:
  PrompterOfATake() {
    Product cloth;
    cloth.id = "kain";
    cloth.price_rupiah = 199'000;
    cloth.normal_price_rupiah = 225'000;
    cloth.key_points = {{"Bahan berharga, adem", ""}, {"Harga live Rp 199.000", ""}, {"Stok 8", ""}};
    Product bag;
    bag.id = "tas";
    bag.price_rupiah = 75'000;
    bag.key_points = {{"Jahitan dobel", ""}};
    catalogue_.products = {cloth, bag};
    rundown_.segments = {{SegmentKind::kOpening, {}, "", seconds(60), {{"Salam", ""}}},
                         {SegmentKind::kProduct, {}, "kain", seconds(60), {}},
                         {SegmentKind::kProduct, {}, "tas", seconds(60), {}},
                         {SegmentKind::kClosing, {}, "", seconds(60), {}}};
    rundown_.segments[0].script = {"satu dua tiga empat lima enam tujuh delapan sembilan sepuluh", ""};
  }

  Prompter prompter(int words_a_minute = 60) {
    return {rundown_, catalogue_, Language::kIndonesian, words_a_minute};
  }

  Catalogue catalogue_;
  Rundown rundown_;
};

TEST_F(PrompterOfATake, TicksOffWhatIsUpAndGoesOnToTheNext) {
  Prompter on = prompter();
  on.go_to(1, {});
  EXPECT_EQ(on.state().next, 0);
  const auto ticked = on.act(prompter::Tick{}, seconds(3));
  ASSERT_TRUE(ticked);
  EXPECT_EQ(std::tie(ticked->segment, ticked->point, ticked->said, ticked->price),
            std::make_tuple(1, 0, true, false));
  EXPECT_TRUE(on.state().points[0].said);
  EXPECT_EQ(on.state().next, 1);
  EXPECT_TRUE(on.act(prompter::Tick{}, seconds(4))->price);
  on.act(prompter::Tick{}, seconds(5));
  EXPECT_EQ(on.state().next, -1) << "all are said";
  EXPECT_FALSE(on.act(prompter::Tick{}, seconds(6)));
}

TEST_F(PrompterOfATake, PointsAreSaidInAnyOrderAndTakenBack) {
  Prompter on = prompter();
  on.go_to(1, {});
  on.act(prompter::Aim{1}, {});
  EXPECT_EQ(on.state().next, 1);
  on.act(prompter::Tick{}, {});
  EXPECT_EQ(on.state().next, 2);
  on.act(prompter::Aim{-1}, {});
  EXPECT_EQ(on.state().next, 0) << "what is said is passed over";
  on.act(prompter::Aim{-1}, {});
  EXPECT_EQ(on.state().next, 0);
  on.act(prompter::Aim{0}, {});
  on.act(prompter::Tick{2}, {});
  EXPECT_TRUE(on.state().points[2].said);
  const auto back = on.act(prompter::Untick{}, {});
  ASSERT_TRUE(back);
  EXPECT_EQ(back->point, 2);
  EXPECT_FALSE(back->said);
  EXPECT_EQ(on.state().next, 2);
  EXPECT_FALSE(on.act(prompter::Tick{1}, {})->said) << "a click on what is said takes it back";
  EXPECT_FALSE(on.act(prompter::Untick{}, {})) << "nothing is left";
  EXPECT_FALSE(on.act(prompter::Tick{7}, {}));
}

TEST_F(PrompterOfATake, KeepsTheTicksOfEachSegment) {
  Prompter on = prompter();
  on.go_to(1, {});
  on.act(prompter::Tick{0}, {});
  on.go_to(2, {});
  EXPECT_FALSE(on.state().points[0].said);
  on.go_to(1, {});
  EXPECT_TRUE(on.state().points[0].said);
  EXPECT_EQ(on.state().next, 1);
  on.go_to(9, {});
  EXPECT_TRUE(on.state().points.empty());
  EXPECT_FALSE(on.act(prompter::Tick{}, {}));
}

TEST_F(PrompterOfATake, KnowsWhichPointIsThePriceAndAddsItWhereNoneIs) {
  Prompter on = prompter();
  EXPECT_FALSE(on.price_said()) << "an opening sells nothing";
  EXPECT_FALSE(on.state().points[0].price);
  on.go_to(1, {});
  ASSERT_EQ(on.state().points.size(), 3U);
  EXPECT_FALSE(on.state().points[0].price) << "berharga is another word";
  EXPECT_TRUE(on.state().points[1].price);
  EXPECT_EQ(on.price_said(), false);
  on.act(prompter::Tick{0}, {});
  EXPECT_EQ(on.price_said(), false);
  on.act(prompter::Tick{1}, {});
  EXPECT_EQ(on.price_said(), true);
  on.go_to(2, {});
  ASSERT_EQ(on.state().points.size(), 2U);
  EXPECT_EQ(on.state().points[1].usual.english(), "Live price Rp 75.000");
  EXPECT_EQ(on.price_said(), false);
  on.act(prompter::Tick{1}, {});
  EXPECT_EQ(on.price_said(), true);
}

TEST_F(PrompterOfATake, HelpsWithUsualPointsWhereNobodyHasWrittenAny) {
  catalogue_.products[1].key_points.clear();
  rundown_.segments[0].key_points.clear();
  const auto words = [](const Prompter& on) {
    std::vector<std::string> found;
    for (const PromptPoint& point : on.state().points) found.push_back(point.usual.english());
    return found;
  };
  Prompter on = prompter();
  EXPECT_EQ(words(on).size(), 3U);
  EXPECT_EQ(words(on)[0], "Greet, say your name and where you are from");
  on.go_to(2, {});
  EXPECT_EQ(words(on), (std::vector<std::string>{"Live price Rp 75.000", "Show it close to the camera",
                                                 "Say what is special about it",
                                                 "Ask them to press number 2 in the basket"}));
  EXPECT_EQ(on.price_said(), false);
  EXPECT_TRUE(on.act(prompter::Tick{0}, {})->price);
  EXPECT_EQ(on.price_said(), true);
  EXPECT_FALSE(on.act(prompter::Tick{3}, {})->price);
  on.go_to(3, {});
  EXPECT_EQ(words(on).back(), "Say when you are live again");
  on.go_to(1, {});
  EXPECT_EQ(words(on), std::vector<std::string>(3)) << "her own are left as they are";
  on.go_to(9, {});
  EXPECT_TRUE(words(on).empty()) << "outside the rundown";
}

TEST(PrompterOfTheDemos, FindsThePriceInEveryProductThatNamesIt) {
  for (const char* name : {"batik-ecoprint", "tas-sepatu", "jamu-camilan"}) {
    auto loaded = load_catalogue(std::string(GLADI_SOURCE_DIR "/assets/catalogues/") + name);
    ASSERT_TRUE(loaded);
    for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
      Prompter on(loaded->rundown, loaded->catalogue, language);
      for (size_t i = 0; i < loaded->rundown.segments.size(); ++i) {
        on.go_to(static_cast<int>(i), {});
        int prices = 0;
        for (const PromptPoint& point : on.state().points) prices += point.price;
        const bool product = loaded->rundown.segments[i].kind == SegmentKind::kProduct;
        EXPECT_EQ(prices > 0, product) << name << " " << i;
      }
      EXPECT_FALSE(loaded->rundown.segments[0].script.in(language).empty()) << "the opening can be read";
    }
  }
}

TEST_F(PrompterOfATake, ATextRollsFromTheTakesBeginningAtTheSpeedThatIsSet) {
  Prompter on = prompter(60);
  EXPECT_TRUE(on.state().shows_script);
  EXPECT_FALSE(on.state().rolling) << "the take hasn't begun";
  EXPECT_EQ(on.script_share(seconds(5)), 0);
  on.start({});
  EXPECT_TRUE(on.state().rolling);
  EXPECT_DOUBLE_EQ(on.script_share(seconds(5)), 0.5);
  on.act(prompter::SetSpeed{120}, seconds(5));
  EXPECT_EQ(on.state().words_a_minute, 120);
  EXPECT_DOUBLE_EQ(on.script_share(seconds(6)), 0.7);
  on.act(prompter::Roll{false}, seconds(6));
  EXPECT_DOUBLE_EQ(on.script_share(seconds(60)), 0.7);
  on.act(prompter::Skip{-2}, seconds(60));
  EXPECT_DOUBLE_EQ(on.script_share(seconds(61)), 0.5);
  on.act(prompter::Roll{true}, seconds(61));
  EXPECT_DOUBLE_EQ(on.script_share(seconds(200)), 1);
  on.act(prompter::Roll{true}, seconds(200));
  EXPECT_DOUBLE_EQ(on.script_share(seconds(200)), 0) << "from its end it begins again";
  on.act(prompter::SetSpeed{9'999}, seconds(200));
  EXPECT_EQ(on.state().words_a_minute, ScriptRoll::kFastest);
}

TEST_F(PrompterOfATake, TextAndPointsChangePlacesWhereThereIsAText) {
  Prompter on = prompter(60);
  on.start({});
  on.act(prompter::ShowScript{false}, seconds(4));
  EXPECT_FALSE(on.state().shows_script || on.state().rolling);
  on.go_to(1, seconds(5));
  on.act(prompter::ShowScript{true}, seconds(5));
  EXPECT_FALSE(on.state().shows_script) << "the product has none";
  on.go_to(0, seconds(6));
  EXPECT_FALSE(on.state().shows_script) << "as it was left";
  on.act(prompter::ShowScript{true}, seconds(7));
  EXPECT_DOUBLE_EQ(on.script_share(seconds(9)), 0.2) << "it begins anew with its segment";
}

TEST(PointTickedInTheJournal, IsReadAsItWasWritten) {
  const TakeEvent written{seconds(2), PointTicked{3, 4, false, true}};
  const EventLine line = event_of_line(event_to_line(written));
  ASSERT_TRUE(line.event);
  const auto& read = std::get<PointTicked>(line.event->what);
  EXPECT_EQ(std::tie(read.segment, read.point, read.said, read.price), std::make_tuple(3, 4, false, true));
  EXPECT_EQ(line.event->at.ns, seconds(2).ns);
}

}  // namespace
}  // namespace gladi
