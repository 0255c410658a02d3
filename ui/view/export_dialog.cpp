#include "ui/view/export_dialog.h"

#include "ui/view/choice_box.h"
#include "ui/view/text_field.h"
#include "ui/view/theme.h"
#include "ui/view/wrapped_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace limn {
namespace {

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text.toUpper(), parent);
    label->setProperty("kind", QStringLiteral("caption"));
    return label;
}

} // namespace

ExportDialog::ExportDialog(const ExportCounts& counts, const QString& suggestedFolder,
                           QWidget* parent)
    : QDialog(parent)
    , m_isCurrentDicom(counts.isCurrentDicom)
    , m_scope(new ChoiceBox(640, this))
    , m_instances(new ChoiceBox(300, this))
    , m_outlines(new ChoiceBox(300, this))
    , m_folder(new TextField(this))
    , m_obstacle(new QLabel(this))
    , m_export(new QPushButton(tr("Export"), this))
{
    setWindowTitle(tr("Export"));
    setAccessibleName(tr("Export"));
    m_scope->setAccessibleName(tr("Images to export"));
    m_obstacle->setProperty("kind", QStringLiteral("muted"));
    auto* buttons = new QDialogButtonBox(this);
    m_export->setProperty("kind", QStringLiteral("primary")); // before the style sees the button
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_export->setAccessibleName(tr("Export now"));
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAccessibleName(tr("Cancel the export"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(caption(tr("Images"), this));
    column->addWidget(m_scope);
    column->addSpacing(8);
    column->addWidget(makeFormats());
    column->addSpacing(8);
    column->addWidget(caption(tr("Folder"), this));
    column->addWidget(makeFolder());
    column->addWidget(m_obstacle);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetMinimumSize);
    setMinimumWidth(660);

    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    restore(counts, suggestedFolder);
    refresh();
}

QWidget* ExportDialog::makeFormats()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    for (const ExportFormatGroup& group : exportFormats())
        addFormats(*grid, group);
    grid->setColumnStretch(1, 1);
    return box;
}

void ExportDialog::addFormats(QGridLayout& grid, const ExportFormatGroup& group)
{
    QWidget* const box = grid.parentWidget();
    const bool isFirst = grid.rowCount() <= 1;
    auto* title = caption(group.title, box);
    title->setContentsMargins(0, isFirst ? 0 : 8, 0, 0);
    grid.addWidget(title, grid.rowCount(), 0, 1, 2);
    for (const ExportFormat& format : group.formats) {
        const int row = grid.rowCount();
        auto* check = new QCheckBox(format.text, box);
        check->setObjectName(format.name);
        check->setAccessibleName(format.text);
        auto* words = new WrappedLabel(format.sentence, box);
        words->setProperty("kind", QStringLiteral("small"));
        words->setMinimumWidth(400);
        grid.addWidget(check, row, 0);
        grid.addWidget(words, row, 1);
        connect(check, &QCheckBox::toggled, this, &ExportDialog::refresh);
        m_formats.push_back({check, words, format});
    }
    if (std::ranges::none_of(group.formats, &ExportFormat::hasInstances))
        return;
    m_instances->addItems({tr("An instance is a connected piece"), tr("An instance is a whole label")});
    m_outlines->addItems({tr("COCO: polygons, run lengths with holes"), tr("COCO: run lengths")});
    addOption(grid, *m_instances, tr("Instances of COCO and YOLO"));
    addOption(grid, *m_outlines, tr("Outlines of COCO"));
}

void ExportDialog::addOption(QGridLayout& grid, QComboBox& choice, const QString& name)
{
    choice.setAccessibleName(name);
    grid.addWidget(&choice, grid.rowCount(), 1, Qt::AlignLeft);
    connect(&choice, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
}

bool ExportDialog::isTicked(bool ExportFormat::* has) const
{
    return std::ranges::any_of(m_formats, [has](const FormatRow& row) {
        return row.check->isChecked() && row.format.*has;
    });
}

QWidget* ExportDialog::makeFolder()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* browse = new QPushButton(tr("Choose…"), box);
    browse->setAccessibleName(tr("Choose the folder"));
    browse->setAutoDefault(false);
    m_folder->setAccessibleName(tr("Folder to export to"));
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    return box;
}

void ExportDialog::restore(const ExportCounts& counts, const QString& suggestedFolder)
{
    const QSettings settings;
    const QStringList kept =
        settings.value(QStringLiteral("export/formats"), QStringList{QStringLiteral("mask")})
            .toStringList();
    for (const FormatRow& row : m_formats)
        row.check->setChecked(kept.contains(row.check->objectName()));
    m_folder->setText(settings.value(QStringLiteral("export/folder"), suggestedFolder).toString());
    const auto chosen = [&settings](const char* key) {
        return std::clamp(settings.value(QLatin1String(key), 0).toInt(), 0, 1);
    };
    m_instances->setCurrentIndex(chosen("export/instances"));
    m_outlines->setCurrentIndex(chosen("export/outlines"));

    const std::pair<QString, int> scopes[] = {
        {tr("This image"), counts.current},
        {tr("All accepted images (%1)").arg(counts.accepted), counts.accepted},
        {tr("All edited and accepted images (%1)").arg(counts.editedAndAccepted),
         counts.editedAndAccepted}};
    auto* model = static_cast<QStandardItemModel*>(m_scope->model());
    for (const auto& [text, count] : scopes) {
        m_scope->addItem(text);
        model->item(m_scope->count() - 1)->setEnabled(count > 0);
    }
    int index = settings.value(QStringLiteral("export/scope"), 0).toInt();
    if (index < 0 || index > 2 || scopes[index].second == 0) {
        const auto* first = std::find_if(std::begin(scopes), std::end(scopes),
                                         [](const auto& scope) { return scope.second > 0; });
        index = first == std::end(scopes) ? 0 : static_cast<int>(first - std::begin(scopes));
    }
    m_scope->setCurrentIndex(index);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
}

bool ExportDialog::isPossible(const FormatRow& row) const
{
    const bool isCurrent =
        static_cast<ExportScope>(m_scope->currentIndex()) == ExportScope::CurrentImage;
    return !row.format.needsDicom || m_isCurrentDicom || !isCurrent;
}

QStringList ExportDialog::ticked() const
{
    QStringList names;
    for (const FormatRow& row : m_formats)
        if (row.check->isChecked())
            names.append(row.check->objectName());
    return names;
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    for (const FormatRow& row : m_formats)
        if (row.check->isChecked() && isPossible(row))
            choice.formats.append(row.check->objectName());
    choice.folder = QDir::cleanPath(m_folder->text().trimmed());
    choice.scope = static_cast<ExportScope>(m_scope->currentIndex());
    choice.datasets = {static_cast<InstanceKind>(m_instances->currentIndex()),
                       static_cast<OutlineKind>(m_outlines->currentIndex())};
    return choice;
}

void ExportDialog::keep() const
{
    const ExportChoice now = choice();
    QSettings settings;
    settings.setValue(QStringLiteral("export/formats"), ticked());
    settings.setValue(QStringLiteral("export/folder"), now.folder);
    settings.setValue(QStringLiteral("export/scope"), m_scope->currentIndex());
    settings.setValue(QStringLiteral("export/instances"), m_instances->currentIndex());
    settings.setValue(QStringLiteral("export/outlines"), m_outlines->currentIndex());
}

void ExportDialog::refresh()
{
    for (const FormatRow& row : m_formats) {
        const bool possible = isPossible(row);
        const QString words =
            possible ? row.format.sentence : tr("Not for this image: it is no DICOM file to refer to.");
        row.check->setEnabled(possible);
        row.check->setToolTip(words);
        row.words->setText(words);
    }
    m_instances->setEnabled(isTicked(&ExportFormat::hasInstances));
    m_instances->setToolTip(m_instances->isEnabled()
                                ? tr("What gets an entry of its own in COCO and YOLO files.")
                                : tr("Only COCO and YOLO count instances."));
    m_outlines->setEnabled(isTicked(&ExportFormat::hasOutlines));
    m_outlines->setToolTip(
        m_outlines->isEnabled()
            ? tr("Both are exact; polygons are read by more programs, but can't have holes.")
            : tr("Only COCO has a choice; YOLO knows polygons alone."));
    const bool hasFormat = !choice().formats.isEmpty();
    const bool hasFolder = !m_folder->text().trimmed().isEmpty();
    QString obstacle;
    if (!hasFormat)
        obstacle = tr("Tick at least one kind of file.");
    else if (!hasFolder)
        obstacle = tr("Choose a folder.");
    m_obstacle->setText(obstacle);
    m_export->setEnabled(obstacle.isEmpty());
    m_export->setToolTip(obstacle.isEmpty()
                             ? tr("Writes the files; nothing is replaced without asking.")
                             : obstacle);
}

void ExportDialog::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder to export to"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

void ExportDialog::finish()
{
    keep();
    Q_EMIT chosen(choice());
    accept();
}

} // namespace limn
