<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 does not exist any more. Choose another file or folder.</source>
        <translation>%1 gibt es nicht mehr. Wählen Sie eine andere Datei oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>You may not read %1. Ask for the right to read it, or open a copy.</source>
        <translation>Für %1 fehlt das Leserecht. Lassen Sie es sich geben oder öffnen Sie eine Kopie.</translation>
    </message>
    <message>
        <source>There is no picture in %1. Open a DICOM, PNG, JPEG, TIFF or BMP file.</source>
        <translation>In %1 ist kein Bild. Öffnen Sie eine DICOM-, PNG-, JPEG-, TIFF- oder BMP-Datei.</translation>
    </message>
    <message>
        <source>%1 is of a kind that Limn does not read. Convert it to DICOM, PNG or TIFF.</source>
        <translation>%1 hat ein Format, das Limn nicht liest. Wandeln Sie die Datei in DICOM, PNG oder TIFF um.</translation>
    </message>
    <message>
        <source>%1 is damaged: its content contradicts itself. Get another copy of it.</source>
        <translation>%1 ist beschädigt: Der Inhalt widerspricht sich. Besorgen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>%1 ends too early, as after a broken copy. Copy it again from its source.</source>
        <translation>%1 endet zu früh, wie nach einem abgebrochenen Kopieren. Kopieren Sie die Datei noch einmal von der Quelle.</translation>
    </message>
    <message>
        <source>%1 is larger than Limn can take. Open a part of it, or a smaller version.</source>
        <translation>%1 ist zu groß für Limn. Öffnen Sie einen Teil davon oder eine kleinere Fassung.</translation>
    </message>
    <message>
        <source>The memory is too small for %1. Close other programs and try again.</source>
        <translation>Der Arbeitsspeicher reicht für %1 nicht. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Reading %1 took too long and was given up. Try again, or get another copy.</source>
        <translation>Das Lesen von %1 dauerte zu lange und wurde aufgegeben. Versuchen Sie es noch einmal oder besorgen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>The reader broke down over %1, which is probably damaged. Everything else still works; get another copy of it.</source>
        <translation>Das Leseprogramm ist an %1 gescheitert; die Datei ist wahrscheinlich beschädigt. Alles andere arbeitet weiter; besorgen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>%1 is no DICOM image, and a DICOM segmentation must refer to one. Choose another format, such as the mask.</source>
        <translation>%1 ist kein DICOM-Bild, und eine DICOM-Segmentierung muss sich auf eines beziehen. Wählen Sie ein anderes Format, etwa die Maske.</translation>
    </message>
    <message>
        <source>The slices of %1 do not lie at even distances, and a NIfTI, NRRD or nnU-Net file can&apos;t say so. Export a DICOM segmentation, or pictures.</source>
        <translation>Die Schichten von %1 liegen nicht in gleichen Abständen, und eine NIfTI-, NRRD- oder nnU-Net-Datei kann das nicht ausdrücken. Exportieren Sie eine DICOM-Segmentierung oder Bilder.</translation>
    </message>
    <message>
        <source>The mask %1 does not fit the picture. Choose the mask that was made of this picture, on its grid.</source>
        <translation>Die Maske %1 passt nicht zum Bild. Wählen Sie die Maske, die zu diesem Bild und seinem Raster gehört.</translation>
    </message>
    <message>
        <source>The model %1 was not found. Choose another one, or put its file into the models folder.</source>
        <translation>Das Modell %1 wurde nicht gefunden. Wählen Sie ein anderes oder legen Sie seine Datei in den Modellordner.</translation>
    </message>
    <message>
        <source>The model file %1 is damaged and was not loaded. Get another copy of it.</source>
        <translation>Die Modelldatei %1 ist beschädigt und wurde nicht geladen. Besorgen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>The part of Limn that runs models, %1, can&apos;t be opened. Run ./run again to put it in order; painting and export work without it.</source>
        <translation>Der Teil von Limn, der Modelle ausführt, %1, lässt sich nicht öffnen. Ein neuer Aufruf von ./run bringt ihn in Ordnung; Malen und Exportieren gehen auch ohne ihn.</translation>
    </message>
    <message>
        <source>The device %1 is not there. Choose another device, such as the CPU.</source>
        <translation>Das Gerät %1 ist nicht vorhanden. Wählen Sie ein anderes, etwa die CPU.</translation>
    </message>
    <message>
        <source>The model gave values that are no numbers for %1, so the run was stopped. The steps before are kept; try another seed or model.</source>
        <translation>Das Modell hat für %1 Werte geliefert, die keine Zahlen sind; der Lauf wurde angehalten. Die Schritte davor bleiben; versuchen Sie einen anderen Startwert oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>%1 was cancelled.</source>
        <translation>%1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 could not be written; what was there before is unchanged. Try again, or choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden; was vorher da war, ist unverändert. Versuchen Sie es noch einmal oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk is full, so %1 was not written. Free some space and try again.</source>
        <translation>Der Datenträger ist voll, %1 wurde nicht geschrieben. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written because its place is read-only. Choose another folder.</source>
        <translation>%1 kann nicht geschrieben werden, weil der Ort schreibgeschützt ist. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 exists already and was left as it is. Choose another folder, or allow replacing it.</source>
        <translation>%1 gibt es schon und wurde nicht verändert. Wählen Sie einen anderen Ordner oder erlauben Sie das Ersetzen.</translation>
    </message>
    <message>
        <source>The work file %1 was damaged. It is kept under another name, and what could be read of it was brought back; look through the last images that you worked on.</source>
        <translation>Die Arbeitsdatei %1 war beschädigt. Sie ist unter anderem Namen aufbewahrt, und was sich lesen ließ, ist wiederhergestellt; sehen Sie die zuletzt bearbeiteten Bilder durch.</translation>
    </message>
    <message>
        <source>The work file %1 was written by a newer Limn and is opened for reading alone. Update Limn to go on working in it.</source>
        <translation>Die Arbeitsdatei %1 stammt von einem neueren Limn und ist nur zum Lesen geöffnet. Aktualisieren Sie Limn, um darin weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>Another Limn is working in %1, so it is opened for reading alone. Close that one, then open the folder again.</source>
        <translation>Ein anderes Limn arbeitet in %1, deshalb ist die Datei nur zum Lesen geöffnet. Schließen Sie das andere und öffnen Sie den Ordner noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not the picture any more that the saved work was done on, so that work was not put over it. Put the former picture back to go on with it.</source>
        <translation>%1 ist nicht mehr das Bild, zu dem die gespeicherte Arbeit gehört; sie wurde deshalb nicht darübergelegt. Legen Sie das frühere Bild zurück, um daran weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>The data in %1 makes no sense. Mend what the details name and try again.</source>
        <translation>Die Daten in %1 ergeben keinen Sinn. Beheben Sie, was die Einzelheiten nennen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not a setting that works here. Choose another value.</source>
        <translation>%1 ist hier keine mögliche Einstellung. Wählen Sie einen anderen Wert.</translation>
    </message>
    <message>
        <source>The program %1 is needed for this and is not installed. Install it (on Debian: apt install %1), or choose another format.</source>
        <translation>Hierfür wird das Programm %1 gebraucht, und es ist nicht installiert. Installieren Sie es (unter Debian: apt install %1) oder wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>Limn made a mistake with %1. Your work is kept; please report this with the details.</source>
        <translation>Limn hat bei %1 einen Fehler gemacht. Ihre Arbeit ist gesichert; bitte melden Sie den Fehler mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>this picture</source>
        <translation>„Bild ohne Namen“</translation>
    </message>
    <message>
        <source>%1 does not fit the model, which takes other channels (grey, colour, or several volumes in one file). Choose another model.</source>
        <translation>%1 passt nicht zum Modell; es braucht andere Kanäle (grau, farbig oder mehrere Volumen in einer Datei). Wählen Sie ein anderes Modell.</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>No mask was imported.</source>
        <translation>Es wurde keine Maske importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) imported.</source>
        <translation>
            <numerusform>%n Maske importiert.</numerusform>
            <numerusform>%n Masken importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) imported, of %1 images.</source>
        <translation>
            <numerusform>%n Maske importiert, von %1 Bildern.</numerusform>
            <numerusform>%n Masken importiert, von %1 Bildern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were left as they are, because somebody has worked on them.</source>
        <translation>
            <numerusform>%n Bild blieb unverändert, weil schon jemand daran gearbeitet hat.</numerusform>
            <numerusform>%n Bilder blieben unverändert, weil schon jemand daran gearbeitet hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) do not fit; the details say why.</source>
        <translation>
            <numerusform>%n Maske passt nicht; die Einzelheiten sagen, warum.</numerusform>
            <numerusform>%n Masken passen nicht; die Einzelheiten sagen, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace that work</source>
        <translation>Diese Arbeit ersetzen</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Chest X-ray</source>
        <translation>Röntgenthorax</translation>
    </message>
    <message>
        <source>Chest X-ray, pneumonia</source>
        <translation>Thorax, Pneumonie</translation>
    </message>
    <message>
        <source>Skin lesion</source>
        <translation>Hautläsion</translation>
    </message>
    <message>
        <source>Hippocampus, MR</source>
        <translation>Hippocampus, MR</translation>
    </message>
</context>
<context>
    <name>StackText</name>
    <message numerus="yes">
        <source>between slices %1 and %2 lie %3 mm instead of %4 mm: %n slice(s) missing</source>
        <translation>
            <numerusform>zwischen den Schichten %1 und %2 liegen %3 mm statt %4 mm: %n Schicht fehlt</numerusform>
            <numerusform>zwischen den Schichten %1 und %2 liegen %3 mm statt %4 mm: %n Schichten fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>the slices lie %1 to %2 mm apart</source>
        <translation>die Schichtabstände reichen von %1 bis %2 mm</translation>
    </message>
    <message>
        <source>the slices are sheared by %1° (a tilted gantry)</source>
        <translation>die Schichten sind um %1° geschert (gekippte Gantry)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are copies of others and were left out</source>
        <translation>
            <numerusform>%n Datei ist eine Kopie einer anderen und wurde weggelassen</numerusform>
            <numerusform>%n Dateien sind Kopien anderer und wurden weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) lie where others do; they are an image of their own</source>
        <translation>
            <numerusform>%n Schicht liegt, wo schon eine andere liegt; sie ist ein eigenes Bild</numerusform>
            <numerusform>%n Schichten liegen, wo schon andere liegen; sie sind ein eigenes Bild</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the series has %n sizes or spacings; each is an image of its own</source>
        <translation>
            <numerusform>die Serie hat %n Bildgröße oder Auflösung; sie ist ein eigenes Bild</numerusform>
            <numerusform>die Serie hat %n Bildgrößen oder Auflösungen; jede ist ein eigenes Bild</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the series has %n orientations; each is an image of its own</source>
        <translation>
            <numerusform>die Serie hat %n Ausrichtung; sie ist ein eigenes Bild</numerusform>
            <numerusform>die Serie hat %n Ausrichtungen; jede ist ein eigenes Bild</numerusform>
        </translation>
    </message>
    <message>
        <source>slice %1 is shifted by %2 mm in its plane</source>
        <translation>Schicht %1 ist in ihrer Ebene um %2 mm verschoben</translation>
    </message>
    <message>
        <source>%1: %2. Nothing was resampled.</source>
        <translation>%1: %2. Es wurde nichts umgerechnet.</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Negative click</source>
        <translation>Negativer Klick</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>x %1  y %2  value %3</source>
        <translation>x %1  y %2  Wert %3</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Paints the current label.</source>
        <translation>Malt das aktuelle Label.</translation>
    </message>
    <message>
        <source>Threshold brush</source>
        <translation>Schwellenpinsel</translation>
    </message>
    <message>
        <source>Paints the current label where the value is like the one under the pointer at the press.</source>
        <translation>Malt das aktuelle Label, wo der Wert dem unter dem Zeiger beim Drücken gleicht.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Takes labels away, whoever put them there.</source>
        <translation>Entfernt Labels, gleich wer sie gesetzt hat.</translation>
    </message>
    <message>
        <source>Give back to the model</source>
        <translation>Dem Modell zurückgeben</translation>
    </message>
    <message>
        <source>Takes back what a person decided: the model&apos;s answer holds again.</source>
        <translation>Nimmt zurück, was ein Mensch entschieden hat: Wieder gilt das Ergebnis des Modells.</translation>
    </message>
    <message>
        <source>A click says: the current label is here. The right button says: it is not.</source>
        <translation>Ein Klick sagt: Hier ist das aktuelle Label. Die rechte Taste sagt: Hier ist es nicht.</translation>
    </message>
    <message>
        <source>Fills what one drag encloses.</source>
        <translation>Füllt, was ein Zug umschließt.</translation>
    </message>
    <message>
        <source>L drag around · Ctrl erase · Esc drop</source>
        <translation>L umfahren · Strg radieren · Esc verwerfen</translation>
    </message>
    <message>
        <source>Live-wire</source>
        <translation>Live-Wire</translation>
    </message>
    <message>
        <source>Clicks around an object; the outline clings to its edge between them.</source>
        <translation>Klicks um ein Objekt; dazwischen schmiegt sich die Linie an seinen Rand.</translation>
    </message>
    <message>
        <source>Shift+L click along the edge · Shift exactly here · Backspace back · Enter or first point closes · Ctrl erase · Esc drop</source>
        <translation>Umschalt+L am Rand entlang klicken · Umschalt genau hier · Rücktaste zurück · Enter oder erster Punkt schließt · Strg radieren · Esc verwerfen</translation>
    </message>
    <message>
        <source>Rectangle or ellipse</source>
        <translation>Rechteck oder Ellipse</translation>
    </message>
    <message>
        <source>A drag from corner to corner fills the shape.</source>
        <translation>Ein Zug von Ecke zu Ecke füllt die Form.</translation>
    </message>
    <message>
        <source>Q drag · Shift square or circle · Ctrl erase · Esc drop</source>
        <translation>Q ziehen · Umschalt Quadrat oder Kreis · Strg radieren · Esc verwerfen</translation>
    </message>
    <message>
        <source>Gives the whole area under the pointer the current label: closes holes, recolours objects.</source>
        <translation>Gibt der ganzen Fläche unter dem Zeiger das aktuelle Label: schließt Löcher, färbt Objekte um.</translation>
    </message>
    <message>
        <source>F click: fill · Ctrl erase the area</source>
        <translation>F Klick: füllen · Strg Fläche radieren</translation>
    </message>
    <message>
        <source>Wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Takes the connected area of similar values; a drag to the right takes more.</source>
        <translation>Nimmt die zusammenhängende Fläche ähnlicher Werte; Ziehen nach rechts nimmt mehr.</translation>
    </message>
    <message>
        <source>W press · drag right or left: more or less · Ctrl erase · Esc drop</source>
        <translation>W drücken · nach rechts oder links ziehen: mehr oder weniger · Strg radieren · Esc verwerfen</translation>
    </message>
    <message>
        <source>Takes one area of a label to another place.</source>
        <translation>Bringt eine Fläche eines Labels an eine andere Stelle.</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Picks the label under the pointer, then the tool before is back.</source>
        <translation>Nimmt das Label unter dem Zeiger auf; danach ist das vorige Werkzeug wieder da.</translation>
    </message>
    <message>
        <source>I click a label</source>
        <translation>I auf ein Label klicken</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Length, angle or area in pixels, and in millimetres where the spacing is known.</source>
        <translation>Länge, Winkel oder Fläche in Pixeln und, wo der Pixelabstand bekannt ist, in Millimetern.</translation>
    </message>
    <message>
        <source>Shift+M drag · ends can be moved · Shift straight · Esc removes</source>
        <translation>Umschalt+M ziehen · Enden lassen sich verschieben · Umschalt gerade · Esc entfernt</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Shows place and value; a click leaves it there, on every view.</source>
        <translation>Zeigt Ort und Wert; ein Klick lässt es dort stehen, in jeder Ansicht.</translation>
    </message>
    <message>
        <source>C follows the pointer · click leaves it · Esc removes</source>
        <translation>C folgt dem Zeiger · Klick lässt es stehen · Esc entfernt</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Moves the picture. The middle button, or Space held, does it with any tool.</source>
        <translation>Verschiebt das Bild. Die mittlere Taste oder die gehaltene Leertaste tut das bei jedem Werkzeug.</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>B paint · Ctrl erase · {smaller-brush} {larger-brush} size · Shift+wheel size · Esc drop stroke</source>
        <translation>B malen · Strg radieren · {smaller-brush} {larger-brush} Größe · Umschalt+Mausrad Größe · Esc Strich verwerfen</translation>
    </message>
    <message>
        <source>G paint like the first pixel · Ctrl erase · {smaller-brush} {larger-brush} size · Shift+wheel size · Esc drop stroke</source>
        <translation>G malen wie der erste Pixel · Strg radieren · {smaller-brush} {larger-brush} Größe · Umschalt+Mausrad Größe · Esc Strich verwerfen</translation>
    </message>
    <message>
        <source>E erase · Ctrl paint · {smaller-brush} {larger-brush} size · Shift+wheel size · Esc drop stroke</source>
        <translation>E radieren · Strg malen · {smaller-brush} {larger-brush} Größe · Umschalt+Mausrad Größe · Esc Strich verwerfen</translation>
    </message>
    <message>
        <source>Shift+E give back · {smaller-brush} {larger-brush} size · Shift+wheel size · Esc drop stroke</source>
        <translation>Umschalt+E zurückgeben · {smaller-brush} {larger-brush} Größe · Umschalt+Mausrad Größe · Esc Strich verwerfen</translation>
    </message>
    <message>
        <source>T click: label · right, Ctrl or Shift: background · {rerun} re-run</source>
        <translation>T Klick: Label · rechts, Strg oder Umschalt: Hintergrund · {rerun} neu ausführen</translation>
    </message>
    <message>
        <source>Corner by corner around an object; corners can be moved until it is accepted.</source>
        <translation>Ecke für Ecke um ein Objekt; die Ecken lassen sich verschieben, bis es angenommen ist.</translation>
    </message>
    <message>
        <source>P click corners · drag moves one · Shift+click into a side · Backspace back · first corner closes · Enter accepts · Ctrl erase · Esc drop</source>
        <translation>P Ecken klicken · Ziehen verschiebt eine · Umschalt+Klick auf eine Seite · Rücktaste zurück · erste Ecke schließt · Enter nimmt an · Strg radieren · Esc verwerfen</translation>
    </message>
    <message>
        <source>V drag an area · Ctrl leaves a copy · Shift straight · {copy-region}, {paste-region} copy and paste</source>
        <translation>V Fläche ziehen · Strg lässt eine Kopie da · Umschalt gerade · {copy-region}, {paste-region} kopieren und einfügen</translation>
    </message>
    <message>
        <source>H move · Ctrl+wheel zoom · {fit} fit · right drag window and level</source>
        <translation>H verschieben · Strg+Mausrad Zoom · {fit} einpassen · rechts ziehen Fensterung</translation>
    </message>
</context>
<context>
    <name>limn</name>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>p (%1)</source>
        <translation>p (%1)</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>mask, threshold %1</source>
        <translation>Maske, Schwelle %1</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>step %1 of %2, t = %3</source>
        <translation>Schritt %1 von %2, t = %3</translation>
    </message>
    <message>
        <source>%1, t = %2</source>
        <translation>%1, t = %2</translation>
    </message>
    <message>
        <source>state to posterior</source>
        <translation>Zustand bis A-posteriori</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>posterior</source>
        <translation>A-posteriori</translation>
    </message>
    <message>
        <source>semantic</source>
        <translation>semantisch</translation>
    </message>
    <message>
        <source>generative</source>
        <translation>generativ</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 mm at detector</source>
        <translation>%1 mm am Detektor</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Keep the largest piece</source>
        <translation>Größtes Stück behalten</translation>
    </message>
    <message>
        <source>Erases every piece but the largest.</source>
        <translation>Löscht jedes Stück außer dem größten.</translation>
    </message>
    <message>
        <source>Remove small pieces</source>
        <translation>Kleine Stücke entfernen</translation>
    </message>
    <message>
        <source>Erases pieces smaller than this area.</source>
        <translation>Löscht Stücke, die kleiner als diese Fläche sind.</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Fills what the label encloses.</source>
        <translation>Füllt, was das Label umschließt.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen (Opening)</translation>
    </message>
    <message>
        <source>Takes away what is narrower than twice this radius.</source>
        <translation>Entfernt, was schmaler als das Doppelte dieses Radius ist.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen (Closing)</translation>
    </message>
    <message>
        <source>Bridges gaps narrower than twice this radius.</source>
        <translation>Überbrückt Lücken, die schmaler als das Doppelte dieses Radius sind.</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Erweitern</translation>
    </message>
    <message>
        <source>Moves the border outwards (dilation).</source>
        <translation>Verschiebt den Rand nach außen (Dilatation).</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Schrumpfen</translation>
    </message>
    <message>
        <source>Moves the border inwards (erosion).</source>
        <translation>Verschiebt den Rand nach innen (Erosion).</translation>
    </message>
    <message>
        <source>Smooth, median</source>
        <translation>Glätten, Median</translation>
    </message>
    <message>
        <source>Each pixel takes what most pixels of the square about it are.</source>
        <translation>Jeder Pixel wird, was die meisten Pixel im Quadrat um ihn sind.</translation>
    </message>
    <message>
        <source>Smooth, Gaussian</source>
        <translation>Glätten, Gauß</translation>
    </message>
    <message>
        <source>Blurs the label by this standard deviation and cuts it at one half.</source>
        <translation>Zeichnet das Label mit dieser Standardabweichung weich und schneidet es bei ½ ab.</translation>
    </message>
    <message>
        <source>Convex hull</source>
        <translation>Konvexe Hülle</translation>
    </message>
    <message>
        <source>Fills the smallest convex outline around the label.</source>
        <translation>Füllt den kleinsten konvexen Umriss um das Label.</translation>
    </message>
    <message>
        <source>Keep inside …</source>
        <translation>Behalten innerhalb von …</translation>
    </message>
    <message>
        <source>Erases what lies outside the other outline.</source>
        <translation>Löscht, was außerhalb des anderen Umrisses liegt.</translation>
    </message>
    <message>
        <source>Keep outside …</source>
        <translation>Behalten außerhalb von …</translation>
    </message>
    <message>
        <source>Erases what lies inside the other outline.</source>
        <translation>Löscht, was innerhalb des anderen Umrisses liegt.</translation>
    </message>
    <message>
        <source>Take in …</source>
        <translation>Vereinen mit …</translation>
    </message>
    <message>
        <source>Gives the label the other&apos;s pixels too.</source>
        <translation>Gibt dem Label auch die Pixel des anderen.</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>The label and the background change places.</source>
        <translation>Label und Hintergrund tauschen die Plätze.</translation>
    </message>
    <message>
        <source>Snap to the model&apos;s contour</source>
        <translation>An die Modellkontur anlegen</translation>
    </message>
    <message>
        <source>Within this distance of the border the model decides again.</source>
        <translation>In diesem Abstand zum Rand entscheidet wieder das Modell.</translation>
    </message>
    <message>
        <source>Open an image first.</source>
        <translation>Zuerst ein Bild öffnen.</translation>
    </message>
    <message>
        <source>Run the model first (R).</source>
        <translation>Zuerst das Modell ausführen (R).</translation>
    </message>
    <message>
        <source>The steps of this mask are not kept; R runs the model again.</source>
        <translation>Die Schritte dieser Maske sind nicht gespeichert; R führt das Modell neu aus.</translation>
    </message>
    <message>
        <source>The model of this run is not in the models folder any more.</source>
        <translation>Das Modell dieses Laufs ist nicht mehr im Modellordner.</translation>
    </message>
    <message>
        <source>The model %1 takes no strokes: it was trained without them.</source>
        <translation>Das Modell %1 nimmt keine Striche an: Es wurde ohne sie trainiert.</translation>
    </message>
    <message>
        <source>Paint, erase or click first (B, E, T).</source>
        <translation>Zuerst malen, radieren oder klicken (B, E, T).</translation>
    </message>
    <message>
        <source>None of your strokes has a label that the model knows.</source>
        <translation>Keiner Ihrer Striche hat ein Label, das das Modell kennt.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 at detector</source>
        <translation>%1 am Detektor</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 px²</source>
        <translation>%1 px²</translation>
    </message>
    <message>
        <source>%1 mm²</source>
        <translation>%1 mm²</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>“%1” is locked, so nothing was painted. Unlock it in the list of labels.</source>
        <translation>„%1“ ist gesperrt, deshalb wurde nichts gemalt. Entsperren Sie es in der Liste der Labels.</translation>
    </message>
    <message>
        <source>The model gives “%1” no probability here, and the tool paints only where there is one. Change where it paints.</source>
        <translation>Das Modell gibt „%1“ hier keine Wahrscheinlichkeit, und das Werkzeug malt nur, wo es eine gibt. Ändern Sie, wo es malt.</translation>
    </message>
    <message>
        <source>This slice is still being read; the tool paints by its values.</source>
        <translation>Diese Schicht wird noch gelesen; das Werkzeug malt nach ihren Werten.</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Every image of the folder becomes a row of the work list.</source>
        <translation>Jedes Bild des Ordners wird eine Zeile der Arbeitsliste.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Opens the file&apos;s folder with this file chosen.</source>
        <translation>Öffnet den Ordner der Datei und wählt sie aus.</translation>
    </message>
    <message>
        <source>Import masks…</source>
        <translation>Masken importieren …</translation>
    </message>
    <message>
        <source>Goes on with masks that are there: PNG, NIfTI, NRRD, DICOM, COCO.</source>
        <translation>Arbeitet mit vorhandenen Masken weiter: PNG, NIfTI, NRRD, DICOM, COCO.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Writes masks, probabilities and steps as files.</source>
        <translation>Schreibt Masken, Wahrscheinlichkeiten und Schritte als Dateien.</translation>
    </message>
    <message>
        <source>Make a data set…</source>
        <translation>Datensatz erstellen …</translation>
    </message>
    <message>
        <source>Masks of all accepted images, de-identified copies, split, manifest.</source>
        <translation>Masken aller angenommenen Bilder, de-identifizierte Kopien, Aufteilung, Manifest.</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Abbildung …</translation>
    </message>
    <message>
        <source>Writes a figure for a paper: image, steps, mask, scale and colour bar.</source>
        <translation>Schreibt eine Abbildung für eine Veröffentlichung: Bild, Schritte, Maske, Maßstab und Farbskala.</translation>
    </message>
    <message>
        <source>Animation…</source>
        <translation>Animation …</translation>
    </message>
    <message>
        <source>Writes the steps of the run as GIF, MP4 or numbered pictures.</source>
        <translation>Schreibt die Schritte des Laufs als GIF, MP4 oder nummerierte Bilder.</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Statistik …</translation>
    </message>
    <message>
        <source>Writes a table of area, volume and mean intensity of each label, an image a row, as CSV.</source>
        <translation>Schreibt Fläche, Volumen und mittlere Intensität jedes Labels als CSV-Tabelle, eine Zeile je Bild.</translation>
    </message>
    <message>
        <source>Compare masks…</source>
        <translation>Masken vergleichen …</translation>
    </message>
    <message>
        <source>Compares this mask with another file&apos;s or another person&apos;s: Dice, HD95 and where they differ.</source>
        <translation>Vergleicht diese Maske mit der einer anderen Datei oder Person: Dice, HD95 und wo sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>DICOM tags…</source>
        <translation>DICOM-Tags …</translation>
    </message>
    <message>
        <source>Everything that the file&apos;s header says; it may name the patient.</source>
        <translation>Alles, was im Kopf der Datei steht; darunter vielleicht der Name des Patienten.</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>Annehmen und weiter</translation>
    </message>
    <message>
        <source>Accepts the mask, saves it and opens the next image to do; doubtful places that nobody has seen come first.</source>
        <translation>Nimmt die Maske an, speichert sie und öffnet das nächste offene Bild; vorher kommen unsichere Stellen, die noch niemand gesehen hat.</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Opens the image before.</source>
        <translation>Öffnet das vorige Bild.</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Opens the next image.</source>
        <translation>Öffnet das nächste Bild.</translation>
    </message>
    <message>
        <source>Next image to do</source>
        <translation>Nächstes offenes Bild</translation>
    </message>
    <message>
        <source>Opens the next image that is neither accepted nor skipped.</source>
        <translation>Öffnet das nächste Bild, das weder angenommen noch übersprungen ist.</translation>
    </message>
    <message>
        <source>Skip this image</source>
        <translation>Dieses Bild überspringen</translation>
    </message>
    <message>
        <source>Leaves it out of what is to do and opens the next one; again takes that back.</source>
        <translation>Nimmt es aus dem heraus, was offen ist, und öffnet das nächste; noch einmal nimmt das zurück.</translation>
    </message>
    <message>
        <source>Ask for a review</source>
        <translation>Prüfung erbitten</translation>
    </message>
    <message>
        <source>Marks the image for another person to look at and opens the next one; again takes that back.</source>
        <translation>Merkt das Bild für eine andere Person vor und öffnet das nächste; noch einmal nimmt das zurück.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Writes a note on this image, which is kept with it.</source>
        <translation>Schreibt eine Notiz zu diesem Bild, die bei ihm aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Find an image</source>
        <translation>Bild suchen</translation>
    </message>
    <message>
        <source>Goes to the filter of the work list.</source>
        <translation>Geht zum Filter der Arbeitsliste.</translation>
    </message>
    <message>
        <source>Review mode</source>
        <translation>Prüfmodus</translation>
    </message>
    <message>
        <source>A second pass over what is accepted: accept it as reviewed, or send it back with a comment.</source>
        <translation>Ein zweiter Durchgang durch das Angenommene: als geprüft annehmen oder mit Kommentar zurückgeben.</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>In review mode: the image is to do again; the comment says why.</source>
        <translation>Im Prüfmodus: Das Bild ist wieder offen; der Kommentar sagt, warum.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Runs the model on this image; the mask forms step by step.</source>
        <translation>Führt das Modell auf diesem Bild aus; die Maske entsteht Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stops the run after the step in progress; the steps done stay.</source>
        <translation>Hält den Lauf nach dem laufenden Schritt an; die fertigen Schritte bleiben.</translation>
    </message>
    <message>
        <source>Run ahead</source>
        <translation>Vorausrechnen</translation>
    </message>
    <message>
        <source>While nothing else runs, the model works on the next images to do, so that their maps are there when they are opened.</source>
        <translation>Solange sonst nichts läuft, arbeitet das Modell an den nächsten offenen Bildern; ihre Karten sind dann beim Öffnen schon da.</translation>
    </message>
    <message>
        <source>Record of the run</source>
        <translation>Protokoll des Laufs</translation>
    </message>
    <message>
        <source>Model, settings, device: all that made the shown maps, to copy.</source>
        <translation>Modell, Einstellungen, Gerät: alles, woraus die gezeigten Karten entstanden, zum Kopieren.</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>Neu ausführen</translation>
    </message>
    <message>
        <source>Runs on from this step with your strokes as evidence. The run that is there stays as A, the new one is B.</source>
        <translation>Rechnet von diesem Schritt an mit Ihren Strichen als Hinweisen weiter. Der vorhandene Lauf bleibt als A, der neue ist B.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Re-runs by itself after each stroke or click.</source>
        <translation>Führt nach jedem Strich oder Klick von selbst neu aus.</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>Shows the other one of the two runs.</source>
        <translation>Zeigt den anderen der beiden Läufe.</translation>
    </message>
    <message>
        <source>Take B</source>
        <translation>B nehmen</translation>
    </message>
    <message>
        <source>B takes the place of A; undo brings A back.</source>
        <translation>B tritt an die Stelle von A; Rückgängig holt A zurück.</translation>
    </message>
    <message>
        <source>Keep A</source>
        <translation>A behalten</translation>
    </message>
    <message>
        <source>B goes; A is as it was. Your strokes stay.</source>
        <translation>B verschwindet; A ist wie vorher. Ihre Striche bleiben.</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Makes the mask from the first step.</source>
        <translation>Bildet die Maske aus dem ersten Schritt.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Makes the mask from the step before.</source>
        <translation>Bildet die Maske aus dem Schritt davor.</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>Schritte abspielen</translation>
    </message>
    <message>
        <source>Shows the steps one after the other, then goes back.</source>
        <translation>Zeigt die Schritte nacheinander und geht dann zurück.</translation>
    </message>
    <message>
        <source>Step on</source>
        <translation>Schritt vor</translation>
    </message>
    <message>
        <source>Makes the mask from the next step.</source>
        <translation>Bildet die Maske aus dem nächsten Schritt.</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Makes the mask from the last step.</source>
        <translation>Bildet die Maske aus dem letzten Schritt.</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Shows the next doubtful place that is not resolved.</source>
        <translation>Zeigt die nächste unsichere Stelle, die nicht erledigt ist.</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Shows the doubtful place before.</source>
        <translation>Zeigt die vorige unsichere Stelle.</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Marks this place as looked at and right; again takes the mark away.</source>
        <translation>Markiert diese Stelle als angesehen und richtig; noch einmal nimmt die Markierung weg.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change back.</source>
        <translation>Nimmt die letzte Änderung zurück.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Does again what was undone.</source>
        <translation>Stellt wieder her, was rückgängig gemacht wurde.</translation>
    </message>
    <message>
        <source>Copy the region</source>
        <translation>Fläche kopieren</translation>
    </message>
    <message>
        <source>The label&apos;s area under the pointer, else all of the current label.</source>
        <translation>Die Fläche des Labels unter dem Zeiger, sonst das ganze aktuelle Label.</translation>
    </message>
    <message>
        <source>Paste the region</source>
        <translation>Fläche einfügen</translation>
    </message>
    <message>
        <source>Where it was copied from, on the slice that is shown.</source>
        <translation>Wo sie kopiert wurde, auf der gezeigten Schicht.</translation>
    </message>
    <message>
        <source>Take the mask as my own</source>
        <translation>Maske als eigene übernehmen</translation>
    </message>
    <message>
        <source>All that is shown of this slice is yours from now on, whatever the model says.</source>
        <translation>Alles, was auf dieser Schicht gezeigt wird, gilt ab jetzt als Ihres, gleich was das Modell sagt.</translation>
    </message>
    <message>
        <source>Give the slice back to the model</source>
        <translation>Schicht dem Modell zurückgeben</translation>
    </message>
    <message>
        <source>Nothing of this slice is yours any more.</source>
        <translation>Nichts auf dieser Schicht gilt mehr als Ihres.</translation>
    </message>
    <message>
        <source>Copy the label to the next slice</source>
        <translation>Label auf die nächste Schicht kopieren</translation>
    </message>
    <message>
        <source>The current label as it is here, then that slice is shown.</source>
        <translation>Das aktuelle Label, wie es hier ist; dann wird jene Schicht gezeigt.</translation>
    </message>
    <message>
        <source>Copy the label to the slice before</source>
        <translation>Label auf die vorige Schicht kopieren</translation>
    </message>
    <message>
        <source>Fill between painted slices</source>
        <translation>Zwischen gemalten Schichten füllen</translation>
    </message>
    <message>
        <source>The current label on the slices between those where you drew it.</source>
        <translation>Das aktuelle Label auf den Schichten zwischen denen, auf denen Sie es gezeichnet haben.</translation>
    </message>
    <message>
        <source>Last tool</source>
        <translation>Voriges Werkzeug</translation>
    </message>
    <message>
        <source>Goes back to the tool used before.</source>
        <translation>Geht zum zuvor benutzten Werkzeug zurück.</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Shift and the wheel do it, too.</source>
        <translation>Umschalt und das Mausrad tun es auch.</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>Überlagerung zeigen</translation>
    </message>
    <message>
        <source>Shows or hides all that lies on the picture.</source>
        <translation>Zeigt oder verbirgt alles, was auf dem Bild liegt.</translation>
    </message>
    <message>
        <source>Maps side by side</source>
        <translation>Karten nebeneinander</translation>
    </message>
    <message>
        <source>State, semantic map, generative map and answer beside the picture.</source>
        <translation>Zustand, semantische Karte, generative Karte und Ergebnis neben dem Bild.</translation>
    </message>
    <message>
        <source>Fainter overlay</source>
        <translation>Überlagerung schwächer</translation>
    </message>
    <message>
        <source>The picture is seen better.</source>
        <translation>Das Bild ist besser zu sehen.</translation>
    </message>
    <message>
        <source>Stronger overlay</source>
        <translation>Überlagerung stärker</translation>
    </message>
    <message>
        <source>The overlay is seen better.</source>
        <translation>Die Überlagerung ist besser zu sehen.</translation>
    </message>
    <message>
        <source>Fit the picture</source>
        <translation>Bild einpassen</translation>
    </message>
    <message>
        <source>Shows the whole picture.</source>
        <translation>Zeigt das ganze Bild.</translation>
    </message>
    <message>
        <source>Pixel for pixel</source>
        <translation>Pixel für Pixel</translation>
    </message>
    <message>
        <source>One pixel of the picture on each pixel of the screen.</source>
        <translation>Ein Pixel des Bildes auf jedem Pixel des Bildschirms.</translation>
    </message>
    <message>
        <source>Zoom to the label</source>
        <translation>Auf das Label zoomen</translation>
    </message>
    <message>
        <source>The current label on this slice, as large as the space allows.</source>
        <translation>Das aktuelle Label auf dieser Schicht, so groß, wie der Platz es zulässt.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>With the picture alone, another step or the other run: by a line that is dragged, or side by side.</source>
        <translation>Mit dem Bild allein, einem anderen Schritt oder dem anderen Lauf: mit einer Trennlinie oder nebeneinander.</translation>
    </message>
    <message>
        <source>Three planes</source>
        <translation>Drei Ebenen</translation>
    </message>
    <message>
        <source>The two other planes of a stack, beside the picture.</source>
        <translation>Die beiden anderen Ebenen eines Stapels, neben dem Bild.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom about the pointer.</source>
        <translation>Strg und das Mausrad zoomen um den Zeiger.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Grey levels…</source>
        <translation>Fensterung …</translation>
    </message>
    <message>
        <source>Histogram, width and level, presets, inverted, smooth pixels.</source>
        <translation>Histogramm, Breite und Mitte, Voreinstellungen, invertiert, geglättete Pixel.</translation>
    </message>
    <message>
        <source>Window of the file</source>
        <translation>Fenster der Datei</translation>
    </message>
    <message>
        <source>Grey levels as the file asks for, its windows one after the other; the automatic ones where it doesn&apos;t.</source>
        <translation>Fensterung, wie die Datei sie vorgibt, ihre Fenster der Reihe nach; wo sie keine vorgibt, die automatische.</translation>
    </message>
    <message>
        <source>Automatic window</source>
        <translation>Automatisches Fenster</translation>
    </message>
    <message>
        <source>From the 0.1 to the 99.9 percentile of the values.</source>
        <translation>Vom 0,1- bis zum 99,9-Perzentil der Werte.</translation>
    </message>
    <message>
        <source>Full window</source>
        <translation>Volles Fenster</translation>
    </message>
    <message>
        <source>From the smallest to the largest value.</source>
        <translation>Vom kleinsten bis zum größten Wert.</translation>
    </message>
    <message>
        <source>Graphics of the file</source>
        <translation>Grafiken der Datei</translation>
    </message>
    <message>
        <source>Overlays that lie in the file; they are never in masks or in what a model sees.</source>
        <translation>Overlays, die in der Datei liegen; sie kommen nie in Masken oder vor ein Modell.</translation>
    </message>
    <message>
        <source>Slice before</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>The wheel does it, too.</source>
        <translation>Das Mausrad tut es auch.</translation>
    </message>
    <message>
        <source>Slice after</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>Time before</source>
        <translation>Voriger Zeitpunkt</translation>
    </message>
    <message>
        <source>Of a stack with several points in time.</source>
        <translation>Bei einem Stapel mit mehreren Zeitpunkten.</translation>
    </message>
    <message>
        <source>Time after</source>
        <translation>Nächster Zeitpunkt</translation>
    </message>
    <message>
        <source>Play in time</source>
        <translation>Zeitlich abspielen</translation>
    </message>
    <message>
        <source>Shows one point in time after the other; again stops.</source>
        <translation>Zeigt einen Zeitpunkt nach dem anderen; noch einmal hält an.</translation>
    </message>
    <message>
        <source>Label above</source>
        <translation>Label darüber</translation>
    </message>
    <message>
        <source>The brush paints the label above.</source>
        <translation>Der Pinsel malt das Label darüber.</translation>
    </message>
    <message>
        <source>Label below</source>
        <translation>Label darunter</translation>
    </message>
    <message>
        <source>The brush paints the label below.</source>
        <translation>Der Pinsel malt das Label darunter.</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Befehlspalette …</translation>
    </message>
    <message>
        <source>Finds any command by a few letters of its name.</source>
        <translation>Findet jeden Befehl durch ein paar Buchstaben seines Namens.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Shows every key on one sheet.</source>
        <translation>Zeigt alle Tasten auf einem Blatt.</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Theme, keys, mouse, annotator, folders, device and memory.</source>
        <translation>Sprache, Aussehen, Tasten, Maus, Bearbeiter, Ordner, Gerät und Speicher.</translation>
    </message>
    <message>
        <source>Show the work list</source>
        <translation>Arbeitsliste zeigen</translation>
    </message>
    <message>
        <source>Opens or closes the panel at the left.</source>
        <translation>Öffnet oder schließt die linke Leiste.</translation>
    </message>
    <message>
        <source>Show labels and overlay</source>
        <translation>Labels und Überlagerung zeigen</translation>
    </message>
    <message>
        <source>Opens or closes the panel at the right.</source>
        <translation>Öffnet oder schließt die rechte Leiste.</translation>
    </message>
    <message>
        <source>About Limn</source>
        <translation>Über Limn</translation>
    </message>
    <message>
        <source>What Limn is, its limits, and the libraries in it.</source>
        <translation>Was Limn ist, seine Grenzen und die Bibliotheken darin.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Closes Limn; everything is already saved.</source>
        <translation>Schließt Limn; alles ist schon gespeichert.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Model and steps</source>
        <translation>Modell und Schritte</translation>
    </message>
    <message>
        <source>Displays</source>
        <translation>Darstellungen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>W %1  L %2</source>
        <translation>B %1  M %2</translation>
    </message>
    <message>
        <source>zoom %1 %</source>
        <translation>Zoom %1 %</translation>
    </message>
    <message>
        <source>slice %1 / %2</source>
        <translation>Schicht %1 / %2</translation>
    </message>
    <message>
        <source>time %1 / %2</source>
        <translation>Zeit %1 / %2</translation>
    </message>
    <message>
        <source>Picture alone</source>
        <translation>Bild allein</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Other run</source>
        <translation>Anderer Lauf</translation>
    </message>
    <message>
        <source>There is no such step; run the model.</source>
        <translation>Diesen Schritt gibt es nicht; führen Sie das Modell aus.</translation>
    </message>
    <message>
        <source>There is no other run; run again, or re-run with strokes.</source>
        <translation>Es gibt keinen anderen Lauf; führen Sie noch einmal aus oder neu mit Strichen.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>The mask as it is exported, with its outline.</source>
        <translation>Die Maske, wie sie exportiert wird, mit ihrem Umriss.</translation>
    </message>
    <message>
        <source>Who decided</source>
        <translation>Wer entschied</translation>
    </message>
    <message>
        <source>What you drew in its colours, what you took away, and the model&apos;s part in grey.</source>
        <translation>Was Sie gezeichnet haben, in seinen Farben; was Sie entfernt haben; der Anteil des Modells in Grau.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>How probable each label is; both maps combined by Bayes&apos; rule.</source>
        <translation>Wie wahrscheinlich jedes Label ist; beide Karten nach dem Satz von Bayes vereint.</translation>
    </message>
    <message>
        <source>Likeliest label</source>
        <translation>Wahrscheinlichstes Label</translation>
    </message>
    <message>
        <source>The likeliest label alone, fainter where it is less sure.</source>
        <translation>Nur das wahrscheinlichste Label, blasser, wo es weniger sicher ist.</translation>
    </message>
    <message>
        <source>Answer alone</source>
        <translation>Ergebnis allein</translation>
    </message>
    <message>
        <source>The answer as the model gives it, without what you drew.</source>
        <translation>Das Ergebnis, wie das Modell es gibt, ohne Ihre Zeichnung.</translation>
    </message>
    <message>
        <source>One label</source>
        <translation>Ein Label</translation>
    </message>
    <message>
        <source>The probability of one label, in a colour scale.</source>
        <translation>Die Wahrscheinlichkeit eines Labels, in einer Farbskala.</translation>
    </message>
    <message>
        <source>State, turning into the answer</source>
        <translation>Zustand, der zum Ergebnis wird</translation>
    </message>
    <message>
        <source>What the chain holds at this step: noise that turns into the mask.</source>
        <translation>Was die Kette bei diesem Schritt enthält: Rauschen, das zur Maske wird.</translation>
    </message>
    <message>
        <source>State alone</source>
        <translation>Zustand allein</translation>
    </message>
    <message>
        <source>What the chain holds at this step, nothing mixed in.</source>
        <translation>Was die Kette bei diesem Schritt enthält, ohne Beimischung.</translation>
    </message>
    <message>
        <source>Semantic map (S)</source>
        <translation>Semantische Karte (S)</translation>
    </message>
    <message>
        <source>What the pixels look like, one by one.</source>
        <translation>Wonach die Pixel aussehen, einer nach dem anderen.</translation>
    </message>
    <message>
        <source>Generative map (G)</source>
        <translation>Generative Karte (G)</translation>
    </message>
    <message>
        <source>Which shape is likely, given what the chain holds.</source>
        <translation>Welche Form wahrscheinlich ist bei dem, was die Kette enthält.</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <source>Where the answer is unsure (entropy).</source>
        <translation>Wo das Ergebnis unsicher ist (Entropie).</translation>
    </message>
    <message>
        <source>Unusual shape</source>
        <translation>Ungewöhnliche Form</translation>
    </message>
    <message>
        <source>Where the shape is unlike those of the training pictures (surprise).</source>
        <translation>Wo die Form nicht denen der Trainingsbilder gleicht (Überraschung).</translation>
    </message>
    <message>
        <source>Changed since the step before</source>
        <translation>Geändert seit dem Schritt davor</translation>
    </message>
    <message>
        <source>Pixels whose label is another than at the step before.</source>
        <translation>Pixel mit einem anderen Label als beim Schritt davor.</translation>
    </message>
    <message>
        <source>Decided at step</source>
        <translation>Entschieden bei Schritt</translation>
    </message>
    <message>
        <source>The step from which a pixel&apos;s label no longer changes.</source>
        <translation>Der Schritt, ab dem sich das Label eines Pixels nicht mehr ändert.</translation>
    </message>
    <message>
        <source>Difference of two steps</source>
        <translation>Unterschied zweier Schritte</translation>
    </message>
    <message>
        <source>What a label gained and lost from one step to another.</source>
        <translation>Was ein Label von einem Schritt zum anderen gewann und verlor.</translation>
    </message>
    <message>
        <source>Difference to the run before</source>
        <translation>Unterschied zum vorigen Lauf</translation>
    </message>
    <message>
        <source>What a label gained and lost against the last answer of the run before.</source>
        <translation>Was ein Label gegenüber dem letzten Ergebnis des vorigen Laufs gewann und verlor.</translation>
    </message>
    <message>
        <source>Votes of the chains</source>
        <translation>Stimmen der Ketten</translation>
    </message>
    <message>
        <source>The share of chains that say this label. It is not a calibrated probability.</source>
        <translation>Der Anteil der Ketten, die für dieses Label sind. Das ist keine kalibrierte Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Disagreement of the chains</source>
        <translation>Uneinigkeit der Ketten</translation>
    </message>
    <message>
        <source>Where the answer depends on the noise of the start (mutual information).</source>
        <translation>Wo das Ergebnis vom Anfangsrauschen abhängt (Transinformation).</translation>
    </message>
    <message>
        <source>Doubt within each chain</source>
        <translation>Unsicherheit je Kette</translation>
    </message>
    <message>
        <source>Doubt that stays whichever noise the chain began with (expected entropy).</source>
        <translation>Unsicherheit, die bleibt, mit welchem Rauschen die Kette auch begann (erwartete Entropie).</translation>
    </message>
    <message>
        <source>Run the model first.</source>
        <translation>Zuerst das Modell ausführen.</translation>
    </message>
    <message>
        <source>Only the answer was kept; R shows it again.</source>
        <translation>Nur das Ergebnis ist gespeichert; R zeigt sie wieder.</translation>
    </message>
    <message>
        <source>This model has no such map.</source>
        <translation>Dieses Modell hat keine solche Karte.</translation>
    </message>
    <message>
        <source>It takes a run of two chains or more (run settings).</source>
        <translation>Dazu braucht es einen Lauf mit zwei oder mehr Ketten (Laufeinstellungen).</translation>
    </message>
    <message>
        <source>It takes a run of two steps or more.</source>
        <translation>Dazu braucht es einen Lauf mit zwei oder mehr Schritten.</translation>
    </message>
    <message>
        <source>There was no run before; run again, with another seed for instance.</source>
        <translation>Es gab keinen Lauf davor; führen Sie noch einmal aus, etwa mit anderem Startwert.</translation>
    </message>
    <message>
        <source>The run before was of another model.</source>
        <translation>Der vorige Lauf war von einem anderen Modell.</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>One PNG an image or slice, a number a label, in the labels&apos; colours.</source>
        <translation>Ein PNG je Bild oder Schicht, eine Zahl je Label, in Labelfarben.</translation>
    </message>
    <message>
        <source>One PNG a label</source>
        <translation>Ein PNG je Label</translation>
    </message>
    <message>
        <source>White where the label is, black elsewhere.</source>
        <translation>Weiß, wo das Label ist, sonst schwarz.</translation>
    </message>
    <message>
        <source>NIfTI</source>
        <translation>NIfTI</translation>
    </message>
    <message>
        <source>One .nii.gz a stack, on the grid and in the place of its source.</source>
        <translation>Ein .nii.gz je Stapel, im Raster und an der Stelle seiner Quelle.</translation>
    </message>
    <message>
        <source>3D Slicer segmentation</source>
        <translation>Segmentierung für 3D Slicer</translation>
    </message>
    <message>
        <source>One .seg.nrrd a stack, with the labels&apos; names and colours.</source>
        <translation>Ein .seg.nrrd je Stapel, mit Namen und Farben der Labels.</translation>
    </message>
    <message>
        <source>DICOM segmentation</source>
        <translation>DICOM-Segmentierung</translation>
    </message>
    <message>
        <source>One .dcm file with the labels, for Slicer, OHIF and the like.</source>
        <translation>Eine .dcm-Datei mit den Labels, für Slicer, OHIF und Ähnliches.</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>COCO</source>
        <translation>COCO</translation>
    </message>
    <message>
        <source>One coco.json of all images: an entry an instance.</source>
        <translation>Ein coco.json aller Bilder: ein Eintrag je Instanz.</translation>
    </message>
    <message>
        <source>YOLO</source>
        <translation>YOLO</translation>
    </message>
    <message>
        <source>One text file an image with a polygon an instance; classes.txt.</source>
        <translation>Eine Textdatei je Bild mit einem Polygon je Instanz; classes.txt.</translation>
    </message>
    <message>
        <source>nnU-Net</source>
        <translation>nnU-Net</translation>
    </message>
    <message>
        <source>imagesTr, labelsTr, dataset.json: the images too, as .nii.gz.</source>
        <translation>imagesTr, labelsTr, dataset.json: auch die Bilder, als .nii.gz.</translation>
    </message>
    <message>
        <source>Probabilities and records</source>
        <translation>Wahrscheinlichkeiten und Protokolle</translation>
    </message>
    <message>
        <source>Probability, 16-bit PNG</source>
        <translation>Wahrscheinlichkeit, 16-Bit-PNG</translation>
    </message>
    <message>
        <source>One PNG a label; 65535 stands for 1.</source>
        <translation>Ein PNG je Label; 65535 steht für 1.</translation>
    </message>
    <message>
        <source>Probability, NumPy</source>
        <translation>Wahrscheinlichkeit, NumPy</translation>
    </message>
    <message>
        <source>One .npy file with the probabilities of all labels as float32.</source>
        <translation>Eine .npy-Datei mit den Wahrscheinlichkeiten aller Labels als float32.</translation>
    </message>
    <message>
        <source>Every step, NumPy</source>
        <translation>Jeder Schritt, NumPy</translation>
    </message>
    <message>
        <source>One .npz file with the maps of every step of the last run.</source>
        <translation>Eine .npz-Datei mit den Karten jedes Schritts des letzten Laufs.</translation>
    </message>
    <message>
        <source>DICOM probabilities</source>
        <translation>DICOM-Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>One .dcm file of the model&apos;s probabilities; few viewers read it.</source>
        <translation>Eine .dcm-Datei der Wahrscheinlichkeiten; wenige Betrachter lesen sie.</translation>
    </message>
    <message>
        <source>Who decided each pixel</source>
        <translation>Wer jeden Pixel entschied</translation>
    </message>
    <message>
        <source>One PNG: the model, a person who added, a person who erased.</source>
        <translation>Ein PNG: Modell, von Menschen hinzugefügt, von Menschen entfernt.</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>One JSON file: model, steps, seed, threshold, edits, seconds.</source>
        <translation>Eine JSON-Datei: Modell, Schritte, Startwert, Schwelle, Arbeit.</translation>
    </message>
    <message>
        <source>No new noise (posterior mean)</source>
        <translation>Ohne neues Rauschen (Mittel)</translation>
    </message>
    <message>
        <source>New noise at each step (ancestral)</source>
        <translation>Neues Rauschen (ancestral)</translation>
    </message>
    <message>
        <source>Straight on (DDIM)</source>
        <translation>Geradeaus (DDIM)</translation>
    </message>
    <message>
        <source>Afresh at each step (re-noising)</source>
        <translation>Neu verrauscht (re-noising)</translation>
    </message>
    <message>
        <source>The chain goes to the likeliest next state. For work: few steps are enough.</source>
        <translation>Die Kette geht zum wahrscheinlichsten nächsten Zustand. Zum Arbeiten: Wenige Schritte genügen.</translation>
    </message>
    <message>
        <source>The chain draws its next state by chance. For watching noise turn into a mask, and for several chains.</source>
        <translation>Die Kette zieht ihren nächsten Zustand zufällig. Um zu sehen, wie aus Rauschen eine Maske wird, und für mehrere Ketten.</translation>
    </message>
    <message>
        <source>The chain keeps the noise that it began with and lets it fade. To compare.</source>
        <translation>Die Kette behält ihr Anfangsrauschen und lässt es abklingen. Zum Vergleichen.</translation>
    </message>
    <message>
        <source>The chain forgets its state and puts new noise on the answer. To compare.</source>
        <translation>Die Kette vergisst ihren Zustand und legt neues Rauschen auf das Ergebnis. Zum Vergleichen.</translation>
    </message>
    <message>
        <source>Limn</source>
        <translation>Limn</translation>
    </message>
    <message>
        <source>Radiology viewer</source>
        <translation>Radiologie-Betrachter</translation>
    </message>
    <message>
        <source>Labeler</source>
        <translation>Labeling-Programm</translation>
    </message>
    <message>
        <source>Digits are labels, A and D go through the images.</source>
        <translation>Ziffern sind Labels, A und D gehen durch die Bilder.</translation>
    </message>
    <message>
        <source>For those who come from OHIF, ITK-SNAP or 3D Slicer: digits are grey windows, Page Up and Page Down go through the images, A and D fade the mask.</source>
        <translation>Für alle, die von OHIF, ITK-SNAP oder 3D Slicer kommen: Ziffern sind Fensterungen, Bild aufwärts und Bild abwärts gehen durch die Bilder, A und D blenden die Maske.</translation>
    </message>
    <message>
        <source>For those who come from X-AnyLabeling, labelme or CVAT: F accepts, I runs the model, A and D go through the images.</source>
        <translation>Für alle, die von X-AnyLabeling, labelme oder CVAT kommen: F nimmt an, I führt das Modell aus, A und D gehen durch die Bilder.</translation>
    </message>
    <message>
        <source>as in training</source>
        <translation>wie im Training</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>, nothing changed any more</source>
        <translation>, es änderte sich nichts mehr</translation>
    </message>
    <message>
        <source>step %1 of a run of %2, at t = %3</source>
        <translation>Schritt %1 eines Laufs mit %2, bei t = %3</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Steps (K)</source>
        <translation>Schritte (K)</translation>
    </message>
    <message>
        <source>Between steps</source>
        <translation>Zwischen Schritten</translation>
    </message>
    <message>
        <source>Chains (R)</source>
        <translation>Ketten (R)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Label sampling</source>
        <translation>Zufällige Label-Wahl</translation>
    </message>
    <message>
        <source>Early stop</source>
        <translation>Früher Halt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Priors</source>
        <translation>A-priori-Anteile</translation>
    </message>
    <message>
        <source>Strokes as evidence</source>
        <translation>Striche als Hinweise</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Threshold (τ)</source>
        <translation>Schwelle (τ)</translation>
    </message>
    <message>
        <source>Base step</source>
        <translation>Basisschritt</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Restarted from</source>
        <translation>Neu begonnen bei</translation>
    </message>
    <message>
        <source>It took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>less than a second left</source>
        <translation>noch weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>0 / %1 · starting</source>
        <translation>0 / %1 · beginnt</translation>
    </message>
    <message>
        <source>Stopped after step %1 of %2: nothing changed any more. %3 s</source>
        <translation>Nach Schritt %1 von %2 angehalten: Es änderte sich nichts mehr. %3 s</translation>
    </message>
    <message>
        <source>%1 / %2 · %3 s</source>
        <translation>%1 / %2 · %3 s</translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>This image is no stack of slices.</source>
        <translation>Dieses Bild ist kein Schichtstapel.</translation>
    </message>
    <message>
        <source>This file holds several volumes one after the other.</source>
        <translation>Diese Datei enthält mehrere Volumen hintereinander.</translation>
    </message>
    <message>
        <source>The slices do not lie at equal distances, or their places are not known.</source>
        <translation>Die Schichten liegen nicht in gleichen Abständen, oder ihre Lage ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
</context>
<context>
    <name>limn::AboutDialog</name>
    <message>
        <source>Limn</source>
        <translation>Limn</translation>
    </message>
    <message>
        <source>Limn makes masks of images with a diffusion model, shows every step of it while it is computed, and lets a person correct the result.</source>
        <translation>Limn erstellt mit einem Diffusionsmodell Masken zu Bildern, zeigt jeden Schritt, während er berechnet wird, und lässt einen Menschen das Ergebnis korrigieren.</translation>
    </message>
    <message>
        <source>The model is a reconstruction: of the method (DSSM, a diffusion segmentation model) only an abstract is published. Where the abstract is silent, choices were made here; they are described in the documentation. Figures of the original authors must not be expected of it.</source>
        <translation>Das Modell ist eine Rekonstruktion: Von dem Verfahren (DSSM, ein Diffusionsmodell zur Segmentierung) ist nur eine Kurzfassung veröffentlicht. Wo sie schweigt, wurde hier eine Wahl getroffen; die Dokumentation beschreibt sie. Die Zahlen der ursprünglichen Autoren sind von ihm nicht zu erwarten.</translation>
    </message>
    <message>
        <source>Research use only. Limn is not a medical device; do not use it for diagnosis or treatment. The models that come with it have cards that name their data, licences and limits.</source>
        <translation>Nur für die Forschung. Limn ist kein Medizinprodukt; verwenden Sie es nicht für Diagnose oder Behandlung. Zu den mitgelieferten Modellen gehören Karten, die Daten, Lizenzen und Grenzen nennen.</translation>
    </message>
    <message>
        <source>Limn itself is under the Apache License 2.0. It is built on these libraries:</source>
        <translation>Limn selbst steht unter der Apache-Lizenz 2.0. Es baut auf diesen Bibliotheken auf:</translation>
    </message>
    <message>
        <source>About Limn</source>
        <translation>Über Limn</translation>
    </message>
    <message>
        <source>About Limn, text</source>
        <translation>Über Limn, Text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close About</source>
        <translation>Über Limn schließen</translation>
    </message>
</context>
<context>
    <name>limn::Action</name>
    <message>
        <source>Not now: %1</source>
        <translation>Gerade nicht: %1</translation>
    </message>
</context>
<context>
    <name>limn::AgreementSlider</name>
    <message>
        <source>Agreement of the chains</source>
        <translation>Einigkeit der Ketten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Einigkeit</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>A pixel is in the mask where this many chains say so. Off: the threshold decides.</source>
        <translation>Ein Pixel gehört zur Maske, wenn so viele Ketten dafür sind. Aus: Die Schwelle entscheidet.</translation>
    </message>
    <message>
        <source>Not now: the chains of this mask (agreement %1) are not kept; run again.</source>
        <translation>Gerade nicht: Die Ketten dieser Maske (Einigkeit %1) sind nicht gespeichert; neu ausführen.</translation>
    </message>
    <message>
        <source>Not now: this run has one chain. Agreement needs several.</source>
        <translation>Gerade nicht: Dieser Lauf hat eine Kette. Einigkeit braucht mehrere.</translation>
    </message>
</context>
<context>
    <name>limn::BrushTool</name>
    <message>
        <source>Give back to the model</source>
        <translation>Dem Modell zurückgeben</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Threshold brush</source>
        <translation>Schwellenpinsel</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
</context>
<context>
    <name>limn::Canvas</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>Kein Bild geöffnet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>%1 by %2 pixels, slice %3 of %4, label %5</source>
        <translation>%1 mal %2 Pixel, Schicht %3 von %4, Label %5</translation>
    </message>
    <message>
        <source>Open an image, or drop one here</source>
        <translation>Öffnen Sie ein Bild oder ziehen Sie eines hierher</translation>
    </message>
    <message>
        <source>Reading slice %1 …</source>
        <translation>Schicht %1 wird gelesen …</translation>
    </message>
    <message>
        <source>Give the region back</source>
        <translation>Fläche zurückgeben</translation>
    </message>
    <message>
        <source>The image is being read</source>
        <translation>Das Bild wird gelesen</translation>
    </message>
    <message>
        <source>Reading the picture at its full size …</source>
        <translation>Das Bild wird in voller Größe gelesen …</translation>
    </message>
</context>
<context>
    <name>limn::CanvasArea</name>
    <message>
        <source>Give this region back to the model</source>
        <translation>Diese Fläche dem Modell zurückgeben</translation>
    </message>
    <message>
        <source>Filling between slices</source>
        <translation>Zwischen Schichten füllen</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) filled.</source>
        <translation>
            <numerusform>%n Schicht gefüllt.</numerusform>
            <numerusform>%n Schichten gefüllt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw the label on two slices first; what lies between is then filled.</source>
        <translation>Zeichnen Sie das Label zuerst auf zwei Schichten; was dazwischen liegt, wird dann gefüllt.</translation>
    </message>
</context>
<context>
    <name>limn::ChangeCurve</name>
    <message>
        <source>Changed per step</source>
        <translation>Änderung je Schritt</translation>
    </message>
    <message>
        <source>The share of pixels whose label changed at each step.</source>
        <translation>Der Anteil der Pixel, deren Label sich bei jedem Schritt änderte.</translation>
    </message>
    <message>
        <source>up to %1 %</source>
        <translation>bis %1 %</translation>
    </message>
</context>
<context>
    <name>limn::ChannelFit</name>
    <message>
        <source>This image is in colour; the model &quot;%1&quot; wants grey images.</source>
        <translation>Dieses Bild ist farbig; das Modell „%1“ braucht graue Bilder.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; wants %2 volumes (contrasts) in one file; this one has %3.</source>
        <translation>Das Modell „%1“ braucht %2 Volumen (Kontraste) in einer Datei; diese hat %3.</translation>
    </message>
    <message>
        <source>Models that take it: %1.</source>
        <translation>Modelle dafür: %1.</translation>
    </message>
</context>
<context>
    <name>limn::ColourBar</name>
    <message>
        <source>Threshold. Not now: the agreement of the chains decides.</source>
        <translation>Schwelle. Gerade nicht: Die Einigkeit der Ketten entscheidet.</translation>
    </message>
    <message>
        <source>Threshold. Drag the handle, or use the arrow keys; the mask follows.</source>
        <translation>Schwelle. Ziehen Sie den Griff oder nehmen Sie die Pfeiltasten; die Maske folgt.</translation>
    </message>
    <message>
        <source>Threshold. It works once the model has run on this picture.</source>
        <translation>Schwelle. Sie wirkt, sobald das Modell auf diesem Bild gelaufen ist.</translation>
    </message>
    <message>
        <source>Threshold in percent</source>
        <translation>Schwelle in Prozent</translation>
    </message>
    <message>
        <source>A pixel belongs to the mask where its probability reaches this value.</source>
        <translation>Ein Pixel gehört zur Maske, wenn seine Wahrscheinlichkeit diesen Wert erreicht.</translation>
    </message>
</context>
<context>
    <name>limn::CommandPalette</name>
    <message>
        <source>%1 · not now: %2</source>
        <translation>%1 · gerade nicht: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, not now: %2</source>
        <translation>%1, gerade nicht: %2</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>Ein paar Buchstaben eines Befehls tippen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>limn::CompareBar</name>
    <message>
        <source>How to compare</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Both at the same place and zoom.</source>
        <translation>Beide an derselben Stelle und gleich vergrößert.</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Trennlinie</translation>
    </message>
    <message>
        <source>One over the other; drag the line between them.</source>
        <translation>Übereinander; die Linie dazwischen lässt sich ziehen.</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Ends the comparison.</source>
        <translation>Beendet den Vergleich.</translation>
    </message>
</context>
<context>
    <name>limn::CompareDialog</name>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Compare masks</source>
        <translation>Masken vergleichen</translation>
    </message>
    <message>
        <source>Choose the other mask or work file</source>
        <translation>Andere Maske oder Arbeitsdatei wählen</translation>
    </message>
    <message>
        <source>A mask of this image (PNG, TIFF, NIfTI), or the work file annotations.limn of another person who worked on it.</source>
        <translation>Eine Maske dieses Bildes (PNG, TIFF, NIfTI) oder die Arbeitsdatei annotations.limn einer anderen Person, die daran gearbeitet hat.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Figures of each label</source>
        <translation>Zahlen zu jedem Label</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>Was die Farben bedeuten</translation>
    </message>
    <message>
        <source>%1 &amp;nbsp;·&amp;nbsp; %2 &amp;nbsp;·&amp;nbsp; %3 &amp;nbsp;·&amp;nbsp; stripes: another label</source>
        <translation>%1 &amp;nbsp;·&amp;nbsp; %2 &amp;nbsp;·&amp;nbsp; %3 &amp;nbsp;·&amp;nbsp; Streifen: ein anderes Label</translation>
    </message>
    <message>
        <source>both the same</source>
        <translation>beide gleich</translation>
    </message>
    <message>
        <source>only this mask</source>
        <translation>nur diese Maske</translation>
    </message>
    <message>
        <source>only the other</source>
        <translation>nur die andere</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>Nothing is compared yet.</source>
        <translation>Noch wird nichts verglichen.</translation>
    </message>
    <message>
        <source>Another mask of this image</source>
        <translation>Eine andere Maske dieses Bildes</translation>
    </message>
    <message>
        <source>Masks and work files (*.png *.tif *.tiff *.bmp *.nii *.nii.gz *.limn)</source>
        <translation>Masken und Arbeitsdateien (*.png *.tif *.tiff *.bmp *.nii *.nii.gz *.limn)</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleicht …</translation>
    </message>
    <message>
        <source>With %1. Distances are in %2.</source>
        <translation>Mit %1. Abstände in %2.</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>HD95</source>
        <translation>HD95</translation>
    </message>
    <message>
        <source>Both, px</source>
        <translation>Beide, px</translation>
    </message>
    <message>
        <source>Only this, px</source>
        <translation>Nur diese, px</translation>
    </message>
    <message>
        <source>Only other, px</source>
        <translation>Nur andere, px</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Schicht %1 von %2</translation>
    </message>
</context>
<context>
    <name>limn::ComparePane</name>
    <message>
        <source>The other side</source>
        <translation>Die andere Seite</translation>
    </message>
</context>
<context>
    <name>limn::Comparing</name>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
</context>
<context>
    <name>limn::Concluding</name>
    <message>
        <source>Every accepted image of this folder is reviewed.</source>
        <translation>Jedes angenommene Bild dieses Ordners ist geprüft.</translation>
    </message>
    <message>
        <source>Every image of this folder is accepted.</source>
        <translation>Jedes Bild dieses Ordners ist angenommen.</translation>
    </message>
    <message>
        <source>%1 was accepted without a label: the model was not run, and nothing is drawn.</source>
        <translation>%1 wurde ohne Label angenommen: Das Modell lief nicht, und nichts ist gezeichnet.</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>Dorthin zurück</translation>
    </message>
</context>
<context>
    <name>limn::DifferencePicture</name>
    <message>
        <source>Map of the differences</source>
        <translation>Karte der Unterschiede</translation>
    </message>
</context>
<context>
    <name>limn::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Images to export</source>
        <translation>Zu exportierende Bilder</translation>
    </message>
    <message>
        <source>Export now</source>
        <translation>Jetzt exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>An instance is a connected piece</source>
        <translation>Instanz: zusammenhängendes Stück</translation>
    </message>
    <message>
        <source>An instance is a whole label</source>
        <translation>Instanz: ganzes Label</translation>
    </message>
    <message>
        <source>COCO: polygons, run lengths with holes</source>
        <translation>COCO: Polygone, sonst Lauflängen</translation>
    </message>
    <message>
        <source>COCO: run lengths</source>
        <translation>COCO: Lauflängen</translation>
    </message>
    <message>
        <source>Instances of COCO and YOLO</source>
        <translation>Instanzen für COCO und YOLO</translation>
    </message>
    <message>
        <source>Outlines of COCO</source>
        <translation>Umrisse für COCO</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Folder to export to</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>This image</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>All accepted images (%1)</source>
        <translation>Alle angenommenen Bilder (%1)</translation>
    </message>
    <message>
        <source>All edited and accepted images (%1)</source>
        <translation>Alle bearbeiteten und angenommenen Bilder (%1)</translation>
    </message>
    <message>
        <source>Not for this image: it is no DICOM file to refer to.</source>
        <translation>Nicht für dieses Bild: Es ist keine DICOM-Datei.</translation>
    </message>
    <message>
        <source>What gets an entry of its own in COCO and YOLO files.</source>
        <translation>Was in COCO- und YOLO-Dateien einen eigenen Eintrag bekommt.</translation>
    </message>
    <message>
        <source>Only COCO and YOLO count instances.</source>
        <translation>Nur COCO und YOLO zählen Instanzen.</translation>
    </message>
    <message>
        <source>Both are exact; polygons are read by more programs, but can&apos;t have holes.</source>
        <translation>Beide sind genau; Polygone lesen mehr Programme, sie können aber keine Löcher haben.</translation>
    </message>
    <message>
        <source>Only COCO has a choice; YOLO knows polygons alone.</source>
        <translation>Nur COCO lässt die Wahl; YOLO kennt nur Polygone.</translation>
    </message>
    <message>
        <source>Tick at least one kind of file.</source>
        <translation>Wählen Sie mindestens eine Art von Datei.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Writes the files; nothing is replaced without asking.</source>
        <translation>Schreibt die Dateien; nichts wird ohne Rückfrage ersetzt.</translation>
    </message>
</context>
<context>
    <name>limn::Exporting</name>
    <message numerus="yes">
        <source>Each of %n images</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>Jedes von %n Bildern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::FigureControls</name>
    <message>
        <source>State to posterior</source>
        <translation>Zustand bis A-posteriori</translation>
    </message>
    <message>
        <source>The state, fading into the posterior as the noise goes.</source>
        <translation>Der Zustand, der mit dem Rauschen in die A-posteriori-Verteilung übergeht.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the chain holds: noise at first.</source>
        <translation>Was die Kette enthält: zuerst Rauschen.</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>A-posteriori</translation>
    </message>
    <message>
        <source>The mask as it would be after the step.</source>
        <translation>Die Maske, wie sie nach dem Schritt wäre.</translation>
    </message>
    <message>
        <source>Semantic</source>
        <translation>Semantisch</translation>
    </message>
    <message>
        <source>The semantic map alone.</source>
        <translation>Die semantische Karte allein.</translation>
    </message>
    <message>
        <source>Generative</source>
        <translation>Generativ</translation>
    </message>
    <message>
        <source>The generative map alone.</source>
        <translation>Die generative Karte allein.</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Where the model is unsure.</source>
        <translation>Wo das Modell unsicher ist.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Beside the steps</source>
        <translation>Neben den Schritten</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The image without anything on it.</source>
        <translation>Das Bild ohne etwas darauf.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>The mask as it is exported, with what you drew.</source>
        <translation>Die Maske, wie sie exportiert wird, mit Ihrer Zeichnung.</translation>
    </message>
    <message>
        <source>Steps that are shown</source>
        <translation>Gezeigte Schritte</translation>
    </message>
    <message>
        <source>Numbers of steps, from left to right: 1, 4, 7, 10.</source>
        <translation>Nummern der Schritte, von links nach rechts: 1, 4, 7, 10.</translation>
    </message>
    <message>
        <source>Run the model to have steps.</source>
        <translation>Führen Sie das Modell aus, um Schritte zu haben.</translation>
    </message>
    <message>
        <source>Steps (of %1)</source>
        <translation>Schritte (von %1)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours of the maps</source>
        <translation>Farben der Karten</translation>
    </message>
    <message>
        <source>Labels&apos; colours over the image</source>
        <translation>Farben der Labels auf dem Bild</translation>
    </message>
    <message>
        <source>Values of %1, without the image</source>
        <translation>Werte von %1, ohne das Bild</translation>
    </message>
    <message>
        <source>Each label&apos;s colour, as strong as it is probable; or one label&apos;s probability as a colour map.</source>
        <translation>Die Farbe jedes Labels, so kräftig, wie es wahrscheinlich ist; oder die Wahrscheinlichkeit eines Labels als Farbkarte.</translation>
    </message>
    <message>
        <source>Contour</source>
        <translation>Kontur</translation>
    </message>
    <message>
        <source>A line around the mask, and around the posterior at the threshold.</source>
        <translation>Eine Linie um die Maske und, bei der Schwelle, um die A-posteriori-Verteilung.</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>What each panel shows.</source>
        <translation>Was jedes Feld zeigt.</translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>In millimetres where the image says its spacing, else in pixels.</source>
        <translation>In Millimetern, wo das Bild seinen Pixelabstand nennt, sonst in Pixeln.</translation>
    </message>
    <message>
        <source>Colour bar</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>What the colours mean.</source>
        <translation>Was die Farben bedeuten.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Height of a panel</source>
        <translation>Höhe eines Feldes</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>Dauer eines Schritts</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Time of the mask</source>
        <translation>Dauer der Maske</translation>
    </message>
    <message>
        <source>Tick at least one panel.</source>
        <translation>Wählen Sie mindestens ein Feld.</translation>
    </message>
    <message>
        <source>Tick the image or the mask, or name a step.</source>
        <translation>Wählen Sie das Bild oder die Maske, oder nennen Sie einen Schritt.</translation>
    </message>
    <message>
        <source>There is no step %1: the run has %2.</source>
        <translation>Es gibt keinen Schritt %1: Der Lauf hat %2.</translation>
    </message>
    <message>
        <source>Tick at least one row for the steps.</source>
        <translation>Wählen Sie mindestens eine Zeile für die Schritte.</translation>
    </message>
</context>
<context>
    <name>limn::FigureDialog</name>
    <message>
        <source>SVG: vectors, for papers</source>
        <translation>SVG: Vektoren, für Veröffentlichungen</translation>
    </message>
    <message>
        <source>PNG: pixels</source>
        <translation>PNG: Pixel</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>MP4: video</source>
        <translation>MP4: Video</translation>
    </message>
    <message>
        <source>PNG files in a folder</source>
        <translation>PNG-Dateien in einem Ordner</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Datei schreiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write nothing</source>
        <translation>Nichts schreiben</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>MP4 needs the program ffmpeg, which is not installed.</source>
        <translation>MP4 braucht das Programm ffmpeg; es ist nicht installiert.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zieldatei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>Ordner für die Bilder</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in %1, or choose another format.</source>
        <translation>Der Dateiname muss auf %1 enden; oder wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Writes the file; nothing is replaced without asking.</source>
        <translation>Schreibt die Datei; nichts wird ohne Rückfrage ersetzt.</translation>
    </message>
</context>
<context>
    <name>limn::FigurePreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>limn::Figuring</name>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>The figure before is still being written.</source>
        <translation>Die vorige Abbildung wird noch geschrieben.</translation>
    </message>
    <message>
        <source>Drawing the figure</source>
        <translation>Abbildung wird gezeichnet</translation>
    </message>
    <message>
        <source>Drawing the animation</source>
        <translation>Animation wird gezeichnet</translation>
    </message>
    <message>
        <source>The figure was written to %1.</source>
        <translation>Die Abbildung liegt in %1.</translation>
    </message>
    <message>
        <source>The animation was written to %1.</source>
        <translation>Die Animation liegt in %1.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>limn::FilmStrip</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Schritte des Laufs</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>What the chain holds when it has ended.</source>
        <translation>Was die Kette enthält, wenn sie zu Ende ist.</translation>
    </message>
    <message>
        <source>%1 base</source>
        <translation>%1 Basis</translation>
    </message>
    <message>
        <source>Step %1 of %2: the chain&apos;s state above, the answer below. Click or drag to make the mask from a step (, and .).</source>
        <translation>Schritt %1 von %2: oben der Zustand der Kette, unten das Ergebnis. Klicken oder ziehen bildet die Maske aus einem Schritt (, und .).</translation>
    </message>
</context>
<context>
    <name>limn::Histogram</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>The display window over it; width and level are typed below.</source>
        <translation>Darüber das Fenster; Breite und Mitte werden unten eingegeben.</translation>
    </message>
    <message>
        <source>Drag an edge of the window, or all of it.</source>
        <translation>Ziehen Sie einen Rand des Fensters oder das ganze.</translation>
    </message>
</context>
<context>
    <name>limn::Importing</name>
    <message>
        <source>Import a mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>Pixels of locked labels were left as they are.</source>
        <translation>Pixel gesperrter Labels blieben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>limn::Interpolator</name>
    <message>
        <source>Fill between slices</source>
        <translation>Zwischen Schichten füllen</translation>
    </message>
</context>
<context>
    <name>limn::KeysSheet</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Links ziehen</translation>
    </message>
    <message>
        <source>the active tool</source>
        <translation>das aktive Werkzeug</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mitte ziehen</translation>
    </message>
    <message>
        <source>moves the picture</source>
        <translation>verschiebt das Bild</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechts ziehen</translation>
    </message>
    <message>
        <source>window (across) and level (up, down)</source>
        <translation>Fensterbreite (quer) und Fenstermitte (auf, ab)</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>slice, or zoom of a single image</source>
        <translation>Schicht, oder Zoom eines Einzelbildes</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>Zoom am Zeiger</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys, text</source>
        <translation>Tasten, Text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the keys</source>
        <translation>Tasten schließen</translation>
    </message>
</context>
<context>
    <name>limn::LabelCard</name>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move the label up</source>
        <translation>Label nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move the label down</source>
        <translation>Label nach unten</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>Merge the label</source>
        <translation>Label vereinen</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Label löschen</translation>
    </message>
    <message>
        <source>Delete the label</source>
        <translation>Das Label löschen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Opacity of the label</source>
        <translation>Deckkraft des Labels</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Search: kidney, tumour …</source>
        <translation>Suche: kidney …</translation>
    </message>
    <message>
        <source>What the label is</source>
        <translation>Was das Label ist</translation>
    </message>
    <message>
        <source>Coded meanings</source>
        <translation>Kodierte Bedeutungen</translation>
    </message>
    <message>
        <source>Label to merge into</source>
        <translation>Label, mit dem vereint wird</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Vereinen mit</translation>
    </message>
    <message>
        <source>In DICOM: %1, %2.</source>
        <translation>In DICOM: %1, %2.</translation>
    </message>
    <message>
        <source>In DICOM it gets its code from the name “%1”.</source>
        <translation>In DICOM bekommt es seinen Code nach dem Namen „%1“.</translation>
    </message>
    <message>
        <source>There is no other label.</source>
        <translation>Es gibt kein anderes Label.</translation>
    </message>
    <message>
        <source>Every pixel of this label becomes the other one.</source>
        <translation>Jeder Pixel dieses Labels wird zum anderen.</translation>
    </message>
    <message>
        <source>One of the two is locked; unlock it first.</source>
        <translation>Eines der beiden ist gesperrt; entsperren Sie es zuerst.</translation>
    </message>
    <message>
        <source>Its pixels show again what the model says.</source>
        <translation>Seine Pixel zeigen wieder, was das Modell sagt.</translation>
    </message>
    <message>
        <source>It is locked; unlock it first.</source>
        <translation>Es ist gesperrt; entsperren Sie es zuerst.</translation>
    </message>
    <message>
        <source>It is the only label.</source>
        <translation>Es ist das einzige Label.</translation>
    </message>
    <message>
        <source>The model makes this label: hide it, or merge it into another.</source>
        <translation>Dieses Label stammt vom Modell: Blenden Sie es aus oder vereinen Sie es mit einem anderen.</translation>
    </message>
    <message>
        <source>By its own name</source>
        <translation>Nach dem eigenen Namen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found; any name may be used.</source>
        <translation>Nichts gefunden; jeder Name ist erlaubt.</translation>
    </message>
</context>
<context>
    <name>limn::LabelPanel</name>
    <message>
        <source>Labels come with the model, or add your own.</source>
        <translation>Labels kommen mit dem Modell; eigene lassen sich hinzufügen.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Label tables of other programs, colours, showing and locking all.</source>
        <translation>Label-Tabellen anderer Programme, Farben, alle zeigen oder sperren.</translation>
    </message>
    <message>
        <source>Adds a label to this image.</source>
        <translation>Fügt diesem Bild ein Label hinzu.</translation>
    </message>
    <message>
        <source>Adds a label. Open an image first.</source>
        <translation>Fügt ein Label hinzu. Zuerst ein Bild öffnen.</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
</context>
<context>
    <name>limn::LabelRowWidget</name>
    <message>
        <source>Opacity, meaning, order, merging, deleting.</source>
        <translation>Deckkraft, Bedeutung, Reihenfolge, Vereinen, Löschen.</translation>
    </message>
    <message>
        <source>Label %1, %2</source>
        <translation>Label %1, %2</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>Changes the colour of this label.</source>
        <translation>Ändert die Farbe dieses Labels.</translation>
    </message>
    <message>
        <source>Name of label %1</source>
        <translation>Name von Label %1</translation>
    </message>
    <message>
        <source>%1&lt;br&gt;A double click or F2 renames it.</source>
        <translation>%1&lt;br&gt;Doppelklick oder F2 benennt es um.</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Shown. Click to hide this label.</source>
        <translation>Sichtbar. Ein Klick blendet das Label aus.</translation>
    </message>
    <message>
        <source>Hidden. Click to show this label.</source>
        <translation>Ausgeblendet. Ein Klick zeigt das Label.</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Locked: never painted over. Click to unlock.</source>
        <translation>Gesperrt: wird nie übermalt. Ein Klick entsperrt.</translation>
    </message>
    <message>
        <source>Click to lock, so that nothing paints over this label.</source>
        <translation>Ein Klick sperrt, damit nichts dieses Label übermalt.</translation>
    </message>
    <message>
        <source>Chosen: tools draw this label.</source>
        <translation>Gewählt: Werkzeuge zeichnen dieses Label.</translation>
    </message>
</context>
<context>
    <name>limn::LabelTableMenu</name>
    <message>
        <source>Import a label table…</source>
        <translation>Label-Tabelle importieren …</translation>
    </message>
    <message>
        <source>Export for ITK-SNAP…</source>
        <translation>Für ITK-SNAP exportieren …</translation>
    </message>
    <message>
        <source>Export for 3D Slicer…</source>
        <translation>Für 3D Slicer exportieren …</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Told apart with any kind of colour vision.</source>
        <translation>Bei jeder Art von Farbsehen zu unterscheiden.</translation>
    </message>
    <message>
        <source>Okabe and Ito</source>
        <translation>Okabe und Ito</translation>
    </message>
    <message>
        <source>Tol, bright</source>
        <translation>Tol, kräftig</translation>
    </message>
    <message>
        <source>Tol, muted</source>
        <translation>Tol, gedämpft</translation>
    </message>
    <message>
        <source>Show all labels</source>
        <translation>Alle Labels zeigen</translation>
    </message>
    <message>
        <source>Lock all labels</source>
        <translation>Alle Labels sperren</translation>
    </message>
    <message>
        <source>Unlock all labels</source>
        <translation>Alle Labels entsperren</translation>
    </message>
    <message>
        <source>Import a label table</source>
        <translation>Label-Tabelle importieren</translation>
    </message>
    <message>
        <source>Label tables (*.txt *.ctbl *.label);;All files (*)</source>
        <translation>Label-Tabellen (*.txt *.ctbl *.label);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export the label table</source>
        <translation>Label-Tabelle exportieren</translation>
    </message>
    <message>
        <source>3D Slicer colour table (*.ctbl)</source>
        <translation>3D-Slicer-Farbtabelle (*.ctbl)</translation>
    </message>
    <message>
        <source>ITK-SNAP label descriptions (*.txt)</source>
        <translation>ITK-SNAP-Label-Beschreibungen (*.txt)</translation>
    </message>
</context>
<context>
    <name>limn::LookModel</name>
    <message>
        <source>resolved: you drew there</source>
        <translation>erledigt: Sie haben dort gezeichnet</translation>
    </message>
    <message>
        <source>marked as resolved</source>
        <translation>als erledigt markiert</translation>
    </message>
    <message>
        <source>visited</source>
        <translation>besucht</translation>
    </message>
    <message>
        <source>not visited</source>
        <translation>nicht besucht</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>S and G disagree</source>
        <translation>S und G uneins</translation>
    </message>
    <message>
        <source>chains disagree</source>
        <translation>Ketten uneins</translation>
    </message>
    <message>
        <source>%1: %2. Mean doubt %3 %, %4.</source>
        <translation>%1: %2. Mittlere Unsicherheit %3 %, %4.</translation>
    </message>
    <message>
        <source>Place %1, %2, %3, doubt %4 %, %5</source>
        <translation>Stelle %1, %2, %3, Unsicherheit %4 %, %5</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>limn::LookPanel</name>
    <message>
        <source>Where to look next</source>
        <translation>Als Nächstes ansehen</translation>
    </message>
    <message>
        <source>Where the model is unsure (entropy), the largest first. It does not show where the model is wrong and sure of it.</source>
        <translation>Wo das Modell unsicher ist (Entropie), das Größte zuerst. Es zeigt nicht, wo das Modell sich irrt und dabei sicher ist.</translation>
    </message>
    <message>
        <source>Places that are not resolved</source>
        <translation>Nicht erledigte Stellen</translation>
    </message>
    <message>
        <source>Places that are not resolved / all places</source>
        <translation>Nicht erledigte Stellen / alle Stellen</translation>
    </message>
    <message>
        <source>Open an image first.</source>
        <translation>Zuerst ein Bild öffnen.</translation>
    </message>
    <message>
        <source>Run the model (R) to list the doubtful places.</source>
        <translation>Das Modell ausführen (R), um die unsicheren Stellen aufzulisten.</translation>
    </message>
    <message>
        <source>The model is sure everywhere. That does not mean that it is right.</source>
        <translation>Das Modell ist überall sicher. Das heißt nicht, dass es recht hat.</translation>
    </message>
    <message>
        <source>Every doubtful place is resolved.</source>
        <translation>Jede unsichere Stelle ist erledigt.</translation>
    </message>
    <message>
        <source>Go to a place first (%1).</source>
        <translation>Gehen Sie zuerst zu einer Stelle (%1).</translation>
    </message>
    <message>
        <source>You drew there: it counts as resolved.</source>
        <translation>Sie haben dort gezeichnet: Die Stelle gilt als erledigt.</translation>
    </message>
</context>
<context>
    <name>limn::MainWindow</name>
    <message>
        <source>%1 %2 / %3</source>
        <translation>%1 %2 / %3</translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>Dateien ersetzen?</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are already in the folder.</source>
        <translation>
            <numerusform>%n Datei dieses Namens ist schon im Ordner.</numerusform>
            <numerusform>%n Dateien dieser Namen sind schon im Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace the files</source>
        <translation>Dateien ersetzen</translation>
    </message>
    <message>
        <source>Keep the files</source>
        <translation>Dateien behalten</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Import masks</source>
        <translation>Masken importieren</translation>
    </message>
    <message>
        <source>Open an image first.</source>
        <translation>Zuerst ein Bild öffnen.</translation>
    </message>
    <message>
        <source>The image is still being read.</source>
        <translation>Das Bild wird noch gelesen.</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Es läuft nichts.</translation>
    </message>
    <message>
        <source>Take B or keep A first.</source>
        <translation>Zuerst B nehmen oder A behalten.</translation>
    </message>
    <message>
        <source>Wait for the run, or stop it.</source>
        <translation>Den Lauf abwarten oder anhalten.</translation>
    </message>
    <message>
        <source>Open a folder first.</source>
        <translation>Zuerst einen Ordner öffnen.</translation>
    </message>
    <message>
        <source>Only DICOM files have tags.</source>
        <translation>Nur DICOM-Dateien haben Tags.</translation>
    </message>
    <message>
        <source>Run the model first.</source>
        <translation>Zuerst das Modell ausführen.</translation>
    </message>
    <message>
        <source>Takes back: %1.</source>
        <translation>Nimmt zurück: %1.</translation>
    </message>
    <message>
        <source>Takes the last change back.</source>
        <translation>Nimmt die letzte Änderung zurück.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Does again: %1.</source>
        <translation>Stellt wieder her: %1.</translation>
    </message>
    <message>
        <source>Does again what was undone.</source>
        <translation>Stellt wieder her, was rückgängig gemacht wurde.</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>Nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>Limn</source>
        <translation>Limn</translation>
    </message>
    <message>
        <source>%1 – Limn</source>
        <translation>%1 – Limn</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Work list and image</source>
        <translation>Arbeitsliste und Bild</translation>
    </message>
    <message>
        <source>Labels and overlay</source>
        <translation>Labels und Überlagerung</translation>
    </message>
    <message>
        <source>Research use. Reconstruction of a published abstract; see About.</source>
        <translation>Für die Forschung. Rekonstruktion einer veröffentlichten Kurzfassung; siehe „Über Limn“.</translation>
    </message>
    <message>
        <source>Research use</source>
        <translation>Für die Forschung</translation>
    </message>
    <message>
        <source>%1 ✓</source>
        <translation>%1 ✓</translation>
    </message>
    <message>
        <source>Statistics of every label</source>
        <translation>Statistik jedes Labels</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Doubtful place %1 was not seen yet. Look at it; %2 goes on.</source>
        <translation>Die unsichere Stelle %1 wurde noch nicht gesehen. Sehen Sie nach; %2 geht weiter.</translation>
    </message>
    <message>
        <source>No image was begun yet.</source>
        <translation>Es wurde noch kein Bild begonnen.</translation>
    </message>
    <message>
        <source>Review mode is off.</source>
        <translation>Der Prüfmodus ist aus.</translation>
    </message>
    <message>
        <source>A run is in progress; {stop} stops it.</source>
        <translation>Ein Lauf ist im Gang; {stop} hält ihn an.</translation>
    </message>
    <message>
        <source>Accept an image first ({accept}).</source>
        <translation>Zuerst ein Bild annehmen ({accept}).</translation>
    </message>
</context>
<context>
    <name>limn::Maker</name>
    <message>
        <source>Window preset %1</source>
        <translation>Fenster-Voreinstellung %1</translation>
    </message>
    <message>
        <source>One of the named windows of “Grey levels”; for CT soft tissue, lung, bone, brain, liver, abdomen.</source>
        <translation>Eines der benannten Fenster unter „Fensterung“; für CT Weichteile, Lunge, Knochen, Gehirn, Leber, Abdomen.</translation>
    </message>
    <message>
        <source>Label in row %1</source>
        <translation>Label in Zeile %1</translation>
    </message>
    <message>
        <source>The brush paints this label.</source>
        <translation>Der Pinsel malt dieses Label.</translation>
    </message>
</context>
<context>
    <name>limn::MapLegend</name>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>Scale of the display</source>
        <translation>Skala der Darstellung</translation>
    </message>
    <message>
        <source>decided at step %1</source>
        <translation>entschieden bei Schritt %1</translation>
    </message>
    <message>
        <source>early … late</source>
        <translation>früh … spät</translation>
    </message>
</context>
<context>
    <name>limn::MapPanes</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>what the chain holds</source>
        <translation>was die Kette enthält</translation>
    </message>
    <message>
        <source>S: semantic</source>
        <translation>S: semantisch</translation>
    </message>
    <message>
        <source>what the pixels look like</source>
        <translation>wonach die Pixel aussehen</translation>
    </message>
    <message>
        <source>G: generative</source>
        <translation>G: generativ</translation>
    </message>
    <message>
        <source>which shape is likely</source>
        <translation>welche Form wahrscheinlich ist</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>what S and G agree on</source>
        <translation>worin S und G übereinstimmen</translation>
    </message>
    <message>
        <source>Maps side by side</source>
        <translation>Karten nebeneinander</translation>
    </message>
    <message>
        <source>State, semantic map, generative map and answer of the step that is shown.</source>
        <translation>Zustand, semantische Karte, generative Karte und Ergebnis des gezeigten Schritts.</translation>
    </message>
    <message>
        <source>To look at: the wheel zooms, a drag moves; tools work on the large picture.</source>
        <translation>Zum Ansehen: Das Mausrad zoomt, Ziehen verschiebt; Werkzeuge wirken auf das große Bild.</translation>
    </message>
</context>
<context>
    <name>limn::MessageBar</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Shows what the program knows of the cause.</source>
        <translation>Zeigt, was das Programm über die Ursache weiß.</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Closes the message.</source>
        <translation>Schließt die Meldung.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::NotePanel</name>
    <message>
        <source>Note on this image</source>
        <translation>Notiz zu diesem Bild</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Comment of the review</source>
        <translation>Kommentar der Prüfung</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Kept with the image, and listed in the statistics.</source>
        <translation>Wird beim Bild aufbewahrt und in der Statistik aufgeführt.</translation>
    </message>
    <message>
        <source>a reviewer</source>
        <translation>einer prüfenden Person</translation>
    </message>
    <message>
        <source>Reviewed by %1.</source>
        <translation>Geprüft von %1.</translation>
    </message>
    <message>
        <source>Sent back by %1.</source>
        <translation>Zurückgegeben von %1.</translation>
    </message>
</context>
<context>
    <name>limn::Opening</name>
    <message>
        <source>%1 is cut. What is there is shown; the missing pixels are 0.</source>
        <translation>%1 ist abgeschnitten. Gezeigt wird, was da ist; die fehlenden Pixel sind 0.</translation>
    </message>
</context>
<context>
    <name>limn::OverlayPanel</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>Von, bis</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Lines of equal probability</source>
        <translation>Linien gleicher Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Label that the display shows</source>
        <translation>Label, das die Darstellung zeigt</translation>
    </message>
    <message>
        <source>Whose probability is shown.</source>
        <translation>Wessen Wahrscheinlichkeit gezeigt wird.</translation>
    </message>
    <message>
        <source>Difference from step</source>
        <translation>Unterschied von Schritt</translation>
    </message>
    <message>
        <source>Difference to step</source>
        <translation>Unterschied bis Schritt</translation>
    </message>
    <message>
        <source>Colours of the scale</source>
        <translation>Farben der Skala</translation>
    </message>
    <message>
        <source>cividis</source>
        <translation>cividis</translation>
    </message>
    <message>
        <source>viridis</source>
        <translation>viridis</translation>
    </message>
    <message>
        <source>magma</source>
        <translation>magma</translation>
    </message>
    <message>
        <source>Lines where the label&apos;s probability is 0.1, 0.25, 0.5, 0.75 and 0.9.</source>
        <translation>Linien, wo die Wahrscheinlichkeit des Labels 0,1, 0,25, 0,5, 0,75 und 0,9 ist.</translation>
    </message>
    <message>
        <source>Opacity of the overlay</source>
        <translation>Deckkraft der Überlagerung</translation>
    </message>
    <message>
        <source>How much the overlay covers the picture.</source>
        <translation>Wie sehr die Überlagerung das Bild verdeckt.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>%1 Not now: %2</source>
        <translation>%1 Gerade nicht: %2</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>Gerade nicht: %1</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>das aktuelle</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>A step, or the one that is shown.</source>
        <translation>Ein Schritt, oder der gezeigte.</translation>
    </message>
</context>
<context>
    <name>limn::PaintRulesPopup</name>
    <message>
        <source>p &gt; %1</source>
        <translation>p &gt; %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>in background</source>
        <translation>im Hintergrund</translation>
    </message>
    <message>
        <source>Only where p is above</source>
        <translation>Nur wo p größer ist als</translation>
    </message>
    <message>
        <source>Where the model gives the current label at least this probability.</source>
        <translation>Wo das Modell dem aktuellen Label mindestens diese Wahrscheinlichkeit gibt.</translation>
    </message>
    <message>
        <source>Least probability</source>
        <translation>Kleinste Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Only where the value is from</source>
        <translation>Nur wo der Wert liegt von</translation>
    </message>
    <message>
        <source>Values as in the file: Hounsfield units of a CT, grey levels of a picture.</source>
        <translation>Werte wie in der Datei: Hounsfield-Einheiten einer CT, Graustufen eines Bildes.</translation>
    </message>
    <message>
        <source>Lowest value</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Only inside</source>
        <translation>Nur innerhalb von</translation>
    </message>
    <message>
        <source>Where this label is shown now.</source>
        <translation>Wo dieses Label jetzt zu sehen ist.</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Size in pixels of the screen</source>
        <translation>Größe in Pixeln des Bildschirms</translation>
    </message>
    <message>
        <source>The brush keeps its size on the screen: zoom in to paint finer.</source>
        <translation>Der Pinsel behält seine Größe auf dem Bildschirm: Vergrößern malt feiner.</translation>
    </message>
    <message>
        <source>A pen&apos;s pressure makes it smaller</source>
        <translation>Stiftdruck macht ihn kleiner</translation>
    </message>
    <message>
        <source>With a pen tablet: the harder, the wider, up to the size.</source>
        <translation>Mit einem Grafiktablett: je fester, desto breiter, bis zur Größe.</translation>
    </message>
    <message>
        <source>Where to paint</source>
        <translation>Wo gemalt wird</translation>
    </message>
    <message>
        <source>From the window</source>
        <translation>Aus dem Fenster</translation>
    </message>
    <message>
        <source>Range from the display window</source>
        <translation>Bereich aus dem Anzeigefenster</translation>
    </message>
    <message>
        <source>Takes the grey levels that are not shown black or white.</source>
        <translation>Nimmt die Werte, die weder schwarz noch weiß gezeigt werden.</translation>
    </message>
    <message>
        <source>Label to stay inside</source>
        <translation>Label, in dem gemalt wird</translation>
    </message>
    <message>
        <source>Paint anywhere</source>
        <translation>Überall malen</translation>
    </message>
    <message>
        <source>Takes all three rules away. Locked labels hold all the same.</source>
        <translation>Hebt alle drei Regeln auf. Gesperrte Labels bleiben trotzdem gesperrt.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Run the model first: then there are probabilities.</source>
        <translation>Zuerst das Modell ausführen: Dann gibt es Wahrscheinlichkeiten.</translation>
    </message>
</context>
<context>
    <name>limn::PixelProbe</name>
    <message>
        <source>Pixel under the pointer</source>
        <translation>Pixel unter dem Zeiger</translation>
    </message>
    <message>
        <source>How probable each label is at the pixel pointed at: now, and at every step.</source>
        <translation>Wie wahrscheinlich jedes Label an diesem Pixel ist: jetzt und bei jedem Schritt.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Pixel %1, %2</source>
        <translation>Pixel %1, %2</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Point at the picture: each label&apos;s probability is shown here, at every step.</source>
        <translation>Zeigen Sie auf das Bild: Hier steht dann die Wahrscheinlichkeit jedes Labels, bei jedem Schritt.</translation>
    </message>
    <message>
        <source>After a run, each label&apos;s probability at the pixel pointed at is shown here.</source>
        <translation>Nach einem Lauf steht hier die Wahrscheinlichkeit jedes Labels am Pixel unter dem Zeiger.</translation>
    </message>
</context>
<context>
    <name>limn::PlanePanes</name>
    <message>
        <source>The other two planes</source>
        <translation>Die anderen beiden Ebenen</translation>
    </message>
    <message>
        <source>A click goes to that place; the wheel turns slices.</source>
        <translation>Ein Klick geht zu dieser Stelle; das Mausrad blättert durch die Schichten.</translation>
    </message>
    <message>
        <source>Row %1, to the right: %2</source>
        <translation>Zeile %1, nach rechts: %2</translation>
    </message>
    <message>
        <source>Column %1, to the right: %2</source>
        <translation>Spalte %1, nach rechts: %2</translation>
    </message>
</context>
<context>
    <name>limn::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Language, look, who is at work.</source>
        <translation>Sprache, Aussehen, wer arbeitet.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Which key does what.</source>
        <translation>Welche Taste was tut.</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>What dragging does.</source>
        <translation>Was das Ziehen bewirkt.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where models are, and where masks go.</source>
        <translation>Wo Modelle liegen und wohin Masken kommen.</translation>
    </message>
    <message>
        <source>Device and memory</source>
        <translation>Gerät und Speicher</translation>
    </message>
    <message>
        <source>Where the model runs.</source>
        <translation>Wo das Modell läuft.</translation>
    </message>
    <message>
        <source>Page of the preferences</source>
        <translation>Seite der Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the preferences</source>
        <translation>Einstellungen schließen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The system&apos;s, else English</source>
        <translation>Die des Systems, sonst Englisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Holds from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Nobody&apos;s name is kept</source>
        <translation>Kein Name wird gespeichert</translation>
    </message>
    <message>
        <source>Kept with every image that you change, accept or review.</source>
        <translation>Wird bei jedem Bild gespeichert, das Sie ändern, annehmen oder prüfen.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Before accepting, see the most doubtful places</source>
        <translation>Vor dem Annehmen die unsichersten Stellen ansehen</translation>
    </message>
    <message>
        <source>Language and size change with the next start.</source>
        <translation>Sprache und Größe ändern sich mit dem nächsten Start.</translation>
    </message>
    <message>
        <source>Dragging with the right button</source>
        <translation>Ziehen mit der rechten Taste</translation>
    </message>
    <message>
        <source>Window and level</source>
        <translation>Fensterbreite und Fenstermitte</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Right button, dragged</source>
        <translation>Rechts ziehen</translation>
    </message>
    <message>
        <source>Dragging down makes brighter</source>
        <translation>Ziehen nach unten macht heller</translation>
    </message>
    <message>
        <source>Else dragging down makes darker.</source>
        <translation>Sonst macht Ziehen nach unten dunkler.</translation>
    </message>
    <message>
        <source>Dragging to the right makes the window narrower</source>
        <translation>Ziehen nach rechts macht das Fenster schmaler</translation>
    </message>
    <message>
        <source>Else dragging to the right makes it wider.</source>
        <translation>Sonst macht Ziehen nach rechts es breiter.</translation>
    </message>
    <message>
        <source>The left button is the tool&apos;s, the middle one moves the picture. The wheel goes through the slices, or zooms a single image; with Ctrl it zooms at the pointer, with Shift it sets the size of the brush.</source>
        <translation>Die linke Taste gehört dem Werkzeug, die mittlere verschiebt das Bild. Das Mausrad geht durch die Schichten oder zoomt ein Einzelbild; mit Strg zoomt es am Zeiger, mit Umschalt stellt es die Größe des Pinsels ein.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>Weitere Modelle</translation>
    </message>
    <message>
        <source>Folder with more models</source>
        <translation>Ordner mit weiteren Modellen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Masks go to</source>
        <translation>Masken kommen in</translation>
    </message>
    <message>
        <source>Folder for masks</source>
        <translation>Ordner für Masken</translation>
    </message>
    <message>
        <source>masks, beside the images</source>
        <translation>masks, neben den Bildern</translation>
    </message>
    <message>
        <source>The work file annotations.limn lies beside the images, or in your data folder where that can&apos;t be written.</source>
        <translation>Die Arbeitsdatei annotations.limn liegt neben den Bildern oder, wo dort nicht geschrieben werden kann, in Ihrem Datenordner.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Steps of runs</source>
        <translation>Schritte von Läufen</translation>
    </message>
    <message>
        <source>Memory for the steps of runs</source>
        <translation>Speicher für die Schritte von Läufen</translation>
    </message>
    <message>
        <source>Images decoded ahead</source>
        <translation>Vorausgelesene Bilder</translation>
    </message>
    <message>
        <source>Memory for images decoded ahead</source>
        <translation>Speicher für vorausgelesene Bilder</translation>
    </message>
    <message>
        <source>Steps above this go to the disk and are read from there. With no memory for images decoded ahead, each is decoded when it is opened.</source>
        <translation>Schritte darüber hinaus kommen auf die Platte und werden von dort gelesen. Ohne Speicher für vorausgelesene Bilder wird jedes erst beim Öffnen gelesen.</translation>
    </message>
    <message>
        <source>{accept} goes to the three most doubtful places first, as far as nobody has been there.</source>
        <translation>{accept} geht zuerst zu den drei unsichersten Stellen, an denen noch niemand war.</translation>
    </message>
</context>
<context>
    <name>limn::PreferencesKeys</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Andere Taste</translation>
    </message>
    <message>
        <source>As in the preset</source>
        <translation>Wie vorgegeben</translation>
    </message>
    <message>
        <source>Keys like those of</source>
        <translation>Tasten wie bei</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Give this command the preset&apos;s keys</source>
        <translation>Diesem Befehl die vorgegebenen Tasten geben</translation>
    </message>
    <message>
        <source>Keys that are given twice</source>
        <translation>Doppelt vergebene Tasten</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>%1 is given twice: %2 and %3. Neither works by it until one has another key.</source>
        <translation>%1 ist doppelt vergeben: %2 und %3. Keiner hört darauf, bis einer eine andere Taste hat.</translation>
    </message>
    <message>
        <source>Takes back what you chose for this command.</source>
        <translation>Nimmt zurück, was Sie für diesen Befehl gewählt haben.</translation>
    </message>
    <message>
        <source>This command has the preset&apos;s keys.</source>
        <translation>Dieser Befehl hat die vorgegebenen Tasten.</translation>
    </message>
</context>
<context>
    <name>limn::Program</name>
    <message>
        <source>Open again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>%1 is not the picture that the kept work was done on; it is kept, and not shown.</source>
        <translation>%1 ist nicht das Bild, zu dem die gespeicherte Arbeit gehört; sie bleibt gespeichert und wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Show what is there</source>
        <translation>Zeigen, was da ist</translation>
    </message>
    <message>
        <source>Reading the list of images</source>
        <translation>Bilderliste wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) taken from the table.</source>
        <translation>
            <numerusform>%n Label aus der Tabelle übernommen.</numerusform>
            <numerusform>%n Labels aus der Tabelle übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The label table is in %1.</source>
        <translation>Die Label-Tabelle liegt in %1.</translation>
    </message>
    <message>
        <source>%1 has no memory left; the run goes on on the CPU.</source>
        <translation>%1 hat keinen Speicher mehr; der Lauf geht auf der CPU weiter.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) exported, %1 files, to %2.</source>
        <translation>
            <numerusform>%n Bild exportiert, %1 Dateien, nach %2.</numerusform>
            <numerusform>%n Bilder exportiert, %1 Dateien, nach %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export cancelled after %n image(s).</source>
        <translation>
            <numerusform>Export nach %n Bild abgebrochen.</numerusform>
            <numerusform>Export nach %n Bildern abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing masks</source>
        <translation>Masken werden importiert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Points in time</source>
        <translation>Zeitpunkte</translation>
    </message>
    <message>
        <source>Cut file</source>
        <translation>Abgeschnittene Datei</translation>
    </message>
    <message>
        <source>missing pixels are 0</source>
        <translation>fehlende Pixel sind 0</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Pixelabstand</translation>
    </message>
    <message>
        <source>%1 × %2 mm%3</source>
        <translation>%1 × %2 mm%3</translation>
    </message>
    <message>
        <source> at detector</source>
        <translation> am Detektor</translation>
    </message>
    <message>
        <source>Keep a copy elsewhere…</source>
        <translation>Kopie anderswo sichern …</translation>
    </message>
    <message>
        <source>Where to keep a copy of this image&apos;s work</source>
        <translation>Wo die Arbeit an diesem Bild gesichert wird</translation>
    </message>
    <message>
        <source>A copy of this image&apos;s work is in %1. With the image beside it, opening that folder goes on from there.</source>
        <translation>Eine Kopie der Arbeit an diesem Bild liegt in %1. Mit dem Bild daneben geht es dort beim Öffnen des Ordners weiter.</translation>
    </message>
    <message>
        <source>Another program changed %1 while it was open. That version is kept as %2, and your work goes on.</source>
        <translation>Ein anderes Programm hat %1 geändert, während die Datei offen war. Jene Fassung ist als %2 aufbewahrt, und Ihre Arbeit geht weiter.</translation>
    </message>
    <message>
        <source>Only %2 are left where %1 lies. Free some space before the disk is full; what can&apos;t be written stays in memory until then.</source>
        <translation>Wo %1 liegt, sind nur noch %2 frei. Schaffen Sie Platz, bevor der Datenträger voll ist; was sich nicht schreiben lässt, bleibt so lange im Speicher.</translation>
    </message>
    <message>
        <source>The model has run on %1 ahead.</source>
        <translation>Das Modell ist für %1 vorausgelaufen.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messung</translation>
    </message>
    <message numerus="yes">
        <source>The labels of %n image(s) are in %1.</source>
        <translation>
            <numerusform>Die Labels von %n Bild stehen in %1.</numerusform>
            <numerusform>Die Labels von %n Bildern stehen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the folder again</source>
        <translation>Ordner neu lesen</translation>
    </message>
</context>
<context>
    <name>limn::RefinePanel</name>
    <message>
        <source>Other</source>
        <translation>Anderer</translation>
    </message>
    <message>
        <source>On every slice</source>
        <translation>Auf jeder Schicht</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Refinement</source>
        <translation>Nachbearbeitung</translation>
    </message>
    <message>
        <source>Amount of the refinement</source>
        <translation>Maß der Nachbearbeitung</translation>
    </message>
    <message>
        <source>Unit of the amount</source>
        <translation>Einheit des Maßes</translation>
    </message>
    <message>
        <source>The other outline</source>
        <translation>Der andere Umriss</translation>
    </message>
    <message>
        <source>Each slice is refined by itself.</source>
        <translation>Jede Schicht wird für sich nachbearbeitet.</translation>
    </message>
    <message>
        <source>Shows what would change; Escape puts it away.</source>
        <translation>Zeigt, was sich ändern würde; Esc nimmt es weg.</translation>
    </message>
    <message>
        <source>Preview the refinement</source>
        <translation>Vorschau der Nachbearbeitung</translation>
    </message>
    <message>
        <source>Apply the refinement</source>
        <translation>Nachbearbeitung anwenden</translation>
    </message>
    <message>
        <source>Refine on every slice</source>
        <translation>Auf jeder Schicht nachbearbeiten</translation>
    </message>
    <message>
        <source>What the refinement changes</source>
        <translation>Was die Nachbearbeitung ändert</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Nachbearbeiten</translation>
    </message>
    <message>
        <source>Largest piece, holes, smoothing and more, for the current label.</source>
        <translation>Größtes Stück, Löcher, Glätten und mehr, für das aktuelle Label.</translation>
    </message>
    <message>
        <source>Refine the label</source>
        <translation>Das Label nachbearbeiten</translation>
    </message>
    <message>
        <source>Slice %1 of %2 …</source>
        <translation>Schicht %1 von %2 …</translation>
    </message>
    <message>
        <source>px²</source>
        <translation>px²</translation>
    </message>
    <message>
        <source>mm²</source>
        <translation>mm²</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>The model alone</source>
        <translation>Das Modell allein</translation>
    </message>
    <message>
        <source>Open an image first.</source>
        <translation>Zuerst ein Bild öffnen.</translation>
    </message>
    <message>
        <source>The label is locked.</source>
        <translation>Das Label ist gesperrt.</translation>
    </message>
    <message>
        <source>Run the model first.</source>
        <translation>Zuerst das Modell ausführen.</translation>
    </message>
    <message>
        <source>Applied: %1 px added, %2 px taken away.</source>
        <translation>Angewendet: %1 px hinzugefügt, %2 px entfernt.</translation>
    </message>
    <message>
        <source>The file does not say how large a pixel is.</source>
        <translation>Die Datei sagt nicht, wie groß ein Pixel ist.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>Would add %1 px and take away %2 px.</source>
        <translation>Würde %1 px hinzufügen und %2 px entfernen.</translation>
    </message>
</context>
<context>
    <name>limn::ReleaseDialog</name>
    <message>
        <source>Leave out images that say that words are burned in</source>
        <translation>Bilder weglassen, die eingebrannte Schrift melden</translation>
    </message>
    <message>
        <source>Split by patient</source>
        <translation>Nach Patienten aufteilen</translation>
    </message>
    <message>
        <source>Make the data set</source>
        <translation>Datensatz erstellen</translation>
    </message>
    <message>
        <source>Make a data set</source>
        <translation>Datensatz erstellen</translation>
    </message>
    <message>
        <source>Images of the data set</source>
        <translation>Bilder des Datensatzes</translation>
    </message>
    <message>
        <source>Licence of the data set</source>
        <translation>Lizenz des Datensatzes</translation>
    </message>
    <message>
        <source>such as CC BY 4.0; goes into the README</source>
        <translation>etwa CC BY 4.0; kommt in die README</translation>
    </message>
    <message>
        <source>Make the data set now</source>
        <translation>Datensatz jetzt erstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the data set</source>
        <translation>Datensatz abbrechen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Masks as</source>
        <translation>Masken als</translation>
    </message>
    <message>
        <source>Copies of the images, and patient data</source>
        <translation>Kopien der Bilder und Patientendaten</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>%1 Of DICOM images alone.</source>
        <translation>%1 Nur bei DICOM-Bildern.</translation>
    </message>
    <message>
        <source>Copies of the images</source>
        <translation>Kopien der Bilder</translation>
    </message>
    <message>
        <source>De-identified copies, numbers instead of names</source>
        <translation>De-identifizierte Kopien, Nummern statt Namen</translation>
    </message>
    <message>
        <source>Copies as they are, with all patient data in them</source>
        <translation>Unveränderte Kopien, mit allen Patientendaten</translation>
    </message>
    <message>
        <source>No copies: masks alone, by the images&apos; names</source>
        <translation>Keine Kopien: nur Masken, nach den Bildern benannt</translation>
    </message>
    <message>
        <source>Dates in the copies</source>
        <translation>Datumsangaben in den Kopien</translation>
    </message>
    <message>
        <source>shifted, by one number of days a patient</source>
        <translation>verschoben, je Patient um gleich viele Tage</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>geleert</translation>
    </message>
    <message>
        <source>annotations.key.json in %1</source>
        <translation>annotations.key.json in %1</translation>
    </message>
    <message>
        <source>File that says who is who</source>
        <translation>Datei, die Nummern und Patienten verbindet</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Shares for training, validation and test</source>
        <translation>Anteile für Training, Validierung und Test</translation>
    </message>
    <message>
        <source>Percent for training, validation and test, with / between them.</source>
        <translation>Prozent für Training, Validierung und Test, mit / dazwischen.</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Startwert der Aufteilung</translation>
    </message>
    <message>
        <source>The same seed gives the same split on every machine.</source>
        <translation>Derselbe Startwert ergibt auf jedem Rechner dieselbe Aufteilung.</translation>
    </message>
    <message>
        <source>What images of one patient have in common</source>
        <translation>Was Bilder eines Patienten gemeinsam haben</translation>
    </message>
    <message>
        <source>the DICOM PatientID; else each image its own</source>
        <translation>die DICOM-PatientID; sonst jedes einzeln</translation>
    </message>
    <message>
        <source>the folder that they lie in</source>
        <translation>der Ordner, in dem sie liegen</translation>
    </message>
    <message>
        <source>nothing: each image its own</source>
        <translation>nichts: jedes Bild für sich</translation>
    </message>
    <message>
        <source>as the first, and a pattern in names</source>
        <translation>wie das erste, und ein Muster im Namen</translation>
    </message>
    <message>
        <source>Pattern in file names</source>
        <translation>Muster in Dateinamen</translation>
    </message>
    <message>
        <source>A regular expression: what its first group finds in a file&apos;s name is the patient.</source>
        <translation>Ein regulärer Ausdruck: Was seine erste Gruppe im Dateinamen findet, ist der Patient.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>One patient by</source>
        <translation>Patient nach</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>All accepted images (%1)</source>
        <translation>Alle angenommenen Bilder (%1)</translation>
    </message>
    <message>
        <source>All edited and accepted images (%1)</source>
        <translation>Alle bearbeiteten und angenommenen Bilder (%1)</translation>
    </message>
    <message>
        <source>Tick at least one kind of mask, or choose copies of the images.</source>
        <translation>Wählen Sie mindestens eine Art von Maske oder Kopien der Bilder.</translation>
    </message>
    <message>
        <source>A split is up to three numbers with / between them, such as 70/15/15.</source>
        <translation>Eine Aufteilung sind bis zu drei Zahlen mit / dazwischen, etwa 70/15/15.</translation>
    </message>
    <message>
        <source>Write the pattern that finds the patient in a file&apos;s name.</source>
        <translation>Geben Sie das Muster an, das den Patienten im Dateinamen findet.</translation>
    </message>
    <message>
        <source>The pattern is no regular expression: %1.</source>
        <translation>Das Muster ist kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>The file that says who is who must not lie in the data set.</source>
        <translation>Die Schlüsseldatei darf nicht im Datensatz liegen.</translation>
    </message>
    <message>
        <source>Only of de-identified copies.</source>
        <translation>Nur bei de-identifizierten Kopien.</translation>
    </message>
    <message>
        <source>Shifted dates keep the time between a patient&apos;s images.</source>
        <translation>Verschobene Datumsangaben erhalten die Zeit zwischen den Bildern eines Patienten.</translation>
    </message>
    <message>
        <source>Tells which number is which patient. Keep it, and keep it apart from the data set.</source>
        <translation>Sagt, welche Nummer welcher Patient ist. Bewahren Sie sie auf, und zwar getrennt vom Datensatz.</translation>
    </message>
    <message>
        <source>BurnedInAnnotation is YES in their headers.</source>
        <translation>In ihrem Kopf ist BurnedInAnnotation YES.</translation>
    </message>
    <message>
        <source>DICOM by the basic profile of PS3.15, other files without all that they say beside their pixels. Pixels stay: words or faces that can be seen in a picture are still there.</source>
        <translation>DICOM nach dem Grundprofil von PS3.15, andere Dateien ohne alles, was sie neben den Pixeln sagen. Pixel bleiben: Schrift oder Gesichter, die in einem Bild zu sehen sind, sind noch da.</translation>
    </message>
    <message>
        <source>Names, dates and numbers of patients stay in the copies. Pass them on to nobody who must not see them.</source>
        <translation>Namen, Daten und Nummern der Patienten bleiben in den Kopien. Geben Sie sie an niemanden weiter, der sie nicht sehen darf.</translation>
    </message>
    <message>
        <source>DICOM segmentations carry the patient and the study of their source.</source>
        <translation>DICOM-Segmentierungen tragen Patient und Studie ihrer Quelle.</translation>
    </message>
    <message>
        <source>Stopped in the middle, the same choice goes on where it was.</source>
        <translation>Mittendrin angehalten, macht dieselbe Wahl dort weiter.</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Schlüssel (*.json)</translation>
    </message>
    <message>
        <source>There is no such image yet. {accept} accepts one.</source>
        <translation>Es gibt noch kein solches Bild. {accept} nimmt eines an.</translation>
    </message>
</context>
<context>
    <name>limn::Releasing</name>
    <message numerus="yes">
        <source>%1 left out of %n image(s): there was nothing to write.</source>
        <translation>
            <numerusform>%1 fehlt bei %n Bild: Es gab nichts zu schreiben.</numerusform>
            <numerusform>%1 fehlt bei %n Bildern: Es gab nichts zu schreiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s): %1</source>
        <translation>
            <numerusform>%n Bild: %1</numerusform>
            <numerusform>%n Bilder: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Patient known by %1: %n image(s).</source>
        <translation>
            <numerusform>Patient bestimmt nach %1: %n Bild.</numerusform>
            <numerusform>Patient bestimmt nach %1: %n Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is who is in %1. Keep it, and keep it apart from the data set.</source>
        <translation>Die Schlüsseldatei liegt in %1. Bewahren Sie sie auf, und zwar getrennt vom Datensatz.</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Making the data set</source>
        <translation>Datensatz wird erstellt</translation>
    </message>
    <message>
        <source>No data set was made: no image could be exported.</source>
        <translation>Es wurde kein Datensatz erstellt: Kein Bild ließ sich exportieren.</translation>
    </message>
    <message numerus="yes">
        <source>Data set of %n image(s), %1 files, in %2.</source>
        <translation>
            <numerusform>Datensatz mit %n Bild, %1 Dateien, in %2.</numerusform>
            <numerusform>Datensatz mit %n Bildern, %1 Dateien, in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were left out.</source>
        <translation>
            <numerusform>%n Bild wurde weggelassen.</numerusform>
            <numerusform>%n Bilder wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data set is not finished; the same choice goes on where it stopped.</source>
        <translation>Der Datensatz ist nicht fertig; dieselbe Wahl macht dort weiter, wo er stehen blieb.</translation>
    </message>
    <message>
        <source>the folder that the image lies in</source>
        <translation>dem Ordner, in dem das Bild liegt</translation>
    </message>
    <message>
        <source>the DICOM PatientID</source>
        <translation>der DICOM-PatientID</translation>
    </message>
    <message>
        <source>the DICOM patient&apos;s name and birth date, for want of an ID</source>
        <translation>Namen und Geburtsdatum in DICOM, mangels einer ID</translation>
    </message>
    <message>
        <source>the DICOM study, for want of a patient</source>
        <translation>der DICOM-Studie, mangels eines Patienten</translation>
    </message>
    <message>
        <source>a pattern in the file&apos;s name</source>
        <translation>einem Muster im Dateinamen</translation>
    </message>
    <message>
        <source>a table of file names</source>
        <translation>einer Tabelle von Dateinamen</translation>
    </message>
    <message>
        <source>nothing: the image counts as a patient of its own</source>
        <translation>keiner Angabe: Das Bild gilt als eigener Patient</translation>
    </message>
    <message>
        <source>the file says that words are burned into the picture. Look at them before you pass them on.</source>
        <translation>die Datei sagt, dass Schrift ins Bild eingebrannt ist. Sehen Sie sie an, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <source>the file does not say whether words are burned into the picture, and pictures of its kind often have them. Look at them before you pass them on.</source>
        <translation>die Datei sagt nicht, ob Schrift ins Bild eingebrannt ist, und Bilder dieser Art haben oft welche. Sehen Sie sie an, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <source>unused bits of the pixels hold a drawing (an overlay), which is still there.</source>
        <translation>ungenutzte Bits der Pixel enthalten eine Zeichnung (ein Overlay); sie ist noch da.</translation>
    </message>
</context>
<context>
    <name>limn::RunControls</name>
    <message>
        <source>%1 · %2 GB free</source>
        <translation>%1 · %2 GB frei</translation>
    </message>
    <message>
        <source>Takes stacks of grey slices, each with the one before and after it</source>
        <translation>Für Stapel grauer Schichten, jede mit der davor und danach</translation>
    </message>
    <message>
        <source>Takes colour images</source>
        <translation>Für Farbbilder</translation>
    </message>
    <message>
        <source>Takes grey images</source>
        <translation>Für Graustufenbilder</translation>
    </message>
    <message>
        <source>%1 · research only</source>
        <translation>%1 · nur Forschung</translation>
    </message>
    <message>
        <source>Research only: its licence forbids other use</source>
        <translation>Nur für die Forschung: Die Lizenz verbietet anderes</translation>
    </message>
    <message>
        <source>Trained at %1 mm a pixel</source>
        <translation>Trainiert mit %1 mm je Pixel</translation>
    </message>
    <message>
        <source>Dice %1 on images that it was not trained on</source>
        <translation>Dice %1 auf Bildern, mit denen es nicht trainiert wurde</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Steps %1</source>
        <translation>Schritte %1</translation>
    </message>
    <message>
        <source>chains %1</source>
        <translation>Ketten %1</translation>
    </message>
    <message>
        <source>How a run goes. Now:</source>
        <translation>Wie ein Lauf abläuft. Zurzeit:</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>stops when nothing changes any more</source>
        <translation>hält an, wenn sich nichts mehr ändert</translation>
    </message>
    <message>
        <source>classes are not as common as in training</source>
        <translation>Klassen sind anders verteilt als im Training</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Run settings</source>
        <translation>Laufeinstellungen</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Device of the model</source>
        <translation>Gerät des Modells</translation>
    </message>
    <message>
        <source>Where the model runs.</source>
        <translation>Wo das Modell läuft.</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Geräte werden gesucht …</translation>
    </message>
    <message>
        <source>The model engine is still starting.</source>
        <translation>Das Modellprogramm startet noch.</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Kein Gerät</translation>
    </message>
    <message>
        <source>No model was found in the models folder.</source>
        <translation>Im Modellordner wurde kein Modell gefunden.</translation>
    </message>
    <message>
        <source>Noise at every step (ancestral): for watching how the mask forms.</source>
        <translation>Rauschen bei jedem Schritt (ancestral): um zu sehen, wie die Maske entsteht.</translation>
    </message>
    <message>
        <source>Few steps by the posterior mean: for work.</source>
        <translation>Wenige Schritte nach dem A-posteriori-Mittel: zum Arbeiten.</translation>
    </message>
    <message>
        <source>Settings of your own; a preset puts them back.</source>
        <translation>Eigene Einstellungen; eine Voreinstellung setzt sie zurück.</translation>
    </message>
    <message>
        <source>Takes files of %1 grey volumes (contrasts)</source>
        <translation>Für Dateien mit %1 grauen Volumen (Kontrasten)</translation>
    </message>
</context>
<context>
    <name>limn::RunPanel</name>
    <message>
        <source>Differ more</source>
        <translation>Mehr Streuung</translation>
    </message>
    <message>
        <source>Stop when nothing changes any more</source>
        <translation>Anhalten, wenn sich nichts mehr ändert</translation>
    </message>
    <message>
        <source>Run settings</source>
        <translation>Laufeinstellungen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Between the steps</source>
        <translation>Zwischen den Schritten</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Ketten</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Anderer</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Anderer Startwert</translation>
    </message>
    <message>
        <source>Draws a seed by chance.</source>
        <translation>Zieht einen zufälligen Startwert.</translation>
    </message>
    <message>
        <source>From noise to the mask; more take longer.</source>
        <translation>Vom Rauschen zur Maske; mehr dauern länger.</translation>
    </message>
    <message>
        <source>Between steps</source>
        <translation>Dazwischen</translation>
    </message>
    <message>
        <source>The same seed gives the same maps again.</source>
        <translation>Derselbe Startwert ergibt wieder dieselben Karten.</translation>
    </message>
    <message>
        <source>Several start from noise of their own and show where the answer depends on chance. Each takes as long as a run.</source>
        <translation>Mehrere beginnen mit eigenem Rauschen und zeigen, wo das Ergebnis vom Zufall abhängt. Jede dauert so lange wie ein Lauf.</translation>
    </message>
    <message>
        <source>How common each class is, against the pictures that the model learnt from (1: the same).</source>
        <translation>Wie häufig jede Klasse ist, verglichen mit den Trainingsbildern des Modells (1: gleich).</translation>
    </message>
    <message>
        <source>How common: %1</source>
        <translation>Wie häufig: %1</translation>
    </message>
    <message>
        <source>Lets each chain choose labels by chance: 0 not at all, 1 the most.</source>
        <translation>Lässt jede Kette Labels zufällig wählen: 0 gar nicht, 1 am meisten.</translation>
    </message>
    <message>
        <source>Lets each chain choose labels by chance. It takes two chains or more.</source>
        <translation>Lässt jede Kette Labels zufällig wählen. Dazu braucht es zwei oder mehr Ketten.</translation>
    </message>
    <message>
        <source>Ends the run when fewer than 0.02 % of the pixels changed in a step.</source>
        <translation>Beendet den Lauf, wenn sich in einem Schritt weniger als 0,02 % der Pixel ändern.</translation>
    </message>
</context>
<context>
    <name>limn::RunRecordDialog</name>
    <message>
        <source>Record of the run</source>
        <translation>Protokoll des Laufs</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation>Protokoll kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the record</source>
        <translation>Protokoll schließen</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>Es gibt noch keinen Lauf.</translation>
    </message>
    <message>
        <source>Puts the record into the clipboard as text.</source>
        <translation>Legt das Protokoll als Text in die Zwischenablage.</translation>
    </message>
    <message>
        <source>No run made what is shown. R runs the model.</source>
        <translation>Das Gezeigte stammt aus keinem Lauf. R führt das Modell aus.</translation>
    </message>
    <message>
        <source>With the picture, this is enough to make the same maps again: to the bit on the same machine, device and thread count. It is kept in the work file and exported as provenance.</source>
        <translation>Zusammen mit dem Bild genügt dies, um dieselben Karten noch einmal zu erzeugen: bitgenau bei gleichem Rechner, Gerät und gleicher Zahl der Threads. Es steht in der Arbeitsdatei und wird als Herkunft exportiert.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>limn::SampleCard</name>
    <message>
        <source>Open the sample %1</source>
        <translation>Beispiel öffnen: %1</translation>
    </message>
    <message>
        <source>Opens a copy of this sample; then press {run}.</source>
        <translation>Öffnet eine Kopie dieses Beispiels; danach {run} drücken.</translation>
    </message>
</context>
<context>
    <name>limn::Session</name>
    <message>
        <source>Label 1</source>
        <translation>Label 1</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Base step</source>
        <translation>Basisschritt</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>Labels vereinen</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Label löschen</translation>
    </message>
    <message>
        <source>Take the mask as my own</source>
        <translation>Maske als eigene übernehmen</translation>
    </message>
    <message>
        <source>Give the slice back</source>
        <translation>Schicht zurückgeben</translation>
    </message>
    <message>
        <source>Copy to another slice</source>
        <translation>Auf andere Schicht kopieren</translation>
    </message>
    <message>
        <source>Take the re-run</source>
        <translation>Neuen Lauf nehmen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Einigkeit</translation>
    </message>
</context>
<context>
    <name>limn::SpreadPanel</name>
    <message>
        <source>%1 ± %2 px</source>
        <translation>%1 ± %2 px</translation>
    </message>
    <message>
        <source>%1 ± %2 mm²</source>
        <translation>%1 ± %2 mm²</translation>
    </message>
    <message>
        <source>%1 at detector</source>
        <translation>%1 am Detektor</translation>
    </message>
    <message>
        <source>How far the chains of this run differ, at the model&apos;s own resolution. It is not a calibrated uncertainty: all chains share the same errors.</source>
        <translation>Wie weit die Ketten dieses Laufs voneinander abweichen, in der Auflösung des Modells. Das ist keine kalibrierte Unsicherheit: Alle Ketten teilen dieselben Fehler.</translation>
    </message>
    <message>
        <source>Objects over %1 chains</source>
        <translation>Objekte über %1 Ketten</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Connected regions of the mask, the largest first.</source>
        <translation>Zusammenhängende Flächen der Maske, die größte zuerst.</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Mean over the chains ± standard deviation.</source>
        <translation>Mittel über die Ketten ± Standardabweichung.</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>How much two chains overlap: the mean over all pairs; 1 is the same.</source>
        <translation>Wie sehr sich zwei Ketten decken: das Mittel aller Paare; 1 ist gleich.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2, Dice %3</source>
        <translation>%1: %2, Dice %3</translation>
    </message>
    <message>
        <source>%1 px in the mask</source>
        <translation>%1 px in der Maske</translation>
    </message>
    <message>
        <source>The mask is empty.</source>
        <translation>Die Maske ist leer.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limn::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Limn</source>
        <translation>Limn</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Zuletzt geöffnete Ordner</translation>
    </message>
    <message>
        <source>Research use; not a medical device. The model is a reconstruction of a published abstract; see About.</source>
        <translation>Für die Forschung; kein Medizinprodukt. Das Modell ist eine Rekonstruktion nach einer veröffentlichten Kurzfassung; siehe „Über Limn“.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open images, press {run}, and watch the mask form step by step. Correct it, then press {accept}.</source>
        <translation>Öffnen Sie Bilder, drücken Sie {run} und sehen Sie zu, wie die Maske Schritt für Schritt entsteht. Korrigieren Sie sie, dann drücken Sie {accept}.</translation>
    </message>
    <message>
        <source>Every image of the folder becomes a row of the work list ({open-folder}).</source>
        <translation>Jedes Bild des Ordners wird eine Zeile der Arbeitsliste ({open-folder}).</translation>
    </message>
    <message>
        <source>Opens its folder with this file chosen ({open-file}).</source>
        <translation>Öffnet ihren Ordner und wählt diese Datei aus ({open-file}).</translation>
    </message>
</context>
<context>
    <name>limn::StatusLine</name>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>Probability and label</source>
        <translation>Wahrscheinlichkeit und Label</translation>
    </message>
    <message>
        <source>p %1 %2</source>
        <translation>p %1 %2</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel what is going on</source>
        <translation>Abbrechen, was gerade läuft</translation>
    </message>
    <message>
        <source>Stops after the file that is being written or read.</source>
        <translation>Hält nach der Datei an, die gerade geschrieben oder gelesen wird.</translation>
    </message>
    <message>
        <source>Keys of the active tool</source>
        <translation>Tasten des aktiven Werkzeugs</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert …</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>limn::Steering</name>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>There is one run; %1 makes the other.</source>
        <translation>Es gibt einen Lauf; %1 macht den anderen.</translation>
    </message>
    <message>
        <source>Wait for the run, or stop it.</source>
        <translation>Den Lauf abwarten oder anhalten.</translation>
    </message>
    <message>
        <source>Re-running with your strokes…</source>
        <translation>Neuer Lauf mit Ihren Strichen …</translation>
    </message>
    <message>
        <source>Live: every stroke re-runs the model.</source>
        <translation>Live: Jeder Strich führt das Modell neu aus.</translation>
    </message>
    <message>
        <source>Live: every stroke re-runs the model. %1</source>
        <translation>Live: Jeder Strich führt das Modell neu aus. %1</translation>
    </message>
    <message>
        <source>B is shown: %1 px changed outside your strokes.</source>
        <translation>B ist zu sehen: %1 px außerhalb Ihrer Striche geändert.</translation>
    </message>
    <message>
        <source>A is shown: B changed %1 px outside your strokes.</source>
        <translation>A ist zu sehen: B hat %1 px außerhalb Ihrer Striche geändert.</translation>
    </message>
    <message>
        <source>Re-running… %1 px changed outside your strokes.</source>
        <translation>Neuer Lauf … %1 px außerhalb Ihrer Striche geändert.</translation>
    </message>
    <message>
        <source>Live · %1</source>
        <translation>Live · %1</translation>
    </message>
    <message>
        <source>B is made anew after each stroke and always compared with the same A, until you take B or keep A.</source>
        <translation>B entsteht nach jedem Strich neu und wird immer mit demselben A verglichen, bis Sie B nehmen oder A behalten.</translation>
    </message>
    <message>
        <source>What changed is outlined and dotted on the picture.</source>
        <translation>Was sich geändert hat, ist im Bild umrandet und gepunktet.</translation>
    </message>
    <message>
        <source>A run is in progress; {stop} stops it.</source>
        <translation>Ein Lauf ist im Gang; {stop} hält ihn an.</translation>
    </message>
</context>
<context>
    <name>limn::SteeringBar</name>
    <message>
        <source>Re-run</source>
        <translation>Neu ausführen</translation>
    </message>
</context>
<context>
    <name>limn::StepThumbnail</name>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>State at the end, t = 0</source>
        <translation>Zustand am Ende, t = 0</translation>
    </message>
    <message>
        <source>The mask is made from this step.</source>
        <translation>Die Maske ist aus diesem Schritt gebildet.</translation>
    </message>
    <message numerus="yes">
        <source>You edited %n time(s) while it was shown.</source>
        <translation>
            <numerusform>Sie haben %n Mal etwas geändert, während er zu sehen war.</numerusform>
            <numerusform>Sie haben %n Mal etwas geändert, während er zu sehen war.</numerusform>
        </translation>
    </message>
    <message>
        <source>t = 0</source>
        <translation>t = 0</translation>
    </message>
</context>
<context>
    <name>limn::TagDialog</name>
    <message>
        <source>ID %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>geboren %1</translation>
    </message>
    <message>
        <source>study of %1</source>
        <translation>Studie vom %1</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM-Tags</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Search the tags</source>
        <translation>Tags durchsuchen</translation>
    </message>
    <message>
        <source>Search: name, number, value</source>
        <translation>Suche: Name, Nummer, Wert</translation>
    </message>
    <message>
        <source>Tags found</source>
        <translation>Gefundene Tags</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the tags</source>
        <translation>Tags schließen</translation>
    </message>
    <message>
        <source>Reading the tags…</source>
        <translation>Tags werden gelesen …</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value representation: the kind of value</source>
        <translation>Value Representation: die Art des Wertes</translation>
    </message>
    <message>
        <source>The file names no patient.</source>
        <translation>Die Datei nennt keinen Patienten.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Puts it into the clipboard. It may name the patient.</source>
        <translation>Legt es in die Zwischenablage. Es kann den Patienten nennen.</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>Wählen Sie zuerst eine Zeile.</translation>
    </message>
</context>
<context>
    <name>limn::Tagging</name>
    <message>
        <source>Open an image first.</source>
        <translation>Zuerst ein Bild öffnen.</translation>
    </message>
    <message>
        <source>This file is no DICOM file, so it has no tags.</source>
        <translation>Diese Datei ist keine DICOM-Datei und hat deshalb keine Tags.</translation>
    </message>
</context>
<context>
    <name>limn::TimeBar</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Point in time</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Point in time (Left and Right on the picture)</source>
        <translation>Zeitpunkt (Links und Rechts auf dem Bild)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source> · %1 ms</source>
        <translation> · %1 ms</translation>
    </message>
    <message>
        <source>Pause ({play-time})</source>
        <translation>Pause ({play-time})</translation>
    </message>
    <message>
        <source>Shows one point in time after the other ({play-time})</source>
        <translation>Zeigt einen Zeitpunkt nach dem anderen ({play-time})</translation>
    </message>
</context>
<context>
    <name>limn::Timeline</name>
    <message>
        <source>Steps done and time</source>
        <translation>Fertige Schritte und Zeit</translation>
    </message>
    <message>
        <source>Changed per step</source>
        <translation>Änderung je Schritt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The mask is kept from before. R shows its steps again.</source>
        <translation>Die Maske ist von früher gespeichert. R zeigt ihre Schritte wieder.</translation>
    </message>
    <message>
        <source>R runs the model. Each step appears here.</source>
        <translation>R führt das Modell aus. Jeder Schritt erscheint hier.</translation>
    </message>
    <message>
        <source>The steps of a run appear here.</source>
        <translation>Die Schritte eines Laufs erscheinen hier.</translation>
    </message>
    <message>
        <source>Run the model first; it takes two steps or more.</source>
        <translation>Zuerst das Modell ausführen; es braucht zwei oder mehr Schritte.</translation>
    </message>
    <message>
        <source>Open an image first.</source>
        <translation>Zuerst ein Bild öffnen.</translation>
    </message>
</context>
<context>
    <name>limn::ToolOptions</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Tip of the brush</source>
        <translation>Pinselspitze</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Rund</translation>
    </message>
    <message>
        <source>Round tip</source>
        <translation>Runde Spitze</translation>
    </message>
    <message>
        <source>A round brush.</source>
        <translation>Ein runder Pinsel.</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Eckig</translation>
    </message>
    <message>
        <source>Square tip</source>
        <translation>Eckige Spitze</translation>
    </message>
    <message>
        <source>A square brush, on whole pixels.</source>
        <translation>Ein eckiger Pinsel, auf ganzen Pixeln.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>A drag fills a rectangle.</source>
        <translation>Ein Zug füllt ein Rechteck.</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>A drag fills an ellipse.</source>
        <translation>Ein Zug füllt eine Ellipse.</translation>
    </message>
    <message>
        <source>What is filled</source>
        <translation>Was gefüllt wird</translation>
    </message>
    <message>
        <source>This area</source>
        <translation>Diese Fläche</translation>
    </message>
    <message>
        <source>The connected area under the pointer.</source>
        <translation>Die zusammenhängende Fläche unter dem Zeiger.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Every pixel of that label on this slice.</source>
        <translation>Jeder Pixel jenes Labels auf dieser Schicht.</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Was gemessen wird</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>A drag from end to end.</source>
        <translation>Ein Zug von Ende zu Ende.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>A drag along one arm, then a click on the other.</source>
        <translation>Ein Zug längs eines Schenkels, dann ein Klick auf den anderen.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>A drag around it.</source>
        <translation>Ein Zug darum.</translation>
    </message>
    <message>
        <source>Tool options</source>
        <translation>Werkzeugoptionen</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Hundredths of an octave; the exact size in pixels is beside it.</source>
        <translation>Hundertstel einer Oktave; die genaue Größe in Pixeln steht daneben.</translation>
    </message>
    <message>
        <source>Brush size ([ and ], or Shift and the wheel)</source>
        <translation>Pinselgröße ([ und ] oder Umschalt und Mausrad)</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Pinselgröße in Pixeln</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Tolerance in per cent of the display window</source>
        <translation>Toleranz in Prozent des Anzeigefensters</translation>
    </message>
    <message>
        <source>How far values may be from the one that is pressed: per cent of the display window.</source>
        <translation>Wie weit Werte von dem gedrückten abweichen dürfen: in Prozent des Anzeigefensters.</translation>
    </message>
    <message>
        <source>Where to paint</source>
        <translation>Wo gemalt wird</translation>
    </message>
    <message>
        <source> px screen</source>
        <translation> px Schirm</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Where to paint: by probability, by value, inside a label.</source>
        <translation>Wo gemalt wird: nach Wahrscheinlichkeit, nach Wert, innerhalb eines Labels.</translation>
    </message>
    <message>
        <source>Paints only: %1.</source>
        <translation>Malt nur: %1.</translation>
    </message>
    <message>
        <source>%1 (locked)</source>
        <translation>%1 (gesperrt)</translation>
    </message>
    <message>
        <source>“%1” is locked: nothing is painted until it is unlocked.</source>
        <translation>„%1“ ist gesperrt: Bis es entsperrt ist, wird nichts gemalt.</translation>
    </message>
    <message>
        <source>The tool puts in “%1”. Digits pick a label.</source>
        <translation>Das Werkzeug setzt „%1“ ein. Ziffern wählen ein Label.</translation>
    </message>
</context>
<context>
    <name>limn::ToolStrip</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>limn::WindowBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Limn</source>
        <translation>Limn</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Every command, theme, panels, About, Quit.</source>
        <translation>Alle Befehle, Farbschema, Leisten, Über Limn, Beenden.</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>limn::WindowPopup</name>
    <message>
        <source>Width of the window</source>
        <translation>Fensterbreite</translation>
    </message>
    <message>
        <source>Level of the window</source>
        <translation>Fenstermitte</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation>Geglättete Pixel</translation>
    </message>
    <message>
        <source>Grey levels</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Invert the grey levels</source>
        <translation>Graustufen invertieren</translation>
    </message>
    <message>
        <source>Black becomes white; the values stay as they are.</source>
        <translation>Schwarz wird weiß; die Werte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Enlarged pixels go over into each other instead of being squares.</source>
        <translation>Vergrößerte Pixel gehen ineinander über, statt Quadrate zu sein.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>File&apos;s</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Change preset %1</source>
        <translation>Voreinstellung %1 ändern</translation>
    </message>
    <message>
        <source>Makes the window that is shown this preset.</source>
        <translation>Macht das gezeigte Fenster zu dieser Voreinstellung.</translation>
    </message>
    <message>
        <source>Window: %1</source>
        <translation>Fenster: %1</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>W %1  L %2</source>
        <translation>B %1  M %2</translation>
    </message>
    <message>
        <source>Windows of the file</source>
        <translation>Fenster in der Datei</translation>
    </message>
    <message>
        <source>As the file asks for; the next one, where it has several ({file-window}).</source>
        <translation>Wie die Datei es vorgibt; das nächste, wo sie mehrere hat ({file-window}).</translation>
    </message>
    <message>
        <source>From the 0.1 to the 99.9 percentile ({automatic-window}).</source>
        <translation>Vom 0,1- bis zum 99,9-Perzentil ({automatic-window}).</translation>
    </message>
    <message>
        <source>From the smallest to the largest value ({full-window}).</source>
        <translation>Vom kleinsten bis zum größten Wert ({full-window}).</translation>
    </message>
    <message>
        <source>Width %1, level %2 ({window-preset-%3})</source>
        <translation>Breite %1, Mitte %2 ({window-preset-%3})</translation>
    </message>
    <message>
        <source>The file has no windows</source>
        <translation>Die Datei hat keine Fenster</translation>
    </message>
</context>
<context>
    <name>limn::WorkFilter</name>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
</context>
<context>
    <name>limn::WorkModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>doubt %1 %</source>
        <translation>unsicher %1 %</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>accepted and reviewed</source>
        <translation>angenommen und geprüft</translation>
    </message>
    <message>
        <source>%1, with a note</source>
        <translation>%1, mit Notiz</translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation>Zuletzt geändert %1</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Reviewed by %1</source>
        <translation>Geprüft von %1</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>Kommentar: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
</context>
<context>
    <name>limn::WorkPanel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>Nach Name sortieren</translation>
    </message>
    <message>
        <source>In the order of names.</source>
        <translation>In der Reihenfolge der Namen.</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <source>Sort by doubt</source>
        <translation>Nach Unsicherheit sortieren</translation>
    </message>
    <message>
        <source>The images that need a person most come first; images without a run are last.</source>
        <translation>Die Bilder, die am meisten einen Menschen brauchen, kommen zuerst; Bilder ohne Lauf kommen zuletzt.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Sort by date of the last change</source>
        <translation>Nach Datum der letzten Änderung sortieren</translation>
    </message>
    <message>
        <source>What was changed last comes first; untouched images are last.</source>
        <translation>Das zuletzt Geänderte kommt zuerst; Unberührtes kommt zuletzt.</translation>
    </message>
    <message>
        <source>Order of the work list</source>
        <translation>Reihenfolge der Arbeitsliste</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Name filtern</translation>
    </message>
    <message>
        <source>Filter the work list by name</source>
        <translation>Arbeitsliste nach Name filtern</translation>
    </message>
    <message>
        <source>Shows the images whose name contains this.</source>
        <translation>Zeigt die Bilder, deren Name dies enthält.</translation>
    </message>
    <message>
        <source>Show which images</source>
        <translation>Welche Bilder gezeigt werden</translation>
    </message>
    <message>
        <source>Shows the images that are so far.</source>
        <translation>Zeigt die Bilder, die so weit sind.</translation>
    </message>
    <message>
        <source>Images left to do, accepted and all</source>
        <translation>Offene, angenommene und alle Bilder</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Open a folder to fill this list.</source>
        <translation>Öffnen Sie einen Ordner, um diese Liste zu füllen.</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open a folder to fill the list</source>
        <translation>Ordner öffnen, um die Liste zu füllen</translation>
    </message>
    <message>
        <source>%1 left · %2 / %3</source>
        <translation>%1 offen · %2 / %3</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) still to review; accepted images / all images</source>
        <translation>
            <numerusform>%n Bild noch zu prüfen; angenommene Bilder / alle Bilder</numerusform>
            <numerusform>%n Bilder noch zu prüfen; angenommene Bilder / alle Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) still to do; accepted images / all images</source>
        <translation>
            <numerusform>%n Bild noch offen; angenommene Bilder / alle Bilder</numerusform>
            <numerusform>%n Bilder noch offen; angenommene Bilder / alle Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a folder first.</source>
        <translation>Zuerst einen Ordner öffnen.</translation>
    </message>
</context>
</TS>
