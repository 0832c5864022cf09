// What each step of a program frame costs at 720x1280 from a 1280x720 camera, beside what libyuv alone would
// take.
#include <benchmark/benchmark.h>
#include <libyuv/scale.h>

#include <random>

#include "encoder/program/colour_convert.h"
#include "encoder/program/compositor.h"
#include "encoder/program/placement.h"
#include "tests/support/drawn_picture.h"

namespace gladi {
namespace {

const Canvas kCanvas;  // 720x1280
constexpr Colour kJpeg{ColourMatrix::kBt601, true};

// Several cameras' worth of noise, so that neither caches nor branch prediction see the same picture twice in
// a row.
std::vector<PicturePtr> camera_pictures(int width_px, int height_px, Colour colour, int y_shift) {
  std::minstd_rand random(1);
  std::vector<PicturePtr> pictures;
  for (int i = 0; i < 6; ++i) {
    test::DrawnPicture picture(width_px, height_px, colour, 1, y_shift);
    for (int y = 0; y < height_px; y += 8) {
      for (int x = 0; x < width_px; x += 8) {
        const auto byte = [&] { return static_cast<int>(random() % 256); };
        picture.paint({x, y, 8, 8}, {byte(), byte(), byte()});
      }
    }
    pictures.push_back(picture.finish());
  }
  return pictures;
}

// A card with round corners and a soft edge, as a product card has: mostly opaque.
std::shared_ptr<const OverlayBitmap> card(int width_px, int height_px) {
  std::vector<uint32_t> pixels(static_cast<size_t>(width_px) * static_cast<size_t>(height_px));
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      const int edge = std::min({x, y, width_px - 1 - x, height_px - 1 - y});
      const auto alpha = static_cast<uint32_t>(std::min(255, edge * 20));
      const uint32_t grey = alpha * static_cast<uint32_t>(200 + (x ^ y) % 50) / 255;
      pixels[static_cast<size_t>(y * width_px + x)] = alpha << 24 | grey << 16 | (grey / 2) << 8 | grey;
    }
  }
  return OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(pixels.data()), width_px * 4, width_px,
                                  height_px);
}

OverlayPlan card_and_timer() {
  return {{card(672, 250), 24, 1000}, {card(152, 64), 544, 88}};
}

void compose(benchmark::State& state, const std::vector<PicturePtr>& camera, const Canvas& canvas,
             const OverlayPlan& overlays) {
  Compositor compositor(canvas);
  const Layout layout = camera_full(canvas);
  size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(compositor.compose(camera[i++ % camera.size()].get(), layout, overlays));
  }
}

// The limit: crop and scale by libyuv alone, colours left as they are.
void BM_ScaleAlone(benchmark::State& state) {
  const auto camera = camera_pictures(1280, 720, kJpeg, static_cast<int>(state.range(0)));
  PicturePool pool;
  size_t i = 0;
  for (auto _ : state) {
    const Picture& picture = *camera[i++ % camera.size()];
    const Rect part = place_camera(picture, camera_full(kCanvas), kCanvas).source;
    const ConstPlanes source = readable(picture).cut(part);
    DraftPicture draft = pool.take(kCanvas.width_px, kCanvas.height_px);
    const int chroma_width = draft.width_px() / 2, chroma_height = draft.height_px() / 2;
    libyuv::ScalePlane(source.data[0], source.stride[0], source.width_of(0), source.height_of(0), draft.y(),
                       draft.y_stride(), draft.width_px(), draft.height_px(), libyuv::kFilterBilinear);
    libyuv::ScalePlane(source.data[1], source.stride[1], source.width_of(1), source.height_of(1), draft.u(),
                       draft.u_stride(), chroma_width, chroma_height, libyuv::kFilterBilinear);
    libyuv::ScalePlane(source.data[2], source.stride[2], source.width_of(2), source.height_of(2), draft.v(),
                       draft.v_stride(), chroma_width, chroma_height, libyuv::kFilterBilinear);
    benchmark::DoNotOptimize(draft.freeze());
  }
}
BENCHMARK(BM_ScaleAlone)->ArgName("rows_halved")->Arg(1)->Arg(0)->Unit(benchmark::kMicrosecond);

// Full-range BT.601 to the canvas's colour: the part of the camera that is seen, and a whole canvas.
void BM_ColourAlone(benchmark::State& state) {
  const int width_px = static_cast<int>(state.range(0)), height_px = static_cast<int>(state.range(1));
  const auto camera = camera_pictures(width_px, height_px, kJpeg, 1);
  ColourConverter converter(kJpeg, Canvas::kColour);
  PlaneBuffer buffer;
  size_t i = 0;
  for (auto _ : state) {
    converter.convert(readable(*camera[i++ % camera.size()]), buffer.reserve(width_px, height_px, 1, 1));
  }
}
BENCHMARK(BM_ColourAlone)->Args({404, 720})->Args({720, 1280})->Unit(benchmark::kMicrosecond);

void BM_ComposeMjpegWithoutOverlays(benchmark::State& state) {
  compose(state, camera_pictures(1280, 720, kJpeg, static_cast<int>(state.range(0))), kCanvas, {});
}
BENCHMARK(BM_ComposeMjpegWithoutOverlays)
    ->ArgName("rows_halved")
    ->Arg(1)
    ->Arg(0)
    ->Unit(benchmark::kMicrosecond);

void BM_OverlaysAlone(benchmark::State& state) {
  // The camera has the canvas's size and colour: what is left besides the overlays is one copy, measured
  // beside it.
  const auto camera = camera_pictures(720, 1280, Canvas::kColour, 1);
  compose(state, camera, kCanvas, state.range(0) == 1 ? card_and_timer() : OverlayPlan{});
}
BENCHMARK(BM_OverlaysAlone)->ArgName("overlays")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void BM_ComposeAll(benchmark::State& state) {
  compose(state, camera_pictures(1280, 720, kJpeg, static_cast<int>(state.range(0))), kCanvas,
          card_and_timer());
}
BENCHMARK(BM_ComposeAll)->ArgName("rows_halved")->Arg(1)->Arg(0)->Unit(benchmark::kMicrosecond);

void BM_ComposeAllFullHd(benchmark::State& state) {
  compose(state, camera_pictures(1280, 720, kJpeg, 0), Canvas{1080, 1920}, card_and_timer());
}
BENCHMARK(BM_ComposeAllFullHd)->Unit(benchmark::kMicrosecond);

void BM_OverlayFromArgb(benchmark::State& state) {
  const int width_px = static_cast<int>(state.range(0)), height_px = static_cast<int>(state.range(1));
  // Every pixel half transparent: nothing can be skipped.
  std::vector<uint32_t> pixels(static_cast<size_t>(width_px) * static_cast<size_t>(height_px), 0x80402060);
  for (auto _ : state) {
    benchmark::DoNotOptimize(OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(pixels.data()),
                                                      width_px * 4, width_px, height_px));
  }
}
BENCHMARK(BM_OverlayFromArgb)->Args({720, 1280})->Args({672, 250})->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace gladi
