// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"

#include <algorithm>

namespace odc::test {

namespace {

bool isId(const QByteArray &segment)
{
    return segment.startsWith('{');
}

} // namespace

bool Operation::isCalledBy(const QByteArray &calledMethod, const QByteArray &target) const
{
    const QByteArrayList wanted = ("/v1" + pattern).split('/');
    const QByteArrayList called = target.split('?').first().split('/');
    return method == calledMethod &&
           std::equal(wanted.cbegin(), wanted.cend(), called.cbegin(), called.cend(),
                      [](const QByteArray &pattern, const QByteArray &segment) {
                          return isId(pattern) ? !segment.isEmpty() : pattern == segment;
                      });
}

QStringList missingOperations(const QList<Operation> &operations, const QList<AnsweredRequest> &requests)
{
    QStringList missing;
    for (const Operation &operation : operations) {
        const bool answered =
            std::any_of(requests.cbegin(), requests.cend(), [&](const AnsweredRequest &each) {
                return each.status / 100 == 2 && operation.isCalledBy(each.method, each.target);
            });
        if (!answered)
            missing.append(operation.name());
    }
    return missing;
}

} // namespace odc::test
