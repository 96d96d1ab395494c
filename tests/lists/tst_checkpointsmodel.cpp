// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/checkpointsmodel.h"

#include "lists/exportrows.h"
#include "lists/filterproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

/// "ckpt_<step>" of a job, with these metrics.
FineTuningCheckpoint checkpointAt(qint64 step, const QJsonObject &metrics)
{
    return FineTuningCheckpoint::fromJson(
        {{u"id"_s, u"ckpt_%1"_s.arg(step)},
         {u"created_at"_s, 1'760'000'000 + step},
         {u"fine_tuned_model_checkpoint"_s, u"ft:m:org:sfx:id:ckpt-step-%1"_s.arg(step)},
         {u"fine_tuning_job_id"_s, u"ftjob-1"_s},
         {u"step_number"_s, step},
         {u"metrics"_s, metrics}});
}

/// A model that is watched from the beginning.
struct Bench
{
    CheckpointsModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void show(const QList<FineTuningCheckpoint> &checkpoints, const QString &job = u"ftjob-1"_s,
              const QString &finalModel = {})
    {
        model.setCheckpoints(job, checkpoints, finalModel);
    }
    QString text(const QString &id, const QByteArray &column, int role = Qt::DisplayRole) const
    {
        return model.index(model.rowOf(id), model.columnOf(column)).data(role).toString();
    }
    QStringList keys() const
    {
        QStringList keys;
        for (const ColumnInfo &column : model.columns())
            keys << QString::fromUtf8(column.key);
        return keys;
    }
    /// Ids of the rows that are marked in a column.
    QStringList marked(const QByteArray &column) const
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, model.columnOf(column)).data(CheckpointsModel::BestRole).toBool())
                ids << model.rowId(row);
        }
        return ids;
    }
};

} // namespace

class TestCheckpointsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMetricHasAColumn();
    void theBestIsMarked_data();
    void theBestIsMarked();
    void theMarkMovesOnWithWhatComes();
    void theRuleIsSaid_data();
    void theRuleIsSaid();
    void screenReadersHearOfTheBest();
    void numbersAreShortAndExact_data();
    void numbersAreShortAndExact();
    void whatComesLaterMovesNothing();
    void anotherJobBeginsAnew();
    void modelsAreToldApartByTheirEnds();
    void rowsAreSortedByStep();
    void exportsHoldExactValues();
};

void TestCheckpointsModel::everyMetricHasAColumn()
{
    Bench bench;
    QCOMPARE(bench.keys(), (QStringList{u"step"_s, u"model"_s, u"created"_s, u"id"_s}));
    bench.show(
        {checkpointAt(10, {{u"train_loss"_s, 1.0}, {u"zeta"_s, 2}, {u"never"_s, QJsonValue::Null}}),
         checkpointAt(
             20, {{u"valid_loss"_s, 0.9}, {u"full_valid_mean_token_accuracy"_s, 0.5}, {u"alpha"_s, 1}})});
    // What a job is judged by comes first; what nobody knows comes last, by name; what has no number has no
    // column.
    QCOMPARE(bench.keys(),
             (QStringList{u"step"_s, u"model"_s, u"valid_loss"_s, u"full_valid_mean_token_accuracy"_s,
                          u"train_loss"_s, u"alpha"_s, u"zeta"_s, u"created"_s, u"id"_s}));
    QCOMPARE(bench.model.columns().at(2).title, u"valid loss"_s);
    QCOMPARE(bench.model.columns().at(3).title, u"full valid accuracy"_s);
    QCOMPARE(bench.model.columns().at(5).title, u"alpha"_s);
    QCOMPARE(bench.text(u"ckpt_10"_s, "valid_loss"), QString());
    QCOMPARE(bench.text(u"ckpt_20"_s, "valid_loss"), u"0.900"_s);
    QCOMPARE(bench.text(u"ckpt_20"_s, "step"), u"20"_s);
    QVERIFY(bench.text(u"ckpt_10"_s, "valid_loss", Qt::ToolTipRole).contains(u"not measured"_s));
}

void TestCheckpointsModel::theBestIsMarked_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QList<double>>("values"); // of steps 10, 20, ...; NaN: not measured
    QTest::addColumn<QStringList>("best");
    const double none = qQNaN();
    QTest::newRow("lowest loss") << u"valid_loss"_s << QList<double>{0.9, 0.6, 0.7}
                                 << QStringList{u"ckpt_20"_s};
    QTest::newRow("highest accuracy")
        << u"train_mean_token_accuracy"_s << QList<double>{0.7, 0.8, 0.9} << QStringList{u"ckpt_30"_s};
    QTest::newRow("highest reward") << u"valid_reward_mean"_s << QList<double>{-1, 3, 2}
                                    << QStringList{u"ckpt_20"_s};
    QTest::newRow("a loss of rewards")
        << u"reward_loss"_s << QList<double>{0.3, 0.1, 0.2} << QStringList{u"ckpt_20"_s};
    QTest::newRow("of equal ones the earliest")
        << u"valid_loss"_s << QList<double>{0.9, 0.6, 0.6} << QStringList{u"ckpt_20"_s};
    QTest::newRow("all equal") << u"valid_loss"_s << QList<double>{0.5, 0.5, 0.5}
                               << QStringList{u"ckpt_10"_s};
    QTest::newRow("below zero") << u"train_loss"_s << QList<double>{-0.1, -0.3, 0}
                                << QStringList{u"ckpt_20"_s};
    QTest::newRow("not measured everywhere")
        << u"valid_loss"_s << QList<double>{none, 0.6, 0.7} << QStringList{u"ckpt_20"_s};
    QTest::newRow("measured once") << u"valid_loss"_s << QList<double>{none, none, 0.7} << QStringList();
    QTest::newRow("no telling which way") << u"learning_rate"_s << QList<double>{1, 2, 3} << QStringList();
}

void TestCheckpointsModel::theBestIsMarked()
{
    QFETCH(QString, metric);
    QFETCH(QList<double>, values);
    QFETCH(QStringList, best);
    Bench bench;
    QList<FineTuningCheckpoint> checkpoints;
    for (int i = 0; i < values.size(); ++i)
        checkpoints.prepend(checkpointAt(
            10 * (i + 1), qIsNaN(values.at(i)) ? QJsonObject() : QJsonObject{{metric, values.at(i)}}));
    bench.show(checkpoints);
    QCOMPARE(bench.marked(metric.toUtf8()), best);
    QCOMPARE(bench.model.bestBy(metric), best.value(0));
}

void TestCheckpointsModel::theMarkMovesOnWithWhatComes()
{
    Bench bench;
    const auto first = checkpointAt(10, {{u"valid_loss"_s, 0.9}});
    const auto second = checkpointAt(20, {{u"valid_loss"_s, 0.6}});
    bench.show({first});
    QCOMPARE(bench.marked("valid_loss"), QStringList()); // nothing to compare it with
    bench.show({second, first});
    QCOMPARE(bench.marked("valid_loss"), QStringList{u"ckpt_20"_s});
    QSignalSpy changes(&bench.model, &QAbstractItemModel::dataChanged);
    bench.show({checkpointAt(30, {{u"valid_loss"_s, 0.5}}), second, first});
    QCOMPARE(bench.marked("valid_loss"), QStringList{u"ckpt_30"_s});
    // The row that lost its mark is as it was otherwise: its view must hear of it all the same.
    const int lost = bench.model.rowOf(u"ckpt_20"_s);
    QVERIFY(std::any_of(changes.begin(), changes.end(), [&](const QList<QVariant> &change) {
        return change.at(0).toModelIndex().row() <= lost && change.at(1).toModelIndex().row() >= lost;
    }));
}

void TestCheckpointsModel::theRuleIsSaid_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("said");
    QTest::newRow("loss") << u"valid_loss"_s << u"lowest"_s;
    QTest::newRow("accuracy") << u"valid_mean_token_accuracy"_s << u"highest"_s;
    QTest::newRow("unknown") << u"tokens_seen"_s << u"does not say"_s;
}

void TestCheckpointsModel::theRuleIsSaid()
{
    QFETCH(QString, metric);
    QFETCH(QString, said);
    Bench bench;
    bench.show({checkpointAt(10, {{metric, 1}})});
    const QString tip =
        bench.model.headerData(bench.model.columnOf(metric.toUtf8()), Qt::Horizontal, Qt::ToolTipRole)
            .toString();
    QVERIFY2(tip.contains(said) && tip.contains(metric), qPrintable(tip));
}

void TestCheckpointsModel::screenReadersHearOfTheBest()
{
    Bench bench;
    bench.show({checkpointAt(10, {{u"valid_loss"_s, 0.9}}), checkpointAt(20, {{u"valid_loss"_s, 0.6}})});
    QCOMPARE(bench.text(u"ckpt_20"_s, "valid_loss", Qt::AccessibleTextRole), u"0.600, the best"_s);
    QCOMPARE(bench.text(u"ckpt_10"_s, "valid_loss", Qt::AccessibleTextRole), u"0.900"_s);
    QCOMPARE(bench.text(u"ckpt_10"_s, "model", Qt::AccessibleTextRole), u"ft:m:org:sfx:id:ckpt-step-10"_s);
    QVERIFY(bench.text(u"ckpt_20"_s, "valid_loss", Qt::ToolTipRole).contains(u"lowest"_s));
}

void TestCheckpointsModel::numbersAreShortAndExact_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("exact");
    QTest::newRow("usual") << 0.60123456 << u"0.601"_s << u"0.60123456"_s;
    QTest::newRow("zero") << 0.0 << u"0.000"_s << u"0"_s;
    QTest::newRow("small") << 0.0001234 << u"0.000123"_s << u"0.0001234"_s;
    QTest::newRow("tiny") << 1.234e-7 << u"1.23E-07"_s << u"1.234E-07"_s;
    QTest::newRow("large") << 12345.678 << u"12,345.7"_s << u"12,345.678"_s;
    QTest::newRow("negative") << -2.5 << u"-2.500"_s << u"-2.5"_s;
}

void TestCheckpointsModel::numbersAreShortAndExact()
{
    QFETCH(double, value);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Bench bench;
    bench.show({checkpointAt(10, {{u"valid_loss"_s, value}})});
    const QString shown = bench.text(u"ckpt_10"_s, "valid_loss");
    const QString tip = bench.text(u"ckpt_10"_s, "valid_loss", Qt::ToolTipRole);
    QLocale::setDefault(before);
    QFETCH(QString, exact);
    QTEST(shown.toUpper(), "shown");
    QVERIFY2(tip.toUpper().contains(exact.toUpper()), qPrintable(tip));
}

void TestCheckpointsModel::whatComesLaterMovesNothing()
{
    Bench bench;
    const auto first = checkpointAt(10, {{u"valid_loss"_s, 0.9}});
    bench.show({first});
    const QPersistentModelIndex kept(bench.model.index(0, 0));
    QSignalSpy resets(&bench.model, &QAbstractItemModel::modelReset);
    bench.show({checkpointAt(20, {{u"valid_loss"_s, 0.6}}), first}, u"ftjob-1"_s, u"ft:m:org:sfx:id"_s);
    QCOMPARE(resets.size(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(bench.model.rowId(kept.row()), u"ckpt_10"_s);
    bench.show({first});
    QCOMPARE(bench.model.rowCount(), 1); // what the server has no more leaves
    QCOMPARE(resets.size(), 0);
}

void TestCheckpointsModel::anotherJobBeginsAnew()
{
    Bench bench;
    bench.show({checkpointAt(10, {{u"valid_loss"_s, 0.9}}), checkpointAt(20, {{u"valid_loss"_s, 0.6}})});
    bench.show({checkpointAt(5, {{u"train_loss"_s, 0.9}})}, u"ftjob-2"_s);
    QCOMPARE(bench.model.rowCount(), 1);
    QCOMPARE(bench.model.metricOf(CheckpointsModel::FirstMetric), u"train_loss"_s);
    QCOMPARE(bench.model.bestBy(u"valid_loss"_s), QString());
    bench.model.clear();
    QCOMPARE(bench.model.rowCount(), 0);
}

void TestCheckpointsModel::modelsAreToldApartByTheirEnds()
{
    Bench bench;
    bench.show({checkpointAt(10, {}),
                FineTuningCheckpoint::fromJson({{u"id"_s, u"last"_s},
                                                {u"step_number"_s, 20},
                                                {u"fine_tuned_model_checkpoint"_s, u"ft:m:org:sfx:id"_s}})},
               u"ftjob-1"_s, u"ft:m:org:sfx:id"_s);
    QCOMPARE(bench.text(u"ckpt_10"_s, "model"), u"…:ckpt-step-10"_s);
    QCOMPARE(bench.text(u"ckpt_10"_s, "model", Qt::ToolTipRole), u"ft:m:org:sfx:id:ckpt-step-10"_s);
    QCOMPARE(bench.text(u"last"_s, "model"), u"the final model"_s);
    QCOMPARE(bench.model.rawValue(bench.model.rowOf(u"last"_s), CheckpointsModel::Model).toString(),
             u"ft:m:org:sfx:id"_s);
    QCOMPARE(CheckpointsModel::shortModel(u"another-model"_s), u"another-model"_s);
}

void TestCheckpointsModel::rowsAreSortedByStep()
{
    Bench bench;
    bench.show({checkpointAt(100, {{u"valid_loss"_s, 0.5}}), checkpointAt(20, {}),
                checkpointAt(3, {{u"valid_loss"_s, 0.7}})});
    FilterProxy proxy;
    proxy.setRows(&bench.model);
    const auto steps = [&] {
        QStringList all;
        for (int row = 0; row < proxy.rowCount(); ++row)
            all << proxy.index(row, CheckpointsModel::Step).data().toString();
        return all;
    };
    proxy.sort(CheckpointsModel::Step);
    QCOMPARE(steps(), (QStringList{u"3"_s, u"20"_s, u"100"_s}));
    proxy.sort(CheckpointsModel::FirstMetric, Qt::DescendingOrder);
    QCOMPARE(steps(), (QStringList{u"3"_s, u"100"_s, u"20"_s})); // what was not measured comes last
}

void TestCheckpointsModel::exportsHoldExactValues()
{
    Bench bench;
    bench.show({checkpointAt(10, {{u"valid_loss"_s, 0.60123456}})});
    QCOMPARE(toCsv(exportData(bench.model, {0}, ExportPart::Cells)),
             QByteArray("step,model,valid_loss,created,id\r\n"
                        "10,ft:m:org:sfx:id:ckpt-step-10,0.60123456,2025-10-09T08:53:30+00:00,ckpt_10\r\n"));
}

QTEST_GUILESS_MAIN(TestCheckpointsModel)
#include "tst_checkpointsmodel.moc"
