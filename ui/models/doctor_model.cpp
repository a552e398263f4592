// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/doctor_model.h"

#include "ui/models/engine_mirror.h"

#include <QCoreApplication>

namespace greensward::ui {

namespace {

QString identityOf(const doctor::Card& card)
{
    return QString::fromStdString(doctor::name(card.code) + " " + card.key);
}

} // namespace

DoctorModel::DoctorModel(EngineMirror& mirror) : m_mirror(mirror)
{
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        m_doctor.advance(m_mirror.now());
        publish();
    });
}

void DoctorModel::publish()
{
    if (m_doctor.revision() == m_shown)
        return;
    m_shown = m_doctor.revision();
    beginResetModel();
    m_rows = static_cast<int>(cards().size());
    m_clients.clear();
    for (const doctor::Card& card : cards())
        if (!card.client.empty())
            m_clients.insert(QString::fromStdString(card.client));
    endResetModel();
    announceNew();
    emit cardsChanged();
}

void DoctorModel::announceNew()
{
    QSet<QString> now;
    for (const doctor::Card& card : cards()) {
        now.insert(identityOf(card));
        if (!m_known.contains(identityOf(card)))
            emit raised(spokenText(card));
    }
    m_known = now;
}

void DoctorModel::dismiss(doctor::Code code, const std::string& key)
{
    m_doctor.dismiss(code, key);
    publish();
}

QString DoctorModel::noteOf(const QString& client) const
{
    for (const doctor::Card& card : cards())
        if (QString::fromStdString(card.client) == client)
            return QString::fromStdString(doctor::name(card.code)) + QLatin1Char(' ') + doctorText(doctor::title(card.code));
    return {};
}

int DoctorModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant DoctorModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(cards().size()))
        return {};
    const doctor::Card& card = cards()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return doctorText(card.sentence);
    case Qt::AccessibleTextRole:
        return spokenText(card);
    case CodeRole:
        return QString::fromStdString(doctor::name(card.code));
    case ClientRole:
        return QString::fromStdString(card.client);
    default:
        return {};
    }
}

QString doctorText(const doctor::Text& text)
{
    QString out;
    const QString phrase = QCoreApplication::translate("Doctor", text.phrase);
    for (qsizetype at = 0; at < phrase.size(); ++at) {
        const bool place = phrase[at] == QLatin1Char('%') && at + 1 < phrase.size() && phrase[at + 1].isDigit();
        if (!place) {
            out += phrase[at];
            continue;
        }
        const auto number = static_cast<std::size_t>(phrase[++at].digitValue());
        if (number >= 1 && number <= text.values.size())
            out += QString::fromStdString(text.values[number - 1]);
    }
    return out;
}

QString spokenText(const doctor::Card& card)
{
    return QCoreApplication::translate("Doctor", "%1 %2. %3 (%4)")
        .arg(QString::fromStdString(doctor::name(card.code)), doctorText(doctor::title(card.code)),
             doctorText(card.sentence), doctorText(doctor::text(card.confidence)));
}

} // namespace greensward::ui
