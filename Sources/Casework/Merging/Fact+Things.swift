import Kernel

extension Fact {
    /// The things it speaks of by their references, so that what follows from what can be told: an appointment, a job, a
    /// line of the plan, an earlier entry. People, organisations and areas are nobody's own and are left out.
    var things: Set<String> {
        guard case .object(let members) = clear else { return [] }
        return members.reduce(into: []) { found, member in
            guard Self.thingNames.contains(member.name) else { return }
            found.formUnion(member.value.references(inList: member.name == "order"))
        }
    }

    /// The names under which the clear part of a fact holds a reference to a thing of the customer's, or to an event.
    /// A list is one of organisations, as `told` of a change, but for the order of barriers.
    static let thingNames: Set<String> = [
        "appointment", "referral", "hop", "job", "proof", "assessment", "change", "dispute", "request", "consent",
        "goal", "replaces", "barrier", "order", "action", "into", "commitment", "supporter", "invitation", "voice",
        "corrects", "withdraws", "told", "about", "by", "notice",
    ]
}

extension JSON {
    fileprivate func references(inList: Bool) -> [String] {
        switch self {
        case .string(let text): (try? Identifier<Never>(text)) == nil ? [] : [text]
        case .array(let values) where inList: values.flatMap { $0.references(inList: false) }
        default: []
        }
    }
}
