// Runs small Python scripts that judge our results with other people's libraries. The environment
// variable LIMN_TEST_PYTHON names an interpreter that has them.
#pragma once

#include <QProcess>
#include <QStringList>

namespace limn {

inline QString testPython()
{
    return qEnvironmentVariable("LIMN_TEST_PYTHON");
}

// Whether these modules ("medpy.metric.binary") can be imported there; false when no interpreter is
// named.
inline bool hasPythonModules(const QStringList& modules)
{
    if (testPython().isEmpty())
        return false;
    return QProcess::execute(testPython(),
                             {QStringLiteral("-c"), QStringLiteral("import ") + modules.join(u',')})
        == 0;
}

// What the script (path from the repository's root) prints; empty when it fails, its words then go
// to stderr.
inline QByteArray pythonOutput(const QString& script, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(testPython(),
                  QStringList{qEnvironmentVariable("LIMN_SOURCE") + u'/' + script} + arguments);
    if (!process.waitForFinished(240000) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

} // namespace limn
