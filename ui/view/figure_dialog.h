// The question what a figure or an animation shall show and where it goes, with a preview.
#pragma once

#include "ui/view/figure_choice.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;

namespace limn {

class ChoiceBox;
class FigureControls;
class FigurePreview;
class TextField;

class FigureDialog : public QDialog {
    Q_OBJECT

public:
    FigureDialog(FigureKind kind, const FigureOffer& offer, QWidget* parent = nullptr);

    FigureChoice choice() const;

    // What previewWanted() asked for, drawn; a figure is one frame.
    void showPreview(const std::vector<QImage>& frames);
    void showPreviewError(const QString& sentence);

Q_SIGNALS:
    // Some moments after the last change: draw this for so many pixels at most.
    void previewWanted(const limn::FigureChoice& choice, QSize pixels);
    void chosen(const limn::FigureChoice& choice);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFile();
    QString ending() const; // ".svg"; empty: a folder of frames
    QString obstacle() const;
    void refresh();
    void chooseFormat();
    void browse();
    void finish();

    FigureKind m_kind;
    FigureOffer m_offer;
    FigureControls* m_controls;
    FigurePreview* m_preview;
    ChoiceBox* m_format;
    TextField* m_file;
    QLabel* m_obstacle;
    QPushButton* m_write;
    QTimer m_pause;
};

} // namespace limn
