#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/column_dates.h"
#include "ingest/column_numbers.h"
#include "ingest/import_types.h"
#include "ingest/input_file.h"
#include "ingest/value_readings.h"

namespace vafa::ingest {

// What the columns of dates and numbers of one file hold.
class FileLook {
public:
    FileLook(const ColumnMap& map, Day today);

    void see(std::span<const std::string_view> cells, std::uint64_t line);
    ColumnDates& dates(Field field) { return dates_[place_of(kDateFields, field)]; }
    ColumnNumbers& numbers(Field field) { return numbers_[place_of(kNumberFields, field)]; }
    const ColumnDates& dates(Field field) const { return dates_[place_of(kDateFields, field)]; }
    const ColumnNumbers& numbers(Field field) const {
        return numbers_[place_of(kNumberFields, field)];
    }
    // Some cell needs a decision that the cells seen do not prove.
    bool is_doubtful() const;

private:
    template <class Fields>
    static std::size_t place_of(const Fields& fields, Field field) {
        std::size_t i = 0;
        while (i < fields.size() && fields[i] != field) ++i;
        VAFA_ASSERT(i < fields.size());
        return i;
    }

    const ColumnMap* map_;
    std::vector<ColumnDates> dates_;
    std::array<ColumnNumbers, kNumberFields.size()> numbers_;
};

// The columns of all files of an import, and how their cells are to be read. First by the samples;
// whoever reads the rows goes on feeding `of(file)` with every cell that does not tell itself, so
// that the decision is the whole column's.
class ValueLook {
public:
    ValueLook(const std::vector<InputFile>& files, ValueHints hints);

    FileLook& of(std::size_t file) { return looks_[file]; }
    const ValueReadings& readings(std::size_t file) const { return readings_[file]; }

    // The samples leave open what some cells mean: the files are to be looked at as a whole.
    bool is_doubtful() const;
    void start_over();  // forgets the samples
    // By what was seen so far. `error.import_dates_contradict` for a column with both 13/5 and
    // 5/13. True when something is to be read otherwise than before.
    Result<bool> decide();

    // What was decided, for a person.
    std::vector<DateUse> date_uses() const;
    std::vector<Note> notes() const;

private:
    DateDecision decide_dates(std::size_t file, Field field) const;
    NumberDecision decide_numbers(std::size_t file, Field field) const;
    Error contradiction(std::size_t file, Field field) const;
    std::string column_name(std::size_t file, Field field) const;

    const std::vector<InputFile>* files_;
    ValueHints hints_;
    std::vector<FileLook> looks_;
    std::vector<ValueReadings> readings_;
};

// What the user, the currency and the languages of the headers make likely.
ValueHints hints_of(const ImportRequest& request, const std::vector<InputFile>& files,
                    const CurrencyAtTheDoor& currency, Day today);

}  // namespace vafa::ingest
