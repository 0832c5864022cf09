#include "ui/widgets/widget_registry.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

TEST(WidgetRegistry, WritesNamedPlacesInPixelsOfTheWindow) {
  const test::TempFolder folder;
  WidgetRegistry registry;
  registry.log_to(folder / "widgets.json");
  registry.begin_frame(1.5F);
  registry.set_screen("home");
  registry.add("home.start", {48, 660, 300, 70}, false);
  registry.note("home.camera", "live");
  registry.end_frame();
  const nlohmann::json written = nlohmann::json::parse(std::ifstream(folder / "widgets.json"));
  EXPECT_EQ(written["screen"], "home");
  EXPECT_EQ(written["notes"]["home.camera"], "live");
  EXPECT_EQ(written["widgets"]["home.start"],
            nlohmann::json::parse(R"({"x":72,"y":990,"w":450,"h":105,"enabled":false})"));
}

TEST(WidgetRegistry, WritesOnlyWhenSomethingHasChanged) {
  const test::TempFolder folder;
  const std::filesystem::path log = folder / "widgets.json";
  WidgetRegistry registry;
  registry.log_to(log);
  const auto frame = [&](float x) {
    registry.begin_frame(1);
    registry.set_screen("home");
    registry.add("home.start", {x, 0, 10, 10});
    registry.end_frame();
  };
  frame(0);
  std::filesystem::remove(log);
  frame(0);
  EXPECT_FALSE(std::filesystem::exists(log));
  frame(5);
  EXPECT_TRUE(std::filesystem::exists(log));
}

TEST(WidgetRegistry, ForgetsWhatIsNoLongerShown) {
  WidgetRegistry registry;
  registry.begin_frame(1);
  registry.add("home.name.save", {0, 0, 10, 10});
  registry.end_frame();
  registry.begin_frame(1);
  registry.end_frame();
  EXPECT_TRUE(registry.places().empty());
}

}  // namespace
}  // namespace gladi
