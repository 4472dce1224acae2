#include <cstdio>
#include <exception>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/cli.h"
#include "base/rng.h"
#include "base/time.h"
#include "platform/sheets/workbook.h"

namespace {

int terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return 100;
}

void write_all(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

// At most what any command asks for: a password.
std::string read_input() {
    std::string text(4096, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), stdin));
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    if (const auto code = vafa::sheets::workbook_process(argc, argv)) return *code;
    const vafa::SystemClock clock;
    vafa::app::Context context;
    context.clock = &clock;
    context.entropy = vafa::system_entropy;
    context.terminal = {.color = isatty(STDOUT_FILENO) == 1, .width = terminal_width()};
    context.shows_progress = isatty(STDERR_FILENO) == 1;
    context.out = [](std::string_view text) { write_all(stdout, text); };
    context.err = [](std::string_view text) { write_all(stderr, text); };
    context.in = read_input;
    try {
        return vafa::app::run_cli({argv + 1, argv + argc}, std::move(context));
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "vafa: %s\n", failure.what());
        return vafa::app::kExitFailed;
    }
}
