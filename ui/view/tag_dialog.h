// The attributes of the shown DICOM file, to read, to search and to copy. The one place, with its own
// first line, where Limn shows who a picture is of.
#pragma once

#include "model/data/tag_node.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace limn {

class TextField;

class TagDialog : public QDialog {
    Q_OBJECT

public:
    explicit TagDialog(QWidget* parent = nullptr);

    void setWaiting(); // for the tags of another file
    void setTags(const std::vector<TagNode>& tags);
    void setProblem(const QString& sentence); // why there are none

private:
    void filter(const QString& words);
    void showCount();
    void copy();
    void copyValue();

    QLabel* m_patient;
    TextField* m_search;
    QLabel* m_count;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_found;
    QTreeView* m_view;
    QPushButton* m_copy;
    QPushButton* m_copyValue;
};

} // namespace limn
