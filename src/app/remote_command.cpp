#include "app/remote_command.h"

#include <boost/describe.hpp>
#include <csignal>

#include "app/cli.h"
#include "app/version.h"
#include "platform/json/json.h"

namespace vafa::app {

namespace fs = std::filesystem;

namespace {

// Kinds of frames: the client's request and its giving up; the server's output and exit code.
constexpr char kRun = 'r', kCancel = 'c', kOut = 'o', kErr = 'e', kExit = 'x';

struct RemoteCommand {
    std::string version;  // both are the same program
    std::vector<std::string> arguments;
    std::string folder;  // where the person stands
    std::string language;
    std::map<std::string, std::string> config;
    bool color = false, shows_progress = false;
    int width = 0;
};
BOOST_DESCRIBE_STRUCT(RemoteCommand, (),
                      (version, arguments, folder, language, config, color, shows_progress, width))

fs::path socket_in(const fs::path& data) { return data / "socket"; }

RemoteCommand command_of(const Context& context, const std::vector<std::string>& arguments) {
    RemoteCommand command;
    command.version = kVersion;
    command.arguments = arguments;
    std::error_code ignored;
    command.folder = fs::current_path(ignored).string();
    command.language = i18n::code_of(context.locale);
    for (const auto& [name, value] : context.config.values()) command.config[name] = value.text;
    command.color = context.terminal.color;
    command.width = context.terminal.width;
    command.shows_progress = context.shows_progress;
    return command;
}

// Ctrl-C does not end this process but interrupts its waiting, once.
class InterruptsOnce {
public:
    InterruptsOnce() {
        struct sigaction action {};
        action.sa_handler = [](int) {};
        action.sa_flags = SA_RESETHAND;  // and no SA_RESTART
        sigaction(SIGINT, &action, &before_);
    }
    ~InterruptsOnce() { sigaction(SIGINT, &before_, nullptr); }
    InterruptsOnce(const InterruptsOnce&) = delete;
    InterruptsOnce& operator=(const InterruptsOnce&) = delete;

private:
    struct sigaction before_ {};
};

Result<int> follow(const Context& context, local::Connection& connection) {
    const InterruptsOnce interrupts;
    while (true) {
        auto frame = connection.receive(true);
        if (frame.has_error() && frame.error().code == ErrorCode::cancelled) {
            VAFA_CHECK(connection.send(kCancel, ""));
            continue;
        }
        if (frame.has_error() || !*frame) return unavailable("error.server_gone");
        const std::string& payload = (*frame)->payload;
        switch ((*frame)->kind) {
            case kOut:
                context.out(payload);
                break;
            case kErr:
                context.err(payload);
                break;
            default:
                return payload.empty() ? kExitFailed : static_cast<unsigned char>(payload[0]);
        }
    }
}

Result<RemoteCommand> command_in(local::Connection& connection) {
    VAFA_TRY(const auto frame, connection.receive());
    if (!frame || frame->kind != kRun) return unavailable("error.peer_gone");
    VAFA_TRY(const auto parsed, json::parse(frame->payload));
    auto decoded = json::decode<RemoteCommand>(parsed, json::UnknownKeys::ignore);
    if (!decoded.ok()) return decoded.errors.front();
    return std::move(decoded.value);
}

Result<Context> context_of(const RemoteCommand& command, const std::shared_ptr<LiveStore>& store,
                           local::Connection& connection) {
    Context context;
    config::Inputs inputs;
    inputs.flags = command.config;
    VAFA_TRY(context.config, config::load(inputs));
    context.locale = i18n::parse_locale(command.language).value_or(i18n::Locale::en);
    context.terminal = {.color = command.color, .width = command.width};
    context.shows_progress = command.shows_progress;
    context.clock = &store->clock();
    context.entropy = system_entropy;
    // A client that is gone is noticed by `interrupted`.
    context.out = [&](std::string_view text) { (void)connection.send(kOut, text); };
    context.err = [&](std::string_view text) { (void)connection.send(kErr, text); };
    context.store = store;
    context.folder = command.folder;
    context.interrupted = [&] { return connection.has_input(); };
    return context;
}

int run_here(const RemoteCommand& command, Context context) {
    if (command.version != kVersion) {
        return context.fail(conflict("error.server_other_version")
                                .with("server", std::string(kVersion))
                                .with("version", command.version));
    }
    return run_cli(command.arguments, std::move(context));
}

void serve(local::Connection& connection, const std::shared_ptr<LiveStore>& store) {
    const auto command = command_in(connection);
    if (command.has_error()) return;
    auto context = context_of(*command, store, connection);
    if (context.has_error()) return;
    const int exit_code = run_here(*command, std::move(context).value());
    (void)connection.send(kExit, std::string(1, static_cast<char>(exit_code)));
}

}  // namespace

std::optional<int> run_at_server(const Context& context, const std::string& data,
                                 const std::vector<std::string>& arguments) {
    auto opened = local::Connection::open(socket_in(data));
    if (opened.has_error() || !*opened) return std::nullopt;
    local::Connection& connection = **opened;
    const auto request = boost::json::serialize(json::encode(command_of(context, arguments)));
    if (const auto sent = connection.send(kRun, request); sent.has_error()) {
        return context.fail(sent.error());
    }
    const auto exit_code = follow(context, connection);
    return exit_code.has_error() ? context.fail(exit_code.error()) : *exit_code;
}

Result<std::unique_ptr<local::Server>> take_commands(std::shared_ptr<LiveStore> store) {
    const fs::path path = socket_in(store->path());
    return local::Server::start(path, [store = std::move(store)](local::Connection& connection) {
        serve(connection, store);
    });
}

}  // namespace vafa::app
