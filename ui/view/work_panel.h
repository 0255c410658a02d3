// The left dock: the images of the folder, and what is known of the one that is open.
#pragma once

#include "ui/session/work_list.h"
#include "ui/view/fact_table.h"

#include <QFrame>
#include <QList>

class QAction;
class QLabel;
class QListView;
class QSortFilterProxyModel;

namespace limn {

class Segmented;
class TextField;

class WorkPanel : public QFrame {
    Q_OBJECT

public:
    explicit WorkPanel(WorkList& list, QWidget* parent = nullptr);

    void setFacts(const Facts& facts);
    QList<QAction*> moveActions() const { return m_actions; }

Q_SIGNALS:
    void openFolderRequested(); // the button of the empty list

private:
    QAction* addMove(const QString& text, const QString& key, const QString& sentence);
    QWidget* makeEmptyPage();
    void sort();
    void move(int by); // among the rows that the filter shows
    void refresh();
    void selectCurrent();

    WorkList& m_list;
    QSortFilterProxyModel* m_filtered;
    QLabel* m_count;
    TextField* m_filter;
    Segmented* m_order;
    QListView* m_view;
    QWidget* m_empty;
    QWidget* m_information;
    FactTable* m_facts;
    QList<QAction*> m_actions;
};

} // namespace limn
