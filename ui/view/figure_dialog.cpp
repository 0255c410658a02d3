#include "ui/view/figure_dialog.h"

#include "ui/view/choice_box.h"
#include "ui/view/figure_controls.h"
#include "ui/view/figure_preview.h"
#include "ui/view/text_field.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace limn {
namespace {

constexpr int pauseMs = 120; // while numbers are being typed nothing is drawn

struct Format {
    QString text, ending;
};

std::vector<Format> formatsOf(FigureKind kind)
{
    if (kind == FigureKind::Figure)
        return {{FigureDialog::tr("SVG: vectors, for papers"), QStringLiteral(".svg")},
                {FigureDialog::tr("PNG: pixels"), QStringLiteral(".png")}};
    return {{FigureDialog::tr("GIF"), QStringLiteral(".gif")},
            {FigureDialog::tr("MP4: video"), QStringLiteral(".mp4")},
            {FigureDialog::tr("PNG files in a folder"), QString()}};
}

QString formatKey(FigureKind kind)
{
    return kind == FigureKind::Figure ? QStringLiteral("figure/format")
                                      : QStringLiteral("animation/format");
}

} // namespace

FigureDialog::FigureDialog(FigureKind kind, const FigureOffer& offer, QWidget* parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_offer(offer)
    , m_controls(new FigureControls(kind, offer, this))
    , m_preview(new FigurePreview(this))
    , m_format(new ChoiceBox(280, this))
    , m_file(new TextField(this))
    , m_obstacle(new QLabel(this))
    , m_write(new QPushButton(tr("Write"), this))
{
    const QString title = kind == FigureKind::Figure ? tr("Figure") : tr("Animation");
    setWindowTitle(title);
    setAccessibleName(title);
    m_obstacle->setProperty("kind", QStringLiteral("muted"));
    m_obstacle->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    m_write->setProperty("kind", QStringLiteral("primary")); // before the style sees the button
    buttons->addButton(m_write, QDialogButtonBox::AcceptRole);
    m_write->setAccessibleName(tr("Write the file"));
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAccessibleName(tr("Write nothing"));

    auto* controls = new QVBoxLayout;
    controls->setSpacing(8);
    controls->addWidget(m_controls);
    controls->addWidget(makeFile());
    controls->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(controls);
    row->addWidget(m_preview, 1);
    auto* last = new QHBoxLayout;
    last->addWidget(m_obstacle, 1);
    last->addWidget(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addLayout(last);
    resize(1000, 620);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_controls->obstacle().isEmpty())
            Q_EMIT previewWanted(choice(), m_preview->pixels());
    });
    connect(m_controls, &FigureControls::changed, this, &FigureDialog::refresh);
    connect(m_file, &QLineEdit::textChanged, this, &FigureDialog::refresh);
    connect(m_format, &QComboBox::currentIndexChanged, this, &FigureDialog::chooseFormat);
    connect(buttons, &QDialogButtonBox::accepted, this, &FigureDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    chooseFormat();
}

QWidget* FigureDialog::makeFile()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    auto* caption = new QLabel(tr("File").toUpper(), box);
    caption->setProperty("kind", QStringLiteral("caption"));
    const auto formats = formatsOf(m_kind);
    for (const Format& format : formats)
        m_format->addItem(format.text);
    auto* model = static_cast<QStandardItemModel*>(m_format->model());
    if (m_kind == FigureKind::Animation && !m_offer.hasFfmpeg) {
        model->item(1)->setEnabled(false);
        model->item(1)->setToolTip(tr("MP4 needs the program ffmpeg, which is not installed."));
    }
    m_format->setAccessibleName(tr("Format"));
    m_format->setObjectName(QStringLiteral("format"));
    int kept = QSettings().value(formatKey(m_kind), 0).toInt();
    if (kept < 0 || kept >= m_format->count() || !model->item(kept)->isEnabled())
        kept = 0;
    m_format->setCurrentIndex(kept);
    m_file->setObjectName(QStringLiteral("file"));
    m_file->setAccessibleName(tr("File to write"));
    m_file->setText(QDir::toNativeSeparators(m_offer.file));
    auto* browse = new QPushButton(tr("Choose…"), box);
    browse->setAccessibleName(tr("Choose the file"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &FigureDialog::browse);
    auto* row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(browse);
    column->addWidget(caption);
    column->addWidget(m_format);
    column->addLayout(row);
    box->setMaximumWidth(340);
    m_controls->setMaximumWidth(340);
    return box;
}

QString FigureDialog::ending() const
{
    return formatsOf(m_kind)[static_cast<std::size_t>(m_format->currentIndex())].ending;
}

// The name keeps to the format: the ending that another one gave it goes.
void FigureDialog::chooseFormat()
{
    QString path = m_file->text();
    for (const FigureKind kind : {FigureKind::Figure, FigureKind::Animation})
        for (const Format& format : formatsOf(kind))
            if (!format.ending.isEmpty() && path.endsWith(format.ending, Qt::CaseInsensitive))
                path.chop(format.ending.size());
    m_file->setText(path + ending());
    refresh();
}

void FigureDialog::browse()
{
    QString path;
    if (ending().isEmpty())
        path = QFileDialog::getExistingDirectory(this, tr("Folder for the frames"), m_file->text());
    else
        path = QFileDialog::getSaveFileName(this, windowTitle(), m_file->text(),
                                            QStringLiteral("*") + ending());
    if (path.isEmpty())
        return;
    m_file->setText(QDir::toNativeSeparators(path));
    chooseFormat();
}

FigureChoice FigureDialog::choice() const
{
    FigureChoice choice;
    choice.kind = m_kind;
    if (m_kind == FigureKind::Figure)
        choice.figure = m_controls->figure();
    else
        choice.film = m_controls->film();
    choice.file = QDir::cleanPath(QDir::fromNativeSeparators(m_file->text().trimmed()));
    return choice;
}

QString FigureDialog::obstacle() const
{
    if (const QString words = m_controls->obstacle(); !words.isEmpty())
        return words;
    const QString path = m_file->text().trimmed();
    if (path.isEmpty() || path == ending())
        return tr("Choose a file.");
    if (!ending().isEmpty() && !path.endsWith(ending(), Qt::CaseInsensitive))
        return tr("The file's name must end in %1, or choose another format.").arg(ending());
    if (!QFileInfo(QDir::fromNativeSeparators(path)).dir().exists())
        return tr("There is no such folder.");
    return {};
}

void FigureDialog::refresh()
{
    const QString words = obstacle();
    m_obstacle->setText(words);
    m_write->setEnabled(words.isEmpty());
    m_write->setToolTip(words.isEmpty() ? tr("Writes the file; nothing is replaced without asking.")
                                        : words);
    if (!m_controls->obstacle().isEmpty())
        m_preview->showWords(m_controls->obstacle());
    m_pause.start();
}

void FigureDialog::showPreview(const std::vector<QImage>& frames)
{
    if (m_kind == FigureKind::Figure)
        return m_preview->showFrames(frames);
    const FilmPlan film = m_controls->film();
    m_preview->showFrames(frames, film.stepMs, film.lastMs);
}

void FigureDialog::showPreviewError(const QString& sentence)
{
    m_preview->showWords(sentence);
}

void FigureDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    m_pause.start();
}

void FigureDialog::finish()
{
    m_controls->keep();
    QSettings().setValue(formatKey(m_kind), m_format->currentIndex());
    QSettings().setValue(QStringLiteral("figure/folder"), QFileInfo(choice().file).absolutePath());
    Q_EMIT chosen(choice());
    accept();
}

} // namespace limn
