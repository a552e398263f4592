// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <string_view>
#include <vector>

namespace greensward::ui {

/// A JSON payload as a tree of field and value. Without a JSON payload it is empty.
class PayloadModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Field, Value, kColumnCount };
    enum Role {
        KindRole = Qt::UserRole,
        PathRole, ///< QString, see payload_path.h
        JsonRole, ///< QString, the value as JSON, with everything below it
    };
    /// Fields of one object or array that are rows at first; views fetch more of them when they are scrolled to.
    static constexpr int kPage = 500;

    enum class Kind { Object, Array, String, Number, Boolean, Null };

    explicit PayloadModel(QObject* parent = nullptr);

    /// False when the payload is not JSON (nesting deeper than 64 counts as not JSON). When the new payload has the
    /// shape of the old one, only values change and views keep their place.
    bool setPayload(std::string_view payload);

    /// Some field holds fields of its own.
    bool isNested() const;

    /// Whose payload it is: numbers can be dragged to a plot then.
    void setTopic(const QString& topic) { m_topic = topic; }
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

    /// The field at a path, fetched if it was not yet; invalid when there is none.
    QModelIndex find(const QString& path);

    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    struct Node
    {
        QString field;
        QString value;
        Kind kind{};
        int parent = -1;
        int row = 0;
        int shown = 0; ///< of the children
        std::vector<int> children;
    };

private:
    int nodeOf(const QModelIndex& index) const { return index.isValid() ? static_cast<int>(index.internalId()) : 0; }
    QModelIndex indexOf(int node, int column) const;
    QString pathOf(int node) const;
    void writeJson(int node, QString& into) const;

    QString m_topic;
    std::vector<Node> m_nodes; ///< the first is the invisible root
};

} // namespace greensward::ui
