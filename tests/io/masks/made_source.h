// DICOM images with known geometry, written into a folder, as the sources of masks.
#pragma once

#include "model/data/mask_export.h"
#include "tests/io/masks/made_dicom.h"
#include "tests/io/masks/segmentation_objects.h"

namespace limn::test {

inline SourceRef madeSource(const QString& folder, const MadeSeries& series)
{
    SourceRef source;
    int slice = 0;
    for (const QByteArray& bytes : series.files()) {
        const QString path =
            QStringLiteral("%1/source%2_%3.dcm").arg(folder).arg(series.number).arg(++slice);
        putFile(path, bytes);
        source.files.push_back(path.toStdString());
    }
    source.format = "DICOM";
    source.instanceUid = series.uid(".3.").toStdString();
    return source;
}

// As their headers say it; a film says nothing.
inline Geometry madeGeometry(const MadeSeries& series)
{
    Geometry geometry;
    if (series.kind == MadeKind::Film)
        return geometry;
    geometry.columnSpacingMm = 0.55;
    geometry.rowSpacingMm = 0.7;
    geometry.columnDirection = {0, 0.8, 0.6};
    geometry.calibration = Calibration::Patient;
    for (int slice = 0; slice < series.slices; ++slice) {
        const auto parts = series.position(slice).split('\\');
        geometry.sliceOriginsMm.push_back(
            {parts[0].toDouble(), parts[1].toDouble(), parts[2].toDouble()});
    }
    return geometry;
}

} // namespace limn::test
