// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least that a window of Qt Widgets can be, for startbench: says when it is on the screen, and ends. With "text" there
// is a line of text in it, for which Qt reads the system's fonts.
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <utility>

namespace {

class EmptyWindow final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        if (std::exchange(m_said, true))
            return;
        QTimer::singleShot(0, this, [] {
            std::puts("filled");
            std::fflush(stdout);
            QCoreApplication::exit(0);
        });
    }

private:
    bool m_said = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(1440, 900);
    QLabel text(QStringLiteral("A window that says something"), &window);
    text.setVisible(argc > 1);
    window.show();
    return app.exec();
}
