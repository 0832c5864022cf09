#include "encoder/capture/pulse_server.h"

#include <pulse/pulseaudio.h>

#include <chrono>

#include "encoder/base/platform.h"

namespace gladi {
namespace {

constexpr int kLongestWaitUs = 20'000;

}  // namespace

struct PulseServer::Impl {
  ~Impl() {
    if (context) {
      pa_context_disconnect(context);
      pa_context_unref(context);
    }
    if (loop) pa_mainloop_free(loop);
  }
  void wait_at_most(MediaTime patience) {
    deadline = std::chrono::steady_clock::now() + std::chrono::nanoseconds(patience.ns);
  }
  template <class Done>
  bool run_until(Done&& done);
  bool wait_for(pa_operation* operation);
  bool ask_for_sources();

  pa_mainloop* loop = nullptr;
  pa_context* context = nullptr;
  std::chrono::steady_clock::time_point deadline;

  // Answers.
  struct Stream {
    uint32_t index = 0;
    uint32_t source = PA_INVALID_INDEX;
  };
  std::vector<PulseSource> sources;
  std::vector<uint32_t> source_indices;
  std::string default_source;
  std::optional<Stream> newest;
};

// False when the deadline has passed.
template <class Done>
bool PulseServer::Impl::run_until(Done&& done) {
  while (!done()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    if (pa_mainloop_prepare(loop, kLongestWaitUs) < 0 || pa_mainloop_poll(loop) < 0 ||
        pa_mainloop_dispatch(loop) < 0)
      return false;
  }
  return true;
}

bool PulseServer::Impl::wait_for(pa_operation* operation) {
  if (!operation) return false;
  const bool done =
      run_until([operation] { return pa_operation_get_state(operation) != PA_OPERATION_RUNNING; });
  if (!done) pa_operation_cancel(operation);
  pa_operation_unref(operation);
  return done;
}

Result<std::unique_ptr<PulseServer>> PulseServer::connect() {
  auto impl = std::make_unique<Impl>();
  impl->wait_at_most(kPatience);
  impl->loop = pa_mainloop_new();
  impl->context = pa_context_new(pa_mainloop_get_api(impl->loop), "gladi");
  const auto absent = [&impl] {
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("No sound server runs on this computer.")),
                pa_strerror(pa_context_errno(impl->context)));
  };
  if (pa_context_connect(impl->context, nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0) return absent();
  const auto settled = [&impl] {
    const pa_context_state_t state = pa_context_get_state(impl->context);
    return state == PA_CONTEXT_READY || !PA_CONTEXT_IS_GOOD(state);
  };
  if (!impl->run_until(settled) || pa_context_get_state(impl->context) != PA_CONTEXT_READY) return absent();
  return std::unique_ptr<PulseServer>(new PulseServer(std::move(impl)));
}

PulseServer::PulseServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PulseServer::~PulseServer() = default;

bool PulseServer::connected() const {
  return PA_CONTEXT_IS_GOOD(pa_context_get_state(impl_->context));
}

bool PulseServer::Impl::ask_for_sources() {
  sources.clear();
  source_indices.clear();
  default_source.clear();
  const auto on_server = [](pa_context*, const pa_server_info* info, void* self) {
    if (info && info->default_source_name)
      static_cast<Impl*>(self)->default_source = info->default_source_name;
  };
  const auto on_source = [](pa_context*, const pa_source_info* info, int, void* self) {
    if (!info) return;
    Impl& to = *static_cast<Impl*>(self);
    to.sources.push_back({info->name, info->description ? info->description : info->name,
                          static_cast<int>(info->sample_spec.rate), info->sample_spec.channels,
                          info->monitor_of_sink != PA_INVALID_INDEX, false});
    to.source_indices.push_back(info->index);
  };
  wait_for(pa_context_get_server_info(context, on_server, this));
  if (!wait_for(pa_context_get_source_info_list(context, on_source, this))) return false;
  for (PulseSource& source : sources) source.is_default = source.name == default_source;
  return true;
}

std::vector<PulseSource> PulseServer::sources(MediaTime patience) {
  impl_->wait_at_most(patience);
  if (!impl_->ask_for_sources()) return {};
  return impl_->sources;
}

std::optional<std::string> PulseServer::recorded_source(MediaTime patience) {
  Impl& impl = *impl_;
  impl.wait_at_most(patience);
  impl.newest.reset();
  const auto on_stream = [](pa_context*, const pa_source_output_info* info, int, void* self) {
    if (!info) return;
    const char* process = pa_proplist_gets(info->proplist, PA_PROP_APPLICATION_PROCESS_ID);
    if (!process || process != std::to_string(platform::process_id())) return;
    auto& newest = static_cast<Impl*>(self)->newest;
    if (!newest || newest->index < info->index) newest = Impl::Stream{info->index, info->source};
  };
  if (!impl.wait_for(pa_context_get_source_output_info_list(impl.context, on_stream, &impl)) || !impl.newest)
    return std::nullopt;
  if (!impl.ask_for_sources()) return std::nullopt;
  for (size_t i = 0; i < impl.source_indices.size(); ++i) {
    if (impl.source_indices[i] == impl.newest->source) return impl.sources[i].name;
  }
  return std::nullopt;
}

}  // namespace gladi
