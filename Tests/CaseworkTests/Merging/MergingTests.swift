import Kernel
import Testing

@testable import Casework

@Suite("Two records of one person")
struct MergingTests {
    /// One attached, with an appointment held; the other only registered, with a number and contacts of its own.
    private func attachedAndNew() throws -> TwoStories {
        let (own, _) = try Story.attached()
        var other = try Story(number: 2)
        other.at("2012-06-12")
        try other.perform(
            RegisterCustomer(
                identity: Identity(
                    given: "Rose", family: "Parr", born: day("1980-02-03"), phone: "01924 777777",
                    email: "rose@example.org", on: day("2012-06-12"))), by: Story.jane)
        return TwoStories(own: own, other: other)
    }

    /// Both referred and attached to the same programme, the other a month later.
    private func bothAttached() throws -> TwoStories {
        let (own, _) = try Story.attached()
        var other = try Story(number: 2)
        other.at("2012-06-25")
        try other.perform(
            RegisterCustomer(
                identity: Identity(given: "Rosa", family: "Par", born: day("1980-02-03"), on: day("2012-06-25"))),
            by: Story.jane)
        try other.perform(
            RecordReferralInterview(
                programme: "made-up", explained: ["what", "pay"], inWriting: true, agreed: []), by: Story.jane)
        try other.perform(Story.refer(), by: Story.jane)
        try other.perform(AcknowledgeReferral(), by: Story.manager)
        try other.perform(AssignReferral(provider: Story.local, adviser: Story.dana.person), by: Story.manager)
        let id = try other.book(Story.slot("2012-06-28"))
        other.at("2012-06-28", 10, 30)
        try other.perform(RecordAttendance(appointment: id, attendance: Story.came), by: Story.dana)
        return TwoStories(own: own, other: other)
    }

    private func due(_ file: CaseFile, _ programme: Programme, on day: CalendarDay) -> [DueLine] {
        PaymentLedger(programme).lines(for: file, until: day).filter { $0.dueOn != nil }
    }

    @Test("Each differing detail is as it was chosen, and who the other was stands in its own history (G-004)")
    func details() throws {
        var two = try attachedAndNew()
        let absorbed = try two.merge(taking: [.given, .email])
        let identity = try #require(two.own.file.customer?.identity.value)
        #expect(identity.given == "Rose" && identity.email == "rose@example.org" && identity.phone == "01924 555555")
        #expect(absorbed.taken == [.given, .email])
        let taken = try #require(two.events.lastChange(of: [.given, .family], in: two.own.file.id), "G-246")
        #expect(taken.recorded == two.own.now && two.events.lastChange(of: [.born], in: two.own.file.id) == nil)
        #expect(
            two.own.file.circumstances.status(of: .email, on: two.own.now.day).held?.detail.open.words
                == "rose@example.org")
        #expect(two.other.file.merges.into == two.own.file.id)
        #expect(two.other.file.customer?.identity.value?.phone == "01924 777777")
        let keyless = CaseFile(
            id: two.own.file.id,
            folding: try two.events.map { event in
                Event<CaseFile>(
                    id: event.id, subject: event.subject, sequence: event.sequence, occurred: event.occurred,
                    recorded: event.recorded, by: event.by,
                    fact: try Fact(
                        kind: event.fact.kind, version: event.fact.version, clear: event.fact.clear, sealed: nil))
            })
        #expect(
            keyless.customer?.identity == .shut && keyless.referrals.map(\.state) == two.own.file.referrals.map(\.state)
        )
    }

    @Test("The earlier draw stands with its attachment, and the second fee is due back (design §4.6)")
    func secondFee() throws {
        for ownIsEarlier in [true, false] {
            let made = try bothAttached()
            var two = ownIsEarlier ? made : TwoStories(own: made.other, other: made.own)
            let (early, late) = (made.own.file, made.other.file)
            let programme = made.own.programme
            #expect(due(early, programme, on: day("2012-07-02")).count == 1)
            #expect(due(late, programme, on: day("2012-07-02")).count == 1)
            let absorbed = try two.merge()
            let file = two.own.file
            #expect(file.referrals.filter { $0.withdrawn == nil }.map(\.id) == early.referrals.map(\.id))
            #expect(file.customer?.drawToken == early.customer?.drawToken)
            let standing = due(file, programme, on: day("2012-07-02"))
            #expect(standing.count == 1 && standing.first?.attachment == early.referral?.id)
            #expect(absorbed.dueBack.map(\.subject) == [late.id])
            #expect(due(two.other.file, programme, on: day("2012-07-02")).count == 1, "Its own stream is as it was")
        }
    }

    @Test("What the two come to is told before anything is done")
    func consequences() throws {
        let two = try bothAttached()
        let names = Names(organisation: { $0 == Story.prime ? "Northway" : "Another" }, person: { _ in "Somebody" })
        let told = try MergeConsequences(
            of: two.own.file, absorbing: two.other.file.id, RecordPair(own: two.own.events, other: two.other.events),
            names: names, in: two.other.context(Story.jane))
        let text = told.parts.flatMap(\.sentences).joined(separator: "\n")
        #expect(text.contains("The earlier referral stands, of 30 May 2012, with Northway."))
        #expect(text.contains("to Northway is due back, because it is earned once for a person."))
        #expect(text.contains("Nothing is booked on either."))
        #expect(told.parts.map(\.heading).contains("Their own page and their keys"))
    }

    @Test("Partners in a joint claim, the same record, one that is part of a third and one erased are refused")
    func refusals() throws {
        var two = try attachedAndNew()
        #expect(two.refused(MergeRecords(other: two.own.file.id)) == "merge.same")
        #expect(two.refused(MergeRecords(other: two.other.file.id, seenOther: 7)) == "form.stale")
        var erased = two
        erased.other.record(
            [.customer(.erased(.init(classes: [.identity], why: .asked, evidenceUntil: nil, proof: "")))],
            by: Story.jane)
        #expect(erased.refused(MergeRecords(other: two.other.file.id)) == "merge.erased")
        var partner = try Story(number: 3)
        partner.surroundings.partnerToken = two.own.file.customer?.drawToken
        try partner.perform(
            RegisterCustomer(
                identity: Identity(given: "Sam", family: "Parr", born: day("1979-02-03"), on: day("2012-05-28")),
                partner: two.own.file.id), by: Story.jane)
        let couple = TwoStories(own: two.own, other: partner)
        #expect(couple.refused(MergeRecords(other: partner.file.id)) == "merge.partners")
        try two.merge()
        let third = TwoStories(own: partner, other: two.other)
        #expect(third.refused(MergeRecords(other: two.other.file.id)) == "merge.elsewhere")
    }

    @Test("Made one and taken apart with nothing between, both are as they were")
    func undone() throws {
        for start in [try attachedAndNew(), try bothAttached()] {
            var two = start
            try two.merge(taking: [.given, .family])
            #expect(!two.own.file.isLike(start.own.file))
            try two.separate()
            #expect(two.own.file.isLike(start.own.file) && two.other.file.isLike(start.other.file))
            #expect(two.own.file.merges.absorbed.isEmpty && two.other.file.merges.into == nil)
            // And it can be done again.
            try two.merge(taking: [.given])
            #expect(two.own.file.merges.absorbed.count == 1)
            #expect(two.own.file.customer?.identity.value?.given == start.other.file.customer?.identity.value?.given)
        }
    }

    @Test(
        "What follows from something on the other's own record goes back with it; what is new is asked, a thread at once"
    )
    func threads() throws {
        var two = try bothAttached()
        let theirs = try two.other.book(Story.slot("2012-07-10"))
        let mine = try two.own.book(Story.slot("2012-07-11"))
        try two.merge()
        two.own.at("2012-07-02")
        try two.own.perform(
            CancelAppointment(appointment: theirs, asked: .customer, reason: "ill"), by: Story.dana)
        try two.own.perform(CancelAppointment(appointment: mine, asked: .customer, reason: "ill"), by: Story.dana)
        let new = try two.own.book(Story.slot("2012-07-12"))
        try two.own.perform(CancelAppointment(appointment: new, asked: .customer, reason: "ill"), by: Story.dana)
        try two.own.perform(
            CorrectCustomer(identity: Story.identity(given: "Rosalind")), by: Story.jane)
        let later = two.later
        #expect(later.asked.map(\.events.count) == [2])
        #expect(later.goingBack.count == 1 && later.staying.count == 2)
        var unknown = two
        #expect(throws: Refusal.self) { try unknown.separate(giving: [later.staying[0]]) }
        try two.separate(giving: [later.asked[0].id])
        #expect(two.other.file.appointments.map(\.id).suffix(2) == [theirs, new])
        #expect(two.other.file.appointments.suffix(2).allSatisfy { $0.state == .cancelled })
        #expect(!two.own.file.appointments.map(\.id).contains(new))
        #expect(two.own.file.appointments.first { $0.id == mine }?.state == .cancelled)
        #expect(two.own.file.customer?.identity.value?.given == "Rosalind")
    }

    @Test("Of a correction made meanwhile the details it names stay, and what came from the other goes back with it")
    func corrected() throws {
        var two = try attachedAndNew()
        let before = try #require(two.own.file.customer?.identity.value)
        try two.merge(taking: [.given, .email])
        var identity = try #require(two.own.file.customer?.identity.value)
        identity.phone = "01924 888888"
        try two.own.perform(CorrectCustomer(identity: identity), by: Story.jane)
        try two.own.perform(ChooseEmail(agreed: true), by: Story.jane)
        try two.separate()
        let after = try #require(two.own.file.customer?.identity.value)
        #expect(after.given == before.given && after.email == before.email && after.phone == "01924 888888")
        #expect(two.own.file.customer?.emailAgreed == nil, "It was given to the other's address")
        #expect(two.other.file.customer?.identity.value?.email == "rose@example.org")
    }

    @Test(
        "A merge is undone after a payment fell due by it: each is owed what its own entries earn, and it is said which to whom (C12)"
    )
    func afterPayment() throws {
        let start = try bothAttached()
        var two = start
        try two.merge()
        two.own.at("2012-08-01")
        let programme = two.own.programme
        #expect(due(two.own.file, programme, on: day("2012-08-01")).count == 1)
        let names = Names(organisation: { $0 == Story.prime ? "Northway" : "Another" }, person: { _ in "Somebody" })
        let told = SeparationConsequences(
            of: two.own.file.id, without: two.other.file.id, giving: [], in: two.events, names: names,
            programmes: [programme.id: programme], sharing: .test, by: Story.jane, at: two.own.now)
        let fee = try #require(due(start.own.file, programme, on: day("2012-08-01")).first?.paid(names))
        let theirs = try #require(due(start.other.file, programme, on: day("2012-08-01")).first?.paid(names))
        #expect(fee.hasPrefix("Attachment, ") && fee.hasSuffix(", to Northway"))
        #expect(
            told.payments == [
                "\(fee) stays due on this record.", "\(theirs) falls due again on the other record.",
            ])
        #expect(told.referrals.count == 2, "\(told.referrals)")
        #expect(told.referrals.first?.hasSuffix("with Northway, stays on this record.") == true)
        #expect(told.referrals.last?.hasSuffix("stands again on the other with its own draw.") == true)
        #expect(told.appointments == ["Nothing is booked on either."])
        #expect(told.viewers.contains { $0.hasPrefix("Northway sees ") }, "\(told.viewers)")
        try two.separate()
        let sight = Sight(role: .adviser, relation: .jobcentre, matrix: .test, on: two.own.now.day)
        for (story, kind, fee) in [(two.own, "merge.gaveBack", fee), (two.other, "merge.tookBack", theirs)] {
            let parting = try #require(story.events.last { $0.fact.kind == kind })
            let entries = Timeline.entries(
                MergedStreams.select(MergedStreams.woven([two.own.events, two.other.events]), for: story.file.id),
                through: sight, names: names, programmes: [programme.id: programme], tools: .madeUp)
            let entry = try #require(entries.first { $0.event == parting.id })
            #expect(entry.detail?.contains("Due on this record: \(fee)") == true, "\(entry)")
        }
        // The provider of each referral is told on each record, and the person on their own.
        for story in [two.own, two.other] {
            for provider in [Story.manager, Story.dana] {
                let said = parting(story, provider)?.sentence
                #expect(said?.hasPrefix("Two records were taken apart on ") == true && said?.contains("£") == false)
            }
            #expect(parting(story, Story.jane) == nil)
            let own = Sight(role: .customer, relation: .oneself, matrix: .test, on: story.now.day)
            let seen = own.see(story.file)
            #expect(seen.merges?.parted?.recorded.day == story.now.day)
            let entries = Timeline.entries(
                MergedStreams.select(MergedStreams.woven([two.own.events, two.other.events]), for: story.file.id),
                through: own, names: names, programmes: [programme.id: programme], tools: .madeUp)
            #expect(entries.contains { $0.headline.contains("apart again") || $0.headline.contains("stands alone") })
        }
        var later = two.own
        later.now = later.now.adding(minutes: (Due.daysSaid + 1) * 24 * 60)
        #expect(parting(later, Story.manager) == nil, "It is said for so long and no longer")
        for (file, before) in [(two.own.file, start.own.file), (two.other.file, start.other.file)] {
            let (now, then) = (
                due(file, programme, on: day("2012-08-01")), due(before, programme, on: day("2012-08-01"))
            )
            #expect(now == then && now.count == 1)
        }
    }

    /// What somebody is told to do of two records that were taken apart.
    private func parting(_ story: Story, _ actor: Author) -> Due? {
        let day = story.now.day
        let sight = story.file.sight(
            of: actor, as: story.file.relation(of: actor, on: day), matrix: .test, on: day)
        return story.standing(sight).dues.first { $0.code == .takenApart }
    }

    @Test("Two people are not left with one national insurance number")
    func oneNumber() throws {
        var two = try attachedAndNew()
        var identity = try #require(two.own.file.customer?.identity.value)
        identity.nationalInsurance = try NationalInsuranceNumber("QQ654321A")
        var other = try Story(number: 2)
        try other.perform(RegisterCustomer(identity: identity), by: Story.jane)
        two = TwoStories(own: two.own, other: other)
        try two.merge()
        try two.own.perform(CorrectCustomer(identity: identity), by: Story.jane)
        var copy = two
        #expect(refusal { try copy.separate() }?.code == "merge.one-number")
    }

    /// One entry that somebody makes on the one record.
    private func happen(_ two: inout TwoStories, _ choice: UInt64, _ number: Int) throws {
        two.own.at("2012-07-02", 9, number * 2)
        switch choice % 5 {
        case 0:
            let days = ["10", "11", "12", "13", "16", "17", "18", "19", "20", "23", "24", "25"]
            try two.own.book(Story.slot("2012-07-\(days[number])"), .review)
        case 1:
            guard let open = two.own.file.appointments.last(where: { $0.outcome == nil }) else { return }
            try two.own.perform(
                CancelAppointment(appointment: open.id, asked: .customer, reason: "ill"), by: Story.dana)
        case 2:
            let terms = ConsentTerms(recipient: Story.council, categories: [.plan], purpose: "training")
            two.own.surroundings.recipientIsThere = true
            two.own.record(
                [.sharing(.asked(Identifier(high: 9, low: UInt64(number)), terms, .open(Words("Why?"))))],
                by: Story.jane)
        case 3:
            two.own.record(
                [
                    .plan(
                        .goalSet(
                            Identifier(high: 8, low: UInt64(number)), replaces: nil, source: nil, .open(Words("G"))))
                ],
                by: Story.jane)
        default:
            let old = two.own.file.plan.goals.filter { $0.end == nil }
            guard let goal = old.first else { return }
            two.own.record([.plan(.goalClosed(goal.id, reached: true, .open(Words("Done"))))], by: Story.jane)
        }
    }

    @Test(
        "Whatever happens between, taken apart each has what it had and what was given to it, and nothing is lost",
        arguments: 0..<40)
    func property(seed: Int) throws {
        let random = RandomSource.seeded(UInt64(seed))
        var two = seed.isMultiple(of: 2) ? try bothAttached() : try attachedAndNew()
        if seed.isMultiple(of: 3) { try two.own.book(Story.slot("2012-08-08"), .review) }
        if seed.isMultiple(of: 4) {
            two.other.record(
                [.plan(.goalSet(Identifier(high: 8, low: 900), replaces: nil, source: nil, .open(Words("G"))))],
                by: Story.jane)
        }
        let (mine, theirs) = (two.own.events, two.other.events)
        try two.merge()
        for number in 0..<12 { try happen(&two, random.next(), number) }
        let later = two.later
        let chosen = later.asked.filter { _ in random.next() % 2 == 0 }
        let all = two.own.events.dropFirst(mine.count + 1)
        try two.separate(giving: Set(chosen.map(\.id)))
        let given = Set(later.goingBack + chosen.flatMap(\.events))
        let own = CaseFile(id: two.own.file.id, folding: mine + all.filter { !given.contains($0.id) })
        #expect(two.own.file.lines == own.lines)
        // As though what was given had been recorded there.
        var other = CaseFile(id: two.other.file.id, folding: theirs)
        for event in all where given.contains(event.id) {
            other.apply(
                Event<CaseFile>(
                    id: event.id, subject: other.id, sequence: other.sequence + 1, occurred: event.occurred,
                    recorded: event.recorded, by: event.by, fact: event.fact))
        }
        #expect(two.other.file.lines == other.lines)
        let programme = two.own.programme
        let until = day("2012-12-01")
        #expect(due(two.own.file, programme, on: until) == due(own, programme, on: until))
        #expect(due(two.other.file, programme, on: until) == due(other, programme, on: until))
    }

    @Test("Every reference in a fact's clear part is a thing, or is known to be nobody's own")
    func references() {
        let nobodys: Set<String> = [
            "jobcentre", "jointClaim", "area", "provider", "adviser", "office", "recipient", "source", "owner", "from",
            "to", "fromAt", "toAt", "party", "other", "survivor", "events", "texts", "told", "organisation",
            "terms", "person",
        ]
        for fact in OneOfEach.facts {
            guard case .object(let members) = fact.clear else { continue }
            for member in members where Self.holdsReference(member.value) {
                #expect(
                    Fact.thingNames.contains(member.name) || nobodys.contains(member.name),
                    "\(fact.kind) has \(member.name)")
            }
        }
    }

    private static func holdsReference(_ json: JSON) -> Bool {
        switch json {
        case .string(let text): (try? Identifier<Never>(text)) != nil
        case .array(let values): values.contains(where: holdsReference)
        case .object(let members): members.contains { holdsReference($0.value) }
        default: false
        }
    }
}
