import Kernel
import Testing

@testable import Casework

@Suite("First contact, and who has somebody")
struct FirstContactTests {
    /// The made-up programme with the shipped standard: 2 working days after acknowledgement.
    private func story(_ make: () throws -> Story) throws -> Story {
        var story = try make()
        story.programme.standards = [
            ServiceStandard(
                id: "first-contact", says: "Within 2 working days.",
                measure: .within(TimeLimit(2, .workingDays), from: "referral.acknowledged", to: "contact.made"),
                target: 100, range: .always, pausedBy: [], status: .ours, source: "M-008")
        ]
        return story
    }

    private func first(_ story: Story) -> FirstContact? {
        story.file.referral.flatMap { FirstContact($0, story.file.appointments, in: story.programme) }
    }

    @Test("First contact is due two working days after acknowledgement, bank holidays left out (C05, M-008)")
    func due() throws {
        var story = try story { try .acknowledged() }
        // Thursday 31 May; Monday and Tuesday are bank holidays.
        #expect(first(story)?.last == day("2012-06-06") && first(story)?.made == nil)
        let due = try #require(story.standing().dues.first { $0.code == .firstContact })
        #expect(due.act == .recordContact && !due.overdue && due.day == day("2012-06-06"))
        story.at("2012-06-07")
        #expect(story.standing().dues.first { $0.code == .firstContact }?.overdue == true)
    }

    @Test("A call nobody answers is an attempt; a call that is answered, a letter or a meeting is contact")
    func counts() throws {
        var story = try story { try .acknowledged() }
        story.at("2012-06-01")
        try story.perform(
            RecordContact(ContactTry(route: .phone, reached: false, on: day("2012-06-01"))), by: Story.manager)
        #expect(first(story)?.made == nil && first(story)?.tried.count == 1)
        let once = story.standing().dues.first { $0.code == .firstContact }?.sentence
        #expect(once?.contains("Tried once: by phone.") == true)
        try story.perform(
            RecordContact(ContactTry(route: .phone, reached: true, on: day("2012-06-01"))), by: Story.manager)
        #expect(first(story)?.made == day("2012-06-01") && first(story)?.inTime == true)
        #expect(!story.standing().dues.contains { $0.code == .firstContact })

        var often = try self.story { try .acknowledged() }
        for route in [ContactTry.Route.phone, .text, .phone] {
            try often.perform(
                RecordContact(ContactTry(route: route, reached: false, on: often.now.day)), by: Story.manager)
        }
        // Whoever looks for somebody sees what was tried (G-119).
        let tried = often.standing().dues.first { $0.code == .firstContact }?.sentence
        #expect(tried?.hasSuffix(" Tried 3 times: by phone (twice), by text message.") == true, "\(tried ?? "")")

        var letter = try self.story { try .acknowledged() }
        letter.at("2012-06-08")
        try letter.perform(
            RecordContact(ContactTry(route: .letter, reached: false, on: day("2012-06-08"))), by: Story.manager)
        #expect(first(letter)?.inTime == false)
    }

    @Test("A contact is recorded from acknowledgement to today, and not before")
    func days() throws {
        func contact(_ text: String) -> RecordContact {
            RecordContact(ContactTry(route: .phone, reached: true, on: day(text)))
        }
        #expect(
            try Story.referred().refused(contact("2012-05-30"), by: Story.manager) == "contact.before-acknowledgement")
        let story = try Story.acknowledged()
        #expect(story.refused(contact("2012-05-30"), by: Story.manager) == "contact.day")
        #expect(story.refused(contact("2012-06-01"), by: Story.manager) == "contact.day")
        #expect(story.refused(contact("2012-05-31"), by: Story.manager) == nil)
    }

    @Test("After each move the person is told who has them and why, by e-mail at once where they agreed (C04)")
    func told() throws {
        var story = try ChainTests.sent(try Story.assigned(), by: ChainTests.localManager)
        try story.perform(TakeOn(adviser: ChainTests.stella.person), by: ChainTests.stella)
        #expect(story.standing().dues.contains { $0.code == .tellOfHolder })
        let names = Names(organisation: { _ in "Harbour Lights" }, person: { _ in "Stella Marsh" })
        #expect(
            story.file.referral?.whoHasThem(names: names, programme: story.programme)
                == "Stella Marsh at Harbour Lights helps you now. They know most about what you need.")
        #expect(
            story.refused(TellOfHolder(ToldOfHolder(route: .email)), by: ChainTests.stella) == "notice.email-not-agreed"
        )
        try story.perform(TellOfHolder(ToldOfHolder(route: .spoken)), by: ChainTests.stella)
        #expect(!story.standing().dues.contains { $0.code == .tellOfHolder })
        #expect(story.refused(TellOfHolder(ToldOfHolder(route: .post)), by: ChainTests.stella) == "told.twice")
    }

    @Test("A letter that did not arrive told nobody")
    func astray() throws {
        var story = try Story.registered()
        try story.perform(CorrectCustomer(identity: Story.identity(email: "rosa@example.org")), by: Story.jane)
        try story.perform(ChooseEmail(agreed: true), by: Story.jane)
        try story.perform(
            RecordReferralInterview(
                programme: "made-up", explained: ["what", "pay"], inWriting: true, agreed: ["health"]), by: Story.jane)
        try story.perform(Story.refer(), by: Story.jane)
        try story.perform(AcknowledgeReferral(), by: Story.manager)
        story = try ChainTests.sent(story)
        let facts = try story.perform(
            TakeOn(adviser: ChainTests.stella.person, tellsByEmail: true), by: ChainTests.stella)
        #expect(facts.map(\.kind) == ["chain.takenOn", "chain.told"])
        let told = try #require(story.file.referral?.chain.told.first)
        let astray = RecordUntold(told: told.event.id, reason: .refused)
        try story.perform(astray, by: Story.manager)
        #expect(story.refused(astray, by: Story.manager) == "undelivered.twice")
        #expect(story.refused(TellOfHolder(ToldOfHolder(route: .spoken)), by: Story.manager) == nil)
    }

    @Test("The letter says who, why and what stays the same, in under 150 words")
    func letter() {
        let head = LetterHead(
            customer: "Rosa Parr", organisation: "Harbour Lights", adviser: "Stella Marsh",
            place: ["9 Quay Street", "Ashcombe AB1 6RS"], phone: "01632 960280", programme: "the Work Programme",
            sent: day("2012-06-07"))
        let text = HolderText(head, why: "They know most about the help you need.", isMove: true).text
        #expect(text.contains("Stella Marsh at Harbour Lights helps you now. They know most about the"))
        #expect(text.contains("7 June 2012") && text.contains("01632 960280"))
        #expect(text.split { $0 == " " || $0.isNewline }.count < 150)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
    }
}
