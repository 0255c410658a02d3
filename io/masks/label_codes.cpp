#include "io/masks/label_codes.h"

#include <QCryptographicHash>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>

namespace limn {
namespace {

struct Row {
    std::string_view name; // lower case, singular
    std::string_view value, meaning;
};

constexpr std::array anatomy{
    Row{"abdominal aorta", "7832008", "Abdominal aorta"},
    Row{"adrenal gland", "23451007", "Adrenal gland"},
    Row{"aorta", "15825003", "Aorta"},
    Row{"bladder", "89837001", "Bladder"},
    Row{"brain", "12738006", "Brain"},
    Row{"brain stem", "119238007", "Brain Stem"},
    Row{"brainstem", "119238007", "Brain Stem"},
    Row{"brain ventricle", "35764002", "Brain ventricle"},
    Row{"bronchus", "955009", "Bronchus"},
    Row{"caudate nucleus", "11000004", "Caudate Nucleus"},
    Row{"cerebellum", "113305005", "Cerebellum"},
    Row{"cerebrospinal fluid", "65216001", "Cerebrospinal Fluid"},
    Row{"clavicle", "51299004", "Clavicle"},
    Row{"colon", "71854001", "Colon"},
    Row{"esophagus", "32849002", "Esophagus"},
    Row{"femur", "71341001", "Femur"},
    Row{"gallbladder", "28231008", "Gallbladder"},
    Row{"gray matter", "389081007", "Gray Matter"},
    Row{"grey matter", "389081007", "Gray Matter"},
    Row{"heart", "80891009", "Heart"},
    Row{"hippocampus", "5366008", "Hippocampus"},
    Row{"kidney", "64033007", "Kidney"},
    Row{"lateral ventricle", "66720007", "Lateral Ventricle"},
    Row{"left atrium", "82471001", "Left atrium"},
    Row{"left ventricle", "87878005", "Left ventricle"},
    Row{"liver", "10200004", "Liver"},
    Row{"lung", "39607008", "Lung"},
    Row{"nucleus", "84640000", "Nucleus"},
    Row{"cell nucleus", "84640000", "Nucleus"},
    Row{"oesophagus", "32849002", "Esophagus"},
    Row{"pancreas", "15776009", "Pancreas"},
    Row{"prostate", "41216001", "Prostate"},
    Row{"rib", "113197003", "Rib"},
    Row{"right atrium", "73829009", "Right atrium"},
    Row{"right ventricle", "53085002", "Right ventricle"},
    Row{"sacrum", "54735007", "Sacrum"},
    Row{"spleen", "78961009", "Spleen"},
    Row{"stomach", "69695003", "Stomach"},
    Row{"thalamus", "42695009", "Thalamus"},
    Row{"thoracic aorta", "113262008", "Thoracic aorta"},
    Row{"trachea", "44567001", "Trachea"},
    Row{"urinary bladder", "89837001", "Bladder"},
    Row{"uterus", "35039007", "Uterus"},
    Row{"white matter", "389080008", "White Matter"},
};
constexpr std::array tissues{
    Row{"blood vessel", "59820001", "Blood Vessel"},
    Row{"bone", "3138006", "Bone"},
    Row{"muscle", "91727004", "Muscle"},
    Row{"skin", "39937001", "Skin"},
    Row{"vessel", "59820001", "Blood Vessel"},
};
constexpr std::array abnormal{
    Row{"cyst", "367643001", "Cyst"},
    Row{"edema", "79654002", "Edema"},
    Row{"hemorrhage", "50960005", "Hemorrhage"},
    Row{"lesion", "52988006", "Lesion"},
    Row{"mass", "4147007", "Mass"},
    Row{"necrosis", "6574001", "Necrosis"},
    Row{"neoplasm", "108369006", "Neoplasm"},
    Row{"nodule", "27925004", "Nodule"},
    Row{"oedema", "79654002", "Edema"},
    Row{"tumor", "108369006", "Neoplasm"},
    Row{"tumour", "108369006", "Neoplasm"},
};
constexpr std::array modifiers{
    Row{"left", "7771000", "Left"},
    Row{"right", "24028007", "Right"},
    Row{"anterior", "255549009", "Anterior"},
    Row{"posterior", "255551008", "Posterior"},
};

const LabelCode anatomical{"91723000", "SCT", "Anatomical Structure"};
const LabelCode tissue{"85756007", "SCT", "Tissue"};
const LabelCode abnormality{"49755003", "SCT", "Morphologically Abnormal Structure"};

LabelCode snomed(const Row& row)
{
    return {std::string(row.value), "SCT", std::string(row.meaning)};
}

std::optional<CodedLabel> found(const QString& name)
{
    const auto in = [&name](const auto& rows, const LabelCode& category) {
        const auto row = std::ranges::find_if(rows, [&name](const Row& one) {
            return name == QLatin1StringView(one.name.data(), static_cast<int>(one.name.size()));
        });
        return row == rows.end() ? std::nullopt
                                 : std::optional(CodedLabel{category, snomed(*row), {}});
    };
    if (auto coded = in(anatomy, anatomical))
        return coded;
    if (auto coded = in(tissues, tissue))
        return coded;
    return in(abnormal, abnormality);
}

std::optional<CodedLabel> inSingular(const QString& name)
{
    if (auto coded = found(name))
        return coded;
    for (const auto& [plural, singular] : {std::pair{"nuclei", "nucleus"},
                                           {"hippocampi", "hippocampus"},
                                           {"masses", "mass"},
                                           {"bronchi", "bronchus"}})
        if (name.endsWith(QLatin1StringView(plural)))
            return found(name.chopped(qstrlen(plural)) + QLatin1StringView(singular));
    return name.endsWith(u's') ? found(name.chopped(1)) : std::nullopt;
}

std::optional<CodedLabel> withModifier(const QString& name)
{
    for (const Row& row : modifiers) {
        const QString word = QString::fromUtf8(row.name.data(), static_cast<int>(row.name.size()));
        QString rest;
        if (name.startsWith(word + u' '))
            rest = name.mid(word.size() + 1);
        else if (name.endsWith(u' ' + word))
            rest = name.chopped(word.size() + 1);
        if (auto coded = inSingular(rest)) {
            coded->modifier = snomed(row);
            return coded;
        }
    }
    return std::nullopt;
}

CodedLabel ownCode(const QString& name)
{
    constexpr int characters = 14; // SH holds 16
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    const QByteArray value = "L-" + hash.toHex().left(characters).toUpper();
    return {{"LABEL", "99LIMN", "Label that a user has named"},
            {value.toStdString(), "99LIMN", name.left(64).toStdString()},
            {}};
}

} // namespace

CodedLabel codeOf(const std::string& name)
{
    const QString own = QString::fromStdString(name).simplified();
    QString plain = own.toLower();
    plain.replace(u'_', u' ').replace(u'-', u' ');
    plain = plain.simplified();
    if (auto coded = inSingular(plain))
        return *coded;
    if (auto coded = withModifier(plain))
        return *coded;
    return ownCode(own);
}

std::vector<std::string_view> codedNames()
{
    std::vector<std::string_view> names;
    const auto add = [&names](const auto& rows) {
        for (const Row& row : rows)
            names.push_back(row.name);
    };
    add(anatomy);
    add(tissues);
    add(abnormal);
    return names;
}

} // namespace limn
