import Foundation
import Kernel
import Testing

@testable import Casework

/// What is stored once must be readable for good: one line of each kind and version ever written stands in `Samples`.
@Suite("Stored samples")
struct StoredSampleTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples")

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".json") }.sorted()
    }

    @Test("Every sample is read by today's program and written back byte for byte (design §3.2)")
    func samples() throws {
        let names = try Self.names()
        #expect(!names.isEmpty)
        for name in names {
            let parts = name.split(separator: ".")
            try #require(parts.count == 4 && parts[2].first == "v", "\(name) is not <kind>.v<version>.json")
            let kind = "\(parts[0]).\(parts[1])"
            let version = try #require(Int(parts[2].dropFirst()))
            let line = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
            let json = try JSON(parsing: line)
            let clear = try #require(json["clear"], "\(name)")
            let fact: any FactCoding =
                if kind.hasPrefix("area.") || kind.hasPrefix("draw.") {
                    try AreaFact(kind: kind, version: version, clear: clear, sealed: json["sealed"])
                } else {
                    try Fact(kind: kind, version: version, clear: clear, sealed: json["sealed"])
                }
            #expect(fact.kind == kind && fact.version == version, "\(name)")
            #expect(StoredSampleTests.line(fact) == line, "\(name)")
        }
    }

    static func line(_ fact: any FactCoding) -> String {
        JSON.fields(["clear": fact.clear, "sealed": fact.sealed?.json]).text
    }

    @Test("Every kind that today's program writes has a sample of its version")
    func everyKind() throws {
        let names = Set(try Self.names())
        for fact in OneOfEach.facts.map({ $0 as any FactCoding }) + OneOfEach.areaFacts.map({ $0 as any FactCoding }) {
            #expect(names.contains("\(fact.kind).v\(fact.version).json"), "no sample of \(fact.kind)")
        }
    }

    @Test("Read with its sealed part or without, a fact writes the same clear part")
    func withoutKey() throws {
        for fact in OneOfEach.facts {
            let sealed = fact.sealed
            let open = try Fact(kind: fact.kind, version: fact.version, clear: fact.clear, sealed: sealed?.json)
            #expect(open == fact, "\(fact.kind)")
            let shut = try Fact(kind: fact.kind, version: fact.version, clear: fact.clear, sealed: nil)
            #expect(shut.clear == fact.clear, "\(fact.kind)")
            #expect(shut.sealed == nil, "\(fact.kind)")
        }
        for fact in OneOfEach.areaFacts {
            #expect(
                try AreaFact(kind: fact.kind, version: fact.version, clear: fact.clear, sealed: nil) == fact)
        }
    }

    @Test("A kind or version this program does not know is refused by name")
    func unknown() {
        for (kind, version) in [("customer.renamed", 1), ("customer.registered", 2), ("nonsense", 1)] {
            #expect(throws: JSONFault.self) { try Fact(kind: kind, version: version, clear: [:], sealed: nil) }
        }
        #expect(throws: JSONFault.self) { try AreaFact(kind: "area.opened", version: 9, clear: [:], sealed: nil) }
    }

    @Test("A kind begins with its capability, and no two facts share one")
    func kinds() {
        let kinds = OneOfEach.facts.map(\.kind) + OneOfEach.areaFacts.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
        for fact in OneOfEach.facts { #expect(fact.kind.hasPrefix(OneOfEach.capability(fact) + ".")) }
        for fact in OneOfEach.areaFacts { #expect(fact.kind.hasPrefix(OneOfEach.capability(fact) + ".")) }
    }

    /// Names, words and numbers that were typed stand only in sealed parts.
    @Test("No clear part holds what a person said or is called")
    func nothingPersonalInClear() throws {
        for fact in OneOfEach.facts {
            let clear = fact.clear.text
            for personal in ["Rosa", "Parr", "QQ123456C", "01924", "High Street", "secret", "Mill", "1980-02-03"] {
                #expect(!clear.contains(personal), "\(fact.kind) has \(personal) in clear")
            }
        }
    }
}
