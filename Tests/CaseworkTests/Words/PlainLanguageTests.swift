import Testing

@testable import Casework

@Suite("Plain language")
struct PlainLanguageTests {
    @Test("Syllables are counted as the formula counts them")
    func syllables() {
        let counted = ["the": 1, "adviser": 3, "appointment": 3, "table": 2, "moved": 1, "wanted": 2]
        for (word, count) in counted { #expect(PlainLanguage.syllables(word) == count, "\(word)") }
    }

    @Test("A text for a child reads younger than one for an office (G-032)")
    func age() {
        let plain = PlainLanguage.readingAge(of: ["We will see you on Friday. You can bring a friend."])
        let office = PlainLanguage.readingAge(of: [
            "Participation requirements necessitate attendance at mandatory work-focused interviews, notwithstanding "
                + "alternative commitments previously communicated to administrative personnel."
        ])
        #expect(plain < 8 && office > 25)
        #expect(PlainLanguage.readingAge(of: []) == 0)
    }

    @Test("A long sentence, a word to avoid and a typewriter’s quotation mark are faults")
    func faults() {
        let long = Array(repeating: "word", count: 26).joined(separator: " ") + "."
        #expect(PlainLanguage.faults(in: long).count == 1)
        #expect(PlainLanguage.faults(in: "We tackle this in order to help.").count == 2)
        #expect(PlainLanguage.faults(in: "They are hard to help.").count == 1)
        #expect(PlainLanguage.faults(in: "Your referral waits for an assessment.").count == 2)
        #expect(PlainLanguage.faults(in: "It's here.").count == 1)
        #expect(PlainLanguage.faults(in: "Your key worker’s keys").count == 1)
        #expect(PlainLanguage.faults(in: "You choose. Nobody is made to come.").isEmpty)
    }
}
