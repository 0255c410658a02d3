#include "ui/view/about_dialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace limn {
namespace {

struct Library {
    const char* name;
    const char* licence;
};

constexpr Library libraries[] = {
    {"Qt 6", "LGPL-3.0"},         {"LibTorch (PyTorch)", "BSD-3-Clause"},
    {"OpenCV", "Apache-2.0"},     {"DCMTK", "BSD-3-Clause"},
    {"OpenJPEG", "BSD-2-Clause"}, {"nifti_clib", "public domain"},
    {"SQLite", "public domain"},  {"JSON for Modern C++ (nlohmann_json)", "MIT"},
    {"CLI11", "BSD-3-Clause"},    {"giflib", "MIT"},
};

QString words()
{
    QString text = QStringLiteral("<h2>%1 %2</h2>")
                       .arg(AboutDialog::tr("Limn"), QApplication::applicationVersion());
    const QString paragraphs[] = {
        AboutDialog::tr(
            "Limn makes masks of images with a diffusion model, shows every step of it while "
            "it is computed, and lets a person correct the result."),
        AboutDialog::tr(
            "The model is a reconstruction: of the method (DSSM, a diffusion segmentation "
            "model) only an abstract is published. Where the abstract is silent, choices were "
            "made here; they are described in the documentation. Figures of the original "
            "authors must not be expected of it."),
        AboutDialog::tr(
            "Research use only. Limn is not a medical device; do not use it for diagnosis or "
            "treatment. The models that come with it have cards that name their data, "
            "licences and limits."),
        AboutDialog::tr(
            "Limn itself is under the Apache License 2.0. It is built on these libraries:")};
    for (const QString& paragraph : paragraphs)
        text += QStringLiteral("<p>%1</p>").arg(paragraph);
    text += QStringLiteral("<table cellspacing='4'>");
    for (const auto& [name, licence] : libraries)
        text += QStringLiteral("<tr><td>%1</td><td>&nbsp;&nbsp;%2</td></tr>")
                    .arg(QLatin1String(name), QLatin1String(licence));
    return text + QStringLiteral("</table>");
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Limn"));
    setAccessibleName(tr("About Limn"));
    auto* text = new QTextBrowser(this);
    text->setHtml(words());
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(tr("About Limn, text"));
    auto* buttons = new QDialogButtonBox(this);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close About"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(buttons);
    resize(560, 560);
}

} // namespace limn
