#include "platform/sheets/workbook.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "platform/files/descriptor.h"
#include "platform/files/error.h"
#include "platform/sheets/report.h"

extern char** environ;

namespace vafa::sheets {
namespace {

constexpr const char* kThisProgram = "/proc/self/exe";
constexpr std::string_view kCommand = "read-workbook-apart";
constexpr int kReportDescriptor = 3;
constexpr std::size_t kMaxReportBytes = 1 << 20;
constexpr int kPollMs = 200;
constexpr int kExitReported = 0, kExitNoMemory = 70;
// argv: program, command, file, folder, sheet, most rows.
constexpr int kArguments = 6;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

void limit(decltype(RLIMIT_AS) what, std::uint64_t value) {
    const rlimit both{.rlim_cur = value, .rlim_max = value};
    ::setrlimit(what, &both);
}

void set_limits() {
    if (!kSanitized) {  // shadow memory takes terabytes of addresses
        limit(RLIMIT_AS, kMaxReaderAddressBytes);
        limit(RLIMIT_DATA, kMaxReaderMemoryBytes);
    }
    limit(RLIMIT_CPU, kMaxReaderSeconds);
    limit(RLIMIT_FSIZE, kMaxReaderFileBytes);
    limit(RLIMIT_CORE, 0);
    std::signal(SIGXFSZ, SIG_IGN);  // an error of write() instead
    std::signal(SIGINT, SIG_IGN);   // Ctrl-C is the parent's to answer
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

bool send(std::string_view report) {
    while (!report.empty()) {
        const ssize_t n = ::write(kReportDescriptor, report.data(), report.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        report.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

// A child process until it has ended; killed when this object goes before.
class Child {
public:
    explicit Child(pid_t pid) : pid_(pid) {}
    ~Child() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        wait();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    int wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = 0;
        return status;
    }

private:
    pid_t pid_;
};

Result<pid_t> start(const ConvertRequest& request, int report) {
    std::array<std::string, kArguments> texts = {
        kThisProgram,          std::string(kCommand),
        request.file.string(), request.folder.string(),
        request.sheet,         std::to_string(request.rows_at_most)};
    std::array<char*, kArguments + 1> arguments{};
    for (std::size_t i = 0; i < texts.size(); ++i) arguments[i] = texts[i].data();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, report, kReportDescriptor);
    // Descriptors of the server are closed on exec; its streams are not the parser's to write to.
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    }
    pid_t pid = 0;
    const int failed =
        ::posix_spawn(&pid, kThisProgram, &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return files::error_of(failed, kThisProgram);
    return pid;
}

// Until the other end is closed, which the end of the child does at the latest.
Result<std::string> receive(const files::Descriptor& from, const std::function<bool()>& cancelled) {
    std::string report;
    std::array<char, 4096> piece{};
    while (report.size() < kMaxReportBytes) {
        pollfd ready{.fd = from.number(), .events = POLLIN, .revents = 0};
        const int events = ::poll(&ready, 1, kPollMs);
        if (cancelled && cancelled()) return Error{ErrorCode::cancelled, "error.import_cancelled"};
        if (events <= 0) continue;
        const ssize_t n = ::read(from.number(), piece.data(), piece.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        report.append(piece.data(), static_cast<std::size_t>(n));
    }
    return report;
}

Error ended_by(int status) {
    const bool no_time =
        WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
    const bool no_memory = WIFEXITED(status) && WEXITSTATUS(status) == kExitNoMemory;
    if (no_time || no_memory) return {ErrorCode::too_large, "error.workbook_too_large"};
    return damaged("error.workbook_crashed");
}

int run(const ConvertRequest& request) {
    try {
        const auto sheets = convert(request);
        return send(encode_report(sheets)) ? kExitReported : kExitNoMemory;
    } catch (const std::bad_alloc&) {
        return kExitNoMemory;
    }
}

}  // namespace

Result<std::vector<Sheet>> read_workbook_apart(const ConvertRequest& request,
                                               const std::function<bool()>& cancelled) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return files::error_of(errno, "pipe");
    const files::Descriptor from(ends[0]);
    files::Descriptor to(ends[1]);
    VAFA_TRY(const pid_t pid, start(request, to.number()));
    Child child(pid);
    to.close();
    VAFA_TRY(const std::string report, receive(from, cancelled));
    const int status = child.wait();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != kExitReported) return ended_by(status);
    return decode_report(report);
}

std::optional<int> workbook_process(int argc, char** argv) {
    if (argc != kArguments || argv[1] != kCommand) return std::nullopt;
    set_limits();
    ConvertRequest request{.file = argv[2], .folder = argv[3], .sheet = argv[4]};
    request.rows_at_most = std::strtoull(argv[5], nullptr, 10);
    return run(request);
}

}  // namespace vafa::sheets
