// Small NIfTI files for the tests, written by hand.
#pragma once

#include <QByteArray>

#include <array>
#include <cstring>
#include <vector>

namespace limn::test {

struct NiftiShape {
    std::vector<int> dims{3, 2, 2};
    int datatype = 4; // int16
    int bits = 16;
    bool isBigEndian = false;
    float slope = 1, intercept = 0;
    const char* magic = "n+1";
    float offset = 352;
    std::array<float, 3> spacing{1, 2, 3};
    // RAS; without it the file says nothing of the patient.
    bool hasSform = true;
    std::array<std::array<float, 4>, 3> sform{{{1, 0, 0, 10}, {0, 2, 0, 20}, {0, 0, 3, 30}}};
};

template <typename Number> void put(QByteArray& bytes, int at, Number number, bool isBigEndian)
{
    std::array<char, sizeof number> own;
    std::memcpy(own.data(), &number, sizeof number);
    for (std::size_t i = 0; i < own.size(); ++i)
        bytes[at + static_cast<int>(i)] = own[isBigEndian ? own.size() - 1 - i : i];
}

// The 348 bytes of the header and the four of the extension's flag.
inline QByteArray niftiHeader(const NiftiShape& shape)
{
    QByteArray bytes(352, '\0');
    const auto set = [&](int at, auto number) { put(bytes, at, number, shape.isBigEndian); };
    set(0, std::int32_t{348});
    set(40, static_cast<std::int16_t>(shape.dims.size()));
    for (std::size_t k = 0; k < shape.dims.size(); ++k)
        set(42 + 2 * static_cast<int>(k), static_cast<std::int16_t>(shape.dims[k]));
    set(70, static_cast<std::int16_t>(shape.datatype));
    set(72, static_cast<std::int16_t>(shape.bits));
    set(76, 1.0F);
    for (int k = 0; k < 3; ++k)
        set(80 + 4 * k, shape.spacing[static_cast<std::size_t>(k)]);
    set(108, shape.offset);
    set(112, shape.slope);
    set(116, shape.intercept);
    bytes[123] = 2; // millimetres
    if (shape.hasSform) {
        set(254, std::int16_t{1});
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 4; ++column)
                set(280 + 16 * row + 4 * column,
                    shape.sform[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
    }
    std::memcpy(bytes.data() + 344, shape.magic, std::strlen(shape.magic) + 1);
    return bytes;
}

// The header and 0, 1, 2, ... as voxels.
template <typename Number> QByteArray niftiFile(const NiftiShape& shape)
{
    int count = 1;
    for (const int length : shape.dims)
        count *= length;
    QByteArray bytes = niftiHeader(shape);
    const auto start = static_cast<int>(bytes.size());
    bytes.resize(start + count * static_cast<int>(sizeof(Number)));
    for (int i = 0; i < count; ++i)
        put(bytes, start + i * static_cast<int>(sizeof(Number)), static_cast<Number>(i),
            shape.isBigEndian);
    return bytes;
}

} // namespace limn::test
