// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefilerules.h"

#include "base/format.h"

#include <QCoreApplication>
#include <QSet>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("StoreFileRules", source);
}

const QSet<QString> &knownEndings()
{
    static const QSet<QString> endings = [] {
        const QStringList list =
            u"c cc cpp cs css csv cxx doc docx go h hpp htm html java js json jsonl jsx log markdown md mjs "
            "ndjson pdf php pl pptx py rb rs rst sh sql swift tex text toml ts tsv tsx txt xml yaml yml kt "
            "scala lua r ipynb"_s.split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    return endings;
}

} // namespace

bool hasKnownEnding(const QString &fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    return dot >= 0 && knownEndings().contains(fileName.mid(dot + 1).toLower());
}

bool isRefusal(StoreFileProblem problem)
{
    switch (problem) {
    case StoreFileProblem::None:
    case StoreFileProblem::UnknownEnding:
    case StoreFileProblem::SameName:
        return false;
    case StoreFileProblem::Empty:
    case StoreFileProblem::TooLarge:
    case StoreFileProblem::Unreadable:
    case StoreFileProblem::NotAFile:
        return true;
    }
    return true;
}

QString problemText(StoreFileProblem problem, const QString &fileName)
{
    switch (problem) {
    case StoreFileProblem::None:
        return {};
    case StoreFileProblem::Empty:
        return text(QT_TRANSLATE_NOOP("StoreFileRules", "The file is empty"));
    case StoreFileProblem::TooLarge:
        return text(QT_TRANSLATE_NOOP("StoreFileRules", "Larger than 512 MB, the limit for a store"));
    case StoreFileProblem::Unreadable:
        return text(QT_TRANSLATE_NOOP("StoreFileRules", "You may not read this file"));
    case StoreFileProblem::NotAFile:
        return text(QT_TRANSLATE_NOOP("StoreFileRules", "Not a regular file"));
    case StoreFileProblem::UnknownEnding: {
        const QString ending = fileName.section(u'/', -1).section(u'.', 1).section(u'.', -1);
        return ending.isEmpty()
                   ? text(QT_TRANSLATE_NOOP("StoreFileRules", "not supported (no ending)"))
                   : text(QT_TRANSLATE_NOOP("StoreFileRules", "not supported (.%1)")).arg(ending);
    }
    case StoreFileProblem::SameName:
        return text(QT_TRANSLATE_NOOP("StoreFileRules", "Another file here has the same name"));
    }
    return {};
}

QString attributesProblem(const QJsonObject &attributes)
{
    if (attributes.size() > mostAttributes)
        return text(QT_TRANSLATE_NOOP("StoreFileRules", "A file has at most %1 attributes."))
            .arg(mostAttributes);
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        const QString name = format::oneLine(it.key(), longestAttributeKey);
        if (it.key().isEmpty())
            return text(QT_TRANSLATE_NOOP("StoreFileRules", "An attribute has no name."));
        if (it.key().size() > longestAttributeKey)
            return text(QT_TRANSLATE_NOOP("StoreFileRules", "The name “%1” is longer than %2 characters."))
                .arg(name)
                .arg(longestAttributeKey);
        const QJsonValue value = it.value();
        if (value.isString() && value.toString().size() > longestAttributeText)
            return text(QT_TRANSLATE_NOOP("StoreFileRules", "The text of “%1” is longer than %2 characters."))
                .arg(name)
                .arg(longestAttributeText);
        if (!value.isString() && !value.isDouble() && !value.isBool())
            return text(QT_TRANSLATE_NOOP("StoreFileRules",
                                          "“%1” is neither a text, nor a number, nor yes or no."))
                .arg(name);
    }
    return {};
}

} // namespace odc
