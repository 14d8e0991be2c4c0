public import Kernel

/// Records the language a customer reads: their own pages and letters are in it from then on.
/// - Refuses: what stands already.
public struct ChooseLanguage: CaseCommand {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    public static let act = Act.setLanguage

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        guard language != customer.language else {
            throw Refusal(
                "language.unchanged", "That is the language on their record already, so nothing was saved.",
                field: "language")
        }
        return [.customer(.languageChosen(language))]
    }
}
