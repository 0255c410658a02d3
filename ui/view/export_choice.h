// What a person asks to be written.
#pragma once

#include "model/data/mask_export.h"

#include <QString>
#include <QStringList>

namespace limn {

enum class ExportScope { CurrentImage, Accepted, EditedAndAccepted };

struct ExportChoice {
    QStringList formats; // names as in --formats: mask, labels, ...
    QString folder; // where the files go
    ExportScope scope = ExportScope::CurrentImage;
    bool isReplacing = false; // existing files may be replaced: the person was asked
    DatasetOptions datasets = {};
};

} // namespace limn
