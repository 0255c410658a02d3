// Compares the open image's mask with another one of it: figures a label, and a map of the
// differences over the picture.
#pragma once

#include "ui/session/session.h"
#include "ui/view/comparison.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QSlider;
class QTableWidget;

namespace limn {

class DifferencePicture;

class CompareDialog : public QDialog {
    Q_OBJECT

public:
    explicit CompareDialog(Session& session, QWidget* parent = nullptr);

    void show(const Comparison& comparison);
    void setProblem(const QString& sentence); // why the other mask can't be compared
    const std::optional<Comparison>& comparison() const { return m_comparison; }

Q_SIGNALS:
    // A mask (PNG, NIfTI ...) or another person's work file (.limn) with this image in it.
    void otherChosen(const QString& file);

protected:
    using QDialog::show;

private:
    void choose();
    void fillTable();
    void showSlice(int slice);

    Session& m_session;
    std::optional<Comparison> m_comparison;
    QPushButton* m_choose;
    QLabel* m_words;
    QTableWidget* m_table;
    DifferencePicture* m_picture;
    QSlider* m_slices;
    QLabel* m_legend;
};

} // namespace limn
