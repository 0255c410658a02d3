// How the classes of a model get their rows in the label table.
#pragma once

#include "model/data/label_layers.h"

#include <string>
#include <vector>

namespace limn {

// Class k (from 1) is label k, called `names[k - 1]`. Missing rows are added. A row keeps the name
// that a person gave it; the name of the model before (`namesBefore`) gives way, unless a person
// has drawn with that label: those pixels keep their meaning. `placeholder` is a name that nobody
// chose.
LabelTable withClasses(LabelTable table, const std::vector<std::string>& names,
                       const std::vector<std::string>& namesBefore, const std::string& placeholder,
                       const HumanLayer& human);

} // namespace limn
