import Casework
import Foundation
import Kernel
import Testing

@testable import Web

/// Every kind of entry ever stored, as the person it is about reads it: the samples stand in `CaseworkTests/Samples`.
@Suite("What happened, as the person reads it")
struct OwnReadingTests {
    private static let samples = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "CaseworkTests/Samples")
    private static let names = Names(organisation: { _ in "Works Local" }, person: { _ in "Dana Firth" })

    /// What staff call things and people. Those to avoid anywhere are `PlainLanguage.avoided`.
    private static let ofStaff: Set<String> = [
        "customer", "customers", "provider", "providers", "person", "jobseeker", "stream", "barrier", "barriers",
        "action", "actions", "goal", "goals", "suggestion", "commitment", "instrument", "rating", "attached",
        "assigned", "acknowledged", "upheld", "queried", "disputed", "doubtful", "withdrawn", "absorbed", "exited",
        "handover", "undelivered", "evidence", "register", "registered",
    ]

    private static func facts() throws -> [Fact] {
        try FileManager.default.contentsOfDirectory(atPath: samples.path()).sorted().compactMap { name -> Fact? in
            let parts = name.split(separator: ".")
            guard parts.count == 4, parts[0] != "area", parts[0] != "draw" else { return nil }
            let json = try JSON(parsing: String(contentsOf: samples.appending(path: name), encoding: .utf8))
            return try Fact(
                kind: "\(parts[0]).\(parts[1])", version: try #require(Int(parts[2].dropFirst())),
                clear: try #require(json["clear"]), sealed: json["sealed"])
        }
    }

    private func read(_ fact: Fact, in language: Language) -> (sentence: String, gaps: [String]) {
        let speech = Speech(language)
        let sentence = Speech.$current.withValue(speech) {
            OwnJourneyWords.headline(fact, names: Self.names, appointments: [])
        }
        return (sentence, speech.gaps)
    }

    @Test("Every kind of entry has a sentence of its own to the person, in English and in Welsh (C40, G-245)")
    func sentences() throws {
        var said: [String: String] = [:]
        for fact in try Self.facts() {
            let (english, welsh) = (read(fact, in: .english), read(fact, in: .welsh))
            #expect(!english.sentence.isEmpty && !welsh.sentence.isEmpty, "\(fact.kind)")
            #expect(english.gaps == [] && welsh.gaps == [], "\(fact.kind)")
            #expect(english.sentence != welsh.sentence, "\(fact.kind)")
            said[fact.kind] = english.sentence
        }
        #expect(said.count > 100)
        #expect(Set(said.values).count == said.count, "Two kinds are told in the same words")
    }

    @Test("None of them is in the words of staff, and all of them read at the age of eleven or younger (M-069)")
    func plain() throws {
        let sentences = try Self.facts().map { ($0.kind, read($0, in: .english).sentence) }
        for (kind, sentence) in sentences {
            #expect(PlainLanguage.faults(in: sentence) == [], "\(kind)")
            let words = Set(PlainLanguage.sentences(sentence).flatMap { $0 })
            #expect(words.intersection(Self.ofStaff) == [], "\(kind): \(sentence)")
        }
        #expect(PlainLanguage.readingAge(of: sentences.map(\.1)) <= PlainLanguage.readingAge)
    }
}
