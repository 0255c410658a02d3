// Refinements of the current label: choose, see what would change, apply.
#pragma once

#include "ui/session/refiner.h"
#include "ui/session/session.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace limn {

class RefinePanel : public QFrame {
    Q_OBJECT

public:
    explicit RefinePanel(Session& session, QWidget* parent = nullptr);

    bool hasPreview() const { return m_isPreviewing; }
    void dropPreview(); // Escape

Q_SIGNALS:
    // A byte a pixel of the current slice that would change; empty: nothing to show.
    void previewChanged(std::vector<std::uint8_t> changed);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeRows();
    void open(bool isOpen); // the rows under the caption
    void connectParts();
    const Refinement& chosen() const;
    bool isMm() const;
    QString obstacle() const;
    RefineRequest request() const;
    void choose(); // another refinement
    void startPreview();
    void takeResult(const std::shared_ptr<const RefineResult>& result);
    void apply();
    void push();
    void listOthers();
    void noteLabels();
    void refresh();

    Session& m_session;
    Refiner m_refiner;
    QToolButton* m_caption;
    QFrame* m_rows;
    QComboBox* m_kind;
    QDoubleSpinBox* m_amount;
    QComboBox* m_unit;
    QComboBox* m_other;
    QLabel* m_otherName;
    QCheckBox* m_allSlices;
    QLabel* m_says;
    QPushButton* m_preview;
    QPushButton* m_apply;
    std::shared_ptr<const RefineResult> m_result;
    bool m_isPreviewing = false;
    bool m_appliesWhenReady = false;
    bool m_hadMap = false; // when it was last refreshed
};

} // namespace limn
