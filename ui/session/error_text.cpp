#include "ui/session/error_text.h"

#include <QCoreApplication>

namespace limn {
namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    // %1 is what the error is about. No default: the compiler names a code without a sentence.
    static QString sentence(ErrorCode code)
    {
        switch (code) {
        case ErrorCode::NotFound:
            return tr("%1 does not exist any more. Choose another file or folder.");
        case ErrorCode::NotReadable:
            return tr("You may not read %1. Ask for the right to read it, or open a copy.");
        case ErrorCode::NotAnImage:
            return tr("There is no picture in %1. Open a DICOM, PNG, JPEG, TIFF or BMP file.");
        case ErrorCode::UnsupportedFormat:
            return tr("%1 is of a kind that Limn does not read. Convert it to DICOM, PNG or TIFF.");
        case ErrorCode::Damaged:
            return tr("%1 is damaged: its content contradicts itself. Get another copy of it.");
        case ErrorCode::Truncated:
            return tr("%1 ends too early, as after a broken copy. Copy it again from its source.");
        case ErrorCode::TooLarge:
            return tr("%1 is larger than Limn can take. Open a part of it, or a smaller version.");
        case ErrorCode::OutOfMemory:
            return tr("The memory is too small for %1. Close other programs and try again.");
        case ErrorCode::TimedOut:
            return tr("Reading %1 took too long and was given up. Try again, or get another copy.");
        case ErrorCode::DecoderDied:
            return tr("The reader broke down over %1, which is probably damaged. Everything else "
                      "still works; "
                      "get another copy of it.");
        case ErrorCode::ChannelsMismatch:
            return tr("%1 does not fit the model, which takes other channels (grey, colour, or "
                      "several volumes in one file). Choose another model.");
        case ErrorCode::NotDicom:
            return tr("%1 is no DICOM image, and a DICOM segmentation must refer to one. Choose "
                      "another format, such as the mask.");
        case ErrorCode::SlicesUneven:
            return tr("The slices of %1 do not lie at even distances, and a NIfTI, NRRD or nnU-Net "
                      "file can't say so. Export a DICOM segmentation, or pictures.");
        case ErrorCode::MaskMismatch:
            return tr("The mask %1 does not fit the picture. Choose the mask that was made of this "
                      "picture, on its grid.");
        case ErrorCode::ModelNotFound:
            return tr("The model %1 was not found. Choose another one, or put its file into the "
                      "models folder.");
        case ErrorCode::ModelDamaged:
            return tr("The model file %1 is damaged and was not loaded. Get another copy of it.");
        case ErrorCode::ModuleMissing:
            return tr("The part of Limn that runs models, %1, can't be opened. Run ./run again to "
                      "put it in "
                      "order; painting and export work without it.");
        case ErrorCode::DeviceMissing:
            return tr("The device %1 is not there. Choose another device, such as the CPU.");
        case ErrorCode::NotFinite:
            return tr("The model gave values that are no numbers for %1, so the run was stopped. "
                      "The steps before "
                      "are kept; try another seed or model.");
        case ErrorCode::Cancelled: return tr("%1 was cancelled.");
        case ErrorCode::WriteFailed:
            return tr("%1 could not be written; what was there before is unchanged. Try again, or "
                      "choose another "
                      "folder.");
        case ErrorCode::DiskFull:
            return tr("The disk is full, so %1 was not written. Free some space and try again.");
        case ErrorCode::ReadOnly:
            return tr("%1 can't be written because its place is read-only. Choose another folder.");
        case ErrorCode::Exists:
            return tr("%1 exists already and was left as it is. Choose another folder, or allow "
                      "replacing it.");
        case ErrorCode::WorkFileDamaged:
            return tr("The work file %1 was damaged. It is kept under another name, and what could "
                      "be read of it was brought back; look through the last images that you "
                      "worked on.");
        case ErrorCode::WorkFileNewer:
            return tr("The work file %1 was written by a newer Limn and is opened for reading "
                      "alone. Update Limn to "
                      "go on working in it.");
        case ErrorCode::WorkFileLocked:
            return tr("Another Limn is working in %1, so it is opened for reading alone. Close "
                      "that one, then open the folder again.");
        case ErrorCode::ImageChanged:
            return tr("%1 is not the picture any more that the saved work was done on, so that "
                      "work was not put over "
                      "it. Put the former picture back to go on with it.");
        case ErrorCode::BadData:
            return tr("The data in %1 makes no sense. Mend what the details name and try again.");
        case ErrorCode::BadArgument:
            return tr("%1 is not a setting that works here. Choose another value.");
        case ErrorCode::ToolMissing:
            return tr(
                "The program %1 is needed for this and is not installed. Install it (on Debian: "
                "apt install %1), or choose another format.");
        case ErrorCode::Internal:
            return tr("Limn made a mistake with %1. Your work is kept; please report this with the "
                      "details.");
        }
        return {};
    }

    static QString somethingUnnamed() { return tr("this picture"); }
};

} // namespace

QString errorText(const Error& error)
{
    const QString subject = error.subject.empty() ? ErrorText::somethingUnnamed()
                                                  : QString::fromStdString(error.subject);
    QString text = ErrorText::sentence(error.code).arg(subject);
    if (error.subject.empty() && !text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace limn
