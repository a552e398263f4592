// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_dialogs.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

/// In the context in which lupdate finds the texts of a function without a class.
QString tr(const char* text)
{
    return QCoreApplication::translate("greensward::ui", text);
}

/// A dialog of a few lines and one act; its button works while mayAct() says so.
class LinesDialog final : public QDialog
{
public:
    LinesDialog(QWidget* parent, const QString& title, const QString& explanation, const QString& act) : QDialog(parent)
    {
        setWindowTitle(title);
        setAttribute(Qt::WA_DeleteOnClose);
        auto* column = new QVBoxLayout(this);
        column->setSpacing(px(12));
        auto* text = new RoleLabel(TextStyle::Secondary, Role::MutedText, explanation, this);
        text->setWordWrap(true);
        text->setMinimumWidth(px(320));
        column->addWidget(text);
        m_lines = new QFormLayout;
        column->addLayout(m_lines);
        auto* buttons = new QDialogButtonBox(this);
        m_act = buttons->addButton(act, QDialogButtonBox::AcceptRole);
        buttons->addButton(QDialogButtonBox::Cancel);
        setKind(*m_act, ButtonKind::Primary);
        column->addWidget(buttons);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    }
    QLineEdit* addLine(const QString& name, const QString& hint)
    {
        auto* edit = new QLineEdit(this);
        edit->setPlaceholderText(hint);
        edit->setAccessibleName(name);
        m_lines->addRow(name, edit);
        return edit;
    }
    void addRow(const QString& name, QWidget* widget) { m_lines->addRow(name, widget); }
    QPushButton& act() { return *m_act; }

private:
    QFormLayout* m_lines;
    QPushButton* m_act;
};

} // namespace

void askField(QWidget* parent, const QString& below, std::function<void(const QString&, const QString&)> answered)
{
    auto* dialog = new LinesDialog(parent, tr("Add a field"),
                                   tr("It becomes part of desired. A dot stands for a level: gear.heat. 12 is a number, "
                                      "true a truth value, anything else text."),
                                   tr("Send"));
    QLineEdit* path = dialog->addLine(tr("Field"), tr("gear.heat"));
    QLineEdit* value = dialog->addLine(tr("Value"), tr("12"));
    path->setText(below.isEmpty() ? QString() : below + QLatin1Char('.'));
    const auto check = [dialog, path, value] {
        const QStringList names = path->text().trimmed().split(QLatin1Char('.'));
        dialog->act().setEnabled(!names.contains(QString()) && !value->text().trimmed().isEmpty());
    };
    QObject::connect(path, &QLineEdit::textChanged, dialog, check);
    QObject::connect(value, &QLineEdit::textChanged, dialog, check);
    check();
    QObject::connect(dialog, &QDialog::accepted, parent, [path, value, answered = std::move(answered)] {
        answered(path->text().trimmed(), value->text());
    });
    dialog->open();
}

void askNamedShadow(QWidget* parent, const QStringList& things, const QString& thing,
                    std::function<void(const QString&, const QString&)> answered)
{
    auto* dialog = new LinesDialog(parent, tr("Create a named shadow"),
                                   tr("A thing may have any number of named shadows beside its classic one, each with its "
                                      "own document, version and topics."),
                                   tr("Create"));
    auto* choice = new QComboBox(dialog);
    choice->setEditable(true);
    choice->addItems(things);
    choice->setCurrentText(thing);
    choice->setAccessibleName(tr("Thing"));
    dialog->addRow(tr("Thing"), choice);
    QLineEdit* name = dialog->addLine(tr("Name"), tr("config"));
    static const QRegularExpression kShadow(QStringLiteral("[$a-zA-Z0-9:_-]{1,64}"));
    static const QRegularExpression kThing(QStringLiteral("[a-zA-Z0-9:_-]{1,128}"));
    name->setValidator(new QRegularExpressionValidator(kShadow, name));
    choice->setValidator(new QRegularExpressionValidator(kThing, choice));
    const auto check = [dialog, name, choice] {
        dialog->act().setEnabled(name->hasAcceptableInput() && choice->lineEdit()->hasAcceptableInput());
    };
    QObject::connect(name, &QLineEdit::textChanged, dialog, check);
    QObject::connect(choice, &QComboBox::currentTextChanged, dialog, check);
    check();
    QObject::connect(dialog, &QDialog::accepted, parent, [choice, name, answered = std::move(answered)] {
        answered(choice->currentText(), name->text());
    });
    dialog->open();
    name->setFocus();
}

} // namespace greensward::ui
