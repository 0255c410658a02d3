#include "ui/view/display_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace limn {
namespace {

// Without a macro of its own: lupdate would take the rows for functions.
constexpr std::array table{
    Display{OverlayMode::Mask, "mask", QT_TRANSLATE_NOOP("limn", "Mask"),
            QT_TRANSLATE_NOOP("limn", "The mask as it is exported, with its outline."), "Alt+1"},
    Display{OverlayMode::Who, "who", QT_TRANSLATE_NOOP("limn", "Who decided"),
            QT_TRANSLATE_NOOP(
                "limn",
                "What you drew in its colours, what you took away, and the model's part in grey."),
            "Alt+7"},
    Display{
        OverlayMode::Probability, "answer", QT_TRANSLATE_NOOP("limn", "Answer"),
        QT_TRANSLATE_NOOP("limn", "How probable each label is; both maps combined by Bayes' rule."),
        "Alt+2"},
    Display{OverlayMode::Winner, "likeliest", QT_TRANSLATE_NOOP("limn", "Likeliest label"),
            QT_TRANSLATE_NOOP("limn", "The likeliest label alone, fainter where it is less sure."),
            ""},
    Display{OverlayMode::AnswerAlone, "answeralone", QT_TRANSLATE_NOOP("limn", "Answer alone"),
            QT_TRANSLATE_NOOP("limn", "The answer as the model gives it, without what you drew."),
            ""},
    Display{OverlayMode::OneLabel, "label", QT_TRANSLATE_NOOP("limn", "One label"),
            QT_TRANSLATE_NOOP("limn", "The probability of one label, in a colour scale."), "",
            DisplayScale::Share, true},
    Display{OverlayMode::State, "film", QT_TRANSLATE_NOOP("limn", "State, turning into the answer"),
            QT_TRANSLATE_NOOP("limn",
                              "What the chain holds at this step: noise that turns into the mask."),
            "Alt+3", DisplayScale::Labels, false, true},
    Display{OverlayMode::StateAlone, "state", QT_TRANSLATE_NOOP("limn", "State alone"),
            QT_TRANSLATE_NOOP("limn", "What the chain holds at this step, nothing mixed in."), ""},
    Display{OverlayMode::Semantic, "semantic", QT_TRANSLATE_NOOP("limn", "Semantic map (S)"),
            QT_TRANSLATE_NOOP("limn", "What the pixels look like, one by one."), ""},
    Display{OverlayMode::Generative, "generative", QT_TRANSLATE_NOOP("limn", "Generative map (G)"),
            QT_TRANSLATE_NOOP("limn", "Which shape is likely, given what the chain holds."), ""},
    Display{OverlayMode::Entropy, "doubt", QT_TRANSLATE_NOOP("limn", "Doubt"),
            QT_TRANSLATE_NOOP("limn", "Where the answer is unsure (entropy)."), "Alt+4",
            DisplayScale::Doubt, false, true},
    Display{OverlayMode::Surprise, "surprise", QT_TRANSLATE_NOOP("limn", "Unusual shape"),
            QT_TRANSLATE_NOOP(
                "limn", "Where the shape is unlike those of the training pictures (surprise)."),
            "", DisplayScale::Nats},
    Display{OverlayMode::Changed, "changed",
            QT_TRANSLATE_NOOP("limn", "Changed since the step before"),
            QT_TRANSLATE_NOOP("limn", "Pixels whose label is another than at the step before."),
            "Alt+5", DisplayScale::Labels, false, true},
    Display{OverlayMode::Decided, "decided", QT_TRANSLATE_NOOP("limn", "Decided at step"),
            QT_TRANSLATE_NOOP("limn", "The step from which a pixel's label no longer changes."),
            "Alt+6", DisplayScale::Steps},
    Display{OverlayMode::StepDifference, "steps",
            QT_TRANSLATE_NOOP("limn", "Difference of two steps"),
            QT_TRANSLATE_NOOP("limn", "What a label gained and lost from one step to another."), "",
            DisplayScale::Difference, true},
    Display{OverlayMode::RunDifference, "runs",
            QT_TRANSLATE_NOOP("limn", "Difference to the run before"),
            QT_TRANSLATE_NOOP(
                "limn", "What a label gained and lost against the last answer of the run before."),
            "", DisplayScale::Difference, true},
    Display{
        OverlayMode::Votes, "votes", QT_TRANSLATE_NOOP("limn", "Votes of the chains"),
        QT_TRANSLATE_NOOP(
            "limn", "The share of chains that say this label. It is not a calibrated probability."),
        "", DisplayScale::Share, true, true},
    Display{OverlayMode::Disagreement, "disagreement",
            QT_TRANSLATE_NOOP("limn", "Disagreement of the chains"),
            QT_TRANSLATE_NOOP(
                "limn", "Where the answer depends on the noise of the start (mutual information)."),
            "", DisplayScale::Doubt},
    Display{
        OverlayMode::ChainDoubt, "chaindoubt", QT_TRANSLATE_NOOP("limn", "Doubt within each chain"),
        QT_TRANSLATE_NOOP(
            "limn", "Doubt that stays whichever noise the chain began with (expected entropy)."),
        "", DisplayScale::Doubt},
};

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

QString runFirst(const Session& session)
{
    if (!session.isOpen())
        return tr("Open an image first.");
    return session.baseMap().isEmpty() ? tr("Run the model first.") : QString();
}

QString needsStep(const Session& session)
{
    if (const QString reason = runFirst(session); !reason.isEmpty())
        return reason;
    return session.baseStep() ? QString() : tr("Only the answer was kept; R shows it again.");
}

QString needsMap(const Session& session, bool isThere)
{
    if (const QString reason = needsStep(session); !reason.isEmpty())
        return reason;
    return isThere ? QString() : tr("This model has no such map.");
}

QString needsChains(const Session& session)
{
    if (const QString reason = needsStep(session); !reason.isEmpty())
        return reason;
    return session.baseStep()->spread ? QString()
                                      : tr("It takes a run of two chains or more (run settings).");
}

QString needsSteps(const Session& session)
{
    if (const QString reason = needsStep(session); !reason.isEmpty())
        return reason;
    return session.steps().size() >= 2 ? QString() : tr("It takes a run of two steps or more.");
}

QString needsRunBefore(const Session& session)
{
    if (const QString reason = runFirst(session); !reason.isEmpty())
        return reason;
    if (session.mapBefore().isEmpty())
        return tr("There was no run before; run again, with another seed for instance.");
    return session.mapBefore().classes == session.baseMap().classes
        ? QString()
        : tr("The run before was of another model.");
}

} // namespace

std::span<const Display> displayTable()
{
    return table;
}

const Display& displayOf(OverlayMode mode)
{
    return *std::ranges::find(table, mode, &Display::mode);
}

std::optional<OverlayMode> displayNamed(const QString& id)
{
    for (const Display& display : table)
        if (id == QLatin1String(display.id))
            return display.mode;
    return std::nullopt;
}

QString nameOf(const Display& display)
{
    return tr(display.name);
}

QString sentenceOf(const Display& display)
{
    return tr(display.sentence);
}

QString displayObstacle(OverlayMode mode, const Session& session)
{
    const StepPtr step = session.isOpen() ? session.baseStep() : nullptr;
    switch (mode) {
    case OverlayMode::Mask:
    case OverlayMode::Who: return {};
    case OverlayMode::Probability:
    case OverlayMode::Winner:
    case OverlayMode::AnswerAlone:
    case OverlayMode::OneLabel:
    case OverlayMode::Entropy: return runFirst(session);
    case OverlayMode::State:
    case OverlayMode::StateAlone: return needsMap(session, step && !step->state.isEmpty());
    case OverlayMode::Semantic: return needsMap(session, step && !step->semantic.isEmpty());
    case OverlayMode::Generative: return needsMap(session, step && !step->generative.isEmpty());
    case OverlayMode::Surprise: return needsMap(session, step && !step->surprise.values.empty());
    case OverlayMode::Changed:
    case OverlayMode::Decided:
    case OverlayMode::StepDifference: return needsSteps(session);
    case OverlayMode::RunDifference: return needsRunBefore(session);
    case OverlayMode::Votes:
    case OverlayMode::Disagreement:
    case OverlayMode::ChainDoubt: return needsChains(session);
    }
    return {};
}

} // namespace limn
