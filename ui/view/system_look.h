// What the desktop says of its look by the portal (org.freedesktop.portal.Settings on D-Bus): Qt
// 6.4 does not ask. Nothing waits for the answer.
#pragma once

#include <QObject>

#include <optional>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace limn {

class SystemLook : public QObject {
    Q_OBJECT

public:
    explicit SystemLook(QObject* parent = nullptr);

    std::optional<bool> isDark() const { return m_isDark; } // nothing: it has no preference, or no portal
    double textScale() const { return m_textScale; } // of letters, 1 where it is not said

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void take(const QString& group, const QString& name, const QDBusVariant& value);

private:
    void ask(const QString& group, const QString& name);

    std::optional<bool> m_isDark;
    double m_textScale = 1;
};

} // namespace limn
