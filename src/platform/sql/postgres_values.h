#pragma once

#include <deque>
#include <libpq-fe.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/row.h"
#include "platform/sql/value.h"

namespace vafa::sql {

struct ClearAnswer {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresAnswer = std::unique_ptr<PGresult, ClearAnswer>;

// A column of values as the text of a PostgreSQL array.
class PostgresArray {
public:
    void add(const Value& value);
    void clear();
    std::size_t bytes() const { return text_.size(); }
    ValueKind kind() const { return kind_; }
    std::string text() const { return text_ + "}"; }

private:
    ValueKind kind_ = ValueKind::untyped;
    std::string text_ = "{";
};

// Parameters as libpq takes them; owns copies.
class PostgresParams {
public:
    void add(const Value& value);
    void add(const PostgresArray& array);

    int size() const { return static_cast<int>(types_.size()); }
    const std::vector<Oid>& types() const { return types_; }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void push(Oid type, const std::string* value, int format);

    std::deque<std::string> texts_;  // does not move its elements
    std::vector<Oid> types_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

class PostgresRow final : public Row {
public:
    explicit PostgresRow(const PGresult* result) : result_(result) {}
    void move_to(int row);
    int columns() const override { return PQnfields(result_); }
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    std::string_view bytes(int column) const override;

private:
    template <class Number>
    Number number(int column) const;

    const PGresult* result_;
    int row_ = 0;
    mutable std::deque<std::string> decoded_;  // bytes handed out for this row
};

}  // namespace vafa::sql
