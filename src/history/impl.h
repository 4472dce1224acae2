#pragma once

#include <memory>
#include <mutex>
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

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl();

    Result<void> create_tables();
    Result<void> load_watermarks();
    Result<void> register_id_function();  // vafa_id(prefix, number) for exports
};

}  // namespace vafa::history
