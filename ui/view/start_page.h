// What is shown while nothing is open: ways to begin.
#pragma once

#include <QImage>
#include <QScrollArea>
#include <QStringList>

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace limn {

struct Sample {
    QString title;
    QImage picture;
};

class StartPage : public QScrollArea {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void setRecent(const QStringList& paths); // newest first
    void setSamples(const std::vector<Sample>& samples);
    void nameKeys(); // again, after they have changed

Q_SIGNALS:
    void openFolderRequested();
    void openFileRequested();
    void recentRequested(const QString& path);
    void sampleRequested(int index);

private:
    QLabel* addCaption(const QString& text);

    QVBoxLayout* m_column;
    QLabel* m_words = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_file = nullptr;
    QLabel* m_recentCaption = nullptr;
    QVBoxLayout* m_recent = nullptr;
    QLabel* m_samplesCaption = nullptr;
    QHBoxLayout* m_samples = nullptr;
};

} // namespace limn
