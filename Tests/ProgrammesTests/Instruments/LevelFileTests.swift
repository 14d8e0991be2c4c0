import Casework
import Foundation
import Kernel
import Testing

@testable import Programmes

@Suite("Ways of streaming that an adviser judges, as files")
struct LevelFileTests {
    private static let sound = """
        instrument: nearness
        version: 1
        title: Nearness
        summary: One question.
        stage: full
        status: ours
        source: a test
        rated_by: adviser
        sections:
          - id: one
            title: One
            says: The first.
            row: E-023
            questions:
              - { id: wanted, asks: What work?, answer: words }
        ratings:
          - { code: near, title: Near, means: Ready. }
          - { code: far, title: Far, means: Not yet. }
        streams:
          - { code: search, title: Search, says: Looking., ratings: [near] }
          - { code: help-first, title: Help first, says: Help., ratings: [far] }
        """

    private func read(_ text: String) throws -> Instrument {
        try InstrumentReader.read(text: text, file: "nearness.yaml")
    }

    /// What is replaced, by what, and part of the sentence that must answer.
    private static let spoilt: [(String, String, String)] = [
        ("means: Ready. }", "means: Ready., up_to: 2 }", "An adviser sets “near”, and no points do."),
        ("  - { code: far, title: Far, means: Not yet. }\n", "", "one of several levels"),
        ("[far] }", "[near] }", "Nobody rated “far” is sure of a stream."),
        ("answer: words }", "answer: many, choices: [{ code: a, text: A, points: 1 }] }", "“wanted” has points"),
        ("rated_by: adviser", "rated_by: nobody", "“nobody” is not a rated_by. Use one of: points, adviser."),
        ("rated_by: adviser", "rated-by: adviser", "Did you mean “rated_by”?"),
    ]

    @Test("What is wrong with levels is told, and what to do about it", arguments: spoilt.indices)
    func tells(_ index: Int) throws {
        let instrument = try read(Self.sound)
        #expect(instrument.ratedBy == .adviser && instrument.isOffered)
        let (found, spoilt, told) = Self.spoilt[index]
        try #require(Self.sound.contains(found), "\(found)")
        let fault = #expect(throws: ProgrammeFault.self) {
            try read(Self.sound.replacing(found, with: spoilt, maxReplacements: 1))
        }
        #expect(fault?.problems.contains { $0.sentence.contains(told) } == true, "\(fault?.problems ?? [])")
    }

    @Test("Closeness and groups ship with their source, and wait to be taken up (E-023 to E-025, E-030)")
    func ships() throws {
        let tools = try InstrumentReader.shipped()
        for (id, row) in [("closeness", "E-023 to E-025"), ("groups", "E-030")] {
            let way = try #require(tools.instrument(id, version: 1))
            #expect(way.ratedBy == .adviser && !way.isOffered && way.source.contains(row))
            #expect(way.ratings.count == 3 && way.questions.allSatisfy { $0.mostPoints == 0 })
            // What researchers were told had followed was neglect; no level is a ground to leave anybody alone.
            for level in way.ratings {
                let help = try #require(way.streamOfLevel(level.code))
                for word in ["alone", "phone", "nothing", "pressure"] {
                    #expect(!(level.means + help.says).lowercased().contains(word), "\(level.code): \(word)")
                }
                let reviews = tools.rules.planReviews
                let day = try CalendarDay("2012-06-18")
                let ours = PlanStream(help.code)
                #expect(reviews.due(after: day, stream: ours) <= reviews.due(after: day, stream: nil))
            }
            let told = InstrumentExplanation(way).text
            #expect(told.contains("Levels, set by an adviser with a reason"))
            #expect(told.contains("Its levels are published"))
            #expect(InstrumentCheck(way).text.contains("An adviser sets one of 3 levels and says why."))
        }
        let closeness = try #require(tools.instrument("closeness", version: 1))
        let day = try CalendarDay("2012-06-18")
        let reviewed = Set(
            closeness.streams.map { tools.rules.planReviews.due(after: day, stream: PlanStream($0.code)) })
        #expect(reviewed.count == 1, "no level of closeness is seen less often than another")
    }

    @Test("A partnership streams by groups in place of points with two files of its own, and reads what was before")
    func takenUp() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "levels-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let instruments = folder.appending(path: "instruments")
        try FileManager.default.createDirectory(at: instruments, withIntermediateDirectories: true)
        let own = Self.sound.replacing("instrument: nearness", with: "instrument: groups")
        try Data(own.utf8).write(to: instruments.appending(path: "groups.yaml"))
        let five = Self.sound.replacing("instrument: nearness", with: "instrument: five-section\noffered: no")
        try Data(five.replacing("version: 1", with: "version: 2").utf8)
            .write(to: instruments.appending(path: "five-section.yaml"))
        let tools = try InstrumentReader.shipped(adding: folder.path)
        #expect(tools.offered.map(\.id) == ["first-meeting", "groups"])
        #expect(tools.instrument("five-section", version: 1)?.ratings.map(\.code) == ["green", "amber", "red"])
    }

    @Test("Reviews by which a level would be seen less often than others are refused (E-025)")
    func neverLess() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "levels-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let service = folder.appending(path: "service")
        try FileManager.default.createDirectory(at: service, withIntermediateDirectories: true)
        let file = service.appending(path: "service.yaml")
        let shipped = try String(
            contentsOfFile: Programmes.definitions() + "/service/service.yaml", encoding: .utf8)
        func reviewing(every weeks: Int) throws {
            try #require(shipped.contains(" search: { weeks: 2,"))
            try Data(shipped.replacing(" search: { weeks: 2,", with: " search: { weeks: \(weeks),").utf8).write(
                to: file)
        }
        try reviewing(every: 8)
        #expect(throws: Never.self, "levels that are not offered bind nobody") {
            try InstrumentReader.shipped(adding: folder.path)
        }
        let instruments = folder.appending(path: "instruments")
        try FileManager.default.createDirectory(at: instruments, withIntermediateDirectories: true)
        try Data(Self.sound.utf8).write(to: instruments.appending(path: "nearness.yaml"))
        let fault = #expect(throws: ProgrammeFault.self) { try InstrumentReader.shipped(adding: folder.path) }
        #expect(fault?.problems.first?.sentence.hasPrefix("Plans of the stream “search” would be") == true)
        try reviewing(every: 4)
        #expect(throws: Never.self) { try InstrumentReader.shipped(adding: folder.path) }
    }
}
