import Casework
import Kernel
import Office

/// The provider asks whether the programme is right for somebody.
struct QueryForm: CaseForm {
    static let name = CaseFormName.query
    static let title = "Query this referral"
    static let button = "Send this query"
    static let said = Said.queried

    let reasons: [Choice]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.referral()
        return QueryForm(reasons: form.reasons(.queryUnsuitable))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios("reason", label: "Why may the programme be wrong for them?", reasons, in: state)
            TextArea("words", label: "What the jobcentre should know", optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> QueryReferral {
        QueryReferral(
            reason: form.text("reason", label: "Why may the programme be wrong for them?", max: 60),
            words: try form.words(label: "What the jobcentre should know"))
    }
}

/// A provider that has reached nobody asks for longer to query.
struct ExtendQueryForm: CaseForm {
    static let name = CaseFormName.extendQuery
    static let title = "Ask for longer to query"
    static let button = "Ask for longer"
    static let said = Said.queryExtended

    let end: CalendarDay?

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let window = QueryWindow(try form.referral(), form.opened.seen.appointments, in: form.programme())
        return ExtendQueryForm(end: window?.end)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            if let end { p { "Nobody has been reached. With longer, it can be queried until \(end.written)." } }
            TextArea("words", label: "What was tried, and why longer is needed", in: state)
        }
    }

    func read(_ form: FormReader) throws -> ExtendQuery {
        ExtendQuery(words: try form.neededWords(label: "What was tried, and why longer is needed"))
    }
}

/// The jobcentre answers a provider's query.
struct AnswerForm: CaseForm {
    static let name = CaseFormName.answer
    static let title = "Answer the query"
    static let button = "Send this answer"
    static let said = Said.answered

    let asked: String
    let words: String?

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let query = try form.referral().query
        guard let query, query.answered == nil || form.isSent else {
            throw Refusal("query.none", "The provider has asked nothing about this referral that is not answered.")
        }
        let reason = form.programme()?.reason(query.reason, in: .queryUnsuitable)?.text ?? query.reason
        return AnswerForm(
            asked: "The provider asked on \(query.event.recorded.day.written): \(reason)",
            words: query.words.value?.text)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { asked }
            if let words { blockquote { words } }
            Radios(
                "answer", label: "Your answer",
                [
                    Choice("stands", "The referral stands", hint: "The provider goes on with it"),
                    Choice("withdraw", "The provider is right: withdraw the referral", hint: "Nothing is due for it"),
                ], in: state)
            TextArea("words", label: "Why", hint: "The provider reads this", in: state)
        }
    }

    func read(_ form: FormReader) throws -> AnswerQuery {
        let upheld = form.choice("answer", label: "Your answer", of: ["stands", "withdraw"]) == "withdraw"
        return AnswerQuery(upheld: upheld, words: try form.neededWords(label: "Why"))
    }

    /// A referral that was withdrawn does not come back.
    func checks(_ command: AnswerQuery?) -> Bool { command?.upheld == true }

    func answers(_ command: AnswerQuery) -> [(String, String)] {
        [
            ("The query", asked),
            ("Your answer", command.upheld ? "The provider is right: withdraw the referral" : "The referral stands"),
            ("Why", command.words?.text ?? ""),
        ]
    }

    func preview(_ command: AnswerQuery) -> Fragment? {
        guard command.upheld else { return nil }
        return Fragment {
            NoticeBox(
                .attention,
                "The referral is withdrawn and nothing is due for it. This cannot be undone: they would have to be referred again."
            )
        }
    }
}
