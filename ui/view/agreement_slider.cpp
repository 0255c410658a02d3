#include "ui/view/agreement_slider.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace limn {

AgreementSlider::AgreementSlider(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_words(new QLabel(this))
{
    m_slider->setAccessibleName(tr("Agreement of the chains"));
    m_slider->setPageStep(1);
    m_words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_words->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(16).arg(16)));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->addWidget(new QLabel(tr("Agreement"), this), 0, 0);
    grid->addWidget(m_slider, 0, 1);
    grid->addWidget(m_words, 0, 2);
    grid->setColumnStretch(1, 1);
    connect(m_slider, &QSlider::valueChanged, this, [this](int chains) {
        m_session.setAgreement(static_cast<double>(chains) / m_session.chains());
    });
    connect(m_slider, &QSlider::sliderReleased, &session, &Session::endDrag);
    for (const auto signal : {&Session::opened, &Session::sliceChanged, &Session::stepsChanged,
                              &Session::baseStepChanged, &Session::thresholdChanged})
        connect(&session, signal, this, &AgreementSlider::refresh);
    refresh();
}

void AgreementSlider::refresh()
{
    const int chains = m_session.isOpen() ? m_session.chains() : 1;
    const double share = m_session.agreement();
    const bool isUsable = chains > 1;
    const QSignalBlocker quiet(m_slider);
    m_slider->setEnabled(isUsable);
    m_slider->setRange(0, isUsable ? chains : 1);
    const int wanted = static_cast<int>(std::lround(share * chains));
    m_slider->setValue(isUsable ? wanted : 0);
    const QString percent = tr("%1 %").arg(QLocale().toString(100 * share, 'f', 0));
    m_words->setText(share == 0     ? tr("off")
                         : isUsable ? tr("%1 of %2").arg(wanted).arg(chains)
                                    : percent);
    QString sentence =
        tr("A pixel is in the mask where this many chains say so. Off: the threshold decides.");
    if (!isUsable)
        sentence += QLatin1Char('\n')
            + (share > 0 ? tr("Not now: the chains of this mask (agreement %1) are not kept; run "
                              "again.")
                               .arg(percent)
                         : tr("Not now: this run has one chain. Agreement needs several."));
    setToolTip(sentence);
    m_slider->setAccessibleDescription(sentence);
}

} // namespace limn
