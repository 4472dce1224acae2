#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vafa {

// What a caller can do about an expected failure. The whole product has these ten and no others.
enum class ErrorCode {
    invalid,          // the input is wrong; the caller must change it
    not_found,        // the thing named does not exist
    conflict,         // the state forbids it now (already exists, owned by another process)
    denied,           // known caller, no permission
    unauthenticated,  // unknown caller
    too_large,        // a named limit was exceeded
    unavailable,      // an outside part did not answer; worth trying again
    damaged,          // stored data failed its check; needs a repair named in the message
    cancelled,        // the user stopped it
    internal,         // a fault of ours
};

// An expected failure on its way to a person. `key` names a text in i18n/*.json; `params` fill its
// placeholders; `field` names the wrong input ("currency", "/lines/0/quantity", "--to").
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string key;
    std::vector<std::pair<std::string, std::string>> params = {};
    std::string field = {};

    Error with(std::string name, std::string value) && {
        params.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    Error at(std::string field_name) && {
        field = std::move(field_name);
        return std::move(*this);
    }
    bool operator==(const Error&) const = default;
};

// For logs and failing tests: "key name=value … @field".
std::ostream& operator<<(std::ostream& out, const Error& error);

inline Error invalid(std::string key) { return {ErrorCode::invalid, std::move(key)}; }
inline Error not_found(std::string key) { return {ErrorCode::not_found, std::move(key)}; }
inline Error conflict(std::string key) { return {ErrorCode::conflict, std::move(key)}; }
inline Error damaged(std::string key) { return {ErrorCode::damaged, std::move(key)}; }
inline Error unavailable(std::string key) { return {ErrorCode::unavailable, std::move(key)}; }

}  // namespace vafa
