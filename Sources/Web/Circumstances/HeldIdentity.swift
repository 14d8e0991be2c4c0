import Casework
import Kernel
import Office

extension OpenedCase {
    /// What a detail of who they are stands by: the last change of it in this record, or else the registration.
    /// - Parameter last: the last day whose events count; nil for all.
    func event(saying details: Set<IdentityDetail>, by last: CalendarDay? = nil) -> EventStamp? {
        let known = last.map { last in events.filter { $0.recorded.day <= last } } ?? events
        return known.lastChange(of: details, in: seen.id) ?? seen.registered
    }

    /// What each detail of who they are stands by, of those that the reader sees. Contacts have theirs with the other
    /// circumstances.
    var detailSources: [DetailSource] {
        var details: [IdentityDetail] = seen.identity == nil ? [] : [.given, .family]
        if seen.born != nil { details.append(.born) }
        if seen.identity?.nationalInsurance != nil { details.append(.number) }
        return details.compactMap { detail in event(saying: [detail]).map { DetailSource(detail, $0) } }
    }
}

/// Who they are as it is held, each with who recorded it and how long ago (G-246). Nothing to whoever does not see it.
struct HeldIdentity: Component {
    let page: CircumstancesPage

    var body: some HTML {
        if let identity = page.seen.identity, let born = page.seen.born {
            Section("Who they are", id: "identity") {
                SummaryList {
                    row("Name", identity.name, [.given, .family])
                    row("Birth date", born.written, [.born])
                    row("National insurance number", identity.nationalInsurance?.spaced, [.number])
                }
                OfferedButtons { page.offers.link(.correct, "Correct the details") }
            }
        }
    }

    private func row(_ name: String, _ held: String?, _ details: Set<IdentityDetail>) -> some HTML {
        SummaryRow(name) {
            held ?? "Nobody has told us."
            if held != nil, let event = page.opened.event(saying: details, by: page.day) {
                p(.class("hint")) { source(event) }
            }
        }
    }

    /// `Recorded by Nell Marsh, Ashcombe Council, on 9 August 2012 (12 days ago).`
    private func source(_ event: EventStamp) -> String {
        let (names, day) = (page.opened.names, event.recorded.day)
        let who = "\(names.person(event.by.person)), \(names.organisation(event.by.organisation))"
        return "Recorded by \(who), on \(day.written) (\(WrittenDay.distance(from: page.day, to: day)))."
    }
}
