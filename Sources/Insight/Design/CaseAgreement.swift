/// How far one case agreed with the pathway.
public struct CaseAgreement: Sendable, Equatable {
    /// As the log calls it; nil when it does not.
    public let name: String?
    /// How many steps were to be judged.
    public let due: Int
    /// Of those, how many it kept.
    public let kept: Int

    /// The part of its due steps that it kept, from 0 to 1; nil when none was due.
    public var share: Double? { due == 0 ? nil : Double(kept) / Double(due) }
}

/// How many cases kept how large a part of the steps that were due. Those of which none was due are in no part.
public struct AgreementSpread: Sendable, Equatable {
    /// Every step.
    public let all: Int?
    /// Three quarters of them or more, and not all.
    public let threeQuarters: Int?
    /// Half of them or more, and less than three quarters.
    public let half: Int?
    /// Less than half of them.
    public let less: Int?

    /// - Parameter counts: in the order of the parts.
    init(counts: [Int?]) {
        (all, threeQuarters, half, less) = (counts[0], counts[1], counts[2], counts[3])
    }

    /// Nothing of it can be told.
    static let hidden = AgreementSpread(counts: [nil, nil, nil, nil])

    /// Each part in words, with how many are in it.
    var parts: [(title: String, people: Int?)] {
        [
            ("All of them", all), ("Three quarters or more", threeQuarters), ("Half or more", half),
            ("Less than half", less),
        ]
    }

    func withheld(under least: Int) -> AgreementSpread {
        AgreementSpread(counts: SmallCounts.told(parts.map { $0.people }, under: least))
    }
}

/// How far the cases agreed, while they are gone through.
struct AgreementTally {
    private(set) var judged = 0
    private var sum = 0.0
    private var counts = [0, 0, 0, 0]

    mutating func add(_ one: CaseAgreement) {
        guard let share = one.share else { return }
        judged += 1
        sum += share
        counts[Self.part(one)] += 1
    }

    private static func part(_ one: CaseAgreement) -> Int {
        if one.kept == one.due { return 0 }
        if one.kept * 4 >= one.due * 3 { return 1 }
        return one.kept * 2 >= one.due ? 2 : 3
    }

    var mean: Double { judged == 0 ? 1 : sum / Double(judged) }
    var spread: AgreementSpread { AgreementSpread(counts: counts) }
}
