#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "history/api.h"
#include "history/duck.h"

namespace vafa::history {

struct History::Impl {
    std::unique_ptr<duck::Database> database;
    std::string path;
    std::string scratch;           // "": none could be had
    bool remove_scratch = false;   // it was made for this process alone
    mutable std::mutex writing;    // held by append; guards `watermarks`
    mutable std::mutex exporting;  // the export's file in the scratch folder has one name
    Watermarks watermarks{};
    mutable std::mutex undone_mutex;        // guards `undone`; scans do not wait for an append
    std::map<std::int64_t, TimeMs> undone;  // import → when the first mark was received

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl();

    Result<void> create_tables();
    Result<void> load_watermarks();
    Result<void> load_undone();
    void note_undone(std::int64_t import, TimeMs received_at);
    // " AND import_id NOT IN (…)", or nothing: the condition of events that count. `but`: this one
    // is not left out.
    std::string counts(std::optional<std::int64_t> but = {},
                       std::optional<TimeMs> received_until = {}) const;
    Result<void> register_id_function();  // vafa_id(prefix, number) for exports
};

}  // namespace vafa::history
