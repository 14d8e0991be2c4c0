import Casework
import Kernel
import Logging
import Records
import TestSupport
import Testing

@testable import Office

/// Takes letters and keeps them, or does what a test says.
final class TestCourier: Courier {
    let from: MailAddress
    let insteadOfSending: String? = nil
    private let taken = Locked<[MailMessage]>([])
    private let answer: @Sendable (MailMessage) async -> Delivery

    init(_ answer: @escaping @Sendable (MailMessage) async -> Delivery = { _ in .taken }) throws {
        from = try MailAddress("post@northway.example")
        self.answer = answer
    }

    var messages: [MailMessage] { taken.with { $0 } }

    func deliver(_ message: MailMessage) async -> Delivery {
        taken.with { $0.append(message) }
        return await answer(message)
    }
}

extension TestDesk {
    func worker(_ courier: any Courier) -> SendingWorker {
        SendingWorker(office, courier, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    func move(to text: String) throws {
        let moment = try Instant(text)
        time.with { $0 = moment }
    }

    /// The appointment of the first customer is cancelled, that of the second moved.
    func cancelFirstAndMoveSecond(to later: String) async throws {
        try await office.perform(
            CancelAppointment(appointment: try await appointment(1).id, asked: .customer, reason: "ill"),
            on: newCase(1), as: provider, id: command(90))
        try await office.perform(
            MoveAppointment(
                appointment: try await appointment(2).id,
                slot: try Slot(starts: Instant(later), minutes: 30, mode: .phone), asked: .provider, reason: "room"),
            on: newCase(2), as: provider, id: command(90))
    }

    /// Somebody assigned to the provider's adviser, who agreed to e-mail, with a first appointment on 21 June 2012.
    @discardableResult
    func bookedWithEmail(
        _ number: UInt64, agreed: Bool = true, hour: Int = 9, email: String = "rosa@example.org"
    ) async throws -> Identifier<Appointment> {
        try await refer(number)
        let subject = newCase(number)
        var identity = try identity()
        identity.email = email
        try await office.perform(
            CorrectCustomer(identity: identity), on: subject, as: adviser, id: command(3000 + number))
        if agreed {
            try await office.perform(
                ChooseEmail(agreed: true), on: subject, as: adviser, id: command(4000 + number))
        }
        try await office.perform(AcknowledgeReferral(), on: subject, as: manager, id: command(5000 + number))
        try await office.perform(
            AssignReferral(provider: manager.organisation, adviser: provider.person), on: subject, as: manager,
            id: command(6000 + number))
        let slot = try Slot(
            starts: Instant("2012-06-21T0\(hour):00:00.000Z").adding(minutes: Int(number) * 30), minutes: 30,
            mode: .faceToFace)
        let booked = try await office.perform(
            BookAppointment(
                purpose: .first, adviser: provider.person, office: manager.organisation, slot: slot),
            on: subject, as: provider, id: command(7000 + number))
        return try #require(booked.file.appointments.last).id
    }

    /// Gives notice by e-mail of the appointment of `bookedWithEmail`.
    @discardableResult
    func giveNotice(
        _ appointment: Identifier<Appointment>, _ number: UInt64, text: String = "Dear Rosa Parr, come on the 21st.\n",
        id: UInt64 = 8000
    ) async throws -> Performed {
        let content = Array(text.utf8)
        return try await office.perform(
            GiveNotice(
                appointment: appointment, route: .email, mandatory: false, digest: Documents.digest(of: content)),
            on: newCase(number), as: provider, id: command(id + number),
            documents: [AttachedDocument(content, .identity)])
    }

    func appointment(_ number: UInt64) async throws -> Appointment {
        let subject = newCase(number)
        let found = try await store.read { [office] in try office.file(subject, in: $0).appointments.last }
        return try #require(found)
    }

    func letterStates() async throws -> [String] {
        try await store.read { try $0.all("SELECT state FROM outbox ORDER BY event, kind") { try $0.text(0) } }
    }
}
