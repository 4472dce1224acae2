#include <filesystem>

#include "base/hash.h"
#include "platform/files/descriptor.h"
#include "platform/files/writer.h"
#include "timeline/impl.h"
#include "timeline/snapshot_format.h"

namespace vafa::timeline {
namespace {

using namespace snapshot;

// Collects the sections of all tracks, in the order in which the reader takes them.
class Layout {
public:
    void add_track(const std::string& name, const Base& base) {
        names_.text(name);
        add_columns(base.customers);
        add_columns(base.anonymous);
        names_.number(static_cast<std::uint32_t>(base.customers.properties.size()));
        for (const auto& [property, column] : base.customers.properties) {
            names_.text(property);
            names_.number(static_cast<std::uint8_t>(base.complete.at(property)));
            add(column.codes);
            add(base.anonymous.properties.at(property).codes);
            add_dictionary(*column.dictionary);
        }
    }
    const std::vector<std::string_view>& sections() const { return sections_; }
    std::string take_names() { return names_.take(); }

private:
    template <class T>
    void add(const Column<T>& column) {
        sections_.emplace_back(reinterpret_cast<const char*>(column.data()), column.bytes());
    }
    void add_columns(const Columns& columns) {
        add(columns.ids);
        add(columns.offsets);
        add(columns.day);
        add(columns.ms);
        add(columns.amount);
        add(columns.flags);
        add(columns.subject);
        add(columns.wide);
    }
    void add_dictionary(const Dictionary& dictionary) {
        Packer packer;
        for (const std::string& value : dictionary) packer.text(value);
        packed_.push_back(std::make_unique<std::string>(packer.take()));
        sections_.emplace_back(*packed_.back());
    }

    Packer names_;
    std::vector<std::string_view> sections_;
    std::vector<std::unique_ptr<std::string>> packed_;
};

Result<void> pad_to_page(files::Writer& file) {
    const std::uint64_t end = next_page(file.position());
    return file.write(std::string(end - file.position(), '\0'));
}

Result<void> write_section(files::Writer& file, std::string_view bytes) {
    constexpr std::size_t kPiece = 1U << 20U;
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, kPiece);
        VAFA_CHECK(file.write(piece));
        bytes.remove_prefix(piece.size());
    }
    return pad_to_page(file);
}

std::string pack_directory(const std::vector<Section>& sections, std::string_view names,
                           std::size_t tracks) {
    Packer packer;
    packer.number(static_cast<std::uint64_t>(sections.size()));
    for (const Section& section : sections) packer.number(section);
    packer.number(static_cast<std::uint32_t>(tracks));
    return packer.take() + std::string(names);
}

Result<void> write_file(const std::string& path, const Header& header, std::string_view directory,
                        const std::vector<std::string_view>& sections) {
    VAFA_TRY(files::Writer file, files::Writer::create(path));
    VAFA_CHECK(write_section(file, {reinterpret_cast<const char*>(&header), sizeof(header)}));
    for (const std::string_view section : sections) VAFA_CHECK(write_section(file, section));
    VAFA_ASSERT(file.position() == header.directory_offset);
    VAFA_CHECK(file.write(directory));
    VAFA_CHECK(file.sync());
    return file.close();
}

Result<void> replace(const std::string& from, const std::string& to) {
    std::error_code failure;
    std::filesystem::rename(from, to, failure);
    if (failure) {
        return unavailable("timeline.snapshot_not_written")
            .with("path", to)
            .with("reason", failure.message());
    }
    const auto folder = std::filesystem::path(to).parent_path();
    return files::sync_folder(folder.empty() ? "." : folder);
}

}  // namespace

Result<void> Timeline::save(const std::string& path, std::uint64_t watermark) {
    std::map<std::string, ViewPtr> views;
    {
        const std::lock_guard lock(impl_->writer);
        for (const std::string& track : tracks()) {
            impl_->merge_track(track);
            views[track] = impl_->view(track);
        }
    }
    const std::lock_guard one_save(impl_->saving);
    Layout layout;
    for (const auto& [track, view] : views) layout.add_track(track, view->base());
    const auto hashes = hash_sections(layout.sections(), impl_->workers);
    std::vector<Section> sections;
    std::uint64_t offset = kPage;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const std::uint64_t size = layout.sections()[i].size();
        sections.push_back({offset, size, hashes[i]});
        offset = next_page(offset + size);
    }
    const std::string directory = pack_directory(sections, layout.take_names(), views.size());
    Header header;
    header.watermark = watermark;
    header.zone = impl_->zone_key;
    header.file_size = offset + directory.size();
    header.directory_offset = offset;
    header.directory_size = directory.size();
    header.directory_hash = hash64(directory);
    header.header_hash = hash_header(header);
    const std::string beside = path + ".new";
    VAFA_CHECK(write_file(beside, header, directory, layout.sections()));
    return replace(beside, path);
}

}  // namespace vafa::timeline
