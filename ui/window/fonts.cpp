#include "ui/window/fonts.h"

#include <fontconfig/fontconfig.h>
#include <imgui.h>
#include <imgui_freetype.h>

#include <cmath>
#include <memory>
#include <string>

#include "ui/theme/icons.h"

namespace gladi {
namespace {

struct PatternFree {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct ConfigFree {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using PatternPtr = std::unique_ptr<FcPattern, PatternFree>;
using ConfigPtr = std::unique_ptr<FcConfig, ConfigFree>;

int fontconfig_weight(TextWeight weight) {
  switch (weight) {
    case TextWeight::kMedium:
      return FC_WEIGHT_MEDIUM;
    case TextWeight::kSemiBold:
      return FC_WEIGHT_DEMIBOLD;
    case TextWeight::kBold:
      return FC_WEIGHT_BOLD;
  }
  return FC_WEIGHT_REGULAR;
}

std::string string_of(FcPattern* pattern, const char* property) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(pattern, property, 0, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

// fontconfig always answers with something: a font of another family counts as not found.
Result<std::string> find_font(FcConfig* config, const char* family, int weight, const char* package) {
  const PatternPtr wanted(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  // ImGui reads plain outlines, not the web's compressed ones.
  for (const char* format : {"CFF", "TrueType"}) {
    const PatternPtr pattern(FcPatternDuplicate(wanted.get()));
    FcPatternAddString(pattern.get(), FC_FONTFORMAT, reinterpret_cast<const FcChar8*>(format));
    FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    const PatternPtr found(FcFontMatch(config, pattern.get(), &result));
    if (!found || string_of(found.get(), FC_FAMILY) != family) continue;
    const std::string file = string_of(found.get(), FC_FILE);
    if (file.ends_with(".ttf") || file.ends_with(".otf")) return file;
  }
  return fail(
      ErrorKind::kNotFound,
      Message(GLADI_TEXT("The font {0} is missing. Please install the package {1}."), {family, package}));
}

// Latin with the letters of Indonesian names and loan words, punctuation, arrows and the few signs that are
// used.
constexpr ImWchar kLetters[] = {0x20,   0x17F,  0x2010, 0x2027, 0x2030, 0x203A, 0x20AC, 0x20AC,
                                0x2190, 0x2193, 0x2212, 0x2212, 0x2248, 0x2248, 0x25A0, 0x25A0,
                                0x25B2, 0x25B2, 0x25B6, 0x25B6, 0x25BC, 0x25BC, 0x25C0, 0x25C0,
                                0x25CF, 0x25CF, 0x2713, 0x2713, 0x2717, 0x2717, 0};
// What the two languages and most names need.
constexpr ImWchar kWestern[] = {0x20,   0xFF,   0x2010, 0x2027, 0x2030, 0x203A, 0x2190,
                                0x2193, 0x2212, 0x2212, 0x2713, 0x2713, 0};
constexpr ImWchar kDigits[] = {0x20, 0x20, 0x2B, 0x3A, 0};

const ImWchar* letters_of(const TextFace& face) {
  switch (face.letters) {
    case TextLetters::kWestern:
      return kWestern;
    case TextLetters::kDigits:
      return kDigits;
    case TextLetters::kAll:
      break;
  }
  return kLetters;
}

// ImGui measures a font from ascender to descender, designers by its em: Inter's ratio of the two.
constexpr float kInterLineHeight = 1.21F;

const ImWchar* icon_ranges() {
  static const auto ranges = [] {
    std::array<ImWchar, std::size(icons::kAll) * 2 + 1> out{};
    for (size_t i = 0; i < std::size(icons::kAll); ++i) out[2 * i] = out[2 * i + 1] = icons::kAll[i];
    return out;
  }();
  return ranges.data();
}

}  // namespace

float Fonts::line_height_dp(TextStyle style) const {
  return font(style)->FontSize * font(style)->Scale;
}

Result<Fonts> Fonts::load(float ui_scale) {
  const ConfigPtr config(FcInitLoadConfigAndFonts());
  std::array<std::string, 3> files;
  for (const TextWeight weight : {TextWeight::kMedium, TextWeight::kSemiBold, TextWeight::kBold}) {
    Result<std::string> file = find_font(config.get(), "Inter", fontconfig_weight(weight), "fonts-inter");
    if (!file) return fail(std::move(file));
    files[static_cast<size_t>(weight)] = *file;
  }
  Result<std::string> icon_file =
      find_font(config.get(), "Material Icons", FC_WEIGHT_REGULAR, "fonts-material-design-icons-iconfont");
  if (!icon_file) return fail(std::move(icon_file));

  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  atlas.Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoPowerOfTwoHeight;
  atlas.TexDesiredWidth = ui_scale > 1.5F ? 4096 : 2048;

  Fonts fonts;
  for (size_t i = 0; i < kTextStyles; ++i) {
    const TextFace& face = kTextFaces[i];
    const float size_px = std::round(face.size_dp * kInterLineHeight * ui_scale);
    ImFontConfig letters;
    letters.OversampleH = 1;
    letters.PixelSnapH = true;
    ImFont* font = atlas.AddFontFromFileTTF(files[static_cast<size_t>(face.weight)].c_str(), size_px,
                                            &letters, letters_of(face));
    if (font != nullptr && face.letters == TextLetters::kAll) {
      ImFontConfig icons;
      icons.MergeMode = true;
      icons.PixelSnapH = true;
      icons.GlyphOffset.y =
          std::round(size_px / 6);  // Material icons stand on the base line, letters go below it
      atlas.AddFontFromFileTTF(icon_file->c_str(), size_px, &icons, icon_ranges());
    }
    if (font == nullptr) {
      return fail(ErrorKind::kDamaged, Message(GLADI_TEXT("The font file {0} can't be read."),
                                               {files[static_cast<size_t>(face.weight)]}));
    }
    font->Scale = 1.0F / ui_scale;  // ImGui's own widgets measure in dp too
    font->EllipsisChar = 0x2026;
    fonts.fonts_[i] = font;
  }
  ImGui::GetIO().FontDefault = fonts.font(TextStyle::kBody);
  if (!atlas.Build()) {
    return fail(ErrorKind::kDamaged, Message(GLADI_TEXT("The font file {0} can't be read."), {files[0]}));
  }
  return fonts;
}

}  // namespace gladi
