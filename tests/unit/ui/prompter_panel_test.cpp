#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/studio/studio_screen.h"

namespace gladi {
namespace {

class PrompterPanel : public test::ScreenTest {
 protected:
  PrompterPanel() {
    palette_ = &kDarkPalette;
    plan_.person.name = "Siti";
    plan_.catalogue.name = {"Batik Ecoprint", ""};
    Product cloth;
    cloth.id = "kain";
    cloth.name = {"Kain Ecoprint Daun Jati 2 m", ""};
    cloth.price_rupiah = 199'000;
    cloth.key_points = {
        {"Daunnya asli, motifnya tak ada kembarannya", "Real leaves: no two cloths are alike"},
        {"Katun primisima, adem dipakai: dekatkan ke kamera", "Fine cotton, cool to wear"},
        {"Cuci pakai tangan, jemur di tempat teduh", "Wash by hand, dry in the shade"},
        {"Harga live Rp 199.000 (biasa Rp 225.000), stok 8", "Live price Rp 199.000"},
        {"Ajak: “Klik etalase nomor 1 ya, Kak!”", "Ask them: “Tap number 1!”"}};
    plan_.catalogue.products = {cloth};
    const MediaTime minute = MediaTime::from_ms(60'000);
    plan_.rundown.segments = {{SegmentKind::kOpening, {"Pembukaan", ""}, "", minute, {}},
                              {SegmentKind::kProduct, {}, "kain", minute, {}}};
    std::string text;
    for (int i = 0; i < 12; ++i) text += "Selamat datang, Kakak-kakak semua, di live kami hari ini.\n";
    plan_.rundown.segments[0].script = {text, ""};
    prompter_.emplace(plan_.rundown, plan_.catalogue, Language::kIndonesian);
    prompter_->start({});
    model_.plan = &plan_;
    model_.phase = StudioModel::Phase::kRecording;
    go_to(1);
  }

  void go_to(int segment) {
    prompter_->go_to(segment, {});
    model_.state.segment = segment;
    take_over();
  }
  void act(const PrompterAct& act) {
    prompter_->act(act, {});
    take_over();
  }
  void take_over() {
    auto show = std::make_shared<ShowState>();
    show->prompter = prompter_->state();
    if (with_cue_) show->cue = Cue{"price", Message("Has the price been said?"), Message("Say it")};
    show->audience.on = true;
    show->audience.stock = {8};
    show->audience.had_flash_sale = {false};
    model_.state.show = std::move(show);
  }
  std::optional<StudioIntent> press(int scancode) {
    return press_key<StudioIntent>(scancode, [this](Ui& ui) { return draw_studio(ui, model_); });
  }
  std::optional<StudioIntent> click_on(const std::string& name) {
    return click<StudioIntent>(name, [this](Ui& ui) { return draw_studio(ui, model_); });
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<StudioIntent>([this](Ui& ui) { return draw_studio(ui, model_); });
  }
  template <class Act>
  std::optional<Act> asked(const std::optional<StudioIntent>& intent) {
    const auto* prompt = intent ? std::get_if<studio::Prompt>(&*intent) : nullptr;
    const auto* act = prompt ? std::get_if<Act>(&prompt->act) : nullptr;
    return act ? std::optional(*act) : std::nullopt;
  }
  std::vector<std::string> points_shown() const {
    std::vector<std::string> names;
    for (const auto& [name, place] : widgets_.places())
      if (name.starts_with("studio.point.")) names.push_back(name.substr(13));
    return names;
  }

  TakePlan plan_;
  std::optional<Prompter> prompter_;
  StudioModel model_;
  bool with_cue_ = false;
};

TEST_F(PrompterPanel, PointsAreTickedOffByKeyAndMouse) {
  EXPECT_EQ(asked<prompter::Tick>(press(SDL_SCANCODE_SPACE))->point, -1);
  EXPECT_TRUE(asked<prompter::Untick>(press(SDL_SCANCODE_BACKSPACE)));
  EXPECT_EQ(asked<prompter::Aim>(press(SDL_SCANCODE_DOWN))->step, 1);
  EXPECT_EQ(asked<prompter::Aim>(press(SDL_SCANCODE_UP))->step, -1);
  EXPECT_EQ(asked<prompter::Tick>(click_on("studio.point.3"))->point, 3);
  act(prompter::Tick{});
  show();
  EXPECT_EQ(widgets_.notes().at("studio.said"), "1");
  EXPECT_EQ(widgets_.notes().at("studio.next_point"), "1");
}

TEST_F(PrompterPanel, NothingIsTickedBeforeTheTakeRuns) {
  model_.phase = StudioModel::Phase::kCountdown;
  EXPECT_FALSE(press(SDL_SCANCODE_SPACE));
}

TEST_F(PrompterPanel, ATextIsHeldAndSpedUpByKeyAndMouse) {
  go_to(0);
  EXPECT_FALSE(asked<prompter::Roll>(press(SDL_SCANCODE_SPACE))->on) << "it rolls";
  EXPECT_EQ(asked<prompter::SetSpeed>(press(SDL_SCANCODE_UP))->words_a_minute, 120);
  EXPECT_EQ(asked<prompter::SetSpeed>(press(SDL_SCANCODE_DOWN))->words_a_minute, 100);
  EXPECT_FALSE(asked<prompter::ShowScript>(press(SDL_SCANCODE_T))->on);
  EXPECT_FALSE(asked<prompter::Roll>(click_on("studio.script.roll"))->on);
  EXPECT_EQ(asked<prompter::SetSpeed>(click_on("studio.script.faster"))->words_a_minute, 120);
  EXPECT_EQ(asked<prompter::SetSpeed>(click_on("studio.script.slower"))->words_a_minute, 100);
  EXPECT_FALSE(asked<prompter::ShowScript>(click_on("studio.script.show"))->on);
  EXPECT_FALSE(press(SDL_SCANCODE_BACKSPACE)) << "nothing is ticked off here";
  EXPECT_TRUE(points_shown().empty());
  ImGui::GetIO().MouseWheel = -1;
  const Box panel = widgets_.places().at("studio.prompter").box;
  ImGui::GetIO().MousePos = {panel.middle_x(), panel.middle_y()};
  const auto skipped = frame<StudioIntent>([this](Ui& ui) { return draw_studio(ui, model_); });
  EXPECT_GT(asked<prompter::Skip>(skipped)->words, 0);
}

TEST_F(PrompterPanel, ItsSizeIsChosenAndTheUsualOneIsNoChoice) {
  const auto larger = press(SDL_SCANCODE_EQUALS);
  ASSERT_TRUE(larger && std::holds_alternative<studio::PrompterSize>(*larger));
  EXPECT_EQ(std::get<studio::PrompterSize>(*larger).size, 4);
  EXPECT_EQ(std::get<studio::PrompterSize>(*click_on("studio.prompter.larger")).size, 4);
  model_.prompter_size = 4;
  EXPECT_EQ(std::get<studio::PrompterSize>(*click_on("studio.prompter.smaller")).size, 0);
  model_.prompter_size = 5;
  EXPECT_FALSE(press(SDL_SCANCODE_EQUALS));
  model_.prompter_size = 1;
  EXPECT_FALSE(press(SDL_SCANCODE_MINUS));
}

TEST_F(PrompterPanel, WhatIsUpIsAlwaysSeenHoweverSmallTheScreenOrLargeTheText) {
  with_cue_ = true;
  for (const Box& area : {Box{0, 0, 1024, 768}, Box{0, 0, 1366, 768}, Box{0, 0, 1024, 700}}) {
    area_ = area;
    for (const Canvas& canvas : {Canvas{}, Canvas{1280, 720}}) {
      model_.canvas = canvas;
      for (int size = 0; size <= 5; ++size) {
        model_.prompter_size = size;
        go_to(1);
        for (int next = 0; next < 5; ++next) {
          show();
          const std::string name = "studio.point." + std::to_string(next);
          ASSERT_TRUE(widgets_.places().contains(name)) << area.w << "×" << area.h << " size " << size;
          const Box& point = widgets_.places().at(name).box;
          EXPECT_GE(point.y, widgets_.places().at("studio.prompter").box.y);
          act(prompter::Tick{next});
        }
        for (int said = 0; said < 5; ++said) act(prompter::Untick{});
        expect_everything_inside();
        expect_no_overlap("studio.feed", "studio.prompter");
        expect_no_overlap("studio.prompter.smaller", "studio.prompter.larger");
        go_to(0);
        show();
        expect_everything_inside();
        expect_no_overlap("studio.script.show", "studio.prompter.smaller");
        expect_no_overlap("studio.script.roll", "studio.script.slower");
        const Box& panel = widgets_.places().at("studio.prompter").box;
        for (const char* name : {"studio.script.roll", "studio.script.faster", "studio.script.show"})
          EXPECT_TRUE(panel.contains(widgets_.places().at(name).box)) << name << " at " << area.w;
      }
    }
  }
}

TEST_F(PrompterPanel, EveryPointThatIsSeenCanBeClickedWhereItStands) {
  area_ = {0, 0, 1024, 768};
  for (const int said : {-1, 0, 1}) {
    if (said >= 0) act(prompter::Tick{said});
    show();
    const std::vector<std::string> shown = points_shown();
    EXPECT_GE(shown.size(), 2U);
    for (const std::string& index : shown) {
      const auto tick = asked<prompter::Tick>(click_on("studio.point." + index));
      ASSERT_TRUE(tick) << index;
      EXPECT_EQ(std::to_string(tick->point), index);
    }
  }
}

TEST_F(PrompterPanel, OnALaptopAllPointsAreSeenAtOnce) {
  area_ = {0, 0, 1366, 768};
  show();
  EXPECT_EQ(points_shown().size(), 5U);
}

}  // namespace
}  // namespace gladi
