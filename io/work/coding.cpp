#include "io/work/coding.h"

#include "model/files/run_json.h"

#include <nlohmann/json.hpp>

#include <QtEndian>

#include <array>

namespace limn {
namespace {

using Json = nlohmann::json;

constexpr int fastest = 1; // zlib's level: masks are long runs, so higher ones gain little

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::WorkFileDamaged, "annotations.limn", detail);
}

} // namespace

QByteArray packed(std::span<const Label> bytes)
{
    return qCompress(bytes.data(), static_cast<qsizetype>(bytes.size()), fastest);
}

Result<std::vector<Label>> unpacked(const QByteArray& column, std::size_t size)
{
    // qCompress writes the length first, and qUncompress believes it: look before it reserves
    // memory.
    if (column.size() < 4 || qFromBigEndian<quint32>(column.constData()) != size)
        return damaged("a column has another length");
    const QByteArray bytes = qUncompress(column);
    if (static_cast<std::size_t>(bytes.size()) != size)
        return damaged("a column can't be unpacked");
    return std::vector<Label>(bytes.begin(), bytes.end());
}

QString textOf(const LabelTable& table)
{
    Json rows = Json::array();
    for (const LabelRow& row : table.rows)
        rows.push_back({{"label", row.label},
                        {"name", row.name},
                        {"colour", {row.colour.red, row.colour.green, row.colour.blue}},
                        {"visible", row.isVisible},
                        {"locked", row.isLocked},
                        {"opacity", row.opacity},
                        {"meaning", row.meaning}});
    return QString::fromStdString(rows.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<LabelTable> labelTableFrom(const QString& text)
{
    LabelTable table;
    if (text.isEmpty())
        return table;
    try {
        for (const Json& row : Json::parse(text.toStdString())) {
            const auto colour = row.at("colour").get<std::array<std::uint8_t, 3>>();
            table.rows.push_back({.label = row.at("label").get<Label>(),
                                  .name = row.at("name").get<std::string>(),
                                  .colour = {colour[0], colour[1], colour[2]},
                                  .isVisible = row.at("visible").get<bool>(),
                                  .isLocked = row.at("locked").get<bool>(),
                                  .opacity = row.at("opacity").get<double>(),
                                  .meaning = row.value("meaning", "")});
        }
    } catch (const Json::exception& error) {
        return damaged(std::string("label table: ") + error.what());
    }
    return table;
}

QString textOf(std::span<const SliceLook> looks)
{
    Json slices = Json::array();
    for (const SliceLook& look : looks) {
        Json marks = Json::array();
        for (const LookMark& mark : look.marks)
            marks.push_back({mark.box.x, mark.box.y, mark.box.width, mark.box.height,
                             mark.isResolved ? 1 : 0});
        slices.push_back({{"doubt", look.doubt}, {"marks", marks}});
    }
    return QString::fromStdString(slices.dump());
}

Result<std::vector<SliceLook>> looksFrom(const QString& text, int sliceCount)
{
    std::vector<SliceLook> looks;
    if (text.isEmpty())
        return looks;
    try {
        for (const Json& slice : Json::parse(text.toStdString())) {
            SliceLook look{slice.at("doubt").get<double>(), {}};
            for (const Json& mark : slice.at("marks")) {
                const auto [x, y, width, height, state] = mark.get<std::array<int, 5>>();
                look.marks.push_back({{x, y, width, height}, state == 1});
            }
            looks.push_back(std::move(look));
        }
    } catch (const Json::exception& error) {
        return damaged(std::string("looks: ") + error.what());
    }
    if (looks.size() != static_cast<std::size_t>(sliceCount))
        return damaged("looks of another number of slices");
    return looks;
}

QString textOf(const RunFacts& run)
{
    return QString::fromStdString(toJson(run));
}

Result<RunFacts> runFactsFrom(const QString& text)
{
    if (text.isEmpty())
        return RunFacts{};
    auto run = runFactsFromJson(text.toStdString());
    if (!run)
        return damaged(run.error().detail);
    return run;
}

} // namespace limn
