// Icons from fonts-material-design-icons-iconfont, as UTF-8 to be put into texts. Only what is listed here is
// in the font texture.
#pragma once

namespace gladi::icons {

inline constexpr const char* kAdd = "\uE145";
inline constexpr const char* kBack = "\uE5CB";
inline constexpr const char* kBlock = "\uE14B";
inline constexpr const char* kBolt = "\uE3E7";
inline constexpr const char* kBookmark = "\uE866";
inline constexpr const char* kCamera = "\uE412";
inline constexpr const char* kCart = "\uE8CC";
inline constexpr const char* kChat = "\uE0CA";
inline constexpr const char* kCheck = "\uE5CA";
inline constexpr const char* kClose = "\uE5CD";
inline constexpr const char* kComment = "\uE0B9";
inline constexpr const char* kDelete = "\uE872";
inline constexpr const char* kDisk = "\uE161";
inline constexpr const char* kEdit = "\uE3C9";
inline constexpr const char* kError = "\uE000";
inline constexpr const char* kEye = "\uE8F4";
inline constexpr const char* kFace = "\uE7FD";
inline constexpr const char* kFaceFine = "\uE813";
inline constexpr const char* kFaceHappy = "\uE815";
inline constexpr const char* kFaceUnhappy = "\uE811";
inline constexpr const char* kFolder = "\uE2C7";
inline constexpr const char* kForward5 = "\uE058";
inline constexpr const char* kHeart = "\uE87D";
inline constexpr const char* kInfo = "\uE88E";
inline constexpr const char* kLanguage = "\uE894";
inline constexpr const char* kLayout = "\uE8F1";
inline constexpr const char* kLight = "\uE0F0";
inline constexpr const char* kMicrophone = "\uE029";
inline constexpr const char* kMore = "\uE5D4";
inline constexpr const char* kMovie = "\uE02C";
inline constexpr const char* kNext = "\uE5CC";
inline constexpr const char* kPause = "\uE034";
inline constexpr const char* kPin = "\uF10D";
inline constexpr const char* kPlay = "\uE037";
inline constexpr const char* kProjector = "\uE333";
inline constexpr const char* kRecord = "\uE061";
inline constexpr const char* kReplay5 = "\uE05B";
inline constexpr const char* kSearch = "\uE8B6";
inline constexpr const char* kSend = "\uE163";
inline constexpr const char* kShare = "\uE80D";
inline constexpr const char* kSettings = "\uE8B8";
inline constexpr const char* kSkipNext = "\uE044";
inline constexpr const char* kSkipPrevious = "\uE045";
inline constexpr const char* kSpeed = "\uE9E4";
inline constexpr const char* kStop = "\uE047";
inline constexpr const char* kTarget = "\uE8E1";
inline constexpr const char* kThumb = "\uE8DC";
inline constexpr const char* kTime = "\uE8B5";
inline constexpr const char* kVolume = "\uE050";
inline constexpr const char* kWarning = "\uE002";

inline constexpr const char* kCopy = "\uE14D";
inline constexpr const char* kDown = "\uE5DB";
inline constexpr const char* kDownload = "\uE2C4";
inline constexpr const char* kDrag = "\uE25D";
inline constexpr const char* kFile = "\uE24D";
inline constexpr const char* kImage = "\uE3F4";
inline constexpr const char* kKeyboard = "\uE312";
inline constexpr const char* kPeople = "\uE7FB";
inline constexpr const char* kRedo = "\uE15A";
inline constexpr const char* kUndo = "\uE166";
inline constexpr const char* kUp = "\uE5D8";
inline constexpr const char* kUpload = "\uE2C6";
inline constexpr const char* kAddPerson = "\uE7FE";
inline constexpr const char* kArrow = "\uE0B2";
inline constexpr const char* kCircle = "\uE836";
inline constexpr const char* kDraw = "\uE155";
inline constexpr const char* kFullScreen = "\uE5D0";
inline constexpr const char* kFullScreenExit = "\uE5D1";
inline constexpr const char* kLoop = "\uE040";
inline constexpr const char* kChart = "\uE6E1";
inline constexpr const char* kCompare = "\uE8D4";
inline constexpr const char* kVolumeOff = "\uE04F";

// The code points of all of the above; fonts_test checks that the font has each.
inline constexpr unsigned short kAll[] = {
    0xE333, 0xE14B, 0xE3E7, 0xE8CC, 0xE8F4, 0xE87D, 0xF10D, 0xE145, 0xE5CB, 0xE866, 0xE412, 0xE0CA,
    0xE5CA, 0xE5CD, 0xE0B9, 0xE872, 0xE161, 0xE3C9, 0xE000, 0xE7FD, 0xE2C7, 0xE058, 0xE88E, 0xE894,
    0xE8F1, 0xE0F0, 0xE029, 0xE02C, 0xE5CC, 0xE034, 0xE037, 0xE061, 0xE05B, 0xE8B6, 0xE163, 0xE8B8,
    0xE044, 0xE045, 0xE9E4, 0xE047, 0xE8DC, 0xE8B5, 0xE050, 0xE002, 0xE14D, 0xE5DB, 0xE2C4, 0xE25D,
    0xE24D, 0xE3F4, 0xE312, 0xE7FB, 0xE7FE, 0xE15A, 0xE166, 0xE5D8, 0xE2C6, 0xE811, 0xE813, 0xE815,
    0xE8E1, 0xE5D0, 0xE5D1, 0xE040, 0xE04F, 0xE5D4, 0xE80D, 0xE8D4, 0xE6E1, 0xE0B2, 0xE836, 0xE155};

}  // namespace gladi::icons
