public import Kernel

/// What somebody needs to be spoken with and written to: what they like to be called, the language they speak best, an
/// interpreter, and the formats of letters (G-033, G-034, G-245, K-039, K-040). All of it empty is an answer too: they
/// were asked, and need nothing.
public struct CommunicationNeeds: Sendable, Equatable {
    /// In the words of whoever said it: `Punjabi`.
    public let spokenLanguage: String?
    public let interpreter: InterpreterNeed?
    /// In the order in which formats are declared, each once.
    public let formats: [LetterFormat]
    /// What they like to be called, where it is not their first name; letters keep the name in their details (ours). It is
    /// a name of theirs: it is sealed and erased with those details, and stands in no register.
    public let called: String?

    /// The most characters of a language's name, and of what somebody is called. Ours.
    public static let longestLanguage = 60
    public static let longestCalled = 60

    /// - Refuses: an interpreter of a spoken language while nobody says of which, and a name that is too long.
    public init(
        spokenLanguage: String? = nil, interpreter: InterpreterNeed? = nil, formats: [LetterFormat] = [],
        called: String? = nil
    ) throws(Refusal) {
        let called = (called ?? "").trimmed
        guard called.count <= Self.longestCalled else {
            throw Refusal(
                "needs.called-long", "Shorten the name: it may have \(Self.longestCalled) characters.", rule: "G-034",
                field: "called")
        }
        let language = (spokenLanguage ?? "").trimmed
        guard language.count <= Self.longestLanguage else {
            throw Refusal(
                "needs.long", "Shorten the name of the language: it may have \(Self.longestLanguage) characters.",
                field: "language")
        }
        guard interpreter != .spoken || !language.isEmpty else {
            throw Refusal(
                "needs.language", "Say which language the interpreter is to speak.", rule: "K-040", field: "language")
        }
        let wanted = Set(formats)
        self.spokenLanguage = language.isEmpty ? nil : language
        self.interpreter = interpreter
        self.formats = LetterFormat.allCases.filter(wanted.contains)
        self.called = called.isEmpty ? nil : called
    }

    /// `a Punjabi interpreter`; nil for somebody who needs none.
    public var interpreterNamed: String? {
        switch interpreter {
        case nil: nil
        case .signed: "a British Sign Language interpreter"
        case .spoken: spokenLanguage.map { "\(Self.article(before: $0)) \($0) interpreter" } ?? "an interpreter"
        }
    }

    /// In a line for staff: `Called Bet. Needs a Punjabi interpreter. Large print.`
    public var sentence: String {
        var parts: [String] = []
        if let interpreterNamed { parts.append("Needs \(interpreterNamed).") }
        if interpreter != .spoken, let spokenLanguage { parts.append("Speaks \(spokenLanguage) best.") }
        if !formats.isEmpty { parts.append("\(formats.written.capitalisedFirst).") }
        if parts.isEmpty { parts.append("Needs no interpreter, and letters as they are.") }
        if let called { parts.insert("Called \(called).", at: 0) }
        return parts.joined(separator: " ")
    }

    private static func article(before name: String) -> String {
        let name = name.lowercased()
        return "aeiou".contains(name.prefix(1)) && !name.hasPrefix("uk") ? "an" : "a"
    }
}

/// Who interprets for somebody.
public enum InterpreterNeed: String, Sendable, Hashable, CaseIterable {
    case spoken
    /// British Sign Language.
    case signed = "bsl"
}

/// Another form in which somebody wants their letters (G-245).
public enum LetterFormat: String, Sendable, Hashable, CaseIterable {
    case largePrint = "large-print"
    case easyRead = "easy-read"
    case audio, braille

    /// Inside a sentence.
    public var title: String {
        switch self {
        case .largePrint: "large print"
        case .easyRead: "easy read"
        case .audio: "audio"
        case .braille: "Braille"
        }
    }

    /// Whether it is printed here; the others are made by whoever makes them for the organisation.
    public var isPrinted: Bool { self == .largePrint }
}

extension Sequence<LetterFormat> {
    /// `large print, Braille`
    public var written: String { map(\.title).joined(separator: ", ") }
}

/// What was said of somebody's needs last: when, by whom, and on whose word.
public struct StatedNeeds: Sendable, Equatable {
    public let event: EventStamp
    public let source: ChangeSource
    public private(set) var needs: Sealed<CommunicationNeeds>

    /// The last word counts, on whichever of the records that are one it was recorded.
    /// - Parameter isOwn: whether it stands on the record's own stream.
    static func apply(_ fact: CustomerFact, _ stamp: EventStamp, isOwn: Bool, to stated: inout StatedNeeds?) {
        switch fact {
        case .needsStated(let source, let needs): stated = StatedNeeds(event: stamp, source: source, needs: needs)
        case .erased(let erasure) where isOwn && erasure.classes.contains(.identity): stated?.needs = .shut
        default: break
        }
    }
}

extension CommunicationNeeds {
    var json: JSON {
        .fields([
            "spokenLanguage": spokenLanguage.map { .string($0) },
            "interpreter": interpreter.map { .string($0.rawValue) },
            "formats": formats.isEmpty ? nil : .strings(formats.map(\.rawValue)),
            "called": called.map { .string($0) },
        ])
    }

    init(_ json: JSON) throws {
        spokenLanguage = try json.optional("spokenLanguage", JSON.string)
        called = try json.optional("called", JSON.string)
        interpreter = try json["interpreter"].map { _ in try json.coded("interpreter") }
        let codes = try json["formats"].map { _ in try json.strings("formats") } ?? []
        formats = codes.compactMap(LetterFormat.init(rawValue:))
        guard formats.count == codes.count else {
            throw JSONFault("what somebody needs names a format this program does not know")
        }
    }
}
