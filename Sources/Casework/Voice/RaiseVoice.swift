public import Kernel

/// Puts a question to an organisation that helps the person.
/// - Refuses: no words, and an organisation that does not help them now.
public struct AskQuestion: CaseCommand {
    public let to: Identifier<Organisation>
    public let words: Words

    public init(to organisation: Identifier<Organisation>, words: Words) {
        to = organisation
        self.words = words
    }

    public static let act = Act.askQuestion

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try file.requireHelps(to, in: context)
        return [.voice(.raised(Identifier(context.command), .question, to: to, .open(words)))]
    }
}

/// Complains to an organisation that helps the person. It changes nothing about the help they get.
/// - Refuses: no words, an organisation that does not help them now, and one where nobody settles complaints.
public struct Complain: CaseCommand {
    public let to: Identifier<Organisation>
    public let words: Words

    public init(to organisation: Identifier<Organisation>, words: Words) {
        to = organisation
        self.words = words
    }

    public static let act = Act.complain

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        try file.requireHelps(to, in: context)
        guard context.surroundings.complaintIsRead else {
            throw Refusal(
                "voice.no-manager",
                "Nobody there settles complaints on this page. Choose another of those who help you, or ask your adviser where to write.",
                field: "to")
        }
        return [.voice(.raised(Identifier(context.command), .complaint, to: to, .open(words)))]
    }
}

extension CaseFile {
    /// The organisations that a question or complaint can go to: those that would read it.
    func answerers(matrix: SharingMatrix, on day: CalendarDay) -> [Identifier<Organisation>] {
        viewers(matrix: matrix, on: day).filter { $0.sight.sees(.voice) }.map(\.organisation)
    }

    fileprivate func requireHelps(_ organisation: Identifier<Organisation>, in context: Context) throws(Refusal) {
        guard answerers(matrix: context.sharing, on: context.today).contains(organisation) else {
            throw Refusal("voice.nobody", "Choose one of those who help you now.", field: "to")
        }
    }
}
