#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/context.h"

// One function a command: takes its arguments as typed, answers the process's exit code. Parsing
// the command line is cli.cpp's business alone.
namespace vafa::app {

enum class Format { table, json, csv };

struct ImportArguments {
    std::string kind = "orders";  // or "customers", "products"
    std::vector<std::string> files;
    std::string data, preset, currency, time_zone, calendar, date_order, decimal, sheet, encoding;
    std::vector<std::string> map;  // "field=column"
    std::string customer_by;
    std::vector<std::string> set_aside, statuses, traits, ignore;  // "word=status" the second
    bool no_traits = false;
    bool dry_run = false, accept_unit = false;
    Format format = Format::table;
};
int import_files(const Context& context, const ImportArguments& arguments);

struct ImportsArguments {
    std::string data, import;  // `import`: of undo
    Format format = Format::table;
};
int list_imports(const Context& context, const ImportsArguments& arguments);
int undo_import(const Context& context, const ImportsArguments& arguments);

struct ReportArguments {
    std::string name, data;
    // Options of the question by their flag's name without dashes ("as-of" → "2011-12-09").
    std::map<std::string, std::string> options;
    Format format = Format::table;
};
int report(const Context& context, const ReportArguments& arguments);

struct ModelsArguments {
    std::string action;  // "fit", "compare", "predict", "score" or "run"
    std::string data, model, calibration_end, holdout_end, customer;
    std::string covariate;  // as --break of a report
    std::string period = "week";
    double horizon = 0;                   // in periods; 0: a year
    std::int64_t k = 0;                   // of mbgcnbdk; 0: the likeliest
    std::optional<double> discount = {};  // a year; nothing: the store's
    bool all = false;
    Format format = Format::table;
};
int models(const Context& context, const ModelsArguments& arguments);

struct DemoArguments {
    std::string data;
    std::int64_t customers = 3000;
    std::uint64_t seed = 1;
    std::string market;    // "iran", "russia", "europe"; empty: by the language
    std::string last_day;  // Gregorian; empty: yesterday
    bool plain = false;
    bool remove = false;
};
int demo(const Context& context, const DemoArguments& arguments);

struct ExportArguments {
    std::string data, format = "parquet", output;
};
int export_events(const Context& context, const ExportArguments& arguments);

struct SettingsArguments {
    std::string data;
    std::vector<std::string> assignments;  // "key=value"; none: show all
    Format format = Format::table;
};
int settings(const Context& context, const SettingsArguments& arguments);

struct DoctorArguments {
    std::string data;
    Format format = Format::table;
};
int doctor(const Context& context, const DoctorArguments& arguments);

struct ServeArguments {
    std::string data, listen = "127.0.0.1:8080", certificate, private_key;
    bool is_public = false;
    bool trust_proxy = false;
};
// Returns when it was told to stop (SIGINT, SIGTERM) and all is saved.
int serve(const Context& context, const ServeArguments& arguments);

struct UserArguments {
    std::string data, email, name, role, locale;
    bool password_stdin = false;
    bool drop_second_factor = false;
    Format format = Format::table;
};
int add_user(const Context& context, const UserArguments& arguments);
int list_users(const Context& context, const UserArguments& arguments);
int reset_password(const Context& context, const UserArguments& arguments);

struct ApiKeyArguments {
    std::string data, scopes, name, id;  // scopes: "read,write"
    Format format = Format::table;
};
int create_api_key(const Context& context, const ApiKeyArguments& arguments);
int list_api_keys(const Context& context, const ApiKeyArguments& arguments);
int revoke_api_key(const Context& context, const ApiKeyArguments& arguments);

int show_config(const Context& context, Format format);

}  // namespace vafa::app
