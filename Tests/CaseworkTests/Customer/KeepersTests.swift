import Kernel
import Testing

@testable import Casework

@Suite("Who keeps a record")
struct KeepersTests {
    private static let mill = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 0x16)
    private static let nell = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x25), organisation: Story.council, role: .adviser)
    private static let noor = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x26), organisation: mill, role: .teamManager)

    private func takeUp(_ story: inout Story, by actor: Author, as home: CustomerHome) throws {
        story.surroundings.actorHome = home
        try story.perform(TakeUpRecord(isHere: true, proof: .document, since: story.now.day), by: actor)
    }

    private func registered(_ number: UInt64, by actor: Author, as home: CustomerHome) throws -> Story {
        var story = try Story(number: number)
        story.surroundings.actorHome = home
        try story.perform(
            RegisterCustomer(
                identity: Identity(given: "Rose", family: "Parr", born: day("1980-02-03"), on: day("2012-05-28"))),
            by: actor)
        return story
    }

    private func relation(_ actor: Author, to file: CaseFile) -> Relation {
        file.relation(of: actor, on: day("2012-06-14"))
    }

    @Test("A council service takes up a jobcentre's record and stands beside it, and the reverse (G-004, K-010)")
    func beside() throws {
        var story = try Story.registered()
        #expect(relation(Self.nell, to: story.file) == .none)
        try takeUp(&story, by: Self.nell, as: .council)
        #expect(relation(Self.nell, to: story.file) == .council && relation(Story.jane, to: story.file) == .jobcentre)
        #expect(story.file.customer?.keepers.organisations == [Story.jobcentre, Story.council])
        #expect(story.file.customer?.keepers.leading == Story.jobcentre)

        var theirs = try registered(2, by: Self.nell, as: .council)
        #expect(theirs.file.customer?.keepers.leading == Story.council)
        try takeUp(&theirs, by: Story.jane, as: .jobcentre)
        #expect(theirs.file.customer?.keepers.organisations == [Story.council, Story.jobcentre])
        #expect(theirs.file.customer?.keepers.leading == Story.jobcentre)
        #expect(theirs.file.viewers(matrix: .test, on: theirs.now.day).map(\.relation) == [.council, .jobcentre])
    }

    @Test("Another jobcentre takes the earlier one's place, with what waited for it (K-010)")
    func instead() throws {
        var story = try Story.registered()
        try takeUp(&story, by: Self.nell, as: .council)
        let oneself = Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
        let terms = ReportedChange.Terms(
            kind: .phone, from: story.now.day, source: .customer, route: .online, basis: .ownRecord)
        story.record(
            [
                .voice(
                    .raised(
                        Identifier(high: 1, low: 1), .question, to: Story.jobcentre, nil,
                        .open(Words("When do I sign?")))),
                .circumstance(
                    .reported(
                        Identifier(high: 1, low: 2), terms, HeldDetail(ChangeDetail(words: "01924 111111")),
                        told: [Story.jobcentre, Story.council])),
            ], by: oneself)
        try takeUp(&story, by: Self.noor, as: .jobcentre)
        #expect(relation(Story.jane, to: story.file) == .none && relation(Self.noor, to: story.file) == .jobcentre)
        #expect(story.file.customer?.keepers.organisations == [Self.mill, Story.council])
        #expect(story.file.voices.waiting.map(\.to) == [Self.mill])
        #expect(story.file.circumstances.changes.map(\.waitingFor) == [[Self.mill, Story.council]])
        #expect(CaseFile(id: story.file.id, folding: story.events) == story.file)
    }

    @Test("It is refused of one's own record, of nobody here, of a day to come, and to any other kind")
    func refused() throws {
        let story = try Story.registered()
        func refused(
            _ story: Story, by actor: Author = Self.nell, as home: CustomerHome? = .council, isHere: Bool = true,
            since: CalendarDay? = nil
        ) -> String? {
            var story = story
            story.surroundings.actorHome = home
            return story.refused(
                TakeUpRecord(isHere: isHere, proof: .questions, since: since ?? story.now.day), by: actor)
        }
        #expect(refused(story) == nil)
        #expect(refused(story, by: Story.jane, as: .jobcentre) == "keeper.already")
        #expect(refused(story, as: nil) == "keeper.neither")
        #expect(refused(story, isHere: false) == "keeper.not-here")
        #expect(refused(story, since: story.now.day.adding(days: 1)) == "keeper.to-come")
        #expect(refused(story, since: day("1980-02-02")) == "keeper.before-birth")
        #expect(refused(story, since: day("1980-02-03")) == nil)
        let nobody = try Story()
        #expect(refused(nobody) == "case.none")
        var erased = story
        erased.record(
            [.customer(.erased(.init(classes: [.identity], why: .asked, evidenceUntil: nil, proof: "")))],
            by: Story.jane)
        #expect(refused(erased) == "customer.erased")
        var merged = story
        merged.record([.merge(.mergedInto(Identifier(high: 1, low: 3)))], by: Story.jane)
        #expect(refused(merged) == "keeper.merged")
    }

    @Test("Made one, a record keeps its keepers and takes the kind it lacks; apart, that goes back")
    func merged() throws {
        var other = try registered(2, by: Self.nell, as: .council)
        other.at("2012-05-29")
        try takeUp(&other, by: Self.noor, as: .jobcentre)
        ask(&other, Self.mill)
        ask(&other, Story.council)
        var two = TwoStories(own: try Story.registered(), other: other)
        try two.merge()
        #expect(two.own.file.customer?.keepers.organisations == [Story.jobcentre, Story.council])
        #expect(relation(Self.nell, to: two.own.file) == .council && relation(Self.noor, to: two.own.file) == .none)
        #expect(two.own.file.voices.waiting.map(\.to) == [Story.jobcentre, Story.council])

        let away = Author(
            person: Identifier(high: 0x7000, low: 1 << 63 | 0x27),
            organisation: Identifier(high: 0x7000, low: 1 << 63 | 0x17), role: .adviser)
        var moved = two
        try takeUp(&moved.own, by: away, as: .council)
        #expect(moved.own.file.voices.waiting.map(\.to) == [Story.jobcentre, away.organisation])

        try two.separate()
        #expect(two.own.file.customer?.keepers.organisations == [Story.jobcentre])
        #expect(two.other.file.customer?.keepers.organisations == [Story.council, Self.mill])
        #expect(two.other.file.voices.waiting.map(\.to) == [Self.mill, Story.council])
    }

    /// The person asks an organisation something.
    private func ask(_ story: inout Story, _ organisation: Identifier<Organisation>) {
        let id = Identifier<Voice>(high: 3, low: UInt64(story.events.count))
        story.record(
            [.voice(.raised(id, .question, to: organisation, nil, .open(Words("When do I sign?"))))],
            by: Author(person: Identifier(story.file.id), organisation: organisation, role: .customer))
    }

    @Test("Taken up by mistake it is given back, and whose place was taken has it again with what waits (G-004, K-010)")
    func givenBack() throws {
        var story = try Story.registered()
        try takeUp(&story, by: Self.nell, as: .council)
        try takeUp(&story, by: Self.noor, as: .jobcentre)
        ask(&story, Self.mill)
        ask(&story, Story.council)
        try story.perform(GiveBackRecord(isMistake: true), by: Self.noor)
        #expect(story.file.customer?.keepers.organisations == [Story.jobcentre, Story.council])
        #expect(relation(Self.noor, to: story.file) == .none && relation(Story.jane, to: story.file) == .jobcentre)
        #expect(story.file.voices.waiting.map(\.to) == [Story.jobcentre, Story.council])
        try story.perform(GiveBackRecord(isMistake: true), by: Self.nell)
        #expect(story.file.customer?.keepers.organisations == [Story.jobcentre])
        #expect(relation(Self.nell, to: story.file) == .none)
        #expect(story.file.voices.waiting.map(\.to) == [Story.jobcentre, Story.jobcentre])
        #expect(CaseFile(id: story.file.id, folding: story.events) == story.file)
        try takeUp(&story, by: Self.nell, as: .council)
        #expect(relation(Self.nell, to: story.file) == .council)
    }

    @Test("Given back while two records are one, the other goes on without whoever had taken it up (G-004, K-010)")
    func givenBackApart() throws {
        var other = try registered(2, by: Self.noor, as: .jobcentre)
        other.at("2012-05-29")
        try takeUp(&other, by: Self.nell, as: .council)
        var two = TwoStories(own: try Story.registered(), other: other)
        try two.merge()
        #expect(two.own.file.customer?.keepers.organisations == [Story.jobcentre, Story.council])
        two.own.at("2012-06-01")
        try two.own.perform(GiveBackRecord(isMistake: true), by: Self.nell)
        #expect(two.own.file.customer?.keepers.organisations == [Story.jobcentre])
        #expect(two.later.goingBack == two.own.events.suffix(1).map(\.id) && two.later.asked.isEmpty)
        var again = two
        try takeUp(&again.own, by: Self.nell, as: .council)
        try again.own.perform(GiveBackRecord(isMistake: true), by: Self.nell)
        #expect(again.later.goingBack == two.later.goingBack, "what was taken up here is given back here")

        try two.separate()
        #expect(two.own.file.customer?.keepers.organisations == [Story.jobcentre])
        #expect(two.other.file.customer?.keepers.organisations == [Self.mill])
        #expect(relation(Self.nell, to: two.other.file) == .none)
        try two.merge()
        #expect(two.own.file.customer?.keepers.organisations == [Story.jobcentre], "nor when they are one again")
    }

    @Test("Whoever took a record up tells the person, unless they read of it on a page of their own (G-004)")
    func told() throws {
        var story = try Story.registered()
        func due(_ story: Story) -> Due? { story.standing().dues.first { $0.code == .tellOfKeeper } }
        #expect(due(story) == nil)
        try takeUp(&story, by: Self.nell, as: .council)
        #expect(due(story)?.organisation == Story.council && due(story)?.act == .takeUpRecord)
        func refused(_ route: ToldOfHolder.Route, by actor: Author) -> String? {
            story.refused(TellOfKeeper(ToldOfHolder(route: route)), by: actor)
        }
        #expect(refused(.spoken, by: Story.jane) == "keeper.not-taken-up")
        #expect(refused(.email, by: Self.nell) == "keeper.told-by-email")
        try story.perform(TellOfKeeper(ToldOfHolder(route: .spoken)), by: Self.nell)
        #expect(due(story) == nil && refused(.spoken, by: Self.nell) == "keeper.told-twice")
        try takeUp(&story, by: Self.noor, as: .jobcentre)
        #expect(due(story)?.organisation == Self.mill)
        story.record([.access(.invited(Identifier(high: 1, low: 9), supporter: nil, .paper))], by: Self.noor)
        #expect(due(story) == nil)
    }

    @Test("By e-mail they are told at once, and one that comes back told nobody (G-004)")
    func toldByEmail() throws {
        var story = try Story.registered()
        try story.perform(CorrectCustomer(identity: Story.identity(email: "rosa@example.org")), by: Story.jane)
        try story.perform(ChooseEmail(agreed: true), by: Story.jane)
        try takeUp(&story, by: Self.nell, as: .council)
        #expect(story.events.suffix(2).map(\.fact.kind) == ["customer.takenUp", "customer.toldOfKeeper"])
        #expect(!story.standing().dues.contains { $0.code == .tellOfKeeper })
        let told = try #require(story.events.last?.id)
        for reason in NotDelivered.allCases {
            var astray = story
            try astray.perform(RecordUntoldOfKeeper(told: told, reason: reason), by: Story.jane)
            #expect(astray.standing().dues.contains { $0.code == .tellOfKeeper }, "\(reason)")
            #expect(astray.refused(TellOfKeeper(ToldOfHolder(route: .byHand)), by: Self.nell) == nil, "\(reason)")
            #expect(
                astray.refused(RecordUntoldOfKeeper(told: told, reason: reason), by: Story.jane) == "undelivered.none")
        }
    }

    @Test("To an address that is doubtful no e-mail goes, so it is due that they are told another way (G-004)")
    func doubtful() throws {
        var story = try Story.registered()
        try story.perform(CorrectCustomer(identity: Story.identity(email: "rosa@example.org")), by: Story.jane)
        try story.perform(ChooseEmail(agreed: true), by: Story.jane)
        story.record([.circumstance(.contactFailed(.email, .noAnswer, told: nil))], by: Story.jane)
        try takeUp(&story, by: Self.nell, as: .council)
        #expect(story.events.last?.fact.kind == "customer.takenUp")
        #expect(story.standing().dues.contains { $0.code == .tellOfKeeper })
    }

    @Test("What an earlier keeper was to do falls to whoever has its place, so that nobody waits for it (G-004, K-010)")
    func leftBehind() throws {
        var story = try Story.registered()
        let meeting = try story.book(Story.slot("2012-06-14"), .interview, by: Story.jane)
        let action = PlanFact.actionProposed(
            Identifier(high: 5, low: 1), PlanActionTerms(owner: .organisation(Story.jobcentre)), PlanOrigin(),
            .open(Words("Ask the college about the evening course.")))
        story.record([.plan(action)], by: Story.jane)
        func left(_ story: Story) -> [Due] { story.standing().dues.filter { $0.code == .leftBehind } }
        #expect(left(story).isEmpty)
        try takeUp(&story, by: Self.noor, as: .jobcentre)
        #expect(left(story).map(\.act) == [.editPlan, .cancelAppointment])
        // The plan may be open to others than the successor, so its steps fall to whoever edits it.
        #expect(left(story).map(\.organisation) == [nil, Self.mill] && left(story).last?.appointment == meeting)
        #expect(left(story).first?.sentence.contains("the jobcentre that kept this record before") == true)

        var cancelled = story
        try cancelled.perform(
            CancelAppointment(appointment: meeting, asked: .jobcentre, reason: "other"), by: Self.noor)
        #expect(left(cancelled).map(\.act) == [.editPlan])
        var begun = story
        begun.at("2012-06-14", 11)
        #expect(left(begun).map(\.act).contains(.recordAttendance))
        #expect(!begun.standing().dues.contains { $0.code == .recordOutcome })
        // Given back, it is the earlier one's own again.
        try story.perform(GiveBackRecord(isMistake: true), by: Self.noor)
        #expect(left(story).isEmpty)
    }

    @Test("The letter says who keeps the record and whose place was taken, in English and Welsh, in under 150 words")
    func letter() {
        let head = LetterHead(
            customer: "Rosa Parr", organisation: "Mill Lane Jobcentre", adviser: "Noor Aziz", place: ["3 Mill Lane"],
            phone: "01632 960170", programme: "", sent: day("2012-06-01"))
        func letter(_ home: CustomerHome, _ instead: String?) -> KeeperText {
            KeeperText(head, home: home, since: day("2012-05-21"), instead: instead)
        }
        let moved = letter(.jobcentre, "Union Street Jobcentre").text.replacing("\n", with: " ")
        #expect(moved.contains("Mill Lane Jobcentre keeps your record now. They say that you have claimed there since"))
        #expect(moved.contains("Union Street Jobcentre kept it before, and keeps it no longer."))
        let beside = letter(.council, nil).text
        #expect(beside.contains("Nothing else changes.") && beside.contains("21 May 2012"))
        #expect(beside.split { $0 == " " || $0.isNewline }.count < 150)
        #expect(beside.split(separator: "\n").allSatisfy { $0.count <= 72 })
        let welsh = Language.welsh.write { letter(.council, nil).text }.replacing("\n", with: " ")
        #expect(welsh.contains("Mill Lane Jobcentre sy’n cadw eich cofnod nawr.") && welsh.contains("21 Mai 2012"))
    }

    @Test("It is not given back by whoever registered the person, of somebody there, or away from a referral")
    func notGivenBack() throws {
        var story = try registered(2, by: Self.nell, as: .council)
        let giveBack = GiveBackRecord(isMistake: true)
        #expect(story.refused(giveBack, by: Self.nell) == "keeper.registered")
        #expect(story.refused(giveBack, by: Story.jane) == "keeper.not-yours")
        try takeUp(&story, by: Story.jane, as: .jobcentre)
        #expect(story.refused(GiveBackRecord(isMistake: false), by: Story.jane) == "keeper.here")
        #expect(story.refused(giveBack, by: Story.jane) == nil)
        let referred = try Story.referred().events.map(\.fact).filter { fact in
            if case .referral = fact { true } else { false }
        }
        story.record(referred, by: Story.jane)
        #expect(story.refused(giveBack, by: Story.jane) == "keeper.referred")
        try takeUp(&story, by: Self.noor, as: .jobcentre)
        #expect(story.refused(giveBack, by: Self.noor) == nil)
    }
}
