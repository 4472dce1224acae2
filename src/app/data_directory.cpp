#include "app/data_directory.h"

#include "app/schema.h"
#include "history/outbox.h"
#include "platform/files/error.h"

namespace vafa::app {

namespace fs = std::filesystem;

namespace {

Result<void> make_private_folder(const fs::path& path) {
    std::error_code code;
    const bool is_new = fs::create_directories(path, code);
    if (!code && is_new) fs::permissions(path, fs::perms::owner_all, code);
    if (code) return files::error_of(code.value(), path);
    return {};
}

}  // namespace

Result<DataDirectory> DataDirectory::open_to_write(const fs::path& path) {
    VAFA_CHECK(make_private_folder(path));
    DataDirectory made(path, false);
    VAFA_TRY(made.lock_, files::FileLock::exclusive(path / "lock"));
    VAFA_CHECK(made.open_state());
    VAFA_CHECK(sql::migrate(*made.state_, all_migrations()));
    return made;
}

Result<DataDirectory> DataDirectory::open_to_read(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(path / "state.db", ignored)) {
        return not_found("error.no_store").with("path", path.string()).at("--data");
    }
    bool behind = false;
    {
        DataDirectory made(path, true);
        auto lock = files::FileLock::shared(path / "lock");
        if (lock.has_value()) {
            made.lock_ = std::move(lock).value();
        } else if (lock.error().code == ErrorCode::conflict) {
            return lock.error();
        }
        VAFA_CHECK(made.open_state());
        VAFA_TRY(const auto waiting, sql::pending(*made.state_, all_migrations()));
        behind = !waiting.empty();
        if (!behind) {
            VAFA_TRY(const auto outbox, history::outbox_state(*made.state_));
            behind = outbox.waiting;
        }
        if (!behind) return made;
    }
    return open_to_write(path);
}

Result<DataDirectory> DataDirectory::open_beside(const fs::path& path) {
    auto alone = open_to_write(path);
    if (alone.has_value() || alone.error().key != "error.locked") return alone;
    DataDirectory made(path, false);
    VAFA_CHECK(made.open_state());
    VAFA_TRY(const auto waiting, sql::pending(*made.state_, all_migrations()));
    if (!waiting.empty()) return alone;
    return made;
}

Result<void> DataDirectory::open_state() {
    const fs::path file = path_ / "state.db";
    std::error_code ignored;
    const bool is_new = !fs::exists(file, ignored);
    VAFA_TRY(state_, sql::Database::open_sqlite(file, {.read_only = read_only_}));
    // What SQLite makes beside the file has the file's permissions.
    if (is_new) fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
    return {};
}

}  // namespace vafa::app
