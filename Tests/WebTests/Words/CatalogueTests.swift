import Casework
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

    @Test("Every phrase is plain: short sentences, and no word on the list of those to avoid (G-071, M-069)")
    func plain() {
        let faults = Catalogue.entries.filter { !named.contains($0.name) }.flatMap { entry in
            PlainLanguage.faults(in: entry.english).map { "\(entry.name): \($0)" }
        }
        #expect(faults == [])
    }

    @Test("Every page and letter reads at the age of eleven or younger")
    func age() {
        for (book, entries) in Dictionary(grouping: Catalogue.entries, by: \.book) where !Self.given.contains(book) {
            let age = PlainLanguage.readingAge(of: entries.map(\.english))
            #expect(age <= PlainLanguage.readingAge, "\(book) reads at \(age)")
        }
    }

    /// Names that others gave, which are not ours to make plain.
    private static let given: Set<String> = ["GivenWords", "RecordWords"]

    private var named: Set<String> { Set(Catalogue.entries.filter { Self.given.contains($0.book) }.map(\.name)) }

    private func places(_ text: String) -> Set<Substring> {
        Set((1...9).map { "{\($0)}" }.filter(text.contains).map { Substring($0) })
    }
}
