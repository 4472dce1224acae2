#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "models/rows.h"

namespace vafa::models {

// f(y) = (alpha + y)^-power (beta + y)^-(s + 1)
struct ParetoShape {
    double power = 0;  // r + x
    double alpha = 0;
    double s = 0;
    double beta = 0;
};

// ln of s times the integral of f over (t_x, T), minus infinity where that is empty, and its slopes
// in r, alpha, s, beta.
struct Gone {
    double log_value = 0;
    std::array<double, 4> slope = {};
};

// By quadrature; for one customer.
Gone gone_between(const ParetoShape& shape, double t_x, double age);

// Logarithms and inverses at every day that occurs among the rows, whatever x.
struct ParetoPoint {
    double log_alpha, log_beta, inverse_alpha, inverse_beta;
};
ParetoPoint pareto_point(double alpha, double beta, double y);

// The integrals of all rows. For each x, from every day to the last, relative to f at that day, so
// that nothing under- or overflows; a row's integral is then a difference of two, which is safe
// since f falls: it loses at most the digits of (last day - t_x) / (T - t_x). From one x to the
// next f at a point changes by a known factor, so tables cost no powers. Where the rows of an x are
// few, or f falls too fast within a day for four points, each row has a quadrature of its own.
class ParetoTables {
public:
    ParetoTables(const Rows& rows, double r, double alpha, double s, double beta, unsigned workers);

    Gone gone(std::uint32_t group, std::uint32_t t_x, std::uint32_t age) const;
    const ParetoPoint& at(std::uint32_t day) const { return days_[day]; }
    const ParetoShape& shape(std::uint32_t group) const { return columns_[group].shape; }

private:
    // Sums of f, ln(alpha+y) f, f/(alpha+y), ln(beta+y) f, f/(beta+y).
    using Moments = std::array<double, 5>;
    struct Column {
        ParetoShape shape;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::vector<Moments> from;  // empty: by quadrature
    };
    class Ratios;

    bool is_worth_a_table(const Rows& rows, const Rows::Group& group, Column& column) const;
    // First and last day of these groups' columns.
    std::pair<std::uint32_t, std::uint32_t> span_of(std::span<const std::uint32_t> groups) const;
    void fill_points(const Rows& rows, std::uint32_t first, std::uint32_t last);
    const ParetoPoint* inside(std::uint32_t day) const {
        return inside_.data() + std::size_t{day - inside_from_} * 4;
    }
    void fill(Column& column, const Ratios& ratios) const;

    double days_per_period_;
    std::vector<ParetoPoint> days_;  // of days that occur, and all between tables' ends
    // Four within each day from inside_from_ on; empty where no table is worth it.
    std::vector<ParetoPoint> inside_;
    std::uint32_t inside_from_ = 0;
    std::vector<Column> columns_;
};

}  // namespace vafa::models
