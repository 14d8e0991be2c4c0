import Casework
import Kernel
import Office
import Records
import TestSupport

@testable import Web

extension Partnership {
    /// The first day of the job that `inWork` gives.
    static let jobStart = monday.adding(days: 7)

    /// Somebody attached today and in work from `jobStart` for the 27 weeks to yesterday, off the benefit, with proof.
    func inWork() async throws -> Identifier<CaseFile> {
        let subject = try await attached()
        let end = Self.jobStart.adding(weeks: 27).adding(days: -1)
        move(to: end.adding(days: 1))
        let job = try await perform(
            RecordJobStart(
                started: Self.jobStart, kind: .employed, hours: WeeklyHours(30),
                details: JobDetails(employer: "Hartley Bakery", title: "Packer")), on: subject, as: adviser
        ).file.employment.jobs[0].id
        try await perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: Self.jobStart, until: nil, certainty: .known, source: .jobcentre)),
            on: subject, as: jobcentreAdviser)
        try await perform(
            RecordProof(job: job, kind: "employer", from: Self.jobStart, until: end), on: subject, as: adviser)
        return subject
    }

    /// Somebody assigned who asked for another adviser and has Kit Bell now, who was told that mornings are hard.
    func withKitBell() async throws -> Identifier<CaseFile> {
        let subject = try await assigned()
        let kit = try await hire("Kit Bell", 8, at: adviser.author.organisation, as: .providerAdviser).author
        try await perform(
            ChangeAdviser(
                provider: kit.organisation, adviser: kit.person, reason: "change-asked",
                handover: Words("Mornings are hard.")), on: subject, as: manager)
        return subject
    }

    /// A session that the provider holds for a group on the Wednesday, with eight places.
    func heldSession() async throws -> Identifier<InformationSession> {
        let session = try InformationSession(
            id: Identifier(high: 300, low: 1), host: manager.author.organisation, programme: Self.programme,
            format: .group, starts: Instant(london: day("2012-09-12"), hour: 10, minute: 0), minutes: 60,
            place: "Mill House", places: 8)
        try await office.hold(session, as: manager.author)
        return session.id
    }

    /// Somebody who answers for what is kept at the jobcentre.
    func governanceLead() async throws -> Worker {
        try await hire("Farah Lead", 40, at: jobcentreAdviser.author.organisation, as: .informationGovernanceLead)
    }

    /// An adviser of a council service, which opens with them.
    func councilAdviser() async throws -> Worker {
        let council = OrganisationRegister.Entry(
            id: Identifier(high: 2, low: 9), name: "Ashcombe Council", kind: .council,
            address: "Town Hall, Ashcombe AB1 1BB", phone: "01632 960160")
        let (now, by) = (now, commissioner.author.person)
        try await store.write { try OrganisationRegister.put(council, by: by, at: now, in: $0) }
        return try await hire("Nell Farrow", 41, at: council.id, as: .adviser)
    }

    /// Somebody who begins to work in it, beside those it has from the start.
    func hire(
        _ name: String, _ number: UInt64, at organisation: Identifier<Organisation>, as role: Role
    ) async throws -> Worker {
        let author = Author(person: Identifier(high: 1, low: number), organisation: organisation, role: role)
        let (now, by) = (now, commissioner.author.person)
        try await store.write { connection in
            try AccountRegister.open(
                .init(
                    person: author.person, name: name, username: name.lowercased().replacing(" ", with: "."),
                    password: "none"), by: by, at: now, in: connection)
            try AccountRegister.appoint(
                .init(person: author.person, organisation: author.organisation, role: author.role), in: connection)
        }
        return Worker(name: name, author: author)
    }
}
