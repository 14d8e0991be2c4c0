import Casework
import Kernel
import Office

extension CaseForms {
    /// What a person agrees to share, with whom.
    static let sharing: [any CaseForm.Type] = [
        ShareForm.self, AskShareForm.self, AnswerShareForm.self, WithdrawShareForm.self, PacketForm.self,
    ]
}

/// A form about sharing: when it is sent, who sees the record is shown again.
protocol SharingForm: CaseForm {}

extension SharingForm {
    func then(_ performed: Performed) -> SiteURL { .sharing(performed.file.id) }
}

/// How and until when the person agreed.
struct ShareAnswer: Sendable {
    let isCustomer: Bool
    let today: CalendarDay
    let last: CalendarDay
    let usual: CalendarDay

    init(_ form: CaseFormVisit) {
        let matrix = form.visit.office.sharing
        isCustomer = form.visit.actor.role == .customer
        today = form.opened.today
        last = today.adding(months: matrix.consentMonthsAtMost)
        usual = today.adding(months: matrix.consentMonths)
    }

    var initial: [(String, String)] {
        [
            ("until-day", String(usual.day)), ("until-month", String(usual.month)), ("until-year", String(usual.year)),
        ]
    }

    @HTMLBuilder func until(in state: FormState) -> some HTML {
        DayField(
            "until", label: "Until when?", hint: "At most \(last.written). It can be stopped sooner, at any time.",
            in: state)
    }

    @HTMLBuilder func how(in state: FormState) -> some HTML {
        if !isCustomer {
            Radios(
                "how", label: "How did they tell you?",
                ConsentRoute.allCases.filter { $0 != .online }.map { Choice($0.rawValue, $0.title) }, in: state)
        }
    }

    func readUntil(_ form: FormReader) -> CalendarDay { form.day("until", label: "Until when?", in: today...last) }

    func readHow(_ form: FormReader) -> ConsentRoute {
        isCustomer ? .online : form.choice("how", label: "How did they tell you?")
    }
}

/// Records that the person agreed to share.
struct ShareForm: SharingForm {
    static let name = CaseFormName.share
    static let title = "What they agreed to share"
    static let button = "Record that they agreed"
    static let said = Said.shared
    static let checks = true

    let terms: ShareTerms
    private let answer: ShareAnswer

    static func load(_ form: CaseFormVisit) async throws -> Self {
        ShareForm(terms: try await ShareTerms(form), answer: ShareAnswer(form))
    }

    var initial: FormFields { FormFields(answer.initial) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            terms.fields(in: state)
            answer.until(in: state)
            answer.how(in: state)
        }
    }

    func read(_ form: FormReader) throws -> GiveConsent {
        GiveConsent(terms: try terms.read(form), until: answer.readUntil(form), how: answer.readHow(form))
    }

    func answers(_ command: GiveConsent) -> [(String, String)] {
        terms.answers(command.terms) + [("Until", command.until.written), ("They told us", command.how.title)]
    }
}

/// Asks the person something they can answer later.
struct AskShareForm: SharingForm {
    static let name = CaseFormName.askShare
    static let title = "Ask to share"
    static let button = "Ask"
    static let said = Said.askedToShare
    static let checks = true

    let terms: ShareTerms

    static func load(_ form: CaseFormVisit) async throws -> Self { AskShareForm(terms: try await ShareTerms(form)) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Nothing is opened until they say yes." }
            terms.fields(in: state)
            TextArea("words", label: "Why do you ask?", hint: "They read this.", in: state)
        }
    }

    func read(_ form: FormReader) throws -> AskConsent {
        AskConsent(terms: try terms.read(form), why: try form.neededWords(label: "Why do you ask?"))
    }

    func answers(_ command: AskConsent) -> [(String, String)] {
        terms.answers(command.terms) + [("Why", command.why.text)]
    }
}

/// Records what the person said when they were asked.
struct AnswerShareForm: SharingForm {
    static let name = CaseFormName.answerShare
    static let title = "Their answer about sharing"
    static let button = "Record the answer"
    static let said = Said.answeredShare
    static let hasItem = true

    let request: ConsentRequest
    let terms: ShareTerms
    private let answer: ShareAnswer

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let id: Identifier<ConsentRequest> = try form.item()
        guard let found = form.opened.seen.consents?.requests.first(where: { $0.id == id }),
            found.answer == nil || form.isSent
        else { throw Refusal("consent.answered", "This question is not there, or has had its answer.") }
        return AnswerShareForm(request: found, terms: try await ShareTerms(form), answer: ShareAnswer(form))
    }

    private static let kindsLabel = "If yes, to what?"

    /// Whoever writes down what somebody told them starts from all that was asked; the person themselves starts from
    /// nothing, as on their own page (`OwnShareForm`).
    var initial: FormFields {
        let asked = answer.isCustomer ? [] : terms.meant(by: request.terms).map { ("categories", $0.rawValue) }
        return FormFields(answer.initial + asked)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            SummaryList {
                ForEach(terms.answers(request.terms, added: "After a yes to all of it, it would also see")) { row in
                    SummaryRow(row.0) { row.1 }
                }
            }
            if let why = request.why.value { p { "“\(why.text)”" } }
            if !canAgree {
                p {
                    "What was asked for is not shared for this, so nobody can say yes to it. Record a no, and ask anew for what it is needed for."
                }
            }
            Radios("agreed", label: "Do they agree?", choices, in: state)
            if canAgree {
                Checkboxes(
                    "categories", label: Self.kindsLabel,
                    hint: "Only what they say yes to. Untick what they say no to.", terms.kinds(request.terms),
                    in: state)
                answer.until(in: state)
            }
            answer.how(in: state)
        }
    }

    /// Whether anything that was asked is shared for its purpose.
    private var canAgree: Bool { !terms.meant(by: request.terms).isEmpty }

    private var choices: [Choice] {
        let no = Choice("no", "No", hint: "Nothing changes. They get the same help.")
        return canAgree ? [Choice("yes", "Yes", hint: "To what is ticked below, and to nothing else."), no] : [no]
    }

    func read(_ form: FormReader) throws -> AnswerConsent {
        guard form.choice("agreed", label: "Do they agree?", of: choices.map(\.value)) == "yes" else {
            return AnswerConsent(request: request.id, until: nil, how: answer.readHow(form))
        }
        return AnswerConsent(
            request: request.id, categories: readKinds(form), until: answer.readUntil(form), how: answer.readHow(form))
    }

    private func readKinds(_ form: FormReader) -> [Casework.Category] {
        let chosen = form.choices(
            "categories", label: Self.kindsLabel, of: terms.meant(by: request.terms).map(\.rawValue))
        if chosen.isEmpty {
            form.note(AnswerConsent.noneChosen)
        }
        return chosen.compactMap(Casework.Category.init(rawValue:))
    }
}

/// Stops sharing at once.
struct WithdrawShareForm: SharingForm {
    static let name = CaseFormName.withdrawShare
    static let title = "Stop sharing"
    static let button = "Stop sharing now"
    static let said = Said.stoppedSharing
    static let hasItem = true

    let consent: Consent
    let organisation: String
    private let answer: ShareAnswer

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let id: Identifier<Consent> = try form.item()
        guard let found = form.opened.seen.consents?.given.first(where: { $0.id == id }) else {
            throw Refusal("consent.over", "There is no such consent. Choose one from the page about sharing.")
        }
        return WithdrawShareForm(
            consent: found, organisation: form.opened.names.organisation(found.terms.recipient),
            answer: ShareAnswer(form))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "\(organisation) stops seeing \(consent.terms.categories.map(\.title).joined(separator: ", ")) at once. "
                "What it wrote itself stays its own."
            }
            answer.how(in: state)
        }
    }

    func read(_ form: FormReader) throws -> WithdrawConsent {
        WithdrawConsent(consent: consent.id, how: answer.readHow(form))
    }
}
