import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

extension TestDesk {
    /// A case referred, with two people at the provider who may work on its plan.
    static func withPlan(_ engine: Engine) async throws -> (TestDesk, Identifier<CaseFile>) {
        let day = try CalendarDay("2012-06-07")
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let subject = desk.newCase(1)
        try await desk.office.perform(AcknowledgeReferral(), on: subject, as: desk.manager, id: desk.command(10))
        try await desk.office.perform(
            AssignReferral(provider: desk.manager.organisation, adviser: desk.provider.person), on: subject,
            as: desk.manager, id: desk.command(11))
        desk.time.with { $0 = Instant(london: day, hour: 9, minute: 0) }
        let slot = try Slot(
            starts: Instant(london: day, hour: 10, minute: 0), minutes: 30,
            mode: .faceToFace)
        let booked = try await desk.office.perform(
            BookAppointment(
                purpose: .first, adviser: desk.provider.person, office: desk.provider.organisation, slot: slot),
            on: subject, as: desk.provider, id: desk.command(12))
        desk.time.with { $0 = Instant(london: day, hour: 11, minute: 0) }
        try await desk.office.perform(
            RecordAttendance(
                appointment: try #require(booked.file.appointments.last).id,
                attendance: Attendance(mode: .faceToFace, minutes: 30, late: 0)),
            on: subject, as: desk.provider, id: desk.command(13))
        return (desk, subject)
    }
}
