#include "app/render/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace vafa::render {
namespace {

bool takes_no_column(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x670 ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

struct Rgb {
    int r, g, b;
};

// From nearly white to deep teal, even steps of lightness.
constexpr std::array<Rgb, 7> kScale = {{{236, 246, 245},
                                        {204, 232, 229},
                                        {163, 213, 207},
                                        {112, 188, 180},
                                        {61, 157, 149},
                                        {24, 122, 114},
                                        {10, 84, 79}}};

std::string pad(std::string_view text, int width, Align align) {
    const int missing = std::max(0, width - display_width(text));
    const std::string blanks(static_cast<std::size_t>(missing), ' ');
    return align == Align::left ? std::string(text) + blanks : blanks + std::string(text);
}

}  // namespace

int display_width(std::string_view utf8) {
    int width = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
            c = (c << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        }
        if (!takes_no_column(c)) ++width;
        i += length;
    }
    return width;
}

std::string painted(const Terminal& terminal, Tone tone, std::string_view text) {
    if (!terminal.color || tone == Tone::plain) return std::string(text);
    static constexpr std::array<std::string_view, 6> kCodes = {"0",  "1",  "2",
                                                               "32", "31", "38;5;30"};
    return fmt::format("\x1b[{}m{}\x1b[0m", kCodes[static_cast<std::size_t>(tone)], text);
}

std::string bar(double share, int width) {
    static constexpr std::array<std::string_view, 8> kEighths = {"",  "▏", "▎", "▍",
                                                                 "▌", "▋", "▊", "▉"};
    const double clamped = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
    const auto eighths = static_cast<int>(std::lround(clamped * width * 8));
    std::string out;
    for (int i = 0; i < eighths / 8; ++i) out += "█";
    out += kEighths[static_cast<std::size_t>(eighths % 8)];
    return out;
}

std::string heat_cell(const Terminal& terminal, double share, std::string_view text) {
    if (!terminal.color) return std::string(text);
    const double clamped = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
    const auto step = static_cast<std::size_t>(std::lround(clamped * (kScale.size() - 1)));
    const Rgb color = kScale[step];
    const int ink = step >= 4 ? 231 : 16;
    return fmt::format("\x1b[48;2;{};{};{}m\x1b[38;5;{}m{}\x1b[0m", color.r, color.g, color.b, ink,
                       text);
}

void Table::column(std::string title, Align align) {
    columns_.push_back({std::move(title), align});
}

void Table::row(std::vector<Cell> cells) { rows_.push_back(std::move(cells)); }

std::string Table::print(const Terminal& terminal) const {
    std::vector<int> widths;
    for (const auto& column : columns_) widths.push_back(display_width(column.title));
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(row[i].text));
        }
    }
    std::string out;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        out += "  ";
        out += painted(terminal, Tone::dim, pad(columns_[i].title, widths[i], columns_[i].align));
    }
    out += '\n';
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            static const Cell kEmpty;
            const Cell& cell = i < row.size() ? row[i] : kEmpty;
            const std::string text = pad(cell.text, widths[i], columns_[i].align);
            out += "  ";
            out += cell.heat ? heat_cell(terminal, *cell.heat, text)
                             : painted(terminal, cell.tone, text);
        }
        while (out.ends_with(' ')) out.pop_back();
        out += '\n';
    }
    return out;
}

}  // namespace vafa::render
