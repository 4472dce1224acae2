#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "board/types.h"
#include "metrics/report_request.h"
#include "platform/json/notes.h"

// What the routes of this module take and answer. Days are answered on the store's calendar.
namespace vafa::board {

BOOST_DESCRIBE_ENUM(GoalMetric, customers, revenue, returning_share, average_order, repeat_rate,
                    retention, frequency, loyal)

namespace wire {

using DayWord = metrics::DayWord;

struct OneId {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(OneId, (), (id))
json::Notes field_notes(const OneId*);

struct Note {
    std::string id, day, text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, day, text))
json::Notes field_notes(const Note*);

struct NoteList {
    std::vector<Note> items;
};
BOOST_DESCRIBE_STRUCT(NoteList, (), (items))
json::Notes field_notes(const NoteList*);

struct NewNote {
    DayWord day;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (day, text))
json::Notes field_notes(const NewNote*);

struct Goal {
    std::string id;
    GoalMetric metric = GoalMetric::customers;
    double target = 0;
    std::string from, due;
};
BOOST_DESCRIBE_STRUCT(Goal, (), (id, metric, target, from, due))
json::Notes field_notes(const Goal*);

struct GoalList {
    std::vector<Goal> items;
};
BOOST_DESCRIBE_STRUCT(GoalList, (), (items))
json::Notes field_notes(const GoalList*);

struct NewGoal {
    GoalMetric metric = GoalMetric::customers;
    double target = 0;
    DayWord from, due;
};
BOOST_DESCRIBE_STRUCT(NewGoal, (), (metric, target, from, due))
json::Notes field_notes(const NewGoal*);

struct PriceMonth {
    std::string month;
    double index = 0;
};
BOOST_DESCRIBE_STRUCT(PriceMonth, (), (month, index))
json::Notes field_notes(const PriceMonth*);

struct Prices {
    std::vector<PriceMonth> months;
};
BOOST_DESCRIBE_STRUCT(Prices, (), (months))
json::Notes field_notes(const Prices*);

struct NewPriceMonth {
    DayWord month;
    double index = 0;
};
BOOST_DESCRIBE_STRUCT(NewPriceMonth, (), (month, index))
json::Notes field_notes(const NewPriceMonth*);

struct NewPrices {
    std::vector<NewPriceMonth> months;
};
BOOST_DESCRIBE_STRUCT(NewPrices, (), (months))
json::Notes field_notes(const NewPrices*);

}  // namespace wire
}  // namespace vafa::board
