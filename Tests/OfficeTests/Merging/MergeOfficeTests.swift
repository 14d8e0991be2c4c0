import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Two records made one, in the store")
struct MergeOfficeTests {
    private let first: UInt64 = 1
    private let second: UInt64 = 2

    /// One referred, with an appointment; the other registered with the number, an address and an appointment.
    private func two(_ engine: Engine) async throws -> TestDesk {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(first)
        try await book(desk, first, "2012-06-11")
        desk.time.with { $0 = $0.adding(minutes: 1) }
        var identity = try desk.identity("Rose", number: "QQ123456C")
        identity.email = "rose@example.org"
        try await desk.office.perform(
            RegisterCustomer(identity: identity), on: desk.newCase(second), as: desk.adviser, id: desk.command(2))
        try await book(desk, second, "2012-06-12")
        return desk
    }

    private func book(_ desk: TestDesk, _ number: UInt64, _ day: String) async throws {
        let slot = try Slot(
            starts: Instant(london: CalendarDay(day), hour: 10, minute: 0), minutes: 30, mode: .faceToFace)
        try await desk.office.perform(
            BookAppointment(
                purpose: .review, adviser: desk.adviser.person, office: desk.adviser.organisation, slot: slot),
            on: desk.newCase(number), as: desk.adviser, id: desk.command(3000 + number))
    }

    private func merge(_ desk: TestDesk, taking: Set<IdentityDetail> = [.number, .email]) async throws {
        desk.time.with { $0 = $0.adding(minutes: 1) }
        try await desk.office.perform(
            MergeRecords(other: desk.newCase(second), taking: taking), on: desk.newCase(first), as: desk.adviser,
            id: desk.command(4000))
    }

    private func separate(_ desk: TestDesk, giving given: Set<Identifier<Event<CaseFile>>> = []) async throws {
        desk.time.with { $0 = $0.adding(minutes: 1) }
        try await desk.office.perform(
            SeparateRecords(other: desk.newCase(second), given: given, why: Words("Two sisters.")),
            on: desk.newCase(first), as: desk.adviser, id: desk.command(5000))
    }

    private func file(_ desk: TestDesk, _ number: UInt64) async throws -> CaseFile {
        try await desk.store.read { [office = desk.office] in try office.file(desk.newCase(number), in: $0) }
    }

    /// Every row that is read off the streams.
    private func rows(_ desk: TestDesk) async throws -> [String] {
        try await desk.store.read { connection in
            try [
                "SELECT subject || ' ' || state || ' ' || next_at FROM caseload ORDER BY 1",
                "SELECT appointment || ' ' || subject || ' ' || state FROM diary ORDER BY 1",
                "SELECT line || ' ' || subject || ' ' || due_on FROM due_lines ORDER BY 1",
                "SELECT entry || ' ' || subject FROM changes_told ORDER BY 1",
                "SELECT request || ' ' || subject FROM requests ORDER BY 1",
            ].flatMap { try connection.all(SQL(stringLiteral: $0)) { try $0.text(0) } }
        }
    }

    /// Lists are what making them again gives, and the chain holds.
    private func isTrue(_ desk: TestDesk) async throws {
        let before = try await rows(desk)
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await rows(desk) == before)
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
    }

    @Test(
        "The one record has both; lists, the register and searches hold one; the other's address leads there (design §4.6)",
        arguments: Engine.allCases)
    func one(engine: Engine) async throws {
        let desk = try await two(engine)
        try await merge(desk)
        let opened = try await desk.office.open(desk.newCase(second), as: desk.adviser)
        #expect(opened.seen.id == desk.newCase(first))
        #expect(opened.seen.identity?.nationalInsurance?.description == "QQ123456C")
        #expect(opened.seen.appointments.count == 2 && opened.seen.referrals.count == 1)
        for search in [IdentityRegister.Search.name("Parr"), .number(try NationalInsuranceNumber("QQ123456C"))] {
            #expect(try await desk.office.find(search, as: desk.adviser).map(\.subject) == [desk.newCase(first)])
        }
        let listed = try await rows(desk)
        #expect(
            listed.allSatisfy { !$0.contains(" \(desk.newCase(second))") && !$0.hasPrefix("\(desk.newCase(second))") })
        #expect(listed.count { $0.contains(" booked") } == 2)
        try await isTrue(desk)
        let other = try await desk.otherProcess()
        #expect(try await other.open(desk.newCase(second), as: desk.adviser).seen.appointments.count == 2)
        try await other.close()
        try await desk.close()
    }

    @Test(
        "What is sent to the other's address goes to the one record, and is answered once", arguments: Engine.allCases)
    func redirected(engine: Engine) async throws {
        let desk = try await two(engine)
        let theirs = try #require(try await file(desk, second).appointments.first)
        let seen = try await file(desk, second).sequence + 50
        try await merge(desk)
        let command = CancelAppointment(appointment: theirs.id, asked: .customer, reason: "ill")
        let done = try await desk.office.perform(
            command, on: desk.newCase(second), as: desk.adviser, id: desk.command(60))
        #expect(done.file.id == desk.newCase(first) && !done.isRepeat)
        let again = try await desk.office.perform(
            command, on: desk.newCase(second), as: desk.adviser, id: desk.command(60))
        #expect(again.isRepeat)
        // Sent before they were one, and again after: it is not done twice.
        let repeated = try await desk.office.perform(
            BookAppointment(
                purpose: .review, adviser: desk.adviser.person, office: desk.adviser.organisation, slot: theirs.slot),
            on: desk.newCase(second), as: desk.adviser, id: desk.command(3000 + second))
        #expect(repeated.isRepeat)
        let stale = await refusal {
            try await desk.office.perform(
                CorrectCustomer(identity: try desk.identity("Rosamund")), on: desk.newCase(second), as: desk.adviser,
                id: desk.command(61), seen: seen)
        }
        #expect(stale?.code == "form.stale", "They had another record before them")
        // The time it held is free again.
        try await desk.register(7)
        try await desk.office.perform(
            BookAppointment(
                purpose: .review, adviser: desk.adviser.person, office: desk.adviser.organisation, slot: theirs.slot),
            on: desk.newCase(7), as: desk.adviser, id: desk.command(62))
        try await isTrue(desk)
        try await desk.close()
    }

    @Test(
        "Taken apart after later entries each has its own again: names, number, appointments and lists",
        arguments: Engine.allCases)
    func apart(engine: Engine) async throws {
        let desk = try await two(engine)
        let before = (try await file(desk, first), try await file(desk, second))
        let listed = try await rows(desk)
        try await merge(desk)
        desk.time.with { $0 = $0.adding(minutes: 5) }
        try await book(desk, first + 100, on: first, "2012-06-13")
        try await book(desk, first + 200, on: second, "2012-06-14")
        let events = try await desk.office.open(desk.newCase(first), as: desk.adviser).events
        let later = LaterEntries(since: desk.newCase(second), on: desk.newCase(first), in: events)
        #expect(later.asked.count == 2)
        try await separate(desk, giving: [later.asked[1].id])
        let after = (try await file(desk, first), try await file(desk, second))
        #expect(after.0.customer == before.0.customer && after.1.customer == before.1.customer)
        #expect(after.0.appointments.count == 2 && after.1.appointments.count == 2)
        // Two appointments, and the provider told that the records were taken apart.
        #expect(try await rows(desk).count == listed.count + 3)
        #expect(
            try await desk.office.find(.name("Parr"), as: desk.adviser).map(\.subject).sorted()
                == [desk.newCase(first), desk.newCase(second)])
        #expect(
            try await desk.office.find(.number(NationalInsuranceNumber("QQ123456C")), as: desk.adviser).map(\.subject)
                == [desk.newCase(second)])
        try await isTrue(desk)
        // Each goes on by itself, with the time its appointments hold.
        let given = try #require(after.1.appointments.last)
        let moved = try await desk.office.perform(
            CancelAppointment(appointment: given.id, asked: .customer, reason: "ill"), on: desk.newCase(second),
            as: desk.adviser, id: desk.command(63))
        #expect(moved.file.id == desk.newCase(second))
        try await desk.register(7)
        try await desk.office.perform(
            BookAppointment(
                purpose: .review, adviser: desk.adviser.person, office: desk.adviser.organisation, slot: given.slot),
            on: desk.newCase(7), as: desk.adviser, id: desk.command(64))
        try await isTrue(desk)
        // And they may be made one again.
        desk.time.with { $0 = $0.adding(minutes: 1) }
        try await desk.office.perform(
            MergeRecords(other: desk.newCase(second)), on: desk.newCase(first), as: desk.adviser, id: desk.command(65))
        #expect(try await file(desk, first).appointments.count == 4)
        try await isTrue(desk)
        try await desk.close()
    }

    private func book(_ desk: TestDesk, _ command: UInt64, on number: UInt64, _ day: String) async throws {
        let slot = try Slot(
            starts: Instant(london: CalendarDay(day), hour: 10, minute: 0), minutes: 30, mode: .faceToFace)
        try await desk.office.perform(
            BookAppointment(
                purpose: .review, adviser: desk.adviser.person, office: desk.adviser.organisation, slot: slot),
            on: desk.newCase(number), as: desk.adviser, id: desk.command(6000 + command))
    }

    @Test(
        "Whoever signs in to the other comes to the one; taken apart, both are let in anew", arguments: Engine.allCases)
    func signIn(engine: Engine) async throws {
        let desk = try await two(engine)
        func code(_ number: UInt64, _ command: UInt64) async throws -> String {
            let invited = try await desk.office.perform(
                InviteCustomer(route: .paper), on: desk.newCase(number), as: desk.adviser, id: desk.command(command))
            let invitation = try #require(invited.file.access.invitations.last?.id)
            return try await desk.office.code(of: invitation, on: desk.newCase(number), as: desk.adviser).code
        }
        let (early, late) = (try await code(second, 70), try await code(second, 71))
        let token = try await desk.office.enter(code: early)
        try await merge(desk)
        let who = try #require(try await desk.office.signedIn(token: token))
        #expect(who.ownPage?.subject == desk.newCase(first) && who.author.person == Identifier(desk.newCase(first)))
        #expect(try await desk.office.open(desk.newCase(second), as: who.author).relation == .oneself)
        let entered = try await desk.office.enter(code: late)
        #expect(try await desk.office.signedIn(token: entered)?.ownPage?.subject == desk.newCase(first))
        let unused = try await code(first, 72)
        try await separate(desk)
        #expect(try await desk.office.signedIn(token: token) == nil)
        #expect(try await desk.office.signedIn(token: entered) == nil)
        #expect(await refusal { try await desk.office.enter(code: unused) }?.code == "sign-in.code")
        try await desk.close()
    }

    @Test(
        "Erased, the person is gone from both streams, and cannot be taken apart any more", arguments: Engine.allCases)
    func erased(engine: Engine) async throws {
        let desk = try await two(engine)
        try await merge(desk)
        let erased = try await desk.office.erase(desk.newCase(second))
        #expect(Set(erased.proof.keys.map(\.stream)) == [desk.newCase(first), desk.newCase(second)])
        #expect(try await desk.office.find(.name("Parr"), as: desk.adviser).isEmpty)
        let left = try await desk.dump()
        #expect(left.allSatisfy { !$0.contains("Parr") && !$0.contains("rose@example.org") })
        for number in [first, second] {
            #expect(try await file(desk, number).customer?.identity == .shut)
        }
        #expect(await refusal { try await separate(desk) }?.code == "merge.erased")
        try await isTrue(desk)
        try await desk.close()
    }

    @Test("The number that stayed with the other can still be put right on the one", arguments: Engine.allCases)
    func number(engine: Engine) async throws {
        let desk = try await two(engine)
        try await merge(desk, taking: [])
        try await desk.office.perform(
            CorrectCustomer(identity: try desk.identity(number: "QQ123456C")), on: desk.newCase(first),
            as: desk.adviser, id: desk.command(85))
        #expect(
            try await desk.office.find(.number(NationalInsuranceNumber("QQ123456C")), as: desk.adviser).map(\.subject)
                == [desk.newCase(first)])
        #expect(await refusal { try await separate(desk) }?.code == "merge.one-number")
        try await isTrue(desk)
        try await desk.close()
    }

    /// Made one; then one entry of each person's, with words, and a letter of the second's; then taken apart.
    private func apart(_ engine: Engine) async throws -> TestDesk {
        let desk = try await two(engine)
        try await merge(desk)
        for (command, words) in [(UInt64(90), Self.mine), (91, Self.theirs)] {
            desk.time.with { $0 = $0.adding(minutes: 1) }
            let terms = ConsentTerms(
                recipient: desk.manager.organisation, categories: command == 90 ? [.household] : [.health],
                purpose: "training")
            try await desk.office.perform(
                AskConsent(terms: terms, why: Words(words)), on: desk.newCase(first), as: desk.adviser,
                id: desk.command(command))
        }
        let theirs = try #require(await file(desk, first).appointments.last?.id)
        try await desk.office.perform(
            GiveNotice(appointment: theirs, route: .post, mandatory: false, digest: Documents.digest(of: Self.letter)),
            on: desk.newCase(first), as: desk.manager, id: desk.command(92),
            documents: [AttachedDocument(Self.letter, .identity)])
        let events = try await desk.office.open(desk.newCase(first), as: desk.adviser).events
        let later = LaterEntries(since: desk.newCase(second), on: desk.newCase(first), in: events)
        try await separate(desk, giving: [try #require(later.asked.last?.id)])
        return desk
    }

    private static let mine = "His sister sings."
    private static let theirs = "Her brother dances."
    private static let letter = Array("Dear Rose, please come.".utf8)

    private func said(_ desk: TestDesk, _ office: Office, _ number: UInt64) async throws -> [Sealed<Words>] {
        try await office.open(desk.newCase(number), as: desk.adviser).seen.consents?.requests.map(\.why) ?? []
    }

    private func letter(_ desk: TestDesk, _ office: Office, _ number: UInt64) async throws -> [UInt8]? {
        try await desk.store.read { connection in
            try office.document(
                Documents.digest(of: Self.letter), of: office.file(desk.newCase(number), in: connection),
                in: connection)?.content
        }
    }

    @Test(
        "Taken apart and one erased, the other's words stay, nobody's are left on the other's stream, and an older backup brings none back",
        arguments: Engine.allCases, [UInt64(1), 2])
    func erasedApart(engine: Engine, erased: UInt64) async throws {
        let desk = try await apart(engine)
        let words: [UInt64: [Sealed<Words>]] = [first: [.open(Words(Self.mine))], second: [.open(Words(Self.theirs))]]
        let left = erased == first ? second : first
        for number in [first, second] { #expect(try await said(desk, desk.office, number) == words[number]) }
        #expect(try await letter(desk, desk.office, first) == nil)
        #expect(try await letter(desk, desk.office, second) == Self.letter)
        let backup = TestStore.newPath(".backup")
        try await Custody(desk.store, keys: desk.office.keyring, register: desk.erasures).backup(
            to: backup, at: desk.office.clock.now)

        let counted = try await desk.office.erase(desk.newCase(erased))
        #expect(Set(counted.proof.keys.map(\.stream)) == [desk.newCase(erased)])
        #expect(try await said(desk, desk.office, left) == words[left])
        #expect(try await said(desk, desk.office, erased).allSatisfy { $0 == .shut })
        #expect(try await letter(desk, desk.office, second) == (erased == second ? nil : Self.letter))
        #expect(try await file(desk, left).customer?.identity.value != nil)
        #expect(await refusal { try await desk.office.erase(desk.newCase(erased)) }?.code == "erase.already")
        try await isTrue(desk)

        let store = try await TestStore.fresh(engine, migrated: false)
        let restored = try await Custody(store, keys: desk.office.keyring, register: desk.erasures).restore(
            from: backup)
        #expect(restored.verification.isSound)
        let office = try await Office(
            store, keyring: desk.office.keyring, programmes: desk.office.programmes, clock: desk.office.clock)
        #expect(try await said(desk, office, left) == words[left])
        #expect(try await said(desk, office, erased).allSatisfy { $0 == .shut })
        try await office.close()
        try await store.close()

        // The other may go in its turn, and then nothing of either is left.
        _ = try await desk.office.erase(desk.newCase(left))
        for number in [first, second] {
            #expect(try await said(desk, desk.office, number).allSatisfy { $0 == .shut })
            #expect(try await letter(desk, desk.office, number) == nil)
        }
        let names = ["Parr", "rose@example.org", Self.mine, Self.theirs]
        #expect(try await desk.dump().allSatisfy { row in names.allSatisfy { !row.contains($0) } })
        try await isTrue(desk)
        try await desk.close()
    }

    @Test(
        "With its evidence gone too, an entry that is another's is read on, and counted once",
        arguments: Engine.allCases)
    func evidenceApart(engine: Engine) async throws {
        let desk = try await apart(engine)
        desk.time.with { $0 = $0.adding(minutes: 7 * 366 * 24 * 60) }
        _ = try await desk.office.erase(desk.newCase(first), Set(RetentionClass.allCases))
        #expect(try await said(desk, desk.office, second) == [.open(Words(Self.theirs))])
        let file = try await file(desk, first)
        #expect(file.consents.requests.isEmpty && file.appointments.isEmpty && file.referrals.isEmpty)
        let counts = try await desk.store.read { try MonthCounts.kept(in: $0).map(\.counted) }
        try await Custody(
            desk.store, keys: desk.office.keyring, register: desk.erasures, programmes: desk.office.programmes
        ).applyRegister()
        #expect(try await desk.store.read { try MonthCounts.kept(in: $0).map(\.counted) } == counts && !counts.isEmpty)
        #expect(try await said(desk, desk.office, second) == [.open(Words(Self.theirs))])
        try await isTrue(desk)
        try await desk.close()
    }

    @Test(
        "Taken apart, neither's details stay in the other's history; what was put right meanwhile is written again without them",
        arguments: Engine.allCases)
    func detailsApart(engine: Engine) async throws {
        let desk = try await two(engine)
        try await merge(desk)
        desk.time.with { $0 = $0.adding(minutes: 1) }
        var mixed = try #require(await file(desk, first).customer?.identity.value)
        #expect(mixed.email == "rose@example.org")
        mixed.phone = "01924 999999"
        try await desk.office.perform(
            CorrectCustomer(identity: mixed), on: desk.newCase(first), as: desk.adviser, id: desk.command(93))
        try await separate(desk)
        let own = try await file(desk, first).customer?.identity.value
        #expect(own?.phone == "01924 999999" && own?.email == nil && own?.nationalInsurance == nil)
        let history = try await desk.store.read { [first] connection in
            try connection.all(
                "SELECT was FROM identity_history WHERE subject = $1", [.text(of: desk.newCase(first))]
            ) { try $0.text(0) }
        }
        #expect(history.allSatisfy { !$0.contains("rose@example.org") && !$0.contains("QQ 12") })
        _ = try await desk.office.erase(desk.newCase(second))
        #expect(try await file(desk, first).customer?.identity.value == own)
        #expect(try await desk.office.find(.name("Parr"), as: desk.adviser).map(\.subject) == [desk.newCase(first)])
        // Nothing sealed of the time when they were one is left to open.
        let events = try await desk.store.read { [office = desk.office, first] in
            try office.streams.read(desk.newCase(first), in: $0)
        }
        let held = events.compactMap { event -> Identity? in
            switch event.fact {
            case .merge(.absorbed(let absorbed)): absorbed.identity.value
            case .customer(.corrected(_, _, let identity)): identity.value
            default: nil
            }
        }
        #expect(held == [own].compactMap(\.self))
        try await isTrue(desk)
        try await desk.close()
    }

    @Test(
        "Only whoever keeps both records makes them one, and a look at the other is on record",
        arguments: Engine.allCases)
    func powers(engine: Engine) async throws {
        let desk = try await two(engine)
        try await desk.office.perform(
            RegisterCustomer(identity: try desk.identity("Elsewhere")), on: desk.newCase(3), as: desk.otherAdviser,
            id: desk.command(80))
        let refused = await refusal {
            try await desk.office.perform(
                MergeRecords(other: desk.newCase(3)), on: desk.newCase(1), as: desk.adviser, id: desk.command(81))
        }
        #expect(refused?.code == "merge.kept-elsewhere")
        let provider = await refusal {
            try await desk.office.perform(
                MergeRecords(other: desk.newCase(2)), on: desk.newCase(1), as: desk.manager, id: desk.command(82))
        }
        #expect(provider?.code == "power.none")
        let prospect = try await desk.office.prospect(
            of: desk.newCase(1), absorbing: desk.newCase(2), as: desk.adviser)
        #expect(prospect.differing == [.given, .number, .email])
        let looks = try await desk.office.looks(at: desk.newCase(2), before: nil, limit: 5)
        #expect(looks.first?.look.act == Act.mergeRecords.rawValue)
        #expect(looks.first?.look.saidWhy == [LookWords.compared.english], "The person is told so")
        try await desk.close()
    }
}
