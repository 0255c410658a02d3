#include "model/files/safetensors_header.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace limn {
namespace {

using Json = nlohmann::json;

constexpr int maximumDepth = 8;
constexpr std::size_t maximumDimensions = 8;

struct TypeRow {
    TensorType type;
    std::string_view name;
    std::size_t bytes;
};
constexpr std::array<TypeRow, 6> typeRows{{{TensorType::U8, "U8", 1},
                                           {TensorType::U16, "U16", 2},
                                           {TensorType::I32, "I32", 4},
                                           {TensorType::I64, "I64", 8},
                                           {TensorType::F16, "F16", 2},
                                           {TensorType::F32, "F32", 4}}};

const TypeRow& rowOf(TensorType type)
{
    return *std::ranges::find(typeRows, type, &TypeRow::type);
}

// Asked before the JSON library sees the text, so that its nesting can't cost memory or stack.
bool isTooDeep(std::string_view json)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isInString = false;
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maximumDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

std::optional<std::vector<std::int64_t>> countsOf(const Json& object, const char* key,
                                                  std::size_t maximum)
{
    const auto array = object.find(key);
    if (array == object.end() || !array->is_array() || array->size() > maximum)
        return std::nullopt;
    std::vector<std::int64_t> counts;
    for (const Json& value : *array) {
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > INT64_MAX)
            return std::nullopt;
        counts.push_back(value.get<std::int64_t>());
    }
    return counts;
}

std::expected<TensorView, std::string> tensorOf(const Json& object, std::span<const std::byte> data)
{
    if (!object.is_object())
        return std::unexpected("is not an object");
    const auto typeName = object.find("dtype");
    if (typeName == object.end() || !typeName->is_string())
        return std::unexpected("has no type");
    const auto row =
        std::ranges::find(typeRows, typeName->get_ref<const std::string&>(), &TypeRow::name);
    if (row == typeRows.end())
        return std::unexpected("has an unknown type " + typeName->get<std::string>().substr(0, 20));
    auto shape = countsOf(object, "shape", maximumDimensions);
    if (!shape)
        return std::unexpected("has no good shape");
    const auto offsets = countsOf(object, "data_offsets", 2);
    if (!offsets || offsets->size() != 2)
        return std::unexpected("has no good offsets");
    const auto begin = static_cast<std::size_t>(offsets->front());
    const auto end = static_cast<std::size_t>(offsets->back());
    if (begin > end || end > data.size())
        return std::unexpected("has an offset outside the file");
    const auto size = bytesOf(row->type, *shape);
    if (!size || *size != end - begin)
        return std::unexpected("has a size that does not match its shape and type");
    return TensorView{row->type, std::move(*shape), data.subspan(begin, end - begin)};
}

bool fillsWithoutGap(const std::map<std::string, TensorView>& tensors,
                     std::span<const std::byte> data)
{
    std::vector<std::span<const std::byte>> parts;
    for (const auto& [name, tensor] : tensors)
        if (!tensor.bytes.empty())
            parts.push_back(tensor.bytes);
    std::ranges::sort(parts, {}, [](auto part) { return part.data(); });
    const std::byte* place = data.data();
    for (const auto part : parts) {
        if (part.data() != place)
            return false;
        place += part.size();
    }
    return place == data.data() + data.size();
}

} // namespace

std::expected<SafetensorsHeader, std::string>
parseSafetensorsHeader(std::string_view json, std::span<const std::byte> data)
{
    if (isTooDeep(json))
        return std::unexpected("header nested too deeply");
    const Json root = Json::parse(json, nullptr, false);
    if (!root.is_object())
        return std::unexpected("header is not JSON");
    SafetensorsHeader header;
    for (const auto& [name, value] : root.items()) {
        if (name == "__metadata__") {
            for (const auto& [key, text] : value.items()) {
                if (!value.is_object() || !text.is_string())
                    return std::unexpected("metadata is not text");
                header.metadata.emplace(key, text.get<std::string>());
            }
            continue;
        }
        auto tensor = tensorOf(value, data);
        if (!tensor)
            return std::unexpected("tensor " + name.substr(0, 100) + " " + tensor.error());
        header.tensors.emplace(name, std::move(*tensor));
    }
    if (!fillsWithoutGap(header.tensors, data))
        return std::unexpected("tensors overlap or leave a gap");
    return header;
}

std::string_view nameOf(TensorType type)
{
    return rowOf(type).name;
}

std::size_t bytesOf(TensorType type)
{
    return rowOf(type).bytes;
}

std::optional<std::size_t> bytesOf(TensorType type, std::span<const std::int64_t> shape)
{
    if (shape.size() > maximumDimensions)
        return std::nullopt;
    std::size_t size = bytesOf(type);
    for (const std::int64_t count : shape)
        if (count < 0 || __builtin_mul_overflow(size, static_cast<std::size_t>(count), &size))
            return std::nullopt;
    return size;
}

} // namespace limn
