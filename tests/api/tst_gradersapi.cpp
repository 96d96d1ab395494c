// SPDX-License-Identifier: GPL-3.0-or-later
// A grader tried on one answer: what goes over the wire, and what is read of the verdict.
#include "api/gradersapi.h"
#include "apibench.h"

#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const auto path = u"/v1/fine_tuning/alpha/graders/run"_s;

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestGradersApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAndReads();
    void faultsAreNamed();
    void goesOutOnce();
};

void TestGradersApi::asksAndReads()
{
    ApiBench bench;
    bench.wire->once(
        Method::Post, path,
        FakeReply::json(
            R"({"reward":0.25,"metadata":{"name":"n","type":"string_check","errors":{"other_error":false,"python_grader_server_error_type":null},"sampled_model_name":null},"sub_rewards":{}})"));
    std::optional<Result<GraderVerdict>> answer;
    bench.session->graders().run({{u"type"_s, u"string_check"_s}}, u"yes"_s, {{u"label"_s, u"x"_s}}, nullptr,
                                 into(&answer));
    bench.clock.advance(600'000);
    QVERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE((*answer)->reward, std::optional(0.25));
    QVERIFY((*answer)->errors.isEmpty());
    QCOMPARE(parsed(bench.wire->requests().first().body),
             parsed(R"({"grader":{"type":"string_check"},"model_sample":"yes","item":{"label":"x"}})"));
}

void TestGradersApi::faultsAreNamed()
{
    ApiBench bench;
    bench.wire->once(
        Method::Post, path,
        FakeReply::json(
            R"({"reward":0,"metadata":{"errors":{"other_error":true,"sample_parse_error":false,"model_grader_server_error_details":"no label"},"sampled_model_name":"m"}})"));
    bench.wire->once(Method::Post, path, FakeReply::json("[]"));
    std::optional<Result<GraderVerdict>> answer;
    bench.session->graders().run({}, {}, {}, nullptr, into(&answer));
    bench.clock.advance(600'000);
    QVERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE((*answer)->errors,
             (QStringList{u"model_grader_server_error_details: no label"_s, u"other_error"_s}));
    QCOMPARE((*answer)->model, u"m"_s);
    answer.reset();
    bench.session->graders().run({}, {}, {}, nullptr, into(&answer));
    bench.clock.advance(600'000);
    QVERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(answer->error().kind, ApiError::Kind::OutcomeUnknown); // it was graded, but nobody can say how
}

void TestGradersApi::goesOutOnce()
{
    ApiBench bench;
    bench.wire->always(Method::Post, path, FakeReply::broken(WireFailure::Network));
    std::optional<Result<GraderVerdict>> answer;
    bench.session->graders().run({}, {}, {}, nullptr, into(&answer));
    bench.clock.advance(600'000);
    QVERIFY(answer);
    QCOMPARE(answer->error().kind, ApiError::Kind::OutcomeUnknown);
    QCOMPARE(bench.wire->count(Method::Post, path), 1);
}

QTEST_GUILESS_MAIN(TestGradersApi)
#include "tst_gradersapi.moc"
