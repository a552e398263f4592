// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/reception.h"

#include "net/channel_link.h"
#include "net/http_connection.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace greensward::net {

namespace {

constexpr std::uint8_t kMqttConnect =
    0x10; ///< [MQTT-3.1.0-1]: the first packet, and so the first octet, of every client
constexpr std::uint8_t kTlsHandshake = 0x16;

bool isMqttAlpn(std::string_view alpn)
{
    return alpn == "x-amzn-mqtt-ca" || alpn == "mqtt";
}

bool isHttpAlpn(std::string_view alpn)
{
    return alpn == "http/1.1" || alpn == "x-amzn-http-ca";
}

/// What a client that should have begun a TLS handshake seems to speak instead.
TlsTrouble plainSpeech(std::uint8_t first)
{
    if (first == kMqttConnect)
        return {RefusalCause::PlainMqtt, "the client speaks plain MQTT to a TLS port"};
    if (std::isupper(first) != 0)
        return {RefusalCause::PlainHttp, "the client speaks plain HTTP to a TLS port"};
    return {RefusalCause::Other, "the client does not speak TLS"};
}

/// A connection until it is known what it is.
class Handshake final : public Guest
{
public:
    Handshake(std::shared_ptr<Reception> reception, Channel channel, std::string address)
        : Guest(channel.loop(), std::move(reception))
        , m_tls(this->reception().tls)
        , m_channel(std::move(channel))
        , m_patience(loop().io)
    {
        m_description.transport = "tcp";
        m_description.address = std::move(address);
        m_description.localPort = this->reception().port;
    }

    void start()
    {
        enter();
        m_patience.expires_after(reception().settings.handshakeTimeout);
        m_patience.async_wait([self = sharedFrom(this)](ErrorCode error) {
            if (!error && !self->m_done)
                self->stalled();
        });
        advance();
    }

    void sendAway() override
    {
        const auto self = sharedFrom(this);
        finish();
        m_channel.abort();
    }

private:
    enum class Stage : std::uint8_t { FirstOctet, Tls, Speech };

    void advance()
    {
        if (m_done)
            return;
        switch (m_stage) {
        case Stage::FirstOctet:
            m_tls ? expectTls() : chooseSpeech();
            break;
        case Stage::Tls:
            shakeHands();
            break;
        case Stage::Speech:
            chooseSpeech();
            break;
        }
    }

    void await(Want want)
    {
        m_channel.wait(want, [self = sharedFrom(this)](ErrorCode) { self->advance(); });
    }

    /// OpenSSL would name a stranger's first octets only vaguely; a look at them tells MQTT and HTTP apart.
    void expectTls()
    {
        std::uint8_t first = 0;
        const Progress progress = m_channel.peekRaw(first);
        if (progress.outcome == Progress::Outcome::Later) {
            await(progress.want);
        } else if (progress.outcome != Progress::Outcome::Done) {
            gone();
        } else if (first != kTlsHandshake) {
            refuse(plainSpeech(first));
        } else {
            m_stage = Stage::Tls;
            m_tls->begin(m_channel, m_notes);
            shakeHands();
        }
    }

    void shakeHands()
    {
        const Progress progress = m_channel.handshake();
        if (progress.outcome == Progress::Outcome::Later) {
            await(progress.want);
            return;
        }
        if (progress.outcome != Progress::Outcome::Done) {
            refuse(tlsTrouble(m_channel, m_notes, Channel::Role::Server));
            return;
        }
        describeTls(*m_channel.tls(), m_notes, m_description);
        SSL_set_app_data(m_channel.tls(), nullptr); // the notes end with the handshake
        m_stage = Stage::Speech;
        chooseSpeech();
    }

    void chooseSpeech()
    {
        const Speech speech = reception().settings.speech;
        const std::string_view alpn = m_description.tls ? m_description.tls->alpn : std::string_view();
        if (speech == Speech::Mqtt || (speech == Speech::MqttOrHttp && isMqttAlpn(alpn))) {
            becomeLink();
            return;
        }
        if (speech == Speech::MqttOrHttp && isHttpAlpn(alpn)) {
            becomeHttp();
            return;
        }
        m_stage = Stage::Speech;
        std::uint8_t first = 0;
        const Progress progress = m_channel.peek(first);
        if (progress.outcome == Progress::Outcome::Later)
            await(progress.want);
        else if (progress.outcome != Progress::Outcome::Done)
            gone();
        else if (speech == Speech::MqttOrHttp && first == kMqttConnect)
            becomeLink();
        else if (!m_tls && first == kTlsHandshake)
            refuse({RefusalCause::TlsAtPlainPort, "the client speaks TLS to a plain port"});
        else
            becomeHttp();
    }

    void becomeLink()
    {
        const auto self = sharedFrom(this);
        finish();
        hand(reception(), std::make_shared<ChannelLink>(std::move(m_channel), std::move(m_description)));
    }

    void becomeHttp()
    {
        const auto self = sharedFrom(this);
        finish();
        serveHttp(sharedReception(), std::move(m_channel), std::move(m_description));
    }

    void stalled()
    {
        const auto limit = reception().settings.handshakeTimeout.count();
        const std::string why = m_stage == Stage::Tls
                                    ? fmt::format("the TLS handshake was not finished within {} s", limit)
                                    : fmt::format("nothing was said for {} s", limit);
        const auto self = sharedFrom(this);
        finish();
        m_channel.abort();
        reception().refused(m_description.address, why);
    }

    void gone()
    {
        const std::string failure = m_channel.failure();
        refuse({RefusalCause::Other, failure.empty() ? "the client closed the connection without a word" : failure});
    }

    void refuse(const TlsTrouble& trouble)
    {
        const auto self = sharedFrom(this);
        finish();
        m_channel.finish(); // behind the alert, where there is one
        linger(std::move(m_channel));
        reception().refused({.address = m_description.address,
                             .why = trouble.text,
                             .cause = trouble.cause,
                             .serverName = m_notes.serverName,
                             .offeredAlpn = m_notes.offeredAlpn,
                             .certificate = m_notes.shown});
    }

    void finish()
    {
        m_done = true;
        m_patience.cancel();
        m_channel.cancelWaits();
        leave();
    }

    std::shared_ptr<const TlsContext> m_tls; ///< of the time of arrival: setTls() is for those who come later
    TlsNotes m_notes;
    Channel m_channel;
    LinkDescription m_description;
    LoopTimer m_patience;
    Stage m_stage = Stage::FirstOctet;
    bool m_done = false;
};

} // namespace

void hand(Reception& reception, const std::shared_ptr<ChannelLink>& link)
{
    link->open();
    LinkHandler* handler = reception.handler ? reception.handler->linkOpened(*link) : nullptr;
    if (!handler) {
        link->setHandler(nullptr);
        link->close(CloseMode::Graceful);
        return;
    }
    link->setHandler(handler);
    link->start();
}

void receive(std::shared_ptr<Reception> reception, Channel channel, std::string address)
{
    // Nothing to find out: the broker's own time-out watches over the silent ones, and ten thousand of them cost no
    // timer here.
    if (!reception->tls && reception->settings.speech == Speech::Mqtt) {
        LinkDescription description;
        description.transport = "tcp";
        description.address = std::move(address);
        description.localPort = reception->port;
        hand(*reception, std::make_shared<ChannelLink>(std::move(channel), std::move(description)));
        return;
    }
    std::make_shared<Handshake>(std::move(reception), std::move(channel), std::move(address))->start();
}

} // namespace greensward::net
