public import Kernel

/// What one person's record holds of another's details once two records that were one have been taken apart.
///
/// To make them one, details may have been taken from the other record; and whatever was put right meanwhile carries the
/// whole of who the person was said to be. None of it is read any longer, and it goes when the other person is erased.
public enum LeftDetails {
    /// The entries of a stream that hold details of records which were part of it and are no longer: the making of one,
    /// and corrections that were written again since without them.
    /// - Parameter events: the stream that they were part of.
    public static func entries(
        of others: [Identifier<CaseFile>], in events: [Event<CaseFile>]
    ) -> [Identifier<Event<CaseFile>>] {
        others.flatMap { other in
            events.indices.filter { events[$0].makesOne(with: other) }.flatMap { made in
                guard let parted = events[made...].firstIndex(where: { $0.parts(from: other) }) else {
                    return [Identifier<Event<CaseFile>>]()
                }
                let isWrittenAgain = events[(parted + 1)...].first?.corrected != nil
                return [events[made].id]
                    + (isWrittenAgain ? events[(made + 1)..<parted].filter { $0.corrected != nil }.map(\.id) : [])
            }
        }
    }

    /// Who the person is, written again without what came from the other, where it was put right while the two were one.
    static func writtenAgain(
        as left: CaseFile, since other: Identifier<CaseFile>, in events: [Event<CaseFile>]
    ) -> [Fact] {
        guard let identity = left.customer?.identity.value,
            let made = events.lastIndex(where: { $0.subject == left.id && $0.makesOne(with: other) })
        else { return [] }
        var fields: Set<String> = []
        var last: Identifier<Event<CaseFile>>?
        for event in events[made...].dropFirst() where event.subject == left.id {
            guard let named = event.corrected else { continue }
            fields.formUnion(named)
            last = event.id
        }
        return last.map { [.customer(.corrected($0, fields: fields.sorted(), .open(identity)))] } ?? []
    }
}

extension Event<CaseFile> {
    fileprivate func makesOne(with other: Identifier<CaseFile>) -> Bool {
        if case .merge(.absorbed(let absorbed)) = fact { absorbed.other == other } else { false }
    }

    fileprivate func parts(from other: Identifier<CaseFile>) -> Bool {
        if case .merge(.gaveBack(other, _, _)) = fact { true } else { false }
    }

    /// The details it puts right, by hand or by taking them from a third record; nil when it is about none.
    fileprivate var corrected: [String]? {
        switch fact {
        case .customer(.corrected(_, let fields, _)): fields
        case .merge(.absorbed(let absorbed)) where !absorbed.taken.isEmpty: absorbed.taken.map(\.rawValue)
        default: nil
        }
    }
}
