// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleaction.h"

#include "api/session.h"
#include "ui/actions/actioncollection.h"
#include "ui/context/profileconnector.h"
#include "ui/pages/areapage.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

QAction *addSampleAction(const PageContext &context, const QString &name, ActionCollection &actions,
                         MessageBar &messages, AreaPage &page)
{
    if (context.profile.kind != Profile::Kind::Local || !context.profile.dataFolder.isEmpty() ||
        context.session.isReadOnly())
        return nullptr;
    QAction *action = actions.add(name + u".sample"_s,
                                  QCoreApplication::translate("SampleAction", "Add sample data"), Icon::Plus);
    ProfileConnector &connector = context.shell.connector;
    QObject::connect(action, &QAction::triggered, &page, [&connector, &messages, &page] {
        connector.addSampleData(&page, [&messages, &page](const QString &error) {
            if (error.isEmpty()) {
                page.refresh();
                return;
            }
            Message message;
            message.kind = Message::Kind::Error;
            message.text =
                QCoreApplication::translate("SampleAction", "The sample data could not be added: %1")
                    .arg(error);
            messages.showMessage(message);
        });
    });
    return action;
}

} // namespace odc
