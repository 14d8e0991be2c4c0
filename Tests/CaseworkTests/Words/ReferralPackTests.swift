import Kernel
import Testing

@testable import Casework

@Suite("What somebody reads when they are put forward")
struct ReferralPackTests {
    private func head(_ name: String, phone: String, on sent: String = "2012-05-30") -> LetterHead {
        LetterHead(
            customer: "Rosa Parr", organisation: name, adviser: nil, place: ["2 High Street", "Ashcombe AB1 1AA"],
            phone: phone, programme: "the Work Programme", sent: day(sent))
    }

    private func pack(_ story: Story, on sent: String = "2012-05-30") throws -> ReferralPack {
        story.file.pack(
            of: try #require(story.file.referral), in: story.programme,
            from: head("Northway Futures", phone: "01632 960100", on: sent))
    }

    private func letter(_ story: Story) throws -> HolderText {
        let pack = try pack(story)
        return HolderText(pack.provider, why: nil, isMove: false)
            .first(pack, in: head("Union Street Jobcentre", phone: "01632 960001"))
    }

    @Test("It says who, why, for how long, whether they must, how to reach them and what is next (G-001, G-002)")
    func whole() throws {
        let letter = try letter(try Story.referred())
        let words = letter.text.replacing("\n", with: " ")
        for said in [
            "Your jobcentre has put you forward for the Work Programme, as the rules of your benefit ask.",
            "Northway Futures is to help you, and will choose your adviser. They were drawn by chance",
            "The help can last up to two years, from your first meeting.", "You must take part.",
            "How to reach Northway Futures:", "2 High Street", "Phone: 01632 960100",
            "You will hear from Northway Futures, to agree when to meet first.", "ring us on 01632 960001.",
        ] { #expect(words.contains(said), "\(said)") }
        #expect(letter.text.hasPrefix("Union Street Jobcentre\n"))
        #expect(letter.text.split { $0 == " " || $0.isNewline }.count < 250)
        #expect(letter.text.split(separator: "\n").allSatisfy { $0.count <= 72 })
    }

    @Test("Of each group it tells only what is asked of everybody in it (G-001, M-010)", arguments: [false, true])
    func duties(byChoice: Bool) throws {
        var story = try Story.referred(byChoice: byChoice)
        let plain = try letter(story).text.replacing("\n", with: " ")
        #expect(plain.contains("because you chose to join.") == byChoice)
        #expect(plain.contains("You take part because you chose to.") == byChoice)
        #expect(plain.contains("You must take part.") == !byChoice)
        let group = byChoice ? "chose" : "told"
        let basis: Basis = byChoice ? .voluntary : .mandatory
        func rows(_ duties: [String?]) {
            let rows = duties.map { BasisRow(when: [], basis: basis, duties: $0, status: .ours, source: "test") }
            story.programme.groups = [
                PaymentGroup(id: group, title: "Group", entry: [], basis: rows, source: "test")
            ]
        }
        rows(["take-part"])
        #expect(try pack(story).duties == "Come.")
        // What one row asks is not asked of somebody who may have come by another.
        rows(["take-part", nil])
        #expect(try pack(story).duties != "Come.")
    }

    @Test("Nobody known to be off the benefit of their group reads that they must take part (M-010, K-026)")
    func knownOff() throws {
        var story = try Story.referred()
        story.programme.dutiesOtherwise = nil
        try story.perform(Story.benefit(false, from: "2012-05-30"), by: Story.jane)
        let words = try letter(story).text.replacing("\n", with: " ")
        #expect(words.contains("as the rules of your benefit ask.") && !words.contains("You must take part."))
        story.programme.dutiesOtherwise = "take-part"
        #expect(try pack(story).duties == "Come.")
    }

    @Test("What happens next is the first meeting, or by when they hear of it (C05)")
    func next() throws {
        let (booked, _) = try Story.booked()
        #expect(try pack(booked).next == "Your first meeting is on 14 June 2012 at 9:30am.")
        var story = try Story.acknowledged()
        story.programme.standards = [
            ServiceStandard(
                id: "first-contact", says: "Within 2 working days.",
                measure: .within(TimeLimit(2, .workingDays), from: "referral.acknowledged", to: "contact.made"),
                target: 100, range: .always, pausedBy: [], status: .ours, source: "M-008")
        ]
        #expect(
            try pack(story).next == "You will hear from Northway Futures by 6 June 2012, to agree when to meet first.")
        // No day that has passed is promised.
        let hear = "You will hear from Northway Futures, to agree when to meet first."
        #expect(try pack(story, on: "2012-06-06").next != hear)
        #expect(try pack(story, on: "2012-06-07").next == hear)
        #expect(try pack(booked, on: "2012-06-14").next == "Your first meeting is on 14 June 2012 at 9:30am.")
        #expect(try pack(booked, on: "2012-06-15").next == hear)
    }

    @Test("It is in Welsh from its first word to its last (G-245)")
    func welsh() throws {
        let letter = try letter(try Story.referred())
        let words = Language.welsh.write { letter.text }.replacing("\n", with: " ")
        #expect(words.contains("Annwyl Rosa Parr") && words.contains("y Rhaglen Waith."), "\(words)")
        #expect(words.contains("hyd at ddwy flynedd") && words.contains("Sut i gysylltu â hwy (Northway Futures):"))
    }
}
