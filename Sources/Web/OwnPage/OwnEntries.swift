import Casework
import Kernel
import Office

extension OwnVisit {
    /// Everything on the journey that is theirs to see, the latest first.
    var entries: [Casework.TimelineEntry] {
        Casework.Timeline.entries(
            opened.events, through: seen.sight, names: names, programmes: visit.office.programmes,
            tools: visit.office.tools)
    }
}

/// Entries of the journey, in words to the customer.
struct OwnEntries: Component {
    let own: OwnVisit
    let entries: [Casework.TimelineEntry]

    var body: some HTML {
        let facts = Dictionary(own.opened.events.map { ($0.id, $0.fact) }) { first, _ in first }
        Timeline {
            ForEach(entries) { entry in
                if let fact = facts[entry.event] {
                    let headline = OwnJourneyWords.headline(
                        fact, names: own.names, appointments: own.seen.appointments)
                    TimelineEntry(headline, entry.mark == .done ? .done : .waiting, meaning: "") {
                        WrittenDay(entry.day)
                    } detail: {
                        if let detail = OwnJourneyWords.detail(fact, on: own) {
                            detail
                            br()
                        }
                        small { who(entry.by) }
                        OwnContests(own: own, entry: entry, fact: fact, headline: headline)
                    }
                }
            }
        }
    }

    private func who(_ author: Author) -> String {
        switch author.role {
        case .customer: own.isSupporter ? own.names.person(author.person) : OwnJourneyWords.you()
        case .supporter: OwnJourneyWords.forYou(own.names.person(author.person))
        default: "\(own.names.person(author.person)), \(own.names.organisation(author.organisation))"
        }
    }
}

/// What stands beside an entry that the customer asked to be put right; or else the way to ask, of what others wrote.
private struct OwnContests: Component {
    let own: OwnVisit
    let entry: Casework.TimelineEntry
    let fact: Fact
    let headline: String

    var body: some HTML {
        ForEach(entry.contests) { contest in
            p { RightsWords.notChanged(contest.refused.day, contest.reason.said) }
            if let words = contest.words.value { blockquote { words.text } }
            if let statement = contest.statement?.words.value {
                p { RightsWords.standsBeside() }
                blockquote { statement.text }
            }
        }
        if let waiting {
            p { RightsWords.isWaiting(waiting.due) }
        } else if isOthers {
            p {
                a(.href(SiteURL.correction(own.seen.id, about: entry.event))) {
                    OwnStandingWords.notRight()
                    span(.class("unseen")) { ": \(headline)" }
                }
            }
        }
    }

    private var waiting: RightsRequest? {
        own.seen.rights?.open.first { $0.asked.about == entry.event }
    }

    /// Whether it is somebody else's word, which the customer may have put right; what they asked about their record has
    /// its own answer.
    private var isOthers: Bool {
        if case .rights = fact { return false }
        return own.may(.askRight) && ![.customer, .supporter, .system].contains(entry.by.role) && entry.contests.isEmpty
    }
}
