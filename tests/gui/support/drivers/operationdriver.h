// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"
#include "support/operations.h"

#include <QByteArrayList>

#include <functional>
#include <memory>
#include <vector>

namespace odc::test {

/// A session of a person with one area of the window, step by step, in which every operation of that area is called. Each
/// step names those that it shows.
class OperationDriver
{
public:
    struct Step
    {
        QString name;
        QByteArrayList operations; ///< as the API calls them: "files.create"
        std::function<void()> run; ///< fails the test where something is not as it should be
    };
    virtual ~OperationDriver();

    /// The page that it works on.
    virtual QString area() const = 0;
    /// Whether a step shows it.
    bool shows(const QByteArray &operation) const;
    /// Goes on with the session up to the step that shows it, and demands that the server has carried it out meanwhile. May
    /// fail the test.
    void show(const QByteArray &operation);
    /// Ends the session.
    void end();

protected:
    void add(const QString &name, const QByteArrayList &operations, std::function<void()> run);
    /// A window before a server.
    virtual void begin() = 0;
    virtual void close() = 0;
    virtual Console &console() const = 0;
    /// What the server answered since clearAnswers().
    virtual QList<AnsweredRequest> answers() const = 0;
    virtual void clearAnswers() = 0;
    /// After each step, before its answers are forgotten.
    virtual void review() { }

    /// The area's page, by the shortcut it has in the Go menu.
    void goTo(const QString &pageId);

private:
    void run(Step &step);

    std::vector<Step> m_steps;
    size_t m_next = 0; ///< the step to go on with
    bool m_begun = false;
    QByteArrayList m_called; ///< by what was run so far
    QString m_stuckAt;       ///< the step that failed
};

/// One of each area that has operations, in the order of the navigation.
std::vector<std::unique_ptr<OperationDriver>> operationDrivers();

// By area.
std::unique_ptr<OperationDriver> filesDriver();
std::unique_ptr<OperationDriver> transfersDriver();
std::unique_ptr<OperationDriver> batchesDriver();
std::unique_ptr<OperationDriver> storesDriver();
std::unique_ptr<OperationDriver> evalsDriver();
std::unique_ptr<OperationDriver> fineTuningDriver();

} // namespace odc::test
