#include "ui/view/action_table.h"

#include "ui/view/action_words.h"
#include "ui/view/icons.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cassert>

namespace limn {
namespace {

using enum ActionGroup;
using enum ActionTime;

#define LIMN_WORDS(words) QT_TRANSLATE_NOOP("limn", words)

// clang-format off
const ActionRow table[] = {
    {"open-folder", Files, LIMN_WORDS("Open a folder…"), LIMN_WORDS("Every image of the folder becomes a row of the work list."), "Ctrl+O", "folder"},
    {"open-file", Files, LIMN_WORDS("Open a file…"), LIMN_WORDS("Opens the file's folder with this file chosen."), "Ctrl+Shift+O", "file"},
    {"import-masks", Files, LIMN_WORDS("Import masks…"), LIMN_WORDS("Goes on with masks that are there: PNG, NIfTI, NRRD, DICOM, COCO."), "Ctrl+Shift+L"},
    {"export", Files, LIMN_WORDS("Export…"), LIMN_WORDS("Writes masks, probabilities and steps as files."), "Ctrl+E"},
    {"release", Files, LIMN_WORDS("Make a data set…"), LIMN_WORDS("Masks of all accepted images, de-identified copies, split, manifest."), "Ctrl+Shift+E"},
    {"figure", Files, LIMN_WORDS("Figure…"), LIMN_WORDS("Writes a figure for a paper: image, steps, mask, scale and colour bar."), ""},
    {"animation", Files, LIMN_WORDS("Animation…"), LIMN_WORDS("Writes the steps of the run as GIF, MP4 or numbered pictures."), ""},
    {"statistics", Files, LIMN_WORDS("Statistics…"), LIMN_WORDS("Writes a table of area, volume and mean intensity of each label, an image a row, as CSV."), ""},
    {"compare-masks", Files, LIMN_WORDS("Compare masks…"), LIMN_WORDS("Compares this mask with another file's or another person's: Dice, HD95 and where they differ."), ""},
    {"tags", Files, LIMN_WORDS("DICOM tags…"), LIMN_WORDS("Everything that the file's header says; it may name the patient."), "Ctrl+Shift+I"},

    {"accept", Images, LIMN_WORDS("Accept and go on"), LIMN_WORDS("Accepts the mask, saves it and opens the next image to do; doubtful places that nobody has seen come first."), "Return Enter", nullptr, false, WithoutCandidate},
    {"previous-image", Images, LIMN_WORDS("Previous image"), LIMN_WORDS("Opens the image before."), "A"},
    {"next-image", Images, LIMN_WORDS("Next image"), LIMN_WORDS("Opens the next image."), "D"},
    {"next-to-do", Images, LIMN_WORDS("Next image to do"), LIMN_WORDS("Opens the next image that is neither accepted nor skipped."), "Ctrl+D"},
    {"skip", Images, LIMN_WORDS("Skip this image"), LIMN_WORDS("Leaves it out of what is to do and opens the next one; again takes that back."), "Ctrl+Shift+K"},
    {"ask-review", Images, LIMN_WORDS("Ask for a review"), LIMN_WORDS("Marks the image for another person to look at and opens the next one; again takes that back."), "Ctrl+Shift+A"},
    {"note", Images, LIMN_WORDS("Note"), LIMN_WORDS("Writes a note on this image, which is kept with it."), "Ctrl+Shift+N"},
    {"find-image", Images, LIMN_WORDS("Find an image"), LIMN_WORDS("Goes to the filter of the work list."), "Ctrl+F"},
    {"review-mode", Images, LIMN_WORDS("Review mode"), LIMN_WORDS("A second pass over what is accepted: accept it as reviewed, or send it back with a comment."), "Ctrl+Shift+R", nullptr, true},
    {"send-back", Images, LIMN_WORDS("Send back"), LIMN_WORDS("In review mode: the image is to do again; the comment says why."), "Ctrl+Backspace"},

    {"run", Model, LIMN_WORDS("Run"), LIMN_WORDS("Runs the model on this image; the mask forms step by step."), "R"},
    {"stop", Model, LIMN_WORDS("Stop"), LIMN_WORDS("Stops the run after the step in progress; the steps done stay."), "Esc", nullptr, false, WithoutCandidate},
    {"run-ahead", Model, LIMN_WORDS("Run ahead"), LIMN_WORDS("While nothing else runs, the model works on the next images to do, so that their maps are there when they are opened."), "", nullptr, true},
    {"record", Model, LIMN_WORDS("Record of the run"), LIMN_WORDS("Model, settings, device: all that made the shown maps, to copy."), "Ctrl+I", "info"},
    {"rerun", Model, LIMN_WORDS("Re-run"), LIMN_WORDS("Runs on from this step with your strokes as evidence. The run that is there stays as A, the new one is B."), "Shift+R"},
    {"live", Model, LIMN_WORDS("Live"), LIMN_WORDS("Re-runs by itself after each stroke or click."), "Ctrl+R", nullptr, true},
    {"swap-runs", Model, LIMN_WORDS("Swap A and B"), LIMN_WORDS("Shows the other one of the two runs."), "\\", nullptr, false, WithCandidate},
    {"take-run", Model, LIMN_WORDS("Take B"), LIMN_WORDS("B takes the place of A; undo brings A back."), "Return Enter", nullptr, false, WithCandidate},
    {"keep-run", Model, LIMN_WORDS("Keep A"), LIMN_WORDS("B goes; A is as it was. Your strokes stay."), "Esc", nullptr, false, WithCandidate},
    {"first-step", Model, LIMN_WORDS("First step"), LIMN_WORDS("Makes the mask from the first step."), "<", "first"},
    {"previous-step", Model, LIMN_WORDS("Step back"), LIMN_WORDS("Makes the mask from the step before."), ",", "step-back"},
    {"play", Model, LIMN_WORDS("Play the steps"), LIMN_WORDS("Shows the steps one after the other, then goes back."), "K", "play"},
    {"next-step", Model, LIMN_WORDS("Step on"), LIMN_WORDS("Makes the mask from the next step."), ".", "step-forward"},
    {"last-step", Model, LIMN_WORDS("Last step"), LIMN_WORDS("Makes the mask from the last step."), ">", "last"},
    {"next-place", Model, LIMN_WORDS("Next place"), LIMN_WORDS("Shows the next doubtful place that is not resolved."), "U"},
    {"previous-place", Model, LIMN_WORDS("Previous place"), LIMN_WORDS("Shows the doubtful place before."), "Shift+U"},
    {"place-resolved", Model, LIMN_WORDS("Resolved"), LIMN_WORDS("Marks this place as looked at and right; again takes the mark away."), "Ctrl+U", nullptr, true},

    {"undo", Changes, LIMN_WORDS("Undo"), LIMN_WORDS("Takes the last change back."), "Ctrl+Z", "undo"},
    {"redo", Changes, LIMN_WORDS("Redo"), LIMN_WORDS("Does again what was undone."), "Ctrl+Y Ctrl+Shift+Z", "redo"},
    {"copy-region", Changes, LIMN_WORDS("Copy the region"), LIMN_WORDS("The label's area under the pointer, else all of the current label."), "Ctrl+C"},
    {"paste-region", Changes, LIMN_WORDS("Paste the region"), LIMN_WORDS("Where it was copied from, on the slice that is shown."), "Ctrl+V"},
    {"take-mask", Changes, LIMN_WORDS("Take the mask as my own"), LIMN_WORDS("All that is shown of this slice is yours from now on, whatever the model says."), "Ctrl+M"},
    {"give-slice-back", Changes, LIMN_WORDS("Give the slice back to the model"), LIMN_WORDS("Nothing of this slice is yours any more."), "Ctrl+Shift+M"},
    {"copy-to-next-slice", Changes, LIMN_WORDS("Copy the label to the next slice"), LIMN_WORDS("The current label as it is here, then that slice is shown."), "Shift+PgDown"},
    {"copy-to-slice-before", Changes, LIMN_WORDS("Copy the label to the slice before"), LIMN_WORDS("The current label as it is here, then that slice is shown."), "Shift+PgUp"},
    {"fill-between-slices", Changes, LIMN_WORDS("Fill between painted slices"), LIMN_WORDS("The current label on the slices between those where you drew it."), "Ctrl+Shift+F"},

    {"last-tool", Tools, LIMN_WORDS("Last tool"), LIMN_WORDS("Goes back to the tool used before."), "Tab"},
    {"smaller-brush", Tools, LIMN_WORDS("Smaller brush"), LIMN_WORDS("Shift and the wheel do it, too."), "["},
    {"larger-brush", Tools, LIMN_WORDS("Larger brush"), LIMN_WORDS("Shift and the wheel do it, too."), "]"},

    {"overlay", View, LIMN_WORDS("Show the overlay"), LIMN_WORDS("Shows or hides all that lies on the picture."), "S", nullptr, true},
    {"maps", View, LIMN_WORDS("Maps side by side"), LIMN_WORDS("State, semantic map, generative map and answer beside the picture."), "M", "panes", true},
    {"fainter-overlay", View, LIMN_WORDS("Fainter overlay"), LIMN_WORDS("The picture is seen better."), "Shift+A"},
    {"stronger-overlay", View, LIMN_WORDS("Stronger overlay"), LIMN_WORDS("The overlay is seen better."), "Shift+D"},
    {"fit", View, LIMN_WORDS("Fit the picture"), LIMN_WORDS("Shows the whole picture."), "Ctrl+0", "fit"},
    {"one-to-one", View, LIMN_WORDS("Pixel for pixel"), LIMN_WORDS("One pixel of the picture on each pixel of the screen."), "Ctrl+Alt+0"},
    {"zoom-to-label", View, LIMN_WORDS("Zoom to the label"), LIMN_WORDS("The current label on this slice, as large as the space allows."), "Z"},
    {"compare", View, LIMN_WORDS("Compare"), LIMN_WORDS("With the picture alone, another step or the other run: by a line that is dragged, or side by side."), "Y"},
    {"planes", View, LIMN_WORDS("Three planes"), LIMN_WORDS("The two other planes of a stack, beside the picture."), "Shift+P", nullptr, true},
    {"zoom-in", View, LIMN_WORDS("Zoom in"), LIMN_WORDS("Ctrl and the wheel zoom about the pointer."), "Ctrl++ Ctrl+=", "zoom-in"},
    {"zoom-out", View, LIMN_WORDS("Zoom out"), LIMN_WORDS("Ctrl and the wheel zoom about the pointer."), "Ctrl+-", "zoom-out"},
    {"grey-levels", View, LIMN_WORDS("Grey levels…"), LIMN_WORDS("Histogram, width and level, presets, inverted, smooth pixels."), "Ctrl+G"},
    {"file-window", View, LIMN_WORDS("Window of the file"), LIMN_WORDS("Grey levels as the file asks for, its windows one after the other; the automatic ones where it doesn't."), "Ctrl+1"},
    {"automatic-window", View, LIMN_WORDS("Automatic window"), LIMN_WORDS("From the 0.1 to the 99.9 percentile of the values."), "Ctrl+2"},
    {"full-window", View, LIMN_WORDS("Full window"), LIMN_WORDS("From the smallest to the largest value."), "Ctrl+3"},
    {"graphics", View, LIMN_WORDS("Graphics of the file"), LIMN_WORDS("Overlays that lie in the file; they are never in masks or in what a model sees."), "Shift+O", nullptr, true},
    {"slice-before", View, LIMN_WORDS("Slice before"), LIMN_WORDS("The wheel does it, too."), "Up PgUp"},
    {"slice-after", View, LIMN_WORDS("Slice after"), LIMN_WORDS("The wheel does it, too."), "Down PgDown"},
    {"time-before", View, LIMN_WORDS("Time before"), LIMN_WORDS("Of a stack with several points in time."), "Left"},
    {"time-after", View, LIMN_WORDS("Time after"), LIMN_WORDS("Of a stack with several points in time."), "Right"},
    {"play-time", View, LIMN_WORDS("Play in time"), LIMN_WORDS("Shows one point in time after the other; again stops."), "Shift+K"},

    {"label-above", Labels, LIMN_WORDS("Label above"), LIMN_WORDS("The brush paints the label above."), "Ctrl+Up"},
    {"label-below", Labels, LIMN_WORDS("Label below"), LIMN_WORDS("The brush paints the label below."), "Ctrl+Down"},

    {"palette", Window, LIMN_WORDS("Command palette…"), LIMN_WORDS("Finds any command by a few letters of its name."), "Ctrl+K"},
    {"keys", Window, LIMN_WORDS("Keys"), LIMN_WORDS("Shows every key on one sheet."), "? F1", "keys"},
    {"preferences", Window, LIMN_WORDS("Preferences…"), LIMN_WORDS("Theme, keys, mouse, annotator, folders, device and memory."), "Ctrl+,"},
    {"left-dock", Window, LIMN_WORDS("Show the work list"), LIMN_WORDS("Opens or closes the panel at the left."), "F7", "dock-left", true},
    {"right-dock", Window, LIMN_WORDS("Show labels and overlay"), LIMN_WORDS("Opens or closes the panel at the right."), "F8", "dock-right", true},
    {"about", Window, LIMN_WORDS("About Limn"), LIMN_WORDS("What Limn is, its limits, and the libraries in it."), ""},
    {"quit", Window, LIMN_WORDS("Quit"), LIMN_WORDS("Closes Limn; everything is already saved."), "Ctrl+Q"},
};
// clang-format on

constexpr std::array groups{Files, Images, Model, Displays, Changes, Tools, View, Labels, Window};

QString translated(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

} // namespace

std::span<const ActionRow> actionTable()
{
    return table;
}

const ActionRow* actionRow(const QString& id)
{
    const auto row = std::ranges::find_if(
        table, [&id](const ActionRow& each) { return id == QLatin1String(each.id); });
    return row == std::end(table) ? nullptr : &*row;
}

std::span<const ActionGroup> actionGroups()
{
    return groups;
}

QString nameOf(ActionGroup group)
{
    switch (group) {
    case Files: return translated(LIMN_WORDS("Files"));
    case Images: return translated(LIMN_WORDS("Images"));
    case Model: return translated(LIMN_WORDS("Model and steps"));
    case Displays: return translated(LIMN_WORDS("Displays"));
    case Changes: return translated(LIMN_WORDS("Changes"));
    case Tools: return translated(LIMN_WORDS("Tools"));
    case View: return translated(LIMN_WORDS("View"));
    case Labels: return translated(LIMN_WORDS("Labels"));
    case Window: return translated(LIMN_WORDS("Window"));
    }
    return {};
}

QList<QKeySequence> keysFrom(std::string_view words)
{
    QList<QKeySequence> keys;
    for (const QString& word : QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()))
                                   .split(QLatin1Char(' '), Qt::SkipEmptyParts))
        keys.append(QKeySequence(word, QKeySequence::PortableText));
    return keys;
}

QAction* makeAction(QObject* parent, const char* id)
{
    const ActionRow* const row = actionRow(QLatin1String(id));
    assert(row);
    auto* action = makeAction(parent, QLatin1String(id), translated(row->name),
                              keysFrom(row->keys), translated(row->sentence));
    action->setCheckable(row->isCheckable);
    if (row->icon)
        action->setIcon(icon(QLatin1String(row->icon),
                             row->isCheckable ? CheckedGlyph::Text : CheckedGlyph::White));
    return action;
}

QAction* makeAction(QObject* parent, const QString& id, const QString& name,
                    const QList<QKeySequence>& keys, const QString& sentence)
{
    auto* action = new QAction(name, parent);
    action->setObjectName(id);
    action->setShortcuts(keys);
    describe(*action, sentence);
    return action;
}

} // namespace limn
