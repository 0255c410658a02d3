#include "tests/house/layers.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

namespace limn::house {

namespace {

struct Room {
    QString folder;
    QStringList rooms; // besides itself
    QStringList libraries; // besides the standard library
};

const QStringList everyRoom{"model/data", "model/metrics", "model",     "model/files", "io",
                            "io/import",  "ui/session",    "ui/figure", "ui/view",     "ui/tools"};

// The longer folder comes before the shorter, so that the first that fits is the room.
const std::vector<Room> rooms{
    {"model/data", {}, {}},
    {"model/metrics", {"model/data"}, {}},
    {"model/files", {"model/data"}, {"posix", "nlohmann"}},
    {"model/diffusion",
     {"model/data", "model/metrics", "model", "model/files"},
     {"posix", "nlohmann", "torch"}},
    {"model/training",
     {"model/data", "model/metrics", "model", "model/files", "model/diffusion"},
     {"posix", "nlohmann", "torch", "CLI"}},
    {"model", {"model/data"}, {"posix"}},
    {"io/import",
     {"model/data"},
     {"posix", "nlohmann", "dcmtk", "openjpeg", "nifti", "zlib", "bzip2", "QtCore", "QtGui"}},
    {"io",
     {"model/data", "model/files"},
     {"posix", "sse2", "nlohmann", "openssl", "opencv", "gif", "QtCore", "QtGui", "QtSql"}},
    {"ui/session", {"model/data", "model/metrics", "model"}, {"opencv", "QtCore", "QtGui"}},
    {"ui/figure", {"model/data"}, {"QtCore", "QtGui", "QtSvg"}},
    {"ui/view",
     {"ui/figure", "ui/session", "ui/tools", "model/data"},
     {"QtCore", "QtGui", "QtWidgets", "QtDBus"}},
    {"ui/tools", {"ui/session", "ui/view", "model/data"}, {"QtCore", "QtGui", "QtWidgets"}},
    {"app", everyRoom, {"posix", "nlohmann", "CLI", "opencv", "QtCore", "QtGui", "QtWidgets"}},
};

const Room* findRoom(const QString& path)
{
    const auto found = std::ranges::find_if(
        rooms, [&](const Room& room) { return path.startsWith(room.folder + "/"); });
    return found == rooms.end() ? nullptr : &*found;
}

QString qtModuleOf(const QString& header)
{
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    if (header.startsWith("Qt") && header.contains('/'))
        return header.section('/', 0, 0);
    for (const char* const module :
         {"QtCore", "QtGui", "QtWidgets", "QtSql", "QtSvg", "QtTest", "QtNetwork", "QtDBus"}) {
        if (QFileInfo::exists(headers + '/' + module + '/' + header))
            return module;
    }
    return header;
}

QString libraryFault(const Room& room, const SourceFile& file, const QString& header)
{
    const QString library = libraryOf(header);
    if (library == "std")
        return {};
    if (!room.libraries.contains(library))
        return QString("%1 may not include <%2> (%3)").arg(room.folder, header, library);
    if (library != "opencv")
        return {};
    if (file.isHeader())
        return QString("OpenCV stands in a .cpp alone: <%1>").arg(header);
    static const QRegularExpression parts("^opencv2/(core|imgproc)(\\.hpp|/)");
    return parts.match(header).hasMatch()
        ? QString()
        : QString("a part of OpenCV that is not ours: <%1>").arg(header);
}

QString projectFault(const Room* room, const SourceFile& file, const QString& header)
{
    if (header.endsWith(".moc") && !header.contains('/'))
        return {};
    if (!header.contains('/') || header.startsWith('.')
        || !QFileInfo::exists(root() + '/' + header))
        return QString("\"%1\" is not written from the root of the repository").arg(header);
    if (!room)
        return {};
    const QString other = roomOf(header);
    if (other == "io/import" && room->folder == "app" && !file.path.contains("import_main"))
        return QString("\"%1\": io/import is linked into limn-import alone").arg(header);
    if (other == room->folder || room->rooms.contains(other))
        return {};
    return QString("%1 may not include \"%2\"").arg(room->folder, header);
}

} // namespace

QString roomOf(const QString& path)
{
    const Room* const room = findRoom(path);
    return room ? room->folder : QString();
}

QString libraryOf(const QString& header)
{
    static const std::vector<std::pair<QRegularExpression, QString>> forms{
        {QRegularExpression("^(torch|ATen|c10|caffe2)/"), "torch"},
        {QRegularExpression("^dcmtk/"), "dcmtk"},
        {QRegularExpression("^openjpeg"), "openjpeg"},
        {QRegularExpression("^(nifti/|nifti\\w*\\.h|znzlib\\.h)"), "nifti"},
        {QRegularExpression("^zlib\\.h$"), "zlib"},
        {QRegularExpression("^bzlib\\.h$"), "bzip2"},
        {QRegularExpression("^opencv2/"), "opencv"},
        {QRegularExpression("^nlohmann/"), "nlohmann"},
        {QRegularExpression("^openssl/"), "openssl"},
        {QRegularExpression("^emmintrin\\.h$"), "sse2"},
        {QRegularExpression("^CLI/"), "CLI"},
        {QRegularExpression("^gif_lib\\.h$"), "gif"},
        {QRegularExpression(
             "^(sys|linux)/|^(unistd|fcntl|dlfcn|poll|signal|spawn|sched|pthread|malloc)\\.h$"),
         "posix"},
        {QRegularExpression("^[a-z_]+$"), "std"},
    };
    const auto form = std::ranges::find_if(
        forms, [&](const auto& entry) { return entry.first.match(header).hasMatch(); });
    return form == forms.end() ? qtModuleOf(header) : form->second;
}

QStringList layerFaults(const SourceFile& file)
{
    const Room* const room = findRoom(file.path);
    QStringList faults;
    for (const Include& include : includesOf(file)) {
        QString words;
        if (include.quoted)
            words = projectFault(room, file, include.name);
        else if (room)
            words = libraryFault(*room, file, include.name);
        if (!words.isEmpty())
            faults << fault(file.path, include.line, words);
    }
    return faults;
}

} // namespace limn::house
