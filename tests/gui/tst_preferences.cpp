// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of keys and of the language before anything is kept or has come true.
#include "gui/support/console.h"

#include "overview/overviewkeep.h"
#include "secrets/fallbacksecretstore.h"
#include "settings/pricetable.h"
#include "settings/settings.h"
#include "ui/dialogs/alertkinds.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/dialogs/profileform.h"
#include "ui/widgets/labels.h"
#include "watch/watchrules.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// As on a computer without a keychain: that shows only when it is asked.
class NoKeychain final : public SecretStore
{
public:
    Kind kind() const override { return Kind::Keychain; }
    QString description() const override { return u"Keys are kept in the system's keychain."_s; }
    void read(const QString &, SecretKind, bool, QObject *owner, ReadDone done) override
    {
        refuse(owner, done);
    }
    void write(const QString &, SecretKind, const SecretString &, QObject *owner, WriteDone done) override
    {
        refuse(owner, done);
    }
    void remove(const QString &, SecretKind, bool, QObject *owner, RemoveDone done) override
    {
        refuse(owner, done);
    }

private:
    template <typename Done> static void refuse(QObject *owner, const Done &done)
    {
        const auto answer = [done] { done(tl::unexpected(SecretError{})); };
        QMetaObject::invokeMethod(owner, answer, Qt::QueuedConnection);
    }
};

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        failOnNoise();
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
    }
    void cleanup() { m_console.reset(); }

    void aFormSaysWhereKeysAreKeptBeforeOneIsTyped();
    void preferencesSayWhereKeysAreKept();
    void aChangeOfLanguageSaysThatItWaits();
    void alertsAreChosenByKind();
    void rulesAreKeptAndComeBack();
    void withoutATrayNothingCanGoOnInIt();
    void whatWasSeenIsForgottenOnceTheProfileIsClosed();
    void theOverviewOfItIsForgottenAsWell();
    void pricesAreEditedAndKept();
    void pricesThatAreNotRightAreNotKept();
    void keysGoThroughPricesAsTheEyeDoes();
    void theExamplesComeBack();

private:
    ShellContext without(SecretStore &keychain) const
    {
        const ShellContext real = m_console->services().context();
        return {real.settings, real.profiles, keychain,  real.connector,
                real.archives, real.theme,    real.clock};
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

void TestPreferences::aFormSaysWhereKeysAreKeptBeforeOneIsTyped()
{
    FallbackSecretStore secrets(std::make_unique<NoKeychain>());
    ProfileForm form(without(secrets));
    Profile fresh;
    fresh.name = u"New"_s;
    form.setProfile(fresh);
    auto *hint = form.findChild<TextLabel *>(u"profileKeyHint"_s);
    QVERIFY(hint);
    ODC_EVENTUALLY(hint->text().contains(u"memory"));
    QVERIFY(!hint->text().contains(u"in the system's keychain."));
}

void TestPreferences::preferencesSayWhereKeysAreKept()
{
    FallbackSecretStore secrets(std::make_unique<NoKeychain>());
    PreferencesDialog preferences(without(secrets), nullptr);
    auto *said = preferences.findChild<TextLabel *>(u"keyStorage"_s);
    ODC_EVENTUALLY(said && said->text().contains(u"memory"));
}

void TestPreferences::aChangeOfLanguageSaysThatItWaits()
{
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    auto *hint = preferences.findChild<TextLabel *>(u"languageHint"_s);
    QVERIFY(hint && !hint->text().contains(u"start it again"));
    auto *language = preferences.findChild<QComboBox *>(u"language"_s);
    language->setCurrentIndex(language->findData(u"de"_s));
    QVERIFY(hint->text().contains(u"start it again"));
}

void TestPreferences::alertsAreChosenByKind()
{
    Settings &settings = m_console->services().settings();
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    auto *failed = preferences.findChild<QCheckBox *>(u"alert.failed"_s);
    auto *ended = preferences.findChild<QCheckBox *>(u"alert.ended"_s);
    QVERIFY(failed && ended && failed->isChecked() && ended->isChecked());
    ended->click();
    QVERIFY(!isAlertOn(settings, WatchEvent::Kind::Ended));
    QVERIFY(isAlertOn(settings, WatchEvent::Kind::Failed));
    ended->click();
    QVERIFY(isAlertOn(settings, WatchEvent::Kind::Ended));
    auto *all = preferences.findChild<QCheckBox *>(u"notifications"_s);
    all->click();
    QVERIFY(!settings.flag(Setting::Notifications));
    QVERIFY(!failed->isEnabled()); // nothing to choose any more
}

void TestPreferences::rulesAreKeptAndComeBack()
{
    Settings &settings = m_console->services().settings();
    {
        PreferencesDialog preferences(m_console->services().context(), nullptr);
        preferences.findChild<QSpinBox *>(u"rule.leastMinutes"_s)->setValue(5);
        preferences.findChild<QDoubleSpinBox *>(u"rule.timesUsual"_s)->setValue(2.5);
    }
    const WatchRules rules = WatchRules::fromJson(settings.text(Setting::WatchRules));
    QCOMPARE(rules.leastMinutes, 5);
    QCOMPARE(rules.timesUsual, 2.5);
    QCOMPARE(rules.expiresDays, WatchRules().expiresDays);
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    auto *least = preferences.findChild<QSpinBox *>(u"rule.leastMinutes"_s);
    QCOMPARE(least->value(), 5);
    preferences.findChild<QPushButton *>(u"rulesDefault"_s)->click();
    QCOMPARE(least->value(), WatchRules().leastMinutes);
    QCOMPARE(WatchRules::fromJson(settings.text(Setting::WatchRules)), WatchRules());
}

void TestPreferences::withoutATrayNothingCanGoOnInIt()
{
    m_console->services().settings().set(Setting::KeepWatching, true);
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    auto *keep = preferences.findChild<QCheckBox *>(u"keepWatching"_s);
    QVERIFY(keep && !keep->isEnabled() && !keep->isChecked());
    QVERIFY(preferences.findChild<TextLabel *>(u"keepWatchingHint"_s)->text().contains(u"no tray"_s));
}

void TestPreferences::whatWasSeenIsForgottenOnceTheProfileIsClosed()
{
    QVERIFY(m_console->openLocal());
    const QString id = QLatin1StringView(localProfileId);
    const QString file = m_console->services().opener().indexFile(id);
    ODC_EVENTUALLY(QFileInfo::exists(file));
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    auto *forget = preferences.findChild<QPushButton *>(u"forgetSeen"_s);
    QVERIFY(forget && forget->isEnabled());
    forget->click();
    QVERIFY(!forget->isEnabled());
    m_console->services().settings().set(Setting::KeepIndex, false); // the next one leaves nothing of its own
    QVERIFY(m_console->openLocal());
    QVERIFY(!QFileInfo::exists(file));
}

void TestPreferences::theOverviewOfItIsForgottenAsWell()
{
    QVERIFY(m_console->openLocal());
    ProfileOpener &opener = m_console->services().opener();
    const QString id = QLatin1StringView(localProfileId);
    QFile figures(OverviewKeep::fileOf(opener.indexFile(id)));
    ODC_EVENTUALLY(QFileInfo::exists(opener.indexFile(id)));
    QVERIFY(figures.open(QIODevice::WriteOnly));
    QVERIFY(figures.write("{}") == 2);
    figures.close();
    opener.forgetSeen(id);
    QVERIFY(m_console->openLocal());
    QVERIFY(!figures.exists());
}

void TestPreferences::pricesAreEditedAndKept()
{
    Settings &settings = m_console->services().context().settings;
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    preferences.findChild<QTabWidget *>(u"preferenceTabs"_s)->setCurrentIndex(2);
    preferences.show();
    auto *table = preferences.findChild<TableView *>(u"prices"_s);
    const auto type = [&](int row, int column, const QString &text) {
        const QModelIndex cell = table->model()->index(row, column);
        if (!table->viewport()->findChild<QLineEdit *>()) { // a new row is edited already
            table->setCurrentIndex(cell);
            table->edit(cell);
        }
        auto *edit = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(edit);
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        ODC_EVENTUALLY(!table->viewport()->findChild<QLineEdit *>());
    };
    const int row = table->model()->rowCount();
    preferences.findChild<QPushButton *>(u"addPrice"_s)->click();
    QCOMPARE(table->model()->rowCount(), row + 1);
    type(row, 0, u"our-model"_s);
    type(row, 1, u"-x3"_s); // no price begins with a minus or has letters
    type(row, 3, u"9"_s);
    type(row, 4, u"12.5"_s);
    const PriceTable kept = pricesOf(settings);
    QVERIFY(kept.priceOf(u"our-model-2026-01-01"_s));
    QCOMPARE(kept.priceOf(u"our-model"_s)->input, 3.0);
    QCOMPARE(kept.priceOf(u"our-model"_s)->output, 9.0);
    QVERIFY(!kept.priceOf(u"our-model"_s)->cached);
    QCOMPARE(kept.trainingPriceOf(u"our-model"_s).value_or(0), 12.5);
    type(row, 4, {}); // nobody knows it, which is not the same as nothing
    QVERIFY(!pricesOf(settings).trainingPriceOf(u"our-model"_s));
    QVERIFY(kept.asOf.isEmpty());
    preferences.findChild<QSpinBox *>(u"batchPercent"_s)->setValue(40);
    QCOMPARE(pricesOf(settings).batchPercent, 40.0);
    preferences.findChild<QDoubleSpinBox *>(u"storageGbDay"_s)->setValue(0.25);
    preferences.findChild<QDoubleSpinBox *>(u"storageFreeGb"_s)->setValue(2);
    QCOMPARE(pricesOf(settings).storage, (StoragePrice{0.25, 2}));
    // Removed, and it has no price any more.
    table->setCurrentIndex(table->model()->index(row, 0));
    preferences.findChild<QPushButton *>(u"removePrice"_s)->click();
    QVERIFY(!pricesOf(settings).priceOf(u"our-model"_s));
    // Back to what comes with the program, all of it.
    preferences.findChild<QPushButton *>(u"resetPrices"_s)->click();
    QCOMPARE(pricesOf(settings), PriceTable::shipped());
    QCOMPARE(preferences.findChild<QDoubleSpinBox *>(u"storageGbDay"_s)->value(), 0.1);
}

void TestPreferences::keysGoThroughPricesAsTheEyeDoes()
{
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    preferences.findChild<QTabWidget *>(u"preferenceTabs"_s)->setCurrentIndex(2);
    preferences.show();
    QVERIFY(QTest::qWaitForWindowActive(&preferences));
    auto *table = preferences.findChild<TableView *>(u"prices"_s);
    // Something that can be removed, and something that can be set back.
    preferences.findChild<QSpinBox *>(u"batchPercent"_s)->setValue(40);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    for (const QString &next : {u"addPrice"_s, u"removePrice"_s, u"resetPrices"_s, u"batchPercent"_s, u"storageGbDay"_s,
                                u"storageFreeGb"_s}) {
        QTest::keyClick(preferences.focusWidget(), Qt::Key_Tab);
        QCOMPARE(preferences.focusWidget()->objectName(), next);
    }
}

void TestPreferences::pricesThatAreNotRightAreNotKept()
{
    Settings &settings = m_console->services().context().settings;
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    auto *table = preferences.findChild<TableView *>(u"prices"_s);
    auto *hint = preferences.findChild<TextLabel *>(u"pricesHint"_s);
    QVERIFY(hint->text().contains(PriceTable::shipped().asOf));
    const QString second = table->model()->index(1, 0).data().toString();
    QVERIFY(table->model()->setData(table->model()->index(0, 0), second.toUpper()));
    QVERIFY2(hint->text().contains(u"twice"_s), qPrintable(hint->text()));
    QCOMPARE(pricesOf(settings), PriceTable::shipped());
    QVERIFY(!table->model()->setData(table->model()->index(0, 1), u"much"_s));
    QVERIFY(table->model()->setData(table->model()->index(0, 0), u"another"_s));
    QVERIFY(!hint->text().contains(u"twice"_s));
    QVERIFY(pricesOf(settings).priceOf(u"another"_s));
}

void TestPreferences::theExamplesComeBack()
{
    Settings &settings = m_console->services().context().settings;
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    auto *table = preferences.findChild<TableView *>(u"prices"_s);
    auto *reset = preferences.findChild<QPushButton *>(u"resetPrices"_s);
    QVERIFY(!reset->isEnabled());
    QVERIFY(table->model()->removeRow(0));
    QVERIFY(pricesOf(settings) != PriceTable::shipped());
    reset->click();
    QCOMPARE(pricesOf(settings), PriceTable::shipped());
    QCOMPARE(table->model()->rowCount(), int(PriceTable::shipped().prices.size()));
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
