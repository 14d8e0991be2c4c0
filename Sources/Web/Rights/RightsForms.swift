import Casework
import Kernel
import Office

/// A form about one request; when it is sent, the request is shown again.
protocol RequestForm: CaseForm {
    var request: RightsRequest { get }
}

extension RequestForm {
    static var hasItem: Bool { true }
    func then(_ performed: Performed) -> SiteURL { .request(performed.file.id, request.id) }
}

extension CaseFormVisit {
    /// The request that the address names.
    fileprivate func request() throws -> RightsRequest {
        let id: Identifier<RightsRequest> = try item()
        guard let found = opened.seen.rights?.find(id) else {
            throw Refusal("rights.none", "There is no such request here. Open it from the list of requests.")
        }
        return found
    }
}

/// Refuses what was asked, with the reason.
struct RefuseRequestForm: RequestForm {
    static let name = CaseFormName.refuseRequest
    static let title = "Refuse what was asked"
    static let button = "Refuse, and tell them why"
    static let said = Said.requestRefused

    let request: RightsRequest

    static func load(_ form: CaseFormVisit) async throws -> Self { RefuseRequestForm(request: try form.request()) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "reason", label: "Why is it refused?",
                RightsRefusal.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextArea(
                "words", label: "What do you tell them?",
                hint:
                    "They read this on their own page, or in a letter that you print once it is refused. They may add a statement, complain to you, and complain to the Information Commissioner."
                    + (request.asked.about == nil ? "" : " Whoever reads the entry it is about reads this beside it."),
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> RefuseRequest {
        RefuseRequest(
            request: request.id, reason: form.choice("reason", label: "Why is it refused?"),
            words: try form.neededWords(label: "What do you tell them?"))
    }
}

/// Says which entry put right what was wrong.
struct ConfirmCorrectionForm: RequestForm {
    static let name = CaseFormName.confirmCorrection
    static let title = "It has been put right"
    static let button = "Answer with this correction"
    static let said = Said.correctionConfirmed

    let request: RightsRequest
    let entries: [Choice]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let request = try form.request()
        let told = Casework.Timeline.entries(
            form.opened.events, through: form.opened.seen.sight, names: form.opened.names,
            programmes: form.visit.office.programmes, tools: form.visit.office.tools, withWords: false)
        let since = told.filter { request.event.id < $0.event }
        return ConfirmCorrectionForm(
            request: request,
            entries: since.map { Choice($0.event.description, "\($0.recorded.day.written): \($0.headline)") })
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            if entries.isEmpty {
                p { "Nothing has been recorded since they asked. Put it right on the person's page first." }
            }
            Select("event", label: "Which entry put it right?", entries, in: state)
        }
    }

    func read(_ form: FormReader) throws -> ConfirmCorrection {
        let chosen = form.choice("event", label: "Which entry put it right?", of: entries.map(\.value))
        return ConfirmCorrection(
            request: request.id, event: (try? Identifier(chosen)) ?? Identifier(high: 0, low: 0))
    }
}

/// Keeps the person's own statement beside what was not changed.
struct StatementForm: RequestForm {
    static let name = CaseFormName.statement
    static let title = "Add a statement"
    static let button = "Add this statement"
    static let said = Said.statementAdded

    let request: RightsRequest

    static func load(_ form: CaseFormVisit) async throws -> Self { StatementForm(request: try form.request()) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            TextArea(
                "words", label: "In the person's own words",
                hint: "It stands beside what was not changed, for everybody who reads it.", in: state)
        }
    }

    func read(_ form: FormReader) throws -> AddStatement {
        AddStatement(request: request.id, words: try form.neededWords(label: "In the person's own words"))
    }
}
