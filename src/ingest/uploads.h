#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

namespace vafa::ingest {

struct UploadTag {
    static constexpr std::string_view kPrefix = "upl";
};
using UploadId = Id<UploadTag>;

struct Upload {
    UploadId id;
    std::string name;  // as its owner calls it, made safe for a folder
    std::uint64_t size = 0;
    TimeMs created_at = 0, used_at = 0;
};

// Uploads nobody imports are kept so long.
inline constexpr std::int64_t kUploadDays = 7;

// Files on their way in:
//
//   <folder>/upl_…/<name>   the file as it came
//   <folder>/upl_….json     what is known of it, written last: it makes the folder an upload
//
// Beside the file and not in SQL, so that both come and go together whatever is killed or deleted
// by hand. Thread-safe.
class Uploads {
public:
    Uploads(std::filesystem::path folder, IdSource& ids, const Clock& clock)
        : folder_(std::move(folder)), ids_(ids), clock_(clock) {}

    // Moves `file` here; on return it outlives a power cut.
    Result<Upload> take(const std::filesystem::path& file, std::string_view name);
    // not_found `error.upload_not_found`.
    Result<Upload> find(UploadId id) const;
    std::filesystem::path path_of(const Upload& upload) const;
    std::vector<Upload> list() const;  // oldest first
    // It is in use: the days begin anew.
    Result<void> touch(const Upload& upload);
    Result<void> remove(UploadId id);
    // Removes what is older than kUploadDays, and what a killed process left half-made.
    void sweep();

private:
    std::filesystem::path folder_of(UploadId id) const { return folder_ / to_string(id); }
    std::filesystem::path about(UploadId id) const { return folder_ / (to_string(id) + ".json"); }
    Result<void> note(const Upload& upload) const;

    std::filesystem::path folder_;
    IdSource& ids_;
    const Clock& clock_;
    std::mutex changing_;
};

}  // namespace vafa::ingest
