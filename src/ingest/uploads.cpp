#include "ingest/uploads.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "base/text.h"
#include "platform/files/descriptor.h"
#include "platform/files/error.h"
#include "platform/files/whole_file.h"
#include "platform/json/json.h"

namespace vafa::ingest {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxNameBytes = 120;

struct UploadNote {
    std::string name;
    std::uint64_t size = 0;
    std::int64_t created_at = 0, used_at = 0;
};
BOOST_DESCRIBE_STRUCT(UploadNote, (), (name, size, created_at, used_at))

// The last part of the path, without what a file system or a terminal takes amiss.
std::string safe_name(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    std::string safe = valid_utf8(std::string(name));
    std::erase_if(safe, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    while (safe.size() > kMaxNameBytes) {
        safe.pop_back();
        while (!is_valid_utf8(safe)) safe.pop_back();
    }
    return safe.empty() || safe == "." || safe == ".." ? "orders.csv" : safe;
}

Result<void> move_file(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    if (failed == std::errc::cross_device_link) {
        failed.clear();
        fs::copy_file(from, to, failed);
        std::error_code ignored;
        if (!failed) fs::remove(from, ignored);
    }
    if (failed) return files::error_of(failed.value(), from);
    VAFA_TRY(const auto file, files::open_to_read(to));
    return files::sync(file, to);
}

}  // namespace

Result<Upload> Uploads::take(const fs::path& file, std::string_view name) {
    const std::lock_guard lock(changing_);
    Upload upload;
    upload.id.value = ids_.next();
    upload.name = safe_name(name);
    upload.created_at = upload.used_at = clock_.now();
    const fs::path own = folder_of(upload.id);
    VAFA_CHECK(files::make_folders(own));
    VAFA_CHECK(move_file(file, own / upload.name));
    std::error_code failed;
    upload.size = fs::file_size(own / upload.name, failed);
    if (failed) return files::error_of(failed.value(), own);
    VAFA_CHECK(files::sync_folder(own));
    VAFA_CHECK(note(upload));
    return upload;
}

Result<void> Uploads::note(const Upload& upload) const {
    const UploadNote note{upload.name, upload.size, upload.created_at, upload.used_at};
    return files::write_file(about(upload.id), json::pretty(json::encode(note)));
}

Result<Upload> Uploads::find(UploadId id) const {
    const auto text = files::read_file(about(id));
    const auto missing = [&] {
        return not_found("error.upload_not_found").with("upload", to_string(id));
    };
    if (text.has_error()) return missing();
    const auto parsed = json::parse(*text);
    if (parsed.has_error()) return missing();
    const auto note = json::decode<UploadNote>(*parsed);
    if (!note.ok()) return missing();
    return Upload{id, note.value.name, note.value.size, note.value.created_at, note.value.used_at};
}

fs::path Uploads::path_of(const Upload& upload) const { return folder_of(upload.id) / upload.name; }

std::vector<Upload> Uploads::list() const {
    std::vector<Upload> uploads;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
        if (entry.path().extension() != ".json") continue;
        const auto id = parse_id<UploadTag>(entry.path().stem().string());
        if (id.has_error()) continue;
        if (auto upload = find(*id); upload.has_value()) {
            uploads.push_back(std::move(upload).value());
        }
    }
    std::sort(uploads.begin(), uploads.end(),
              [](const Upload& a, const Upload& b) { return a.id < b.id; });
    return uploads;
}

Result<void> Uploads::touch(const Upload& upload) {
    const std::lock_guard lock(changing_);
    Upload used = upload;
    used.used_at = clock_.now();
    return note(used);
}

Result<void> Uploads::remove(UploadId id) {
    const std::lock_guard lock(changing_);
    std::error_code failed;
    fs::remove(about(id), failed);
    if (failed) return files::error_of(failed.value(), about(id));
    fs::remove_all(folder_of(id), failed);
    return {};
}

void Uploads::sweep() {
    for (const Upload& upload : list()) {
        if (clock_.now() - upload.used_at > kUploadDays * kMsPerDay) (void)remove(upload.id);
    }
    const std::lock_guard lock(changing_);
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
        const auto id = parse_id<UploadTag>(entry.path().filename().string());
        if (id.has_value() && find(*id).has_error()) fs::remove_all(entry.path(), ignored);
    }
}

}  // namespace vafa::ingest
