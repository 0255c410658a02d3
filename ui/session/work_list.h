// The images of the opened folder: what is to do, begun, accepted.
#pragma once

#include "model/data/series.h"
#include "ui/session/session.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <filesystem>
#include <vector>

namespace limn {

struct WorkItem {
    std::filesystem::path path;
    QString name; // file name without its ending
    ImageStatus status = ImageStatus::Todo;
    QImage thumbnail; // null until made; 44 px logical, up to 2x
    QString error; // why it does not open; empty when it does
    double doubt = -1; // 0..1, of the last run; below 0: not known
    StackPtr stack = {}; // of a series; `path` is then its first file's by name

    ImageFiles files() const { return {path, stack}; }
};

enum class WorkOrder { Name, Doubt };

class WorkList : public QObject {
    Q_OBJECT

public:
    explicit WorkList(QObject* parent = nullptr);

    void setItems(std::vector<WorkItem> items); // nothing is current then
    const std::vector<WorkItem>& items() const { return m_items; }
    int current() const { return m_current; } // -1: none
    void setCurrent(int index); // emits currentChanged: app opens the image
    WorkOrder order() const { return m_order; }
    void setOrder(WorkOrder order);
    // The items' indices as they are shown: by name as they came, or the most doubtful first and
    // those without a figure last.
    std::vector<int> shown() const;
    // The next one that is not accepted and opens: after the current one as they are shown,
    // wrapping round; -1: all done.
    int nextTodo() const;
    int acceptedCount() const;
    void setStatus(int index, ImageStatus status);
    void setDoubt(int index, double doubt);
    void setThumbnail(int index, const QImage& image);
    void setError(int index, const QString& text);

Q_SIGNALS:
    void itemsChanged();
    void itemChanged(int index);
    void currentChanged(int index);
    void orderChanged();

private:
    bool has(int index) const;

    std::vector<WorkItem> m_items;
    int m_current = -1;
    WorkOrder m_order = WorkOrder::Name;
};

} // namespace limn
