// What is done to all labels at once: tables of other programs, palettes, eyes and locks.
#pragma once

#include "ui/session/session.h"

#include <QMenu>

namespace limn {

enum class LabelFile { ItkSnap, Slicer };

class LabelTableMenu : public QMenu {
    Q_OBJECT

public:
    LabelTableMenu(Session& session, QWidget* parent);

Q_SIGNALS:
    void importRequested(const QString& path);
    void exportRequested(const QString& path, limn::LabelFile kind);

private:
    void askForImport();
    void askForExport(LabelFile kind);
    void recolour(Palette palette);
    template <typename Change> void changeRows(const Change& change);

    Session& m_session;
};

} // namespace limn
