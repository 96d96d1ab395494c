// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributedelegate.h"

#include "base/format.h"
#include "lists/attributesmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

namespace odc {

using namespace Qt::StringLiterals;
using Stage = AttributesModel::Stage;
using Type = AttributeValue::Type;

namespace {

constexpr int stageBar = 3;
constexpr int box = 12; // of a boolean
constexpr int markRoom = metrics::stateMark + metrics::tight;
constexpr auto problemProperty = "odcProblem";

Stage stageOf(const QModelIndex &index)
{
    return Stage(index.data(AttributeStageRole).toInt());
}

bool isAttribute(const QModelIndex &index)
{
    return index.column() >= AttributesModel::FirstKey;
}

std::optional<Type> typeOf(const QModelIndex &index)
{
    const QVariant type = index.data(AttributeTypeRole);
    return type.isValid() ? std::optional(Type(type.toInt())) : std::nullopt;
}

/// What needs a person at this cell.
Tone trouble(const QModelIndex &index)
{
    if (stageOf(index) == Stage::Invalid)
        return Tone::Failed;
    return index.data(AttributeConflictRole).toBool() ? Tone::Attention : Tone::None;
}

} // namespace

AttributeDelegate::AttributeDelegate(const Theme &theme, Check check, QObject *parent)
    : StateDelegate(theme, parent), m_check(std::move(check))
{
}

void AttributeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    StateDelegate::initStyleOption(option, index);
    if (!isAttribute(index))
        return;
    if (typeOf(index) == Type::Number)
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    const Stage stage = stageOf(index);
    if (stage == Stage::Unchanged)
        return;
    const Tone tone = trouble(index) != Tone::None ? trouble(index)
                      : stage == Stage::Added      ? Tone::Fine
                      : stage == Stage::Removed    ? Tone::None
                                                   : Tone::Running;
    option->backgroundBrush = tone == Tone::None ? theme().colour(Token::Window) : theme().tint(tone);
}

void AttributeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    StateDelegate::paint(painter, option, index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (isAttribute(index) && stageOf(index) != Stage::Unchanged) {
        const Stage stage = stageOf(index);
        const Token token = trouble(index) == Tone::Failed      ? Token::Bad
                            : trouble(index) == Tone::Attention ? Token::Warn
                            : stage == Stage::Added             ? Token::Ok
                            : stage == Stage::Removed           ? Token::Secondary
                                                                : Token::Accent;
        const QRect bar =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignTop,
                                {stageBar, option.rect.height() - metrics::lineWidth}, option.rect);
        painter->fillRect(bar, theme().colour(token));
    }
    if (view && view->currentIndex() == index) {
        // Without the focus it is still to be seen where one was.
        painter->save();
        painter->setPen(
            QPen(theme().colour(view->hasFocus() ? Token::Accent : Token::Line), metrics::focusWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
        painter->restore();
    }
}

void AttributeDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    if (!isAttribute(index)) {
        StateDelegate::paintContent(painter, rect, option, index);
        return;
    }
    QRect place = rect;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto takeEnd = [&](int width) {
        mirrored ? place.setLeft(place.left() + width) : place.setRight(place.right() - width);
    };
    const auto takeBegin = [&](int width) {
        mirrored ? place.setRight(place.right() - width) : place.setLeft(place.left() + width);
    };
    if (const Tone tone = trouble(index); tone != Tone::None) {
        const double half = metrics::stateMark / 2.0;
        const double x = mirrored ? place.left() + half : place.right() + 1 - half;
        shapes::stateMark(painter, {x, place.center().y() + 0.5}, tone, theme().colour(toneToken(tone)));
        takeEnd(markRoom);
    }
    if (stageOf(index) == Stage::Removed) {
        // What is to go can still be read.
        QStyleOptionViewItem gone = option;
        gone.text = format::oneLine(index.data(AttributeBeforeRole).toString());
        gone.displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
        painter->setFont(option.font);
        const int width = std::min(place.width(), painter->fontMetrics().horizontalAdvance(gone.text));
        paintText(painter, place, gone, index, theme().colour(Token::Secondary));
        const int from = mirrored ? place.right() - width : place.left();
        painter->fillRect(QRect(from, place.center().y(), width, metrics::lineWidth),
                          theme().colour(Token::Secondary));
        return;
    }
    const auto type = typeOf(index);
    if (type == Type::Boolean) {
        QStyleOptionViewItem check = option;
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        check.rect =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {box, box}, place);
        check.state &= ~QStyle::State_HasFocus;
        check.state |= option.text == "true"_L1 ? QStyle::State_On : QStyle::State_Off;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);
        takeBegin(box + metrics::inside);
    } else if (type == Type::Number) {
        painter->setFont(theme().font(Theme::FontRole::Small));
        painter->setPen(theme().colour(Token::Secondary));
        painter->drawText(
            place, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter), u"#"_s);
        takeBegin(painter->fontMetrics().horizontalAdvance(u'#') + metrics::tight);
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const Token token = stageOf(index) == Stage::Invalid ? Token::Bad
                        : type == Type::Other            ? Token::Secondary
                                                         : Token::Text;
    paintText(painter, place, option, index,
              enabled ? theme().colour(token) : theme().colour(Shade::Disabled));
}

int AttributeDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = StateDelegate::contentWidth(option, index);
    if (isAttribute(index)) {
        width += trouble(index) == Tone::None ? 0 : markRoom;
        width += typeOf(index) == Type::Boolean  ? box + metrics::inside
                 : typeOf(index) == Type::Number ? 2 * metrics::inside
                                                 : 0;
    }
    return width;
}

QWidget *AttributeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                         const QModelIndex &index) const
{
    if (typeOf(index) == Type::Boolean) {
        auto *choice = new QComboBox(parent);
        choice->setObjectName(u"attributeEditor"_s);
        choice->addItem(u"true"_s, u"true"_s);
        choice->addItem(u"false"_s, u"false"_s);
        choice->addItem(tr("nothing"), QString());
        choice->setAccessibleName(tr("Value of the attribute"));
        connect(choice, &QComboBox::activated, this, [this, choice] {
            auto *self = const_cast<AttributeDelegate *>(this);
            Q_EMIT self->commitData(choice);
            Q_EMIT self->closeEditor(choice);
        });
        return choice;
    }
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(u"attributeEditor"_s);
    edit->setAccessibleName(tr("Value of the attribute"));
    if (typeOf(index) == Type::Number)
        edit->setAlignment(Qt::AlignRight);
    const QPersistentModelIndex cell = index;
    connect(edit, &QLineEdit::textEdited, this, [this, edit, cell] { judge(edit, cell); });
    return edit;
}

void AttributeDelegate::judge(QLineEdit *edit, const QModelIndex &index) const
{
    const QString problem = index.isValid() ? m_check(index, edit->text()) : QString();
    edit->setProperty(problemProperty, problem);
    edit->setAccessibleDescription(problem);
    edit->setToolTip(plainToolTip(problem));
    QPalette palette = edit->parentWidget()->palette();
    if (!problem.isEmpty())
        palette.setColor(QPalette::Text, theme().colour(Token::Bad));
    edit->setPalette(palette);
    if (problem.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(edit->mapToGlobal(QPoint(0, edit->height())), edit->toolTip(), edit);
}

void AttributeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *choice = qobject_cast<QComboBox *>(editor)) {
        choice->setCurrentIndex(choice->findData(text));
    } else if (auto *edit = qobject_cast<QLineEdit *>(editor); edit && !edit->isModified()) {
        edit->setText(text); // a refresh does not take away what is being typed
    }
}

void AttributeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                     const QModelIndex &index) const
{
    QString text;
    if (const auto *choice = qobject_cast<QComboBox *>(editor)) {
        text = choice->currentData().toString();
    } else if (const auto *edit = qobject_cast<QLineEdit *>(editor)) {
        if (!edit->isModified())
            return;
        text = edit->text();
    }
    if (text != index.data(Qt::EditRole).toString() && !model->setData(index, text, Qt::EditRole))
        Q_EMIT refused(index);
}

void AttributeDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                             const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -metrics::lineWidth));
}

bool AttributeDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *edit = qobject_cast<QLineEdit *>(object);
    if (edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool leaves =
            key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (leaves && !edit->property(problemProperty).toString().isEmpty()) {
            QToolTip::showText(edit->mapToGlobal(QPoint(0, edit->height())), edit->toolTip(), edit);
            return true; // what cannot be taken stays to be put right
        }
    }
    return StateDelegate::eventFilter(object, event);
}

} // namespace odc
