import Casework
import Insight
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("What the store says, by the kinds that programme files name")
struct StoreKindsTests {
    private static let (interview, meeting) = (
        Identifier<Appointment>(high: 3, low: 1), Identifier<Appointment>(high: 3, low: 2)
    )

    private func kinds(_ facts: [Fact]) throws -> [String] {
        let now = try Instant("2012-06-01T09:00:00.000Z")
        let events = facts.enumerated().map { number, fact in
            Event<CaseFile>(
                id: .init(high: 1, low: UInt64(number)), subject: .init(high: 2, low: 1), sequence: number + 1,
                occurred: .instant(now), recorded: now,
                by: Author(person: .init(high: 4, low: 1), organisation: .init(high: 9, low: 1), role: .adviser),
                fact: fact)
        }
        let kinds = StoreKinds(events)
        return events.map { kinds.kind(of: $0) }
    }

    private func booked(_ id: Identifier<Appointment>, _ purpose: AppointmentPurpose) throws -> Fact {
        let slot = try Slot(starts: Instant("2012-06-05T09:00:00.000Z"), minutes: 30, mode: .faceToFace)
        return .appointment(
            .booked(
                id,
                .init(purpose: purpose, adviser: .init(high: 4, low: 1), office: .init(high: 9, low: 1), slot: slot)))
    }

    private func notice() throws -> Fact {
        .appointment(
            .noticeGiven(
                Self.meeting,
                NoticeGiven(
                    digest: "0", route: .post, served: try CalendarDay("2012-06-01"), mandatory: false,
                    names: try Instant("2012-06-05T09:00:00.000Z"))))
    }

    @Test("A try that reached the person, or a letter, is contact; a call that nobody answered is a try (C05)")
    func contact() throws {
        let day = try CalendarDay("2012-06-01")
        func tried(_ route: ContactTry.Route, _ reached: Bool) -> Fact {
            .chain(.contactTried(.init(high: 5, low: 1), ContactTry(route: route, reached: reached, on: day)))
        }
        #expect(
            try kinds([tried(.phone, false), tried(.phone, true), tried(.letter, false)]) == [
                "chain.contactTried", "contact.made", "contact.made",
            ])
    }

    @Test("A work-focused interview is told from other meetings, when it is booked and when it is held")
    func interviews() throws {
        let attendance = Attendance(mode: .faceToFace, minutes: 30, late: 0)
        let facts = [
            try booked(Self.interview, .interview), try booked(Self.meeting, .first),
            .appointment(.attended(Self.interview, attendance)), .appointment(.attended(Self.meeting, attendance)),
        ]
        #expect(
            try kinds(facts) == [
                "interview.booked", "appointment.booked", "interview.held", "appointment.attended",
            ])
    }

    @Test("A notice that did not arrive is told from those that did")
    func notices() throws {
        let facts = [
            try notice(), try notice(), .appointment(.undelivered(Self.meeting, .init(high: 1, low: 0), .refused)),
        ]
        #expect(
            try kinds(facts) == ["appointment.noticeLost", "appointment.noticeGiven", "appointment.undelivered"])
    }

    private func contact(_ desk: TestDesk, _ number: UInt64, on text: String, reached: Bool) async throws {
        try desk.move(to: "\(text)T09:00:00.000Z")
        let attempt = ContactTry(route: .phone, reached: reached, on: try CalendarDay(text))
        try await desk.office.perform(
            RecordContact(attempt), on: desk.newCase(number), as: desk.manager,
            id: desk.command(number * 100 + (reached ? 1 : 2)))
    }

    @Test("Of a store first contact is judged by what is recorded (C05, M-008)", arguments: Engine.allCases)
    func firstContact(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number: UInt64 in 1...3 {
            try await desk.refer(number)
            try await desk.office.perform(
                AcknowledgeReferral(), on: desk.newCase(number), as: desk.manager, id: desk.command(number * 100))
        }
        // Monday and Tuesday are bank holidays: the last day is Thursday, 7 June.
        try await contact(desk, 1, on: "2012-06-06", reached: true)
        try await contact(desk, 2, on: "2012-06-06", reached: false)
        try await contact(desk, 2, on: "2012-06-08", reached: true)
        let pathway = try DesignedPathway(try #require(desk.office.programmes[TestDesk.programme]), in: .england)
        let mine = TraceFilter.says("programme", TestDesk.programme)
        let lived = try await desk.office.readingLog { try LivedPathway($0, pathway, filter: mine) }
        let step = try #require(lived.steps.first { $0.brief == "first contact, 2 working days" })
        #expect(lived.cases == 3 && step.due == 3 && step.kept == 1)
        #expect(step.left.map(\.departure) == [.skipped, .late])
        #expect((0.3...0.5).contains(step.left.last?.totalDays ?? 0))
        let none = TraceFilter.says("programme", "another")
        #expect(try await desk.office.readingLog { try LivedPathway($0, pathway, filter: none) }.judged == 0)
        try await desk.close()
    }
}
