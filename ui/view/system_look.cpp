#include "ui/view/system_look.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <algorithm>

namespace limn {
namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString place = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colourScheme = QStringLiteral("color-scheme");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString textScaling = QStringLiteral("text-scaling-factor");

enum Scheme : uint { NoPreference, Dark, Light }; // as the portal numbers them

// Read() wraps its answer in one more variant than it should; both forms are met.
QVariant bare(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemLook::SystemLook(QObject* parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, place, interface, QStringLiteral("SettingChanged"), this,
                SLOT(take(QString, QString, QDBusVariant)));
    ask(appearance, colourScheme);
    ask(gnome, textScaling);
}

void SystemLook::ask(const QString& group, const QString& name)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, place, interface, QStringLiteral("Read"));
    call << group << name;
    auto* answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, group, name] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid())
            take(group, name, reply.value());
        answer->deleteLater();
    });
}

void SystemLook::take(const QString& group, const QString& name, const QDBusVariant& value)
{
    const QVariant said = bare(value.variant());
    if (group == appearance && name == colourScheme) {
        const uint scheme = said.toUInt();
        const std::optional<bool> isDark =
            scheme == Dark || scheme == Light ? std::optional(scheme == Dark) : std::nullopt;
        if (std::exchange(m_isDark, isDark) != isDark)
            Q_EMIT changed();
    } else if (group == gnome && name == textScaling) {
        bool isNumber = false;
        const double scale = std::clamp(said.toDouble(&isNumber), 0.5, 3.0);
        if (isNumber && std::exchange(m_textScale, scale) != scale)
            Q_EMIT changed();
    }
}

} // namespace limn
