import Casework
import Kernel
import Office
import Records

/// Refers somebody to the programme of their referral interview; the group and what it means are shown before it is sent.
struct ReferForm: CaseForm {
    static let name = CaseFormName.refer
    static let title = "Refer to a programme"
    static let button = "Refer, and draw the provider"
    static let said = Said.referred
    static let checks = true

    let programme: Programme
    let areas: [Area]
    let born: CalendarDay
    let today: CalendarDay
    let held: HeldForClaim
    /// Whether a letter by e-mail tells them who helps them.
    let tells: Bool
    /// What whoever takes them on would be without; nil where nothing of it is counted.
    let completeness: ReferralCompleteness?
    let subject: Identifier<CaseFile>
    let initial: FormFields

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let seen = form.opened.seen
        guard let interview = seen.interview, let programme = form.visit.office.programmes[interview.programme] else {
            throw Refusal(
                "referral.no-interview",
                "Hold the referral interview first, and record what was explained. Then refer from here.", rule: "C01")
        }
        guard let identity = seen.identity else {
            throw Refusal("customer.erased", "This person's details have been erased, so they cannot be referred.")
        }
        let areas = try await form.visit.office.database.read { [keyring = form.visit.office.keyring] connection in
            try AreaQuery.all(in: connection).map {
                try Area.load($0.id, streams: Streams(keys: keyring), in: connection)
            }
        }
        let held = HeldForClaim(form, for: programme)
        return ReferForm(
            programme: programme, areas: areas, born: identity.born, today: form.visit.today,
            held: held, tells: EmailOffer(form).address != nil,
            completeness: seen.completeness, subject: seen.id,
            initial: FormFields(held.typed + [("area", areas.count == 1 ? areas[0].id.description : "")]))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "To \(programme.title), after the referral interview on record. "
                tells
                    ? "A letter by e-mail tells them who helps them and what happens next."
                    : "Tell them next who helps them and what happens then: the letter is printed from their page."
            }
            if let completeness, !completeness.missing.isEmpty {
                NoticeBox(title: "\(completeness.score.written) of what the provider needs to begin is on record") {
                    p { "You can refer now. Missing, and where to record it:" }
                    MissingItems(items: completeness.missing, subject: subject, programme: programme.id)
                }
            }
            Select(
                "area", label: "Contract area", hint: "Where the customer lives",
                areas.map { Choice($0.id.description, $0.opening?.name ?? "An area") }, in: state)
            Select(
                "benefit", label: "Benefit", hint: held.benefitHint,
                programme.benefits.map { Choice($0.code, "\($0.title) (\($0.code))") }, in: state)
            DayField("since", label: "First day of the claim", .typed, in: state)
            CircumstanceFields(programme: programme, state: state, held: held)
        }
    }

    func read(_ form: FormReader) throws -> ReferCustomer {
        let command = ReferCustomer(
            programme: programme.id, area: form.identifier("area", label: "Contract area"),
            claim: ClaimAnswers(
                benefit: form.text("benefit", label: "Benefit", max: 40),
                since: form.day("since", label: "First day of the claim"),
                circumstances: form.circumstances(of: programme)), tellsByEmail: tells)
        try form.finish()
        guard areas.contains(where: { $0.id == command.area }) else {
            throw Refusal(
                "referral.area", "There is no such contract area. Choose one from the list.", field: "area")
        }
        let facts = try facts(command)
        try facts.check(against: programme, on: today)
        return command
    }

    private func facts(_ command: ReferCustomer) throws(Refusal) -> ClaimFacts {
        try ClaimFacts(
            born: born, benefit: command.claim.benefit, since: command.claim.since,
            nation: areas.first { $0.id == command.area }?.opening?.nation ?? .england,
            coded: command.claim.circumstances)
    }

    func answers(_ command: ReferCustomer) -> [(String, String)] {
        let told = command.claim.circumstances.map { coded in
            let parts = coded.split(separator: "=", maxSplits: 1)
            let title = programme.circumstance(String(parts[0]))?.title ?? String(parts[0])
            return parts.count == 2 ? "\(title): \(parts[1])" : title
        }
        return [
            ("Programme", programme.title),
            ("Contract area", areas.first { $0.id == command.area }?.opening?.name ?? ""),
            ("Benefit", programme.benefit(command.claim.benefit)?.title ?? command.claim.benefit),
            ("First day of the claim", command.claim.since.written),
            ("Circumstances", told.isEmpty ? "None recorded" : told.joined(separator: "; ")),
        ]
    }

    private func finding(_ command: ReferCustomer) -> EligibilityFinding? {
        (try? facts(command)).map { Eligibility.assess($0, on: today, programme: programme) }
    }

    func preview(_ command: ReferCustomer) -> Fragment? {
        finding(command).map { finding in Fragment { EligibilityExplanation(finding: finding) } }
    }

    func maySend(_ command: ReferCustomer) -> Bool { finding(command)?.match != nil }
}
