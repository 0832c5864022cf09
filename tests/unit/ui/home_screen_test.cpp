#include "ui/screens/home/home_screen.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/temp_folder.h"
#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

class HomeScreen : public test::ScreenTest {
 protected:
  HomeScreen() {
    for (const char* slug : {"batik-ecoprint", "tas-sepatu", "jamu-camilan"}) {
      model_.catalogues.push_back({slug, {slug, ""}, 5, 10, {}});
    }
    model_.chosen_catalogue = "batik-ecoprint";
    model_.camera_name = "Integrated Webcam";
    model_.checkup = check_up({});
    widgets_.log_to(log_);
  }

  void add_people(int count) {
    for (int i = 0; i < count; ++i) {
      Person person;
      person.id = "id-" + std::to_string(i);
      person.name = "Peserta " + std::to_string(i + 10);
      person.consent.asked_at = WallTime{};
      model_.people.push_back(person);
    }
    model_.chosen_person = "id-0";
  }

  std::optional<HomeIntent> draw(Ui& ui) { return draw_home(ui, model_, view_); }
  std::optional<HomeIntent> click_on(const std::string& name) {
    return click<HomeIntent>(name, [this](Ui& ui) { return draw(ui); });
  }
  std::optional<HomeIntent> press(int scancode) {
    return press_key<HomeIntent>(scancode, [this](Ui& ui) { return draw(ui); });
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<HomeIntent>([this](Ui& ui) { return draw(ui); });
  }

  // A word of state, as a test of the whole program reads it.
  std::string note(const std::string& name) {
    std::ifstream file(log_);
    return nlohmann::json::parse(file).at("notes").at(name);
  }

  void type(const char* text) {
    ImGui::GetIO().AddInputCharactersUTF8(text);
    show();
  }

  test::TempFolder folder_;
  const std::filesystem::path log_ = folder_.path() / "widgets.json";
  HomeModel model_;
  HomeView view_;
};

TEST_F(HomeScreen, AClickOnANameChoosesThePerson) {
  add_people(3);
  const auto intent = click_on("home.person.Peserta 11");
  ASSERT_TRUE(intent);
  ASSERT_TRUE(std::holds_alternative<home::ChoosePerson>(*intent));
  EXPECT_EQ(std::get<home::ChoosePerson>(*intent).id, "id-1");
}

TEST_F(HomeScreen, WhoCameWithAListIsAskedForConsentBeforeTheFirstTake) {
  add_people(3);
  model_.people[0].consent = {};
  EXPECT_FALSE(press(SDL_SCANCODE_F9));
  EXPECT_EQ(view_.sheet, HomeView::Sheet::kName);
  show();
  EXPECT_FALSE(widgets_.places().contains("home.name.field"));
  click_on("home.name.class");
  const auto intent = click_on("home.name.save");
  ASSERT_TRUE(intent && std::holds_alternative<home::GiveConsent>(*intent));
  EXPECT_EQ(std::get<home::GiveConsent>(*intent).id, "id-0");
  EXPECT_TRUE(std::get<home::GiveConsent>(*intent).consent.class_show);
  EXPECT_FALSE(std::get<home::GiveConsent>(*intent).consent.review);
}

TEST_F(HomeScreen, ANameStopsAtEightyLetters) {
  click_on("home.new_name");
  type(std::string(100, 'a').c_str());
  EXPECT_EQ(view_.name, std::string(80, 'a'));
}

TEST_F(HomeScreen, AClassIsShownInItsOrder) {
  add_people(5);
  Group group;
  group.id = "g";
  group.name = "UMKM";
  group.members = {"id-3", "id-1"};
  model_.groups = {group};
  model_.chosen_group = "g";
  show();
  EXPECT_TRUE(widgets_.places().contains("home.person.Peserta 13"));
  EXPECT_FALSE(widgets_.places().contains("home.person.Peserta 10"));
  EXPECT_LT(widgets_.places().at("home.person.Peserta 13").box.x,
            widgets_.places().at("home.person.Peserta 11").box.x);
}

TEST_F(HomeScreen, AClickOnACardChoosesTheCatalogue) {
  const auto intent = click_on("home.catalogue.jamu-camilan");
  ASSERT_TRUE(intent && std::holds_alternative<home::ChooseCatalogue>(*intent));
  EXPECT_EQ(std::get<home::ChooseCatalogue>(*intent).slug, "jamu-camilan");
}

TEST_F(HomeScreen, TheRedButtonAndF9Start) {
  add_people(1);
  auto intent = click_on("home.start");
  ASSERT_TRUE(intent && std::holds_alternative<home::StartRehearsal>(*intent));
  intent = press(SDL_SCANCODE_F9);
  ASSERT_TRUE(intent && std::holds_alternative<home::StartRehearsal>(*intent));
}

TEST_F(HomeScreen, WithoutAnyNameTheRedButtonAsksForOneAndThenStarts) {
  EXPECT_FALSE(click_on("home.start"));
  EXPECT_EQ(widgets_.screen(), "home.name");
  type("Bu Siti");
  EXPECT_EQ(view_.name, "Bu Siti") << "the field has the keyboard without a click";
  const auto intent = click_on("home.name.save");
  ASSERT_TRUE(intent && std::holds_alternative<home::AddPerson>(*intent));
  const auto& add = std::get<home::AddPerson>(*intent);
  EXPECT_EQ(add.name, "Bu Siti");
  EXPECT_TRUE(add.then_start);
  EXPECT_FALSE(add.consent.review || add.consent.class_show || add.consent.promotion)
      << "nothing is ticked ahead";
}

TEST_F(HomeScreen, EachConsentIsTickedOnItsOwn) {
  click_on("home.new_name");
  type("Rina");
  click_on("home.name.review");
  click_on("home.name.promotion");
  const auto intent = click_on("home.name.save");
  ASSERT_TRUE(intent && std::holds_alternative<home::AddPerson>(*intent));
  const Consent& consent = std::get<home::AddPerson>(*intent).consent;
  EXPECT_TRUE(consent.review);
  EXPECT_FALSE(consent.class_show);
  EXPECT_TRUE(consent.promotion);
  EXPECT_FALSE(std::get<home::AddPerson>(*intent).then_start);
}

TEST_F(HomeScreen, AnEmptyNameCannotBeSaved) {
  click_on("home.new_name");
  type("   ");
  EXPECT_FALSE(click_on("home.name.save"));
}

TEST_F(HomeScreen, ARefusedNameKeepsTheKeyboardAndItsProblemGoesWithTheNextLetter) {
  click_on("home.new_name");
  type("Siti");
  ASSERT_TRUE(press(SDL_SCANCODE_RETURN));
  model_.name_problem =
      Message("\"{0}\" is in the list already. Add a second name to tell the two apart.", {"Siti"});
  show();
  EXPECT_EQ(note("home.name.problem"), "Nama Siti sudah ada. Tambahkan nama kedua.");
  type(" B");
  EXPECT_EQ(view_.name, "Siti B") << "what is typed goes on where it stopped";
  EXPECT_EQ(note("home.name.problem"), "");
}

TEST_F(HomeScreen, ANewSheetShowsNoOldProblem) {
  click_on("home.new_name");
  type("Siti");
  ASSERT_TRUE(press(SDL_SCANCODE_RETURN));
  model_.name_problem = Message("Siti");
  click_on("home.name.cancel");
  click_on("home.new_name");
  EXPECT_EQ(note("home.name.problem"), "");
}

TEST_F(HomeScreen, EnterWithoutANameLeavesTheKeyboardInTheField) {
  click_on("home.new_name");
  show();
  EXPECT_FALSE(press(SDL_SCANCODE_RETURN));
  show();
  type("Rina");
  EXPECT_EQ(view_.name, "Rina");
}

TEST_F(HomeScreen, AStandInIsExplainedInBothLanguagesAndSizes) {
  CheckupInput input;
  input.camera.wanted = true;
  input.camera.demo = true;
  input.camera.problem =
      Error{ErrorKind::kNotFound, Message("No camera was found on this computer at all."), {}};
  model_.checkup = check_up(input);
  model_.camera_name.clear();
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      area_ = area;
      show();
      const std::string words = note("home.check.camera");
      EXPECT_NE(words.find(translator_.tr(model_.checkup.camera.advice)), std::string::npos) << words;
      if (area.w < 1200) {
        EXPECT_NE(words.find("No camera was found"), std::string::npos) << words;
      }
    }
  }
}

TEST_F(HomeScreen, ACameraThatWorksSaysHowSheSitsBeforeIt) {
  CheckupInput input;
  input.camera.gives_anything = true;
  input.mean_brightness = 0.45;
  input.seen = PictureSample{};
  input.seen->faces = 1;
  input.seen->face = SeenFace{{0.5, 0.4}, 0.05, 0.1, 0.36, 0, 0.9};
  input.seen->light = {0.5, 0.5, 0};
  const Checkup far = check_up(input);
  input.seen->faces.reset();
  input.seen->face.reset();
  input.face_problem = Error{ErrorKind::kNotFound, Message("The file {0} is not there.", {"m.onnx"}), {}};
  const Checkup unknown = check_up(input);
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      area_ = area;
      model_.checkup = far;
      show();
      EXPECT_NE(note("home.check.camera").find(translator_.tr(far.face.advice)), std::string::npos);
      EXPECT_EQ(note("home.check.face"), translator_.tr("Too far away"));
      expect_everything_inside();
      model_.checkup = unknown;
      show();
      EXPECT_EQ(note("home.check.face"), translator_.tr("Your face is not looked for"));
      expect_everything_inside();
    }
  }
}

TEST_F(HomeScreen, WhereNothingIsHeardAnotherMicrophoneIsOneKeyAway) {
  CheckupInput input;
  input.microphone.gives_anything = true;
  input.listened_long_enough = true;
  model_.checkup = check_up(input);
  ASSERT_TRUE(model_.checkup.nothing_heard);
  show();
  EXPECT_FALSE(widgets_.places().contains("home.other_microphone")) << "there is none";
  model_.other_microphone_spec = "portaudio:USB";
  model_.other_microphone_name = "USB PnP Sound Device with a name that is far longer than its button";
  for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
    area_ = area;
    show();
    expect_everything_inside();
    expect_no_overlap("home.other_microphone", "home.preview");
    const auto& card = widgets_.places().at("home.check").box;
    EXPECT_TRUE(card.contains(widgets_.places().at("home.other_microphone").box));
  }
  for (const auto& intent : {press(SDL_SCANCODE_F6), click_on("home.other_microphone")}) {
    ASSERT_TRUE(intent && std::holds_alternative<home::ChangeSettings>(*intent));
    EXPECT_EQ(std::get<home::ChangeSettings>(*intent).settings.microphone, "portaudio:USB");
  }
}

TEST_F(HomeScreen, TheRingLightShinesByKeyAndByMouse) {
  const auto light = [](const std::optional<HomeIntent>& intent) {
    const auto* change = intent ? std::get_if<home::ChangeSettings>(&*intent) : nullptr;
    EXPECT_NE(change, nullptr);
    return change ? change->settings.ring_light : RingLight{};
  };
  using Tone = RingLight::Tone;
  EXPECT_EQ(light(press(SDL_SCANCODE_F3)).tone, Tone::kWhite);
  EXPECT_EQ(light(click_on("home.light")).tone, Tone::kWhite);
  model_.settings.ring_light = {Tone::kWarm, 3};
  EXPECT_EQ(light(press(SDL_SCANCODE_F4)).brightness, 2);
  EXPECT_EQ(light(click_on("home.brighter")).brightness, 4);
  EXPECT_EQ(light(click_on("home.light")).tone, Tone::kOff);
}

TEST_F(HomeScreen, AGenericMicrophoneIsCalledAMicrophone) {
  for (const char* name : {"default", "pulse", "sysdefault", ""}) {
    model_.microphone_name = name;
    show();
    EXPECT_EQ(note("home.check.microphone").rfind("Mikrofon|", 0), 0U) << name;
  }
  model_.microphone_name = "USB PnP";
  show();
  EXPECT_EQ(note("home.check.microphone").rfind("USB PnP|", 0), 0U);
}

TEST_F(HomeScreen, EscapeClosesASheetAndLosesNothingElse) {
  click_on("home.settings");
  EXPECT_EQ(widgets_.screen(), "home.settings");
  press(SDL_SCANCODE_ESCAPE);
  show();
  EXPECT_EQ(widgets_.screen(), "home");
}

TEST_F(HomeScreen, EscapeClosesTheSheetAlsoWhileTyping) {
  click_on("home.new_name");
  type("Rina");
  press(SDL_SCANCODE_ESCAPE);
  show();
  EXPECT_EQ(widgets_.screen(), "home");
}

TEST_F(HomeScreen, EscapeClosesAnOpenListBeforeTheSheetBelowIt) {
  model_.cameras = std::vector<DeviceChoice>{{"", "Kamera pertama"}, {"demo", "Kamera contoh"}};
  model_.microphones = std::vector<DeviceChoice>{{"", "Mikrofon"}};
  click_on("home.settings");
  click_on("home.settings.camera");
  EXPECT_TRUE(widgets_.places().contains("home.settings.camera.1"));
  press(SDL_SCANCODE_ESCAPE);
  show();
  EXPECT_EQ(widgets_.screen(), "home.settings");
  EXPECT_FALSE(widgets_.places().contains("home.settings.camera.1"));
  press(SDL_SCANCODE_ESCAPE);
  show();
  EXPECT_EQ(widgets_.screen(), "home");
}

TEST_F(HomeScreen, AListGivesTheDeviceThatIsClicked) {
  model_.cameras = std::vector<DeviceChoice>{{"", "Kamera pertama"}, {"demo", "Kamera contoh"}};
  model_.microphones = std::vector<DeviceChoice>{{"", "Mikrofon"}};
  click_on("home.settings");
  click_on("home.settings.camera");
  const auto intent = click_on("home.settings.camera.1");
  ASSERT_TRUE(intent && std::holds_alternative<home::ChangeSettings>(*intent));
  EXPECT_EQ(std::get<home::ChangeSettings>(*intent).settings.camera, "demo");
}

TEST_F(HomeScreen, F9DoesNothingBehindASheet) {
  add_people(1);
  click_on("home.settings");
  EXPECT_FALSE(press(SDL_SCANCODE_F9));
}

TEST_F(HomeScreen, TheLanguageButtonSwitchesTheLanguage) {
  model_.settings.language = Language::kIndonesian;
  const auto intent = click_on("home.language");
  ASSERT_TRUE(intent && std::holds_alternative<home::ChangeSettings>(*intent));
  EXPECT_EQ(std::get<home::ChangeSettings>(*intent).settings.language, Language::kEnglish);
}

TEST_F(HomeScreen, FitsSmallScreensInBothLanguages) {
  add_people(5);
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const Box& area :
         {Box{0, 0, 1024, 768}, Box{0, 0, 1366, 768}, Box{0, 0, 1280, 720}, Box{0, 0, 1024, 700}}) {
      area_ = area;
      show();
      expect_everything_inside();
      expect_no_overlap("home.start", "home.catalogue.batik-ecoprint");
      expect_no_overlap("home.start", "home.recordings");
      expect_no_overlap("home.recordings", "home.preview");
    }
  }
}

TEST_F(HomeScreen, FortyNamesLeaveTheNewNameAndTheRedButtonInSight) {
  add_people(40);
  area_ = {0, 0, 1024, 768};
  show();
  EXPECT_TRUE(area_.contains(widgets_.places().at("home.new_name").box));
  EXPECT_TRUE(area_.contains(widgets_.places().at("home.start").box));
  expect_no_overlap("home.new_name", "home.catalogue.batik-ecoprint");
}

TEST_F(HomeScreen, TheSheetsFitSmallScreensInBothLanguages) {
  area_ = {0, 0, 1024, 700};
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const HomeView::Sheet sheet : {HomeView::Sheet::kName, HomeView::Sheet::kSettings}) {
      view_.sheet = sheet;
      show();
      expect_everything_inside();
    }
    model_.displays = {"HDMI-1", "DP-2"};
    model_.free_bytes = 50'000'000'000;
    for (int page = 0; page <= static_cast<int>(HomeView::Page::kKeys); ++page) {
      view_.page = static_cast<HomeView::Page>(page);
      show();
      expect_everything_inside();
    }
    view_.sheet = HomeView::Sheet::kNone;
    show();
  }
}

TEST_F(HomeScreen, OfASecondWindowSaysSoAndStartsNothing) {
  add_people(1);
  EXPECT_TRUE(press(SDL_SCANCODE_F9));
  model_.kept_away = Message(GLADI_TEXT("Gladi is open already."));
  show();
  EXPECT_EQ(note("home.kept_away"), "yes");
  EXPECT_FALSE(press(SDL_SCANCODE_F9));
  EXPECT_TRUE(click_on("home.recordings")) << "looking is allowed";
}

}  // namespace
}  // namespace gladi
