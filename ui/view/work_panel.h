// The left dock: the images of the folder, and what is known of the one that is open.
#pragma once

#include "ui/session/work_list.h"
#include "ui/view/fact_table.h"

#include <QFrame>
#include <QList>

class QAction;
class QLabel;
class QListView;

namespace limn {

class ChoiceBox;
class Segmented;
class TextField;
class WorkFilter;

class WorkPanel : public QFrame {
    Q_OBJECT

public:
    explicit WorkPanel(WorkList& list, QWidget* parent = nullptr);

    void setFacts(const Facts& facts);
    void addInformation(QWidget* widget); // below the facts of the image
    void startFiltering(); // the cursor goes to the filter
    QList<QAction*> moveActions() const { return m_actions; }

Q_SIGNALS:
    void openFolderRequested(); // the button of the empty list

private:
    QAction* addMove(const char* id);
    QWidget* makeEmptyPage();
    void sort();
    void move(int by); // among the rows that the filter shows
    void refresh();
    void selectCurrent();

    WorkList& m_list;
    WorkFilter* m_filtered;
    QLabel* m_count;
    TextField* m_filter;
    ChoiceBox* m_shown;
    Segmented* m_order;
    QListView* m_view;
    QWidget* m_empty;
    QWidget* m_information;
    FactTable* m_facts;
    QList<QAction*> m_actions;
};

} // namespace limn
