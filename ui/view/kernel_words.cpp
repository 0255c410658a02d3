#include "ui/view/kernel_words.h"

#include <QCoreApplication>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

} // namespace

QString kernelTitle(Kernel kernel)
{
    switch (kernel) {
    case Kernel::PosteriorMean: return tr("No new noise (posterior mean)");
    case Kernel::Ancestral: return tr("New noise at each step (ancestral)");
    case Kernel::Ddim: return tr("Straight on (DDIM)");
    case Kernel::Renoising: return tr("Afresh at each step (re-noising)");
    }
    return {};
}

QString kernelSentence(Kernel kernel)
{
    switch (kernel) {
    case Kernel::PosteriorMean:
        return tr("The chain goes to the likeliest next state. For work: few steps are enough.");
    case Kernel::Ancestral:
        return tr("The chain draws its next state by chance. For watching noise turn into a mask, "
                  "and for several chains.");
    case Kernel::Ddim:
        return tr("The chain keeps the noise that it began with and lets it fade. To compare.");
    case Kernel::Renoising:
        return tr("The chain forgets its state and puts new noise on the answer. To compare.");
    }
    return {};
}

} // namespace limn
