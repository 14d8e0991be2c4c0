import Kernel

@testable import Casework

extension Programme {
    /// A small programme with the limits of the shipped one and lists short enough to read here.
    static let madeUp: Programme = {
        var programme = Programme(id: "made-up", title: "Made Up Programme")
        programme.nations = [.england, .scotland]
        programme.allottedTime = Figure(.weeks(104), .ours, source: "test")
        programme.benefits = [BenefitKind(code: "JSA", title: "Jobseeker’s Allowance")]
        programme.circumstances = [
            CircumstanceKind(code: "by-choice", title: "by choice", asks: "Does the person ask to join?", answer: .yes)
        ]
        programme.duties = [
            Duties(id: "take-part", title: "Take part", says: "Come.", doubtedFor: [], needs: [], source: "test")
        ]
        programme.dutiesOtherwise = "take-part"
        func group(_ id: String, _ entry: [EntryCondition], _ basis: Basis) -> PaymentGroup {
            let row = BasisRow(when: [], basis: basis, duties: nil, status: .ours, source: "test")
            return PaymentGroup(id: id, title: "Group \(id)", entry: entry, basis: [row], source: "test")
        }
        programme.groups = [
            group("told", [.benefit(["JSA"]), .lacks("by-choice"), .age(WholeRange(from: 18))], .mandatory),
            group("chose", [.has("by-choice"), .age(WholeRange(from: 18))], .voluntary),
        ]
        programme.groupsTried = ["told", "chose"]
        func limit(_ count: Int, _ unit: TimeLimit.Unit) -> Dated<Figure<TimeLimit>> {
            Dated(always: Figure(TimeLimit(count, unit), .ours, source: "test"))
        }
        programme.limits = [
            .acknowledge: limit(2, .workingDays), .queryUnsuitable: limit(14, .days),
            .firstAppointment: limit(10, .workingDays), .notice: limit(5, .workingDays),
            .contactEvery: limit(2, .weeks),
        ]
        let other = ProgrammeReason(code: "other", text: "Another reason", needsNote: true)
        programme.reasons = [
            .queryUnsuitable: [ProgrammeReason(code: "unfit", text: "Not fit for it now"), other],
            .missedAppointment: [ProgrammeReason(code: "F-030", text: "Ill on the day"), other],
            .adviserChange: [ProgrammeReason(code: "left", text: "The adviser left"), other],
            .chainMove: [
                ProgrammeReason(code: "need", text: "A specialist", told: "They know most about what you need."), other,
            ], .chainRefusal: [ProgrammeReason(code: "full", text: "No place"), other],
            .jobEnd: [ProgrammeReason(code: "over", text: "The work was over")],
        ]
        programme.referralInterview = ["what", "pay"].map {
            ReferralTopic(id: $0, title: "Topic \($0)", says: "Said.", source: "test")
        }
        programme.sharing = [
            SharedItem(code: "name", title: "Name", category: "identity", needsConsent: false, source: "test"),
            SharedItem(code: "health", title: "Health", category: "health", needsConsent: true, source: "test"),
        ]
        programme.proofs = [
            ProofKind(code: "letter", title: "Employer’s letter", word: "employer", shows: [.work], source: "test")
        ]
        func fee(_ pence: Int) -> Figure<Money> { Figure(Money(pence: pence), .ours, source: "test") }
        programme.tariff = Tariff(
            ["told", "chose"].map {
                var row = TariffRow(group: $0, attached: .always)
                row.attachment = fee(40_000)
                row.outcome = .weeks(
                    WeeksOutcome(fee: fee(100_000), weeks: Figure(3, .ours, source: "test"), counted: .cumulative))
                row.offBenefit = ["JSA"]
                row.proof = ["letter"]
                return row
            })
        return programme
    }()
}
