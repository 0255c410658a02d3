// The kinds of files that the export dialog offers, each with one sentence.
#pragma once

#include <QString>

#include <vector>

namespace limn {

struct ExportFormat {
    QString name; // as in --formats
    QString text, sentence;
    bool needsDicom = false;
    bool hasInstances = false, hasOutlines = false; // what DatasetOptions changes
};

struct ExportFormatGroup {
    QString title;
    std::vector<ExportFormat> formats;
};

std::vector<ExportFormatGroup> exportFormats();

} // namespace limn
