// What every room says when something fails: a code, the thing it is about, the library's words.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace limn {

enum class ErrorCode {
    NotFound,          // the file or folder does not exist
    NotReadable,       // it exists but may not be read
    NotAnImage,        // no picture in it
    UnsupportedFormat, // a known kind that Limn does not read; detail names it
    Damaged,           // its content contradicts itself; detail says where
    Truncated,         // it ends early
    TooLarge,          // over a limit; detail has size and limit
    OutOfMemory,
    TimedOut,          // the decoder took longer than it may
    DecoderDied,       // the import child ended during this file
    ChannelsMismatch,  // grey picture for a colour model or the reverse
    NotDicom,          // a DICOM segmentation is asked for of another picture
    SlicesUneven,      // a volume file is asked for of slices that do not lie evenly
    MaskMismatch,      // a mask does not fit the picture; detail has both sizes or places
    ModelNotFound,
    ModelDamaged,      // the weights file is refused; detail says why
    ModuleMissing,     // the diffusion module can't be opened
    DeviceMissing,     // the named device does not exist
    NotFinite,         // the model gave NaN or infinity
    Cancelled,         // never shown to a person
    WriteFailed,
    DiskFull,
    ReadOnly,
    Exists,            // would overwrite
    WorkFileDamaged,
    WorkFileNewer,     // written by a newer version of Limn
    WorkFileLocked,    // another Limn has it open
    ImageChanged,      // the picture's content is not the one the work was done on
    BadData,           // training or evaluation data that makes no sense; detail says why
    BadArgument,
    ToolMissing, // a program that Limn calls is not installed; subject names it
    Internal,
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string subject; // file name or label that it is about; UTF-8
    std::string detail;  // a library's words or figures, for the log and the details line
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string subject, std::string detail = {})
{
    return std::unexpected(Error{code, std::move(subject), std::move(detail)});
}

// The code's name as written above ("NotFound"), for logs, --json and the programs without translation.
std::string_view codeName(ErrorCode code);

} // namespace limn
