#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/files/reader.h"

namespace vafa::ingest {

// A file of records in the order of their keys (key_of_record), equal keys as they were added.
struct Run {
    std::string file;  // name within the staging folder
    std::uint64_t records = 0;
    std::uint64_t checksum = 0;  // chained over the records
};

inline constexpr std::size_t kDefaultRunBytes = 128 << 20;
inline constexpr std::size_t kMaxRuns = 512;
inline constexpr std::size_t kMaxRecordBytes = 64 << 10;

// External sort, first half: collects records in memory and writes them out a run at a time.
class RunWriter {
public:
    RunWriter(std::filesystem::path folder, std::size_t run_bytes);

    Result<void> add(std::string_view record);
    // Every run, on the disk.
    Result<std::vector<Run>> finish();

private:
    struct Entry {
        std::uint64_t prefix;  // the first eight bytes of the key, in their order
        std::uint32_t offset;
    };
    std::string_view record_at(std::uint32_t offset) const;
    void sort();
    Result<void> write_run();

    std::filesystem::path folder_;
    std::size_t run_bytes_;
    std::string arena_;
    std::vector<Entry> entries_;
    std::vector<Run> runs_;
};

// Second half: the records of all runs in the order of their keys; equal keys by run, then as
// added.
class RunMerger {
public:
    static Result<RunMerger> open(const std::filesystem::path& folder,
                                  const std::vector<Run>& runs);

    // False at the end. The view lives until the next call. `error.import_staging_damaged` when a
    // file is not what was written.
    Result<bool> next(std::string_view& record);

private:
    struct Source {
        files::Reader reader;
        Run run;
        std::string buffer = {};
        std::size_t begin = 0, end = 0;
        std::uint64_t records = 0, checksum = 0;
        std::string_view record = {}, key = {};
        std::uint64_t prefix = 0;
    };
    static Result<bool> advance(Source& source);
    bool later(std::size_t a, std::size_t b) const;

    std::vector<Source> sources_;
    std::vector<std::size_t> heap_;  // of sources with a record
    bool advance_top_ = false;
};

// Reads every run through: a resumed import trusts no file it has not checked.
Result<void> verify_runs(const std::filesystem::path& folder, const std::vector<Run>& runs);

}  // namespace vafa::ingest
