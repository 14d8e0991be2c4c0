public import Casework
public import Kernel

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
    /// The texts that may speak of somebody else and that nobody has decided on.
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
        [
            "about": .fields([
                "case": .text(subject), "name": .string(name), "made": .text(made), "events": .int(sequence),
                "covered": .int(covered), "waiting": .int(waiting.count),
                "asked": request.map { JSON.text($0.asked.on) } ?? JSON.null,
                "language": language == .english ? nil : .string(language.rawValue),
            ]),
            "sections": .array(
                sections.map { section in
                    [
                        "title": .string(section.title), "note": .string(section.note),
                        "rows": .array(section.rows.map { ["name": .string($0.name), "value": .string($0.value)] }),
                    ]
                }),
            "entries": .array(entries.map(\.json)),
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
