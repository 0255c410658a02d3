#!/usr/bin/env bash
# Brings the translations up to the words in the sources: new words come in unfinished, gone ones go.
# update_translations.sh [FOLDER]: the folder with limn_*.ts, resources/translations if none is named.
# A new language is an empty file limn_LANGUAGE.ts there, filled by this.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd -P)
folder=$(readlink -f -- "${1:-$root/resources/translations}")
lupdate=/usr/lib/qt6/bin/lupdate
[[ -x $lupdate ]] || lupdate=$(command -v lupdate6 || command -v lupdate)

cd -- "$root"
for file in "$folder"/limn_*.ts; do
    [[ -s $file ]] || rm -f -- "$file" # lupdate reads no empty file, and makes a missing one
    language=${file##*/limn_}
    options=(-silent -locations none -no-obsolete -I "$root" -source-language en -target-language "${language%.ts}")
    # Tables whose words stand in macros of their own.
    options+=(-tr-function-alias 'QT_TR_NOOP+=LIMN_WORDS,QT_TR_NOOP+=WORDS')
    # English needs one and several alone: the words themselves are English.
    [[ $language != en.ts ]] || options+=(-pluralonly)
    # It tells of classes without Q_OBJECT; those translate in the context that it gives them.
    "$lupdate" "${options[@]}" app ui -ts "$file" 2> >(grep -v 'lacks Q_OBJECT macro\|unknown namespace/class ::std' >&2 || true)
done
