// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownlist.h"

#include "api/session.h"
#include "base/clock.h"
#include "heartbeat.h"
#include "lists/filterproxy.h"
#include "lists/rowmodelbase.h"
#include "net/requestqueue.h"
#include "reference.h"
#include "support/faketransport.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

std::unique_ptr<Session> wirelessSession(Clock &clock)
{
    RequestQueue::Options options;
    options.baseUrl = QUrl(u"https://api.example.test/v1"_s);
    options.credentials.apiKey = u"sk-test"_s;
    return std::make_unique<Session>(std::make_unique<RequestQueue>(options,
                                                                    std::make_unique<test::FakeTransport>(),
                                                                    clock, [] { return 0.5; }),
                                     clock);
}

ShownList::ShownList(FilterProxy &proxy, const RowModelBase &model) : view(theme())
{
    view.setModel(&proxy);
    QList<ColumnSpec> specs;
    for (const ColumnInfo &column : model.columns())
        specs << ColumnSpec{
            .width = column.width, .stretch = column.type == ColumnType::Text, .shown = column.shown};
    view.setColumns(specs);
    view.resize(1000, 700);
    view.show();
    settle();
}

void ShownList::settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

const Theme &ShownList::theme()
{
    static const Theme *const applied = [] {
        auto *made = new Theme(qApp);
        made->apply(*qApp);
        return made;
    }();
    return *applied;
}

Took measure(const std::function<void()> &action)
{
    ShownList::settle();
    Heartbeat heartbeat;
    QElapsedTimer timer;
    heartbeat.start();
    timer.start();
    action();
    ShownList::settle();
    const double total = double(timer.nsecsElapsed()) / 1e6;
    heartbeat.stop();
    return {total, heartbeat.worstMs(), heartbeat.worstCpuMs()};
}

void Samples::add(const Took &took)
{
    total << took.totalMs;
    block << took.blockMs;
    cpu << took.blockCpuMs;
}

void Samples::printBlock(const char *name) const
{
    std::printf("%s: %.1f ms whole, longest block %.1f ms (%.1f ms of it this thread's own), bar 16 ms\n",
                name, median(total), median(block), median(cpu));
    std::fflush(stdout);
}

} // namespace odc::bench
