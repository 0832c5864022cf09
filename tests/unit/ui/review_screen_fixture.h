// The review screen of a take of 100 s with two comments, at 30 s, for its tests.
#pragma once

#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/review/review_screen.h"

namespace gladi::test {

class ReviewScreenTest : public ScreenTest {
 protected:
  ReviewScreenTest() {
    model_.opening = false;
    model_.person_name = "Siti Aminah";
    model_.title = {"Batik Ecoprint", ""};
    model_.player.duration = MediaTime::from_ms(100'000);
    model_.player.position = MediaTime::from_ms(30'000);
    const auto segment = [](const char* title, bool product, int from_s, int to_s) {
      const MediaTime from = MediaTime::from_ms(from_s * 1000);
      return ReviewSegment{title, product, from, MediaTime::from_ms(to_s * 1000), MediaTime::from_ms(30'000),
                           from};
    };
    model_.segments = {segment("Pembukaan", false, 0, 20), segment("Kain daun jati", true, 20, 70),
                       segment("Penutup", false, 70, 100)};
    ReviewComment own{{"c1", MediaTime::from_ms(42'000), "Harga sudah jelas", {}}, "Siti Aminah", true};
    ReviewComment other{{"c2", MediaTime::from_ms(80'000), "Bagus!", {}}, "Pelatih", false};
    model_.comments = {own, other};
  }

  std::function<std::optional<ReviewIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_review(ui, model_, view_); };
  }
  template <class T>
  std::optional<T> pressed(int scancode) {
    return wanted<T>(press_key<ReviewIntent>(scancode, drawing()));
  }
  template <class T>
  std::optional<T> clicked(const std::string& name) {
    return wanted<T>(click<ReviewIntent>(name, drawing()));
  }
  template <class T>
  static std::optional<T> wanted(const std::optional<ReviewIntent>& intent) {
    if (!intent || !std::holds_alternative<T>(*intent)) return std::nullopt;
    return std::get<T>(*intent);
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<ReviewIntent>(drawing());
  }
  void type(const std::string& text) {
    frame<ReviewIntent>(drawing());
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    typed_ = frame<ReviewIntent>(drawing());
    if (!typed_) typed_ = frame<ReviewIntent>(drawing());
  }

  ReviewModel model_;
  ReviewView view_;
  std::optional<ReviewIntent> typed_;
};

}  // namespace gladi::test
