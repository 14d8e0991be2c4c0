import Casework
import Kernel
import Office

/// Says that word of a change was had.
struct AcknowledgeChangeForm: CircumstanceForm {
    static let name = CaseFormName.acknowledgeChange
    static let title = "Acknowledge a change"
    static let button = "Acknowledge"
    static let said = Said.changeAcknowledged
    static let hasItem = true

    let change: ReportedChange
    let shown: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let change = try form.change()
        return AcknowledgeChangeForm(change: change, shown: form.shown(change.detail, change.kind))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(change.kind.title): \(shown)" }
            p { "This says that you have read it. When your own records hold it, say that too." }
        }
    }

    func read(_ form: FormReader) throws -> AcknowledgeChange { AcknowledgeChange(change: change.id) }
}

/// Says that the reader's own records hold a change.
struct ApplyChangeForm: CircumstanceForm {
    static let name = CaseFormName.applyChange
    static let title = "Say that your records hold a change"
    static let button = "Our records hold it"
    static let said = Said.changeApplied
    static let hasItem = true

    let change: ReportedChange
    let shown: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let change = try form.change()
        return ApplyChangeForm(change: change, shown: form.shown(change.detail, change.kind))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(change.kind.title): \(shown)" }
            p { "Change it in your own records first. Then everybody sees that they hold it." }
        }
    }

    func read(_ form: FormReader) throws -> ApplyChange { ApplyChange(change: change.id) }
}

/// Sets another version against a change.
struct DisputeChangeForm: CircumstanceForm {
    static let name = CaseFormName.disputeChange
    static let title = "Dispute a change"
    static let button = "Dispute it"
    static let said = Said.changeDisputed
    static let hasItem = true

    let change: ReportedChange
    let of: ChangeFields
    let shown: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let change = try form.change()
        return DisputeChangeForm(
            change: change, of: ChangeFields(change.kind, form), shown: form.shown(change.detail, change.kind))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "What was told: \(shown)" }
            Radios(
                "other", label: "What do you hold?",
                [Choice("yes", "Another version"), Choice("no", "Only that this is wrong")],
                in: state)
            of.fields(in: state)
            TextArea("words", label: "Why", hint: "The customer can read this.", rows: 3, in: state)
        }
    }

    func read(_ form: FormReader) throws -> DisputeChange {
        let other = form.choice("other", label: "What do you hold?", of: ["yes", "no"]) == "yes" ? of.read(form) : nil
        return DisputeChange(change: change.id, other: other, why: try form.neededWords(label: "Why"))
    }
}

/// Decides which version stands.
struct ResolveChangeForm: CircumstanceForm {
    static let name = CaseFormName.resolveChange
    static let title = "Decide which version stands"
    static let button = "Record the decision"
    static let said = Said.changeResolved
    static let hasItem = true

    let change: ReportedChange
    let choices: [Choice]
    /// Whether the reader told it from their own records.
    let isOwn: Bool

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let change = try form.change()
        let names = form.opened.names
        let isOwn = !change.terms.source.isOwn && change.event.by.person == form.visit.actor.person
        var choices = [Choice("reported", "What was told: \(form.shown(change.detail, change.kind))")]
        for dispute in change.openDisputes {
            guard let other = dispute.other else { continue }
            choices.append(
                Choice(
                    dispute.id.description,
                    "\(names.organisation(dispute.event.by.organisation)): \(form.shown(other, change.kind))"))
        }
        choices.append(Choice("before", "Neither: what was held before"))
        return ResolveChangeForm(change: change, choices: choices, isOwn: isOwn)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            ForEach(change.openDisputes) { one in
                if let why = one.why.value { p { "Disputed on \(one.event.recorded.day.written): “\(why.text)”" } }
            }
            if isOwn {
                p {
                    "You told this from your own records, so a colleague decides. Decide it yourself only where nobody else here can, and say so in your reason."
                }
            }
            Radios("stands", label: "Which version stands?", hint: "The others are kept.", choices, in: state)
            TextArea("words", label: "Why", hint: "The customer can read this.", rows: 3, in: state)
        }
    }

    func read(_ form: FormReader) throws -> ResolveChange {
        let stands: ReportedChange.Standing =
            switch form.choice("stands", label: "Which version stands?", of: choices.map(\.value)) {
            case "reported": .reported
            case let id: (try? Identifier(id)).map { .dispute($0) } ?? .before
            }
        return ResolveChange(change: change.id, stands: stands, why: try form.neededWords(label: "Why"))
    }
}

/// Takes back what was recorded in error.
struct WithdrawChangeForm: CircumstanceForm {
    static let name = CaseFormName.withdrawChange
    static let title = "Take back a change"
    static let button = "Take it back"
    static let said = Said.changeWithdrawn
    static let hasItem = true

    let event: Identifier<Event<CaseFile>>
    let shown: String?

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let event: Identifier<Event<CaseFile>> = try form.item()
        let change = try form.circumstances().changes.first { $0.event.id == event }
        return WithdrawChangeForm(event: event, shown: change.map { form.shown($0.detail, $0.kind) })
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            if let shown { p { "What was told: \(shown)" } }
            TextArea("words", label: "What was wrong?", hint: "The customer can read this.", rows: 3, in: state)
        }
    }

    func read(_ form: FormReader) throws -> WithdrawChange {
        WithdrawChange(event: event, why: try form.neededWords(label: "What was wrong?"))
    }
}
