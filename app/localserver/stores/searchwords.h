// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace odc::server {

/** A word of a text as the search knows it. */
struct SearchWord
{
    QString key; ///< without case and diacritics: what makes two words the same
    qsizetype begin = 0;
    qsizetype length = 0;
};

/** The words of \p text: runs of letters and digits, as the index sees them. */
QList<SearchWord> searchWords(QStringView text);

} // namespace odc::server
