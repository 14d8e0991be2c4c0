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
