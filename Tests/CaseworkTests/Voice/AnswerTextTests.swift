import Kernel
import Testing

@testable import Casework

@Suite("The letter with an answer")
struct AnswerTextTests {
    private let head = LetterHead(
        customer: "Rosa Parr", organisation: "Union Street Jobcentre", adviser: "Jane Hall", place: ["1 Union Street"],
        phone: "01924 555010", programme: "", sent: day("2012-06-01"))

    @Test("It says what was asked, and the answer word for word, in both languages (C43, G-245)")
    func voice() throws {
        var story = try Story.registered()
        story.sharing = .test
        let taken = VoiceTaken(how: .letter, on: day("2012-05-25"))
        try story.perform(
            AskQuestion(to: Story.jobcentre, words: Words("Do I bring\nmy passport?"), taken: taken), by: Story.jane)
        let waiting = try #require(story.file.voices.all.first)
        try story.perform(AnswerQuestion(voice: waiting.id, words: Words("No.")), by: Story.jane)
        let letter = AnswerText(
            head, customerAddress: ["1 High Street"], answered: .voice(try #require(story.file.voices.all.first)))
        #expect(
            Language.english.write { letter.text } == """
                Union Street Jobcentre
                1 Union Street

                1 June 2012

                Rosa Parr
                1 High Street

                Dear Rosa Parr

                You asked us this on 25 May 2012:

                Do I bring
                my passport?

                This is our answer:

                No.

                Is something not clear, or not right? Then ring us on 01924 555010.

                Yours sincerely

                Jane Hall
                Union Street Jobcentre

                """)
        let welsh = Language.welsh.write { letter.text }
        #expect(welsh.contains("Dyma ein hateb:") && !welsh.contains("You asked"))
    }

    @Test("A refusal says why, and what they can do about it (UK GDPR article 12(4))")
    func refusal() throws {
        var story = try Story.registered()
        try story.perform(
            AskRight(
                RightsAsked(kind: .correction, on: day("2012-05-28"), how: .byPhone), words: Words("I did not say so.")),
            by: Story.jane)
        let request = try #require(story.file.rights.open.first).id
        try story.perform(
            RefuseRequest(request: request, reason: .opinion, words: Words("It is her view.")), by: RightsTests.lead)
        let letter = AnswerText(
            head, customerAddress: [], answered: .request(try #require(story.file.rights.find(request))))
        let text = Language.english.write { letter.text }
        for words in ["put right", "I did not say so.", "an opinion", "It is her view.", "statement", "Commissioner"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
    }
}
