// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tls_bio.h"

#include <cerrno>
#include <cstdint>
#include <openssl/bio.h>
#include <sys/socket.h>

namespace greensward::net {

namespace {

int descriptorOf(BIO* bio)
{
    return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
}

bool isLater(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

int readSocket(BIO* bio, char* into, std::size_t size, std::size_t* got)
{
    BIO_clear_retry_flags(bio);
    const ssize_t result = ::recv(descriptorOf(bio), into, size, 0);
    if (result > 0) {
        *got = static_cast<std::size_t>(result);
        return 1;
    }
    *got = 0;
    if (result == 0)
        BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
    else if (isLater(errno))
        BIO_set_retry_read(bio);
    return 0;
}

int writeSocket(BIO* bio, const char* from, std::size_t size, std::size_t* sent)
{
    BIO_clear_retry_flags(bio);
    const ssize_t result = ::send(descriptorOf(bio), from, size, MSG_NOSIGNAL);
    if (result >= 0) {
        *sent = static_cast<std::size_t>(result);
        return 1;
    }
    *sent = 0;
    if (isLater(errno))
        BIO_set_retry_write(bio);
    return 0;
}

long control(BIO* bio, int command, long, void*)
{
    switch (command) {
    case BIO_CTRL_FLUSH:
    case BIO_CTRL_DUP:
        return 1;
    case BIO_CTRL_EOF:
        return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0;
    default:
        return 0;
    }
}

const BIO_METHOD* socketMethod()
{
    static BIO_METHOD* const method = [] {
        BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "quiet socket");
        if (made) {
            BIO_meth_set_read_ex(made, readSocket);
            BIO_meth_set_write_ex(made, writeSocket);
            BIO_meth_set_ctrl(made, control);
        }
        return made;
    }();
    return method;
}

} // namespace

bool attachSocket(SSL& tls, int descriptor)
{
    const BIO_METHOD* method = socketMethod();
    BIO* bio = method ? BIO_new(method) : nullptr;
    if (!bio)
        return false;
    BIO_set_data(bio, reinterpret_cast<void*>(static_cast<std::intptr_t>(descriptor)));
    BIO_set_init(bio, 1);
    SSL_set_bio(&tls, bio, bio); // owns it from here
    return true;
}

} // namespace greensward::net
