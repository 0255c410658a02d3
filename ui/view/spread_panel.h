// How far the chains of a run agree on each object of the mask; hidden after a run of one chain.
#pragma once

#include "model/data/object_spread.h"
#include "ui/session/session.h"

#include <QFrame>
#include <QTimer>

class QLabel;

namespace limn {

class SpreadPanel : public QFrame {
    Q_OBJECT

public:
    explicit SpreadPanel(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    QWidget* makeRows(const std::vector<ObjectSpread>& objects);

    Session& m_session;
    QLabel* m_title;
    QWidget* m_rows = nullptr;
    QLabel* m_note;
    QTimer m_soon; // a stroke changes the mask at every move
};

} // namespace limn
