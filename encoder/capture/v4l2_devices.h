// Asks Video4Linux about cameras. The one file with V4L2's own calls; another system gets another file.
#pragma once

#include <string>
#include <vector>

#include "encoder/capture/device_list.h"

namespace gladi {

// Every node that gives pictures, in the order of their numbers.
std::vector<CameraDevice> list_v4l2_cameras();

// One device by its node ("/dev/video0"). kNotFound, kBusy, kRefused or kUnsupported with the node's name.
Result<CameraDevice> ask_v4l2_camera(const std::string& node);

// The node of a device given by its node, a link to it, its name or its stable id. kNotFound if there is
// none.
Result<std::string> find_v4l2_node(const std::string& name);

// The camera among `there` that `lost` is by now, wherever its node: the same maker, model and serial; else
// the same name at the same place on the bus (its links in /dev come a moment after its node); else the same
// name at a place where no other camera was (`buses_before`). Null when it isn't there.
const CameraDevice* find_again(const CameraDevice& lost, const std::vector<std::string>& buses_before,
                               const std::vector<CameraDevice>& there);

// The sentence for a camera that could not be opened or was lost with this errno.
Error v4l2_error(int error_number, const std::string& name);

}  // namespace gladi
