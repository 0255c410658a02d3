#include "app/release/release_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace limn {
namespace {

// In a Markdown table's cell.
std::string cell(const std::string& text)
{
    std::string safe;
    for (const char letter : text) {
        if (letter == '|' || letter == '<' || letter == '>' || letter == '\\' || letter == '`'
            || letter == '*' || letter == '[' || letter == ']')
            safe += '\\';
        safe += letter == '\n' || letter == '\r' ? ' ' : letter;
    }
    return safe;
}

std::string row(const std::vector<std::string>& cells)
{
    std::string line = "|";
    for (const auto& text : cells)
        line += " " + text + " |";
    return line + "\n";
}

std::string head(const std::vector<std::string>& cells)
{
    return row(cells) + row(std::vector<std::string>(cells.size(), "---"));
}

std::string number(std::uint64_t count)
{
    return std::to_string(count);
}

std::string counts(const ReleaseOrder& order, const ReleaseSummary& summary)
{
    int patients = 0;
    for (const auto& [part, some] : summary.patients)
        patients += some;
    std::string text = number(static_cast<std::uint64_t>(summary.images)) + " images ("
        + std::to_string(summary.slices) + " slices) of " + std::to_string(patients)
        + " patients; " + std::to_string(summary.accepted) + " of the images were accepted by a person"
        + (summary.accepted < summary.images ? ", the others are edited and not accepted yet" : "")
        + ".\n\n";
    if (order.split.empty())
        return text;
    text += head({"split", "patients", "images"});
    for (const SplitShare& share : order.split) {
        const auto of = [&share](const std::map<std::string, int>& some) {
            const auto found = some.find(share.name);
            return std::to_string(found == some.end() ? 0 : found->second);
        };
        text += row({share.name, of(summary.patients), of(summary.imagesOfPart)});
    }
    return text + "\nThe split is by patient: all images of one patient are in the same part. Seed "
        + std::to_string(order.seed) + "; `split.csv` names the part of each image.\n\n";
}

std::string patients(const ReleaseSummary& summary)
{
    std::string text = "## Patients\nWhich images are one patient's was known by:\n\n";
    for (const auto& [how, images] : summary.how)
        text += "- " + how + " (" + std::to_string(images) + " images)\n";
    return text + "\n";
}

std::string labels(const ReleaseSummary& summary)
{
    std::string text = "## Labels\n" + head({"label", "images", "pixels"});
    for (const auto& [name, count] : summary.labels)
        text += row({cell(name), std::to_string(summary.labelImages.at(name)), number(count.pixels)});
    return text + "\n";
}

std::string models(const ReleaseSummary& summary, const std::vector<ModelCard>& known)
{
    if (summary.models.empty())
        return "## Models\nNone: every pixel was decided by a person.\n\n";
    std::string text =
        "## Models\nThe masks began as a model's and were corrected or accepted by a person.\n\n"
        + head({"model", "SHA-256 of the weights", "licence"});
    for (const std::string& model : summary.models) {
        const auto space = model.rfind(' ');
        const std::string name = model.substr(0, space), sha256 = model.substr(space + 1);
        const auto card = std::ranges::find(known, sha256, &ModelCard::sha256);
        text += row({cell(name), sha256,
                     card == known.end() ? "not known: the model is not installed here any more"
                                         : cell(card->licence)});
    }
    return text + "\nTheir cards are in `models/`. Research use only.\n\n";
}

std::string deidentification(const ReleaseOrder& order, const ReleaseSummary& summary)
{
    if (!order.isDeidentified)
        return std::string("## Patient data\n**Not de-identified.** ")
            + (order.hasCopies ? "The images are copies of the originals, with all that their headers say."
                               : "DICOM segmentations carry the patient and study of their source.")
            + "\n\n";
    std::string text = "## Patient data\n"
                       "De-identified: DICOM files by the Basic Application Level Confidentiality Profile "
                       "(PS3.15 Annex E), other files by leaving out all that they say beside their "
                       "pixels. UIDs are new and the same wherever they occur. Dates are ";
    text += order.dates == CopiedDates::Shifted
        ? "shifted, for each patient by one number of days; times of day are as they were.\n"
        : "emptied.\n";
    text += "Pixels are unchanged: words, faces or marks that can be seen in a picture are still there.\n";
    for (const auto& [warning, images] : summary.warnings)
        text += "\n- " + std::to_string(images) + " images: " + warningText(warning);
    return text + "\n\n";
}

std::string leftOut(const ReleaseSummary& summary)
{
    std::string text;
    for (const auto& [format, images] : summary.leftOut)
        text += "- `" + format + "` of " + std::to_string(images)
            + " images: there was nothing to write (no run of a model, no DICOM image)\n";
    std::map<std::string, int> reasons;
    for (const SkippedImage& image : summary.skipped)
        ++reasons[std::string(codeName(image.why.code))];
    for (const auto& [reason, images] : reasons)
        text += "- " + std::to_string(images) + " images as a whole: " + reason + "\n";
    return text.empty() ? text : "## Left out\n" + text + "\n";
}

} // namespace

std::string warningText(const std::string& warning)
{
    if (warning == "burned-in-yes")
        return QT_TRANSLATE_NOOP("limn::Releasing",
                                 "the file says that words are burned into the picture. Look at "
                                 "them before you pass them on.");
    if (warning == "burned-in-unknown")
        return QT_TRANSLATE_NOOP("limn::Releasing",
                                 "the file does not say whether words are burned into the picture, "
                                 "and pictures of its kind often have them. Look at them before "
                                 "you pass them on.");
    if (warning == "overlay-in-pixels")
        return QT_TRANSLATE_NOOP("limn::Releasing",
                                 "unused bits of the pixels hold a drawing (an overlay), which is "
                                 "still there.");
    return warning;
}

std::string readmeOf(const ReleaseOrder& order, const ReleaseSummary& summary,
                     const std::vector<ModelCard>& known)
{
    std::string formats;
    for (const MaskFormat format : order.formats)
        formats += (formats.empty() ? "`" : ", `") + std::string(nameOf(format)) + "`";
    std::string text = "# Data set\nMade with Limn " LIMN_VERSION ". " + counts(order, summary);
    text += "Masks are in `masks/` (" + formats + ")";
    if (order.hasCopies || order.isDeidentified)
        text += ", images in `images/`";
    text += "; their names begin with the image's. `manifest.csv` and `manifest.json` list every file with "
            "its SHA-256.\n\n";
    if (!order.licence.empty())
        text += "Licence: " + cell(order.licence) + "\n\n";
    return text + patients(summary) + labels(summary) + models(summary, known)
        + deidentification(order, summary) + leftOut(summary);
}

} // namespace limn
