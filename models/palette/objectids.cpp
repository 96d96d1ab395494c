// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectids.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

using What = IdShape::What;

struct Prefix
{
    QLatin1StringView text;
    What what;
    QList<ObjectKind> kinds;
};

const QList<Prefix> &prefixes()
{
    static const QList<Prefix> all{
        {"file-"_L1, What::Object, {ObjectKind::File}},
        {"file_"_L1, What::Object, {ObjectKind::File}},
        {"batch_"_L1, What::Object, {ObjectKind::Batch}},
        {"vsfb_"_L1, What::FileBatch, {}},
        {"vs_"_L1, What::Object, {ObjectKind::Store}},
        {"evalrun_"_L1, What::Object, {ObjectKind::EvalRun}},
        {"eval_"_L1, What::Object, {ObjectKind::Eval}},
        {"outputitem_"_L1, What::OutputItem, {}},
        {"ftjob-"_L1, What::Object, {ObjectKind::Job}},
        {"ftckpt_"_L1, What::Object, {ObjectKind::Checkpoint}},
        {"ft:"_L1, What::Object, {ObjectKind::Model}},
        {"ft-"_L1, What::Object, {ObjectKind::Job}}, // as jobs were called before
        {"upload_"_L1, What::Upload, {}},
    };
    return all;
}

bool isIdCharacter(QChar c)
{
    return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'_' || c == u'-' || c == u':' || c == u'.';
}

} // namespace

std::optional<IdShape> idShapeOf(const QString &text)
{
    QString id = text.trimmed();
    // ".../batches/batch_1": the last step of an address.
    if (const qsizetype slash = id.lastIndexOf(u'/'); slash >= 0 && id.contains("://"_L1))
        id = id.mid(slash + 1);
    const auto isAround = [](QChar c) { return u"\"'`()[]{}<>,;"_s.contains(c); };
    while (!id.isEmpty() && isAround(id.front()))
        id.remove(0, 1);
    while (!id.isEmpty() && isAround(id.back()))
        id.chop(1);
    if (id.size() < 4 || id.size() > 200 || !std::all_of(id.cbegin(), id.cend(), isIdCharacter))
        return {};
    // A key that was pasted here by mistake goes to nobody.
    if (id.startsWith("sk-"_L1) || id.startsWith("sess-"_L1) || id.startsWith("ek_"_L1))
        return {};
    for (const Prefix &prefix : prefixes()) {
        if (id.startsWith(prefix.text) && id.size() > prefix.text.size())
            return IdShape{prefix.what, prefix.kinds, id};
    }
    // Long, and with a figure in it: what people call things seldom is.
    const bool figures = std::any_of(id.cbegin(), id.cend(), [](QChar c) { return c.isDigit(); });
    if (id.size() < 16 || !figures || id.contains(u'.'))
        return {};
    return IdShape{
        What::Unknown, {ObjectKind::File, ObjectKind::Batch, ObjectKind::Store, ObjectKind::Job}, id};
}

} // namespace odc
