#include "model/data/error.h"

namespace limn {

std::string_view codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return "NotFound";
    case ErrorCode::NotReadable: return "NotReadable";
    case ErrorCode::NotAnImage: return "NotAnImage";
    case ErrorCode::UnsupportedFormat: return "UnsupportedFormat";
    case ErrorCode::Damaged: return "Damaged";
    case ErrorCode::Truncated: return "Truncated";
    case ErrorCode::TooLarge: return "TooLarge";
    case ErrorCode::OutOfMemory: return "OutOfMemory";
    case ErrorCode::TimedOut: return "TimedOut";
    case ErrorCode::DecoderDied: return "DecoderDied";
    case ErrorCode::ChannelsMismatch: return "ChannelsMismatch";
    case ErrorCode::NotDicom: return "NotDicom";
    case ErrorCode::SlicesUneven: return "SlicesUneven";
    case ErrorCode::MaskMismatch: return "MaskMismatch";
    case ErrorCode::ModelNotFound: return "ModelNotFound";
    case ErrorCode::ModelDamaged: return "ModelDamaged";
    case ErrorCode::ModuleMissing: return "ModuleMissing";
    case ErrorCode::DeviceMissing: return "DeviceMissing";
    case ErrorCode::NotFinite: return "NotFinite";
    case ErrorCode::Cancelled: return "Cancelled";
    case ErrorCode::WriteFailed: return "WriteFailed";
    case ErrorCode::DiskFull: return "DiskFull";
    case ErrorCode::ReadOnly: return "ReadOnly";
    case ErrorCode::Exists: return "Exists";
    case ErrorCode::WorkFileDamaged: return "WorkFileDamaged";
    case ErrorCode::WorkFileNewer: return "WorkFileNewer";
    case ErrorCode::WorkFileLocked: return "WorkFileLocked";
    case ErrorCode::ImageChanged: return "ImageChanged";
    case ErrorCode::BadData: return "BadData";
    case ErrorCode::BadArgument: return "BadArgument";
    case ErrorCode::ToolMissing: return "ToolMissing";
    case ErrorCode::Internal: return "Internal";
    }
    return "Internal";
}

} // namespace limn
