#pragma once

namespace vafa::crypto {

// Before any call of libsodium; cheap and safe on every thread.
void start_sodium();

}  // namespace vafa::crypto
