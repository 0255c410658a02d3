#include "ui/view/fact_table.h"

#include "ui/view/elided_label.h"
#include "ui/view/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace limn {

FactTable::FactTable(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setFacts({});
}

void FactTable::setFacts(const Facts& facts)
{
    if (m_rows) {
        layout()->removeWidget(m_rows);
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : facts) {
        auto* key = new QLabel(name, m_rows);
        key->setTextFormat(Qt::PlainText);
        key->setProperty("kind", QStringLiteral("small"));
        auto* text = new ElidedLabel(value, m_rows);
        QFont small = font();
        small.setPixelSize(measure::captionPx);
        text->setFont(small);
        text->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
        grid->addWidget(key, row, 0);
        grid->addWidget(text, row++, 1);
    }
    layout()->addWidget(m_rows);
}

} // namespace limn
