public import Kernel

/// Refers a person to a programme (C01, C03): eligibility is judged, the provider is drawn, and what may be shared goes
/// with the referral, all at once.
/// - Refuses: without a referral interview, without the yes of somebody for whom joining is a choice, while another
///   referral is in force, for a claim the programme does not take, or where no draw can be made.
public struct ReferCustomer: CaseCommand {
    public let programme: String
    public let area: Identifier<Area>
    public let claim: ClaimAnswers
    /// Whether a letter by e-mail says at once who helps them, where the person agreed to that (G-001).
    public let tellsByEmail: Bool

    public init(programme: String, area: Identifier<Area>, claim: ClaimAnswers, tellsByEmail: Bool = false) {
        self.programme = programme
        self.area = area
        self.claim = claim
        self.tellsByEmail = tellsByEmail
    }

    public static let act = Act.refer
    public var staleness: Staleness { .mustHaveSeen([.referral, .identity]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        let programme = try context.programme(self.programme)
        guard let setting = context.surroundings.draw, let opening = setting.area.opening else {
            throw Refusal("referral.area", "There is no such contract area. Choose one from the list.", field: "area")
        }
        if let current = file.referral, current.isOver(on: context.today) {
            guard current.programme != self.programme else {
                throw Refusal(
                    "referral.completed",
                    "This customer's time on \(programme.title) is over. What follows is help from the jobcentre.",
                    rule: "D-032")
            }
        } else if let current = file.referral {
            throw Refusal(
                "referral.twice",
                "This customer is already referred (\(current.state.title.lowercased()), since \(current.on.written)). Open their record to see who has them.",
                rule: "G-005")
        }
        guard let interview = file.referralInterview, interview.programme == self.programme else {
            throw Refusal(
                "referral.no-interview", "Hold the referral interview first, and record what was explained.",
                rule: "C01")
        }
        let finding = try finding(customer, in: programme, nation: opening.nation, on: context.today)
        let match = try finding.required()
        if match.basis == .voluntary { try file.requireJoined(programme, on: context.today) }
        let id = Identifier<Referral>(context.command)
        let draw = try setting.draw(
            programme: self.programme, group: match.group, token: customer.drawToken, on: context.today)
        let items = programme.sharing.map(\.code)
        let withheld = items.filter(interview.withheld.contains)
        let complete = file.completeness(
            from: context.actor.organisation, to: draw.provider, for: programme.id, by: context.sharing,
            on: context.today)
        let facts: [Fact] = [
            .referral(
                .made(
                    ReferralFact.Made(
                        referral: id, programme: self.programme, group: match.group, basis: match.basis,
                        on: context.today, area: setting.area.id, nation: opening.nation),
                    .open(claim))),
            .referral(
                .allocated(
                    id,
                    ReferralFact.Allocated(
                        draw: draw.number, value: draw.value, provider: draw.provider,
                        followed: setting.earlier != nil))),
            .referral(
                .transmitted(
                    id, items: items.filter { !withheld.contains($0) }, withheld: withheld, score: complete?.score)),
        ]
        return tellsByEmail ? facts + file.toldByEmail(of: id) : facts
    }

    /// Eligibility on a day for a person whose birth date can be read.
    public func finding(
        _ customer: Customer, in programme: Programme, nation: Nation, on day: CalendarDay
    ) throws(Refusal) -> EligibilityFinding {
        guard let identity = customer.identity.value else {
            throw Refusal("customer.erased", "This person's details have been erased, so they cannot be referred.")
        }
        let facts = try ClaimFacts(
            born: identity.born, benefit: claim.benefit, since: claim.since, nation: nation,
            coded: claim.circumstances)
        return Eligibility.assess(facts, on: day, programme: programme)
    }
}
