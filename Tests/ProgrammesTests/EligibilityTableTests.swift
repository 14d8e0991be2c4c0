import Casework
import Kernel
import Programmes
import Testing

@Suite("Who may be referred to the Work Programme")
struct EligibilityTableTests {
    let programme: Programme
    init() throws { programme = try workProgramme() }

    private func assess(
        _ benefit: String, _ since: String, on today: String, born: String = "1981-01-15", nation: Nation = .england,
        _ coded: String...
    ) throws -> EligibilityFinding {
        let claim = try ClaimFacts(born: day(born), benefit: benefit, since: day(since), nation: nation, coded: coded)
        return Eligibility.assess(claim, on: day(today), programme: programme)
    }

    @Test("A 31-year-old on JSA for a year is in group 2, mandatory, and is told why (D-002)")
    func demonstration() throws {
        let finding = try assess("JSA", "2011-03-03", on: "2012-03-03")
        let match = try #require(finding.match)
        #expect(match.group == "2")
        #expect(match.basis == .mandatory)
        #expect(match.duties?.id == "mandatory")
        #expect(match.joining.contains { $0.contains("two years") })
        #expect(finding.groups.map(\.group) == ["9", "4", "3", "1", "2", "7", "6", "5", "8"])
        let group2 = try #require(finding.groups.first { $0.group == "2" })
        #expect(
            group2.conditions.map(\.sentence) == [
                "On JSA since 3 March 2011", "Aged 31 on 3 March 2012; needs 25 or more",
                "On JSA since 3 March 2011: 12 calendar months by 3 March 2012; needs 12 or more",
            ])
        #expect(finding.sentence == "Group 2, JSA, aged 25 and over: mandatory.")
        let prison = try #require(finding.groups.first)
        #expect(prison.conditions.map(\.met) == [true, false])
        #expect(prison.conditions[1].sentence == "No day recorded: left prison")
    }

    /// Benefit, claim start, day, born, circumstances, then the group and basis, or the group and day it is reached.
    static let edges: [(String, String, String, String, [String], String)] = [
        ("JSA", "2011-01-31", "2011-10-30", "1990-06-01", [], "not yet 1 2011-10-31"),
        ("JSA", "2011-01-31", "2011-10-31", "1990-06-01", [], "1 mandatory"),
        ("JSA", "2011-05-31", "2012-02-28", "1990-06-01", [], "not yet 1 2012-02-29"),  // no 31st: the month's last day
        ("JSA", "2011-05-31", "2012-02-29", "1990-06-01", [], "1 mandatory"),
        ("JSA", "2010-09-15", "2011-09-14", "1980-06-01", [], "not yet 2 2011-09-15"),
        ("JSA", "2010-09-15", "2011-09-15", "1980-06-01", [], "2 mandatory"),
        ("JSA", "2011-01-10", "2011-10-10", "1986-10-11", [], "1 mandatory"),  // 24 to the day before the birthday
        ("JSA", "2011-01-10", "2011-10-11", "1986-10-11", [], "not yet 2 2012-01-10"),  // 25 now
        ("JSA", "2011-01-10", "2011-10-10", "1993-10-11", [], "not yet 1 2011-10-11"),  // 17 for one day more
        ("JSA", "2011-11-30", "2012-02-28", "1980-06-01", ["early-access", "homeless"], "not yet 3 2012-02-29"),
        ("JSA", "2011-11-30", "2012-02-29", "1980-06-01", ["early-access", "homeless"], "3 voluntary"),
        ("JSA", "2011-11-30", "2012-02-29", "1993-06-01", ["early-access", "not-in-work-or-learning"], "3 mandatory"),
        ("JSA", "2011-11-30", "2012-02-29", "1980-06-01", ["early-access", "repeat-claims"], "3 mandatory"),
        ("JSA", "2012-01-05", "2012-04-04", "1980-06-01", ["ex-incapacity"], "not yet 4 2012-04-05"),
        ("JSA", "2012-01-05", "2012-04-05", "1980-06-01", ["ex-incapacity"], "4 mandatory"),
        ("ESA", "2011-06-01", "2011-11-30", "1970-06-01", ["wca-decided=2011-12-01"], "not yet 5 2011-12-01"),
        ("ESA", "2011-06-01", "2011-12-01", "1970-06-01", ["wca-decided=2011-12-01"], "5 voluntary"),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "income-related", "prognosis=2"], "5 voluntary"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "income-related", "prognosis=3"], "6 mandatory"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "income-related", "prognosis=6"], "6 mandatory"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "income-related", "prognosis=7"], "5 voluntary"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "income-related", "prognosis=6", "child-under-5"], "6 voluntary"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "contributory", "prognosis=6"], "5 voluntary"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "income-related", "prognosis=6", "ex-incapacity"], "7 mandatory"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "income-related", "prognosis=12", "ex-incapacity"], "7 voluntary"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "wrag", "income-related", "prognosis=3", "ex-incapacity", "full-time-carer"],
            "7 voluntary"
        ),
        (
            "ESA", "2011-06-01", "2011-12-01", "1970-06-01",
            ["wca-decided=2011-12-01", "support-group", "contributory", "ex-incapacity"], "7 voluntary"
        ),
        ("IB", "2011-12-01", "2011-12-01", "1960-06-01", [], "8 voluntary"),
        ("IS", "2005-12-01", "2011-12-01", "1960-06-01", [], "8 voluntary"),
        ("JSA", "2012-03-01", "2012-03-01", "1980-06-01", ["prison-leaver=2012-03-02"], "not yet 9 2012-03-02"),
        ("JSA", "2012-03-01", "2012-03-02", "1980-06-01", ["prison-leaver=2012-03-02"], "9 mandatory"),
    ]

    @Test(
        "Each group begins on its day and not the day before, in calendar months (D-001 to D-009, M-081)",
        arguments: edges)
    func edge(
        _ benefit: String, _ since: String, _ today: String, _ born: String, _ coded: [String], _ expected: String
    ) throws {
        let claim = try ClaimFacts(born: day(born), benefit: benefit, since: day(since), nation: .england, coded: coded)
        let finding = Eligibility.assess(claim, on: day(today), programme: programme)
        switch finding.outcome {
        case .eligible(let match): #expect("\(match.group) \(match.basis.rawValue)" == expected)
        case .notYet(let group, let reached): #expect("not yet \(group) \(reached)" == expected)
        case .none, .refused: Issue.record("\(finding.sentence) where \(expected) was due")
        }
    }

    @Test("Every group that is met is shown, and the first in the order decides")
    func order() throws {
        let finding = try assess(
            "JSA", "2011-01-01", on: "2012-01-01", "prison-leaver=2011-12-01", "ex-incapacity", "early-access",
            "homeless")
        #expect(finding.matches.map(\.group) == ["9", "4", "3", "2"])
        #expect(finding.match?.group == "9")
        let esa = try assess(
            "ESA", "2011-01-01", on: "2012-01-01", "wca-decided=2011-03-01", "wrag", "income-related", "prognosis=6")
        #expect(esa.matches.map(\.group) == ["6", "5"])
    }

    @Test(
        "Contributory ESA from an incapacity benefit in the work-related activity group has no row and is refused (M-083)"
    )
    func noRow() throws {
        let finding = try assess(
            "ESA", "2011-01-01", on: "2012-01-01", "wca-decided=2011-03-01", "wrag", "contributory", "prognosis=6",
            "ex-incapacity")
        guard case .refused(let refusal) = finding.outcome else { Issue.record("not refused"); return }
        #expect(refusal.code == "eligibility.no-basis")
        #expect(refusal.rule == "M-081, M-083")
        #expect(refusal.sentence.contains("nobody is mandated by default"))
        #expect(
            finding.matches.map(\.group) == ["7", "5"], "the refusal is of group 7's circumstance, though 5 is met too")
        #expect(throws: Refusal.self) { try finding.required() }
    }

    @Test("Early access for a reason with no row, or with none, is refused", arguments: [[], ["wrag"]])
    func earlyAccess(_ more: [String]) throws {
        let claim = try ClaimFacts(
            born: day("1981-01-15"), benefit: "JSA", since: day("2011-01-01"), nation: .wales,
            coded: ["early-access"] + more)
        let finding = Eligibility.assess(claim, on: day("2011-07-01"), programme: programme)
        guard case .refused(let refusal) = finding.outcome else { Issue.record("not refused"); return }
        #expect(refusal.code == "eligibility.no-basis")
    }

    @Test("An early-access volunteer can be doubted for not attending and nothing else, after two papers (M-010)")
    func volunteer() throws {
        let duties = try #require(
            try assess("JSA", "2011-01-01", on: "2011-07-01", "early-access", "homeless").match?.duties)
        #expect(duties.doubtedFor == [.notAttending])
        #expect(duties.needs == [.signedUnderstanding, .servedNotice])
    }

    /// Recorded circumstances and the row of reference D2 that answers, with whether taking part is then required.
    static let participation: [([String], String?, Bool)] = [
        (["wrag", "income-related", "prognosis=12"], "D-015", true),
        (["wrag", "income-related", "prognosis=11"], nil, false),
        (["wrag", "contributory", "prognosis=3"], "D-016", true),
        (["wrag", "contributory"], "D-016", true),
        (["wrag", "income-related", "prognosis=6", "child-under-5"], "D-017", false),
        (["wrag", "income-related", "prognosis=3", "full-time-carer"], "D-017", false),
        (["wrag", "income-related", "prognosis=6", "full-time-carer", "ex-incapacity"], "D-018", false),
        (["wrag", "income-related", "prognosis=18", "child-under-5"], "D-019", false),
        (["wrag", "contributory", "child-under-5"], "D-020", false),
        (["support-group", "income-related"], "D-021", false),
        (["support-group", "income-related", "ex-incapacity"], "D-022", false),
        (["support-group", "contributory"], "D-023", false),
        (["support-group", "contributory", "ex-incapacity"], "D-024", false),
        (["credits-only"], "D-025", false),
        (["wrag", "income-related", "prognosis=12", "ex-incapacity"], nil, false),
    ]

    @Test(
        "After joining, the participation row decides what is required; no row means nothing is (D-015 to D-025)",
        arguments: participation)
    func afterJoining(_ coded: [String], _ row: String?, _ required: Bool) throws {
        let claim = try ClaimFacts(
            born: day("1970-01-15"), benefit: "ESA", since: day("2011-01-01"), nation: .scotland,
            coded: coded + ["wca-decided=2011-03-01"])
        let match = try Eligibility.assess(claim, on: day("2012-01-01"), programme: programme).required()
        #expect(match.participation?.id == row)
        #expect(match.basis == .voluntary)
        #expect(match.duties?.canBeMandated == required)
        #expect(match.duties?.needs.contains(.signedUnderstanding) == required)
        if let found = match.participation {
            #expect((found.afterJoining == .mandatory) == required)
            #expect((found.session == .mandatory) == required, "Only the first two rows may be told to go")
        }
    }

    @Test("Group 8 is England only, and can never be required of anybody (D-008, M-057)")
    func england() throws {
        #expect(try assess("IB", "2005-01-01", on: "2012-01-01").match?.duties?.canBeMandated == false)
        let wales = try assess("IB", "2005-01-01", on: "2012-01-01", nation: .wales)
        #expect(wales.outcome == .none)
        #expect(wales.groups.last?.conditions.last?.sentence == "Lives in Wales; needs England")
    }

    @Test(
        "What cannot be judged is refused with what to do",
        arguments: [
            ("XYZ", "2011-01-01", "2012-01-01", "1981-01-15", Nation.england, "", "claim.benefit"),
            ("JSA", "2011-01-01", "2012-01-01", "2012-01-01", .england, "", "claim.born"),
            ("JSA", "2012-01-02", "2012-01-01", "1981-01-15", .england, "", "claim.not-started"),
            ("JSA", "1980-01-01", "2012-01-01", "1981-01-15", .england, "", "claim.before-birth"),
            ("JSA", "2011-01-01", "2012-01-01", "1981-01-15", .england, "left-handed", "claim.circumstance"),
            ("JSA", "2011-01-01", "2012-01-01", "1981-01-15", .england, "prognosis", "claim.circumstance-answer"),
            ("JSA", "2011-01-01", "2012-01-01", "1981-01-15", .northernIreland, "", "eligibility.nation"),
            ("JSA", "2010-01-01", "2011-05-31", "1981-01-15", .england, "", "eligibility.closed"),
        ])
    func refused(
        _ benefit: String, _ since: String, _ today: String, _ born: String, _ nation: Nation, _ coded: String,
        _ code: String
    ) throws {
        let claim = try ClaimFacts(
            born: day(born), benefit: benefit, since: day(since), nation: nation, coded: coded.isEmpty ? [] : [coded])
        guard case .refused(let refusal) = Eligibility.assess(claim, on: day(today), programme: programme).outcome
        else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.code == code)
        #expect(refusal.field != nil || code.hasPrefix("eligibility."))
    }

    @Test("Whatever the claim, the deciding group is the first met, and a day it names is the first it is met")
    func property() throws {
        let random = RandomSource.seeded(11)
        func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
        var seen: [String: Int] = [:]
        for _ in 0..<4_000 {
            let today = day("2011-06-01").adding(days: Int(random.next() % 1_500))
            var answers: [String: CircumstanceAnswer] = [:]
            for kind in programme.circumstances where random.next() % 3 == 0 {
                switch kind.answer {
                case .yes: answers[kind.code] = .yes
                case .months: answers[kind.code] = .months(pick([1, 3, 6, 7, 12, 24]))
                case .day: answers[kind.code] = .day(today.adding(days: Int(random.next() % 60) - 40))
                }
            }
            let claim = ClaimFacts(
                born: today.adding(days: -6_000 - Int(random.next() % 14_000)), benefit: pick(programme.benefits).code,
                since: today.adding(days: -Int(random.next() % 500)), nation: pick(programme.nations),
                circumstances: answers)
            let finding = Eligibility.assess(claim, on: today, programme: programme)
            #expect(finding.groups.map(\.group) == programme.groupsTried)
            for group in finding.groups { #expect(group.met == group.conditions.allSatisfy(\.met)) }
            switch finding.outcome {
            case .eligible(let match):
                #expect(match.group == finding.groups.first(where: \.met)?.group)
                #expect(match.basis == .voluntary || match.duties?.canBeMandated == true)
                seen[match.group, default: 0] += 1
            case .notYet(let group, let reached):
                #expect(finding.matches.isEmpty && reached > today)
                let then = Eligibility.assess(claim, on: reached, programme: programme)
                #expect(then.groups.first { $0.group == group }?.met == true)
                let before = Eligibility.assess(claim, on: reached.adding(days: -1), programme: programme)
                #expect(before.matches.isEmpty)
                seen["not yet", default: 0] += 1
            case .none:
                #expect(finding.matches.isEmpty)
            case .refused(let refusal):
                #expect(refusal.code == "eligibility.no-basis" && !finding.matches.isEmpty)
                seen["refused", default: 0] += 1
            }
        }
        #expect(
            Set(seen.keys).isSuperset(of: programme.groupsTried + ["not yet", "refused"]), "the cases reach every group"
        )
    }
}
