// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"

#include <QAbstractItemModel>
#include <QByteArray>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

struct TopicTreeLimits
{
    std::size_t topics = 200'000;         ///< nodes; messages on further topics are counted as unlisted
    std::size_t payloadBytes = 32u << 20; ///< newest payloads kept whole; beyond it they are cut to a line
};

/// Topics as a tree with counts, the last value and its age. ingest() counts; publish() shows, once a frame: one
/// insertion per parent that grew, and one valuesChanged() for everything else, upon which a view repaints what is
/// visible.
class TopicTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Topic, Messages, Value, Age, kColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< QString, the whole topic
        RetainedRole,            ///< bool, the last message carried the retain flag
        LateRole,                ///< bool, quiet for more than three times its usual interval
        HasMessageRole,          ///< bool, a message came on this very topic
    };

    /// The newest message of a topic.
    struct LastMessage
    {
        QString topic;
        QByteArray payload;
        std::uint32_t size = 0; ///< of the message itself
        WallTime time{};
        std::uint8_t flags = 0;
        quint64 count = 0;
    };

    explicit TopicTreeModel(TopicTreeLimits limits = {}, QObject* parent = nullptr);
    ~TopicTreeModel() override;

    void ingest(const trace::Chunk& chunk);
    void add(std::string_view topic, std::string_view payload, std::uint32_t size, WallTime time, std::uint8_t flags);
    /// Shows what was ingested. Not called while the view is paused.
    void publish();
    /// The moment that ages are told from. True when an age shown may have changed.
    bool setNow(WallTime now);

    std::size_t topicCount() const { return m_nodeCount; }
    quint64 unlisted() const { return m_unlisted; }
    std::optional<LastMessage> lastMessage(const QModelIndex& index) const;
    QModelIndex indexOf(std::string_view topic) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Counts, values or ages of rows that exist already are new.
    void valuesChanged();

private:
    struct Node;
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Node& node, int column = 0) const;
    Node* leaf(std::string_view topic);
    Node* child(Node& parent, std::string_view level);
    void markDirty(Node& node);
    void attachChildren(Node& node);
    std::string pathOf(const Node& node) const;
    QString ageOf(const Node& node) const;

    TopicTreeLimits m_limits;
    std::unique_ptr<Node> m_root;
    std::size_t m_nodeCount = 0;
    std::size_t m_payloadBytes = 0;
    quint64 m_unlisted = 0;
    std::unordered_map<std::string, Node*, TextHash, std::equal_to<>> m_leaves;
    std::vector<Node*> m_grown;
    std::vector<Node*> m_dirty;
    WallTime m_now{};
    WallTime m_newest{}; ///< of the messages shown
};

} // namespace greensward::ui
