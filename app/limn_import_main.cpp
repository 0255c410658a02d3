// limn-import: decodes strangers' files for limn, in a process of its own and under limits.
#include "io/import/confine.h"
#include "io/import/dicom_reader.h"
#include "io/import/serve.h"
#include "model/data/import_wire.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLoggingCategory>

#include <clocale>
#include <cstdio>

#include <fcntl.h>
#include <malloc.h>

namespace {

// Slice after slice needs the same memory: it is kept, up to a bound, because new memory costs more
// than the decoding of most slices.
void keepMemory()
{
    constexpr int largestKept = 32 << 20, keptInAll = 64 << 20;
    mallopt(M_MMAP_THRESHOLD, largestKept);
    mallopt(M_TRIM_THRESHOLD, keptInAll);
}

} // namespace

int main(int argc, char** argv)
{
    if (fcntl(limn::pixelDescriptor, F_GETFD) < 0) {
        std::fputs("limn-import is started by limn, which hands it a socket and shared memory.\n",
                   stderr);
        return 2;
    }
    limn::confineProcess(limn::pixelDescriptor);
    keepMemory();
    const QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt takes the user's; files have points
    QCoreApplication::setLibraryPaths({QLibraryInfo::path(QLibraryInfo::PluginsPath)});
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    limn::prepareDicom();
    return limn::serveRequests();
}
