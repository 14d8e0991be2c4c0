public import Casework
import Foundation
public import Kernel
public import Records

/// Everything held about one person, in plain words and in order, for them to have (UK GDPR article 15).
///
/// It is a value: how it is written, as a page to print or as JSON, is the same for the same value, so that its digest
/// proves what was given out.
public struct AccessCopy: Sendable {
    public let subject: Identifier<CaseFile>
    /// The request it answers; nil for one made where the key is kept.
    public let request: RightsRequest?
    public let name: String
    public let made: Instant
    /// The number of the last event in it.
    public let sequence: Int
    public let sections: [Section]
    public let entries: [Entry]
    /// The pictures and files of the record that are given with it, whole; what is covered is not among them.
    public let papers: [Paper]
    /// The texts and papers that may speak of somebody else.
    public let reviewed: [CopyText]
    /// Those of them that nobody has decided on.
    public let waiting: [CopyText]
    /// How many texts are covered.
    public let covered: Int
    /// Whether anything was erased of the record before.
    public let erasures: [Customer.Erased]
    /// The language it is in: the one the person read when it was made, or English where that has no words for something
    /// in it. What was written down is in the words in which it was written.
    public let language: Language
    public let names: Names
    public let appointments: [Appointment]
    /// Whether the person is made up.
    public let isMadeUp: Bool

    /// Facts under a heading, each with its name.
    public struct Section: Sendable {
        public let title: String
        /// What the section is, for whoever reads it.
        public let note: String
        public let rows: [Row]

        public struct Row: Sendable, Equatable {
            public let name: String
            public let value: String
        }
    }

    /// A picture or a file that was kept with the record.
    public struct Paper: Sendable {
        /// `A picture, added on 3 May 2012`
        public let name: String
        public let document: StoredDocument
        public let content: [UInt8]

        /// The name of a file with it.
        public var file: String { "paper-\(document.digest.prefix(12)).\(document.type.ending)" }
        /// Its content in the letters of RFC 4648, section 4.
        public var base64: String { Data(content).base64EncodedString() }
    }

    /// One thing that happened.
    public struct Entry: Sendable {
        public let event: Event<CaseFile>
        public let told: TimelineEntry
        /// Who recorded it, as what, and where.
        public let by: String
        public let texts: [Text]

        public struct Text: Sendable, Equatable {
            public let label: String
            /// Nil when it is covered.
            public let text: String?
            /// Why it is covered, or that somebody has still to decide.
            public let covered: String?
        }
    }

    public var json: JSON {
        let madeUp: JSON? = isMadeUp ? .bool(true) : nil
        let enclosed: JSON? = papers.isEmpty ? nil : .array(papers.map(\.json))
        return .fields([
            "about": .fields([
                "case": .text(subject), "name": .string(name), "made up": madeUp, "made": .text(made),
                "events": .int(sequence), "covered": .int(covered), "waiting": .int(waiting.count),
                "asked": request.map { JSON.text($0.asked.on) } ?? JSON.null,
                "language": language == .english ? nil : .string(language.rawValue),
            ]),
            "sections": .array(sections.map(\.json)), "entries": .array(entries.map(\.json)),
            "papers": enclosed,
        ])
    }
}

extension AccessCopy.Section {
    fileprivate var json: JSON {
        [
            "title": .string(title), "note": .string(note),
            "rows": .array(rows.map { ["name": .string($0.name), "value": .string($0.value)] }),
        ]
    }
}

extension AccessCopy.Paper {
    fileprivate var json: JSON {
        [
            "name": .string(name), "file": .string(file), "type": .string(document.type.mediaType),
            "sha256": .string(document.digest), "content": .string(base64),
        ]
    }
}

extension AccessCopy.Entry {
    /// What stands in clear as it is recorded: codes, days and amounts. References mean nothing to anybody outside, and
    /// one may be another person's.
    public var recorded: [AccessCopy.Section.Row] {
        event.fact.clear.leaves().filter { (try? Identifier<Event<CaseFile>>($0.text)) == nil }.map {
            .init(name: $0.path.joined(separator: " "), value: $0.text)
        }
    }

    fileprivate var json: JSON {
        [
            "number": .int(told.sequence), "day": .text(told.day), "recorded": .text(event.recorded),
            "by": .string(by), "kind": .string(event.fact.kind), "what": .string(told.headline),
            "more": told.detail.map { .string($0) } ?? .null,
            "texts": .array(
                texts.map { text in
                    [
                        "label": .string(text.label), "text": text.text.map { .string($0) } ?? .null,
                        "covered": text.covered.map { .string($0) } ?? .null,
                    ]
                }),
            "as recorded": .object(recorded.map { JSON.Member($0.name, .string($0.value)) }),
        ]
    }
}
