#include "ui/view/theme.h"

#include "ui/view/system_look.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

#include <cmath>
#include <optional>
#include <utility>

namespace limn {
namespace {

Theme darkTheme()
{
    return {.isDark = true,
            .canvas = QColor(0x0d0e10),
            .window = QColor(0x17181b),
            .panel = QColor(0x1e2024),
            .raised = QColor(0x26292e),
            .border = QColor(0x34383f),
            .text = QColor(0xe6e8ea),
            .muted = QColor(0x9aa0a8),
            .accent = QColor(0x4c9be8),
            .accentFill = QColor(0x2f6fb3),
            .onAccent = QColor(0xffffff),
            .good = QColor(0x57ab5a),
            .doubt = QColor(0xd29922),
            .bad = QColor(0xe5534b)};
}

Theme lightTheme()
{
    return {.isDark = false,
            .canvas = QColor(0x0d0e10),
            .window = QColor(0xeceef1),
            .panel = QColor(0xf7f8fa),
            .raised = QColor(0xffffff),
            .border = QColor(0xcfd4da),
            .text = QColor(0x1b1e23),
            .muted = QColor(0x5d6570),
            .accent = QColor(0x1f6fbf),
            .accentFill = QColor(0x2f6fb3),
            .onAccent = QColor(0xffffff),
            .good = QColor(0x2f7d33),
            .doubt = QColor(0x9a6700),
            .bad = QColor(0xc4332b)};
}

Theme& current()
{
    static Theme inForce = darkTheme();
    return inForce;
}

QPalette paletteOf(const Theme& tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& colour) {
        palette.setColor(role, colour);
    };
    set(QPalette::Window, tokens.window);
    set(QPalette::WindowText, tokens.text);
    set(QPalette::Base, tokens.panel);
    set(QPalette::AlternateBase, tokens.raised);
    set(QPalette::Text, tokens.text);
    set(QPalette::PlaceholderText, tokens.muted);
    set(QPalette::Button, tokens.raised);
    set(QPalette::ButtonText, tokens.text);
    set(QPalette::BrightText, tokens.bad);
    set(QPalette::ToolTipBase, tokens.raised);
    set(QPalette::ToolTipText, tokens.text);
    set(QPalette::Highlight, tokens.accentFill);
    set(QPalette::HighlightedText, tokens.onAccent);
    set(QPalette::Link, tokens.accent);
    set(QPalette::LinkVisited, tokens.accent);
    set(QPalette::Light, tokens.raised);
    set(QPalette::Midlight, tokens.raised);
    set(QPalette::Mid, tokens.border);
    set(QPalette::Dark, tokens.border);
    set(QPalette::Shadow, tokens.canvas);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.border);
    return palette;
}

// @name stands for a token. Controls say what they are by the property "kind".
QString styleSheetOf(const Theme& tokens)
{
    QString sheet = QStringLiteral(R"(
QToolTip { color: @text; background: @raised; border: 1px solid @border; padding: 4px 6px; }
QMenu { background: @raised; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accentFill; color: @onAccent; }
QMenu::item:disabled { color: @muted; background: transparent; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QToolBar { background: @panel; border: 0; border-bottom: 1px solid @border; spacing: 8px; padding: 6px 12px; }
QToolBar::separator { background: @border; width: 1px; margin: 4px 4px; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QStatusBar::item { border: 0; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QPushButton, QComboBox, QLineEdit, QAbstractSpinBox, QToolButton[kind="button"], QToolButton[kind="primary"] {
  background: @raised; color: @text; border: 1px solid @border; border-radius: 6px;
  min-height: 26px; max-height: 26px; padding: 0 10px; }
QLineEdit, QAbstractSpinBox { background: @window; padding: 0 7px; selection-background-color: @accentFill; }
QPushButton:hover, QComboBox:hover, QToolButton[kind="button"]:hover { border-color: @muted; }
QPushButton:pressed, QToolButton[kind="button"]:pressed { background: @border; }
QPushButton:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QToolButton:disabled { color: @muted; background: @panel; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @border; selection-background-color: @accentFill; }
QLineEdit[kind="label"] { background: transparent; border-color: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px; background: @panel; }
QCheckBox::indicator:checked { background: @accentFill; border-color: @accentFill; image: url(:/icons/check.svg); }
QCheckBox::indicator:focus { border-color: @accent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QPushButton[kind="primary"], QToolButton[kind="primary"] { background: @accentFill; border-color: @accentFill; color: @onAccent; }
QPushButton[kind="primary"]:hover, QToolButton[kind="primary"]:hover { background: @accent; border-color: @accent; }
QPushButton[kind="primary"]:disabled, QToolButton[kind="primary"]:disabled { background: @panel; border-color: @border; color: @muted; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0 6px; min-height: 26px; }
QToolButton:hover { background: @raised; border-color: @border; }
QToolButton:checked { background: @accentFill; color: @onAccent; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="segment"] { border-radius: 4px; padding: 0 4px; min-height: 22px; max-height: 22px; }
QToolButton[kind="segment"]:checked { background: @border; border-color: @border; color: @text; }
QToolButton[kind="caption"] { color: @muted; font-size: 11px; font-weight: 600; padding: 0; min-height: 18px; }
QToolButton[kind="small"] { padding: 0; min-width: 22px; max-width: 22px; min-height: 22px; max-height: 22px; border-radius: 4px; }
QToolButton[kind="small"]:checked { background: transparent; color: @text; }
QPushButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus, QToolButton:focus,
QToolButton[kind="button"]:focus, QToolButton[kind="segment"]:focus, QListView:focus, QTableView:focus { border-color: @accent; }
QPushButton[kind="primary"]:focus, QToolButton[kind="primary"]:focus { border: 2px solid @text; }
QFrame[kind="segments"] { background: @window; border: 1px solid @border; border-radius: 6px; }
QFrame[kind="card"] { background: @panel; border: 1px solid @border; border-radius: 6px; }
QWidget[kind="panel"] { background: @panel; }
QWidget[kind="canvas"] { background: @canvas; }
QLabel[kind="caption"] { color: @muted; font-size: 11px; font-weight: 600; }
QLabel[kind="muted"] { color: @muted; }
QLabel[kind="small"] { color: @muted; font-size: 11px; }
QLabel[kind="good"] { color: @good; font-size: 11px; }
QLabel[kind="bad"] { color: @bad; font-size: 11px; }
QLabel[kind="title"] { font-size: 22px; font-weight: 600; }
QTableView { background: @panel; border: 1px solid @border; outline: 0; selection-background-color: @accentFill; selection-color: @onAccent; }
QTableView::item { padding: 3px 8px; }
QHeaderView::section { background: @panel; color: @muted; border: 0; border-bottom: 1px solid @border; padding: 4px 8px; }
QListView { background: @panel; border: 1px solid transparent; outline: 0; }
QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 4px; margin: 1px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider { min-height: 22px; border: 1px solid transparent; border-radius: 4px; }
QSlider:focus { border-color: @accent; }
QSlider::groove:horizontal { height: 2px; background: @muted; border-radius: 1px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 6px; background: @text; }
QProgressBar { border: 0; background: @border; max-height: 3px; min-height: 3px; }
QProgressBar::chunk { background: @accent; }
)");
    const std::pair<const char*, QColor> tokensByName[] = {
        {"@accentFill", tokens.accentFill}, // before @accent, which it begins with
        {"@onAccent", tokens.onAccent},     {"@accent", tokens.accent},
        {"@canvas", tokens.canvas},         {"@window", tokens.window},
        {"@panel", tokens.panel},           {"@raised", tokens.raised},
        {"@border", tokens.border},         {"@text", tokens.text},
        {"@muted", tokens.muted},           {"@good", tokens.good},
        {"@doubt", tokens.doubt},           {"@bad", tokens.bad},
    };
    for (const auto& [name, colour] : tokensByName)
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

void putInForce(QApplication& application, const Theme& tokens)
{
    current() = tokens;
    application.setPalette(paletteOf(tokens));
    application.setStyleSheet(styleSheetOf(tokens));
}

// The portal's word goes before the palette's, which many desktops leave as it is.
bool systemIsDark(QApplication& application, const SystemLook& look)
{
    if (look.isDark())
        return *look.isDark();
    const QPalette now = application.palette();
    application.setPalette(QPalette()); // the system's own
    const bool isDark = application.palette().color(QPalette::Window).lightness() < 128;
    application.setPalette(now);
    return isDark;
}

// Asks the system again when it says that its look changed.
class SystemThemeWatch : public QObject {
public:
    explicit SystemThemeWatch(QApplication& application)
        : QObject(&application)
        , m_application(application)
    {
        connect(&m_look, &SystemLook::changed, this, [this] { put(); });
    }

    void watch(ThemeChoice choice)
    {
        m_choice = choice;
        m_application.removeEventFilter(this);
        if (choice == ThemeChoice::System)
            m_application.installEventFilter(this);
        put();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ThemeChange && watched->isWindowType())
            put();
        return QObject::eventFilter(watched, event);
    }

private:
    void put()
    {
        const int fontPx = static_cast<int>(std::lround(measure::fontPx * m_look.textScale()));
        QFont font = m_application.font();
        if (font.pixelSize() != fontPx) {
            font.setPixelSize(fontPx);
            m_application.setFont(font);
        }
        const bool isDark = m_choice == ThemeChoice::Dark
            || (m_choice == ThemeChoice::System && systemIsDark(m_application, m_look));
        if (std::exchange(m_isDark, isDark) != isDark)
            putInForce(m_application, isDark ? darkTheme() : lightTheme());
    }

    QApplication& m_application;
    SystemLook m_look;
    ThemeChoice m_choice = ThemeChoice::System;
    std::optional<bool> m_isDark; // what is in force
};

} // namespace

const Theme& theme()
{
    return current();
}

void applyTheme(QApplication& application, ThemeChoice choice)
{
    const QString watchName = QStringLiteral("limnSystemThemeWatch");
    auto* watch = static_cast<SystemThemeWatch*>(
        application.findChild<QObject*>(watchName, Qt::FindDirectChildrenOnly));
    if (!watch) {
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        watch = new SystemThemeWatch(application);
        watch->setObjectName(watchName);
    }
    watch->watch(choice);
}

} // namespace limn
