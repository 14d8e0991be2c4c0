import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

/// A specialist in the prime's chain.
enum Specialist {
    static let organisation = Identifier<Organisation>(high: 9, low: 41)
    static let manager = Author(
        person: .init(high: 1, low: 41), organisation: organisation, role: .providerManager)
    static let adviser = Author(
        person: .init(high: 1, low: 42), organisation: organisation, role: .providerAdviser)
}

/// Taking a case, or those who work on it, to where a test begins.
extension TestDesk {
    /// Takes a specialist into the prime's chain.
    func openSpecialist(called name: String) async throws {
        let (now, prime) = (office.clock.now, manager.organisation)
        let (organisation, by) = (Specialist.organisation, Specialist.manager.person)
        try await store.write { connection in
            try OrganisationRegister.put(
                .init(
                    id: organisation, name: name, kind: .provider, address: "9 Quay Street, Ashcombe",
                    phone: "01632 960280"), by: by, at: now, in: connection)
            for (author, name) in [(Specialist.manager, "Stella Marsh"), (Specialist.adviser, "Kit Bell")] {
                try AccountRegister.open(
                    .init(
                        person: author.person, name: name, username: name.lowercased().replacing(" ", with: "."),
                        password: "none"), by: by, at: now, in: connection)
                try AccountRegister.appoint(
                    .init(person: author.person, organisation: author.organisation, role: author.role), in: connection)
            }
            try SupplyChainRegister.put(
                SupplyChain(prime: prime, partners: [ChainPartner(organisation: organisation, part: .specialist)]),
                by: by, at: now, in: connection)
        }
    }

    /// Records that somebody came to an appointment with the provider's adviser.
    func attend(_ appointment: Identifier<Appointment>, of number: UInt64 = 1, _ command: UInt64) async throws {
        try await office.perform(
            RecordAttendance(
                appointment: appointment, attendance: Attendance(mode: .faceToFace, minutes: 30, late: 0)),
            on: newCase(number), as: provider, id: self.command(command))
    }

    /// Somebody attached on 21 June 2012 and in work since 2 July, on 1 October. Commands 51 and 52 are used for it.
    func inWork() async throws -> Identifier<Job> {
        let appointment = try await bookedWithEmail(1)
        try move(to: "2012-06-21T10:30:00.000Z")
        try await attend(appointment, 51)
        try move(to: "2012-10-01T09:00:00.000Z")
        let working = try await office.perform(
            RecordJobStart(
                started: CalendarDay("2012-07-02"), kind: .employed, hours: WeeklyHours(30),
                details: JobDetails(employer: "Mill")), on: newCase(1), as: provider, id: command(52))
        return try #require(working.file.employment.jobs.last).id
    }

    /// Names somebody who may put questions for a customer until 1 July 2012, and lets them in, by command 10.
    func nameSupporter(of subject: Identifier<CaseFile>, as customer: Author) async throws -> Identifier<Invitation> {
        let named = try await office.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: "my sister"),
                terms: SupporterTerms(rights: [.voice], until: CalendarDay("2012-07-01")), how: .online),
            on: subject, as: customer, id: command(10))
        return try #require(named.file.access.invitations.last?.id)
    }
}
