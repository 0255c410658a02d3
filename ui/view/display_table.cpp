#include "ui/view/display_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace limn {
namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("limn::Displays", text)

constexpr std::array table{
    Display{OverlayMode::Mask, "mask", WORDS("Mask"),
            WORDS("The mask as it is exported, with its outline."), "Alt+1"},
    Display{OverlayMode::Who, "who", WORDS("Who decided"),
            WORDS("What you drew in its colours, what you took away, and the model's part in grey."),
            "Alt+7"},
    Display{OverlayMode::Probability, "answer", WORDS("Answer"),
            WORDS("How probable each label is; both maps combined by Bayes' rule."), "Alt+2"},
    Display{OverlayMode::Winner, "likeliest", WORDS("Likeliest label"),
            WORDS("The likeliest label alone, fainter where it is less sure."), ""},
    Display{OverlayMode::AnswerAlone, "answeralone", WORDS("Answer alone"),
            WORDS("The answer as the model gives it, without what you drew."), ""},
    Display{OverlayMode::OneLabel, "label", WORDS("One label"),
            WORDS("The probability of one label, in a colour scale."), "", DisplayScale::Share,
            true},
    Display{OverlayMode::State, "film", WORDS("State, turning into the answer"),
            WORDS("What the chain holds at this step: noise that turns into the mask."), "Alt+3",
            DisplayScale::Labels, false, true},
    Display{OverlayMode::StateAlone, "state", WORDS("State alone"),
            WORDS("What the chain holds at this step, nothing mixed in."), ""},
    Display{OverlayMode::Semantic, "semantic", WORDS("Semantic map (S)"),
            WORDS("What the pixels look like, one by one."), ""},
    Display{OverlayMode::Generative, "generative", WORDS("Generative map (G)"),
            WORDS("Which shape is likely, given what the chain holds."), ""},
    Display{OverlayMode::Entropy, "doubt", WORDS("Doubt"),
            WORDS("Where the answer is unsure (entropy)."), "Alt+4", DisplayScale::Doubt, false,
            true},
    Display{OverlayMode::Surprise, "surprise", WORDS("Unusual shape"),
            WORDS("Where the shape is unlike those of the training pictures (surprise)."), "",
            DisplayScale::Nats},
    Display{OverlayMode::Changed, "changed", WORDS("Changed since the step before"),
            WORDS("Pixels whose label is another than at the step before."), "Alt+5",
            DisplayScale::Labels, false, true},
    Display{OverlayMode::Decided, "decided", WORDS("Decided at step"),
            WORDS("The step from which a pixel's label no longer changes."), "Alt+6",
            DisplayScale::Steps},
    Display{OverlayMode::StepDifference, "steps", WORDS("Difference of two steps"),
            WORDS("What a label gained and lost from one step to another."), "",
            DisplayScale::Difference, true},
    Display{OverlayMode::RunDifference, "runs", WORDS("Difference to the run before"),
            WORDS("What a label gained and lost against the last answer of the run before."), "",
            DisplayScale::Difference, true},
    Display{OverlayMode::Votes, "votes", WORDS("Votes of the chains"),
            WORDS("The share of chains that say this label. It is not a calibrated probability."),
            "", DisplayScale::Share, true, true},
    Display{OverlayMode::Disagreement, "disagreement", WORDS("Disagreement of the chains"),
            WORDS("Where the answer depends on the noise of the start (mutual information)."), "",
            DisplayScale::Doubt},
    Display{OverlayMode::ChainDoubt, "chaindoubt", WORDS("Doubt within each chain"),
            WORDS("Doubt that stays whichever noise the chain began with (expected entropy)."), "",
            DisplayScale::Doubt},
};

#undef WORDS

QString tr(const char* words)
{
    return QCoreApplication::translate("limn::Displays", words);
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
