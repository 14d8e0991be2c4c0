import Casework
import Crypto
import Foundation
import Kernel
import Logging
import Records
import TestSupport
import Testing

@testable import Office

/// Takes calls and keeps them, or does what a test says.
final class TestCaller: Caller {
    private let taken = Locked<[OutgoingCall]>([])
    private let answer: @Sendable (OutgoingCall) async -> CallEnd

    init(_ answer: @escaping @Sendable (OutgoingCall) async -> CallEnd = { _ in .taken }) { self.answer = answer }

    var calls: [OutgoingCall] { taken.with { $0 } }

    func call(_ call: OutgoingCall) async -> CallEnd {
        taken.with { $0.append(call) }
        return await answer(call)
    }
}

extension TestDesk {
    fileprivate func caller(_ caller: any Caller) -> CallWorker {
        CallWorker(
            office, caller, isMadeUp: true, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    fileprivate func listen(
        _ actor: Author, to categories: [Casework.Category], at address: String = "https://events.example.org/in"
    ) async throws -> (receiver: Receiver, secret: String) {
        try await office.addReceiver(
            at: try ReceiverAddress(address, isMadeUp: true), categories: categories, as: actor)
    }

    fileprivate func callStates() async throws -> [String] {
        try await store.read {
            try $0.all("SELECT state FROM outbox WHERE kind >= 'call/' AND kind < 'call0' ORDER BY event, kind") {
                try $0.text(0)
            }
        }
    }
}

@Suite("Calls to other programs")
struct CallingTests {
    @Test("What an organisation sees is told once, signed, in codes and references alone", arguments: Engine.allCases)
    func told(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let (receiver, secret) = try await desk.listen(desk.manager, to: [.appointments, .identity])
        try await desk.bookedWithEmail(1)
        let caller = TestCaller()
        try await desk.caller(caller).callAll()
        try await desk.caller(caller).callAll()
        let booked = try #require(caller.calls.first { $0.body.contains("appointment.booked") })
        #expect(caller.calls.allSatisfy { !$0.body.contains("Rosa") && !$0.body.contains("example.org\"") })
        let body = try JSON(parsing: booked.body)
        #expect(body["case"] == .text(desk.newCase(1)) && body["category"] == "appointments")
        #expect(!caller.calls.contains { $0.body.contains("referral.made") }, "not among what it asked for")
        #expect(booked.id == "\(body["event"]?.string ?? "").\(receiver.id)")
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(booked.timestamp).\(booked.body)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
        #expect(booked.signature == code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        #expect(Set(caller.calls.map(\.id)).count == caller.calls.count)
        #expect(Set(try await desk.callStates()) == ["sent"])
        try await desk.close()
    }

    @Test("An organisation with no tie to a person is told nothing, nor one that lost it before the call went")
    func untold() async throws {
        let desk = try await TestDesk.open(.sqlite)
        let teamManager = Author(
            person: .init(high: 1, low: 9), organisation: desk.otherAdviser.organisation, role: .teamManager)
        _ = try await desk.listen(teamManager, to: Casework.Category.allCases)
        try await desk.bookedWithEmail(1)
        #expect(try await desk.callStates().isEmpty)
        await #expect(throws: Refusal.self) { try await desk.listen(desk.adviser, to: [.work]) }
        try await desk.close()
    }

    @Test(
        "What went back to another record before its call was made is told as that record's", arguments: Engine.allCases
    )
    func apart(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let keeper = Author(
            person: .init(high: 1, low: 9), organisation: desk.adviser.organisation, role: .teamManager)
        _ = try await desk.listen(keeper, to: [.sharing])
        for number in [UInt64(1), 2] { try await desk.register(number) }
        func then(_ command: some CaseCommand, _ id: UInt64) async throws -> Performed {
            desk.time.with { $0 = $0.adding(minutes: 1) }
            return try await desk.office.perform(
                command, on: desk.newCase(1), as: desk.adviser, id: desk.command(id))
        }
        _ = try await then(MergeRecords(other: desk.newCase(2)), 90)
        let terms = ConsentTerms(recipient: desk.manager.organisation, categories: [.plan], purpose: "training")
        let asked = try #require(
            try await then(AskConsent(terms: terms, why: Words("So that they know.")), 91).events.first)
        _ = try await then(
            SeparateRecords(other: desk.newCase(2), given: [asked.id], why: Words("Two sisters.")), 92)
        let caller = TestCaller()
        try await desk.caller(caller).callAll()
        let call = try #require(caller.calls.first { $0.body.contains("\(asked.id)") })
        #expect(try JSON(parsing: call.body)["case"] == .text(desk.newCase(2)))
        try await desk.close()
    }

    @Test("A complaint is told to no program, and a question is (K-007)", arguments: Engine.allCases)
    func complaints(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        _ = try await desk.listen(desk.manager, to: [.voice])
        try await desk.bookedWithEmail(1)
        let person = Author(
            person: Identifier(desk.newCase(1)), organisation: desk.adviser.organisation, role: .customer)
        try await desk.office.perform(
            Complain(to: desk.provider.organisation, words: Words("They never ring.")), on: desk.newCase(1), as: person,
            id: desk.command(91))
        #expect(try await desk.callStates().isEmpty)
        try await desk.office.perform(
            AskQuestion(to: desk.provider.organisation, words: Words("When is the course?")), on: desk.newCase(1),
            as: person, id: desk.command(92))
        #expect(try await desk.callStates() == ["waiting"])
        try await desk.close()
    }

    @Test(
        "An erasure is told with it, in codes alone, to whoever has the person and whoever had them",
        arguments: Engine.allCases)
    func erased(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let keeper = Author(
            person: .init(high: 1, low: 9), organisation: desk.adviser.organisation, role: .teamManager)
        let (receiver, _) = try await desk.listen(keeper, to: [.identity])
        _ = try await desk.listen(desk.manager, to: [.identity], at: "https://prime.example.org/in")
        _ = try await desk.listen(desk.manager, to: [.work], at: "https://work.example.org/in")
        try await desk.refer(1)
        try await desk.refer(2)
        try await desk.office.perform(
            AcknowledgeReferral(), on: desk.newCase(1), as: desk.manager, id: desk.command(90))
        try await desk.office.perform(
            QueryReferral(reason: "query-moved", words: nil), on: desk.newCase(1), as: desk.manager,
            id: desk.command(91))
        try await desk.office.perform(
            AnswerQuery(upheld: true, words: Words("They have moved.")), on: desk.newCase(1), as: desk.adviser,
            id: desk.command(92))
        try await desk.caller(TestCaller()).callAll()
        try await desk.office.erase(desk.newCase(1))
        let caller = TestCaller()
        try await desk.caller(caller).callAll()
        let bodies = try caller.calls.map { try JSON(parsing: $0.body) }
        #expect(bodies.map { $0["kind"] } == ["customer.erased", "customer.erased"])
        #expect(bodies.allSatisfy { $0["case"] == .text(desk.newCase(1)) })
        #expect(bodies.allSatisfy { $0["classes"] == ["identity", "support"] })
        #expect(Set(caller.calls.map(\.address.text)) == [receiver.address, "https://prime.example.org/in"])
        // What retention erases is told too.
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2018, 6, 2)), hour: 8, minute: 0) }
        try await desk.office.runRetention(isRehearsal: false)
        let later = TestCaller()
        try await desk.caller(later).callAll()
        let retired = try later.calls.map { try JSON(parsing: $0.body) }
        #expect(
            retired.contains {
                $0["kind"] == "customer.erased" && $0["case"] == .text(desk.newCase(2))
                    && $0["classes"] == ["identity", "support", "evidence"]
            })
        try await desk.close()
    }

    @Test("That a safety notice went by its review day is told to no program (K-003)", arguments: Engine.allCases)
    func safetyAlone(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let keeper = Author(
            person: .init(high: 1, low: 9), organisation: desk.adviser.organisation, role: .teamManager)
        _ = try await desk.listen(keeper, to: [.identity])
        _ = try await desk.listen(desk.manager, to: [.identity])
        try await desk.refer(1)
        try await desk.office.perform(
            RaiseSafetyNotice(terms: SafetyTerms(asks: [.twoPeople]), review: CalendarDay("2012-08-31")),
            on: desk.newCase(1), as: desk.adviser, id: desk.command(90))
        try await desk.caller(TestCaller()).callAll()
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2012, 9, 1)), hour: 8, minute: 0) }
        #expect(try await desk.office.runRetention(isRehearsal: false).classes == [.safety: 1])
        let caller = TestCaller()
        try await desk.caller(caller).callAll()
        #expect(!caller.calls.contains { $0.body.contains("customer.erased") })
        try await desk.close()
    }

    @Test(
        "A call that is not taken is tried again with the same id after each wait, then given up",
        arguments: Engine.allCases)
    func triedAgain(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.bookedWithEmail(1)
        let (receiver, _) = try await desk.listen(desk.manager, to: [.appointments])
        let appointment = try await desk.appointment(1)
        try await desk.office.perform(
            CancelAppointment(appointment: appointment.id, asked: .customer, reason: "ill"), on: desk.newCase(1),
            as: desk.provider, id: desk.command(90))
        let caller = TestCaller { _ in .notNow("It did not answer in time.") }
        for (tries, wait) in (SendingSettings().waits + [9999]).enumerated() {
            #expect(try await desk.caller(caller).callAll() == 1)
            #expect(try await desk.caller(caller).callAll() == 0, "not before its time")
            #expect(caller.calls.count == tries + 1)
            desk.time.with { $0 = $0.adding(minutes: wait) }
        }
        #expect(try await desk.caller(caller).callAll() == 0)
        #expect(Set(caller.calls.map(\.id)).count == 1 && Set(caller.calls.map(\.signature)).count > 1)
        let kept = try #require(try await desk.office.receivers(as: desk.manager).first)
        #expect(kept.receiver == receiver && kept.count(.failed) == 1 && kept.reason == "It did not answer in time.")
        try await desk.close()
    }

    @Test("A receiver that never answers holds up no letter, no other receiver, and itself for one try at a time")
    func neverAnswers() async throws {
        let desk = try await TestDesk.open(.sqlite)
        for number in UInt64(1)...3 { try await desk.bookedWithEmail(number) }
        _ = try await desk.listen(desk.manager, to: [.appointments], at: "https://never.example.org")
        _ = try await desk.listen(desk.manager, to: [.appointments], at: "https://well.example.org")
        for number in UInt64(1)...3 { try await desk.giveNotice(try await desk.appointment(number).id, number) }
        let (others, told) = AsyncStream.makeStream(of: Void.self)
        let caller = TestCaller { call in
            guard call.address.text.contains("never") else {
                told.yield()
                return .taken
            }
            try? await Task.sleep(for: .seconds(600))
            return .notNow("It did not answer in time.")
        }
        let running = Task { await desk.caller(caller).run() }
        var count = 0
        for await _ in others {
            count += 1
            if count == 3 { break }
        }
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 3)
        #expect(try await desk.letterStates().count { $0 == "sent" } >= 3)
        running.cancel()
        await running.value

        let slow = TestCaller { _ in .notNow("It did not answer in time.") }
        desk.time.with { $0 = $0.adding(minutes: 10) }
        #expect(try await desk.caller(slow).callAll() == 1, "the rest of what waits for it is put off with the first")
        try await desk.close()
    }

    @Test("What is ended, or no longer to be seen, is looked at again before it goes")
    func lookedAtAgain() async throws {
        let desk = try await TestDesk.open(.sqlite)
        let (receiver, _) = try await desk.listen(desk.manager, to: [.appointments])
        try await desk.bookedWithEmail(1)
        await #expect(throws: Refusal.self) { try await desk.office.endReceiver(receiver.id, as: desk.administrator) }
        try await desk.office.endReceiver(receiver.id, as: desk.manager)
        let caller = TestCaller()
        try await desk.caller(caller).callAll()
        #expect(caller.calls.isEmpty)
        #expect(Set(try await desk.callStates()) == ["withheld"])
        try await desk.close()
    }

    @Test(
        "An address that only we could reach is not called",
        arguments: [
            "10.0.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
            "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fd00::1",
            "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1", "2001::1",
        ])
    func privateAddresses(text: String) async throws {
        let found = NetworkAddress.all(of: text)
        #expect(!found.isEmpty && found.allSatisfy { !$0.isPublic }, "\(text)")
        let host = text.contains(":") ? "[\(text)]" : text
        let call = OutgoingCall(
            address: try ReceiverAddress("https://\(host)/", isMadeUp: false), id: "1", body: "{}", secret: "s",
            at: Instant(milliseconds: 0))
        #expect(await CurlCaller(isMadeUp: false).call(call) == .notNow("Its address is not on the open network."))
    }

    @Test(
        "An address on the open network may be called",
        arguments: ["9.9.9.9", "172.32.0.1", "2620:fe::fe", "192.169.0.1"])
    func publicAddresses(text: String) { #expect(!NetworkAddress.all(of: text).contains { !$0.isPublic }) }

    @Test(
        "Only an https address is taken, or one of this machine where people are made up",
        arguments: [
            "http://events.example.org", "https://user:word@example.org", "https://", "ftp://example.org", "events",
            "https://example.org/#part", "https://exa mple.org", "https://example.org/\"", "http://127.0.0.1:8000",
            "https://example.org:0", "file:///etc/passwd",
        ])
    func addresses(text: String) throws {
        #expect(throws: Refusal.self) { try ReceiverAddress(text, isMadeUp: false) }
        #expect(throws: Never.self) { try ReceiverAddress("http://127.0.0.1:8000/in", isMadeUp: true) }
        #expect(throws: Never.self) { try ReceiverAddress("https://events.example.org/in?a=b", isMadeUp: false) }
    }
}
