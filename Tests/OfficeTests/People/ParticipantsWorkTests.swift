import Casework
import Kernel
import Testing

@testable import Office

@Suite("Work that changes, and work that nobody proves (reference J4)")
struct ParticipantsWorkTests {
    @Test("Hours are cut so that the job is kept: it is one job with both, and no week of it is lost (J-061)")
    func hoursCut() async throws {
        var life = try await ReportedLife.attached()
        let job = try await life.startsWork(.employed, hours: 37)
        try life.on("2012-08-20")
        let before = try life.account().weeks.map(\.counted)
        try await life.does(ChangeHours(job: job, from: life.today, hours: WeeklyHours(24)))
        let kept = try #require(life.file.employment.heldJobs.first)
        #expect(life.file.employment.heldJobs.map(\.id) == [job] && kept.isOpen(on: life.today))
        #expect(try kept.hours(on: life.today.adding(days: -1)) == WeeklyHours(37))
        #expect(try kept.hours(on: life.today) == WeeklyHours(24))
        #expect(before.contains(true))
        #expect(try life.account().weeks.map(\.counted) == before)
        try life.on("2012-10-15")
        let after = try life.account().weeks.map(\.counted)
        #expect(after.count { $0 } > before.count { $0 }, "and the weeks with fewer hours count as well")
        try await life.close()
    }

    @Test("Self-employed, he will not show his accounts: the weeks stand as unproven, and nothing is claimed (J-062)")
    func withheld() async throws {
        var life = try await ReportedLife.attached()
        let job = try await life.startsWork(.selfEmployed, hours: 30)
        let started = life.today
        let outgoing = try await life.outgoing()
        // Over the 26 weeks that his group is paid for.
        try life.on("2013-01-07")
        let word = RecordProof(
            job: job, kind: "customer-says", from: started, until: started.adding(weeks: 26).adding(days: -1))
        #expect(await life.refused(word)?.code == "proof.kind", "his word alone is no proof that is paid on")
        let account = try life.account()
        #expect(account.weeks.contains(where: \.counted) && !account.weeks.contains(where: \.isProven))
        #expect(account.due.map(\.key.kind) == [.attachment])
        let outcome = try #require(account.lines.first { $0.key.kind == .jobOutcome })
        guard case .notYet(let reasons, _) = outcome.state else {
            Issue.record("An outcome is due that nothing proves")
            return
        }
        let unproven = reasons.compactMap { reason -> CalendarDay? in
            if case .unproven(let weeks) = reason { weeks.first?.from } else { nil }
        }
        #expect(unproven == [started], "the gap is named from its first week")
        #expect(try await life.dues().contains(.proof), "it is asked of the provider")
        #expect(try await life.outgoing() == outgoing, "and nobody writes to him of it")
        #expect(life.file.employment.heldJobs.map(\.id) == [job], "the job is on record all the same")
        try await life.close()
    }
}

extension ReportedLife {
    /// Starts work today, and is off the benefit from today.
    fileprivate mutating func startsWork(_ kind: JobKind, hours: Int) async throws -> Identifier<Job> {
        try await does(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: today, until: nil, certainty: .known, source: .jobcentre)),
            as: desk.adviser)
        try await does(
            RecordJobStart(
                started: today, kind: kind, hours: WeeklyHours(hours),
                details: JobDetails(employer: "Not named in the report")))
        return try #require(file.employment.heldJobs.first).id
    }

    /// What is earned and what it waits for, as it stands today.
    fileprivate func account() throws -> PaymentAccount {
        let programme = try #require(desk.office.programmes[TestDesk.programme])
        return PaymentLedger(programme).account(for: file, until: today)
    }
}
