#include "ui/view/start_page.h"

#include "ui/view/action_words.h"
#include "ui/view/icons.h"
#include "ui/view/sample_card.h"
#include "ui/view/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace limn {
namespace {

constexpr int widestPx = 720, mostRecent = 5;

void clear(QLayout& layout)
{
    while (auto* item = layout.takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the one that was clicked
        }
        const std::unique_ptr<QLayoutItem> owned(item);
    }
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QScrollArea(parent)
    , m_column(nullptr)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Start page"));
    auto* page = new QWidget;
    auto* inner = new QWidget(page);
    inner->setMaximumWidth(widestPx);
    m_column = new QVBoxLayout(inner);
    m_column->setSpacing(8);

    auto* title = new QLabel(tr("Limn"), inner);
    title->setProperty("kind", QStringLiteral("title"));
    m_words = new QLabel(inner);
    m_words->setProperty("kind", QStringLiteral("muted"));
    m_words->setWordWrap(true);
    auto* folder = m_folder = new QPushButton(icon(QStringLiteral("folder")), tr("Open a folder"), inner);
    folder->setAccessibleName(tr("Open a folder"));
    auto* file = m_file = new QPushButton(icon(QStringLiteral("file")), tr("Open a file"), inner);
    file->setAccessibleName(tr("Open a file"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(folder);
    buttons->addWidget(file);
    buttons->addStretch(1);
    m_column->addWidget(title);
    m_column->addWidget(m_words);
    m_column->addSpacing(4);
    m_column->addLayout(buttons);

    m_samplesCaption = addCaption(tr("Samples"));
    m_samples = new QHBoxLayout;
    m_samples->setSpacing(measure::panelMargin);
    m_column->addLayout(m_samples);
    m_recentCaption = addCaption(tr("Recent folders"));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    m_column->addLayout(m_recent);
    m_column->addSpacing(16);
    auto* note =
        new QLabel(tr("Research use; not a medical device. The model is a reconstruction of a "
                      "published abstract; see About."),
                   inner);
    note->setProperty("kind", QStringLiteral("small"));
    note->setWordWrap(true);
    m_column->addWidget(note);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(inner, 100);
    row->addStretch(1);
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(24, 24, 24, 24);
    outer->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(2);
    setWidget(page);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    connect(file, &QPushButton::clicked, this, &StartPage::openFileRequested);
    setRecent({});
    setSamples({});
    nameKeys();
}

void StartPage::nameKeys()
{
    m_words->setText(withKeys(tr("Open images, press {run}, and watch the mask form step by step. "
                                 "Correct it, then press {accept}."),
                              *this));
    m_folder->setToolTip(withKeys(
        tr("Every image of the folder becomes a row of the work list ({open-folder})."), *this));
    m_file->setToolTip(
        withKeys(tr("Opens its folder with this file chosen ({open-file})."), *this));
    for (SampleCard* card : findChildren<SampleCard*>())
        card->nameKeys();
}

QLabel* StartPage::addCaption(const QString& text)
{
    auto* label = new QLabel(text.toUpper(), this);
    label->setProperty("kind", QStringLiteral("caption"));
    m_column->addSpacing(16);
    m_column->addWidget(label);
    return label;
}

void StartPage::setRecent(const QStringList& paths)
{
    clear(*m_recent);
    m_recentCaption->setVisible(!paths.isEmpty());
    for (const QString& path : paths.first(std::min<qsizetype>(paths.size(), mostRecent))) {
        auto* button = new QToolButton(this);
        button->setIcon(icon(QStringLiteral("folder")));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        const QString shown = QDir::toNativeSeparators(path);
        button->setText(fontMetrics()
                            .elidedText(shown, Qt::ElideMiddle, widestPx - 80)
                            .replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setToolTip(shown.toHtmlEscaped());
        button->setAccessibleName(tr("Open %1").arg(shown));
        connect(button, &QToolButton::clicked, this,
                [this, path] { Q_EMIT recentRequested(path); });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
}

void StartPage::setSamples(const std::vector<Sample>& samples)
{
    clear(*m_samples);
    m_samplesCaption->setVisible(!samples.empty());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        auto* card = new SampleCard(samples[i].title, samples[i].picture, this);
        connect(card, &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT sampleRequested(static_cast<int>(i)); });
        m_samples->addWidget(card);
    }
    m_samples->addStretch(1);
}

} // namespace limn
