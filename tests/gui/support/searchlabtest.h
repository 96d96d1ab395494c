// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/labbench.h"

#include <functional>
#include <memory>

namespace odc {
class Chip;
}

namespace odc::test {

/// The search lab before a server, with what its tests do all the time.
class SearchLabTest : public QObject
{
protected:
    /// What the small store has one answer to.
    const QString damaged = QStringLiteral("how long do I have to return a damaged item");

    void openBench();
    void closeBench() { m_bench.reset(); }
    bool open(const QString &storeName = QStringLiteral("shop"),
              const std::function<void(Profile &)> &change = {});
    /// Adds setting B, with the plain ranker and rewriting.
    bool addPlainSetting();
    /// How often the server was asked to search.
    int searches() const;
    /// The chip of this text.
    Chip *chip(const QString &text) const;

    Theme m_theme;
    std::unique_ptr<LabBench> m_bench;
};

} // namespace odc::test
