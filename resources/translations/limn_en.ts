<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n mask(s) imported.</source>
        <translation>
            <numerusform>%n mask imported.</numerusform>
            <numerusform>%n masks imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) imported, of %1 images.</source>
        <translation>
            <numerusform>%n mask imported, of %1 images.</numerusform>
            <numerusform>%n masks imported, of %1 images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were left as they are, because somebody has worked on them.</source>
        <translation>
            <numerusform>%n image was left as it is, because somebody has worked on it.</numerusform>
            <numerusform>%n images were left as they are, because somebody has worked on them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) do not fit; the details say why.</source>
        <translation>
            <numerusform>%n mask does not fit; the details say why.</numerusform>
            <numerusform>%n masks do not fit; the details say why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StackText</name>
    <message numerus="yes">
        <source>between slices %1 and %2 lie %3 mm instead of %4 mm: %n slice(s) missing</source>
        <translation>
            <numerusform>between slices %1 and %2 lie %3 mm instead of %4 mm: %n slice missing</numerusform>
            <numerusform>between slices %1 and %2 lie %3 mm instead of %4 mm: %n slices missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are copies of others and were left out</source>
        <translation>
            <numerusform>%n file is a copy of another and was left out</numerusform>
            <numerusform>%n files are copies of others and were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) lie where others do; they are an image of their own</source>
        <translation>
            <numerusform>%n slice lies where another does; it is an image of its own</numerusform>
            <numerusform>%n slices lie where others do; they are an image of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the series has %n sizes or spacings; each is an image of its own</source>
        <translation>
            <numerusform>the series has %n size or spacing; it is an image of its own</numerusform>
            <numerusform>the series has %n sizes or spacings; each is an image of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the series has %n orientations; each is an image of its own</source>
        <translation>
            <numerusform>the series has %n orientation; it is an image of its own</numerusform>
            <numerusform>the series has %n orientations; each is an image of its own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::CanvasArea</name>
    <message numerus="yes">
        <source>%n slice(s) filled.</source>
        <translation>
            <numerusform>%n slice filled.</numerusform>
            <numerusform>%n slices filled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::Exporting</name>
    <message numerus="yes">
        <source>Each of %n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>Each of %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) of these names are already in the folder.</source>
        <translation>
            <numerusform>%n file of this name is already in the folder.</numerusform>
            <numerusform>%n files of these names are already in the folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::MessageBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::Program</name>
    <message numerus="yes">
        <source>%n label(s) taken from the table.</source>
        <translation>
            <numerusform>%n label taken from the table.</numerusform>
            <numerusform>%n labels taken from the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) exported, %1 files, to %2.</source>
        <translation>
            <numerusform>%n image exported, %1 files, to %2.</numerusform>
            <numerusform>%n images exported, %1 files, to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export cancelled after %n image(s).</source>
        <translation>
            <numerusform>Export cancelled after %n image.</numerusform>
            <numerusform>Export cancelled after %n images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The labels of %n image(s) are in %1.</source>
        <translation>
            <numerusform>The labels of %n image are in %1.</numerusform>
            <numerusform>The labels of %n images are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::Releasing</name>
    <message numerus="yes">
        <source>%1 left out of %n image(s): there was nothing to write.</source>
        <translation>
            <numerusform>%1 left out of %n image: there was nothing to write.</numerusform>
            <numerusform>%1 left out of %n images: there was nothing to write.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s): %1</source>
        <translation>
            <numerusform>%n image: %1</numerusform>
            <numerusform>%n images: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Patient known by %1: %n image(s).</source>
        <translation>
            <numerusform>Patient known by %1: %n image.</numerusform>
            <numerusform>Patient known by %1: %n images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data set of %n image(s), %1 files, in %2.</source>
        <translation>
            <numerusform>Data set of %n image, %1 files, in %2.</numerusform>
            <numerusform>Data set of %n images, %1 files, in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were left out.</source>
        <translation>
            <numerusform>%n image was left out.</numerusform>
            <numerusform>%n images were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::SpreadPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::StepThumbnail</name>
    <message numerus="yes">
        <source>You edited %n time(s) while it was shown.</source>
        <translation>
            <numerusform>You edited %n time while it was shown.</numerusform>
            <numerusform>You edited %n times while it was shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::WorkPanel</name>
    <message numerus="yes">
        <source>%n image(s) still to review; accepted images / all images</source>
        <translation>
            <numerusform>%n image still to review; accepted images / all images</numerusform>
            <numerusform>%n images still to review; accepted images / all images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) still to do; accepted images / all images</source>
        <translation>
            <numerusform>%n image still to do; accepted images / all images</numerusform>
            <numerusform>%n images still to do; accepted images / all images</numerusform>
        </translation>
    </message>
</context>
</TS>
