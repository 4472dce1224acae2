#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vafa::render {

// What the terminal can show.
struct Terminal {
    bool color = false;
    int width = 100;  // columns
};

// Columns a text takes in a terminal: combining marks and ZWNJ take none. Wide East Asian signs
// count as one: Vafa writes none.
int display_width(std::string_view utf8);

enum class Tone { plain, strong, dim, good, bad, accent };
std::string painted(const Terminal& terminal, Tone tone, std::string_view text);

// A bar of eighth blocks, `share` of `width` columns long; share is clamped to [0, 1].
std::string bar(double share, int width);

// A cell on the sequential scale from light to dark teal, its text in the readable one of black and
// white. `share` in [0, 1]. Without colour: the text alone.
std::string heat_cell(const Terminal& terminal, double share, std::string_view text);

enum class Align { left, right };

struct Cell {
    std::string text;  // without escape codes: its width is measured
    Tone tone = Tone::plain;
    std::optional<double> heat = {};  // background of the cell
};

// Rows under a header, columns as wide as their widest cell, two spaces apart. A row with fewer
// cells than columns is filled with empty ones.
class Table {
public:
    void column(std::string title, Align align = Align::right);
    void row(std::vector<Cell> cells);
    std::string print(const Terminal& terminal) const;

private:
    struct Column {
        std::string title;
        Align align;
    };
    std::vector<Column> columns_;
    std::vector<std::vector<Cell>> rows_;
};

}  // namespace vafa::render
