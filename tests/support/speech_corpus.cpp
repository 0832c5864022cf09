#include "tests/support/speech_corpus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {
namespace fs = std::filesystem;

const std::vector<std::string>& sentences(CorpusPart part) {
  static const std::vector<std::string> tuning = {
      "Halo semuanya, selamat datang di toko kami, terima kasih sudah mampir.",
      "Hari ini saya bawa kerupuk udang asli dari Sidoarjo, renyah dan gurih sekali.",
      "Harganya cuma lima belas ribu rupiah untuk satu bungkus besar.",
      "Lihat ya, warnanya cerah, jahitannya rapi, dan bahannya adem dipakai seharian.",
      "Yang mau pesan silakan klik keranjang kuning nomor tiga di bawah.",
      "Kak Wulan tanya apakah bisa dicuci pakai mesin, bisa Kak, asal airnya dingin.",
      "Kita kirim dari Yogyakarta setiap hari sebelum jam empat sore.",
      "Stoknya tinggal dua belas, jadi kalau cocok langsung dipilih saja.",
      "Batik ini dibuat oleh ibu-ibu di desa kami, semuanya pakai canting.",
      "Kalau beli dua, ongkos kirimnya lebih hemat karena jadi satu paket.",
      "Saya pegang dekat kamera supaya kelihatan motif bunganya.",
      "Terima kasih Pak Hasan sudah menemani dari awal, semoga sehat selalu."};
  static const std::vector<std::string> judging = {
      "Selamat malam teman-teman, apa kabar semuanya, kita mulai sebentar lagi.",
      "Ini keripik pisang manis buatan rumahan, tanpa pengawet dan tanpa pewarna.",
      "Isinya dua ratus gram, cukup untuk camilan sekeluarga di rumah.",
      "Tas anyaman pandan ini kuat, ringan, dan muat banyak barang belanjaan.",
      "Ukurannya tiga puluh kali empat puluh sentimeter, talinya bisa diganti.",
      "Bu Ratna bertanya berapa lama sampai ke Makassar, biasanya empat hari.",
      "Coba perhatikan bagian bawahnya, dasarnya dobel supaya tidak mudah sobek.",
      "Kopi robusta dari lereng gunung ini digiling halus dan wangi sekali.",
      "Untuk yang baru bergabung, produk ketiga harganya dua puluh ribu saja.",
      "Pilih warna merah, biru, atau hijau, tulis di kolom komentar ya.",
      "Kami bungkus dengan kardus tebal, jadi aman sampai tujuan.",
      "Besok kita siaran lagi jam tujuh malam, jangan lupa ikuti toko ini."};
  return part == CorpusPart::kTuning ? tuning : judging;
}

const std::vector<Speaker>& speakers(CorpusPart part) {
  static const std::vector<Speaker> tuning = {{"id", 150, 50, 50},
                                              {"id+f2", 175, 55, 60},
                                              {"id+m3", 130, 45, 40},
                                              {"id+f4", 200, 60, 70},
                                              {"id+f3", 160, 50, 30}};
  static const std::vector<Speaker> judging = {{"id+f1", 165, 50, 55},
                                               {"id+m1", 140, 45, 50},
                                               {"id+f5", 190, 60, 65},
                                               {"id+m4", 155, 55, 35},
                                               {"id+m7", 210, 50, 60}};
  return part == CorpusPart::kTuning ? tuning : judging;
}

constexpr int kTakes = 10;
constexpr double kTakeSeconds = 40;

class Dice {
 public:
  Dice(CorpusPart part, unsigned take) : engine_(take * 2 + (part == CorpusPart::kTuning ? 0 : 1)) {}
  double between(double low, double high) {  // the same on every machine, unlike std's distributions
    return low + (high - low) * static_cast<double>(engine_() % 10'000) / 10'000;
  }
  size_t below(size_t end) { return engine_() % end; }

 private:
  std::mt19937 engine_;
};

SpokenTake made_take(CorpusPart part, unsigned number, double wanted_s, bool with_held) {
  static const std::vector<std::string> held = {"e", "@", "@mmm", "a"};
  Dice dice(part, number);
  Speaker speaker = speakers(part)[number % speakers(part).size()];
  speaker.words_per_minute += static_cast<int>(dice.between(-20, 20));
  SpokenTakeMaker maker;
  maker.pause(dice.between(0.3, 1.0));
  double made_s = 0;
  size_t at = dice.below(sentences(part).size());
  while (made_s < wanted_s) {
    maker.say(sentences(part)[at++ % sentences(part).size()], speaker);
    if (with_held && dice.below(2) == 0) {
      const double length_s = dice.between(0.35, 0.6);
      maker.pause(dice.between(0.05, 0.5));
      maker.hold(held[dice.below(held.size())], length_s, speaker);
    }
    if (dice.below(5) != 0) maker.pause(dice.below(2) == 0 ? dice.between(0.6, 1.2) : dice.between(0.6, 4));
    made_s = maker.seconds();
  }
  maker.pause(0.5);
  return maker.finish();
}

// "name: text" lines of a package's list; what isn't said word for word is left out.
std::vector<std::pair<std::string, std::string>> prompts_of(const std::string& language) {
  const auto listed = run_command(
      {"zcat", "/usr/share/doc/asterisk-core-sounds-" + language + "/core-sounds-" + language + ".txt.gz"});
  std::vector<std::pair<std::string, std::string>> prompts;
  std::istringstream lines(listed.out);
  for (std::string line; std::getline(lines, line);) {
    const size_t colon = line.find(": ");
    if (line.starts_with(';') || colon == std::string::npos) continue;
    const std::string name = line.substr(0, colon), text = line.substr(colon + 2);
    // Long ones only, where a word more or less in the text doesn't count; no numbers and no stage
    // directions.
    if (text.size() < 40 || text.find_first_of("[]/0123456789<>(") != std::string::npos) continue;
    prompts.emplace_back(name, text);
  }
  return prompts;
}

}  // namespace

std::vector<SpokenTake> made_takes(CorpusPart part) {
  std::vector<SpokenTake> takes;
  for (unsigned i = 0; i < kTakes; ++i) takes.push_back(made_take(part, i, kTakeSeconds, false));
  return takes;
}

SpokenTake short_take(CorpusPart part, double wanted_s) {
  return made_take(part, 100, wanted_s, false);
}

std::vector<SpokenTake> takes_with_held_sounds(CorpusPart part) {
  std::vector<SpokenTake> takes;
  for (unsigned i = 0; i < kTakes; ++i) takes.push_back(made_take(part, 50 + i, kTakeSeconds, true));
  return takes;
}

std::vector<RecordedTake> recorded_takes(CorpusPart part, size_t most) {
  constexpr size_t kPrompts = 9;
  struct Language {
    std::string name, voice, folder;
  };
  std::vector<RecordedTake> takes;
  for (const Language& language : {Language{"es", "es-419", "/usr/share/asterisk/sounds/es_MX_f_Allison"},
                                   Language{"en", "en-us", "/usr/share/asterisk/sounds/en_US_f_Allison"}}) {
    SpokenTakeMaker maker;
    size_t joined = 0, number = 0;
    for (const auto& [name, text] : prompts_of(language.name)) {
      const fs::path file = fs::path(language.folder) / (name + ".g722");
      std::error_code ignored;
      if (!fs::exists(file, ignored)) continue;
      // Takes with even numbers are for tuning.
      const bool wanted = (number % 2 == 0) == (part == CorpusPart::kTuning);
      if (wanted) {
        if (joined == 0) maker = {};
        Speaker speaker;
        speaker.voice = language.voice;
        maker.add(read_sound(file.string()), speak(text, speaker).syllables());
        maker.pause(0.7);
      }
      if (++joined < kPrompts) continue;
      if (wanted) takes.push_back({language.name + "-" + std::to_string(number), maker.finish()});
      ++number;
      joined = 0;
      if (takes.size() >= most) return takes;
    }
  }
  return takes;
}

void write_wav(const std::string& file, const std::vector<float>& samples, int rate_hz) {
  std::ofstream out(file, std::ios::binary);
  const auto bytes = static_cast<uint32_t>(samples.size() * sizeof(float));
  const auto put = [&out](auto value) { out.write(reinterpret_cast<const char*>(&value), sizeof value); };
  out << "RIFF";
  put(static_cast<uint32_t>(36 + bytes));
  out << "WAVEfmt ";
  put(uint32_t{16});
  put(uint16_t{3});  // float
  put(uint16_t{1});
  put(static_cast<uint32_t>(rate_hz));
  put(static_cast<uint32_t>(rate_hz * 4));
  put(uint16_t{4});
  put(uint16_t{32});
  out << "data";
  put(bytes);
  out.write(reinterpret_cast<const char*>(samples.data()), bytes);
}

std::vector<float> sox_sound(const std::vector<std::string>& effects) {
  const TempFolder temp;
  const std::string file = (temp.path() / "made.wav").string();
  std::vector<std::string> arguments = {"sox", "-R", "-n", "-r", "48000",          "-c",
                                        "1",   "-b", "32", "-e", "floating-point", file};
  arguments.insert(arguments.end(), effects.begin(), effects.end());
  const auto made = run_command(arguments);
  EXPECT_EQ(made.exit_code, 0) << made.err;
  return read_sound(file);
}

std::vector<float> through_sox(const std::vector<float>& samples, const std::vector<std::string>& effects) {
  const TempFolder temp;
  const std::string before = (temp.path() / "before.wav").string(),
                    after = (temp.path() / "after.wav").string();
  write_wav(before, samples);
  std::vector<std::string> arguments = {"sox", "-R", before, after};
  arguments.insert(arguments.end(), effects.begin(), effects.end());
  const auto made = run_command(arguments);
  EXPECT_EQ(made.exit_code, 0) << made.err;
  return read_sound(after);
}

std::vector<float> pink_noise(double seconds) {
  return sox_sound({"synth", std::to_string(seconds), "pinknoise", "vol", "0.5"});
}

std::vector<float> music(double seconds) {
  // Four chords of 2 s; each note begins a little after the one before, as on a guitar.
  static const std::vector<std::vector<std::string>> chords = {
      {"C3", "E4", "G4", "C5"}, {"A2", "C4", "E4", "A4"}, {"F2", "A3", "C4", "F4"}, {"G2", "B3", "D4", "G4"}};
  std::vector<float> all;
  std::vector<std::vector<float>> made;
  for (const auto& chord : chords) {
    std::vector<std::string> effects = {"synth", "2"};
    for (const std::string& note : chord) effects.insert(effects.end(), {"pluck", note});
    effects.insert(effects.end(),
                   {"delay", "0", ".25", ".5", ".75", "remix", "-", "fade", "0", "2", ".1", "norm", "-3"});
    made.push_back(sox_sound(effects));
  }
  while (static_cast<double>(all.size()) < seconds * 48'000) {
    for (const auto& chord : made) all.insert(all.end(), chord.begin(), chord.end());
  }
  all.resize(static_cast<size_t>(seconds * 48'000));
  return all;
}

}  // namespace gladi::test
