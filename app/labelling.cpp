#include "app/labelling.h"

#include "io/masks/label_codes.h"
#include "io/masks/label_files.h"

namespace limn {
namespace {

std::vector<LabelMeaning> knownMeanings()
{
    std::vector<LabelMeaning> meanings;
    for (const std::string_view name : codedNames()) {
        const LabelCode code = codeOf(std::string(name)).type;
        meanings.push_back({QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                            QStringLiteral("SNOMED CT %1").arg(QString::fromStdString(code.value))});
    }
    return meanings;
}

} // namespace

Labelling::Labelling(Session& session, FileThread& files, LabelPanel& panel)
    : m_session(session)
    , m_files(files)
{
    panel.setMeanings(knownMeanings());
    connect(&panel, &LabelPanel::importRequested, this, &Labelling::importTable);
    connect(&panel, &LabelPanel::exportRequested, this, &Labelling::exportTable);
}

void Labelling::importTable(const QString& path)
{
    m_files.post(FileThread::Turn::Now, [this, path](const std::stop_token&) {
        auto read = readLabelTable(path.toStdString());
        QMetaObject::invokeMethod(this, [this, read = std::move(read)] {
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            m_session.setLabelTable(withRows(m_session.labelTable(), *read));
            Q_EMIT imported(static_cast<int>(read->rows.size()));
        });
    });
}

void Labelling::exportTable(const QString& path, LabelFile kind)
{
    m_files.post(FileThread::Turn::Now,
                 [this, path, kind, table = m_session.labelTable()](const std::stop_token&) {
                     const auto written = writeLabelTable(table, path.toStdString(),
                                                          kind == LabelFile::Slicer
                                                              ? LabelFileKind::Slicer
                                                              : LabelFileKind::ItkSnap);
                     QMetaObject::invokeMethod(this, [this, path, written] {
                         if (written)
                             Q_EMIT exported(path);
                         else
                             Q_EMIT failed(written.error());
                     });
                 });
}

} // namespace limn
