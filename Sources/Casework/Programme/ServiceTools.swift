/// What a partnership works with, whatever programme somebody is on: its instruments, its list of barriers with what has
/// helped, and the rules of its service.
public struct ServiceTools: Sendable, Equatable {
    /// Every version, in order of id and then version.
    public let instruments: [Instrument]
    public let barriers: BarrierList
    public let rules: ServiceRules

    public init(_ instruments: [Instrument] = [], barriers: BarrierList = BarrierList(), rules: ServiceRules) {
        self.instruments = instruments.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
        self.barriers = barriers
        self.rules = rules
    }

    public func instrument(_ id: String, version: Int) -> Instrument? {
        instruments.first { $0.id == id && $0.version == version }
    }

    /// These with other instruments laid over them: one of the same id and version is replaced, and so is the list of
    /// barriers where the others have one.
    public func adding(_ others: [Instrument], barriers other: BarrierList) -> ServiceTools {
        let kept = instruments.filter { one in !others.contains { $0.id == one.id && $0.version == one.version } }
        return ServiceTools(kept + others, barriers: other.barriers.isEmpty ? barriers : other, rules: rules)
    }

    /// What a new assessment may be made with.
    public var offered: [Instrument] { newest.filter(\.isOffered) }

    /// What may be begun of somebody now: each instrument that is offered and not under way already.
    public func toBegin(_ assessments: Assessments?) -> [Instrument] {
        let begun = Set(assessments?.unfinished.map(\.start.instrument) ?? [])
        return offered.filter { !begun.contains($0.id) }
    }

    /// The newest version of each instrument, those included that are not offered here.
    public var newest: [Instrument] {
        instruments.filter { one in !instruments.contains { $0.id == one.id && $0.version > one.version } }
    }
}
