#include "platform/sheets/part_text.h"

#include <algorithm>

#include "platform/files/writer.h"
#include "platform/sheets/xml.h"

namespace vafa::sheets {

Result<PartText> PartText::unpack(const Zip& zip, const Part& part,
                                  const std::filesystem::path& folder, std::uint64_t most) {
    PartText text;
    text.path_ = folder / "part.xml";
    most = std::min(most, part.unpacked);
    text.cut_ = most < part.unpacked;
    text.size_ = static_cast<std::size_t>(most);
    VAFA_TRY(auto writer, files::Writer::create(text.path_));
    VAFA_CHECK(zip.unpack(part, most, [&](std::string_view piece) { return writer.write(piece); }));
    VAFA_CHECK(writer.write(std::string(kXmlPadding, '\0')));
    VAFA_CHECK(writer.close());
    VAFA_TRY(text.mapped_, files::MappedFile::open(text.path_));
    return text;
}

PartText::~PartText() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

}  // namespace vafa::sheets
