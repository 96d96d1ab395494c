// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/objectfetch.h"

#include "api/session.h"
#include "palette/palettequery.h"

namespace odc {

using namespace Qt::StringLiterals;

ObjectFetch::ObjectFetch(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

void ObjectFetch::start(const IdShape &shape)
{
    stop();
    m_shape = shape;
    m_at = 0;
    m_running = true;
    next();
}

void ObjectFetch::stop()
{
    m_running = false;
    m_call.cancel();
}

void ObjectFetch::next()
{
    const QString &id = m_shape.id;
    const auto done = [this](const auto &answer) { answered(answer ? nullptr : &answer.error()); };
    switch (m_shape.kinds.at(m_at)) {
    case ObjectKind::File:
        m_call = m_session.files().retrieve(id, this, done);
        return;
    case ObjectKind::Batch:
        m_call = m_session.batches().retrieve(id, this, done);
        return;
    case ObjectKind::Store:
        m_call = m_session.stores().retrieve(id, this, done);
        return;
    case ObjectKind::Eval:
        m_call = m_session.evals().retrieve(id, this, done);
        return;
    case ObjectKind::Job:
        m_call = m_session.fineTuning().retrieve(id, this, done);
        return;
    case ObjectKind::Model:
        m_call = m_session.models().retrieve(id, this, done);
        return;
    case ObjectKind::StoreFile:
    case ObjectKind::EvalRun:
    case ObjectKind::Checkpoint:
        break; // not by their ids alone
    }
    const ApiError error = ApiError::make(ApiError::Kind::NotFound);
    answered(&error);
}

void ObjectFetch::answered(const ApiError *error)
{
    if (!m_running)
        return;
    if (!error) {
        m_running = false;
        Q_EMIT found(m_shape.kinds.at(m_at), m_shape.id);
        return;
    }
    // An id of another shape may be refused where it is none: only what is said of the service as a whole
    // ends it.
    const bool none = error->kind == ApiError::Kind::NotFound || error->kind == ApiError::Kind::Invalid ||
                      error->kind == ApiError::Kind::MethodNotAllowed;
    if (none && ++m_at < m_shape.kinds.size()) {
        next();
        return;
    }
    m_running = false;
    QString sentence;
    if (!none) {
        const QString advice = error->advice();
        sentence = advice.isEmpty() ? error->headline() : error->headline() + u' ' + advice;
    } else if (m_shape.kinds.size() == 1) {
        sentence = tr("There is no %1 with the id %2 here.", "kind of object, id")
                       .arg(kindName(m_shape.kinds.first()), m_shape.id);
    } else {
        sentence = tr("No file, batch, vector store or fine-tuning job has the id %1 here.").arg(m_shape.id);
    }
    Q_EMIT failed(sentence);
}

} // namespace odc
