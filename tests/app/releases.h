// What tests of releases share: a place, an order, a run.
#pragma once

#include "app/release/release.h"
#include "tests/app/released_work.h"

#include <QDirIterator>

#include <map>
#include <memory>

namespace limn::test {

using Contents = std::map<QString, QByteArray>;

inline Contents contentsOf(const QString& folder)
{
    Contents contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            contents[file.fileName().mid(folder.size() + 1)] = file.readAll();
    }
    return contents;
}

inline QStringList namesOf(const Contents& contents)
{
    QStringList names;
    for (const auto& [name, bytes] : contents)
        names << name;
    return names;
}

// Three patients with two DICOM images each.
inline void putSix(ReleasedWork& work)
{
    for (int i = 0; i < 6; ++i) {
        PlantedDicom made;
        made.number = i + 1;
        made.patient = QByteArray::number(i / 2);
        const QString name = QStringLiteral("ZZCANARY %1.dcm").arg(i);
        work.put(name, made.bytes());
        work.work(name);
    }
}

class Releases {
public:
    Releases()
        : m_client(importerBeside())
    {
    }

    ReleasedWork& work() { return m_work; }
    ImportClient& client() { return m_client; }
    QString out(const QString& name = QStringLiteral("release")) const { return m_out.filePath(name); }
    ReleaseOrder order(const QString& name = QStringLiteral("release"))
    {
        ReleaseOrder order;
        order.work = m_work.folder();
        order.folder = out(name).toStdString();
        order.formats = {MaskFormat::Mask, MaskFormat::Prob, MaskFormat::Seg,    MaskFormat::Prov,
                         MaskFormat::Coco, MaskFormat::Yolo, MaskFormat::Nnunet};
        order.isDeidentified = true;
        order.split = *splitSharesFrom("34/33/33");
        return order;
    }
    Result<ReleaseSummary> run(const ReleaseOrder& order)
    {
        const auto release = Release::open(order, m_client);
        if (!release)
            return std::unexpected(release.error());
        while ((*release)->phase() != ReleasePhase::Done)
            if (const auto stepped = (*release)->step({}); !stepped)
                return std::unexpected(stepped.error());
        return (*release)->summary();
    }

private:
    ReleasedWork m_work;
    QTemporaryDir m_out;
    ImportClient m_client;
};

// For a test class to inherit: a data folder of its own, and all else anew for each function.
class ReleaseFixture {
protected:
    ReleaseFixture() { qputenv("XDG_DATA_HOME", m_home.path().toUtf8()); }

    void renew()
    {
        m_releases = std::make_unique<Releases>();
        m_work = &m_releases->work();
        m_client = &m_releases->client();
    }
    ReleaseOrder order(const QString& name = QStringLiteral("release")) { return m_releases->order(name); }
    Result<ReleaseSummary> run(const ReleaseOrder& order) { return m_releases->run(order); }
    QString out(const QString& name = QStringLiteral("release")) const { return m_releases->out(name); }

    std::unique_ptr<Releases> m_releases;
    ReleasedWork* m_work = nullptr;
    ImportClient* m_client = nullptr;

private:
    QTemporaryDir m_home;
};

} // namespace limn::test
