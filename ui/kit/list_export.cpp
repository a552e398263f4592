// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/list_export.h"

#include "ui/models/export_role.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStringDecoder>
#include <QTableView>
#include <QTimerEvent>
#include <QTreeView>

namespace greensward::ui {

namespace {

constexpr qint64 kSliceMillis = 8;
constexpr int kRowsAtOnce = 64; ///< between two looks at the clock

const QHeaderView* headerOf(const QAbstractItemView& view)
{
    if (const auto* table = qobject_cast<const QTableView*>(&view))
        return table->horizontalHeader();
    if (const auto* tree = qobject_cast<const QTreeView*>(&view))
        return tree->header();
    return nullptr;
}

/// In the order in which they stand.
QList<int> columnsOf(const QAbstractItemView& view)
{
    QList<int> columns;
    const QHeaderView* header = headerOf(view);
    const int count = view.model()->columnCount(view.rootIndex());
    for (int at = 0; at < count; ++at) {
        const int column = header && header->count() == count ? header->logicalIndex(at) : at;
        if (!header || !header->isSectionHidden(column))
            columns << column;
    }
    return columns;
}

bool isUtf8(const QByteArray& octets)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(octets);
    return !decoder.hasError() && !text.contains(QChar(0));
}

QVariant valueOf(const QModelIndex& cell)
{
    const QVariant whole = cell.data(kExportRole);
    return whole.isValid() ? whole : cell.data(Qt::DisplayRole);
}

QByteArray quoted(QByteArray text)
{
    if (text.contains('"') || text.contains(',') || text.contains('\n') || text.contains('\r'))
        return '"' + text.replace('"', "\"\"") + '"';
    return text;
}

} // namespace

ListFormat listFormatOf(const QString& file)
{
    const bool lines = file.endsWith(QLatin1String(".jsonl"), Qt::CaseInsensitive) ||
                       file.endsWith(QLatin1String(".ndjson"), Qt::CaseInsensitive);
    return lines ? ListFormat::JsonLines : ListFormat::Csv;
}

ListExport::ListExport(QObject* parent) : QObject(parent) {}

ListExport::~ListExport() = default;

bool ListExport::start(QAbstractItemView& view, const QString& file, ListFormat format)
{
    if (isRunning()) {
        m_problem = tr("Another list is still being written.");
        return false;
    }
    m_problem.clear();
    m_rows = 0;
    auto target = std::make_unique<QSaveFile>(file);
    if (!target->open(QIODevice::WriteOnly)) {
        m_problem = tr("%1 cannot be written: %2").arg(file, target->errorString());
        return false;
    }
    m_model = view.model();
    m_format = format;
    m_columns = columnsOf(view);
    m_names.clear();
    for (const int column : std::as_const(m_columns)) {
        QString name = m_model->headerData(column, Qt::Horizontal).toString();
        m_names << (name.isEmpty() ? tr("column %1").arg(column + 1) : name);
    }
    m_file = std::move(target);
    m_next = m_model->index(0, 0, view.rootIndex());
    if (m_format == ListFormat::Csv) {
        QByteArray head;
        for (const QString& name : std::as_const(m_names))
            head += (head.isEmpty() ? QByteArray() : QByteArray(",")) + quoted(name.toUtf8());
        m_file->write(head + "\r\n"); // RFC 4180
    }
    m_timer.start(0, this);
    return true;
}

void ListExport::cancel()
{
    if (isRunning()) {
        m_file->cancelWriting();
        end(tr("The export was cancelled."));
    }
}

void ListExport::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < kSliceMillis) {
        if (!writeSlice())
            return;
    }
}

/// False when it is over.
bool ListExport::writeSlice()
{
    if (!m_model) {
        m_file->cancelWriting();
        end(tr("The list is gone."));
        return false;
    }
    for (int row = 0; row < kRowsAtOnce; ++row) {
        if (!m_next.isValid()) {
            end(m_file->commit() ? QString() : tr("The file cannot be written: %1").arg(m_file->errorString()));
            return false;
        }
        if (!writeRow(m_next)) {
            end(tr("The file cannot be written: %1").arg(m_file->errorString()));
            return false;
        }
        m_next = after(m_next);
    }
    return true;
}

bool ListExport::writeRow(const QModelIndex& row)
{
    const QByteArray line = m_format == ListFormat::Csv ? csvRow(row) : jsonRow(row);
    ++m_rows;
    return m_file->write(line) == line.size();
}

QByteArray ListExport::csvRow(const QModelIndex& row) const
{
    QByteArray line;
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        if (at > 0)
            line += ',';
        const QVariant value = valueOf(row.siblingAtColumn(m_columns[at]));
        if (value.typeId() == QMetaType::QByteArray) {
            const QByteArray octets = value.toByteArray();
            line += isUtf8(octets) ? quoted(octets) : "base64:" + octets.toBase64();
        } else {
            line += quoted(value.toString().toUtf8());
        }
    }
    return line + "\r\n";
}

QByteArray ListExport::jsonRow(const QModelIndex& row) const
{
    QJsonObject object;
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        const QVariant value = valueOf(row.siblingAtColumn(m_columns[at]));
        if (!value.isValid())
            continue;
        const QString& name = m_names[at];
        if (value.typeId() != QMetaType::QByteArray)
            object[name] = QJsonValue::fromVariant(value);
        else if (const QByteArray octets = value.toByteArray(); isUtf8(octets))
            object[name] = QString::fromUtf8(octets);
        else
            object[name + QStringLiteral(" (base64)")] = QString::fromLatin1(octets.toBase64());
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// Into a branch first, then along it, then back up.
QModelIndex ListExport::after(const QModelIndex& row) const
{
    if (m_model->rowCount(row) > 0)
        return m_model->index(0, 0, row);
    for (QModelIndex at = row; at.isValid(); at = at.parent())
        if (const QModelIndex next = m_model->index(at.row() + 1, 0, at.parent()); next.isValid())
            return next;
    return {};
}

void ListExport::end(const QString& problem)
{
    m_timer.stop();
    m_problem = problem;
    m_file.reset();
    m_next = QPersistentModelIndex();
    emit finished();
}

} // namespace greensward::ui
