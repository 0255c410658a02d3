#include "io/masks/nifti_file.h"

#include "io/masks/gzip.h"
#include "model/data/vector3.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace limn {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::size_t headerBytes = 348;
constexpr std::int16_t millimetres = 2, labels = 1002, scanner = 1, aligned = 2;
constexpr double rightAngle = 1e-4; // how far from 0 the cosine may be

class Header {
public:
    template <typename Number> void put(std::size_t at, Number number)
    {
        std::memcpy(m_bytes.data() + at, &number, sizeof number);
    }
    void putText(std::size_t at, std::string_view text)
    {
        std::memcpy(m_bytes.data() + at, text.data(), text.size());
    }
    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    std::vector<std::byte> m_bytes = std::vector<std::byte>(headerBytes);
};

double cosine(const Vector3& a, const Vector3& b)
{
    return dot(a, b) / (lengthOf(a) * lengthOf(b));
}

// NIfTI's patient space is RAS.
Vector3 ras(const Vector3& lps)
{
    return {-lps[0], -lps[1], lps[2]};
}

struct Rotation {
    double b = 0, c = 0, d = 0, handedness = 1;
};

// nifti1.h, "QUATERNION REPRESENTATION OF ROTATION MATRIX", turned round (W. Kahan's choice of the
// largest part, so that nothing small is divided by).
Rotation rotationOf(const std::array<Vector3, 3>& steps)
{
    std::array<std::array<double, 3>, 3> r{};
    for (std::size_t k = 0; k < 3; ++k)
        for (std::size_t row = 0; row < 3; ++row)
            r[row][k] = ras(steps[k])[row] / lengthOf(steps[k]);
    const double determinant = r[0][0] * (r[1][1] * r[2][2] - r[1][2] * r[2][1])
        - r[0][1] * (r[1][0] * r[2][2] - r[1][2] * r[2][0])
        + r[0][2] * (r[1][0] * r[2][1] - r[1][1] * r[2][0]);
    Rotation rotation;
    if (determinant < 0) {
        rotation.handedness = -1;
        for (auto& row : r)
            row[2] = -row[2];
    }
    const double squares[4] = {1 + r[0][0] + r[1][1] + r[2][2], 1 + r[0][0] - r[1][1] - r[2][2],
                               1 - r[0][0] + r[1][1] - r[2][2], 1 - r[0][0] - r[1][1] + r[2][2]};
    const auto largest = std::ranges::max_element(squares) - std::begin(squares);
    const double twice = std::sqrt(squares[largest]), part = 0.5 / twice;
    double a = 0;
    switch (largest) {
    case 0:
        a = twice / 2;
        rotation.b = (r[2][1] - r[1][2]) * part;
        rotation.c = (r[0][2] - r[2][0]) * part;
        rotation.d = (r[1][0] - r[0][1]) * part;
        break;
    case 1:
        a = (r[2][1] - r[1][2]) * part;
        rotation.b = twice / 2;
        rotation.c = (r[0][1] + r[1][0]) * part;
        rotation.d = (r[0][2] + r[2][0]) * part;
        break;
    case 2:
        a = (r[0][2] - r[2][0]) * part;
        rotation.b = (r[0][1] + r[1][0]) * part;
        rotation.c = twice / 2;
        rotation.d = (r[1][2] + r[2][1]) * part;
        break;
    default:
        a = (r[1][0] - r[0][1]) * part;
        rotation.b = (r[0][2] + r[2][0]) * part;
        rotation.c = (r[1][2] + r[2][1]) * part;
        rotation.d = twice / 2;
    }
    if (a < 0) { // the header leaves a out: it is the one that is not negative
        rotation.b = -rotation.b;
        rotation.c = -rotation.c;
        rotation.d = -rotation.d;
    }
    return rotation;
}

bool isRightAngled(const std::array<Vector3, 3>& steps)
{
    return std::abs(cosine(steps[0], steps[1])) < rightAngle
        && std::abs(cosine(steps[0], steps[2])) < rightAngle
        && std::abs(cosine(steps[1], steps[2])) < rightAngle;
}

void putPlace(Header& header, const VoxelGrid& grid)
{
    const std::int16_t code = grid.hasPlace ? scanner : aligned;
    const Vector3 origin = ras(grid.originMm);
    float handedness = 1;
    if (isRightAngled(grid.stepsMm)) {
        const Rotation rotation = rotationOf(grid.stepsMm);
        handedness = static_cast<float>(rotation.handedness);
        header.put(252, code);
        header.put(256, static_cast<float>(rotation.b));
        header.put(260, static_cast<float>(rotation.c));
        header.put(264, static_cast<float>(rotation.d));
        for (std::size_t row = 0; row < 3; ++row)
            header.put(268 + 4 * row, static_cast<float>(origin[row]));
    }
    header.put(76, handedness);
    for (std::size_t k = 0; k < 3; ++k)
        header.put(80 + 4 * k, static_cast<float>(lengthOf(grid.stepsMm[k])));
    header.put(254, code);
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t k = 0; k < 3; ++k)
            header.put(280 + 16 * row + 4 * k, static_cast<float>(ras(grid.stepsMm[k])[row]));
        header.put(292 + 16 * row, static_cast<float>(origin[row]));
    }
}

void putShape(Header& header, const VoxelGrid& grid, VoxelType type)
{
    const bool isVolume = grid.slices > 1 || grid.volumes > 1 || grid.hasPlace;
    header.put(40, static_cast<std::int16_t>(grid.volumes > 1 ? 4 : isVolume ? 3 : 2));
    for (std::size_t k = 1; k <= 7; ++k)
        header.put(40 + 2 * k, std::int16_t{1});
    header.put(42, static_cast<std::int16_t>(grid.size.width));
    header.put(44, static_cast<std::int16_t>(grid.size.height));
    header.put(46, static_cast<std::int16_t>(grid.slices));
    header.put(48, static_cast<std::int16_t>(grid.volumes));
    constexpr std::array<std::array<std::int16_t, 2>, 3> types{{{2, 8}, {4, 16}, {16, 32}}};
    const auto& [datatype, bits] = types[static_cast<std::size_t>(type)];
    header.put(70, datatype);
    header.put(72, bits);
    header.put(92, 1.0F);
}

// ecode 6 is a comment; its length is a multiple of 16.
std::vector<std::byte> extensionOf(const std::string& comment)
{
    if (comment.empty())
        return std::vector<std::byte>(4);
    const std::size_t length = (8 + comment.size() + 15) / 16 * 16;
    std::vector<std::byte> bytes(4 + length);
    bytes[0] = std::byte{1};
    const std::int32_t numbers[2] = {static_cast<std::int32_t>(length), 6};
    std::memcpy(bytes.data() + 4, numbers, sizeof numbers);
    std::memcpy(bytes.data() + 12, comment.data(), comment.size());
    return bytes;
}

} // namespace

Result<FilePieces> niftiFile(const VoxelGrid& grid, VoxelType type, FilePieces voxels,
                             const std::string& comment)
{
    Header header;
    auto extension = extensionOf(comment);
    header.put(0, static_cast<std::int32_t>(headerBytes));
    putShape(header, grid, type);
    putPlace(header, grid);
    header.put(108, static_cast<float>(headerBytes + extension.size()));
    header.put(112, 1.0F); // slope
    header.put(123, static_cast<char>(millimetres));
    header.putText(148, comment.empty() ? "Limn" : "Limn labels");
    if (!comment.empty()) {
        header.put(68, labels);
        header.putText(328, "Limn labels");
    }
    header.putText(344, "n+1");
    voxels.insert(voxels.begin(), std::move(extension));
    voxels.insert(voxels.begin(), header.take());
    return gzipped(voxels);
}

} // namespace limn
