#include "app/interrupt.h"

#include <csignal>

namespace vafa::app {
namespace {

volatile std::sig_atomic_t g_interrupted = 0;
extern "C" void on_interrupt(int) { g_interrupted = 1; }

}  // namespace

std::function<bool()> interrupted_by_user(const Context& context) {
    if (context.interrupted) return context.interrupted;
    std::signal(SIGINT, on_interrupt);
    return [] { return g_interrupted != 0; };
}

}  // namespace vafa::app
