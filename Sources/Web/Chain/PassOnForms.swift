import Casework
import Kernel
import Office
import Records

extension CaseForms {
    /// The way down the chain, and between those who help.
    static let chain: [any CaseForm.Type] = [
        PassOnForm.self, TakeBackForm.self, TakeOnForm.self, TurnDownForm.self, KeepForm.self, HandoverForm.self,
        CallOffMeetingForm.self, ContactForm.self, TellHolderForm.self,
    ]
}

/// Sends somebody on to another organisation of the prime's chain.
struct PassOnForm: CaseForm {
    static let name = CaseFormName.passOn
    static let title = "Send them on"
    static let button = "Send them on"
    static let said = Said.passedOn

    let organisations: [Choice]
    let reasons: [Choice]
    let items: [String]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let referral = try form.referral()
        let today = form.visit.today
        let found = try await form.visit.office.database.read { connection in
            guard let prime = referral.prime else { return [Choice]() }
            let chain = try SupplyChainRegister.find(prime, in: connection)
            return try SupplyChainRegister.members(of: prime, on: today, in: connection).compactMap { entry in
                guard entry.id != referral.holder, let partner = chain.partner(entry.id, on: today),
                    partner.takes(referral.group)
                else { return nil }
                let serves = partner.serves.isEmpty ? "" : ". \(partner.serves)"
                return Choice(entry.id.description, entry.name, hint: "\(partner.part.title)\(serves)")
            }
        }
        let shared = form.programme()?.sharing ?? []
        return PassOnForm(
            organisations: found, reasons: form.reasons(.chainMove),
            items: (referral.transmitted?.items ?? []).map { code in
                shared.first { $0.code == code }?.title.inSentence ?? code
            })
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "They stay with whoever has them until the other organisation takes them on. It may say no, with a reason."
            }
            if !items.isEmpty {
                p { "With them goes everything the jobcentre sent: \(items.joined(separator: ", "))." }
            }
            if organisations.isEmpty {
                NoticeBox(.attention, "There is nobody else in this supply chain who could take them on.")
            }
            Radios("to", label: "To whom?", organisations, in: state)
            Radios("reason", label: "Why?", reasons, in: state)
            TextArea(
                "words", label: "What they should know", hint: "The customer can read this", optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> PassOn {
        let to = form.choice("to", label: "To whom?", of: organisations.map(\.value))
        let reason = form.choice("reason", label: "Why?", of: reasons.map(\.value))
        return PassOn(
            to: (try? Identifier(to)) ?? Identifier(high: 0, low: 0), reason: reason,
            words: try form.words(label: "What they should know"))
    }
}

/// Takes somebody back from an organisation that has not answered.
struct TakeBackForm: CaseForm {
    static let name = CaseFormName.takeBack
    static let title = "Take them back"
    static let button = "Take them back"
    static let said = Said.takenBack

    let organisation: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        TakeBackForm(organisation: form.opened.names.organisation(try form.waitingHop().to))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(organisation) has not answered yet. They stay with whoever has them, and it sees them no more." }
        }
    }

    func read(_ form: FormReader) throws -> TakeBack { TakeBack() }
}

/// Takes on somebody who was sent, and names their adviser.
struct TakeOnForm: CaseForm {
    static let name = CaseFormName.takeOn
    static let title = "Take them on"
    static let button = "Take them on"
    static let said = Said.takenOn

    let advisers: [Choice]
    let mayWait: Bool
    let sent: HopLine
    let tells: Bool

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let hop = try form.waitingHop()
        let assignment = try form.referral().assignment
        let organisation = form.visit.actor.organisation
        let (office, subject) = (form.visit.office, form.opened.seen.id)
        let (staff, suitable) = try await office.database.read { connection in
            let staff = try AccountRegister.staff(of: organisation, role: .providerAdviser, in: connection)
            return (
                staff,
                try office.suitable(staff.map { ($0.person, organisation) }, for: subject, in: connection)
            )
        }
        return TakeOnForm(
            advisers: staff.map {
                Choice(
                    $0.person.description, $0.name + (suitable?.contains($0.person) == true ? " (suits them)" : ""))
            },
            mayWait: hop.part == .office && assignment == nil, sent: HopLine(hop, form),
            tells: EmailOffer(form).address != nil)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            sent
            p {
                "From now on you have them, and you see the record whole. "
                tells ? "A letter by e-mail tells them so." : "Tell them so next."
            }
            Select("adviser", label: "Adviser", optional: mayWait, advisers, in: state)
        }
    }

    func read(_ form: FormReader) throws -> TakeOn {
        let codes = advisers.map(\.value)
        let chosen =
            mayWait
            ? form.optionalChoice("adviser", label: "Adviser", of: codes)
            : form.choice("adviser", label: "Adviser", of: codes)
        return TakeOn(adviser: chosen.flatMap { try? Identifier($0) }, tellsByEmail: tells)
    }
}

/// Refuses somebody who was sent, with a reason.
struct TurnDownForm: CaseForm {
    static let name = CaseFormName.turnDown
    static let title = "You cannot take them on"
    static let button = "Say that you cannot"
    static let said = Said.turnedDown

    let reasons: [Choice]
    let sent: HopLine

    static func load(_ form: CaseFormVisit) async throws -> Self {
        TurnDownForm(reasons: form.reasons(.chainRefusal), sent: HopLine(try form.waitingHop(), form))
    }

    // It sees them no more once it has said no.
    func then(_ performed: Performed) -> SiteURL { .inbox }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            sent
            Radios("reason", label: "Why not?", reasons, in: state)
            TextArea(
                "words", label: "What might suit them instead",
                hint: "Whoever sent them reads this, and so can the customer", optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> TurnDown {
        TurnDown(
            reason: form.choice("reason", label: "Why not?", of: reasons.map(\.value)),
            words: try form.words(label: "What might suit them instead"))
    }
}

/// Who sent somebody, when and why, above a form that answers.
struct HopLine: Component {
    private let line: String
    private let words: String?

    init(_ hop: Hop, _ form: CaseFormVisit) {
        let why = form.programme()?.reason(hop.reason, in: .chainMove)?.text.inSentence
        line =
            "\(form.opened.names.organisation(hop.event.by.organisation)) asked on \(hop.event.recorded.day.written)"
            + (why.map { ": \($0)." } ?? ".")
        words = hop.words.value?.text
    }

    var body: some HTML {
        p { line }
        if let words { blockquote { words } }
    }
}

extension CaseFormVisit {
    /// The hop that waits for an answer; for a form that is sent twice, the last one.
    func waitingHop() throws -> Hop {
        let hops = try referral().chain.hops
        guard let hop = hops.last(where: { $0.answer == nil }) ?? (isSent ? hops.last : nil) else {
            throw Refusal("chain.none", "Nobody has been asked to take this person on who has not answered.")
        }
        return hop
    }
}
