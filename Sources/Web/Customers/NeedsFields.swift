import Casework
import Kernel

/// The fields of what somebody needs to be spoken with and written to: the same for staff and on the person's own page,
/// each in its own words.
struct NeedsFields: Sendable {
    let called: String
    let calledHint: String
    let need: String
    let answers: (no: String, spoken: String, signed: String)
    let language: String
    let languageHint: String
    let letters: String
    let lettersHint: String
    let format: @Sendable (LetterFormat) -> String

    /// For staff, who fill it in with the person.
    static let staff = NeedsFields(
        called: "What do they like to be called?",
        calledHint: "If it is not their first name. Letters keep their full name.",
        need: "Do they need an interpreter?",
        answers: ("No", "Yes, of a language they speak", "Yes, of British Sign Language"),
        language: "Which language do they speak best?", languageHint: "For example, Punjabi",
        letters: "How would they have letters and notices?", lettersHint: "Leave it empty for print as it is.",
        format: { $0.title.capitalisedFirst })

    /// For the person, in the language they read.
    static var own: NeedsFields {
        NeedsFields(
            called: NeedsWords.called(), calledHint: NeedsWords.calledHint(), need: NeedsWords.need(),
            answers: (NeedsWords.no(), NeedsWords.yesSpoken(), NeedsWords.yesSigned()),
            language: NeedsWords.language(), languageHint: NeedsWords.languageHint(), letters: NeedsWords.letters(),
            lettersHint: NeedsWords.lettersHint(), format: { NeedsWords.format($0) })
    }

    private static let none = "none"

    /// What stands in the fields at first.
    static func initial(_ needs: CommunicationNeeds?) -> [(String, String)] {
        guard let needs else { return [] }
        return [
            ("called", needs.called ?? ""), ("interpreter", needs.interpreter?.rawValue ?? none),
            ("language", needs.spokenLanguage ?? ""),
        ] + needs.formats.map { ("formats", $0.rawValue) }
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            TextField("called", label: called, hint: calledHint, optional: true, in: state)
            Radios(
                "interpreter", label: need,
                [
                    Choice(Self.none, answers.no), Choice(InterpreterNeed.spoken.rawValue, answers.spoken),
                    Choice(InterpreterNeed.signed.rawValue, answers.signed),
                ], in: state)
            TextField("language", label: language, hint: languageHint, optional: true, in: state)
            Checkboxes(
                "formats", label: letters, hint: lettersHint, optional: true,
                LetterFormat.allCases.map { Choice($0.rawValue, format($0)) }, in: state)
        }
    }

    func read(_ form: FormReader) throws -> CommunicationNeeds {
        let called = form.optionalText("called", label: self.called, max: CommunicationNeeds.longestCalled)
        let interpreter = form.choice(
            "interpreter", label: need, of: [Self.none] + InterpreterNeed.allCases.map(\.rawValue))
        let spoken = form.optionalText("language", label: language, max: CommunicationNeeds.longestLanguage)
        let formats = form.choices("formats", label: letters, of: LetterFormat.allCases.map(\.rawValue))
        return try CommunicationNeeds(
            spokenLanguage: spoken, interpreter: InterpreterNeed(rawValue: interpreter),
            formats: formats.compactMap(LetterFormat.init(rawValue:)), called: called)
    }
}
