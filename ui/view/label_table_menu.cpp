#include "ui/view/label_table_menu.h"

#include <QFileDialog>
#include <QSettings>

namespace limn {
namespace {

const QString lastFolder = QStringLiteral("labels/folder");

void rememberFolder(const QString& path)
{
    QSettings().setValue(lastFolder, QFileInfo(path).absolutePath());
}

} // namespace

LabelTableMenu::LabelTableMenu(Session& session, QWidget* parent)
    : QMenu(parent)
    , m_session(session)
{
    addAction(tr("Import a label table…"), this, &LabelTableMenu::askForImport);
    addAction(tr("Export for ITK-SNAP…"), this, [this] { askForExport(LabelFile::ItkSnap); });
    addAction(tr("Export for 3D Slicer…"), this, [this] { askForExport(LabelFile::Slicer); });
    addSeparator();
    QMenu* const palettes = addMenu(tr("Colours"));
    palettes->setToolTipsVisible(true);
    const auto add = [this, palettes](const QString& name, Palette palette) {
        palettes->addAction(name, this, [this, palette] { recolour(palette); })
            ->setToolTip(tr("Told apart with any kind of colour vision."));
    };
    add(tr("Okabe and Ito"), Palette::OkabeIto);
    add(tr("Tol, bright"), Palette::TolBright);
    add(tr("Tol, muted"), Palette::TolMuted);
    addSeparator();
    addAction(tr("Show all labels"), this,
              [this] { changeRows([](LabelRow& row) { row.isVisible = true; }); });
    addAction(tr("Lock all labels"), this,
              [this] { changeRows([](LabelRow& row) { row.isLocked = true; }); });
    addAction(tr("Unlock all labels"), this,
              [this] { changeRows([](LabelRow& row) { row.isLocked = false; }); });
    connect(this, &QMenu::aboutToShow, this, [this] {
        for (QAction* action : actions())
            action->setEnabled(m_session.isOpen());
    });
}

template <typename Change> void LabelTableMenu::changeRows(const Change& change)
{
    LabelTable table = m_session.labelTable();
    for (LabelRow& row : table.rows)
        change(row);
    m_session.setLabelTable(table);
}

void LabelTableMenu::recolour(Palette palette)
{
    LabelTable table = m_session.labelTable();
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        table.rows[i].colour = paletteColour(static_cast<int>(i), palette);
    m_session.setLabelTable(table);
}

void LabelTableMenu::askForImport()
{
    const QString path = QFileDialog::getOpenFileName(
        parentWidget(), tr("Import a label table"), QSettings().value(lastFolder).toString(),
        tr("Label tables (*.txt *.ctbl *.label);;All files (*)"));
    if (path.isEmpty())
        return;
    rememberFolder(path);
    Q_EMIT importRequested(path);
}

void LabelTableMenu::askForExport(LabelFile kind)
{
    const QString ending = kind == LabelFile::Slicer ? QStringLiteral("ctbl") : QStringLiteral("txt");
    const QString folder = QSettings().value(lastFolder).toString();
    QString path = QFileDialog::getSaveFileName(
        parentWidget(), tr("Export the label table"),
        folder + QStringLiteral("/labels.") + ending,
        kind == LabelFile::Slicer ? tr("3D Slicer colour table (*.ctbl)")
                                  : tr("ITK-SNAP label descriptions (*.txt)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + ending;
    rememberFolder(path);
    Q_EMIT exportRequested(path, kind);
}

} // namespace limn
