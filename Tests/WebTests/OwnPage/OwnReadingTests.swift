import Casework
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office
import TestSupport
import Testing

@testable import Web

/// Every kind of entry ever stored, as the person it is about reads it: the samples stand in `CaseworkTests/Samples`.
@Suite("What happened, as the person reads it")
struct OwnReadingTests {
    private static let samples = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "CaseworkTests/Samples")
    private static let names = Names(organisation: { _ in "Works Local" }, person: { _ in "Dana Firth" })

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

    /// What stands under an entry; nil where nothing does.
    private func body(_ fact: Fact, on own: OwnVisit, in language: Language) -> (text: String?, gaps: [String]) {
        let speech = Speech(language)
        return (Speech.$current.withValue(speech) { OwnJourneyWords.detail(fact, on: own) }, speech.gaps)
    }

    /// The record that has one of everything, as the person it is about opens it.
    private func own(in room: Partnership) -> OwnVisit {
        let (id, office) = (SpecimenCase.id, room.office)
        let author = Author(person: SpecimenCase.person, organisation: SpecimenCase.jobcentre, role: .customer)
        let sight = Sight(role: author.role, relation: .oneself, matrix: office.sharing, on: room.now.day)
        let opened = OpenedCase(
            specimen: sight.see(CaseFile(id: id, folding: SpecimenCase.events)), relation: .oneself,
            events: SpecimenCase.events, on: room.now.day, programmes: office.programmes, rules: office.tools.rules)
        let visit = Visit(
            site: room.site,
            request: Request(
                head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: SiteURL.meJourney().address),
                body: RequestBody(buffer: ByteBuffer())),
            context: SiteContext(source: LoggerSource(logger: LogLines().logger)),
            who: SignedIn(author: author, name: "Specimen Person", organisation: "Works Local", positions: []),
            session: "")
        return OwnVisit(
            visit: visit, opened: opened, visitor: OwnPageVisitor(specimen: id, customer: "Specimen Person"))
    }

    @Test("Every kind of entry has a sentence of its own to the person, in English and in Welsh (K-007, G-245)")
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

    @Test("None of them is in the words of staff, and all of them read at the age of eleven or younger (G-032)")
    func plain() throws {
        let sentences = try Self.facts().map { ($0.kind, read($0, in: .english).sentence) }
        for (kind, sentence) in sentences {
            #expect(PlainLanguage.faults(in: sentence) == [], "\(kind)")
            #expect(StaffWords.found(in: sentence) == [], "\(kind): \(sentence)")
        }
        #expect(PlainLanguage.readingAge(of: sentences.map(\.1)) <= PlainLanguage.readingAge)
    }

    @Test("What stands under an entry is as plain, and in both languages, but for what somebody typed (G-032, G-245)")
    func bodies() async throws {
        let room = try await Partnership()
        let own = own(in: room)
        var said: [String] = []
        for fact in try Self.facts() {
            let (english, welsh) = (body(fact, on: own, in: .english), body(fact, on: own, in: .welsh))
            #expect(english.gaps == [] && welsh.gaps == [], "\(fact.kind)")
            #expect((english.text == nil) == (welsh.text == nil), "\(fact.kind)")
            guard let text = english.text else { continue }
            // What was typed stands between quotation marks; the name of a benefit is as its programme writes it.
            let ours = text.replacing(/“[^”]*”/, with: "").replacing("'", with: "’")
            #expect(PlainLanguage.faults(in: ours) == [], "\(fact.kind)")
            #expect(StaffWords.found(in: ours) == [], "\(fact.kind): \(ours)")
            said.append(ours)
        }
        #expect(said.count > 20, "\(said)")
        #expect(said.contains { $0.hasPrefix("They see ") && $0.contains("your name and birth date") }, "\(said)")
        #expect(PlainLanguage.readingAge(of: said) <= PlainLanguage.readingAge)
        try await room.close()
    }
}
