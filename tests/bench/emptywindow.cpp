// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a start is compared with, for startbench: says when it is on the screen, and ends.
//
//   odc_emptywindow        the least that a window of Qt Widgets can be
//   odc_emptywindow text   a line of text in it, for which Qt reads the system's fonts
//   odc_emptywindow texts  as many texts, in as many fonts, as the console's first picture has, painted by one widget: no
//                          layout, no menu, nothing that could be clicked. What is left of the bar when the words alone
//                          are on the screen.
//   odc_emptywindow page   a page of cards and tables, written here in full: no data, no settings, no translation, no
//                          network, no libraries but Qt Widgets. How much stands in it is a choice, and with less of it
//                          it would be faster: it says what such a page costs, not what a full window must cost.
//
// odc_linkedwindow is this file too, with every shared library that the console is linked with: what loading them costs.
#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QStatusBar>
#include <QStyleFactory>
#include <QPainter>
#include <QTableWidget>
#include <QTimer>
#include <QToolBar>

#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// The first picture of the window is complete when it has handled this.
class FirstPicture final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && !std::exchange(m_said, true)) {
            QTimer::singleShot(0, window, [] {
                std::puts("filled");
                std::fflush(stdout);
                QCoreApplication::exit(0);
            });
        }
        return false;
    }

private:
    bool m_said = false;
};

/// The words of a first picture and nothing else.
class Texts final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int count = 65; // as the overview of startbench draws, in its seven fonts
        constexpr int columns = 5;
        constexpr int lineHeight = 28;
        constexpr int columnWidth = 280;
        struct Role { double points; QFont::Weight weight; };
        // Most of the words in the first.
        constexpr std::array roles{Role{10, QFont::Normal}, Role{10, QFont::Normal}, Role{10, QFont::Normal},
                                   Role{9, QFont::Normal},  Role{10, QFont::DemiBold}, Role{9, QFont::DemiBold},
                                   Role{11.5, QFont::DemiBold}, Role{14, QFont::DemiBold}, Role{18, QFont::DemiBold}};
        constexpr std::array words{"Running", "Storage by purpose", "nightly triage %1", "in progress, %1 min left",
                                   "%1 files, 2.7 MB", "failed: rate limit"};
        QPainter painter(this);
        for (int i = 0; i < count; ++i) {
            const Role &role = roles[size_t(i) % roles.size()];
            QFont font = this->font();
            font.setPointSizeF(role.points);
            font.setWeight(role.weight);
            painter.setFont(font);
            QString text = QString::fromLatin1(words[size_t(i) % words.size()]);
            if (text.contains(u'%'))
                text = text.arg(i);
            painter.drawText(20 + i % columns * columnWidth, 30 + i / columns * lineHeight, text);
        }
    }
};

QWidget *card(int number)
{
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(frame);
    auto *figure = new QLabel(QString::number(1000 + number));
    QFont large = figure->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    figure->setFont(large);
    layout->addWidget(new QLabel(u"Figure %1"_s.arg(number)));
    layout->addWidget(figure);
    layout->addWidget(new QPushButton(u"Show"_s));
    return frame;
}

QWidget *table()
{
    constexpr int rows = 8;
    constexpr int columns = 5;
    auto *out = new QTableWidget(rows, columns);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            out->setItem(row, column, new QTableWidgetItem(u"Cell %1 %2"_s.arg(row).arg(column)));
    }
    return out;
}

void fill(QMainWindow &window)
{
    constexpr int actions = 6;
    constexpr int areas = 10;
    constexpr int cards = 10;
    constexpr int cardsInARow = 5;
    QToolBar *bar = window.addToolBar(u"Tools"_s);
    for (int i = 0; i < actions; ++i)
        bar->addAction(u"Action %1"_s.arg(i));
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    auto *list = new QListWidget;
    for (int i = 0; i < areas; ++i)
        list->addItem(u"Area %1"_s.arg(i));
    auto *grid = new QGridLayout;
    for (int i = 0; i < cards; ++i)
        grid->addWidget(card(i), i / cardsInARow, i % cardsInARow);
    grid->addWidget(table(), 2, 0, 1, 2);
    grid->addWidget(table(), 2, 2, 1, 3);
    row->addWidget(list);
    row->addLayout(grid, 1);
    window.setCentralWidget(middle);
    window.statusBar()->addWidget(new QLabel(u"Ready"_s));
}

} // namespace

int main(int argc, char **argv)
{
    const auto wants = [&](const char *word) { return argc > 1 && std::strcmp(argv[1], word) == 0; };
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s)); // as the console
    FirstPicture picture;
    std::unique_ptr<QWidget> window(wants("page") ? new QMainWindow : wants("texts") ? new Texts : new QWidget);
    window->resize(1440, 900);
    window->installEventFilter(&picture);
    if (wants("text"))
        new QLabel(u"A window that says something"_s, window.get());
    if (auto *page = qobject_cast<QMainWindow *>(window.get()))
        fill(*page);
    window->show();
    return app.exec();
}
