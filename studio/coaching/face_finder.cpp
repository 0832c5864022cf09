#include "studio/coaching/face_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/dnn.hpp>
#include <string>
#include <utility>

#include "encoder/program/colour_math.h"
#include "studio/coaching/picture_part.h"

namespace gladi {
namespace {

constexpr int kSide = FaceFinder::kSidePx;
// The network looks at a square in two grids; each cell guesses several faces around its middle.
struct Grid {
  int cells;
  int guesses;
};
constexpr std::array<Grid, 2> kGrids{{{16, 2}, {8, 6}}};
// A guess: middle, size, then six points (eyes, nose, mouth, ears), all in pixels from the cell's middle.
constexpr int kNumbers = 16;
// Guesses that share this much of their area are one face (the paper's "blending").
constexpr double kSameFace = 0.3;

struct Guess {
  double score;
  std::array<double, kNumbers> numbers;  // in shares of the square, points where they are
};

double overlap(const Guess& a, const Guess& b) {
  const auto shared = [](double from_a, double size_a, double from_b, double size_b) {
    return std::max(0.0, std::min(from_a + size_a / 2, from_b + size_b / 2) -
                             std::max(from_a - size_a / 2, from_b - size_b / 2));
  };
  const auto& p = a.numbers;
  const auto& q = b.numbers;
  const double both = shared(p[0], p[2], q[0], q[2]) * shared(p[1], p[3], q[1], q[3]);
  return both / (p[2] * p[3] + q[2] * q[3] - both);
}

// The middle of all guesses about one face is steadier than the best of them.
std::vector<Guess> blended(std::vector<Guess> guesses) {
  std::sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) { return a.score > b.score; });
  std::vector<Guess> faces;
  while (!guesses.empty()) {
    const Guess best = guesses.front();
    Guess mean{best.score, {}};
    double weight = 0;
    std::erase_if(guesses, [&](const Guess& guess) {
      if (overlap(best, guess) < kSameFace) return false;
      weight += guess.score;
      for (size_t i = 0; i < kNumbers; ++i) mean.numbers[i] += guess.score * guess.numbers[i];
      return true;
    });
    for (double& number : mean.numbers) number /= weight;
    faces.push_back(mean);
  }
  return faces;
}

void read_guesses(const Grid& grid, const cv::Mat& scores, const cv::Mat& boxes,
                  std::vector<Guess>& guesses) {
  const auto* score = scores.ptr<float>();
  const auto* box = boxes.ptr<float>();
  for (int cell = 0; cell < grid.cells * grid.cells; ++cell) {
    const std::array<double, 2> middle{(cell % grid.cells + 0.5) / grid.cells,
                                       (cell / grid.cells + 0.5) / grid.cells};
    for (int i = 0; i < grid.guesses; ++i, ++score, box += kNumbers) {
      Guess guess{1 / (1 + std::exp(-static_cast<double>(*score))), {}};
      if (guess.score < FaceFinder::kLeastConfidence) continue;
      for (size_t n = 0; n < kNumbers; ++n) {
        const bool size = n == 2 || n == 3;
        guess.numbers[n] = static_cast<double>(box[n]) / kSide + (size ? 0 : middle[n % 2]);
      }
      if (guess.numbers[2] > 0 && guess.numbers[3] > 0) guesses.push_back(guess);
    }
  }
}

}  // namespace

// Around a face, this many times its width and height: ears and chin help.
constexpr double kCloser = 3;
// Where the second look doesn't see more pixels of her, the first one is as good.
constexpr double kWorthIt = 0.7;

struct FaceFinder::Impl {
  PictureShrinker whole, close;
  cv::dnn::Net net;
  std::array<std::string, 4> outputs;  // scores and guesses of the finer grid, then of the coarser one

  // Red, green, blue from −1 to 1; black around a picture that is no square.
  cv::Mat input_of(const SmallPicture& picture, int left, int top) const {
    const std::array<int, 4> shape{1, kSide, kSide, 3};
    cv::Mat input(static_cast<int>(shape.size()), shape.data(), CV_32F, cv::Scalar(-1));
    const LumaWeights weights = luma_weights(picture.matrix);
    const auto red_from_v = 2 * (1 - weights.red), blue_from_u = 2 * (1 - weights.blue);
    auto* to = input.ptr<float>();
    for (int y = 0; y < picture.height_px; ++y) {
      for (int x = 0; x < picture.width_px; ++x) {
        const size_t at = picture.index(x, y);
        const double luma = picture.y[at], u = picture.u[at] - 128.0, v = picture.v[at] - 128.0;
        const double red = luma + red_from_v * v, blue = luma + blue_from_u * u;
        const double green = (luma - weights.red * red - weights.blue * blue) / weights.green();
        float* pixel = to + (static_cast<ptrdiff_t>(y + top) * kSide + x + left) * 3;
        for (const double value : {red, green, blue})
          *pixel++ = static_cast<float>(std::clamp(value, 0.0, 255.0) / 127.5 - 1);
      }
    }
    return input;
  }
};

FaceFinder::FaceFinder() : impl_(std::make_unique<Impl>()) {}
FaceFinder::~FaceFinder() = default;

Result<std::unique_ptr<FaceFinder>> FaceFinder::open(const std::filesystem::path& model) {
  if (!std::filesystem::exists(model))
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("The file {0} is not there."), {model.string()}));
  std::unique_ptr<FaceFinder> finder(new FaceFinder);
  Impl& impl = *finder->impl_;
  const auto damaged = [&](std::string detail) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("{0} is not the file by which faces are found."), {model.string()}),
                std::move(detail));
  };
  try {
    cv::setNumThreads(1);  // the other core is for the take
    impl.net = cv::dnn::readNetFromONNX(model.string());
    impl.outputs = {"Identity:0", "Identity_2:0", "Identity_1:0", "Identity_3:0"};
    SmallPicture nothing;
    if (auto found = finder->find(nothing); !found) return damaged(found.error().detail);
  } catch (const cv::Exception& error) {
    return damaged(error.what());
  }
  return finder;
}

Result<std::vector<Face>> FaceFinder::find(const Picture& picture) {
  const SmallPicture all = impl_->whole.shrink(picture, kSide);
  auto faces = find(all);
  if (!faces || faces->empty()) return faces;
  Face& largest = faces->front();
  // Square in pixels, as the network sees it.
  const double across = largest.width * kCloser;
  const double down = across * all.width_px / all.height_px;
  if (across >= kWorthIt && down >= kWorthIt) return faces;
  const PicturePart part =
      part_of(picture, {largest.centre.x - across / 2, largest.centre.y - down / 2, across, down});
  auto closer = find(impl_->close.shrink(part.picture, kSide));
  if (!closer || closer->empty()) return faces;
  const Face& seen = closer->front();
  const auto back = [&part](const Face::Spot& spot) {
    return Face::Spot{part.where.left + spot.x * part.where.width,
                      part.where.top + spot.y * part.where.height};
  };
  largest = {back(seen.centre),  seen.width * part.where.width, seen.height * part.where.height,
             largest.confidence, back(seen.right_eye),          back(seen.left_eye),
             back(seen.nose)};
  return faces;
}

Result<std::vector<Face>> FaceFinder::find(const SmallPicture& picture) {
  const auto broken = [](std::string detail) {
    return fail(ErrorKind::kInternal, Message(GLADI_TEXT("Faces can't be looked for.")), std::move(detail));
  };
  if (picture.width_px > kSide || picture.height_px > kSide) return broken("the picture is too large");
  const int left = (kSide - picture.width_px) / 2, top = (kSide - picture.height_px) / 2;
  std::vector<Guess> guesses;
  try {
    impl_->net.setInput(impl_->input_of(picture, left, top));
    std::vector<cv::Mat> found;
    impl_->net.forward(found, std::vector<cv::String>(impl_->outputs.begin(), impl_->outputs.end()));
    for (size_t i = 0; i < kGrids.size(); ++i) {
      const Grid& grid = kGrids[i];
      const auto count = static_cast<size_t>(grid.cells * grid.cells * grid.guesses);
      if (found[2 * i].total() != count || found[2 * i + 1].total() != count * kNumbers)
        return broken("another network");
      read_guesses(grid, found[2 * i], found[2 * i + 1], guesses);
    }
  } catch (const cv::Exception& error) {
    return broken(error.what());
  }

  std::vector<Face> faces;
  for (const Guess& guess : blended(std::move(guesses))) {
    const auto& n = guess.numbers;
    const auto spot = [&](size_t first) {
      return Face::Spot{(n[first] * kSide - left) / picture.width_px,
                        (n[first + 1] * kSide - top) / picture.height_px};
    };
    faces.push_back({spot(0), n[2] * kSide / picture.width_px, n[3] * kSide / picture.height_px, guess.score,
                     spot(4), spot(6), spot(8)});
  }
  std::sort(faces.begin(), faces.end(),
            [](const Face& a, const Face& b) { return a.width * a.height > b.width * b.height; });
  return faces;
}

}  // namespace gladi
