import Casework
public import Records

extension Look {
    /// Why they looked, in words to the person the record is about: each sentence once, from the reason on record.
    /// A look whose reason names no ground has the words of the relation; empty when there are none.
    public var saidWhy: [String] {
        let tie = relation.flatMap { Relation(rawValue: $0) }
        if tie == .oneself { return [CopyWords.ownRecord()] }
        let grounds = LookGround.all(in: reason)
        var said: [String] = []
        switch Act(rawValue: act) {
        case .findCustomer: return [LookWords.found()]
        case .takeUpRecord: return [LookWords.takingUp()]
        case .readCopy: return [LookWords.answering()]
        case .mergeRecords:
            // The look at the other of two records names nothing else.
            said = [LookWords.compared()]
            if grounds.isEmpty { return said }
        default: break
        }
        for sentence in grounds.compactMap(\.said) where !said.contains(sentence) { said.append(sentence) }
        return said.isEmpty ? [tie?.saidWhy].compactMap(\.self) : said
    }
}

extension LookGround {
    fileprivate var said: String? {
        switch self {
        case .tie(.oneself): CopyWords.ownRecord()
        case .tie(let relation): relation.saidWhy
        case .agreed(let on, let purpose, let until):
            ([LookWords.agreed(on, until)] + [purpose.map { LookWords.purpose(GivenWords.of($0)) }].compactMap(\.self))
                .joined(separator: " ")
        case .meeting: LookWords.meeting()
        case .safeguarding: LookWords.safeguarding()
        }
    }
}
