// Opens a work file that must open, and reads an image that must be readable.
#pragma once

#include "io/work/work_file.h"

#include <QTemporaryDir>

namespace limn {

inline std::unique_ptr<WorkFile> opened(const QTemporaryDir& folder)
{
    auto file = WorkFile::open(folder.path().toStdString());
    if (!file)
        qFatal("%s %s", std::string(codeName(file.error().code)).c_str(),
               file.error().detail.c_str());
    return std::move(*file);
}

inline StudyState stateOf(WorkFile& file, const ImageKey& key)
{
    auto kept = file.images()->read(key);
    if (!kept)
        qFatal("%s", kept.error().detail.c_str());
    return kept->state.value_or(StudyState{});
}

} // namespace limn
