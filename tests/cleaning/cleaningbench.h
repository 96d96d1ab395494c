// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/storebench.h"

#include "cleaning/cleaningjob.h"
#include "cleaning/cleaningplan.h"
#include "index/objectindex.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace odc::test {

/// A project with files that a clean-up deletes, and an index that learns from every answer.
struct CleaningBench : StoreBench
{
    explicit CleaningBench(const ObjectIndex::Options &options = {})
        : index(options, clock), survey(*session, index)
    {
        session->setObserver(&index);
        wire->setHandler([this](const FakeRequest &request) { return reply(request); });
    }
    ~CleaningBench() { session->setObserver(nullptr); }

    FakeReply reply(const FakeRequest &request)
    {
        if (dead)
            return FakeReply::silence();
        const QString id = request.path.section(u'/', -1);
        if (request.method == Method::Delete && haunting.contains(id))
            return FakeReply::json(R"({"deleted":true})"); // and nothing happens
        if (request.method == Method::Get && request.path == "/v1/files"_L1) {
            const FakeReply list = answer(request);
            if (++lists == lagsFor)
                files.removeIf([this](const QString &file) { return haunting.contains(file); });
            return list;
        }
        return answer(request);
    }

    QList<CleaningItem> some(int count)
    {
        QList<CleaningItem> items;
        for (int i = 0; i < count; ++i) {
            CleaningItem item;
            item.id = u"file-%1"_s.arg(i);
            item.title = item.id + u".txt"_s;
            item.bytes = 7;
            items << item;
            files << item.id;
        }
        files << u"other"_s;
        return items;
    }
    QString journal(const QString &name = u"cleaning.jsonl"_s) const { return folder.filePath(name); }
    bool run(const std::function<bool()> &done)
    {
        return QTest::qWaitFor(
            [&] {
                clock.advance(1000);
                return done();
            },
            20'000);
    }
    bool finish(CleaningJob &job)
    {
        if (job.state() == BulkJob::State::Ready)
            job.start();
        return run([&] { return job.state() == BulkJob::State::Finished; });
    }
    /// Reads everything of the project.
    bool know()
    {
        bool read = false;
        QObject context;
        QObject::connect(&survey, &Survey::finished, &context, [&read] { read = true; });
        survey.start(Survey::Everything);
        return run([&] { return read; });
    }
    /// What is known whole after know().
    Survey::Parts wholeNow() const { return CleaningInput::wholeParts(index, survey, false); }
    int deletes(const QString &path = {}) const
    {
        return int(std::count_if(
            wire->requests().cbegin(), wire->requests().cend(), [&](const FakeRequest &request) {
                return request.method == Method::Delete && (path.isEmpty() || request.path == path);
            }));
    }

    QTemporaryDir folder;
    ObjectIndex index;
    Survey survey;
    QSet<QString> haunting; ///< files that are said to be deleted, and are listed on
    int lists = 0;
    int lagsFor = 0;   ///< haunting files go after so many lists
    bool dead = false; ///< nothing reaches the server any more
};

} // namespace odc::test
