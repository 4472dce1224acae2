#include <duckdb.h>
#include <fstream>
#include <gtest/gtest.h>

#include "base/ids.h"
#include "history/test_events.h"
#include "testing/places.h"

namespace vafa::history {
namespace {

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The first cell of what a database of its own says to `sql`.
std::string ask(const std::string& sql) {
    duckdb_database database = nullptr;
    duckdb_connection connection = nullptr;
    duckdb_open(nullptr, &database);
    duckdb_connect(database, &connection);
    duckdb_result result{};
    std::string answer;
    if (duckdb_query(connection, sql.c_str(), &result) == DuckDBSuccess) {
        char* text = duckdb_value_varchar(&result, 0, 0);
        answer = text != nullptr ? text : "NULL";
        duckdb_free(text);
    } else {
        answer = duckdb_result_error(&result);
    }
    duckdb_destroy_result(&result);
    duckdb_disconnect(&connection);
    duckdb_close(&database);
    return answer;
}

class HistoryExport : public testing::Test {
protected:
    HistoryExport() {
        Event anonymous = order_event(0, 1, "b,\"2\"\n");
        anonymous.profile = 0;
        anonymous.import_id = 0;
        history_->append(std::vector<Event>{first_, anonymous}).value();
    }
    test::TempDir folder_;
    std::unique_ptr<History> history_ = History::open((folder_ / "h.duckdb").string()).value();
    Event first_ = order_event(4, 1, "a");
};

TEST_F(HistoryExport, CsvHasReadableIdsAndTimes) {
    const std::string path = (folder_ / "out.csv").string();
    history_->export_events(ExportFormat::csv, path).value();
    const std::string text = read_file(path);
    EXPECT_TRUE(text.starts_with(
        "partition,seq,event_id,source,shop,import_id,kind,occurred_at,received_at,profile,"
        "subject_kind,subject_id,subject_key,version,amount_minor,currency,flags,properties,"
        "schema_version\n"))
        << text;
    EXPECT_NE(text.find("0,1," + encode_id("evt", 64)), std::string::npos);
    EXPECT_NE(
        text.find("4,1," + encode_id("evt", first_.event_id) + ",file," + encode_id("shp", 1) +
                  "," + encode_id("imp", 7) + ",order,2023-11-14 22:13:20.001+00,"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("\"b,\"\"2\"\"\n\""), std::string::npos);
}

TEST_F(HistoryExport, ParquetKeepsColumnsTypesAndRows) {
    const std::string path = (folder_ / "it's.parquet").string();
    history_->export_events(ExportFormat::parquet, path).value();
    const std::string from = " FROM '" + (folder_ / "it''s.parquet").string() + "'";
    EXPECT_EQ(ask("SELECT count(*)" + from), "2");
    EXPECT_EQ(ask("SELECT profile" + from + " WHERE partition = 4"),
              encode_id("pro", first_.profile));
    EXPECT_EQ(ask("SELECT profile || import_id || subject_key" + from + " WHERE partition = 0"),
              "b,\"2\"\n");
    EXPECT_EQ(ask("SELECT subject_id" + from + " WHERE partition = 4"),
              encode_id("ord", first_.subject_id));
    EXPECT_EQ(ask("SELECT epoch_ms(occurred_at)" + from + " WHERE partition = 4"),
              std::to_string(first_.occurred_at));
    EXPECT_EQ(ask("SELECT sum(amount_minor)" + from), "200");
}

TEST_F(HistoryExport, ReplacesTheTargetAndLeavesNothingElse) {
    const std::string path = (folder_ / "out.csv").string();
    std::ofstream(path) << "old";
    history_->export_events(ExportFormat::csv, path).value();
    EXPECT_TRUE(read_file(path).starts_with("partition,"));
    history_.reset();
    int files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
        ++files;
    }
    EXPECT_EQ(files, 2);  // the history and the export
}

TEST_F(HistoryExport, SaysWhereItCannotWrite) {
    const auto done =
        history_->export_events(ExportFormat::csv, (folder_ / "no/such/folder/out.csv").string());
    ASSERT_TRUE(done.has_error());
    EXPECT_EQ(done.error().key, "error.file_not_found");
}

TEST_F(HistoryExport, StandardOutputGetsTheSameBytes) {
    testing::internal::CaptureStdout();
    history_->export_events(ExportFormat::csv, "-").value();
    const std::string printed = testing::internal::GetCapturedStdout();
    history_->export_events(ExportFormat::csv, (folder_ / "out.csv").string()).value();
    EXPECT_EQ(printed, read_file((folder_ / "out.csv").string()));
}

}  // namespace
}  // namespace vafa::history
