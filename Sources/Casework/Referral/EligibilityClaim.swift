public import Kernel

/// What eligibility is judged on: a claim, the person's age, and the circumstances that have been recorded.
public struct ClaimFacts: Sendable, Equatable {
    public let born: CalendarDay
    /// The code of the benefit, as the programme's file declares it.
    public let benefit: String
    /// The first day of the claim.
    public let since: CalendarDay
    public let nation: Nation
    /// By the codes the programme's file declares. What is not here is not recorded.
    public let circumstances: [String: CircumstanceAnswer]

    public init(
        born: CalendarDay, benefit: String, since: CalendarDay, nation: Nation,
        circumstances: [String: CircumstanceAnswer] = [:]
    ) {
        self.born = born
        self.benefit = benefit
        self.since = since
        self.nation = nation
        self.circumstances = circumstances
    }

    /// Reads circumstances as they are stored and imported: `wrag`, `prognosis=6`, `prison-leaver=2012-03-01`.
    /// - Throws: `Refusal` naming the text that is not one of these, or the circumstance given twice.
    public init(
        born: CalendarDay, benefit: String, since: CalendarDay, nation: Nation, coded: [String]
    ) throws(Refusal) {
        var found: [String: CircumstanceAnswer] = [:]
        for text in coded {
            let (code, answer) = try CircumstanceAnswer.read(text)
            guard found.updateValue(answer, forKey: code) == nil else {
                throw Refusal(
                    "circumstance.twice", "“\(code.prefix(40))” is given twice. Give each circumstance once.",
                    field: "circumstances")
            }
        }
        self.init(born: born, benefit: benefit, since: since, nation: nation, circumstances: found)
    }

    /// The circumstances as they are stored, in alphabetical order.
    public var coded: [String] {
        circumstances.sorted { $0.key < $1.key }.map { code, answer in
            switch answer {
            case .yes: code
            case .months(let months): "\(code)=\(months)"
            case .day(let day): "\(code)=\(day)"
            }
        }
    }
}

/// The answer recorded for one circumstance.
public enum CircumstanceAnswer: Sendable, Hashable {
    case yes
    case months(Int)
    case day(CalendarDay)

    public var kind: CircumstanceKind.Answer {
        switch self {
        case .yes: .yes
        case .months: .months
        case .day: .day
        }
    }

    static func read(_ text: String) throws(Refusal) -> (code: String, answer: CircumstanceAnswer) {
        guard let equals = text.firstIndex(of: "=") else { return (text, .yes) }
        let (code, value) = (String(text[..<equals]), text[text.index(after: equals)...])
        if value.count <= 4, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let months = Int(value) {
            return (code, .months(months))
        }
        return (code, .day(try CalendarDay(value)))
    }
}

extension ClaimFacts {
    /// Checks the claim against what the programme's file declares, and against the day.
    /// - Throws: `Refusal` for a benefit, circumstance or answer the programme does not know, or an impossible day.
    public func check(against programme: Programme, on day: CalendarDay) throws(Refusal) {
        guard programme.benefit(benefit) != nil else {
            throw Refusal(
                "claim.benefit",
                "“\(benefit.prefix(40))” is not a benefit \(programme.title) knows. Use one of "
                    + programme.benefits.map(\.code).joined(separator: ", ") + ".", field: "benefit")
        }
        guard born < day else {
            throw Refusal(
                "claim.born",
                "The date of birth, \(born.written), is not before \(day.written). Check the day, month and year.",
                field: "born")
        }
        guard since <= day else {
            throw Refusal(
                "claim.not-started",
                "The claim starts on \(since.written), after \(day.written). Check the day the claim started.",
                field: "since")
        }
        guard since >= born else {
            throw Refusal(
                "claim.before-birth",
                "The claim starts on \(since.written), before the person was born. Check both dates.", field: "since")
        }
        for (code, answer) in circumstances.sorted(by: { $0.key < $1.key }) {
            guard let kind = programme.circumstance(code) else {
                throw Refusal(
                    "claim.circumstance",
                    "“\(code.prefix(40))” is not a circumstance \(programme.title) knows. Use one of "
                        + programme.circumstances.map(\.code).joined(separator: ", ") + ".", field: "circumstances")
            }
            guard kind.answer == answer.kind else {
                let form =
                    switch kind.answer {
                    case .yes: "Write \(code) alone"
                    case .months: "Write the number of months, as \(code)=6"
                    case .day: "Write the day, as \(code)=2012-03-01"
                    }
                throw Refusal(
                    "claim.circumstance-answer", "“\(code)” is not answered in the form it needs. \(form).",
                    field: "circumstances")
            }
        }
    }
}
