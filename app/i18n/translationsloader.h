// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace odc {

/// A language nobody speaks: English, each text longer by half. For tests that look for clipped text.
inline constexpr auto pseudoLanguage = QLatin1StringView("x-pseudo");

/// Codes of the languages the console is translated to ("de", "en"), for a language menu.
QStringList availableLanguages();

/// Makes `app` speak `language` (a code of availableLanguages(), or pseudoLanguage; empty: the system's, and
/// English where that is none of ours). May be called again to change the language; widgets get a
/// LanguageChange event. A language asked for by name sets the default number and date formats too. Returns
/// the code now in use.
QString installTranslations(QCoreApplication &app, const QString &language = {});

} // namespace odc
