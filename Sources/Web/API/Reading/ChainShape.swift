import Casework
import Kernel
import Office
import Records

/// A referral's way down a chain of providers; empty where there is no referral.
struct ChainRead: Sendable {
    let referral: Referral?

    init(_ referral: Referral?) { self.referral = referral }

    var record: ChainRecord { referral?.chain ?? ChainRecord() }
    var holdings: [Holding] { referral?.holdings ?? [] }
}

extension Shape where Value == Told<ChainRead> {
    static var chain: Shape {
        Shape(
            "Chain",
            [
                Member("referral", .reference, optional: true) { .text(of: $0.referral?.id) },
                Member("holders", .list(Shape<Told<Holding>>.holding.type), "Who has had them; the last has them now.")
                {
                    $0.json($0.holdings, .holding)
                },
                Member("hops", .list(Shape<Told<Hop>>.hop.type)) { $0.json($0.record.hops, .hop) },
                Member("handovers", .list(Shape<Told<ChainRecord.Handover>>.handover.type), "Meetings of three.") {
                    $0.json($0.record.handovers, .handover)
                },
                Member("contacts", .list(Shape<Told<ChainRecord.Contact>>.contact.type), "Tries to reach them.") {
                    $0.json($0.record.contacts, .contact)
                },
                Member("told", .list(Shape<Told<ChainRecord.Told>>.told.type), "How they were told who has them.") {
                    $0.json($0.record.told, .told)
                },
                Member(
                    "offers", .list(Shape<Told<ChainRecord.Offer>>.offer.type),
                    "What they said of a last meeting when their adviser changed."
                ) { $0.json($0.record.offers, .offer) },
            ])
    }
}

extension Shape where Value == Told<Holding> {
    fileprivate static var holding: Shape {
        Shape(
            "Holder",
            [
                .event("event") { $0.event },
                Member("organisation", .named) { $0.organisation($0.part.organisation) },
                Member("adviser", .named, optional: true) { told in told.adviser.map(told.person) },
                Member("reason", .text, optional: true, "Why it changed, by its code in a list of the programme's.") {
                    .text(of: $0.reason)
                },
            ])
    }
}

extension Shape where Value == Told<Hop> {
    fileprivate static var hop: Shape {
        Shape(
            "Hop",
            [
                Member("id", .reference) { .text($0.id) },
                .event("event") { $0.event },
                Member("from", .named) { $0.organisation($0.part.from) },
                Member("to", .named) { $0.organisation($0.part.to) },
                Member("part", .coded(ChainPart.self)) { .string($0.part.part.rawValue) },
                Member("reason", .text) { .string($0.reason) },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
                Member("items", .list(.text), "The items of the referral that went with it.") {
                    .array($0.items.map { .string($0) })
                },
                Member(
                    "answer", .coded(["taken-on", "turned-down", "taken-back"]), optional: true,
                    "Left out while it waits."
                ) { told in
                    switch told.answer {
                    case nil: nil
                    case .takenOn: "taken-on"
                    case .turnedDown: "turned-down"
                    case .takenBack: "taken-back"
                    }
                },
                .event("answered", optional: true) { told in
                    switch told.answer {
                    case nil: nil
                    case .takenOn(let event, _), .turnedDown(let event, _, _), .takenBack(let event): event
                    }
                },
                Member("answer-reason", .text, optional: true) { told in
                    if case .turnedDown(_, let reason, _) = told.answer { .string(reason) } else { nil }
                },
                Member("answer-words", .text, optional: true) { told in
                    if case .turnedDown(_, _, let words) = told.answer { told.words(words) } else { nil }
                },
                .event("kept", optional: true) { $0.kept },
            ])
    }
}

extension Shape where Value == Told<ChainRecord.Handover> {
    fileprivate static var handover: Shape {
        Shape(
            "Handover",
            [
                .event("event") { $0.event },
                Member("on", .day) { .text($0.meeting.on) },
                Member("mode", .coded(ContactMode.self)) { .string($0.meeting.mode.rawValue) },
                Member("from", .named, "Who handed over.") { $0.person($0.meeting.from.person) },
                Member("from-organisation", .named) { $0.organisation($0.meeting.from.organisation) },
                Member("to", .named, "Who received.") { $0.person($0.meeting.to.person) },
                Member("to-organisation", .named) { $0.organisation($0.meeting.to.organisation) },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
            ])
    }
}

extension Shape where Value == Told<ChainRecord.Contact> {
    fileprivate static var contact: Shape {
        Shape(
            "ContactTry",
            [
                .event("event") { $0.event },
                Member("on", .day) { .text($0.attempt.on) },
                Member("route", .coded(ContactTry.Route.self)) { .string($0.attempt.route.rawValue) },
                Member("reached", .flag) { .bool($0.attempt.reached) },
            ])
    }
}

extension Shape where Value == Told<ChainRecord.Offer> {
    fileprivate static var offer: Shape {
        Shape(
            "HandoverOffer",
            [
                .event("event") { $0.event },
                Member("answer", .coded(HandoverOffer.Answer.self)) { .string($0.offer.answer.rawValue) },
                Member("agreed", .flag, "Whether they agreed to what the next adviser is told.") {
                    .bool($0.offer.agreed)
                },
            ])
    }
}

extension Shape where Value == Told<ChainRecord.Told> {
    fileprivate static var told: Shape {
        Shape(
            "ToldOfHolder",
            [
                .event("event") { $0.event },
                Member("route", .coded(ToldOfHolder.Route.self)) { .string($0.how.route.rawValue) },
                Member("digest", .text, optional: true, "SHA-256 of the exact letter, in hexadecimal.") {
                    .text(of: $0.how.digest)
                },
                Member("failed", .coded(NotDelivered.self), optional: true, "Why the letter did not arrive.") {
                    $0.failed.map { .string($0.rawValue) }
                },
            ])
    }
}

extension Shape where Value == DeskRow {
    /// Somebody who was sent to an organisation of a chain.
    static var desk: Shape {
        Shape(
            "DeskRow",
            [
                Member("case", .reference) { .text($0.subject) },
                Member("name", .text, optional: true, "Left out once the details are erased.") { .text(of: $0.name) },
                Member("sender", .reference) { .text($0.sender) },
                Member("since", .moment) { .text($0.since) },
                Member("wants", .coded(DeskRow.Wants.self), "What is to be done.") { .string($0.wants.rawValue) },
            ])
    }
}
