// The record of the run that made the shown map, to read and to copy; follows the steps.
#pragma once

#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace limn {

class FactTable;

class RunRecordDialog : public QDialog {
    Q_OBJECT

public:
    explicit RunRecordDialog(Session& session, QWidget* parent = nullptr);

private:
    void refresh();
    void copy();

    Session& m_session;
    FactTable* m_facts;
    QLabel* m_note;
    QPushButton* m_copy;
};

} // namespace limn
