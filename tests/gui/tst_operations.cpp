// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation that the table in Help lists is within reach of a person: each is done through the window, and the
// server's own log says whether it was called and carried out.
#include "gui/support/drivers/operationdriver.h"

#include "api/operationtable.h"

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestOperations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_drivers = operationDrivers(); }
    void init() { failOnNoise(); }
    void cleanupTestCase() { m_drivers.clear(); }

    void whatIsMissingIsNamed();
    void everyDriverStepIsOfTheTable();
    void throughTheWindow_data();
    void throughTheWindow();

private:
    OperationDriver *driverOf(const QByteArray &operation) const;

    std::vector<std::unique_ptr<OperationDriver>> m_drivers;
    OperationDriver *m_current = nullptr; ///< one window at a time
};

OperationDriver *TestOperations::driverOf(const QByteArray &operation) const
{
    for (const auto &driver : m_drivers) {
        if (driver->shows(operation))
            return driver.get();
    }
    return nullptr;
}

void TestOperations::whatIsMissingIsNamed()
{
    QList<Operation> wanted;
    QList<AnsweredRequest> all;
    for (const ApiOperation &operation : apiOperations()) {
        wanted.append({operation.method, operation.path});
        all.append({operation.method,
                    "/v1" + QByteArray(operation.path).replace('{', '<').replace('}', '>') + "?limit=1", 200});
    }
    QCOMPARE(missingOperations(wanted, all), QStringList());
    // No request stands for more than one operation, and an answer that refuses stands for none.
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QStringList only{wanted.at(i).name()};
        QList<AnsweredRequest> less = all;
        less.removeAt(i);
        QCOMPARE(missingOperations(wanted, less), only);
        less = all;
        less[i].status = 404;
        QCOMPARE(missingOperations(wanted, less), only);
    }
    QCOMPARE(missingOperations({{"GET", "/evals/{eval_id}"}},
                               {{"GET", "/v1/evals/", 200}, {"GET", "/v1/files/e", 200}}),
             QStringList{u"GET /evals/{eval_id}"_s});
}

void TestOperations::everyDriverStepIsOfTheTable()
{
    // None drives what the table does not list as being in the window.
    int shown = 0;
    for (const ApiOperation &operation : apiOperations()) {
        OperationDriver *driver = driverOf(operation.name);
        QCOMPARE(driver != nullptr, operation.isOffered());
        shown += driver ? 1 : 0;
    }
    QCOMPARE(shown, 55); // all 50, and five beside them
}

void TestOperations::throughTheWindow_data()
{
    QTest::addColumn<QByteArray>("operation");
    // By area, as they are done; in an area in the order of the table.
    for (const auto &driver : m_drivers) {
        for (const ApiOperation &operation : apiOperations()) {
            if (operation.isOffered() && driverOf(operation.name) == driver.get())
                QTest::newRow((operation.number + ' ' + operation.name).constData()) << operation.name;
        }
    }
    for (const ApiOperation &operation : apiOperations()) {
        if (operation.isOffered() && !driverOf(operation.name))
            QTest::newRow((operation.number + ' ' + operation.name).constData()) << operation.name;
    }
}

void TestOperations::throughTheWindow()
{
    QFETCH(QByteArray, operation);
    OperationDriver *driver = driverOf(operation);
    QVERIFY2(driver, "nobody does it through the window");
    if (m_current && m_current != driver)
        m_current->end();
    m_current = driver;
    driver->show(operation);
}

QTEST_MAIN(TestOperations)
#include "tst_operations.moc"
