public import Kernel

/// Tells somebody what joining a programme changes for them, in words and in writing, before they are asked (C02, D-044).
/// The sheet that they take home is kept as a document: it is what they sign to.
/// - Refuses: a claim the programme does not take, somebody who must take part anyway or is on a programme, and telling
///   without a sheet.
public struct TellOfJoining: CaseCommand {
    public let programme: String
    public let claim: ClaimAnswers
    /// SHA-256 of the exact text of the sheet, in hexadecimal.
    public let sheet: String

    public init(programme: String, claim: ClaimAnswers, sheet: String) {
        self.programme = programme
        self.claim = claim
        self.sheet = sheet
    }

    public static let act = Act.tellOfJoining

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        let programme = try context.programme(self.programme)
        try file.requireFree(in: context)
        let facts = try claim.facts(of: customer, for: programme, on: context.today)
        let match = try Eligibility.assess(facts, on: context.today, programme: programme).required()
        guard match.basis == .voluntary else {
            throw Refusal(
                "joining.required",
                "On this claim taking part is required, so there is nothing to choose. Hold the referral interview.",
                rule: "C01", field: "benefit")
        }
        guard sheet.isDigest else {
            throw Refusal(
                "joining.in-writing", "Give them the same in writing, to take home and think about. Then record it.",
                rule: "C02")
        }
        let terms = JoiningTerms(row: match.participation?.id, duties: match.duties?.id)
        return [.joining(.told(programme: self.programme, sheet: sheet, .open(terms)))]
    }
}

/// Records what somebody decides about joining. A no has no consequence, and they may decide again until they are
/// referred.
/// - Refuses: before they were told what changes; a yes before their time to think is over, or not signed; what they said
///   before; and once they are referred.
public struct DecideToJoin: CaseCommand {
    public let programme: String
    public let answer: JoiningAnswer
    /// Whether they signed that they understand what changes.
    public let signed: Bool
    /// Why, where they choose to say.
    public let words: Words?

    public init(programme: String, answer: JoiningAnswer, signed: Bool, words: Words? = nil) {
        self.programme = programme
        self.answer = answer
        self.signed = signed
        self.words = words
    }

    public static let act = Act.decideToJoin
    /// Somebody may not say yes to what they have not been shown.
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        let programme = try context.programme(self.programme)
        try file.requireFree(in: context)
        guard let from = file.joining.joinsFrom(programme, nation: programme.nations.first ?? .england) else {
            throw Refusal(
                "joining.untold", "Nothing can be decided before what joining changes was told, and recorded.",
                rule: "C02", field: "answer")
        }
        if answer == .joins {
            guard from <= context.today else {
                throw Refusal(
                    "joining.think",
                    "A yes counts from \(from.written). Until then there is time to think about it, and to ask.",
                    rule: "C02, ours", field: "answer")
            }
            guard signed else {
                throw Refusal(
                    "joining.signed",
                    "Joining needs a signed word that what changes is understood. Tick it once it is read and understood.",
                    rule: "C02",
                    field: "signed")
            }
        }
        guard file.joining.decision(on: self.programme)?.answer != answer || answer == .undecided else {
            throw Refusal("joining.same", "That is what was said before, so nothing is changed.", field: "answer")
        }
        return [
            .joining(
                .decided(
                    programme: self.programme, answer, signed: answer == .joins && signed, Sealed(given: words)))
        ]
    }
}

extension CaseFile {
    /// - Refuses: somebody who is on a programme.
    fileprivate func requireFree(in context: Context) throws(Refusal) {
        guard let referral, !referral.isOver(on: context.today) else { return }
        throw Refusal(
            "joining.referred",
            "\(context.programmes[referral.programme]?.title ?? referral.programme) has begun already, so there is nothing to choose.",
            rule: "C02")
    }

    /// - Refuses: a referral by choice of somebody who has not said yes, where the programme gives time to think before
    ///   joining or their choice has begun.
    func requireJoined(_ programme: Programme, on day: CalendarDay) throws(Refusal) {
        guard programme.limit(.thinkBeforeJoining, on: day) != nil || joining.hasBegun(programme.id) else { return }
        guard joining.decision(on: programme.id)?.answer != .joins else { return }
        throw Refusal(
            "referral.not-joined",
            "Joining \(programme.title) is this customer's choice, and they have not said yes. Record what they decide first.",
            rule: "C02, M-010")
    }
}
