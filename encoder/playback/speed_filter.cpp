#include "encoder/playback/speed_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "encoder/playback/sound_output.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
}

namespace gladi {
namespace {

constexpr int kChannels = SoundOutput::kChannels;
constexpr double kSlowestStretch = 0.5;

}  // namespace

Result<std::unique_ptr<SpeedFilter>> SpeedFilter::create(double speed, int sample_rate_hz) {
  std::unique_ptr<SpeedFilter> filter(new SpeedFilter);
  filter->sample_rate_hz_ = sample_rate_hz;
  filter->graph_.reset(avfilter_graph_alloc());
  AVFilterGraph* graph = filter->graph_.get();
  const std::string format =
      fmt::format("time_base=1/{0}:sample_rate={0}:sample_fmt=flt:channel_layout=stereo", sample_rate_hz);
  int result = avfilter_graph_create_filter(&filter->source_, avfilter_get_by_name("abuffer"), "in",
                                            format.c_str(), nullptr, graph);
  // One atempo takes no speed below a half: the rest is left to a second one.
  AVFilterContext* last = filter->source_;
  for (double left = speed; result >= 0 && left != 1.0;) {
    const double factor = std::max(left, kSlowestStretch);
    left /= factor;
    AVFilterContext* stretch = nullptr;
    result = avfilter_graph_create_filter(&stretch, avfilter_get_by_name("atempo"), nullptr,
                                          fmt::format("tempo={:.4f}", factor).c_str(), nullptr, graph);
    if (result >= 0) result = avfilter_link(std::exchange(last, stretch), 0, stretch, 0);
  }
  if (result >= 0) {
    result = avfilter_graph_create_filter(&filter->sink_, avfilter_get_by_name("abuffersink"), "out", nullptr,
                                          nullptr, graph);
  }
  if (result >= 0) result = avfilter_link(last, 0, filter->sink_, 0);
  if (result >= 0) result = avfilter_graph_config(graph, nullptr);
  if (result < 0) {
    return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The sound can't be played at this speed.")),
                libav::describe(result));
  }
  return filter;
}

void SpeedFilter::push(const float* interleaved, int frames) {
  AVFrame& in = *in_;
  in.format = AV_SAMPLE_FMT_FLT;
  in.sample_rate = sample_rate_hz_;
  in.nb_samples = frames;
  av_channel_layout_default(&in.ch_layout, kChannels);
  in.pts = pushed_;
  pushed_ += frames;
  if (av_frame_get_buffer(&in, 0) >= 0) {
    std::copy_n(interleaved, frames * kChannels, reinterpret_cast<float*>(in.data[0]));
    if (av_buffersrc_add_frame(source_, &in) >= 0) return;  // took the content and left `in` empty
  }
  av_frame_unref(&in);
}

int SpeedFilter::pull(float* interleaved, int frames) {
  if (out_taken_ == out_->nb_samples) {
    av_frame_unref(out_.get());
    out_taken_ = 0;
    if (av_buffersink_get_frame(sink_, out_.get()) < 0) return 0;
  }
  const int count = std::min(frames, out_->nb_samples - out_taken_);
  std::copy_n(reinterpret_cast<const float*>(out_->data[0]) + out_taken_ * kChannels, count * kChannels,
              interleaved);
  out_taken_ += count;
  return count;
}

}  // namespace gladi
