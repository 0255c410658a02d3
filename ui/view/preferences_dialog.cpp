#include "ui/view/preferences_dialog.h"

#include "ui/view/action_words.h"
#include "ui/view/choice_box.h"
#include "ui/view/preferences_keys.h"
#include "ui/view/segmented.h"
#include "ui/view/text_field.h"
#include "ui/view/wrapped_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace limn {
namespace {

constexpr int scales[] = {0, 100, 125, 150, 175, 200}; // percent; 0: the system's

QLabel* remark(const QString& words, QWidget* parent)
{
    auto* label = new WrappedLabel(words, parent);
    label->setProperty("kind", QStringLiteral("small"));
    return label;
}

} // namespace

PreferencesDialog::PreferencesDialog(const ActionList& actions, const Preferences& preferences,
                                     const PreferenceOffer& offer, QWidget* parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_keys(new PreferencesKeys(actions, preferences.keys, this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Preferences"));
    setAccessibleName(tr("Preferences"));
    const std::vector<Segmented::Segment> names{
        {tr("General"), tr("General"), tr("Language, look, who is at work.")},
        {tr("Keys"), tr("Keys"), tr("Which key does what.")},
        {tr("Mouse"), tr("Mouse"), tr("What dragging does.")},
        {tr("Folders"), tr("Folders"), tr("Where models are, and where masks go.")},
        {tr("Device and memory"), tr("Device and memory"), tr("Where the model runs.")}};
    auto* tabs = new Segmented(tr("Page of the preferences"), names, this);
    m_pages->addWidget(makeGeneral(offer));
    m_pages->addWidget(m_keys);
    m_pages->addWidget(makeMouse());
    m_pages->addWidget(makeFolders());
    m_pages->addWidget(makeMemory(offer));
    tabs->setChosen(0);
    connect(tabs, &Segmented::chosenByPerson, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_keys, &PreferencesKeys::changed, this, [this] {
        m_preferences.keys = m_keys->keys();
        tell();
    });
    auto* buttons = new QDialogButtonBox(this);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close the preferences"));
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(tabs);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
    resize(720, 560);
}

void PreferencesDialog::tell()
{
    Q_EMIT changed(m_preferences);
}

QWidget* PreferencesDialog::page(QFormLayout* form)
{
    auto* page = new QWidget(this);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    page->setLayout(form);
    return page;
}

QWidget* PreferencesDialog::check(const QString& words, const QString& hint, bool isOn,
                                  std::function<void(bool)> put)
{
    auto* box = new QCheckBox(words, this);
    box->setToolTip(hint);
    box->setChecked(isOn);
    connect(box, &QCheckBox::toggled, this, [this, put = std::move(put)](bool isChecked) {
        put(isChecked);
        tell();
    });
    return box;
}

QWidget* PreferencesDialog::makeGeneral(const PreferenceOffer& offer)
{
    auto* form = new QFormLayout;
    auto* language = new ChoiceBox(300, this);
    language->setAccessibleName(tr("Language"));
    language->addItem(tr("The system's, else English"), QString());
    language->addItem(tr("English"), QStringLiteral("en"));
    for (const QString& name : offer.languages)
        language->addItem(QLocale(name).nativeLanguageName(), name);
    language->setCurrentIndex(std::max(0, language->findData(m_preferences.language)));
    language->setHint(tr("Holds from the next start on."));
    connect(language, &ChoiceBox::activated, this, [this, language] {
        m_preferences.language = language->currentData().toString();
        tell();
    });
    auto* look = new ChoiceBox(300, this);
    look->setAccessibleName(tr("Theme"));
    look->addItems({tr("Follow the system"), tr("Dark"), tr("Light")});
    look->setCurrentIndex(static_cast<int>(m_preferences.theme));
    connect(look, &ChoiceBox::activated, this, [this](int index) {
        m_preferences.theme = static_cast<ThemeChoice>(index);
        tell();
    });
    auto* scale = new ChoiceBox(300, this);
    scale->setAccessibleName(tr("Size of everything"));
    for (const int percent : scales)
        scale->addItem(percent == 0 ? tr("Follow the system") : tr("%1 %").arg(percent), percent);
    scale->setCurrentIndex(std::max(0, scale->findData(m_preferences.scalePercent)));
    scale->setHint(tr("Holds from the next start on."));
    connect(scale, &ChoiceBox::activated, this, [this, scale] {
        m_preferences.scalePercent = scale->currentData().toInt();
        tell();
    });
    auto* annotator = new TextField(this);
    annotator->setText(m_preferences.annotator);
    annotator->setAccessibleName(tr("Annotator"));
    annotator->setPlaceholderText(tr("Nobody's name is kept"));
    annotator->setToolTip(tr("Kept with every image that you change, accept or review."));
    connect(annotator, &TextField::typingEnded, this, [this, annotator] {
        m_preferences.annotator = annotator->text().trimmed();
        tell();
    });
    form->addRow(tr("Language"), language);
    form->addRow(tr("Theme"), look);
    form->addRow(tr("Size"), scale);
    form->addRow(tr("Annotator"), annotator);
    form->addRow(QString(),
                 check(tr("Before accepting, see the most doubtful places"),
                       withKeys(tr("{accept} goes to the three most doubtful places first, as far "
                                   "as nobody has been there."),
                                *this),
                       m_preferences.visitsFirst,
                       [this](bool isOn) { m_preferences.visitsFirst = isOn; }));
    form->addRow(QString(), remark(tr("Language and size change with the next start."), this));
    return page(form);
}

QWidget* PreferencesDialog::makeMouse()
{
    auto* form = new QFormLayout;
    auto* right = new ChoiceBox(300, this);
    right->setAccessibleName(tr("Dragging with the right button"));
    right->addItems({tr("Window and level"), tr("Zoom")});
    right->setCurrentIndex(static_cast<int>(m_preferences.mouse.rightDrag));
    connect(right, &ChoiceBox::activated, this, [this](int index) {
        m_preferences.mouse.rightDrag = static_cast<RightDrag>(index);
        tell();
    });
    form->addRow(tr("Right button, dragged"), right);
    form->addRow(QString(),
                 check(tr("Dragging down makes brighter"), tr("Else dragging down makes darker."),
                       m_preferences.mouse.isLevelReversed,
                       [this](bool isOn) { m_preferences.mouse.isLevelReversed = isOn; }));
    form->addRow(QString(),
                 check(tr("Dragging to the right makes the window narrower"),
                       tr("Else dragging to the right makes it wider."),
                       m_preferences.mouse.isWidthReversed,
                       [this](bool isOn) { m_preferences.mouse.isWidthReversed = isOn; }));
    form->addRow(QString(),
                 remark(tr("The left button is the tool's, the middle one moves the picture. The "
                           "wheel goes through the slices, or zooms a single image; with Ctrl it "
                           "zooms at the pointer, with Shift it sets the size of the brush."),
                        this));
    return page(form);
}

QWidget* PreferencesDialog::folderField(const QString& name, QString Preferences::*where,
                                        const QString& words)
{
    auto* row = new QWidget(this);
    auto* field = new TextField(row);
    field->setText(m_preferences.*where);
    field->setAccessibleName(name);
    field->setPlaceholderText(words);
    auto* choose = new QPushButton(tr("Choose…"), row);
    choose->setAccessibleName(tr("Choose: %1").arg(name));
    choose->setAutoDefault(false);
    const auto put = [this, where, field] {
        m_preferences.*where = field->text().trimmed();
        tell();
    };
    connect(field, &TextField::typingEnded, this, put);
    connect(choose, &QPushButton::clicked, this, [this, field, name, put] {
        const QString folder = QFileDialog::getExistingDirectory(this, name, field->text());
        if (folder.isEmpty())
            return;
        field->setText(folder);
        put();
    });
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(field, 1);
    line->addWidget(choose);
    return row;
}

QWidget* PreferencesDialog::makeFolders()
{
    auto* form = new QFormLayout;
    form->addRow(tr("More models"),
                 folderField(tr("Folder with more models"), &Preferences::modelFolder, tr("None")));
    form->addRow(tr("Masks go to"),
                 folderField(tr("Folder for masks"), &Preferences::exportFolder,
                             tr("masks, beside the images")));
    form->addRow(QString(),
                 remark(tr("The work file annotations.limn lies beside the images, or in "
                           "your data folder where that can't be written."),
                        this));
    return page(form);
}

QWidget* PreferencesDialog::memoryField(const QString& name, int Preferences::*where, int least)
{
    auto* field = new QSpinBox(this);
    field->setRange(least, 1 << 18);
    field->setSingleStep(64);
    field->setSuffix(tr(" MB"));
    field->setValue(m_preferences.*where);
    field->setAccessibleName(name);
    connect(field, &QSpinBox::valueChanged, this, [this, where](int value) {
        m_preferences.*where = value;
        tell();
    });
    return field;
}

QWidget* PreferencesDialog::makeMemory(const PreferenceOffer& offer)
{
    auto* form = new QFormLayout;
    if (offer.device)
        form->addRow(tr("Device"), offer.device);
    form->addRow(tr("Steps of runs"),
                 memoryField(tr("Memory for the steps of runs"), &Preferences::stepMemoryMb, 64));
    form->addRow(
        tr("Images decoded ahead"),
        memoryField(tr("Memory for images decoded ahead"), &Preferences::aheadMemoryMb, 0));
    form->addRow(
        QString(),
        remark(tr("Steps above this go to the disk and are read from there. With no memory "
                  "for images decoded ahead, each is decoded when it is opened."),
               this));
    return page(form);
}

} // namespace limn
