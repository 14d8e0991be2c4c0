import Kernel
import Testing

@testable import Casework

@Suite("What was recorded of the end in error (C13)")
struct WithdrawEndTests {
    private static let why = Words("It was somebody of the same name.")

    private func due(_ code: DueCode, in story: Story) -> Due? { story.standing().dues.first { $0.code == code } }

    /// Moved to Work Choice on 4 February 2013, which was recorded for the wrong person.
    private func ended(email: Bool = false, page: Bool = false) throws -> Story {
        var story = try Story.attached(at: "2013-02-04")
        if email {
            try story.perform(CorrectCustomer(identity: Story.identity(email: "rosa@example.org")), by: Story.jane)
            try story.perform(ChooseEmail(agreed: true), by: Story.jane)
        }
        if page { try story.perform(InviteCustomer(route: .paper), by: Story.jane) }
        try story.perform(EndReferral(reason: .workChoice, on: day("2013-02-04")), by: Story.jane)
        return story
    }

    @Test("An end recorded in error counts as if it had not been: the help, the payments and a return go on (C13)")
    func exit() throws {
        var story = try ended()
        let ledger = PaymentLedger(story.programme)
        let before = ledger.lines(for: story.file, until: day("2013-02-05"))
        let wrong = try #require(story.file.referral?.exit?.event.id)
        let drawn = try #require(story.file.referral?.allocation?.event.id)
        #expect(story.refused(WithdrawExit(exit: drawn, why: Self.why), by: Story.jane) == "exit.none")
        try story.perform(WithdrawExit(exit: wrong, why: Self.why), by: Story.jane)
        let referral = try #require(story.file.referral)
        #expect(referral.exit == nil && referral.state == .attached)
        #expect(referral.takenBack.map(\.entry) == [.exit] && referral.takenBack.first?.wrong == wrong)
        #expect(referral.hasTakenBack(.workChoice, on: day("2013-02-04")))
        #expect(!referral.hasTakenBack(.completedTime, on: day("2013-02-04")))
        #expect(story.file.relation(of: Story.manager, on: day("2013-02-05")) == .attached)
        #expect(ledger.lines(for: story.file, until: day("2013-02-05")) == before)
        #expect(story.refused(WithdrawExit(exit: wrong, why: Self.why), by: Story.jane) == "exit.none")
        try story.perform(Story.benefit(false, from: "2012-11-01", until: "2013-02-03"), by: Story.jane)
        try story.perform(RecordReturn(on: day("2013-02-04")), by: Story.jane)
        try story.perform(EndReferral(reason: .workChoice, on: day("2013-02-04")), by: Story.jane)
        #expect(story.file.referral?.exit?.reason == .workChoice)
    }

    @Test("A return recorded in error gives the end the reason it had, and can be recorded again (C13, D-032)")
    func returned() throws {
        var story = try Story.attached(at: "2014-06-20")
        try story.perform(Story.benefit(false, from: "2014-05-01"), by: Story.jane)
        try story.perform(EndReferral(reason: .offBenefit, on: day("2014-06-11")), by: Story.jane)
        try story.perform(RecordReturn(on: day("2014-06-09")), by: Story.jane)
        #expect(story.file.referral?.exit?.reason == .completedTime)
        let back = try #require(story.file.referral?.returns.first?.event.id)
        try story.perform(WithdrawReturn(back: back, why: Self.why), by: Story.jane)
        #expect(story.file.referral?.returns.isEmpty == true && story.file.referral?.exit?.reason == .offBenefit)
        #expect(story.refused(WithdrawReturn(back: back, why: Self.why), by: Story.jane) == "return.none")
        #expect(
            due(.tellOfEnd, in: story)?.sentence
                == "Tell them that the return to the programme was recorded in error.")
        try story.perform(RecordReturn(on: day("2014-06-09")), by: Story.jane)
        #expect(story.file.referral?.exit?.reason == .completedTime)
    }

    @Test("A summary that came is to be read by the jobcentre, and who wrote it may take it back (C13)")
    func handBack() throws {
        var story = try Story.attached(at: "2014-05-14")
        try story.perform(HandBack(summary: Words("You learned to cook."), seenByPerson: true), by: Story.dana)
        #expect(
            due(.readHandBack, in: story)?.sentence
                == "Read the hand-back: the provider’s summary came on 14 May 2014.")
        try story.perform(ReadHandBack(), by: Story.jane)
        #expect(due(.readHandBack, in: story) == nil)
        #expect(story.refused(ReadHandBack(), by: Story.jane) == "hand-back.read-twice")
        let summary = try #require(story.file.referral?.handedBack?.event.id)
        let command = WithdrawHandBack(handBack: summary, why: Self.why)
        #expect(story.refused(command, by: Story.jane) == "hand-back.not-theirs")
        try story.perform(command, by: Story.dana)
        #expect(story.file.referral?.handedBack == nil && due(.handBack, in: story) != nil)
        #expect(story.refused(ReadHandBack(), by: Story.jane) == "hand-back.none")
        try story.perform(HandBack(summary: Words("You learned to bake."), seenByPerson: true), by: Story.dana)
        #expect(due(.readHandBack, in: story) != nil)
    }

    @Test("They are told that it ended, and of a mistake about it, once each; after weeks it is asked no more (C13)")
    func told() throws {
        var story = try ended()
        #expect(due(.tellOfEnd, in: story)?.sentence == "Tell them the programme has ended, and why.")
        #expect(due(.tellOfEnd, in: story)?.act == .tellOfEnd)
        #expect(story.refused(TellOfEnd(ToldOfHolder(route: .email)), by: Story.jane) == "end.told-by-email")
        try story.perform(TellOfEnd(ToldOfHolder(route: .spoken)), by: Story.jane)
        #expect(due(.tellOfEnd, in: story) == nil)
        #expect(story.refused(TellOfEnd(ToldOfHolder(route: .spoken)), by: Story.jane) == "end.told-twice")
        let wrong = try #require(story.file.referral?.exit?.event.id)
        try story.perform(WithdrawExit(exit: wrong, why: Self.why), by: Story.jane)
        #expect(
            due(.tellOfEnd, in: story)?.sentence
                == "Tell them that the end of the programme was recorded in error.")
        story.at("2013-03-04")
        #expect(due(.tellOfEnd, in: story) != nil)
        story.at("2013-03-05")
        #expect(due(.tellOfEnd, in: story) == nil)
        let untold = try Story.attached(at: "2013-02-04")
        #expect(untold.refused(TellOfEnd(ToldOfHolder(route: .spoken)), by: Story.jane) == "end.no-news")
    }

    @Test("By e-mail they are told as it is recorded, where they agreed and have a page; astray it is due (C13)")
    func mailed() throws {
        #expect(try ended(email: true).events.last?.fact.kind == "referral.exited")
        #expect(try ended(page: true).events.last?.fact.kind == "referral.exited")
        var story = try ended(email: true, page: true)
        #expect(story.events.suffix(2).map(\.fact.kind) == ["referral.exited", "referral.toldOfEnd"])
        #expect(due(.tellOfEnd, in: story) == nil)
        let letter = try #require(story.file.referral?.toldOfEnd.last?.event.id)
        try story.perform(RecordUntoldOfEnd(told: letter, reason: .noPage), by: Story.jane)
        #expect(
            due(.tellOfEnd, in: story)?.sentence
                == "Tell them the programme has ended, and why. The letter did not reach them.")
        #expect(
            story.refused(RecordUntoldOfEnd(told: letter, reason: .noPage), by: Story.jane) == "undelivered.twice")
    }

    @Test("The letter says when and why it ended, and what was written for them; in Welsh too (C13, G-245)")
    func letter() throws {
        var story = try Story.attached(at: "2013-02-04")
        try story.perform(
            EndReferral(reason: .workChoice, on: day("2013-02-04"), words: Words("Your new adviser is Ann.")),
            by: Story.jane)
        let head = LetterHead(
            customer: "Rosa Parr", organisation: "Wakefield Jobcentre", adviser: "Jane Hill", place: [],
            phone: "01924 960000", programme: "the Work Programme", sent: day("2013-02-04"))
        func text(_ language: Language) throws -> String {
            let news = try #require(story.file.referral?.endNews)
            // On how many lines a sentence stands is not asked.
            return language.write { EndedText(head, news: news).text }.replacing("\n", with: " ")
        }
        let english = try text(.english)
        for words in [
            "Your last day on the Work Programme was 4 February 2013.", "You moved to Work Choice",
            "Your new adviser is Ann.", "ring us on 01924 960000",
        ] {
            #expect(english.contains(words), "\(words)")
        }
        #expect(try text(.welsh).contains("Symudoch i Work Choice"))
        let wrong = try #require(story.file.referral?.exit?.event.id)
        try story.perform(WithdrawExit(exit: wrong, why: Self.why), by: Story.jane)
        #expect(try text(.english).contains("That was a mistake."))
        #expect(try text(.welsh).contains("Camgymeriad oedd hynny."))
        for reason in ExitReason.allCases { #expect(PlainLanguage.faults(in: reason.saidToThem).isEmpty) }
    }
}
