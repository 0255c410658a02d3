// The question what to export, and where to.
#pragma once

#include "ui/view/export_choice.h"
#include "ui/view/export_formats.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace limn {

class TextField;

// How many images each scope has.
struct ExportCounts {
    int current = 0, accepted = 0, editedAndAccepted = 0;
    bool isCurrentDicom = false; // else this image alone can't be a DICOM segmentation
};

// Begins with what was asked for last time (QSettings); the folder with `suggestedFolder` the first
// time.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const ExportCounts& counts, const QString& suggestedFolder,
                 QWidget* parent = nullptr);

    ExportChoice choice() const;

Q_SIGNALS:
    void chosen(const limn::ExportChoice& choice);

private:
    QWidget* makeFormats();
    void addFormats(QGridLayout& grid, const ExportFormatGroup& group);
    void addOption(QGridLayout& grid, QComboBox& choice, const QString& name);
    bool isTicked(bool ExportFormat::* has) const;
    QWidget* makeFolder();
    void restore(const ExportCounts& counts, const QString& suggestedFolder);
    void keep() const;
    void refresh();
    void browse();
    void finish();

    struct FormatRow {
        QCheckBox* check;
        QLabel* words;
        ExportFormat format;
    };
    bool isPossible(const FormatRow& row) const;
    QStringList ticked() const;

    std::vector<FormatRow> m_formats;
    bool m_isCurrentDicom;
    QComboBox* m_scope;
    QComboBox* m_instances;
    QComboBox* m_outlines;
    TextField* m_folder;
    QLabel* m_obstacle;
    QPushButton* m_export;
};

} // namespace limn
