import Casework
import Kernel
import Office
import Records

/// A customer's page: as much of one record as its reader sees, as it stands or as it was known on an earlier day.
struct CustomerPage: Sendable {
    let actor: Author
    let relation: Relation
    let seen: SeenCase
    let standing: Standing
    let entries: [Casework.TimelineEntry]
    let names: Names
    /// What has become of letters; empty on a page of the past.
    let letters: [Identifier<Event<CaseFile>>: OutboxState]
    let programmes: [String: Programme]
    let tools: ServiceTools
    let account: PaymentAccount?
    /// What eligibility was judged to be on the day of referral, from the answers that were given then.
    let finding: EligibilityFinding?
    let drawn: DrawnArea?
    /// The day the page is read for.
    let day: CalendarDay
    let now: Instant
    let isPast: Bool
    /// Whether whoever has the person shares its people as one team, so that their adviser is their lead (G-130).
    let sharedByTeam: Bool
    /// The appointments that the reader's organisation holds.
    let held: Set<Identifier<Appointment>>
    /// What was typed to ask for an earlier day, and what is wrong with it.
    var asked = FormState()
    /// Whether the address was that of a record that has become part of this one.
    var isByOtherAddress = false

    var sight: Sight { seen.sight }
    var offers: OfferedForms {
        OfferedForms(actor: actor, relation: relation, subject: seen.id, isPast: isPast)
    }
    var name: String { seen.identity?.name ?? "Customer \(seen.id.description.suffix(6))" }
    var programme: Programme? { seen.referral.flatMap { programmes[$0.programme] } }

    /// - Parameter known: the day whose knowledge is shown; nil for today's.
    init(_ opened: OpenedCase, for actor: Author, known: CalendarDay?, drawn: DrawnArea?, office: Office) {
        let events = known.map { last in opened.events.filter { $0.recorded.day <= last } } ?? opened.events
        let file = CaseFile(id: opened.seen.id, folding: events)
        let sight = opened.seen.sight
        self.actor = actor
        relation = opened.relation
        programmes = office.programmes
        tools = office.tools
        names = opened.names
        letters = known == nil ? opened.letters : [:]
        self.drawn = drawn
        day = known ?? opened.today
        now = known.map { Instant(london: $0, hour: 23, minute: 59) } ?? opened.now
        isPast = known != nil
        sharedByTeam = opened.sharedByTeam
        seen = known == nil ? opened.seen : sight.see(file)
        standing =
            known == nil
            ? opened.standing
            : seen.standing(
                on: day, now: now, programmes: office.programmes, rules: office.tools.rules,
                instruments: office.tools.instruments)
        held = Set(seen.appointments.filter { $0.office == actor.organisation }.map(\.id))
        entries = Casework.Timeline.entries(
            events, through: sight, names: opened.names, programmes: office.programmes, tools: office.tools)
        if known == nil {
            account = opened.accounts.first
        } else {
            account =
                opened.accounts.isEmpty
                ? nil
                : file.referral.flatMap { office.programmes[$0.programme] }.map {
                    [day] in PaymentLedger($0).account(for: file, until: day)
                }
        }
        finding = Self.finding(seen.referral, in: events, seen: seen, programmes: office.programmes)
    }

    /// Judged again from what was said at the referral, so that the reasons shown are the ones that decided it.
    private static func finding(
        _ referral: Referral?, in events: [Event<CaseFile>], seen: SeenCase,
        programmes: [String: Programme]
    ) -> EligibilityFinding? {
        guard let referral, let programme = programmes[referral.programme], let identity = seen.identity else {
            return nil
        }
        let answers = events.lazy.compactMap { event -> ClaimAnswers? in
            guard case .referral(.made(let made, let answers)) = event.fact, made.referral == referral.id else {
                return nil
            }
            return answers.value
        }.first
        guard let answers,
            let facts = try? ClaimFacts(
                born: identity.born, benefit: answers.benefit, since: answers.since, nation: referral.nation,
                coded: answers.circumstances)
        else { return nil }
        return Eligibility.assess(facts, on: referral.on, programme: programme)
    }

    var page: Page {
        var page = Page(name, lead: Fragment { header }, trail: trail, width: .wide) {
            if isByOtherAddress {
                NoticeBox(.attention) {
                    "The record you asked for became part of this one: they are of the same person."
                }
            }
            if isPast {
                NoticeBox(.attention, title: "As known on \(WrittenDay.full(day))") {
                    "What was recorded later is left out. "
                    a(.href(SiteURL.customer(seen.id).address)) { "Show the record as it stands" }
                }
            }
            UrgentNotice(page: self)
            SafetySection(page: self)
            NowSection(page: self)
            CircumstancesSection(page: self)
            Columns {
                if sight.sees(.appointments) { AppointmentsSection(page: self) }
                if sight.sees(.referral) { ReferralSection(page: self) }
            }
            JoiningSection(page: self)
            Columns {
                if sight.sees(.work) { WorkSection(page: self) }
                if let account { MoneySection(page: self, account: account) }
            }
            if sight.sees(.assessment) { AssessmentSection(page: self) }
            if sight.sees(.plan) { PlanSection(page: self) }
            if let voices = seen.voices, !voices.all.isEmpty || !isPast && !seen.answerers.isEmpty {
                VoiceSection(page: self, voices: voices)
            }
            if let access = seen.access, !isPast { AccessSection(page: self, access: access) }
            MeetingOffers(page: self)
            if let account, !account.weeks.isEmpty { WeeksInWork(account: account, programme: programme) }
            JourneySection(page: self)
        }
        page.section = trail.first?.address
        page = page.about(seen)
        // Nothing is done from an earlier day's page.
        if isPast { page.urgent = nil }
        return page
    }

    private var trail: [Link] {
        Powers.grant(.readCaseload, to: actor.role, as: .none) == nil
            ? [] : [Link("Caseload", to: SiteURL.caseload([]).address)]
    }

    /// Who and where, in two lines.
    @HTMLBuilder private var header: some HTML {
        p { facts.joined(separator: " · ") }
        p { placed.joined(separator: " · ") }
        contacts
        NeedsLine(page: self)
        if offers.may(.takeUp), ![.jobcentre, .council].contains(relation) {
            p { Link("They are with us now: take up this record", to: SiteURL.form(.takeUp, seen.id).address) }
        }
        if offers.may(.giveBack), seen.keepers?.isTakenUp(by: actor.organisation) == true {
            p { Link("Taken up by mistake? Give it back", to: SiteURL.form(.giveBack, seen.id).address) }
        }
        if offers.may(.nameLead), seen.seesWhoLeads, seen.identity != nil, seen.lead(on: day)?.isAdviser != true {
            p {
                Link(
                    seen.lead(on: day) == nil ? "Nobody leads yet: say who does" : "Change who leads",
                    to: SiteURL.form(.nameLead, seen.id).address)
            }
        }
        if offers.may(.correct), seen.identity != nil {
            p {
                Link("Correct the details", to: SiteURL.form(.correct, seen.id).address)
                if seen.identity?.email != nil {
                    " · "
                    Link("Letters by e-mail", to: SiteURL.form(.email, seen.id).address)
                    seen.emailAgreed.map { ": agreed on \($0.day.written)" } ?? ": not agreed"
                }
                if offers.may(.merge) {
                    " · "
                    Link(
                        seen.merges?.absorbed.isEmpty ?? true
                            ? "Is this person here twice?" : "Made of several records",
                        to: SiteURL.duplicates(seen.id).address)
                }
                if offers.may(.language) {
                    " · "
                    Link("Language they read", to: SiteURL.form(.language, seen.id).address)
                    ": \((seen.language ?? .english).title)"
                }
            }
        }
    }

    private var facts: [String] {
        var facts: [String] = []
        if let born = seen.identity?.born { facts.append("\(born.age(on: day)), born \(born.written)") }
        if let number = seen.identity?.nationalInsurance { facts.append(number.spaced) }
        facts.append(standing.whereTheyAre)
        return facts
    }

    private var placed: [String] {
        var placed: [String] = []
        if let referral = seen.referral {
            placed.append(
                "\(programme?.title ?? referral.programme), group \(referral.group), \(referral.basis(on: day).plain)")
            if let assignment = referral.assignment {
                placed.append(
                    "\(sharedByTeam ? "Lead" : "Adviser") \(names.person(assignment.adviser)), \(names.organisation(assignment.provider))"
                )
            } else if let prime = referral.prime {
                placed.append("Provider \(names.organisation(prime)), no adviser yet")
            }
        }
        if let lead = seen.lead(on: day), !lead.isAdviser {
            placed.append("Lead \(names.person(lead.person)), \(names.organisation(lead.organisation))")
        }
        if let talk = seen.lastTalk {
            placed.append("Last talked with \(names.person(talk.person)), \(talk.on.written)")
        }
        placed += (seen.keepers?.all ?? []).map { keeper in
            "\(keeper.home == .council ? "Record kept" : "Claim held") at \(names.organisation(keeper.organisation))"
        }
        return placed
    }

    /// The ways to reach them, each with whether it is doubtful.
    private var reached: [(words: String, isDoubtful: Bool)] {
        let kinds: [ChangeKind] = [.phone, .email, .address]
        return kinds.compactMap { kind in
            guard let held = seen.identity?.contact(kind) else { return nil }
            let failed = seen.circumstances?.status(of: kind, on: day).failed
            return (words: held.replacing("\n", with: ", "), isDoubtful: failed != nil)
        }
    }

    @HTMLBuilder private var contacts: some HTML {
        let found = reached
        if !found.isEmpty {
            p {
                ForEach(Array(found.enumerated())) { place, contact in
                    if place > 0 { " · " }
                    contact.words
                    if contact.isDoubtful {
                        " "
                        StatusTag("Doubtful", .attention)
                    }
                }
            }
        }
    }
}
