// SPDX-License-Identifier: GPL-3.0-or-later
#include "columntemplate.h"

#include "jsonl/batchtemplate.h"

namespace odc {

using namespace Qt::StringLiterals;

TemplateEdit::Language columnTemplate(const QStringList &columns)
{
    const auto places = [](const QString &text) {
        QList<TemplatePlace> found;
        for (const BatchPlaceholder &place : batchPlaceholders(text))
            found.append({place.position, place.length, place.column, place.isClosed});
        return found;
    };
    const auto check = [columns](const QString &text) {
        BatchTemplate what;
        what.user = text;
        QList<TemplateProblem> found;
        for (const BatchTemplateProblem &problem : checkBatchTemplate(what, columns)) {
            if (problem.field == BatchTemplateField::User && problem.length > 0)
                found.append({problem.position, problem.length, problem.message, problem.isWarning});
        }
        return found;
    };
    const auto complete = [columns, places](const QString &text, qsizetype cursor) -> TemplateCompletion {
        for (const TemplatePlace &place : places(text)) {
            const qsizetype from = place.position + 2;
            const qsizetype to = place.position + place.length - (place.closed ? 2 : 0);
            if (cursor < from || cursor > to)
                continue;
            TemplateCompletion completion{from, {}};
            const QString typed = text.mid(from, cursor - from).trimmed();
            for (const QString &column : columns) {
                if (column.contains(typed, Qt::CaseInsensitive))
                    completion.paths << column;
            }
            return completion;
        }
        return {};
    };
    return {places, check, complete};
}

} // namespace odc
