#include "accounts/setup.h"
#include "app/commands.h"
#include "app/live_store.h"
#include "app/qr_code.h"
#include "app/remote_command.h"
#include "app/serve/listen_address.h"
#include "app/stop_signal.h"
#include "app/store_server.h"
#include "platform/http/local_address.h"

namespace vafa::app {
namespace {

// Handlers wait for the disk, for a turn to scan, for a slow hash; they are threads that mostly
// sleep, and questions that need none of these shall not stand behind those that do.
constexpr int kWorkers = 48;

Result<ListenAddress> address_of(const ServeArguments& arguments) {
    VAFA_TRY(auto address, parse_listen_address(arguments.listen));
    if (arguments.is_public && !is_open_to_network(address)) address.host = "0.0.0.0";
    return address;
}

std::string outside_address() {
    const auto addresses = http::local_addresses();
    return addresses.empty() ? std::string() : addresses.front();
}

Result<void> greet(const Context& context, LiveStore& store, const ServeArguments& arguments,
                   const ListenAddress& address) {
    const bool secure = !arguments.certificate.empty();
    const std::string base = base_url(address, secure, outside_address());
    context.out(context.text("serve.running", {{"url", base}}) + "\n");
    if (is_open_to_network(address) && !secure) {
        context.out(context.text("serve.unencrypted") + "\n");
    }
    const TimeMs now = store.clock().now();
    VAFA_TRY(const auto setup, store.database().write([&](sql::Session& session) {
        return Result<std::optional<accounts::Link>>(accounts::make_setup_link(session, now));
    }));
    std::string link = base;
    if (setup) {
        link = base + std::string(accounts::kSetupPath) + setup->token;
        context.out("\n" + context.text("serve.setup") + "\n  " + link + "\n");
    }
    if (arguments.is_public) context.out("\n" + terminal_qr_code(link));
    context.out("\n" + context.text("serve.stop_hint") + "\n");
    return {};
}

Result<void> run(const Context& context, const ServeArguments& arguments) {
    VAFA_TRY(auto address, address_of(arguments));
    StopSignal stop;
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::write));
    http::Options options;
    options.address = address.host;
    options.port = address.port;
    options.certificate = arguments.certificate;
    options.private_key = arguments.private_key;
    options.workers = kWorkers;
    options.trust_proxy = arguments.trust_proxy;
    VAFA_TRY(const auto server, StoreServer::start(store, options));
    VAFA_TRY(auto commands, take_commands(store));
    address.port = server->port();
    VAFA_CHECK(greet(context, *store, arguments, address));
    stop.wait();
    context.err(context.text("serve.stopping") + "\n");
    commands.reset();
    server->stop();
    VAFA_CHECK(store->close());
    context.err(context.text("serve.stopped") + "\n");
    return {};
}

}  // namespace

int serve(const Context& context, const ServeArguments& arguments) {
    const auto done = run(context, arguments);
    return context.finish(done);
}

}  // namespace vafa::app
