public import Kernel

/// Puts a question to an organisation that helps the person: they do, or whoever they asked takes it down.
/// - Refuses: no words, an organisation that does not help them now or could not answer, and what `VoiceTaken` refuses.
public struct AskQuestion: CaseCommand {
    public let to: Identifier<Organisation>
    public let words: Words
    /// nil where they ask by themselves, on their own page.
    public let taken: VoiceTaken?

    public init(to organisation: Identifier<Organisation>, words: Words, taken: VoiceTaken? = nil) {
        to = organisation
        self.words = words
        self.taken = taken
    }

    public static let act = Act.askQuestion

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try taken.requireTold(to: context.actor, on: context.today)
        try file.requireHelps(to, in: context)
        return [.voice(.raised(Identifier(context.command), .question, to: to, taken, .open(words)))]
    }
}

/// Complains to an organisation that helps the person: they do, or whoever they told takes it down. It changes nothing
/// about the help they get.
/// - Refuses: no words, an organisation that does not help them now or could not answer, one where nobody settles
///   complaints, and what `VoiceTaken` refuses.
public struct Complain: CaseCommand {
    public let to: Identifier<Organisation>
    public let words: Words
    /// nil where they ask by themselves, on their own page.
    public let taken: VoiceTaken?

    public init(to organisation: Identifier<Organisation>, words: Words, taken: VoiceTaken? = nil) {
        to = organisation
        self.words = words
        self.taken = taken
    }

    public static let act = Act.complain

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try taken.requireTold(to: context.actor, on: context.today)
        try file.requireHelps(to, in: context)
        guard context.surroundings.complaintIsRead else {
            throw Refusal(
                "voice.no-manager",
                "Nobody there settles complaints on this page. Choose another of those who help you, or ask your adviser where to write.",
                field: "to")
        }
        return [.voice(.raised(Identifier(context.command), .complaint, to: to, taken, .open(words)))]
    }
}

extension CaseFile {
    /// The organisations that a question or complaint can go to.
    func answerers(matrix: SharingMatrix, on day: CalendarDay) -> [Viewer] {
        viewers(matrix: matrix, on: day).filter(\.answers)
    }

    fileprivate func requireHelps(_ organisation: Identifier<Organisation>, in context: Context) throws(Refusal) {
        let answerers = answerers(matrix: context.sharing, on: context.today)
        guard answerers.contains(where: { $0.organisation == organisation }) else {
            throw Refusal("voice.nobody", "Choose one of those who help you now.", field: "to")
        }
    }
}
