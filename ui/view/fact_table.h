// Two columns of plain text: what is known of the image.
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

class QGridLayout;

namespace limn {

using Facts = std::vector<std::pair<QString, QString>>; // name, value

class FactTable : public QWidget {
    Q_OBJECT

public:
    explicit FactTable(QWidget* parent = nullptr);

    void setFacts(const Facts& facts);

private:
    QWidget* m_rows = nullptr;
};

} // namespace limn
