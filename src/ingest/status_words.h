#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "commerce/types.h"
#include "ingest/import_types.h"

namespace vafa::ingest {

inline constexpr std::string_view kIgnoreStatus = "ignore";

// A status' name as `--status` takes it and results tell it: "completed".
std::string_view status_name(commerce::OrderStatus status);

// The words of the status column while a file is read: the user's word before what platforms
// usually mean, and how many rows say each.
class StatusWords {
public:
    struct Meaning {
        std::optional<commerce::OrderStatus> status;  // nothing: ignored or unknown
        bool ignored = false;
    };

    static constexpr std::size_t kMaxWords = 200;  // beyond that words are no longer counted

    // word → status name or "ignore"; errors `error.import_status`.
    static Result<StatusWords> with(
        const std::vector<std::pair<std::string, std::string>>& told = {});

    const Meaning& read(std::string_view word);
    // The most frequent first.
    std::vector<StatusUse> counted() const;
    std::int64_t unknown_rows() const { return unknown_rows_; }

private:
    struct Word {
        Meaning meaning;
        std::int64_t rows = 0;
    };
    std::unordered_map<std::string, Meaning> told_;  // by header_key
    std::unordered_map<std::string, Word> words_;    // as they stand
    Word beyond_;
    std::int64_t unknown_rows_ = 0;
};

}  // namespace vafa::ingest
