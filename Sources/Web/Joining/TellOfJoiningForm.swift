import Casework
import Kernel
import Office
import Records

/// Says what joining changes for somebody, before they are asked, and gives them the same on a sheet that is kept.
struct TellOfJoiningForm: CaseForm {
    static let name = CaseFormName.tellOfJoining
    static let title = "What joining changes"
    static let button = "Record that they are told"
    static let said = Said.joiningTold
    static let checks = true
    /// The programme's id.
    static let hasItem = true

    let programme: Programme
    let born: CalendarDay
    let today: CalendarDay
    let held: HeldForClaim
    let head: LetterHead
    let language: Language
    let wish: PrintWish
    var initial: FormFields { FormFields(held.typed) }

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let programme = try form.joinable()
        let seen = form.opened.seen
        guard let identity = seen.identity else {
            throw Refusal("customer.erased", "This person's details have been erased, so nothing can be judged.")
        }
        return TellOfJoiningForm(
            programme: programme, born: identity.born, today: form.visit.today,
            held: HeldForClaim(form, for: programme),
            head: try await form.visit.letterHead(to: seen, about: programme.id),
            language: seen.language ?? .english, wish: PrintWish(seen, tools: form.visit.office.tools))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "For \(programme.title). What is to be said depends on these answers. It is shown next, as a sheet to print and to give them."
            }
            ClaimFields(programme: programme, state: state, held: held)
        }
    }

    func read(_ form: FormReader) throws -> TellOfJoining {
        let claim = ClaimAnswers(
            benefit: form.text("benefit", label: "Benefit", max: 40),
            since: form.day("since", label: "First day of the claim"),
            circumstances: form.circumstances(of: programme))
        try form.finish()
        try facts(claim).check(against: programme, on: today)
        let digest = Documents.digest(of: Array(sheet(claim).utf8))
        form.requireSame(letter: digest)
        return TellOfJoining(programme: programme.id, claim: claim, sheet: digest)
    }

    private func facts(_ claim: ClaimAnswers) throws(Refusal) -> ClaimFacts {
        try ClaimFacts(
            born: born, benefit: claim.benefit, since: claim.since, nation: programme.nations.first ?? .england,
            coded: claim.circumstances)
    }

    private func match(_ claim: ClaimAnswers) -> EligibilityFinding.Match? {
        (try? facts(claim)).flatMap { Eligibility.assess($0, on: today, programme: programme).match }
    }

    /// The sheet they take home, in the language they read.
    private func sheet(_ claim: ClaimAnswers) -> String {
        let text = JoiningText(head, programme: programme, duties: match(claim)?.duties)
        return language.write { text.text }
    }

    func answers(_ command: TellOfJoining) -> [(String, String)] {
        [
            ("Programme", programme.title),
            ("Benefit", programme.benefit(command.claim.benefit)?.title ?? command.claim.benefit),
            ("First day of the claim", command.claim.since.written),
        ]
    }

    func preview(_ command: TellOfJoining) -> Fragment? {
        match(command.claim).map { match in
            Fragment {
                h2 { "Say this, word for word, and give them the sheet" }
                PrintedLetter(text: sheet(command.claim), language: language, wish: wish)
                SameLetter(digest: command.sheet)
                if let row = match.participation {
                    p(.class("hint")) { "By row \(row.id) of the programme’s table: \(row.title)." }
                }
            }
        }
    }

    func maySend(_ command: TellOfJoining) -> Bool { match(command.claim)?.basis == .voluntary }

    func documents(_ command: TellOfJoining) -> [AttachedDocument] {
        [AttachedDocument(Array(sheet(command.claim).utf8), .identity)]
    }
}
