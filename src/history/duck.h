#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

struct _duckdb_connection;

// DuckDB's C API with lifetimes; nothing here knows about events. Whatever DuckDB refuses is an
// Error that names the file: damaged, locked, disk full, or else `error.history_failed`.
namespace vafa::history::duck {

// `message` as DuckDB words it; `path` goes into the error's parameters.
Error error_of(const std::string& message, const std::string& path);

std::string quoted(std::string_view text);  // a string literal of SQL

class Connection;

// The rows of a query, a chunk at a time, computed while they are read.
class Rows {
public:
    struct Impl;
    explicit Rows(std::unique_ptr<Impl> impl);
    Rows(Rows&&) noexcept;
    Rows& operator=(Rows&&) noexcept;
    ~Rows();

    Result<bool> next();  // the next chunk; false: no more
    std::size_t size() const;
    // Only for columns without nulls, of the C++ type that DuckDB stores.
    template <class T>
    std::span<const T> column(std::size_t index) const {
        return {static_cast<const T*>(data(index)), size()};
    }
    std::string_view text(std::size_t index, std::size_t row) const;  // valid until next()

private:
    const void* data(std::size_t index) const;
    std::unique_ptr<Impl> impl_;
};

// One file, opened once in the process. No part of it reaches the network or other files than its
// own and `scratch`.
class Database {
public:
    using Settings = std::vector<std::pair<std::string, std::string>>;
    static Result<std::unique_ptr<Database>> open(const std::string& path,
                                                  const Settings& settings);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::string& path() const;

private:
    friend class Connection;
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// One at a time in a thread; it ends open transactions when it goes.
class Connection {
public:
    explicit Connection(const Database& database);
    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&&) = delete;
    ~Connection();

    Result<void> run(const std::string& sql);
    // The connection must outlive the rows.
    Result<Rows> query(const std::string& sql);

    _duckdb_connection* raw() const { return connection_; }
    const std::string& path() const { return *path_; }

private:
    _duckdb_connection* connection_ = nullptr;
    const std::string* path_;
};

}  // namespace vafa::history::duck
