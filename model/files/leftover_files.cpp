#include "model/files/leftover_files.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <regex>
#include <string>
#include <vector>

namespace limn {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::minutes quietTime{10};

bool isAlive(const std::string& process)
{
    return ::kill(static_cast<pid_t>(std::stol(process)), 0) == 0 || errno != ESRCH;
}

} // namespace

int removeLeftovers(const fs::path& folder)
{
    // As durable_file names them: process, count, nanoseconds.
    static const std::regex form(R"(\.limn-(\d{1,9})-\d+-\d+\.tmp)");
    std::vector<fs::path> leftovers;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::smatch parts;
        std::error_code vanished;
        if (!std::regex_match(name, parts, form)
            || !fs::is_regular_file(entry->symlink_status(vanished)))
            continue;
        const auto written = fs::last_write_time(entry->path(), vanished);
        if (!vanished && fs::file_time_type::clock::now() - written > quietTime
            && !isAlive(parts[1].str()))
            leftovers.push_back(entry->path());
    }
    int removed = 0;
    for (const fs::path& file : leftovers)
        removed += fs::remove(file, error) ? 1 : 0;
    return removed;
}

} // namespace limn
