public import Kernel

/// By what a detail of who somebody is came to stand as it does (G-246).
public struct DetailSource: Sendable, Equatable {
    public let detail: IdentityDetail
    public let event: EventStamp

    public init(_ detail: IdentityDetail, _ event: EventStamp) {
        self.detail = detail
        self.event = event
    }
}

extension [Event<CaseFile>] {
    /// The last event of a record that changed one of some details: a correction, or the other record of the same person
    /// that it was taken from, unless the two were taken apart again.
    /// - Returns: nil where they stand as they were registered.
    public func lastChange(of details: Set<IdentityDetail>, in id: Identifier<CaseFile>) -> EventStamp? {
        let names = Set(details.map(\.rawValue))
        let undone = Merges(before: self, of: id).undone
        let found = self.last { event in
            guard event.subject == id else { return false }
            switch event.fact {
            case .customer(.corrected(_, let fields, _)): return !names.isDisjoint(with: fields)
            case .merge(.absorbed(let absorbed)):
                return !details.isDisjoint(with: absorbed.taken) && !undone.contains(event.id)
            default: return false
            }
        }
        return found.map { EventStamp($0) }
    }
}
