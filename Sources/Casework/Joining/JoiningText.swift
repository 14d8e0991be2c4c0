import Kernel

/// The sheet that somebody takes home before they choose: what joining a programme means to everybody, and to them
/// (C02, D-044). It is kept word for word, as what they sign to.
public struct JoiningText: Sendable, Equatable {
    public let head: LetterHead
    /// What joining means to everybody.
    public let joining: [String]
    /// What would be asked of them once they joined; nil where nothing is.
    public let duties: String?

    public init(_ head: LetterHead, programme: Programme, duties: Duties?) {
        self.head = head
        joining = programme.joiningSaid
        self.duties = duties?.says
    }

    /// The whole sheet, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        let lines = joining.map { ["\u{2022} \(GivenWords.of($0))"] }
        return head.letter(
            [[JoiningWords.title(NoticeWords.of(head.programme))], [JoiningWords.before()]] + lines + [
                duties.map { [GivenWords.of($0)] } ?? [],
                [JoiningWords.choice()],
                [head.phone.isEmpty ? JoiningWords.talk() : JoiningWords.ring(head.phone)],
            ])
    }
}

extension Programme {
    /// What joining means to everybody, as it is said: without the row each line comes from, which stands at its end as
    /// `(D-043).`
    public var joiningSaid: [String] { joining.map(Self.withoutSource) }

    private static func withoutSource(_ line: String) -> String {
        guard line.hasSuffix(")."), let opening = line.lastIndex(of: "(") else { return line }
        let inside = line[opening...].dropFirst().dropLast(2)
        let isCode =
            inside.first?.isUppercase == true && inside.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
        return isCode ? String(line[..<opening]).trimmed + "." : line
    }
}

/// What the sheet about joining says beside the programme's own words.
enum JoiningWords: String, CustomerWords {
    case title = "What changes if you join {1}"
    case before = "Read this before you choose. You have been told the same."
    case choice =
        "You choose whether to join. If you say no, nothing happens to your benefit. If you say yes, you sign that you understand this."
    case ring = "To ask about this, or to have it in another form, ring us on {1}."
    case talk = "To ask about this, or to have it in another form, talk to us."

    var welsh: String? {
        switch self {
        case .title: "Beth sy’n newid os ymunwch: {1}"
        case .before: "Darllenwch hwn cyn i chi ddewis. Rydych wedi clywed yr un peth gennym."
        case .choice:
            "Chi sy’n dewis a ydych am ymuno. Os dywedwch na, nid oes dim yn digwydd i’ch budd-dal. Os dywedwch ie, byddwch yn llofnodi eich bod yn deall hyn."
        case .ring: "I ofyn am hyn, neu i’w gael ar ffurf arall, ffoniwch ni ar {1}."
        case .talk: "I ofyn am hyn, neu i’w gael ar ffurf arall, siaradwch â ni."
        }
    }
}
