#include "ui/view/window_popup.h"

#include "ui/session/session.h"
#include "ui/view/action_words.h"
#include "ui/view/canvas.h"
#include "ui/view/choice_box.h"
#include "ui/view/histogram.h"
#include "ui/view/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace limn {
namespace {

constexpr double widest = 1e7;

QDoubleSpinBox* numberBox(const QString& name, double least, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setAccessibleName(name);
    box->setRange(least, widest);
    box->setDecimals(2);
    box->setKeyboardTracking(false);
    return box;
}

QString number(double value)
{
    return QLocale().toString(value, 'g', 6);
}

QString functionText(const DisplayWindow& window)
{
    if (window.table)
        return WindowPopup::tr("table");
    switch (window.function) {
    case WindowFunction::Sigmoid: return WindowPopup::tr("sigmoid");
    case WindowFunction::LinearExact: return WindowPopup::tr("exact");
    case WindowFunction::Linear: break;
    }
    return {};
}

// "SOFT TISSUE · W 400  L 40".
QString windowText(const DisplayWindow& window)
{
    QStringList parts;
    if (!window.explanation.empty())
        parts << QString::fromStdString(window.explanation);
    parts << WindowPopup::tr("W %1  L %2").arg(number(window.width), number(window.level));
    if (const QString function = functionText(window); !function.isEmpty())
        parts << function;
    return parts.join(QStringLiteral(" · "));
}

} // namespace

WindowPopup::WindowPopup(Session& session, Canvas& canvas)
    : QFrame(&canvas, Qt::Popup)
    , m_session(session)
    , m_canvas(canvas)
    , m_width(numberBox(tr("Width of the window"), 1e-4, this))
    , m_level(numberBox(tr("Level of the window"), -widest, this))
    , m_fileWindows(new ChoiceBox(300, this))
    , m_inverted(new QCheckBox(tr("Inverted"), this))
    , m_smooth(new QCheckBox(tr("Smooth pixels"), this))
{
    setProperty("kind", QStringLiteral("card"));
    setAccessibleName(tr("Grey levels"));
    m_fileWindows->setAccessibleName(tr("Windows of the file"));
    m_inverted->setAccessibleName(tr("Invert the grey levels"));
    m_inverted->setToolTip(tr("Black becomes white; the values stay as they are."));
    m_smooth->setAccessibleName(tr("Smooth pixels"));
    m_smooth->setToolTip(tr("Enlarged pixels go over into each other instead of being squares."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(measure::panelMargin, measure::panelMargin, measure::panelMargin,
                               measure::panelMargin);
    column->addWidget(new Histogram(session, this));
    auto* grid = new QGridLayout;
    auto* width = new QLabel(tr("Width"), this);
    auto* level = new QLabel(tr("Level"), this);
    width->setBuddy(m_width);
    level->setBuddy(m_level);
    grid->addWidget(width, 0, 0);
    grid->addWidget(m_width, 0, 1);
    grid->addWidget(level, 0, 2);
    grid->addWidget(m_level, 0, 3);
    column->addLayout(grid);
    column->addWidget(m_fileWindows);
    auto* row = new QHBoxLayout;
    makeButtons(*row);
    column->addLayout(row);
    auto* presets = new QGridLayout;
    presets->setHorizontalSpacing(4);
    makePresets(*presets);
    column->addLayout(presets);
    auto* pixels = new QHBoxLayout;
    pixels->addWidget(m_inverted);
    pixels->addWidget(m_smooth);
    column->addLayout(pixels);
    connectControls();
}

void WindowPopup::makeButtons(QHBoxLayout& row)
{
    const auto add = [this, &row](const QString& text, const QString& sentence, auto act) {
        auto* button = new QPushButton(text, this);
        button->setAccessibleName(text);
        connect(button, &QPushButton::clicked, &m_canvas, act);
        row.addWidget(button);
        m_buttons.emplace_back(button, sentence);
    };
    add(tr("File's"), tr("As the file asks for; the next one, where it has several ({file-window})."),
        &Canvas::resetWindow);
    add(tr("Automatic"), tr("From the 0.1 to the 99.9 percentile ({automatic-window})."),
        &Canvas::setAutomaticWindow);
    add(tr("Full"), tr("From the smallest to the largest value ({full-window})."),
        &Canvas::setFullWindow);
}

void WindowPopup::makePresets(QGridLayout& grid)
{
    for (int i = 0; i < presetCount; ++i) {
        auto* button = new QPushButton(this);
        auto* change = new QToolButton(this);
        change->setText(QStringLiteral("⤓"));
        change->setProperty("kind", QStringLiteral("small"));
        m_presetButtons.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, i] {
            m_session.setWindow(windowOf(keptPresets()[static_cast<std::size_t>(i)]));
        });
        connect(change, &QToolButton::clicked, this, [this, i] { changePreset(i); });
        change->setAccessibleName(tr("Change preset %1").arg(i + 1));
        change->setToolTip(tr("Makes the window that is shown this preset."));
        grid.addWidget(button, i / 2, 2 * (i % 2));
        grid.addWidget(change, i / 2, 2 * (i % 2) + 1);
        grid.setColumnStretch(2 * (i % 2), 1);
    }
    showPresets();
}

void WindowPopup::showPresets()
{
    const auto presets = keptPresets();
    const QLocale locale;
    for (std::size_t i = 0; i < m_presetButtons.size(); ++i) {
        const WindowPreset& preset = presets[i];
        m_presetButtons[i]->setText(preset.name);
        m_presetButtons[i]->setAccessibleName(tr("Window: %1").arg(preset.name));
        m_presetButtons[i]->setToolTip(
            withKeys(tr("Width %1, level %2 ({window-preset-%3})")
                         .arg(locale.toString(preset.width), locale.toString(preset.level))
                         .arg(i + 1),
                     *this));
    }
}

void WindowPopup::changePreset(int index)
{
    auto presets = keptPresets();
    WindowPreset& preset = presets[static_cast<std::size_t>(index)];
    preset.width = m_session.window().width;
    preset.level = m_session.window().level;
    keepPresets(presets);
    showPresets();
}

void WindowPopup::connectControls()
{
    const auto take = [this] {
        if (!m_isShowing && m_session.isOpen())
            m_session.setWindow({m_level->value(), m_width->value(), {}});
    };
    connect(m_width, &QDoubleSpinBox::valueChanged, this, take);
    connect(m_level, &QDoubleSpinBox::valueChanged, this, take);
    connect(m_fileWindows, &ChoiceBox::activated, this, [this](int index) {
        if (m_session.isOpen() && index < std::ssize(m_session.volume()->displayWindows))
            m_session.setWindow(m_session.volume()->displayWindows[static_cast<std::size_t>(index)]);
    });
    connect(m_inverted, &QCheckBox::toggled, &m_canvas, &Canvas::setInverted);
    connect(m_smooth, &QCheckBox::toggled, &m_canvas, &Canvas::setSmooth);
    connect(&m_session, &Session::windowChanged, this, &WindowPopup::showWindow);
}

void WindowPopup::showWindow()
{
    m_isShowing = true;
    const DisplayWindow window = m_session.window();
    m_width->setValue(window.width);
    m_level->setValue(window.level);
    m_isShowing = false;
    showFileWindows();
}

void WindowPopup::showFileWindows()
{
    m_fileWindows->clear();
    const bool hasSome = m_session.isOpen() && !m_session.volume()->displayWindows.empty();
    m_fileWindows->setEnabled(hasSome);
    if (!hasSome)
        return m_fileWindows->addItem(tr("The file has no windows"));
    for (const DisplayWindow& window : m_session.volume()->displayWindows) {
        m_fileWindows->addItem(windowText(window));
        if (window == m_session.window())
            m_fileWindows->setCurrentIndex(m_fileWindows->count() - 1);
    }
    if (std::ranges::find(m_session.volume()->displayWindows, m_session.window())
        == m_session.volume()->displayWindows.end())
        m_fileWindows->setCurrentIndex(-1);
}

void WindowPopup::openAt(QPoint place)
{
    showWindow();
    showPresets();
    for (const auto& [button, sentence] : m_buttons)
        button->setToolTip(withKeys(sentence, *this));
    m_inverted->setChecked(m_canvas.isInverted());
    m_smooth->setChecked(m_canvas.isSmooth());
    adjustSize();
    const QRect space = m_canvas.screen()->availableGeometry();
    move(std::clamp(place.x(), space.left(), std::max(space.left(), space.right() - width())),
         std::max(space.top(), place.y() - height()));
    show();
    m_width->setFocus();
}

} // namespace limn
