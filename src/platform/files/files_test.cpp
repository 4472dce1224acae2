#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include "platform/files/lock.h"
#include "platform/files/mapped_file.h"
#include "platform/files/reader.h"
#include "platform/files/whole_file.h"
#include "platform/files/writer.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::files {
namespace {

std::string packed(const std::string& text) {
    z_stream zip{};
    deflateInit2(&zip, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&zip, text.size()) + 32, '\0');
    zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    zip.avail_in = static_cast<uInt>(text.size());
    zip.next_out = reinterpret_cast<Bytef*>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    deflate(&zip, Z_FINISH);
    out.resize(zip.total_out);
    deflateEnd(&zip);
    return out;
}

std::string sample(std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; text.size() < bytes; ++i) text += std::to_string(i * 7919) + ",";
    return text;
}

// Reads in odd steps, so that every buffer's border is met.
Result<std::string> read_all(const std::filesystem::path& path, std::size_t step = 1237) {
    VAFA_TRY(Reader reader, Reader::open(path));
    std::string out;
    std::string buffer(step, '\0');
    for (;;) {
        VAFA_TRY(const std::size_t got, reader.read(buffer));
        if (got == 0) break;
        out.append(buffer, 0, got);
    }
    EXPECT_EQ(reader.position(), reader.size());
    return out;
}

TEST(WholeFile, ReplacesTheContentAndLeavesNothingBeside) {
    const test::TempDir folder;
    const auto path = folder / "a.txt";
    test::must(write_file(path, "old and long"));
    test::must(write_file(path, std::string("n\0w", 3)));
    EXPECT_EQ(test::must(read_file(path)), std::string("n\0w", 3));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(WholeFile, NamesWhatIsWrong) {
    const test::TempDir folder;
    test::expect_error(read_file(folder / "none"), "error.file_not_found");
    test::expect_error(read_file(folder.path()), "error.file_is_folder");
    test::must(write_file(folder / "big", std::string(100, 'x')));
    test::expect_error(read_file(folder / "big", 99), "error.file_too_large");
    EXPECT_EQ(test::must(read_file(folder / "big", 100)).size(), 100U);
    test::expect_error(write_file(folder / "none" / "a", ""), "error.file_not_found");
    test::expect_error(Writer::create("/dev/full").value().write(std::string(1 << 19, 'x')),
                       "error.disk_full");
}

TEST(WholeFile, TellsFreeSpace) { EXPECT_GT(test::must(free_space("/tmp")), 0U); }

TEST(MappedFile, ShowsTheBytes) {
    const test::TempDir folder;
    const std::string text = sample(100'000);
    test::must(write_file(folder / "a", text));
    MappedFile first = test::must(MappedFile::open(folder / "a"));
    const MappedFile mapped = std::move(first);
    EXPECT_EQ(mapped.bytes(), text);
    test::must(write_file(folder / "empty", ""));
    EXPECT_TRUE(test::must(MappedFile::open(folder / "empty")).bytes().empty());
    test::expect_error(MappedFile::open(folder / "none"), "error.file_not_found");
}

TEST(Reader, ReadsPlainFiles) {
    const test::TempDir folder;
    for (const std::size_t size : {0U, 1U, 2U, 1'000'000U}) {
        const std::string text = sample(size);
        test::must(write_file(folder / "a.gz", text));  // the name does not matter
        EXPECT_EQ(test::must(read_all(folder / "a.gz")), text);
    }
}

TEST(Reader, UnpacksGzipAndItsMembers) {
    const test::TempDir folder;
    const std::string text = sample(2'000'000);
    test::must(write_file(folder / "a", packed(text) + packed("") + packed("end")));
    EXPECT_EQ(test::must(read_all(folder / "a")), text + "end");
    EXPECT_EQ(test::must(read_all(folder / "a", 1 << 20)), text + "end");
    test::must(write_file(folder / "empty", packed("")));
    EXPECT_EQ(test::must(read_all(folder / "empty")), "");
}

TEST(Reader, RefusesDamagedGzip) {
    const test::TempDir folder;
    const std::string whole = packed(sample(300'000));
    test::must(write_file(folder / "cut", whole.substr(0, whole.size() / 2)));
    test::expect_error(read_all(folder / "cut"), "error.gzip_damaged");
    std::string bad = whole;
    bad[bad.size() - 6] = static_cast<char>(~bad[bad.size() - 6]);  // in the checksum
    test::must(write_file(folder / "bad", bad));
    test::expect_error(read_all(folder / "bad"), "error.gzip_damaged");
}

TEST(Writer, ContinuesAFile) {
    const test::TempDir folder;
    const std::string text = sample(600'000);
    Writer writer = test::must(Writer::create(folder / "a"));
    for (std::size_t i = 0; i < text.size(); i += 1000) {
        test::must(writer.write(std::string_view(text).substr(i, 1000)));
    }
    EXPECT_EQ(writer.position(), text.size());
    test::must(writer.sync());
    test::must(writer.close());
    Writer more = test::must(Writer::append(folder / "a"));
    EXPECT_EQ(more.position(), text.size());
    test::must(more.write("end"));
    test::must(more.close());
    EXPECT_EQ(test::must(read_file(folder / "a")), text + "end");
}

TEST(FileLock, TellsWhoHoldsIt) {
    const test::TempDir folder;
    const auto path = folder / "lock";
    {
        const FileLock held = test::must(FileLock::exclusive(path));
        const auto second = FileLock::exclusive(path);
        test::expect_error(second, "error.locked");
        EXPECT_EQ(second.error().params[1].second, std::to_string(::getpid()));
        test::expect_error(FileLock::shared(path), "error.locked");
    }
    const FileLock reader = test::must(FileLock::shared(path));
    const FileLock other = test::must(FileLock::shared(path));
    test::expect_error(FileLock::exclusive(path), "error.locked");
}

TEST(FileLock, EndsWithItsProcess) {
    const test::TempDir folder;
    const auto path = folder / "lock";
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = FileLock::exclusive(path);
        ::_exit(held.has_value() ? 0 : 1);  // like kill -9: nothing is tidied up
    }
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_TRUE(FileLock::exclusive(path).has_value());
}

}  // namespace
}  // namespace vafa::files
