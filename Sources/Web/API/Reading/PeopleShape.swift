import Casework
import Kernel
import Office
import Records

/// Somebody who helps a person: their adviser, whoever runs the programme for them, and those who keep their record.
struct Helper: Sendable {
    enum Part: String, CaseIterable {
        case adviser, programme, jobcentre, council
    }

    let part: Part
    let organisation: Identifier<Organisation>
    var adviser: Identifier<Person>?
    var since: CalendarDay?
    var until: CalendarDay?
    /// Where the place is and how it is reached; nil where the register has it no longer.
    let place: OrganisationRegister.Entry?

    /// In the order of the page that says it to the person (`OwnPeoplePage`).
    static func all(of seen: SeenCase, on day: CalendarDay, places: HelpingOrganisations) -> [Helper] {
        let onProgramme = seen.referral.map { of($0, on: day, places) } ?? []
        let lead = seen.lead(on: day)
        let keepers = (seen.keepers?.all ?? []).map { keeper in
            Helper(
                part: keeper.home == .council ? .council : .jobcentre, organisation: keeper.organisation,
                adviser: lead.flatMap { !$0.isAdviser && $0.organisation == keeper.organisation ? $0.person : nil },
                since: keeper.since, place: places[keeper.organisation])
        }
        return onProgramme + keepers
    }

    private static func of(_ referral: Referral, on day: CalendarDay, _ places: HelpingOrganisations) -> [Helper] {
        var found: [Helper] = []
        if !referral.isOver(on: day), let holder = referral.holder {
            let assigned = referral.assignment.flatMap { $0.provider == holder ? $0 : nil }
            found.append(
                Helper(
                    part: .adviser, organisation: holder, adviser: assigned?.adviser,
                    since: assigned?.event.recorded.day, place: places[holder]))
        }
        if let allocation = referral.allocation {
            found.append(
                Helper(
                    part: .programme, organisation: allocation.provider, since: allocation.event.recorded.day,
                    until: referral.supportedUntil, place: places[allocation.provider]))
        }
        return found
    }
}

extension Shape where Value == Told<Helper> {
    static var helper: Shape {
        Shape(
            "Helper",
            [
                Member("part", .coded(Helper.Part.self), "What they do for the person.") {
                    .string($0.part.part.rawValue)
                },
                Member("organisation", .named) { $0.organisation($0.part.organisation) },
                .text("address", optional: true) { $0.place?.address },
                .text("phone", optional: true) { $0.place?.phone },
                Member(
                    "adviser", .named, optional: true,
                    "The adviser, or who leads at a keeper; left out while nobody is named."
                ) { told in told.adviser.map(told.person) },
                Member(
                    "shared-team", .flag,
                    "Whether a team there shares the person, of which the adviser is the lead: anybody of it may help."
                ) { .bool($0.part.part == .adviser && $0.opened.sharedByTeam) },
                Member("since", .day, optional: true) { .text(of: $0.since) },
                Member("until", .day, optional: true, "The last day they can help, or could.") { .text(of: $0.until) },
            ])
    }
}

extension Shape where Value == Told<LastTalk> {
    static var lastTalk: Shape {
        Shape(
            "LastTalk",
            [
                Member("person", .named) { $0.person($0.part.person) },
                Member("organisation", .named) { $0.organisation($0.part.organisation) },
                Member("on", .day) { .text($0.on) },
            ])
    }
}

extension Shape where Value == Told<Lead> {
    static var lead: Shape {
        Shape(
            "Lead",
            [
                Member("person", .named) { $0.person($0.part.person) },
                Member("organisation", .named) { $0.organisation($0.part.organisation) },
                Member("since", .day) { .text($0.since) },
            ])
    }
}
