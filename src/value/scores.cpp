#include "value/scores.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "platform/files/whole_file.h"

namespace vafa::value {
namespace {

constexpr std::uint64_t kMagic = 0x3153'5243'5341'4656;  // "VFASCRS1"
constexpr std::uint32_t kHasValue = 1;

struct Header {
    std::uint64_t magic = kMagic;
    std::uint64_t count = 0;
    std::int64_t run = 0;
    std::int32_t as_of = 0;
    std::int32_t horizon_days = 0;
    std::uint32_t flags = 0;
    std::uint32_t unused = 0;
    std::uint64_t hash = 0;  // of the rows, begun with that of what stands above
};
static_assert(sizeof(Header) == 48);

std::uint64_t hash_of(const Header& header, std::string_view rows) {
    return hash64(rows, hash64(&header, offsetof(Header, hash)));
}

Error damaged(const std::filesystem::path& path) {
    return invalid("error.value_scores_damaged").with("path", path.string());
}

}  // namespace

Result<std::shared_ptr<const Scores>> Scores::open(const std::filesystem::path& path) {
    std::shared_ptr<Scores> scores(new Scores());
    auto mapped = files::MappedFile::open(path);
    if (mapped.has_error() && mapped.error().code == ErrorCode::not_found) return damaged(path);
    VAFA_TRY(scores->file_, std::move(mapped));
    const std::string_view bytes = scores->file_.bytes();
    Header header;
    if (bytes.size() < sizeof(header)) return damaged(path);
    std::memcpy(&header, bytes.data(), sizeof(header));
    const std::string_view rows = bytes.substr(sizeof(header));
    if (header.magic != kMagic || rows.size() % sizeof(Score) != 0 ||
        header.count != rows.size() / sizeof(Score) || header.hash != hash_of(header, rows))
        return damaged(path);
    scores->head_ = {
        {header.run}, header.as_of, header.horizon_days, (header.flags & kHasValue) != 0};
    scores->rows_ = {reinterpret_cast<const Score*>(rows.data()), header.count};
    return std::shared_ptr<const Scores>(std::move(scores));
}

const Score* Scores::find(std::int64_t id) const {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), id,
                                        [](const Score& s, std::int64_t i) { return s.id < i; });
    return found != rows_.end() && found->id == id ? &*found : nullptr;
}

Result<void> write_scores(const std::filesystem::path& path, const ScoreHead& head,
                          std::span<const Score> rows) {
    Header header;
    header.count = rows.size();
    header.run = head.run.value;
    header.as_of = head.as_of;
    header.horizon_days = head.horizon_days;
    header.flags = head.has_value ? kHasValue : 0;
    const std::string_view bytes(reinterpret_cast<const char*>(rows.data()), rows.size_bytes());
    header.hash = hash_of(header, bytes);
    std::string content(reinterpret_cast<const char*>(&header), sizeof(header));
    content += bytes;
    VAFA_CHECK(files::make_folders(path.parent_path()));
    return files::write_file(path, content);
}

}  // namespace vafa::value
