#include "app/import_words.h"

#include "ui/session/error_text.h"

#include <QCoreApplication>

namespace limn {
namespace {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)

public:
    static QString taken(const ImportOutcome& outcome)
    {
        if (outcome.masks == 0)
            return tr("No mask was imported.");
        if (outcome.images == 1)
            return tr("%n mask(s) imported.", nullptr, outcome.masks);
        return tr("%n mask(s) imported, of %1 images.", nullptr, outcome.masks).arg(outcome.images);
    }
    static QString leftOut(int count)
    {
        return tr("%n image(s) were left as they are, because somebody has worked on them.", nullptr,
                  count);
    }
    static QString refused(const std::vector<Error>& errors)
    {
        if (errors.size() == 1)
            return errorText(errors.front());
        return tr("%n mask(s) do not fit; the details say why.", nullptr,
                  static_cast<int>(errors.size()));
    }
    static QString replace() { return tr("Replace that work"); }
};

} // namespace

Message importMessage(const ImportOutcome& outcome)
{
    QStringList sentences{ImportWords::taken(outcome)}, details;
    Message message;
    if (!outcome.leftOut.isEmpty()) {
        sentences << ImportWords::leftOut(static_cast<int>(outcome.leftOut.size()));
        details << outcome.leftOut;
        message.actionText = ImportWords::replace();
        message.severity = Severity::Warning;
    }
    if (!outcome.refused.empty()) {
        sentences << ImportWords::refused(outcome.refused);
        message.severity = outcome.masks > 0 ? Severity::Warning : Severity::Problem;
        for (const Error& error : outcome.refused)
            details << QString::fromStdString(error.subject + ": " + error.detail);
    }
    details << outcome.notes;
    message.sentence = sentences.join(u' ');
    message.details = details.join(u'\n');
    return message;
}

} // namespace limn
