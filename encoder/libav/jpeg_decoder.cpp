#include "encoder/libav/jpeg_decoder.h"

#include <array>
#include <csetjmp>
#include <cstdio>
#include <string_view>

#include <jpeglib.h>  // needs size_t and FILE before it

namespace gladi::libav {
namespace {

constexpr int kMostRows = 16;  // of a plane in one row of blocks
constexpr size_t kRowAlignment = 64;

struct ErrorManager {
  jpeg_error_mgr base;
  std::jmp_buf leave;
};

void leave(j_common_ptr info) {
  std::longjmp(reinterpret_cast<ErrorManager*>(info->err)->leave, 1);
}
void leave_on_warning(j_common_ptr info, int level) {
  if (level < 0) leave(info);
}

size_t round_up(size_t value, size_t step) {
  return (value + step - 1) / step * step;
}

struct Plane {
  size_t stride, rows, offset;
};
using Planes = std::array<Plane, 3>;

// Room for whole blocks: libjpeg writes nothing less.
Planes planes_of(const jpeg_decompress_struct& info) {
  Planes planes{};
  size_t end = 0;
  for (size_t i = 0; i < planes.size(); ++i) {
    const jpeg_component_info& component = info.comp_info[i];
    const auto block_rows = static_cast<size_t>(component.v_samp_factor) * info.total_iMCU_rows;
    planes[i] = {round_up(component.width_in_blocks * DCTSIZE, kRowAlignment), block_rows * DCTSIZE, end};
    end += planes[i].stride * planes[i].rows;
  }
  return planes;
}

size_t bytes_of(const Planes& planes) {
  return planes[2].offset + planes[2].stride * planes[2].rows;
}

AVPixelFormat format_of(const jpeg_decompress_struct& info) {
  if (info.num_components != 3 || info.jpeg_color_space != JCS_YCbCr || info.progressive_mode ||
      info.arith_code)
    return AV_PIX_FMT_NONE;
  const jpeg_component_info &luma = info.comp_info[0], &u = info.comp_info[1], &v = info.comp_info[2];
  const bool alike = u.h_samp_factor == v.h_samp_factor && u.v_samp_factor == v.v_samp_factor;
  if (!alike || luma.h_samp_factor > 2 || luma.v_samp_factor > 2) return AV_PIX_FMT_NONE;
  // 4:2:2 comes as 2x1 beside 1x1 and, from libavcodec's own encoder, as 2x2 beside 1x2.
  const int across = luma.h_samp_factor / u.h_samp_factor, down = luma.v_samp_factor / u.v_samp_factor;
  if (across == 2 && down == 2) return AV_PIX_FMT_YUVJ420P;
  if (across == 2 && down == 1) return AV_PIX_FMT_YUVJ422P;
  if (across == 1 && down == 1) return AV_PIX_FMT_YUVJ444P;
  return AV_PIX_FMT_NONE;
}

// Comments by which libavcodec knows pictures that are no usual JPEG: limited range, upside down.
bool has_unusual_comment(const jpeg_decompress_struct& info) {
  for (jpeg_saved_marker_ptr marker = info.marker_list; marker != nullptr; marker = marker->next) {
    const std::string_view text(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (text.starts_with("CS=ITU601") || text.starts_with("Intel(R) JPEG")) return true;
  }
  return false;
}

// Nothing here has a destructor: longjmp may leave it anywhere.
void read_rows(jpeg_decompress_struct& info, const Planes& planes, uint8_t* memory) {
  JSAMPROW rows[3][kMostRows];
  JSAMPARRAY all_rows[3] = {rows[0], rows[1], rows[2]};
  const JDIMENSION step = static_cast<JDIMENSION>(info.max_v_samp_factor) * DCTSIZE;
  while (info.output_scanline < info.output_height) {
    const size_t block_row = info.output_scanline / step;
    for (size_t i = 0; i < planes.size(); ++i) {
      const size_t count = static_cast<size_t>(info.comp_info[i].v_samp_factor) * DCTSIZE;
      uint8_t* first = memory + planes[i].offset + block_row * count * planes[i].stride;
      for (size_t row = 0; row < count; ++row) rows[i][row] = first + row * planes[i].stride;
    }
    jpeg_read_raw_data(&info, all_rows, step);
  }
}

}  // namespace

struct JpegDecoder::Impl {
  int width_px, height_px;
  AVBufferPool* pool = nullptr;
  size_t pool_bytes = 0;
  ErrorManager errors{};
  jpeg_decompress_struct info{};

  Impl(int width, int height) : width_px(width), height_px(height) {
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = leave;
    errors.base.emit_message = leave_on_warning;
  }
  ~Impl() { av_buffer_pool_uninit(&pool); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  AVBufferRef* take_memory(size_t bytes) {
    if (bytes != pool_bytes) {
      av_buffer_pool_uninit(&pool);
      pool = av_buffer_pool_init(bytes, nullptr);
      pool_bytes = bytes;
    }
    return pool == nullptr ? nullptr : av_buffer_pool_get(pool);
  }

  // Fills the frame; false where the picture isn't of the usual kind. An error or a warning of libjpeg jumps
  // back to setjmp: so no objects with destructors in here.
  bool decode(const AVPacket& packet, AVFrame& frame) {
    if (setjmp(errors.leave) != 0) {
      jpeg_destroy_decompress(&info);
      return false;
    }
    jpeg_create_decompress(&info);
    jpeg_save_markers(&info, JPEG_COM, 64);
    jpeg_mem_src(&info, packet.data, static_cast<unsigned long>(packet.size));
    jpeg_read_header(&info, TRUE);
    frame.format = format_of(info);
    bool usual = frame.format != AV_PIX_FMT_NONE && static_cast<int>(info.image_width) == width_px &&
                 static_cast<int>(info.image_height) == height_px && !has_unusual_comment(info);
    if (usual) {
      info.raw_data_out = TRUE;
      jpeg_start_decompress(&info);
      const Planes planes = planes_of(info);
      frame.buf[0] = take_memory(bytes_of(planes));
      usual = frame.buf[0] != nullptr;
      if (usual) {
        read_rows(info, planes, frame.buf[0]->data);
        jpeg_finish_decompress(&info);
        for (size_t i = 0; i < planes.size(); ++i) {
          frame.data[i] = frame.buf[0]->data + planes[i].offset;
          frame.linesize[i] = static_cast<int>(planes[i].stride);
        }
      }
    }
    jpeg_destroy_decompress(&info);
    return usual;
  }
};

JpegDecoder::JpegDecoder(int width_px, int height_px) : impl_(std::make_unique<Impl>(width_px, height_px)) {}
JpegDecoder::~JpegDecoder() = default;
JpegDecoder::JpegDecoder(JpegDecoder&&) noexcept = default;
JpegDecoder& JpegDecoder::operator=(JpegDecoder&&) noexcept = default;

Frame JpegDecoder::decode(const AVPacket& packet) {
  if (packet.size <= 0) return nullptr;
  Frame frame = make_frame();
  if (!frame || !impl_->decode(packet, *frame)) return nullptr;
  frame->width = impl_->width_px;
  frame->height = impl_->height_px;
  frame->pts = packet.pts;
  frame->pkt_dts = packet.dts;
  frame->best_effort_timestamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
  frame->key_frame = 1;
  frame->pict_type = AV_PICTURE_TYPE_I;
  frame->color_range = AVCOL_RANGE_JPEG;
  frame->colorspace = AVCOL_SPC_BT470BG;
  frame->chroma_location = AVCHROMA_LOC_CENTER;
  return frame;
}

}  // namespace gladi::libav
