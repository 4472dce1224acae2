#pragma once

#include <exception>
#include <optional>
#include <stdexcept>
#include <string>

#include "base/error.h"

namespace vafa::sql {

enum class FailureKind {
    unique,       // a unique index or primary key already has the value
    foreign_key,  // a referenced row is missing or still used
    constraint,   // CHECK or NOT NULL
    disk_full,
    read_only,
    damaged,  // the file is not a database, or fails its checks
    busy,     // another process holds the lock too long
    lost,     // no connection, or it broke
    other,    // a wrong statement, a wrong type: a fault of ours
};

// What this library throws; `what()` is the database's own message, for the log.
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(FailureKind kind, const std::string& message)
        : std::runtime_error(message), kind_(kind) {}
    FailureKind kind() const { return kind_; }

private:
    FailureKind kind_;
};

// The only place that reads the database's own error codes of exceptions, ours and SOCI's: what a
// caller can act on becomes an Error, everything else is nothing and should fly on.
std::optional<Error> translate(const std::exception_ptr& exception);

}  // namespace vafa::sql
