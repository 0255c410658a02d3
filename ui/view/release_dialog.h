// The question what a data set is to hold, and where it goes.
#pragma once

#include "ui/view/release_choice.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace limn {

class TextField;

// Begins with what was asked for last time (QSettings), but for the folder and the key.
class ReleaseDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReleaseDialog(const ReleaseOffer& offer, QWidget* parent = nullptr);

    ReleaseChoice choice() const;

Q_SIGNALS:
    void chosen(const limn::ReleaseChoice& choice);

private:
    QWidget* makeFormats();
    QWidget* makePatientData();
    QWidget* makeSplit();
    QWidget* makePlace(TextField* field, const QString& name, void (ReleaseDialog::*browse)());
    void restore();
    void keep() const;
    void refresh();
    QString obstacle() const;
    void browseFolder();
    void browseKey();
    void finish();

    ReleaseOffer m_offer;
    std::vector<QCheckBox*> m_formats;
    QComboBox* m_images;
    QComboBox* m_patientData;
    QComboBox* m_dates;
    QCheckBox* m_burnedIn;
    TextField* m_key;
    QLabel* m_note;
    QPushButton* m_browseKey = nullptr;
    QCheckBox* m_hasSplit;
    TextField* m_split;
    QSpinBox* m_seed;
    QComboBox* m_patients;
    TextField* m_pattern;
    TextField* m_licence;
    TextField* m_folder;
    QLabel* m_obstacle;
    QPushButton* m_make;
};

} // namespace limn
