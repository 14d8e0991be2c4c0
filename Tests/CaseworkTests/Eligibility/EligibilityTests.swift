import Casework
import Kernel
import Testing

/// Programmes made by hand: the rule is not wired to any one file.
@Suite("Judging eligibility")
struct EligibilityTests {
    private let today: CalendarDay
    init() throws { today = try CalendarDay("2012-02-29") }

    private func programme(_ groups: [PaymentGroup]) -> Programme {
        var programme = Programme(id: "made-up", title: "Made up")
        programme.nations = [.england]
        programme.benefits = [BenefitKind(code: "JSA", title: "Jobseeker's Allowance")]
        programme.circumstances = [
            CircumstanceKind(code: "carer", title: "a carer", asks: "Do you care for somebody?", answer: .yes),
            CircumstanceKind(code: "moved", title: "moved here", asks: "When did you move?", answer: .day),
        ]
        programme.groups = groups
        programme.groupsTried = groups.map(\.id)
        programme.duties = [
            Duties(id: "none", title: "None", says: "Nothing.", doubtedFor: [], needs: [], source: "a test")
        ]
        programme.dutiesOtherwise = "none"
        return programme
    }

    private func group(_ id: String, _ entry: [EntryCondition], _ basis: [BasisRow]? = nil) -> PaymentGroup {
        let everybody = BasisRow(when: [], basis: .mandatory, duties: nil, status: .ours, source: "a test")
        return PaymentGroup(id: id, title: "Group \(id)", entry: entry, basis: basis ?? [everybody], source: "a test")
    }

    private func claim(since: String = "2011-08-31", _ coded: String...) throws -> ClaimFacts {
        try ClaimFacts(
            born: CalendarDay("1981-01-15"), benefit: "JSA", since: CalendarDay(since), nation: .england, coded: coded)
    }

    @Test("A day is named only when waiting alone would reach every condition together")
    func reached() throws {
        let early = group("early", [.monthsOnBenefit(WholeRange(from: 9, until: 10)), .since("moved")])
        let never = group("never", [.monthsOnBenefit(WholeRange(from: 9)), .has("carer")])
        let finding = Eligibility.assess(
            try claim("moved=2012-06-10"), on: today, programme: programme([never, early]))
        #expect(finding.outcome == .notYet(group: "early", on: try CalendarDay("2012-06-10")))
        #expect(finding.groups[0].reachedOn == nil)
        #expect(finding.groups[0].conditions[0].reachedOn == (try CalendarDay("2012-05-31")))
        // Ten whole months end on 30 July, so a move on 31 July is never inside them.
        let late = Eligibility.assess(try claim("moved=2012-07-31"), on: today, programme: programme([early]))
        #expect(late.outcome == .none)
    }

    @Test("Either of two conditions will do, and the sentence says which did")
    func either() throws {
        let either = group("any", [.any([.has("carer"), .monthsOnBenefit(WholeRange(from: 12))])])
        let met = Eligibility.assess(try claim("carer"), on: today, programme: programme([either]))
        #expect(met.groups[0].conditions.map(\.sentence) == ["Recorded: a carer"])
        let not = Eligibility.assess(try claim(), on: today, programme: programme([either]))
        #expect(not.outcome == .notYet(group: "any", on: try CalendarDay("2012-08-31")))
        #expect(
            not.groups[0].conditions[0].sentence
                == "Not recorded: a carer; or On JSA since 31 August 2011: 6 calendar months by 29 February 2012; needs 12 or more, "
                + "reached on 31 August 2012")
    }

    @Test("A mandatory group with no row for the circumstance is refused and never mandated by default (M-081)")
    func refused() throws {
        let carers = BasisRow(when: [.has("carer")], basis: .voluntary, duties: nil, status: .ours, source: "a test")
        let programme = programme([group("1", [.benefit(["JSA"])], [carers]), group("2", [.benefit(["JSA"])])])
        let finding = Eligibility.assess(try claim(), on: today, programme: programme)
        guard case .refused(let refusal) = finding.outcome else { Issue.record("not refused"); return }
        #expect(refusal.sentence.contains("no circumstance recorded"))
        #expect(finding.match == nil)
        let carer = try Eligibility.assess(try claim("carer"), on: today, programme: programme).required()
        #expect(carer.basis == .voluntary)
        #expect(carer.duties?.id == "none")
    }

    @Test("A command that needs a match is told the day to come back, or where to look")
    func required() throws {
        let year = programme([group("1", [.monthsOnBenefit(WholeRange(from: 12))])])
        let later = #expect(throws: Refusal.self) {
            try Eligibility.assess(try claim(), on: today, programme: year).required()
        }
        #expect(later?.code == "eligibility.not-yet")
        #expect(later?.sentence.contains("31 August 2012") == true)
        let never = programme([group("1", [.age(WholeRange(until: 18))])])
        let none = #expect(throws: Refusal.self) {
            try Eligibility.assess(try claim(), on: today, programme: never).required()
        }
        #expect(none?.code == "eligibility.none")
    }

    @Test(
        "Circumstances go to text and come back the same",
        arguments: [
            ["carer"], ["moved=2012-02-29", "prognosis=6"], [],
        ])
    func coded(_ texts: [String]) throws {
        let claim = try ClaimFacts(
            born: CalendarDay("1981-01-15"), benefit: "JSA", since: CalendarDay("2011-01-01"), nation: .wales,
            coded: texts)
        #expect(claim.coded == texts)
    }

    @Test(
        "A circumstance given twice, or with a value that is neither months nor a day, is refused",
        arguments: [
            ["carer", "carer"], ["prognosis=soon"], ["moved=2012-06-31"], ["prognosis="], ["prognosis=-3"],
        ])
    func unreadable(_ texts: [String]) throws {
        #expect(throws: Refusal.self) {
            try ClaimFacts(
                born: CalendarDay("1981-01-15"), benefit: "JSA", since: CalendarDay("2011-01-01"), nation: .wales,
                coded: texts)
        }
    }
}
