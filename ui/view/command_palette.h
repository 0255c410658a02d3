// Every command by a few letters of its name: type, choose with the arrows, Enter does it.
#pragma once

#include "ui/view/action_list.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace limn {

class CommandPalette : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(const ActionList& actions, QWidget* parent = nullptr);

    // How well a name fits what was typed: the lower the better; below 0: not at all. Letters may
    // be left out, and the beginnings of words count most.
    static int fit(const QString& typed, const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& typed);
    void move(int by);
    void trigger(const QModelIndex& index);

    const ActionList& m_actions;
    QLineEdit* m_field;
    QListView* m_view;
    QStandardItemModel* m_model;
};

} // namespace limn
