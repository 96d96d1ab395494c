// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evaloutputitem.h"
#include "api/evalrun.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace odc {

/// A file of a configuration; `name` has no folder.
struct ConfigFile
{
    QString name;
    QByteArray content;
};

/// An eval as a configuration of Promptfoo: promptfooconfig.yaml with the prompt, the models and the criteria
/// as assertions, tests.jsonl with a test for each row, prompt.json, and a Python file for each Python
/// grader. What has no equal there is said in comments beside it. `runs` are those whose
/// models are asked, the first one brings the prompt; where the runs bring their own answers, those of the
/// rows are graded. Pure.
QList<ConfigFile> promptfooConfig(const EvalObject &eval, const QList<EvalRun> &runs,
                                  const QList<EvalOutputItem> &rows);

/// A text as a double-quoted scalar that each reader of YAML 1.1 and 1.2 takes for the same text.
QString yamlQuoted(const QString &text);

} // namespace odc
