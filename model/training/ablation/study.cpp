#include "model/training/ablation/study.h"

#include <algorithm>

namespace limn {

const std::vector<StudyKind>& studyKinds()
{
    using All = AllMeasurements;
    static const std::vector<StudyKind> kinds{
        {Source::Kernels,
         "kernels",
         &Plan::kernels,
         &All::kernels,
         {"kernel", "projected"},
         "steps",
         {"Dice", "changed", "offset"}},
        {Source::Clicks,
         "clicks",
         &Plan::clicks,
         &All::clicks,
         {"mode"},
         "clicks",
         {"Dice", "outside"}},
        {Source::Corruptions,
         "corruptions",
         &Plan::corruptions,
         &All::corruptions,
         {"corruption"},
         "steps",
         {"Dice", "surprise", "cosine", "Fisher"}},
        {Source::Uncertainty,
         "uncertainty",
         &Plan::uncertainty,
         &All::uncertainty,
         {"mode"},
         "chains",
         {"Dice", "spread", "MI", "entropy", "AUROC MI", "AUROC entropy", "AUROC MI near",
          "AUROC entropy near"}},
        {Source::Latents,
         "latents",
         &Plan::latents,
         &All::latents,
         {},
         "steps",
         {"divergence", "error"}}};
    return kinds;
}

const StudyKind* studyKindOf(Source source)
{
    const auto kind = std::ranges::find(studyKinds(), source, &StudyKind::source);
    return kind == studyKinds().end() ? nullptr : &*kind;
}

} // namespace limn
