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
    QString name; // the stem of its exports: see outputStems()
    ImageStatus status = ImageStatus::Todo;
    QImage thumbnail; // null until made; 44 px logical, up to 2x
    QString error; // why it does not open; empty when it does
    double doubt = -1; // 0..1, of the last run; below 0: not known
    StackPtr stack = {}; // of a series; `path` is then its first file's by name
    ImageNotes notes = {};
    std::int64_t updatedMs = 0; // since 1970: when a person or the model last changed it; 0: never

    ImageFiles files() const { return {path, stack}; }
    // Sent back in a review, and not accepted since.
    bool isReturned() const
    {
        return notes.review == ReviewState::Returned && status == ImageStatus::Edited;
    }
    // Seen and passed by a reviewer as it is.
    bool isReviewed() const
    {
        return notes.review == ReviewState::Passed && status == ImageStatus::Accepted;
    }
};

enum class WorkOrder { Name, Doubt, Date };
enum class WorkPass { Annotation, Review };

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
    WorkPass pass() const { return m_pass; }
    void setPass(WorkPass pass); // what "to do" means from now on
    // The items' indices as they are shown: by name as they came, or the most doubtful first and
    // those without a figure last, or the latest work first and those without any last.
    std::vector<int> shown() const;
    // What still has to be done with an image that opens: it is neither accepted, skipped nor
    // waiting for a review; in the second pass: it is accepted or waits for a review, and nobody
    // passed it.
    bool isToDo(const WorkItem& item) const;
    // The next one of these after the current one as they are shown, wrapping round; -1: all done.
    int nextTodo() const;
    std::vector<int> nextTodos(int count) const; // likewise, in this order
    int acceptedCount() const;
    int remainingCount() const; // to do
    void setStatus(int index, ImageStatus status);
    void setDoubt(int index, double doubt);
    void setNotes(int index, const ImageNotes& notes);
    void setUpdated(int index, std::int64_t updatedMs);
    void setThumbnail(int index, const QImage& image);
    void setError(int index, const QString& text);

Q_SIGNALS:
    void itemsChanged();
    void itemChanged(int index);
    void currentChanged(int index);
    void orderChanged();
    void passChanged();

private:
    bool has(int index) const;
    template <typename Value> void change(int index, Value WorkItem::*member, const Value& value);

    std::vector<WorkItem> m_items;
    int m_current = -1;
    WorkOrder m_order = WorkOrder::Name;
    WorkPass m_pass = WorkPass::Annotation;
};

} // namespace limn
