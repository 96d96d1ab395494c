// SPDX-License-Identifier: GPL-3.0-or-later
// The search lab, by keyboard and mouse, against a server: queries, settings side by side, conditions.
#include "gui/support/searchlabtest.h"

#include "settings/settings.h"
#include "ui/forms/jsonedit.h"
#include "ui/pages/stores/filterbuilder.h"
#include "ui/pages/stores/labcard.h"
#include "ui/pages/stores/labcards.h"
#include "ui/pages/stores/labhits.h"
#include "ui/pages/stores/labquerybar.h"
#include "ui/pages/stores/labsetpanel.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/tableview.h"

#include <QAccessible>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QSpinBox>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestSearchLab : public SearchLabTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openBench(); }
    void cleanup() { closeBench(); }

    void beforeAnythingItSaysWhatToDo();
    void aQueryByKeyboard();
    void severalQueriesAreOneSearch();
    void settingsSideBySide();
    void rowsAreAsHighAsANarrowCardNeeds();
    void noMoreThanFourSettings();
    void conditionsAreChosenAndTakenAway();
    void conditionsAndJsonSayTheSame();
    void whatIsNoConditionIsKept();
    void anErrorStaysInItsCard();
    void moreThanWasAskedForIsSaid();
    void settingsAreRemembered();
    void aReadOnlyProfileSearches();
    void everythingIsReachableAndNamed();
};

void TestSearchLab::beforeAnythingItSaysWhatToDo()
{
    QVERIFY(open());
    QCOMPARE(LabBench::stateOver(m_bench->hits(u"A"_s)), u"Not searched yet"_s);
    QCOMPARE(LabBench::stateOver(m_bench->pane().panel()->table()), u"No query set yet"_s);
    QCOMPARE(QApplication::focusWidget(), m_bench->child<QWidget>(u"labQuery"_s));
    QVERIFY(!m_bench->action(u"lab.run"_s)->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // nothing to search for
    QVERIFY(m_bench->pane().isIdle());
    QCOMPARE(searches(), 0);
    m_bench->pane().clear();
    QVERIFY(!m_bench->child<QWidget>(u"labQuery"_s)->isEnabled());
}

void TestSearchLab::aQueryByKeyboard()
{
    QVERIFY(open());
    QVERIFY(m_bench->search(damaged));
    QCOMPARE(searches(), 1);
    QCOMPARE(m_bench->found(u"A"_s).value(0), u"returns-policy.md"_s);
    const LabHitsModel &model = m_bench->card(u"A"_s)->model();
    QVERIFY(model.hit(0).score > model.hit(1).score);
    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(u"returns-policy.md, score 0."_s), qPrintable(spoken));
    QCOMPARE(model.index(0).data(LabHitsModel::AttributesRole).toString(), u"lang: en · year: 2025"_s);

    auto *edit = m_bench->child<LabQueryEdit>(u"labQuery"_s);
    QTest::keyClick(edit, Qt::Key_Down); // into the results
    QListView *list = m_bench->hits(u"A"_s);
    QCOMPARE(QApplication::focusWidget(), list);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(list, Qt::Key_Up);
    const int height = list->visualRect(list->currentIndex()).height();
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(model.isExpanded(0));
    ODC_EVENTUALLY(list->visualRect(list->currentIndex()).height() >= height);
    QTest::keyClick(list, Qt::Key_Minus);
    QVERIFY(!model.isExpanded(0));

    QSignalSpy wanted(&m_bench->pane(), &SearchLabPane::contentsRequested);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).toString(), m_bench->store().id);
    QCOMPARE(wanted.first().at(1).toString(), m_bench->store().files.value(u"returns-policy.md"_s));
    QVERIFY(wanted.first().at(2).toString().contains(u"60 days"_s));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(model.index(1)).center());
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(model.index(1)).center());
    QCOMPARE(wanted.size(), 2);
}

void TestSearchLab::severalQueriesAreOneSearch()
{
    QVERIFY(open());
    QVERIFY(m_bench->search(u"password\ninvoice"_s));
    QCOMPARE(searches(), 1);
    const QStringList found = m_bench->found(u"A"_s);
    QVERIFY(found.contains(u"account.txt"_s));
    QVERIFY(found.contains(u"payment.md"_s));
}

void TestSearchLab::settingsSideBySide()
{
    QVERIFY(open());
    QVERIFY(addPlainSetting());
    QVERIFY(m_bench->card(u"B"_s));
    QCOMPARE(m_bench->card(u"B"_s)->setting().ranker, u"none"_s);
    QVERIFY(m_bench->card(u"B"_s)->accessibleName().contains(u"ranker none · threshold 0 · rewrite on"_s));
    QVERIFY(m_bench->search(damaged));
    QCOMPARE(searches(), 2);
    QVERIFY(!m_bench->found(u"A"_s).isEmpty());
    QVERIFY(!m_bench->found(u"B"_s).isEmpty());
    // What the server made of the query is said where it did.
    const auto saysSearched = [this](const QString &setting) {
        const QList<QLabel *> labels = m_bench->card(setting)->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->accessibleName().startsWith(u"Searched for: "_s);
        });
    };
    QVERIFY(saysSearched(u"B"_s));
    QVERIFY(!saysSearched(u"A"_s));

    m_bench->hits(u"A"_s)->setFocus();
    QTest::keyClick(m_bench->hits(u"A"_s), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), m_bench->hits(u"B"_s));
    QCOMPARE(m_bench->pane().cards()->active(), m_bench->card(u"B"_s));
    QTest::keyClick(m_bench->hits(u"B"_s), Qt::Key_Right); // there is none
    QTest::keyClick(m_bench->hits(u"B"_s), Qt::Key_Left);
    QCOMPARE(QApplication::focusWidget(), m_bench->hits(u"A"_s));

    // Changed after the search: what is shown is of before.
    QTest::keyClick(m_bench->hits(u"A"_s), Qt::Key_F2);
    auto *results = m_bench->console().await<QSpinBox>(u"labResults"_s);
    QVERIFY(results);
    results->setValue(3);
    QVERIFY(m_bench->console().click(u"labApplySetting"_s));
    const auto saysStale = [this](const QString &setting) {
        const QList<QLabel *> labels = m_bench->card(setting)->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"Run again"_s);
        });
    };
    ODC_EVENTUALLY(saysStale(u"A"_s));
    QVERIFY(!saysStale(u"B"_s));
    QVERIFY(m_bench->search(damaged));
    QCOMPARE(m_bench->found(u"A"_s).size(), 3);
    QVERIFY(!saysStale(u"A"_s));

    m_bench->hits(u"B"_s)->setFocus();
    m_bench->action(u"lab.removeSetting"_s)->trigger();
    QVERIFY(!m_bench->card(u"B"_s));
    QVERIFY(!m_bench->action(u"lab.removeSetting"_s)->isEnabled()); // the last one stays
}

void TestSearchLab::rowsAreAsHighAsANarrowCardNeeds()
{
    QVERIFY(open());
    QVERIFY(m_bench->search(damaged));
    QListView *list = m_bench->hits(u"A"_s);
    const QModelIndex first = list->model()->index(0, 0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space); // all of its text
    const int width = list->width();
    QVERIFY(addPlainSetting());
    ODC_EVENTUALLY(list->width() < width);
    ODC_EVENTUALLY(list->visualRect(first).height() == list->sizeHintForIndex(first).height());
}

void TestSearchLab::noMoreThanFourSettings()
{
    QVERIFY(open());
    for (const QString &name : {u"B"_s, u"C"_s, u"D"_s}) {
        QVERIFY(m_bench->console().click(u"labAddSetting"_s));
        auto *dialog = m_bench->console().await<QDialog>(u"labSettingDialog"_s);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        ODC_EVENTUALLY(!m_bench->console().find<QDialog>(u"labSettingDialog"_s));
        QVERIFY(m_bench->card(name));
    }
    QVERIFY(!m_bench->child<QPushButton>(u"labAddSetting"_s)->isEnabled());
    QVERIFY(m_bench->search(damaged));
    QCOMPARE(searches(), 4);
    for (const LabCard *card : m_bench->pane().cards()->cards())
        QVERIFY(card->model().rowCount() > 0);
}

void TestSearchLab::conditionsAreChosenAndTakenAway()
{
    QVERIFY(open());
    QVERIFY(m_bench->search(u"days"_s));
    QVERIFY(m_bench->found(u"A"_s).contains(u"returns-policy.md"_s));
    QTest::mouseClick(chip(u"+ condition"_s), Qt::LeftButton);
    auto *builder = m_bench->console().await<FilterBuilder>(u"filterBuilder"_s);
    QVERIFY(builder);
    QVERIFY(!m_bench->console().find<QPushButton>(u"filterApply"_s)->isEnabled()); // no key yet
    auto *key = m_bench->console().find<QComboBox>(u"filterKey"_s);
    QVERIFY(key->findText(u"lang"_s) >= 0); // seen in the results
    ODC_EVENTUALLY(key->hasFocus() || key->lineEdit()->hasFocus());
    QTest::keyClicks(key->lineEdit(), u"lang"_s);
    QTest::keyClicks(m_bench->console().find<QLineEdit>(u"filterValue"_s), u"de"_s);
    QVERIFY(m_bench->console().click(u"filterApply"_s));
    ODC_EVENTUALLY(chip(u"lang eq \"de\""_s));
    QVERIFY(m_bench->search(u"tage days"_s));
    QCOMPARE(m_bench->found(u"A"_s), QStringList{u"rueckgabe.md"_s});

    chip(u"lang eq \"de\""_s)->setFocus();
    QTest::keyClick(chip(u"lang eq \"de\""_s), Qt::Key_Delete);
    ODC_EVENTUALLY(!chip(u"lang eq \"de\""_s));
    QCOMPARE(QApplication::focusWidget(), chip(u"+ condition"_s)); // not lost
    QVERIFY(m_bench->search(u"tage days"_s));
    QVERIFY(m_bench->found(u"A"_s).contains(u"shipping.md"_s));
}

void TestSearchLab::conditionsAndJsonSayTheSame()
{
    QVERIFY(open());
    m_bench->action(u"lab.conditions"_s)->trigger();
    auto *builder = m_bench->console().await<FilterBuilder>(u"filterBuilder"_s);
    QVERIFY(builder);
    auto *json = m_bench->console().find<JsonEdit>(u"filterJson"_s);
    QTest::keyClicks(m_bench->console().find<QComboBox>(u"filterKey"_s)->lineEdit(), u"year"_s);
    auto *op = m_bench->console().find<QComboBox>(u"filterOp"_s);
    op->setCurrentIndex(op->findData(u"gte"_s));
    auto *kind = m_bench->console().find<QComboBox>(u"filterKind"_s);
    kind->setCurrentIndex(kind->findText(u"Number"_s));
    auto *value = m_bench->console().find<QLineEdit>(u"filterValue"_s);
    QTest::keyClicks(value, u"20x"_s);
    QVERIFY(!m_bench->console().find<QPushButton>(u"filterApply"_s)->isEnabled()); // no number
    value->selectAll();
    QTest::keyClicks(value, u"2025"_s);
    QCOMPARE(json->json().toObject(),
             (QJsonObject{{u"type"_s, u"gte"_s}, {u"key"_s, u"year"_s}, {u"value"_s, 2025}}));

    // A group inside.
    QVERIFY(m_bench->console().click(u"filterAddGroup"_s));
    QCOMPARE(json->json()[u"type"_s], QJsonValue(u"and"_s));
    QCOMPARE(json->json()[u"filters"_s][1][u"type"_s], QJsonValue(u"or"_s));

    // The other way.
    json->selectAll();
    QTest::keyClicks(json, u"{\"type\":\"or\",\"filters\":["_s);
    QVERIFY(!m_bench->console().find<QPushButton>(u"filterApply"_s)->isEnabled()); // not finished
    json->selectAll();
    json->insertPlainText(
        uR"({"type":"and","filters":[{"type":"in","key":"lang","value":["en","de"]},{"type":"or","filters":[{"type":"gte","key":"year","value":2025},{"type":"eq","key":"year","value":2021}]}]})"_s);
    ODC_EVENTUALLY(builder->findChildren<QComboBox *>(u"filterJoin"_s).size() == 2);
    QCOMPARE(builder->filter().words(), u"lang in \"en\", \"de\" and (year gte 2025 or year eq 2021)"_s);
    QVERIFY(m_bench->console().click(u"filterApply"_s));
    ODC_EVENTUALLY(chip(u"lang in \"en\", \"de\""_s));
    QVERIFY(chip(u"year gte 2025 or year eq 2021"_s));
    QVERIFY(m_bench->search(u"days items"_s));
    for (const QString &file : m_bench->found(u"A"_s))
        QVERIFY2(file != u"terms.md"_s && file != u"warranty.md"_s, qPrintable(file));
}

void TestSearchLab::whatIsNoConditionIsKept()
{
    QVERIFY(open());
    m_bench->action(u"lab.conditions"_s)->trigger();
    auto *builder = m_bench->console().await<FilterBuilder>(u"filterBuilder"_s);
    QVERIFY(builder);
    auto *json = m_bench->console().find<JsonEdit>(u"filterJson"_s);
    json->selectAll();
    json->insertPlainText(
        uR"({"type":"and","filters":[{"type":"eq","key":"lang","value":"en"},{"type":"near","key":"place","value":1,"km":5}]})"_s);
    ODC_EVENTUALLY(!builder->filter().isUnderstood());
    QVERIFY(m_bench->console().find<QPushButton>(u"filterApply"_s)->isEnabled()); // it is sent as it stands
    // A change of the part that is understood keeps the other.
    QTest::keyClicks(m_bench->console().find<QLineEdit>(u"filterValue"_s), u"-GB"_s);
    QCOMPARE(json->json()[u"filters"_s][0][u"value"_s], QJsonValue(u"en-GB"_s));
    QCOMPARE(json->json()[u"filters"_s][1].toObject(),
             (QJsonObject{{u"type"_s, u"near"_s}, {u"key"_s, u"place"_s}, {u"value"_s, 1}, {u"km"_s, 5}}));
    QVERIFY(m_bench->console().click(u"filterApply"_s));
    ODC_EVENTUALLY(chip(u"(cannot be shown as conditions)"_s));
}

void TestSearchLab::anErrorStaysInItsCard()
{
    QVERIFY(open());
    QVERIFY(addPlainSetting());
    m_bench->proxy().add("POST", "/search",
                         Fault::apiError(400, u"invalid_request_error"_s, u"invalid_value"_s), 1);
    QVERIFY(m_bench->search(damaged));
    const QStringList states{LabBench::stateOver(m_bench->hits(u"A"_s)),
                             LabBench::stateOver(m_bench->hits(u"B"_s))};
    QCOMPARE(states.count(QString()), 1); // one found what it should
    const QString failed = states.first().isEmpty() ? u"B"_s : u"A"_s;
    m_bench->hits(failed)->setFocus();
    QTest::keyClick(m_bench->hits(failed), Qt::Key_Return); // tries again
    QVERIFY(m_bench->idle());
    QVERIFY(!m_bench->found(failed).isEmpty());
}

void TestSearchLab::moreThanWasAskedForIsSaid()
{
    QVERIFY(open());
    const auto page = [](bool more) {
        return Fault::answer(
            200,
            QByteArray(R"({"object":"vector_store.search_results.page","search_query":["days"],)"
                       R"("data":[{"file_id":"file-1","filename":"a.md","score":0.5,)"
                       R"("attributes":{},"content":[{"type":"text","text":"30 days"}]}],)"
                       R"("has_more":)") +
                (more ? "true" : "false") + R"(,"next_page":null})",
            {{"Content-Type", "application/json"}});
    };
    const auto saysMore = [this] {
        const QList<QLabel *> labels = m_bench->card(u"A"_s)->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"There are more"_s);
        });
    };
    m_bench->proxy().add("POST", "/search", page(true));
    QVERIFY(m_bench->search(u"days"_s));
    QCOMPARE(m_bench->found(u"A"_s), QStringList{u"a.md"_s});
    QVERIFY(saysMore());
    m_bench->proxy().add("POST", "/search", page(false));
    QVERIFY(m_bench->search(u"days"_s));
    QVERIFY(!saysMore());
}

void TestSearchLab::settingsAreRemembered()
{
    QVERIFY(open());
    QVERIFY(addPlainSetting());
    QVERIFY(m_bench->importSet());
    m_bench->child<QSpinBox>(u"labK"_s)->setValue(3);
    QVERIFY(m_bench->search(damaged));
    m_bench->openPane();
    QVERIFY(m_bench->card(u"B"_s));
    QCOMPARE(m_bench->card(u"B"_s)->setting().ranker, u"none"_s);
    QVERIFY(m_bench->card(u"B"_s)->setting().rewrite);
    QCOMPARE(m_bench->pane().panel()->k(), 3);
    QCOMPARE(m_bench->pane().panel()->currentName(), u"shop"_s);
    QCOMPARE(m_bench->child<LabQueryEdit>(u"labQuery"_s)->toPlainText(), damaged);
    QVERIFY(m_bench->search(damaged));
    const QStringList found = m_bench->found(u"A"_s);
    QVERIFY(!found.isEmpty());
    // The file holds no key.
    QVERIFY(!readFile(m_bench->setsFile()).isEmpty());
    QVERIFY(!readFile(m_bench->setsFile()).contains("sk-test"));
    // Another store begins anew.
    m_bench->pane().setStore(VectorStore::fromJson({{u"id"_s, u"vs_other"_s}}));
    QVERIFY(!m_bench->card(u"B"_s));
    QVERIFY(m_bench->found(u"A"_s).isEmpty());
    QVERIFY(m_bench->pane().panel()->currentName().isEmpty());
    // Back at the first, what was found is still there.
    const int before = searches();
    m_bench->pane().setStore(VectorStore::fromJson({{u"id"_s, m_bench->store().id}, {u"name"_s, u"shop"_s}}));
    QCOMPARE(m_bench->found(u"A"_s), found);
    QCOMPARE(searches(), before);
}

void TestSearchLab::aReadOnlyProfileSearches()
{
    QVERIFY(open(u"shop"_s, [](Profile &profile) { profile.readOnly = true; }));
    QVERIFY(m_bench->search(damaged));
    QCOMPARE(m_bench->found(u"A"_s).value(0), u"returns-policy.md"_s);
    m_bench->action(u"lab.expected"_s)->trigger(); // kept on this computer
    QVERIFY(m_bench->card(u"A"_s)->isCurrentExpected());
}

void TestSearchLab::everythingIsReachableAndNamed()
{
    QVERIFY(open());
    QVERIFY(addPlainSetting());
    QVERIFY(m_bench->importSet());
    QVERIFY(m_bench->search(damaged));
    QSet<QWidget *> stops;
    for (QWidget *widget : m_bench->pane().findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy() &&
            !widget->size().isEmpty())
            stops.insert(widget);
    }
    QSet<QWidget *> seen;
    m_bench->child<QWidget>(u"labQuery"_s)->setFocus();
    for (int i = 0; i < 100 && !seen.contains(QApplication::focusWidget()); ++i) {
        seen.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QWidget *widget : std::as_const(stops)) {
        QVERIFY2(seen.contains(widget), qPrintable(QString::fromLatin1(widget->metaObject()->className()) +
                                                   u' ' + widget->objectName()));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(
            interface && !interface->text(QAccessible::Name).trimmed().isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

QTEST_MAIN(TestSearchLab)
#include "tst_searchlab.moc"
