import Casework
import Office
import Testing

@testable import Web

@Suite("The catalogue of words that customers read")
struct CatalogueTests {
    /// What is the same in both languages: values alone.
    private static let same: Set<String> = [
        "{1}, {2}", "{1}: {2}", "{1}: {2}.", "{1}. {2}", "{1}, {2},", "{1}, {2}, {3}",
    ]

    @Test("Every phrase has its Welsh: no gap is left (G-245, K-039)")
    func gaps() { #expect(Catalogue.gaps == []) }

    @Test("A phrase has the same places for values in both languages, and is in Welsh where it has words")
    func columns() {
        for entry in Catalogue.entries {
            guard let welsh = entry.welsh else { continue }
            #expect(places(entry.english) == places(welsh), "\(entry.name)")
            #expect(Self.same.contains(entry.english) || entry.english != welsh, "\(entry.name)")
            #expect(!welsh.contains("'") && !welsh.contains("\""), "\(entry.name)")
        }
        #expect(Catalogue.entries.count > 500)
        #expect(Set(Catalogue.entries.map(\.name)).count == Catalogue.entries.count)
    }

    @Test("Every phrase is plain: short sentences, and no word on the list of those to avoid (G-032, M-069)")
    func plain() {
        let faults = Catalogue.entries.flatMap { entry in
            PlainLanguage.faults(in: entry.english).map { "\(entry.name): \($0)" }
        }
        #expect(faults == [])
    }

    @Test("No phrase of a customer’s own pages is in the words of staff (G-032)")
    func staffWords() {
        let letters = Set((LetterWords.inCasework + LetterWords.inOffice).map { "\($0)" })
        let pages = Catalogue.entries.filter { !letters.contains($0.book) }
        // The page where staff sign in says by that name whom the other page is for.
        let found = pages.filter { $0.name != "WelcomeWords.here" && StaffWords.found(in: $0.english) != [] }
        #expect(pages.count > 500 && found.map(\.name) == [])
    }

    @Test("Every page, letter and list of names reads at the age of eleven or younger")
    func age() {
        for (book, entries) in Dictionary(grouping: Catalogue.entries, by: \.book) {
            let age = PlainLanguage.readingAge(of: entries.map(\.english))
            #expect(age <= PlainLanguage.readingAge, "\(book) reads at \(age)")
        }
    }

    @Test("A name the record has that is a word of the trade is read as plainer English, and found by the record’s own")
    func renamed() {
        #expect(RecordWords.of("Attachment") == "Joining the programme")
        #expect(RecordWords.of("referral receiver") == RecordWords.receiver.english)
        #expect(RecordWords.of("Name") == "Name")
        for language in Language.allCases {
            let said = language.write { RecordWords.of("Job outcome") }
            #expect(said == RecordWords.jobOutcome.text(in: language) && said != "Job outcome")
        }
    }

    @Test("Every answer that can be told of a change has its Welsh (C14, G-245)")
    func answers() {
        let titles = ChangeKind.allCases.flatMap { $0.codes.map { $0.title } }
        #expect(titles.filter { OwnTellWords(rawValue: $0) == nil } == [])
    }

    private func places(_ text: String) -> Set<Substring> {
        Set((1...9).map { "{\($0)}" }.filter(text.contains).map { Substring($0) })
    }
}
