import Kernel
import Testing

@testable import Casework

@Suite("Attachments, prices and returns")
struct AttachmentLineTests {
    @Test("The attachment fee is due on the day of attachment, and waits no working days (C12)")
    func due() throws {
        let story = try WorkStory(attached: day("2011-07-04"))
        let line = try #require(story.line(.attachment, until: "2011-07-04"))
        #expect(line.dueOn == day("2011-07-04"))
        #expect(line.amount?.value == Money(pence: 40_000))
        #expect(line.provider == WorkStory.provider)
        #expect(line.sentence == "Attachment, £400.00: due since 4 July 2011.")
    }

    @Test("Before the attachment nothing is due, and the line says so")
    func waiting() throws {
        let story = try WorkStory(attached: day("2011-07-04"))
        let line = try #require(story.line(.attachment, until: "2011-07-03"))
        #expect(line.state == .notYet([.notAttached], earliest: nil))
        #expect(story.account("2011-06-19").lines.isEmpty)
    }

    @Test("An attachment whose attended contact is not on the record is not due (M-004)")
    func noAttendance() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        let contact = try #require(story.file.appointments.first)
        story.record(
            .appointment(.outcomeWithdrawn(contact.id, contact.outcome!.event.id, .shut)), on: day("2011-07-05"))
        #expect(
            story.line(.attachment, until: "2011-07-05")?.state
                == .notYet([.noAttendance(day("2011-07-04"))], earliest: day("2011-07-04")))
    }

    @Test("An attachment with no tariff is unpriced, never priced at nothing (M-001)")
    func unpriced() throws {
        var story = try WorkStory(attached: day("2015-01-05"), referred: day("2014-12-01"))
        try story.off("JSA", "2015-01-05")
        try story.job("2015-01-12")
        let lines = story.account("2016-12-31").lines
        #expect(lines.count == 1)
        #expect(lines[0].isUnpriced)
        #expect(lines[0].dueOn == day("2015-01-05"))
        #expect(lines[0].sentence == "Attachment, unpriced: due since 5 January 2015.")
    }

    @Test("A published fee of nothing is a price (M-001)")
    func zeroFee() throws {
        let programme = Programme.workProgramme.changed { $0.attachment = Figure(.zero, .published, source: "test") }
        let story = try WorkStory(programme, attached: day("2011-07-04"))
        #expect(story.line(.attachment, until: "2011-07-04")?.amount?.value == .zero)
        #expect(story.line(.attachment, until: "2011-07-04")?.isUnpriced == false)
    }

    @Test("A figure that is not published says so in the line")
    func unconfirmed() throws {
        let programme = Programme.workProgramme.changed {
            $0.attachment = Figure(Money(pence: 60_000), .unconfirmed, source: "test")
        }
        let story = try WorkStory(programme, attached: day("2011-07-04"))
        #expect(
            story.line(.attachment, until: "2011-07-04")?.sentence
                == "Attachment, £600.00 (unconfirmed sample): due since 4 July 2011.")
    }

    @Test("A return pays no second attachment or job outcome, and sustainment numbers run on (C13, D-032)")
    func returns() throws {
        var story = try WorkStory(group: "3", attached: day("2011-07-04"))
        for benefit in ["JSA", "ESA"] { try story.off(benefit, "2011-07-01") }
        let job = try story.job("2011-08-01", "2011-12-25")
        try story.prove(job, "2011-08-01", "2011-12-25")
        let last = try #require(story.file.referrals[0].attachment?.until)
        try story.refer(group: "3", on: day("2012-01-05"), attached: day("2012-01-16"), until: last)
        let second = try story.job("2012-02-06", employer: "Later")
        try story.prove(second, "2012-02-06", "2012-12-31")
        let due = story.account("2012-12-31").due
        #expect(due.filter { $0.key.kind == .attachment }.count == 1)
        #expect(due.filter { $0.key.kind == .jobOutcome }.count == 1)
        let sustained = due.filter { $0.key.kind == .sustainment }
        #expect(sustained.map(\.key.ordinal) == Array(1...sustained.count))
        #expect(sustained.first?.attachment == story.file.referrals[0].id)
        #expect(sustained.last?.attachment == story.file.referrals[1].id)
    }

    @Test("A withdrawn referral earns nothing (C03)")
    func withdrawn() throws {
        var story = try WorkStory(attached: nil)
        let referral = try #require(story.file.referral)
        story.record(.referral(.queried(referral.id, reason: "x", .shut)), on: day("2011-06-25"))
        story.record(.referral(.queryAnswered(referral.id, upheld: true, .shut)), on: day("2011-06-26"))
        #expect(story.account("2012-06-30").lines.isEmpty)
    }

    @Test("A key prints and reads back, and anything else is refused (design §4.7)")
    func keys() throws {
        let subject = Identifier<CaseFile>(high: 0x0197_0000_0000_7000, low: 1 << 63 | 1)
        let key = LineKey(programme: "work-programme-2011", subject: subject, kind: .sustainment, ordinal: 3)
        #expect(key.description == "work-programme-2011/01970000-0000-7000-8000-000000000001/sustainment/03")
        #expect(try LineKey(key.description) == key)
        for text in [
            "", "a/b/c/d", key.description + "/", key.description.replacing("/03", with: "/3"), "x/\(subject)/wage/01",
        ] {
            #expect(refusal { _ = try LineKey(text) } != nil)
        }
    }
}
