// The sentences that people read about how the slices of a stack lie.
#pragma once

#include "model/data/stack_finding.h"

#include <QString>

#include <vector>

namespace limn {

QString findingText(const StackFinding& finding);

// All of them about one image; empty when there are none.
QString findingsText(const QString& image, const std::vector<StackFinding>& findings);

} // namespace limn
