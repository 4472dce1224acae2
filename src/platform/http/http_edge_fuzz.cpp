#include "platform/http/http_edge.h"

// Any bytes are a request, a target, a field, a packed body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    vafa::http::edge::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
