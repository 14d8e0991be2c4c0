import Kernel
import Testing

@testable import Casework

@Suite("The letter about an information session")
struct SessionTextTests {
    private func letter(_ basis: Basis, phone: String = "01632 960001") throws -> SessionText {
        let session = try InformationSession(
            id: Identifier(high: 0x7000, low: 1 << 63 | 0x62), host: Story.rival, programme: "work-programme-2011",
            format: .group, starts: Instant(london: day("2012-06-11"), hour: 10, minute: 0), minutes: 60,
            place: "Mill House", places: 8)
        let head = LetterHead(
            customer: "Rosa Parr", organisation: "Ashcombe Jobcentre", adviser: "Jane Hart", place: [], phone: phone,
            programme: "the Work Programme", sent: day("2012-05-29"))
        return SessionText(
            head, customerAddress: ["2 High Street"], terms: SessionInvitation.Terms(session, basis: basis),
            host: "Northway Futures", place: session.place)
    }

    @Test("It says what, when, where and with whom, whether they must go and what follows, and whom to ring (C02, D2)")
    func says() throws {
        let choice = try letter(.voluntary).text.replacing("\n", with: " ")
        for words in ["the Work Programme", "11 June 2012", "Northway Futures", "Mill House", "01632 960001"] {
            #expect(choice.contains(words), "\(words)")
        }
        #expect(choice.contains("You choose whether to go.") && !choice.contains("You must go."))
        let told = try letter(.mandatory).text.replacing("\n", with: " ")
        #expect(told.contains("You must go.") && told.contains("your benefit could be cut"))
        #expect(!told.contains("You choose whether to go."))
        #expect(try letter(.voluntary, phone: "").text.contains("talk to us"))
    }

    @Test("It is in Welsh for whoever reads Welsh (G-245)")
    func welsh() throws {
        let letter = try letter(.mandatory)
        let speech = Speech(.welsh)
        let text = Speech.$current.withValue(speech) { letter.text }
        #expect(text.contains("Rhaid i chi fynd.") && text.contains("y Rhaglen Waith") && speech.gaps == [])
    }
}
