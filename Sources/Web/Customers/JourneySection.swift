import Casework
import Kernel

/// The latest of what happened that the reader sees, newest first, as it is known or as it was known on an earlier day.
struct JourneySection: Component {
    /// As many entries as a person takes in at a glance; the rest has a page of its own.
    private static let latest = 10

    let page: CustomerPage

    var body: some HTML {
        Section("Journey", id: "journey") {
            Disclosure("As it was known on an earlier day", open: page.isPast || !page.asked.errors.isEmpty) {
                form(.method(.get), .action(SiteURL.customer(page.seen.id).address)) {
                    DayField(CustomerPage.knownOn, label: "Day", .typed, in: page.asked)
                    Buttons { SubmitButton("Show what was known", .secondary) }
                }
            }
            if page.entries.isEmpty {
                EmptyState("Nothing is on record.", comes: "What happens is listed here, the newest first.")
            } else {
                Journey(entries: page.entries.prefix(Self.latest), names: page.names)
                if page.entries.count > Self.latest {
                    p {
                        Link(
                            "Show the whole journey (\(page.entries.count) entries)",
                            to: SiteURL.journey(page.seen.id, page.knownQuery).address)
                    }
                }
            }
        }
    }
}

/// Entries of a journey, newest first.
struct Journey: Component {
    let entries: ArraySlice<Casework.TimelineEntry>
    let names: Names

    var body: some HTML {
        Timeline { ForEach(entries) { JourneyEntry(entry: $0, names: names) } }
    }
}

private struct JourneyEntry: Component {
    let entry: Casework.TimelineEntry
    let names: Names

    var body: some HTML {
        TimelineEntry(entry.headline, entry.mark == .done ? .done : .waiting, meaning: meaning) {
            WrittenDay(entry.day)
        } detail: {
            if let detail = entry.detail {
                detail
                br()
            }
            small { recorded }
            ForEach(entry.contests) { contest in
                p {
                    "They asked for this to be put right. It was not changed on \(contest.refused.day.written): "
                    "\(contest.reason.title.inSentence)."
                }
                if let words = contest.words.value { blockquote { words.text } }
                if let statement = contest.statement?.words.value {
                    p { "Their own statement, for everybody who reads this:" }
                    blockquote { statement.text }
                }
            }
        }
    }

    private var meaning: String { entry.mark == .done ? "done" : "sent, and waiting for what follows" }

    private var recorded: String {
        let when = entry.recorded.day == entry.day ? "" : ", recorded on \(entry.recorded.day.written)"
        return "\(names.person(entry.by.person)), \(names.organisation(entry.by.organisation))\(when)"
    }
}

extension CustomerPage {
    /// The name of the day in the address of a page of the past.
    static let knownOn = "as-known-on"

    /// What keeps an address on the day that the page is read for.
    var knownQuery: [(String, String)] { isPast ? [(Self.knownOn, day.written)] : [] }
}
