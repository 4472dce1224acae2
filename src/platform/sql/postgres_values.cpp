#include "platform/sql/postgres_values.h"

#include <charconv>
#include <fmt/format.h>
#include <iterator>

#include "base/result.h"
#include "platform/sql/error.h"

namespace vafa::sql {
namespace {

// From PostgreSQL's catalog pg_type; these numbers never change.
struct Types {
    Oid one;
    Oid array;
};
Types types_of(ValueKind kind) {
    switch (kind) {
        case ValueKind::integer:
            return {20, 1016};
        case ValueKind::real:
            return {701, 1022};
        case ValueKind::text:
            return {25, 1009};
        case ValueKind::bytes:
            return {17, 1001};
        case ValueKind::untyped:
            break;
    }
    return {0, 0};  // the server guesses
}

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

}  // namespace

void PostgresArray::add(const Value& value) {
    VAFA_ASSERT(value.kind() != ValueKind::untyped);
    VAFA_ASSERT(kind_ == ValueKind::untyped || kind_ == value.kind());
    kind_ = value.kind();
    if (text_.size() > 1) text_ += ',';
    if (value.is_null()) {
        text_ += "NULL";
    } else if (kind_ == ValueKind::integer) {
        fmt::format_to(std::back_inserter(text_), "{}", value.integer());
    } else if (kind_ == ValueKind::real) {
        fmt::format_to(std::back_inserter(text_), "{}", value.real());
    } else if (kind_ == ValueKind::text) {
        text_ += '"';
        for (const char c : value.text()) {
            if (c == '"' || c == '\\') text_ += '\\';
            text_ += c;
        }
        text_ += '"';
    } else {
        constexpr std::string_view kHex = "0123456789abcdef";
        text_ += "\"\\\\x";
        for (const char c : value.text()) {
            const auto byte = static_cast<unsigned char>(c);
            text_ += kHex[byte >> 4];
            text_ += kHex[byte & 15];
        }
        text_ += '"';
    }
}

void PostgresArray::clear() { text_ = "{"; }

void PostgresParams::add(const Value& value) {
    const Oid type = types_of(value.kind()).one;
    if (value.is_null()) return push(type, nullptr, 0);
    switch (value.kind()) {
        case ValueKind::integer:
            texts_.push_back(fmt::format("{}", value.integer()));
            break;
        case ValueKind::real:
            texts_.push_back(fmt::format("{}", value.real()));
            break;
        default:
            texts_.emplace_back(value.text());
            break;
    }
    push(type, &texts_.back(), value.kind() == ValueKind::bytes ? 1 : 0);
}

void PostgresParams::add(const PostgresArray& array) {
    texts_.push_back(array.text());
    push(types_of(array.kind()).array, &texts_.back(), 0);
}

void PostgresParams::push(Oid type, const std::string* value, int format) {
    types_.push_back(type);
    values_.push_back(value == nullptr ? nullptr : value->c_str());
    lengths_.push_back(value == nullptr ? 0 : static_cast<int>(value->size()));
    formats_.push_back(format);
}

void PostgresRow::move_to(int row) {
    row_ = row;
    decoded_.clear();
}

bool PostgresRow::is_null(int column) const {
    VAFA_ASSERT(column >= 0 && column < columns());
    return PQgetisnull(result_, row_, column) != 0;
}

std::string_view PostgresRow::text(int column) const {
    if (is_null(column)) {
        throw DatabaseError(FailureKind::other,
                            std::string("NULL in column ") + PQfname(result_, column));
    }
    return {PQgetvalue(result_, row_, column),
            static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

template <class Number>
Number PostgresRow::number(int column) const {
    const std::string_view digits = text(column);
    if (digits == "t" || digits == "f") return digits == "t" ? 1 : 0;  // a comparison's answer
    Number value{};
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
    if (error != std::errc() || end != digits.end()) {
        throw DatabaseError(FailureKind::other,
                            fmt::format("'{}' is not the number that was asked for", digits));
    }
    return value;
}

std::int64_t PostgresRow::integer(int column) const { return number<std::int64_t>(column); }
double PostgresRow::real(int column) const { return number<double>(column); }

std::string_view PostgresRow::bytes(int column) const {
    const std::string_view hex = text(column);
    VAFA_ASSERT(hex.starts_with("\\x"));
    std::string out;
    out.reserve(hex.size() / 2);
    for (std::size_t i = 2; i + 1 < hex.size(); i += 2) {
        out += static_cast<char>(hex_digit(hex[i]) << 4 | hex_digit(hex[i + 1]));
    }
    return decoded_.emplace_back(std::move(out));
}

}  // namespace vafa::sql
