#include "ui/view/release_dialog.h"

#include "ui/view/action_words.h"
#include "ui/view/choice_box.h"
#include "ui/view/export_formats.h"
#include "ui/view/text_field.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>

namespace limn {
namespace {

enum PatientData { Deidentified, Copied, LeftOut }; // rows of the list

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text.toUpper(), parent);
    label->setProperty("kind", QStringLiteral("caption"));
    return label;
}

QLabel* beside(const QString& text, QWidget* buddy, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

// "70/15/15", "80 / 20": one to three numbers, not all of them 0.
bool isSplit(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^\s*\d{1,5}(\.\d+)?(\s*/\s*\d{1,5}(\.\d+)?){0,2}\s*$)"));
    return form.match(text).hasMatch() && text.contains(QRegularExpression(QStringLiteral("[1-9]")));
}

} // namespace

ReleaseDialog::ReleaseDialog(const ReleaseOffer& offer, QWidget* parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_images(new ChoiceBox(620, this))
    , m_patientData(new ChoiceBox(620, this))
    , m_dates(new ChoiceBox(420, this))
    , m_burnedIn(new QCheckBox(tr("Leave out images that say that words are burned in"), this))
    , m_key(new TextField(this))
    , m_note(new QLabel(this))
    , m_hasSplit(new QCheckBox(tr("Split by patient"), this))
    , m_split(new TextField(this))
    , m_seed(new QSpinBox(this))
    , m_patients(new ChoiceBox(420, this))
    , m_pattern(new TextField(this))
    , m_licence(new TextField(this))
    , m_folder(new TextField(this))
    , m_obstacle(new QLabel(this))
    , m_make(new QPushButton(tr("Make the data set"), this))
{
    setWindowTitle(tr("Make a data set"));
    setAccessibleName(windowTitle());
    for (auto* const check : {m_burnedIn, m_hasSplit})
        check->setAccessibleName(check->text());
    m_images->setAccessibleName(tr("Images of the data set"));
    m_licence->setAccessibleName(tr("Licence of the data set"));
    m_licence->setPlaceholderText(tr("such as CC BY 4.0; goes into the README"));
    m_obstacle->setProperty("kind", QStringLiteral("muted"));
    auto* buttons = new QDialogButtonBox(this);
    m_make->setProperty("kind", QStringLiteral("primary")); // before the style sees the button
    buttons->addButton(m_make, QDialogButtonBox::AcceptRole);
    m_make->setAccessibleName(tr("Make the data set now"));
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAccessibleName(tr("Cancel the data set"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    const auto add = [this, column](const QString& title, QWidget* content) {
        column->addWidget(caption(title, this));
        column->addWidget(content);
        column->addSpacing(8);
    };
    add(tr("Images"), m_images);
    add(tr("Masks as"), makeFormats());
    add(tr("Copies of the images, and patient data"), makePatientData());
    add(tr("Split"), makeSplit());
    add(tr("Licence"), m_licence);
    add(tr("Folder"), makePlace(m_folder, tr("Folder of the data set"), &ReleaseDialog::browseFolder));
    column->addWidget(m_obstacle);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetMinimumSize);
    setMinimumWidth(660);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReleaseDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    restore();
    for (auto* box : {m_images, m_patientData, m_dates, m_patients})
        connect(box, &QComboBox::currentIndexChanged, this, &ReleaseDialog::refresh);
    for (auto* field : {m_split, m_pattern, m_folder, m_key})
        connect(field, &QLineEdit::textChanged, this, &ReleaseDialog::refresh);
    connect(m_hasSplit, &QCheckBox::toggled, this, &ReleaseDialog::refresh);
    refresh();
}

// The names alone, in columns; the sentences are in the tooltips.
QWidget* ReleaseDialog::makeFormats()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    int column = 0;
    for (const ExportFormatGroup& group : exportFormats()) {
        int row = 0;
        for (const ExportFormat& format : group.formats) {
            if (format.name == QStringLiteral("steps"))
                continue; // the work file keeps the base step alone
            auto* check = new QCheckBox(format.text, box);
            check->setObjectName(format.name);
            check->setAccessibleName(format.text);
            check->setToolTip(format.needsDicom
                                  ? tr("%1 Of DICOM images alone.").arg(format.sentence)
                                  : format.sentence);
            connect(check, &QCheckBox::toggled, this, &ReleaseDialog::refresh);
            grid->addWidget(check, row++, column);
            m_formats.push_back(check);
        }
        ++column;
    }
    grid->setColumnStretch(column, 1);
    return box;
}

QWidget* ReleaseDialog::makePatientData()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    m_patientData->setAccessibleName(tr("Copies of the images"));
    m_patientData->addItems({tr("De-identified copies, numbers instead of names"),
                             tr("Copies as they are, with all patient data in them"),
                             tr("No copies: masks alone, by the images' names")});
    m_dates->setAccessibleName(tr("Dates in the copies"));
    m_dates->addItems({tr("shifted, by one number of days a patient"), tr("emptied")});
    m_key->setPlaceholderText(
        tr("annotations.key.json in %1").arg(QDir::toNativeSeparators(m_offer.keyPlace)));
    m_note->setProperty("kind", QStringLiteral("small"));
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * fontMetrics().lineSpacing() + 4);
    auto* place = makePlace(m_key, tr("File that says who is who"), &ReleaseDialog::browseKey);
    m_browseKey = place->findChild<QPushButton*>();
    grid->addWidget(m_patientData, 0, 0, 1, 2);
    grid->addWidget(beside(tr("Dates"), m_dates, box), 1, 0);
    grid->addWidget(m_dates, 1, 1, Qt::AlignLeft);
    grid->addWidget(beside(tr("Who is who"), m_key, box), 2, 0);
    grid->addWidget(place, 2, 1);
    grid->addWidget(m_burnedIn, 3, 1);
    grid->addWidget(m_note, 4, 0, 1, 2);
    return box;
}

QWidget* ReleaseDialog::makeSplit()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(5, 1);
    m_split->setAccessibleName(tr("Shares for training, validation and test"));
    m_split->setToolTip(tr("Percent for training, validation and test, with / between them."));
    m_split->setFixedWidth(110);
    m_seed->setAccessibleName(tr("Seed of the split"));
    m_seed->setToolTip(tr("The same seed gives the same split on every machine."));
    m_seed->setRange(0, INT_MAX);
    m_patients->setAccessibleName(tr("What images of one patient have in common"));
    m_patients->addItems({tr("the DICOM PatientID; else each image its own"),
                          tr("the folder that they lie in"), tr("nothing: each image its own"),
                          tr("as the first, and a pattern in names")});
    m_pattern->setAccessibleName(tr("Pattern in file names"));
    m_pattern->setMinimumWidth(120);
    m_pattern->setPlaceholderText(QStringLiteral("^([^_]+)_"));
    m_pattern->setToolTip(tr("A regular expression: what its first group finds in a file's name is "
                             "the patient."));
    grid->addWidget(m_hasSplit, 0, 0);
    grid->addWidget(m_split, 0, 1);
    grid->addWidget(beside(tr("Seed"), m_seed, box), 0, 2);
    grid->addWidget(m_seed, 0, 3);
    grid->addWidget(beside(tr("One patient by"), m_patients, box), 1, 0);
    grid->addWidget(m_patients, 1, 1, 1, 4);
    grid->addWidget(m_pattern, 1, 5);
    return box;
}

QWidget* ReleaseDialog::makePlace(TextField* field, const QString& name,
                                  void (ReleaseDialog::*browse)())
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* button = new QPushButton(tr("Choose…"), box);
    button->setAccessibleName(tr("Choose: %1").arg(name));
    button->setAutoDefault(false);
    field->setAccessibleName(name);
    row->addWidget(field, 1);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, browse);
    return box;
}

void ReleaseDialog::restore()
{
    const QSettings settings;
    const auto kept = [&settings](const char* key, const QVariant& other) {
        return settings.value(QStringLiteral("release/") + QLatin1String(key), other);
    };
    m_images->addItems(
        {tr("All accepted images (%1)").arg(m_offer.accepted),
         tr("All edited and accepted images (%1)").arg(m_offer.editedAndAccepted)});
    auto* model = static_cast<QStandardItemModel*>(m_images->model());
    model->item(0)->setEnabled(m_offer.accepted > 0);
    model->item(1)->setEnabled(m_offer.editedAndAccepted > 0);
    const bool wantsEdited = kept("edited", false).toBool() || m_offer.accepted == 0;
    m_images->setCurrentIndex(wantsEdited ? 1 : 0);
    const QStringList formats = kept("formats", QStringList{QStringLiteral("mask")}).toStringList();
    for (QCheckBox* const check : m_formats)
        check->setChecked(formats.contains(check->objectName()));
    m_patientData->setCurrentIndex(
        std::clamp(kept("patientData", Deidentified).toInt(), 0, int{LeftOut}));
    m_dates->setCurrentIndex(std::clamp(kept("dates", 0).toInt(), 0, 1));
    m_burnedIn->setChecked(kept("burnedIn", false).toBool());
    m_hasSplit->setChecked(kept("hasSplit", true).toBool());
    m_split->setText(kept("split", QStringLiteral("70/15/15")).toString());
    m_seed->setValue(kept("seed", 1).toInt());
    m_patients->setCurrentIndex(std::clamp(kept("patients", 0).toInt(), 0, 3));
    m_pattern->setText(kept("pattern", QString()).toString());
    m_licence->setText(kept("licence", QString()).toString());
    m_folder->setText(m_offer.folder);
}

// Places are not kept: they are of one folder of images, and may be named after a person.
void ReleaseDialog::keep() const
{
    const ReleaseChoice now = choice();
    QSettings settings;
    settings.beginGroup(QStringLiteral("release"));
    settings.setValue(QStringLiteral("edited"), now.hasEditedImages);
    settings.setValue(QStringLiteral("formats"), now.formats);
    settings.setValue(QStringLiteral("patientData"), m_patientData->currentIndex());
    settings.setValue(QStringLiteral("dates"), m_dates->currentIndex());
    settings.setValue(QStringLiteral("burnedIn"), m_burnedIn->isChecked());
    settings.setValue(QStringLiteral("hasSplit"), m_hasSplit->isChecked());
    settings.setValue(QStringLiteral("split"), m_split->text().trimmed());
    settings.setValue(QStringLiteral("seed"), m_seed->value());
    settings.setValue(QStringLiteral("patients"), m_patients->currentIndex());
    settings.setValue(QStringLiteral("pattern"), m_pattern->text());
    settings.setValue(QStringLiteral("licence"), m_licence->text().trimmed());
}

ReleaseChoice ReleaseDialog::choice() const
{
    ReleaseChoice choice;
    choice.folder = m_folder->text().trimmed().isEmpty()
        ? QString()
        : QDir::cleanPath(m_folder->text().trimmed());
    choice.hasEditedImages = m_images->currentIndex() == 1;
    for (const QCheckBox* const check : m_formats)
        if (check->isChecked())
            choice.formats << check->objectName();
    const QSettings settings; // what the export dialog was told of instances and outlines
    choice.datasets = {
        static_cast<InstanceKind>(
            std::clamp(settings.value(QStringLiteral("export/instances"), 0).toInt(), 0, 1)),
        static_cast<OutlineKind>(
            std::clamp(settings.value(QStringLiteral("export/outlines"), 0).toInt(), 0, 1))};
    choice.isDeidentified = m_patientData->currentIndex() == Deidentified;
    choice.hasCopies = m_patientData->currentIndex() != LeftOut;
    choice.areDatesEmptied = m_dates->currentIndex() == 1;
    choice.leavesOutBurnedIn = choice.isDeidentified && m_burnedIn->isChecked();
    choice.key = m_key->text().trimmed();
    if (m_hasSplit->isChecked())
        choice.split = m_split->text().remove(QLatin1Char(' '));
    choice.seed = static_cast<std::uint64_t>(m_seed->value());
    choice.patients = static_cast<OnePatientBy>(m_patients->currentIndex());
    choice.patientPattern = m_pattern->text();
    choice.licence = m_licence->text().trimmed();
    return choice;
}

QString ReleaseDialog::obstacle() const
{
    const ReleaseChoice now = choice();
    if ((now.hasEditedImages ? m_offer.editedAndAccepted : m_offer.accepted) == 0)
        return withKeys(tr("There is no such image yet. {accept} accepts one."), *this);
    if (now.formats.isEmpty() && !now.hasCopies)
        return tr("Tick at least one kind of mask, or choose copies of the images.");
    if (m_hasSplit->isChecked() && !isSplit(m_split->text()))
        return tr("A split is up to three numbers with / between them, such as 70/15/15.");
    const bool hasPattern = now.patients == OnePatientBy::Pattern;
    if (hasPattern && now.patientPattern.isEmpty())
        return tr("Write the pattern that finds the patient in a file's name.");
    if (const QRegularExpression pattern(now.patientPattern); hasPattern && !pattern.isValid())
        return tr("The pattern is no regular expression: %1.").arg(pattern.errorString());
    if (now.folder.isEmpty())
        return tr("Choose a folder.");
    if (now.isDeidentified && (now.key + QLatin1Char('/')).startsWith(now.folder + QLatin1Char('/')))
        return tr("The file that says who is who must not lie in the data set.");
    return {};
}

void ReleaseDialog::refresh()
{
    const bool isDeidentified = m_patientData->currentIndex() == Deidentified;
    const QString why = isDeidentified ? QString() : tr("Only of de-identified copies.");
    for (QWidget* const part : std::initializer_list<QWidget*>{m_dates, m_key, m_burnedIn, m_browseKey})
        part->setEnabled(isDeidentified);
    m_dates->setToolTip(isDeidentified ? tr("Shifted dates keep the time between a patient's images.")
                                       : why);
    m_key->setToolTip(isDeidentified
                          ? tr("Tells which number is which patient. Keep it, and keep it apart from the data set.")
                          : why);
    m_burnedIn->setToolTip(isDeidentified ? tr("BurnedInAnnotation is YES in their headers.") : why);
    const QString notes[] = {
        tr("DICOM by the basic profile of PS3.15, other files without all that they say beside their pixels. "
           "Pixels stay: words or faces that can be seen in a picture are still there."),
        tr("Names, dates and numbers of patients stay in the copies. Pass them on to nobody who must not see them."),
        tr("DICOM segmentations carry the patient and the study of their source.")};
    m_note->setText(notes[std::clamp(m_patientData->currentIndex(), 0, 2)]);
    m_split->setEnabled(m_hasSplit->isChecked());
    m_seed->setEnabled(m_hasSplit->isChecked());
    m_pattern->setEnabled(m_patients->currentIndex() == static_cast<int>(OnePatientBy::Pattern));
    const QString reason = obstacle();
    m_obstacle->setText(reason);
    m_make->setEnabled(reason.isEmpty());
    m_make->setToolTip(reason.isEmpty()
                           ? tr("Stopped in the middle, the same choice goes on where it was.")
                           : reason);
}

void ReleaseDialog::browseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the data set"),
                                                             m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

void ReleaseDialog::browseKey()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("File that says who is who"), m_key->text(),
                                     tr("Keys (*.json)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        m_key->setText(file);
}

void ReleaseDialog::finish()
{
    keep();
    Q_EMIT chosen(choice());
    accept();
}

} // namespace limn
