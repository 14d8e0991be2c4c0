import Casework
import Kernel
import Office
import Records

/// The advisers a provider may give somebody to: its own, and those of its supply chain.
struct ChainAdvisers: Sendable {
    struct Adviser: Sendable {
        let person: Identifier<Person>
        let organisation: Identifier<Organisation>
        let title: String
        /// Whether they suit what the customer needs, where the customer needs anything in particular.
        var mark = ""

        var code: String { "\(organisation)/\(person)" }
    }

    let all: [Adviser]

    init(_ form: CaseFormVisit) async throws {
        let (prime, today) = (form.visit.actor.organisation, form.visit.today)
        let (office, subject, referral) = (form.visit.office, form.opened.seen.id, form.opened.seen.referral)
        all = try await office.database.read { connection in
            let chain = try SupplyChainRegister.find(prime, in: connection)
            // A specialist chooses its own adviser once it has taken somebody on. Whoever has them may give them to any.
            let advisers = try SupplyChainRegister.members(of: prime, on: today, in: connection).filter { member in
                guard let referral, let partner = chain.partner(member.id, on: today) else { return true }
                return member.id == referral.holder || partner.part != .specialist && partner.takes(referral.group)
            }.flatMap { organisation in
                try AccountRegister.staff(of: organisation.id, role: .providerAdviser, in: connection).map {
                    Adviser(
                        person: $0.person, organisation: organisation.id, title: "\($0.name), \(organisation.name)")
                }
            }
            let suitable = try office.suitable(
                advisers.map { ($0.person, $0.organisation) }, for: subject, in: connection)
            return advisers.map { adviser in
                var adviser = adviser
                adviser.mark = Self.mark(suitable?.contains(adviser.person))
                return adviser
            }
        }
    }

    /// What a list of advisers says after a name.
    /// - Parameter suits: whether they offer what the customer needs; nil where nothing in particular is needed.
    static func mark(_ suits: Bool?) -> String { suits == true ? " (suits them)" : "" }

    func field(in state: FormState) -> Select {
        Select("adviser", label: "Adviser", all.map { Choice($0.code, $0.title + $0.mark) }, in: state)
    }

    func read(_ form: FormReader) throws -> Adviser {
        let code = form.choice("adviser", label: "Adviser", of: all.map(\.code))
        return try form.need(all.first { $0.code == code })
    }
}

/// Gives an acknowledged referral to one adviser.
struct AssignForm: CaseForm {
    static let name = CaseFormName.assign
    static let title = "Assign an adviser"
    static let button = "Assign this adviser"
    static let said = Said.assigned

    let advisers: ChainAdvisers
    let tells: Bool

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.referral()
        return AssignForm(advisers: try await ChainAdvisers(form), tells: EmailOffer(form).address != nil)
    }

    func fields(in state: FormState) -> Fragment { Fragment { advisers.field(in: state) } }

    func read(_ form: FormReader) throws -> AssignReferral {
        let chosen = try advisers.read(form)
        return AssignReferral(provider: chosen.organisation, adviser: chosen.person, tellsByEmail: tells)
    }
}

/// Moves somebody to another adviser, with a reason.
struct ChangeAdviserForm: CaseForm {
    static let name = CaseFormName.changeAdviser
    static let title = "Change the adviser"
    static let button = "Change the adviser"
    static let said = Said.adviserChanged

    let now: String
    let advisers: ChainAdvisers
    let reasons: [Choice]
    let tells: Bool

    static func load(_ form: CaseFormVisit) async throws -> Self {
        guard let assignment = try form.referral().assignment else {
            throw Refusal("adviser.none", "This customer has no adviser yet. Assign one first.")
        }
        let names = form.opened.names
        return ChangeAdviserForm(
            now: "\(names.person(assignment.adviser)), \(names.organisation(assignment.provider))",
            advisers: try await ChainAdvisers(form), reasons: form.reasons(.adviserChange),
            tells: EmailOffer(form).address != nil)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Now with \(now)." }
            advisers.field(in: state)
            Radios("reason", label: "Why does the adviser change?", reasons, in: state)
            Radios(
                "meeting", label: "A last meeting with both advisers?",
                hint: "Ask them. A meeting that is held is recorded as a warm handover",
                HandoverOffer.Answer.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextArea("words", label: "What the next adviser should know", optional: true, in: state)
            Checkbox(
                "agreed", label: "They agree to the next adviser being told this",
                hint: "Without that it is passed on only where the reason asks for words", in: state)
        }
    }

    func read(_ form: FormReader) throws -> ChangeAdviser {
        let reason = form.text("reason", label: "Why does the adviser change?", max: 60)
        let answer: HandoverOffer.Answer = form.choice("meeting", label: "A last meeting with both advisers?")
        let words = try form.words(label: "What the next adviser should know")
        let agrees = form.ticked("agreed")
        let chosen = try advisers.read(form)
        return ChangeAdviser(
            provider: chosen.organisation, adviser: chosen.person, reason: reason, handover: words,
            tellsByEmail: tells, offer: HandoverOffer(answer, agreed: words != nil && agrees))
    }
}
