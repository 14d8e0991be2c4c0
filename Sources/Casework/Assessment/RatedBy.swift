/// How an instrument comes to a rating, and so the way in which people are streamed: a partnership chooses one (E3).
public enum RatedBy: String, Sendable, Hashable, CaseIterable {
    /// The points of the answers make it, and an adviser may overrule them: green, amber, red (E-020 to E-022).
    case points
    /// An adviser sets it and says what showed it: closeness to work (E-023 to E-025), or groups (E-030).
    case adviser
}

extension Instrument {
    /// The help that goes with a level that an adviser sets; nil for what is no level of this instrument.
    public func streamOfLevel(_ code: String) -> Stream? {
        streams.first { $0.section == nil && $0.ratings.contains(code) }
    }
}
