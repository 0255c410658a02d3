#include "ui/view/channel_fit.h"

#include <QCoreApplication>

namespace limn {
QString channelObstacle(const Volume& volume, const Slice& slice, const ModelCard& model)
{
    if (model.input == InputKind::Contrasts && volume.volumeCount() != model.channels)
        return QCoreApplication::translate(
                   "limn::ChannelFit",
                   "The model \"%1\" wants %2 volumes (contrasts) in one file; this one has %3.")
            .arg(QString::fromStdString(model.title))
            .arg(model.channels)
            .arg(volume.volumeCount());
    if (model.input == InputKind::Colour || isGrey(slice))
        return {};
    return QCoreApplication::translate(
               "limn::ChannelFit", "This image is in colour; the model \"%1\" wants grey images.")
        .arg(QString::fromStdString(model.title));
}

QString channelAdvice(const Volume& volume, const Slice& slice, const ModelCard& model,
                      const std::vector<ModelCard>& models)
{
    const QString obstacle = channelObstacle(volume, slice, model);
    if (obstacle.isEmpty())
        return {};
    QStringList fitting;
    for (const ModelCard& other : models)
        if (channelObstacle(volume, slice, other).isEmpty())
            fitting << QString::fromStdString(other.title);
    if (fitting.isEmpty())
        return obstacle;
    return obstacle + QLatin1Char(' ')
        + QCoreApplication::translate("limn::ChannelFit", "Models that take it: %1.")
              .arg(fitting.join(QStringLiteral("; ")));
}

} // namespace limn
