import Foundation
import Kernel
import Records
import TestSupport
import Testing

@Suite("Documents")
struct DocumentTests {
    let mine = Identifier<Probe>.number(1)
    let yours = Identifier<Probe>.number(2)

    @Test(
        "The type is told by the content and not by its name",
        arguments: [
            (Array("%PDF-1.7 …".utf8), DocumentType.pdf),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
            ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
            (Array("Dear Mrs Tŷ,\r\n\tthe notice\n".utf8), .text),
            (Array("<html><script>".utf8), .text),
            ([0x50, 0x4B, 0x03, 0x04], nil),
            (Array("GIF89a\u{1}".utf8), nil),
            ([0xC3], nil), ([0x41, 0x00], nil), ([0xED, 0xA0, 0x80], nil),
        ] as [([UInt8], DocumentType?)])
    func type(content: [UInt8], expected: DocumentType?) {
        #expect(DocumentType(content: content) == expected)
    }

    @Test("A document of any length is read again whole, for its own case alone", arguments: Engine.allCases)
    func roundTrip(engine: Engine) async throws {
        let (store, documents) = (try await TestStore.fresh(engine), Documents(keys: try .test()))
        for length in [1, 65_535, 65_536, 65_537, 200_000] {
            let content = Array("%PDF-".utf8) + (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let document = try await store.write { [mine] in
                try documents.add(content, to: mine, .evidence, at: .start, in: $0)
            }
            #expect(document.digest == Documents.digest(of: content) && document.length == content.count)
            try await store.read { [mine, yours] connection in
                let read = try #require(try documents.read(document.digest, of: mine, in: connection))
                #expect(read.content == content && read.document == document)
                #expect(try documents.read(document.digest, of: yours, in: connection) == nil)
                #expect(try Documents.isKept(document.digest, of: mine, in: connection))
                #expect(try !Documents.isKept(document.digest, of: yours, in: connection))
            }
        }
        try await store.close()
    }

    @Test(
        "Whether one can still be opened is known without opening it: not once its key is gone",
        arguments: Engine.allCases)
    func kept(engine: Engine) async throws {
        let (store, documents) = (try await TestStore.fresh(engine), Documents(keys: try .test()))
        let digest = try await store.write { [mine] in
            try documents.add(Array("A letter".utf8), to: mine, .support, at: .start, in: $0).digest
        }
        func isKept() async throws -> Bool {
            try await store.read { [mine] in try Documents.isKept(digest, of: mine, in: $0) }
        }
        try await store.tamper("DELETE FROM document_chunks")
        #expect(try await isKept())
        try await store.tamper("DELETE FROM keys")
        #expect(try await !isKept())
        try await store.close()
    }

    @Test("The same document sent twice is kept once", arguments: Engine.allCases)
    func twice(engine: Engine) async throws {
        let (store, documents) = (try await TestStore.fresh(engine), Documents(keys: try .test()))
        for _ in 0..<2 {
            _ = try await store.write { [mine] in
                try documents.add(Array("A letter".utf8), to: mine, .support, at: .start, in: $0)
            }
        }
        #expect(try await store.count("documents") == 1)
        #expect(try await store.count("document_chunks") == 1)
        try await store.close()
    }

    @Test("What is empty, over ten megabytes, or of another type is refused", arguments: Engine.allCases)
    func refused(engine: Engine) async throws {
        let (store, documents) = (try await TestStore.fresh(engine), Documents(keys: try .test()))
        for (content, code) in [
            ([], "document.empty"), ([0, 1, 2], "document.type"),
            (Array(repeating: UInt8(ascii: "a"), count: Documents.largest + 1), "document.too-large"),
        ] {
            let refusal = await #expect(throws: Refusal.self) {
                try await store.write { [mine] in
                    _ = try documents.add(content, to: mine, .support, at: .start, in: $0)
                }
            }
            #expect(refusal?.code == code)
        }
        try await store.write { [mine] in
            _ = try documents.add(
                Array(repeating: UInt8(ascii: "a"), count: Documents.largest), to: mine, .support, at: .start, in: $0)
        }
        #expect(try await store.count("document_chunks") == 160)
        try await store.close()
    }

    @Test("An altered piece, a lost piece and pieces put in another order are all noticed", arguments: Engine.allCases)
    func damaged(engine: Engine) async throws {
        let (store, documents) = (try await TestStore.fresh(engine), Documents(keys: try .test()))
        let content = Array(repeating: UInt8(ascii: "x"), count: 150_000)
        let digest = try await store.write { [mine] in
            try documents.add(content, to: mine, .support, at: .start, in: $0).digest
        }
        for (change, undo) in [
            (
                "UPDATE document_chunks SET number = 1 - number + 10 WHERE number < 2",
                "UPDATE document_chunks SET number = 11 - number WHERE number > 2"
            ),
            ("UPDATE document_chunks SET number = 9 WHERE number = 2", ""),
        ] {
            try await store.tamper(change)
            await #expect(throws: RecordsFault.self) {
                try await store.read { [mine] in _ = try documents.read(digest, of: mine, in: $0) }
            }
            if !undo.isEmpty { try await store.tamper(undo) }
        }
        try await store.close()
    }
}
