// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteriaview.h"

#include "base/format.h"
#include "lists/evalrunsmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/labels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestValue = 4000;

/// A message list as people read it: "developer: Judge the tone."
QString messages(const QJsonArray &list)
{
    QStringList lines;
    for (const QJsonValue &value : list) {
        const QJsonObject message = value.toObject();
        const QJsonValue content = message.value("content"_L1);
        QString text = content.toString();
        if (content.isObject())
            text = content.toObject().value("text"_L1).toString();
        if (content.isArray()) {
            QStringList parts;
            const QJsonArray pieces = content.toArray();
            for (const QJsonValue &piece : pieces)
                parts << (piece.isString() ? piece.toString() : piece.toObject().value("text"_L1).toString());
            text = parts.join(u'\n');
        }
        lines << message.value("role"_L1).toString() + u": "_s + text;
    }
    return lines.join(u'\n');
}

QString valueText(const QString &key, const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isArray() && key == "input"_L1)
        return messages(value.toArray());
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

/// What the wire calls a field, for people.
QString label(const QString &key)
{
    if (key == "input"_L1)
        return CriteriaView::tr("Input");
    if (key == "reference"_L1)
        return CriteriaView::tr("Reference");
    if (key == "operation"_L1)
        return CriteriaView::tr("Operation");
    if (key == "evaluation_metric"_L1)
        return CriteriaView::tr("Metric");
    if (key == "pass_threshold"_L1)
        return CriteriaView::tr("Passes from");
    if (key == "model"_L1)
        return CriteriaView::tr("Model");
    if (key == "labels"_L1)
        return CriteriaView::tr("Labels");
    if (key == "passing_labels"_L1)
        return CriteriaView::tr("Passing");
    if (key == "range"_L1)
        return CriteriaView::tr("Range");
    if (key == "source"_L1)
        return CriteriaView::tr("Source");
    if (key == "sampling_params"_L1)
        return CriteriaView::tr("Sampling");
    return key;
}

/// In the order people think of them; all others after these.
QStringList keysOf(const QJsonObject &raw)
{
    const QStringList first{u"model"_s,      u"input"_s,          u"reference"_s,      u"operation"_s, u"evaluation_metric"_s,
                            u"labels"_s,     u"passing_labels"_s, u"pass_threshold"_s, u"range"_s,     u"source"_s};
    QStringList keys;
    for (const QString &key : first) {
        if (raw.contains(key))
            keys << key;
    }
    const QStringList all = raw.keys();
    for (const QString &key : all) {
        if (!keys.contains(key) && key != "id"_L1 && key != "name"_L1 && key != "type"_L1 && !raw.value(key).isNull())
            keys << key;
    }
    return keys;
}

} // namespace

CriteriaView::CriteriaView(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setObjectName(u"criteriaView"_s);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setGround(viewport(), Token::Window);
}

void CriteriaView::show(const EvalObject &eval, const EvalRun *run)
{
    const size_t stamp = qHashMulti(1, eval.id, eval.fingerprint, run ? run->fingerprint : size_t(0));
    if (stamp == m_stamp && widget())
        return;
    m_stamp = stamp;
    auto *content = new QWidget;
    setGround(content, Token::Window);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, metrics::between, 0, 0);
    layout->setSpacing(metrics::between);
    for (const EvalCriterion &criterion : eval.criteria) {
        auto *card = new Card(m_theme, format::oneLine(criterion.title()), content);
        auto *fields = new FieldGrid(m_theme, card);
        fields->addField(u"type"_s, tr("Kind"));
        fields->setValue(u"type"_s, {criterion.type});
        if (run) {
            for (const EvalRun::CriterionCounts &counts : run->perCriterion) {
                if (eval.criterion(counts.criterion) != &criterion)
                    continue;
                fields->addField(u"result"_s, tr("In this run"));
                fields->setValue(u"result"_s, {tr("%1 passed, %2 failed")
                                                   .arg(format::number(counts.passed), format::number(counts.failed))});
            }
        }
        const QStringList keys = keysOf(criterion.raw);
        for (const QString &key : keys) {
            FieldValue value{format::severalLines(valueText(key, criterion.raw.value(key)), longestValue)};
            value.monospace = key == "source"_L1 || criterion.raw.value(key).isObject();
            fields->addField(key, label(key));
            fields->setValue(key, value);
        }
        if (!criterion.id.isEmpty()) {
            FieldValue id{criterion.id};
            id.monospace = true;
            id.copyable = true;
            fields->addField(u"id"_s, tr("ID"));
            fields->setValue(u"id"_s, id);
        }
        card->contentLayout()->addWidget(fields);
        layout->addWidget(card);
    }
    layout->addStretch(1);
    setWidget(content);
}

} // namespace odc
