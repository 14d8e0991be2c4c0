import Kernel

/// The answer to what somebody asked, complained of, or asked about their record, in a letter: so that whoever has no page
/// of their own has it too (C43; UK GDPR article 12).
public struct AnswerText: Sendable, Equatable {
    public enum Answered: Sendable, Equatable {
        case voice(Voice)
        case request(RightsRequest)

        /// The event that answered it; nil while it waits.
        public var event: EventStamp? {
            switch self {
            case .voice(let voice): voice.answer?.event
            case .request(let request): request.answered
            }
        }
    }

    public let head: LetterHead
    /// Empty where none is known.
    public let customerAddress: [String]
    public let answered: Answered

    public init(_ head: LetterHead, customerAddress: [String], answered: Answered) {
        self.head = head
        self.customerAddress = customerAddress
        self.answered = answered
    }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        let opening: [[String]] = [
            [head.organisation] + head.place, [head.sent.said], [head.customer] + customerAddress,
            [NoticeWords.dear(head.customer)],
        ]
        let closing: [[String]] = [
            [head.phone.isEmpty ? AnswerWords.talk() : AnswerWords.ring(head.phone)], [NoticeWords.sincerely()],
            [head.adviser, head.organisation].compactMap(\.self),
        ]
        return (opening + body + closing).laidOut
    }

    private var body: [[String]] {
        switch answered {
        case .voice(let voice):
            let opening = (voice.kind == .question ? AnswerWords.question : .complaint)(voice.raised.day)
            return [[opening], Self.lines(voice.words), [AnswerWords.answer()], Self.lines(voice.answer?.words)]
        case .request(let request): return Self.asked(request) + Self.answer(to: request)
        }
    }

    private static func asked(_ request: RightsRequest) -> [[String]] {
        let words: AnswerWords =
            switch request.asked.kind {
            case .access: .copyAsked
            case .correction: .correctionAsked
            case .erasure: .erasureAsked
            }
        let said = lines(request.words)
        return [[words(request.asked.on)]] + (said.isEmpty ? [] : [[AnswerWords.yourWords()], said])
    }

    private static func answer(to request: RightsRequest) -> [[String]] {
        switch request.answer {
        case .released: [[AnswerWords.copyHere()], [AnswerWords.rights()]]
        case .corrected(_, let event): [[AnswerWords.corrected(event.day)]]
        case .refused(let reason, let words, _):
            [
                [AnswerWords.refused(RecordWords.of(reason.title))], lines(words),
                request.asked.kind == .access ? [] : [AnswerWords.statement()], [AnswerWords.rights()],
            ]
        case .erased, nil: []
        }
    }

    /// What a person wrote, line by line; empty where it is shut.
    private static func lines(_ words: Sealed<Words>?) -> [String] {
        (words?.value?.text ?? "").split(separator: "\n").map { String($0) }
    }
}
