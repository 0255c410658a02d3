// What a person asks of a data set.
#pragma once

#include "model/data/mask_export.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace limn {

enum class OnePatientBy { Auto, Folder, Image, Pattern };

struct ReleaseChoice {
    QString folder;
    bool hasEditedImages = false; // not only accepted ones
    QStringList formats; // names as in --formats
    DatasetOptions datasets;
    bool isDeidentified = true;
    bool hasCopies = false; // of the images as they are; de-identified ones always come along
    bool areDatesEmptied = false; // else shifted
    bool leavesOutBurnedIn = false;
    QString key; // who is who; empty: beside the work file
    QString split; // "70/15/15"; empty: none
    std::uint64_t seed = 1;
    OnePatientBy patients = OnePatientBy::Auto;
    QString patientPattern;
    QString licence;
};

// What there is to make one of.
struct ReleaseOffer {
    int accepted = 0, editedAndAccepted = 0; // images
    QString folder; // to suggest
    QString keyPlace; // the folder where the key goes when nobody chooses another
};

} // namespace limn
