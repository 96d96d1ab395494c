// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/figures.h"
#include "ui/theme/theme.h"
#include "ui/theme/variants.h"
#include "ui/widgets/buttons.h"

#include <QApplication>
#include <QFile>
#include <QFontMetrics>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace odc;
using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { m_theme.setMode(Theme::Mode::Light); }

    void textIsReadable_data();
    void textIsReadable();
    void filledButtonIsReadable();
    void modesChangePaletteAndTell();
    void followsTheDesktop();
    void everyIconHasItsFileAndDraws();
    void iconRecoloursWithTheTheme();
    void disabledIconIsPaler();
    void iconOnAFilledButtonTakesItsTextColour();
    void figuresTakeEqualRoom();
    void applicationIconDraws();

private:
    Theme m_theme;
};

namespace {

// WCAG 2 contrast.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
}

bool has(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255 && image.pixelColor(x, y).rgb() == colour.rgb()) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Token>("text");
    QTest::addColumn<Token>("ground");
    for (const bool dark : {false, true}) {
        for (const Token text : {Token::Text, Token::Secondary}) {
            for (const Token ground : {Token::Window, Token::Base, Token::Side, Token::Selection}) {
                QTest::addRow("%s %d on %d", dark ? "dark" : "light", int(text), int(ground))
                    << dark << text << ground;
            }
        }
        for (const Token text : {Token::Ok, Token::Warn, Token::Bad, Token::Accent}) {
            QTest::addRow("%s %d on base", dark ? "dark" : "light", int(text)) << dark << text << Token::Base;
        }
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(bool, dark);
    QFETCH(Token, text);
    QFETCH(Token, ground);
    QCOMPARE_GE(contrast(Theme::colour(text, dark), Theme::colour(ground, dark)), 4.5);
}

void TestTheme::filledButtonIsReadable()
{
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        QCOMPARE_GE(contrast(m_theme.colour(Shade::OnAccent), m_theme.colour(Token::Accent)), 4.5);
    }
}

void TestTheme::modesChangePaletteAndTell()
{
    QLabel label(u"x"_s);
    label.show();
    QSignalSpy changed(&m_theme, &Theme::changed);
    m_theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_theme.isDark());
    QTRY_COMPARE(label.palette().color(QPalette::Window), Theme::colour(Token::Window, true));
    m_theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    m_theme.setMode(Theme::Mode::Light);
    QTRY_COMPARE(label.palette().color(QPalette::Window), Theme::colour(Token::Window, false));
}

void TestTheme::followsTheDesktop()
{
    m_theme.setMode(Theme::Mode::Dark);
    m_theme.setMode(Theme::Mode::FollowSystem); // the offscreen desktop is light
    QVERIFY(!m_theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::colour(Token::Base, false));

    // A desktop that turns dark changes the palette under ours; what we left free lets it through.
    QSignalSpy changed(&m_theme, &Theme::changed);
    QPalette shown = QApplication::palette();
    shown.setColor(QPalette::Disabled, QPalette::Light, QColor(0x30, 0x30, 0x30));
    QApplication::setPalette(shown);
    QVERIFY(changed.wait());
    QVERIFY(m_theme.isDark());
    // Answering it takes the pretence away, so the light desktop of this test is seen, and followed, again.
    QVERIFY(changed.wait());
    QVERIFY(!m_theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::colour(Token::Base, false));
    // And then there is peace: our own palette is no news to us.
    QVERIFY(!changed.wait(200));
}

void TestTheme::everyIconHasItsFileAndDraws()
{
    for (int i = 0; i < iconCount; ++i) {
        const auto id = static_cast<Icon>(i);
        QVERIFY2(QFile::exists(u":/odc/icons/%1.svg"_s.arg(IconSet::name(id))),
                 qPrintable(IconSet::name(id)));
        QVERIFY2(has(m_theme.icons().pixmap(id, Qt::red, 96).toImage(), Qt::red),
                 qPrintable(IconSet::name(id)));
    }
}

void TestTheme::iconRecoloursWithTheTheme()
{
    const QIcon icon = m_theme.icon(Icon::Upload, Token::Accent);
    QVERIFY(has(icon.pixmap(64, 64).toImage(), Theme::colour(Token::Accent, false)));
    m_theme.setMode(Theme::Mode::Dark);
    QVERIFY(has(icon.pixmap(64, 64).toImage(), Theme::colour(Token::Accent, true)));
    QVERIFY(!has(icon.pixmap(64, 64).toImage(), Theme::colour(Token::Accent, false)));
}

void TestTheme::disabledIconIsPaler()
{
    const QIcon icon = m_theme.icon(Icon::Upload);
    QVERIFY(has(icon.pixmap(QSize(64, 64), QIcon::Disabled).toImage(), m_theme.colour(Shade::Disabled)));
    QVERIFY(!has(icon.pixmap(QSize(64, 64), QIcon::Disabled).toImage(), m_theme.colour(Token::Text)));
}

void TestTheme::iconOnAFilledButtonTakesItsTextColour()
{
    const std::unique_ptr<QPushButton> button(makeButton(m_theme, {}, Icon::Stop, ButtonRole::Primary));
    button->setIconSize({64, 64});
    button->resize(80, 80);
    QVERIFY(has(button->grab().toImage(), m_theme.colour(Shade::OnAccent)));
    QVERIFY(!has(button->grab().toImage(), m_theme.colour(Token::Text)));
}

void TestTheme::figuresTakeEqualRoom()
{
    const QFont font = m_theme.font(Theme::FontRole::Body);
    QCOMPARE(figures::width(font, u"111.1 MB"_s), figures::width(font, u"888.8 MB"_s));
    QVERIFY(figures::width(font, u"1,111"_s) > figures::width(font, u"111"_s));

    // "1" over "8": the last figure of both ends in the same place, even where the font's own widths differ.
    QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
    const auto inkRight = [&](const QString &text) {
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font);
        painter.setPen(Qt::black);
        figures::draw(&painter, image.rect(), Qt::AlignRight, text);
        painter.end();
        for (int x = image.width() - 1; x >= 0; --x) {
            for (int y = 0; y < image.height(); ++y) {
                if (qGray(image.pixel(x, y)) < 100) {
                    return x;
                }
            }
        }
        return -1;
    };
    QCOMPARE(inkRight(u"1110"_s), inkRight(u"8880"_s));
}

void TestTheme::applicationIconDraws()
{
    const QImage image = IconSet::application().pixmap(128, 128).toImage();
    QVERIFY(!image.isNull());
    QCOMPARE(image.pixelColor(2, 2).alpha(), 0);
    QCOMPARE(image.pixelColor(64, 110).alpha(), 255);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
