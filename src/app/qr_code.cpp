#include "app/qr_code.h"

#include <memory>
#include <qrencode.h>

namespace vafa::app {
namespace {

constexpr int kQuietZone = 2;
// Black on white, whatever the terminal's own colours are.
constexpr std::string_view kOn = "\x1b[30;107m";
constexpr std::string_view kOff = "\x1b[0m";

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

bool is_dark(const QRcode& code, int x, int y) {
    const bool inside = x >= 0 && y >= 0 && x < code.width && y < code.width;
    return inside && (code.data[y * code.width + x] & 1) != 0;
}

std::string_view half_blocks(bool upper, bool lower) {
    if (upper && lower) return "█";
    if (upper) return "▀";
    return lower ? "▄" : " ";
}

}  // namespace

std::string terminal_qr_code(std::string_view text) {
    const std::unique_ptr<QRcode, FreeCode> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_L));
    if (!code) return {};
    std::string out;
    for (int y = -kQuietZone; y < code->width + kQuietZone; y += 2) {
        out += kOn;
        for (int x = -kQuietZone; x < code->width + kQuietZone; ++x) {
            out += half_blocks(is_dark(*code, x, y), is_dark(*code, x, y + 1));
        }
        out += kOff;
        out += '\n';
    }
    return out;
}

}  // namespace vafa::app
