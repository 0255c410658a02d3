#include "app/replay.h"

#include "app/image_list.h"
#include "ui/view/canvas_area.h"

#include <QAction>
#include <QCoreApplication>
#include <QMouseEvent>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace limn {
namespace {

constexpr int pollMs = 5;
constexpr qint64 momentMs = 5000;

void say(const QString& words)
{
    std::puts(qPrintable(words));
    std::fflush(stdout);
}

QString statusName(ImageStatus status)
{
    switch (status) {
    case ImageStatus::Todo: return QStringLiteral("todo");
    case ImageStatus::Edited: return QStringLiteral("begun");
    case ImageStatus::Accepted: return QStringLiteral("accepted");
    case ImageStatus::Skipped: return QStringLiteral("skipped");
    case ImageStatus::ToReview: return QStringLiteral("to-review");
    }
    return {};
}

void sendMouse(QWidget* surface, QEvent::Type type, QPointF place)
{
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const auto buttons = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, place, surface->mapToGlobal(place), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(surface, &event);
}

} // namespace

QStringList wordsOf(const QString& line)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    bool hasWord = false;
    for (const QChar letter : line.trimmed()) {
        if (letter == QLatin1Char('"')) {
            isQuoted = !isQuoted;
            hasWord = true;
        } else if (letter.isSpace() && !isQuoted) {
            if (hasWord)
                words << word;
            word.clear();
            hasWord = false;
        } else if (letter == QLatin1Char('#') && words.isEmpty() && !hasWord) {
            return {};
        } else {
            word += letter;
            hasWord = true;
        }
    }
    if (hasWord)
        words << word;
    return words;
}

Replay::Replay(Program& program, QStringList lines, QObject* parent)
    : QObject(parent)
    , m_program(program)
    , m_lines(std::move(lines))
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_isReached()) {
            m_poll.stop();
            next();
        } else if (m_waiting.elapsed() > m_patienceMs) {
            m_poll.stop();
            fault(m_excuse);
        }
    });
}

void Replay::start()
{
    QMetaObject::invokeMethod(this, &Replay::next, Qt::QueuedConnection);
}

void Replay::fault(const QString& words)
{
    m_hasFault = true;
    std::fprintf(stderr, "limn replay: line %d: %s: %s\n", m_line + 1,
                 qPrintable(m_lines.value(m_line).trimmed()), qPrintable(words));
    Q_EMIT ended(2);
}

void Replay::waitUntil(std::function<bool()> isReached, const QString& what, qint64 limitMs)
{
    m_isReached = std::move(isReached);
    m_excuse = QStringLiteral("waited too long for ") + what;
    m_patienceMs = limitMs;
    m_waiting.start();
    m_poll.start();
}

// One line a turn of the event loop, so that what a line sets going goes on before the next one.
void Replay::next()
{
    QStringList words;
    while (words.isEmpty()) {
        if (++m_line >= m_lines.size()) {
            Q_EMIT ended(0);
            return;
        }
        words = wordsOf(m_lines[m_line]);
    }
    const QString command = words.takeFirst();
    if (command == QLatin1String("open"))
        open(words);
    else if (command == QLatin1String("image"))
        image(words);
    else if (command == QLatin1String("do"))
        trigger(words);
    else if (command == QLatin1String("tool"))
        trigger({QStringLiteral("tool-") + words.value(0)});
    else if (command == QLatin1String("stroke"))
        stroke(words);
    else if (command == QLatin1String("wait"))
        waitUntil([this] { return isQuiet(); }, QStringLiteral("everything to be saved"));
    else if (command == QLatin1String("say"))
        say(words.join(QLatin1Char(' ')));
    else if (command == QLatin1String("show"))
        show();
    else if (command == QLatin1String("expect"))
        expect(words);
    else if (command == QLatin1String("kill"))
        std::raise(SIGKILL);
    else
        number(command, words);
    if (!m_hasFault && !m_poll.isActive())
        QMetaObject::invokeMethod(this, &Replay::next, Qt::QueuedConnection);
}

bool Replay::isQuiet() const
{
    return !m_program.isRunning() && m_program.isSaved();
}

void Replay::open(const Words& words)
{
    if (words.size() != 1)
        return fault(QStringLiteral("one file or folder"));
    m_program.session().close();
    m_program.openPath(words[0].toStdString());
    waitUntil([this] { return m_program.session().isOpen() && m_program.isFollowing(); },
              QStringLiteral("the first image"));
}

void Replay::image(const Words& words)
{
    const auto& items = m_program.workList().items();
    const auto item = std::ranges::find(items, words.value(0), &WorkItem::name);
    if (item == items.end())
        return fault(QStringLiteral("no image of this name"));
    const ImageFiles wanted = item->files();
    m_program.workList().setCurrent(static_cast<int>(item - items.begin()));
    waitUntil(
        [this, wanted] {
            return m_program.session().isOpen() && m_program.isFollowing()
                && holds(wanted, m_program.session().volume()->source.files.front());
        },
        QStringLiteral("the image"));
}

void Replay::trigger(const Words& words)
{
    QAction* const action = m_program.window().actions().find(words.value(0));
    if (!action)
        return fault(QStringLiteral("no action of this id"));
    // Models and devices come a moment after the start.
    waitUntil(
        [this, action] {
            if (action->isEnabled()) {
                action->trigger();
                return true;
            }
            m_excuse = QStringLiteral("not now: ") + action->property("obstacle").toString();
            return false;
        },
        {}, momentMs);
}

void Replay::stroke(const Words& words)
{
    if (!m_program.session().isOpen())
        return fault(QStringLiteral("no image is open"));
    m_program.window().canvas().fit(); // so that every place is in view
    QList<QPointF> places;
    for (const QString& word : words) {
        const QStringList parts = word.split(QLatin1Char(','));
        bool isX = false, isY = false;
        const QPointF place(parts.value(0).toDouble(&isX), parts.value(1).toDouble(&isY));
        if (parts.size() != 2 || !isX || !isY)
            return fault(QStringLiteral("places as X,Y"));
        places << m_program.window().canvas().onSurface(place);
    }
    if (places.isEmpty())
        return fault(QStringLiteral("no place"));
    QWidget* const surface = m_program.window().canvas().surface();
    sendMouse(surface, QEvent::MouseButtonPress, places.front());
    for (const QPointF place : places)
        sendMouse(surface, QEvent::MouseMove, place);
    sendMouse(surface, QEvent::MouseButtonRelease, places.back());
}

void Replay::number(const QString& command, const Words& words)
{
    bool isNumber = false;
    const double value = words.value(0).toDouble(&isNumber);
    if (!isNumber || words.size() != 1)
        return fault(QStringLiteral("no such command, or not one number"));
    if (command == QLatin1String("label"))
        m_program.session().setCurrentLabel(static_cast<Label>(std::clamp(value, 0.0, 254.0)));
    else if (command == QLatin1String("brush"))
        m_program.window().canvas().setBrushSize(static_cast<int>(value));
    else if (command == QLatin1String("threshold"))
        m_program.session().setThreshold(value);
    else if (command == QLatin1String("sleep"))
        waitUntil([this, value] { return static_cast<double>(m_waiting.elapsed()) >= value; },
                  QStringLiteral("the time"));
    else
        fault(QStringLiteral("no such command"));
}

std::map<QString, QString> Replay::facts() const
{
    Session& session = m_program.session();
    const int current = m_program.workList().current();
    const auto count = [](const auto& values, Label nothing) {
        return QString::number(
            std::ranges::count_if(values, [nothing](Label label) { return label != nothing; }));
    };
    return {{QStringLiteral("image"),
             current < 0 ? QString()
                         : m_program.workList().items()[static_cast<std::size_t>(current)].name},
            {QStringLiteral("status"), statusName(session.status())},
            {QStringLiteral("undo"), QString::number(session.undoStack().index())},
            {QStringLiteral("redo"),
             QString::number(session.undoStack().count() - session.undoStack().index())},
            {QStringLiteral("labelled"), count(session.labels().values, background)},
            {QStringLiteral("human"), count(session.human().values, untouched)},
            {QStringLiteral("saved"),
             m_program.isSaved() ? QStringLiteral("yes") : QStringLiteral("no")},
            {QStringLiteral("message"), m_program.window().message()}};
}

void Replay::show()
{
    for (const auto& [key, value] : facts())
        say(key + QLatin1Char(' ') + value);
}

void Replay::expect(const Words& words)
{
    const auto known = facts();
    const auto fact = known.find(words.value(0));
    if (fact == known.end() || words.size() != 2)
        return fault(QStringLiteral("nothing to expect of this name"));
    const bool isMet = words[0] == QLatin1String("message") ? fact->second.contains(words[1])
                                                            : fact->second == words[1];
    if (!isMet)
        fault(QStringLiteral("it is ") + fact->second);
}

} // namespace limn
