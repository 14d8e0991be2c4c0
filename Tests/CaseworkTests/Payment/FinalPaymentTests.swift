import Kernel
import Testing

@testable import Casework

@Suite("The last payment ends support (C13)")
struct FinalPaymentTests {
    /// At work and off the benefit from August 2011; the thirteenth sustainment payment falls due on 15 February 2013.
    private func working(_ programme: Programme) throws -> WorkStory {
        var story = try WorkStory(programme, group: "1", attached: day("2011-07-04"))
        try story.off("JSA", "2011-07-01")
        try story.off("ESA", "2011-07-01")
        let job = try story.job("2011-08-01")
        try story.prove(job, "2011-08-01", "2013-02-20")
        return story
    }

    private var ending: Programme {
        var programme = Programme.workProgramme
        programme.finalPaymentEnds = Figure(true, .ours, source: "ours")
        return programme
    }

    @Test("From the day it falls due, and no day before it")
    func dueDay() throws {
        let story = try working(ending)
        #expect(story.account("2013-02-14").finalDue == nil)
        #expect(story.account("2013-02-15").finalDue == day("2013-02-15"))
        for (on, code) in [("2013-02-14", "exit.payment"), ("2013-02-15", nil), ("2013-02-20", nil)] {
            var copy = story
            let refused = refusal {
                try copy.perform(
                    EndReferral(reason: .finalPayment, on: day(on)), on: day("2013-02-20"), by: WorkStory.adviser)
            }
            #expect(refused?.code == code)
            #expect((copy.file.referral?.exit?.on == day(on)) == (code == nil))
        }
    }

    @Test("It ends support and no line of the ledger")
    func ledger() throws {
        var story = try working(ending)
        let before = story.account("2014-12-31").lines
        try story.perform(
            EndReferral(reason: .finalPayment, on: day("2013-02-15")), on: day("2013-02-20"), by: WorkStory.adviser)
        #expect(story.account("2014-12-31").lines == before)
        #expect(story.file.referral?.state == .ended)
    }

    @Test("Where the programme does not say so, it ends nothing")
    func setting() throws {
        var story = try working(.workProgramme)
        let refused = refusal {
            try story.perform(
                EndReferral(reason: .finalPayment, on: day("2013-02-15")), on: day("2013-02-20"), by: WorkStory.adviser)
        }
        #expect(refused?.code == "exit.payment-setting")
    }
}
