// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettebench.h"

#include "palette/palettequery.h"
#include "reference.h"
#include "shownlist.h"
#include "ui/palette/palettefinder.h"
#include "ui/palette/paletteview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int objects = 200'000;

/// The same ones every time: names, ids and metadata as projects have them.
class Project
{
public:
    QList<IndexedObject> objects(int count)
    {
        QList<IndexedObject> all;
        all.reserve(count);
        for (int i = 0; i < count; ++i)
            all << next();
        return all;
    }

private:
    QString one(const QStringList &of) { return of.at(m_random.bounded(int(of.size()))); }
    QString id(const QString &prefix)
    {
        static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        QString made = prefix;
        for (int i = 0; i < 24; ++i)
            made += QLatin1Char(alphabet[m_random.bounded(62)]);
        return made;
    }
    QString date()
    {
        return u"2026-%1-%2"_s.arg(1 + m_random.bounded(12), 2, 10, QChar(u'0'))
            .arg(1 + m_random.bounded(28), 2, 10, QChar(u'0'));
    }
    QString name()
    {
        return one({u"nightly"_s, u"support"_s, u"catalogue"_s, u"tickets"_s, u"summaries"_s,
                    u"conversations"_s, u"triage"_s, u"invoices"_s, u"contracts"_s, u"Produktfragen"_s,
                    u"Größentabelle"_s, u"embeddings"_s, u"handbook"_s, u"feedback"_s}) +
               u'-' +
               one({u"extract"_s, u"kb"_s, u"golden"_s, u"results"_s, u"v14"_s, u"de"_s, u"en"_s, u"rest"_s,
                    u"w46"_s, u"batch"_s}) +
               u'-' + (m_random.bounded(2) ? date() : QString::number(m_random.bounded(100'000)));
    }
    IndexedObject next()
    {
        IndexedObject object;
        object.createdAt = 1'700'000'000 + m_random.bounded(60'000'000);
        const int kind = m_random.bounded(100);
        if (kind < 70) {
            object.kind = ObjectKind::File;
            object.id = id(u"file-"_s);
            object.name = name() + one({u".jsonl"_s, u".pdf"_s, u".txt"_s, u".md"_s});
            object.detail =
                one({u"batch"_s, u"batch_output"_s, u"fine-tune"_s, u"user_data"_s, u"assistants"_s});
            object.status = u"processed"_s;
        } else if (kind < 80) {
            object.kind = ObjectKind::Batch;
            object.id = id(u"batch_"_s);
            object.name = m_random.bounded(3) ? name() : QString();
            object.detail = u"/v1/responses"_s;
            object.status = one({u"completed"_s, u"failed"_s, u"expired"_s});
            object.metadata = u"team=%1 env=%2"_s.arg(one({u"search"_s, u"billing"_s, u"cx"_s, u"growth"_s}),
                                                      one({u"prod"_s, u"staging"_s}));
        } else if (kind < 85) {
            object.kind = ObjectKind::Store;
            object.id = id(u"vs_"_s);
            object.name = name();
            object.status = u"completed"_s;
        } else if (kind < 95) {
            object.kind = ObjectKind::EvalRun;
            object.id = id(u"evalrun_"_s);
            object.parentId = id(u"eval_"_s);
            object.name = name() + u" · gpt-4o-mini"_s;
            object.status = u"completed"_s;
        } else {
            object.kind = ObjectKind::Job;
            object.id = id(u"ftjob-"_s);
            object.name = name();
            object.detail = u"gpt-4o-mini-2024-07-18"_s;
            object.status = one({u"succeeded"_s, u"failed"_s});
        }
        return object;
    }

    QRandomGenerator m_random{20'261'130};
};

/// Sees when a widget was painted.
class Painted : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            happened = true;
        return false;
    }
    bool happened = false;
};

double percentile(QList<double> values, int percent)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(std::min(values.size() - 1, values.size() * percent / 100));
}

QStringList queries(const QList<IndexedObject> &all)
{
    return {u"nightly extract"_s,
            u"supkb"_s,
            u"tickets 2026-11"_s,
            u"golden"_s,
            u"batch nightly"_s,
            u"file invoices w46"_s,
            u"conv de"_s,
            u"team=billing"_s,
            u"v14"_s,
            u"größe"_s,
            u"groessen"_s,
            u"produkt"_s,
            u"ctlg"_s,
            u"summaries failed"_s,
            u"embedings"_s,
            u"hbook en"_s,
            u"gpt-4o-mini triage"_s,
            u"fine-tune"_s,
            u"4711"_s,
            u"contracts kb prod"_s,
            u"@store feedback"_s,
            u"run triage"_s,
            u"xyzzy"_s,
            u"ft job golden"_s,
            u"expired search"_s,
            u"w46 rest"_s,
            u"user_data handbook"_s,
            all.at(77'777).id,
            all.at(4'242).id.right(8),
            all.at(199'999).id.left(12)};
}

} // namespace

void palette()
{
    const QList<IndexedObject> all = Project().objects(objects);
    QList<FuzzyEntry> entries;
    QStringList lines;
    for (const IndexedObject &object : all) {
        entries << paletteEntry(object, 0);
        lines << entries.last().title + u' ' + object.id + u' ' + entries.last().more;
    }
    QElapsedTimer timer;
    timer.start();
    const FuzzyIndex index = FuzzyIndex().with(entries);
    std::printf("palette: %d objects made ready in the background in %.0f ms, %.1f MB\n", index.size(),
                double(timer.nsecsElapsed()) / 1e6, double(index.memory()) / 1e6);

    QWidget window;
    window.resize(1440, 900);
    window.show();
    PaletteView view(ShownList::theme(), &window);
    PaletteFinder finder;
    finder.setObjects(index);
    bool ready = false;
    QObject::connect(&view, &PaletteView::textChanged, &finder, [&](const QString &text) {
        view.setWaiting();
        finder.find(text);
    });
    QObject::connect(&finder, &PaletteFinder::rowsReady, &view,
                     [&](const QList<PaletteRow> &rows, int total) {
                         view.setRows(rows, QString::number(total));
                         ready = true;
                     });
    view.openUp();
    auto *edit = view.findChild<QLineEdit *>(u"paletteEdit"_s);
    auto *list = view.findChild<QListView *>(u"paletteList"_s);
    Painted painted;
    list->viewport()->installEventFilter(&painted);
    ShownList::settle();

    QList<double> keys;
    QList<double> scans;
    QString slowest;
    const auto press = [&](int key, const QString &text) {
        ready = false;
        painted.happened = false;
        const bool rowsBefore = list->model()->rowCount() > 0;
        timer.restart();
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        QApplication::sendEvent(edit, &event);
        // Where there is nothing before and after, nothing is painted.
        while (!ready || (!painted.happened && (rowsBefore || list->model()->rowCount() > 0)))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const double took = double(timer.nsecsElapsed()) / 1e6;
        if (keys.isEmpty() || took > *std::max_element(keys.cbegin(), keys.cend()))
            slowest = edit->text();
        keys << took;
        QCoreApplication::processEvents();
    };
    for (const QString &query : queries(all)) {
        for (const QChar letter : query)
            press(0, QString(letter));
        // A slip of the finger, as everybody has.
        press(Qt::Key_Backspace, {});
        press(0, query.right(1));
        timer.restart();
        int found = 0;
        for (const QString &line : lines)
            found += line.contains(query, Qt::CaseInsensitive) ? 1 : 0;
        scans << double(timer.nsecsElapsed()) / 1e6;
        if (found < 0)
            std::printf("%d", found); // the scan is not left out
        ready = false;
        edit->clear();
        ShownList::settle();
    }
    std::printf("palette: a key to its rows on the screen, %lld keys over %d objects: median %.1f ms, 95th "
                "percentile %.1f ms (bar 16), "
                "longest %.1f ms (\"%s\")\n",
                qlonglong(keys.size()), objects, median(keys), percentile(keys, 95),
                *std::max_element(keys.cbegin(), keys.cend()), qPrintable(slowest));
    report("palette: a key, beside QString::contains() over the same texts", median(keys), "contains",
           median(scans), "ms");
    std::fflush(stdout);
}

} // namespace odc::bench
