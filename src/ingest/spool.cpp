#include "ingest/spool.h"

#include "platform/files/writer.h"

namespace vafa::ingest {

namespace {

constexpr std::size_t kBlockBytes = 1 << 20;

Result<void> spool(InputFile& file, const std::filesystem::path& path,
                   const std::function<bool()>& cancelled) {
    VAFA_TRY(auto writer, files::Writer::create(path));
    VAFA_CHECK(writer.write(file.start));
    std::vector<char> block(kBlockBytes);
    while (true) {
        if (cancelled && cancelled()) return Error{ErrorCode::cancelled, "error.import_cancelled"};
        VAFA_TRY(const std::size_t n, file.rest->read(block));
        if (n == 0) break;
        VAFA_CHECK(writer.write({block.data(), n}));
    }
    file.size = writer.position();
    VAFA_CHECK(writer.close());
    file.path = path.string();
    file.start.clear();
    file.rest.reset();
    return {};
}

}  // namespace

Result<void> spool_standard_input(std::vector<InputFile>& files,
                                  const std::filesystem::path& folder,
                                  const std::function<bool()>& cancelled) {
    for (auto& file : files) {
        if (file.rest) VAFA_CHECK(spool(file, folder / kSpoolName, cancelled));
    }
    return {};
}

}  // namespace vafa::ingest
