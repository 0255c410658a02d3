#include "ui/view/window_actions.h"

#include "ui/view/action_words.h"
#include "ui/view/icons.h"

#include <QCoreApplication>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn::WindowActions", words);
}

} // namespace

WindowActions::WindowActions(QObject* parent)
    : openFolder(makeAction(parent, tr("Open a folder…"), {QStringLiteral("Ctrl+O")},
                            tr("Every image of the folder becomes a row of the work list.")))
    , openFile(makeAction(parent, tr("Open a file…"), {QStringLiteral("Ctrl+Shift+O")},
                          tr("Opens the file's folder with this file chosen.")))
    , importMasks(makeAction(parent, tr("Import masks…"), {QStringLiteral("Ctrl+Shift+M")},
                             tr("Goes on with masks that are there: PNG, NIfTI, NRRD, DICOM, COCO.")))
    , run(makeAction(parent, tr("Run"), {QStringLiteral("R")},
                     tr("Runs the model on this image; the mask forms step by step.")))
    , stop(makeAction(parent, tr("Stop"), {QStringLiteral("Esc")},
                      tr("Stops the run after the step in progress; the steps done stay.")))
    , accept(makeAction(parent, tr("Accept and go on"),
                        {QStringLiteral("Return"), QStringLiteral("Enter")},
                        tr("Accepts the mask, saves it and opens the next image to do.")))
    , undo(makeAction(parent, tr("Undo"), {QStringLiteral("Ctrl+Z")},
                      tr("Takes the last change back.")))
    , redo(makeAction(parent, tr("Redo"),
                      {QStringLiteral("Ctrl+Y"), QStringLiteral("Ctrl+Shift+Z")},
                      tr("Does again what was undone.")))
    , exportMasks(makeAction(parent, tr("Export…"), {QStringLiteral("Ctrl+E")},
                             tr("Writes masks, probabilities and steps as files.")))
    , release(makeAction(parent, tr("Make a data set…"), {QStringLiteral("Ctrl+Shift+E")},
                         tr("Masks of all accepted images, de-identified copies, split, manifest.")))
    , figure(
          makeAction(parent, tr("Figure…"), {},
                     tr("Writes a figure for a paper: image, steps, mask, scale and colour bar.")))
    , animation(makeAction(parent, tr("Animation…"), {},
                           tr("Writes the steps of the run as GIF, MP4 or numbered pictures.")))
    , record(makeAction(parent, tr("Record of the run"), {QStringLiteral("Ctrl+I")},
                        tr("Model, settings, device: all that made the shown maps, to copy.")))
    , tags(makeAction(parent, tr("DICOM tags…"), {QStringLiteral("Ctrl+Shift+I")},
                      tr("Everything that the file's header says; it may name the patient.")))
    , keys(makeAction(parent, tr("Keys"), {QStringLiteral("?"), QStringLiteral("F1")},
                      tr("Shows every key on one sheet.")))
    , about(makeAction(parent, tr("About Limn"), {},
                       tr("What Limn is, its limits, and the libraries in it.")))
    , leftDock(makeAction(parent, tr("Show the work list"), {QStringLiteral("F7")},
                          tr("Opens or closes the panel at the left.")))
    , rightDock(makeAction(parent, tr("Show labels and overlay"), {QStringLiteral("F8")},
                           tr("Opens or closes the panel at the right.")))
    , quit(makeAction(parent, tr("Quit"), {QStringLiteral("Ctrl+Q")},
                      tr("Closes Limn; everything is already saved.")))
{
    record->setIcon(icon(QStringLiteral("info")));
    leftDock->setIcon(icon(QStringLiteral("dock-left"), CheckedGlyph::Text));
    rightDock->setIcon(icon(QStringLiteral("dock-right"), CheckedGlyph::Text));
    leftDock->setCheckable(true);
    rightDock->setCheckable(true);
}

QList<QAction*> WindowActions::all() const
{
    return {openFolder,  openFile, importMasks, run,       stop,   accept, undo, redo,
            exportMasks, release,  figure,      animation, record, tags,   keys, about,
            leftDock,    rightDock, quit};
}

} // namespace limn
