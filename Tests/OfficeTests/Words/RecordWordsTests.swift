import Casework
import Kernel
import Programmes
import Testing

@testable import Office

@Suite("What the record calls things, in Welsh")
struct RecordWordsTests {
    @Test("Everything that the copy of a record names by the record’s own words has Welsh (G-245)")
    func names() throws {
        var names = Role.allCases.map { $0.title.lowercased() }
        names += SharingBasis.allCases.map(\.words) + LineKind.allCases.map(\.title)
        names += FigureStatus.allCases.filter { $0 != .published }.map(\.title)
        names += CopyReason.allCases.filter(\.covers).map(\.title) + RightsRefusal.allCases.map(\.title)
        names += [Act.readCase, .readCopy, .readProof, .readLooks, .mergeRecords, .takeUpRecord].map(\.words)
        let programmes = try Programmes.shipped().programmes
        names += programmes.values.flatMap { $0.sharing.map(\.title) }
        let unknown = names.filter { RecordWords(rawValue: $0.replacing("'", with: "’")) == nil }
        #expect(unknown == [])
    }

    @Test("What the shipped programmes say to customers has Welsh (G-245)")
    func programmes() throws {
        let programmes = try Programmes.shipped().programmes.values
        let said = programmes.flatMap { [$0.title] + $0.duties.map(\.says) }
        #expect(said.filter { GivenWords(rawValue: $0.replacing("'", with: "’")) == nil } == [])
    }

    @Test("What the shipped lists tell somebody of why they were moved has Welsh (C04, G-245)")
    func reasons() throws {
        let reasons = try Programmes.shipped().programmes.values.flatMap { $0.reasons.values.flatMap { $0 } }
        #expect(reasons.contains { $0.told != nil })
        let speech = Speech(.welsh)
        Speech.$current.withValue(speech) {
            for reason in reasons { _ = reason.saidToThem }
        }
        #expect(speech.gaps == [])
    }
}
