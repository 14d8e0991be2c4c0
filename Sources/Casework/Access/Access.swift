public import Kernel

/// A way into a person's own page that works once.
public struct Invitation: Sendable, Equatable {
    public let id: Identifier<Invitation>
    public let event: EventStamp
    /// Whose it is; nil for the person's own.
    public let supporter: Identifier<Supporter>?
    public let route: InvitationRoute
    /// Whether it was asked for at the sign-in page.
    public let isAsked: Bool
}

/// Everything about who comes to a person's own page.
public struct Access: Sendable, Equatable {
    public private(set) var invitations: [Invitation] = []
    public private(set) var supporters: [Supporter] = []
    /// When it was closed, unless it was opened again since.
    public private(set) var closed: EventStamp?

    public init() {}

    /// Whether the person was ever let in and still may be.
    public var isOpen: Bool { closed == nil && invitations.contains { $0.supporter == nil } }

    public mutating func apply(_ fact: AccessFact, _ stamp: EventStamp) {
        switch fact {
        case .invited(let id, let supporter, let route):
            if supporter == nil { closed = nil }
            invitations.append(Invitation(id: id, event: stamp, supporter: supporter, route: route, isAsked: false))
        case .linkAsked(let id):
            invitations.append(Invitation(id: id, event: stamp, supporter: nil, route: .email, isAsked: true))
        case .closed: closed = stamp
        case .supporterNamed(let id, let terms, let how, let details):
            supporters.append(Supporter(id: id, named: stamp, terms: terms, how: how, details: details))
        case .supporterEnded(let id, _):
            if let found = supporters.firstIndex(where: { $0.id == id }) { supporters[found].ended = stamp }
        }
    }

    /// Those whose last day has passed lately, but for who was named again by the same name.
    public func lapsedSupporters(on day: CalendarDay) -> [Supporter] {
        let holding = Set(supporters.filter { $0.holds(on: day) }.compactMap(\.details.value?.name))
        return supporters.filter { one in
            one.hasLapsed(on: day) && one.details.value.map { !holding.contains($0.name) } ?? true
        }
    }

    /// - Refuses: a supporter who is not there, or whose time has ended.
    func supporter(_ id: Identifier<Supporter>, holdingOn day: CalendarDay) throws(Refusal) -> Supporter {
        guard let found = supporters.first(where: { $0.id == id }), found.holds(on: day) else {
            throw Refusal("supporter.none", "This supporter is not there, or their time has ended.")
        }
        return found
    }
}
