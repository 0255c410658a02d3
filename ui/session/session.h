// The open study: one image (or stack), its three layers, what is shown of it, and one undo stack.
#pragma once

#include "model/data/label_edit.h"
#include "model/data/label_layers.h"
#include "model/data/label_table.h"
#include "model/data/step.h"
#include "model/data/study_state.h"
#include "model/data/volume.h"
#include "ui/session/active_time.h"
#include "ui/session/model_stack.h"
#include "ui/session/run_difference.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <map>
#include <optional>
#include <vector>

namespace limn {

// A finished change of the human layer, its undo or its redo.
struct HumanEdit {
    EditKind kind = EditKind::Edit;
    std::int64_t number = 0; // of the change; 0: it gets the next one
    QString text;
    std::map<int, Rect> boxes = {}; // by slice
};

// Everything on the UI thread. Changes of the mask go through the undo stack alone.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);

    // --- the picture
    // Shows a volume, at the first slice that has been read; drops everything of the one before. `state` is what the work file kept (sizes must fit, else it is ignored and false
    // comes back).
    bool open(VolumePtr volume, const std::optional<StudyState>& state);
    void close();
    bool isOpen() const { return m_volume != nullptr; }
    const Volume* volume() const { return m_volume.get(); }
    void putSlice(int index, SlicePtr slice); // once a slice
    void needSlice(int index); // emits sliceNeeded when it was not read yet
    int currentSlice() const { return m_currentSlice; }
    void setCurrentSlice(int index); // emits sliceNeeded when it was not read yet
    DisplayWindow window() const { return m_window; }
    void setWindow(const DisplayWindow& window); // display only, no undo

    // --- the three layers (of the current slice where no slice is named)
    const HumanLayer& human() const { return m_human; }
    const LabelMap& labels() const { return m_labels; } // composed; always up to date
    const std::vector<StepPtr>& steps() const; // of the current slice's last run; may be empty
    const ProbabilityMap& baseMap() const; // posterior of the base step, or what was restored
    // What makes the mask: baseMap(), moved where several chains decide (agreed_map.h).
    ProbabilityMap decidingMap() const { return m_model.decidingMap(m_currentSlice); }
    StepPtr baseStep() const; // null when no run, or only a restored map
    int baseStepIndex() const; // 1..; 0 when there is none
    const RunFacts& runFacts() const { return m_model.facts(m_currentSlice); } // of baseMap()
    // The last answer of the run before, to compare with; empty when there was none.
    const ProbabilityMap& mapBefore() const { return m_model.mapBefore(); }
    const RunFacts& runFactsBefore() const { return m_model.factsBefore(); }
    // How many edits (undone ones left out) were made while a step of this run was the base step:
    // by step.
    std::map<int, int> editsByStep() const;
    double threshold() const { return m_threshold; }
    const LabelTable& labelTable() const { return m_labelTable; }
    Label currentLabel() const { return m_currentLabel; }
    void setCurrentLabel(Label label);
    bool isLocked(Label label) const;

    // --- changes that can be undone
    QUndoStack& undoStack() { return m_undoStack; } // limit 200
    // Edits hold what shall be put in; a later one wins where they meet. Pixels whose composed
    // label is locked, or would become a locked one, are left as they are. Nothing is pushed when
    // nothing changes.
    void apply(const QString& text, std::vector<LabelEdit> edits);
    void setThreshold(
        double tau); // kept in 0.001..0.999; a drag merges into one command until endDrag()
    void setBaseStep(int index); // the step that is shown and makes the mask; moves merge likewise
    // Several chains: a pixel has a label where this share of them says so; 0: the threshold decides.
    void setAgreement(double share); // a drag merges likewise
    double agreement() const { return isOpen() ? runFacts().agreement : 0; } // of the current slice
    int chains() const; // of the base step: 1 when it is not one of several
    void endDrag(); // the next change of threshold, base step or opacity is a new command
    void setLabelTable(
        const LabelTable& table); // rename, colour, add, lock ...; visibility and opacity too
    // Labels in use, each one undo step; nothing where it may not be (session_labels.cpp).
    bool isModelLabel(Label label) const; // the model makes it: its row stays
    bool canMerge(Label from, Label into) const; // neither locked
    void mergeLabel(Label from, Label into); // every pixel of `from` becomes `into`
    bool canRemove(Label label) const; // not locked, not the model's, not the last
    void removeLabel(Label label); // its pixels show again what the model says
    void takeMask(); // all that is shown of the current slice becomes a person's
    void giveSliceBack(); // nothing of the current slice is a person's any more
    // Pixels of the label on the current slice, put on another one as a person's.
    void copyLabelTo(int slice, Label label);
    // False where the composed label is locked: tools leave such pixels as they are.
    bool isPaintable(int slice, int x, int y) const;
    std::vector<Label> modelLabels(int slice) const; // what the model alone says

    // --- the model's stack (called for the run in progress; never touches the human layer)
    // Gives each class its label row. Earlier steps and map stay until the run's first step
    // arrives.
    void beginRun(int slice, const RunFacts& facts, const std::vector<std::string>& classNames);
    void addStep(int slice, StepPtr step); // becomes the base step
    void endRun(int slice); // ended, stopped or failed
    void setStepMemory(std::size_t bytes) { m_stepMemory = bytes; } // above it: stepWentCold()

    // --- where to look next: what is known of a slice's doubt, and where a person has been
    const std::vector<SliceLook>& looks() const { return m_looks; } // a slice each
    const SliceLook& look(int slice) const { return m_looks[static_cast<std::size_t>(slice)]; }
    void setLook(int slice, SliceLook look);
    double doubt() const; // the highest of its slices'; below 0: not known

    // --- a re-run B beside the run A of the current slice that was there. What is shown makes the
    // mask, here as everywhere; an image that is left keeps what was shown.
    // Where a re-run begins: the base step, or of a re-run the step that it began from itself.
    StepPtr restartStep() const; // null: no steps
    void beginRerun(const RunFacts& facts); // its steps make B, which is shown from the first on
    bool hasCandidate() const; // there is a B
    bool isCandidateShown() const;
    void swapRuns();
    void takeCandidate(); // B stays; can be undone
    void dropCandidate(); // A stays; also while B has no step yet
    // Pixels outside the person's layer that A and B label differently; a byte a pixel, or nothing.
    std::size_t differenceCount() const { return m_difference.count(); }
    std::span<const std::uint8_t> differences() const { return m_difference.pixels(); }

    // --- keeping
    // A copy for the journal and for export; `baseStep` is the current slice's.
    StudyState state() const;
    ImageStatus status() const { return m_status; }
    void setStatus(ImageStatus status);
    const ImageNotes& notes() const { return m_notes; }
    void setNotes(const ImageNotes& notes);
    void setAnnotator(const QString& name) { m_annotator = name; } // who is at work from now on
    const QString& annotator() const { return m_annotator; }
    double changedByPersonShare(
        int slice) const; // of pixels: 0..1 where the model alone would say another label
    double secondsSpent() const; // with activity
    void noteInput(); // a person is at work here: counts the seconds spent; every change does it by
                      // itself

Q_SIGNALS:
    void opened(); // another picture, or none
    void sliceNeeded(int index);
    void sliceRead(int index);
    void sliceChanged(); // another slice is current, or the current one was read
    void windowChanged();
    void humanChanged(int slice, limn::Rect box); // after an edit, its undo or redo
    void edited(const limn::HumanEdit& edit); // likewise, once for all slices
    void labelsChanged(int slice, limn::Rect box); // composed labels differ in the box
    void candidateChanged(); // a candidate came, went or was swapped
    void stepsChanged(); // of the current slice: a run began, a step arrived
    void baseStepChanged();
    void thresholdChanged();
    void labelTableChanged();
    void currentLabelChanged();
    void statusChanged();
    void notesChanged();
    void stepWentCold(const limn::StepPtr& step); // to be moved out of memory; once a step
    void doubtChanged();
    void stateChanged(); // anything that the work file keeps apart from human bytes

private:
    // The commands do and undo by these.
    friend class EditCommand;
    friend class ThresholdCommand;
    friend class BaseStepCommand;
    friend class LabelTableCommand;
    friend class LabelChangeCommand;
    friend class TakeRunCommand;
    friend class AgreementCommand;
    void swapEdits(std::vector<LabelEdit>& edits, HumanEdit what = {});
    void putThreshold(double tau);
    bool putBaseStep(int slice, int version,
                     int index); // false when there is nothing to go back to
    bool putRun(int slice, int version); // likewise
    bool putAgreement(int slice, double share); // likewise
    void putLabelTable(const LabelTable& table);

    void clear();
    bool fits(const StudyState& state) const;
    void restore(const StudyState& state);
    void restoreHistory(const StudyState& state);
    void compose(int slice, Rect box);
    void recompose(int slice); // after a change of the map, the base step or the threshold
    void compareRuns(Rect box);
    void tellOtherRun(); // another run is shown, or A and B are no longer two
    void showTable(const LabelTable& table);
    void maskWasChanged(); // by a person

    VolumePtr m_volume;
    int m_currentSlice = 0;
    DisplayWindow m_window;
    bool m_hasWindow = false; // false until the first slice is read, when the file has none
    HumanLayer m_human;
    ModelStack m_model;
    LabelMap m_labels;
    std::size_t m_stepMemory = std::size_t{1} << 30;
    std::vector<Label> m_otherLabels; // by the run that is not shown
    RunDifference m_difference;
    double m_threshold = 0.5;
    LabelTable m_labelTable;
    std::vector<std::string> m_classNames; // of the last run's model
    Label m_currentLabel = 1;
    QUndoStack m_undoStack;
    int m_drag = 0;
    std::vector<SliceLook> m_looks; // a slice each
    ImageStatus m_status = ImageStatus::Todo;
    ImageNotes m_notes;
    QString m_annotator;
    std::int64_t m_lastEdit = 0; // number
    ActiveTime m_activeTime;
    QElapsedTimer m_clock;
};

} // namespace limn
