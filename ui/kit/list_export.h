// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QList>
#include <QObject>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QString>

#include <memory>

class QAbstractItemModel;
class QAbstractItemView;
class QSaveFile;

namespace greensward::ui {

enum class ListFormat { Csv, JsonLines };
/// By the file's name: ".jsonl" and ".ndjson" are JSON Lines, anything else CSV.
ListFormat listFormatOf(const QString& file);

/// Writes a list into a file as it is shown: its filter, order and visible columns; of a tree, every branch. A cell
/// that answers to kExportRole is written in full (a payload is, where the list shows its beginning); octets that are
/// not UTF-8 are written as base64. Works in slices, so that a million rows do not stall the window; the file appears
/// when it is complete. Rows that leave meanwhile are left out.
class ListExport final : public QObject
{
    Q_OBJECT

public:
    explicit ListExport(QObject* parent = nullptr);
    ~ListExport() override;

    /// False while another export goes on, or when the file cannot be written: problem() says why.
    bool start(QAbstractItemView& view, const QString& file, ListFormat format);
    void cancel();
    bool isRunning() const { return m_file != nullptr; }
    quint64 rows() const { return m_rows; }
    const QString& problem() const { return m_problem; }

signals:
    /// In the file, or not: then problem() says why.
    void finished();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    bool writeSlice();
    bool writeRow(const QModelIndex& row);
    QByteArray csvRow(const QModelIndex& row) const;
    QByteArray jsonRow(const QModelIndex& row) const;
    QModelIndex after(const QModelIndex& row) const;
    void end(const QString& problem);

    QPointer<QAbstractItemModel> m_model;
    std::unique_ptr<QSaveFile> m_file;
    ListFormat m_format = ListFormat::Csv;
    QList<int> m_columns;
    QStringList m_names;
    QPersistentModelIndex m_next;
    QBasicTimer m_timer;
    quint64 m_rows = 0;
    QString m_problem;
};

} // namespace greensward::ui
