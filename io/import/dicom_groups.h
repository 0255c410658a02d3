// Where an attribute of a frame stands: per frame first, then shared, then at the top.
#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcitem.h>

#include <optional>
#include <string>
#include <vector>

namespace limn {

// The first item of the macro `sequence` that holds for the frame (from 0); nullptr when there is
// none.
DcmItem* frameMacro(DcmItem& dataset, int frame, const DcmTagKey& sequence);

// That item, or the data set itself.
DcmItem& macroOrTop(DcmItem& dataset, int frame, const DcmTagKey& sequence);

// The first text; empty when it is absent.
std::string text(DcmItem& item, const DcmTagKey& tag);

// 16 bits, written as US or SS.
std::optional<Uint16> word(DcmItem& item, const DcmTagKey& tag, unsigned long place = 0);

// A decimal number; nothing when it is absent, no number, or not finite.
std::optional<double> decimal(DcmItem& item, const DcmTagKey& tag, unsigned long place = 0);

// Exactly `count` numbers, else nothing.
std::optional<std::vector<double>> decimals(DcmItem& item, const DcmTagKey& tag,
                                            unsigned long count);

} // namespace limn
