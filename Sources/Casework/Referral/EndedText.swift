import Kernel

/// That a programme ended and why, or that what was recorded of its end was a mistake, in a letter of under 150 words and
/// what was written for the person (C13).
public struct EndedText: Sendable, Equatable {
    public let head: LetterHead
    public let news: EndNews

    public init(_ head: LetterHead, news: EndNews) {
        self.head = head
        self.news = news
    }

    /// The subject of the e-mail that leads to it on their own page, and what that says.
    public static var mailSubject: String { EndedWords.mailSubject() }
    public static var mail: String { EndedWords.mail() }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        head.letter(body + [[head.phone.isEmpty ? EndedWords.talk() : EndedWords.ring(head.phone)]])
    }

    private var body: [[String]] {
        let programme = NoticeWords.of(head.programme)
        switch news {
        case .ended(let exit):
            return [[EndedWords.subject()], ["\(EndedWords.ended(programme, exit.on)) \(exit.reason.saidToThem)"]]
                + written(exit.words) + [["\(EndedWords.job()) \(EndedWords.afterwards())"]]
        case .mistake(let taken):
            let mistake = (taken.entry == .exit ? EndedWords.exitMistake : .returnMistake)(programme)
            return [[EndedWords.mistakeSubject()], ["\(mistake) \(EndedWords.counts())"]] + written(taken.words)
        }
    }

    /// What was written for them, line by line; nothing where nothing was, or it is shut.
    private func written(_ words: Sealed<Words>) -> [[String]] {
        let lines = (words.value?.text ?? "").split(separator: "\n").map { String($0) }
        return lines.isEmpty ? [] : [[EndedWords.wrote()], lines]
    }
}

extension ExitReason {
    /// What the person is told of it, in the language they read.
    public var saidToThem: String {
        switch self {
        case .completedTime: EndedWords.completedTime()
        case .finalPayment: EndedWords.finalPayment()
        case .offBenefit: EndedWords.offBenefit()
        case .workChoice: EndedWords.workChoice()
        }
    }
}
