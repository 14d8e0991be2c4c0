import Casework
import Insight
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The store as an event log")
struct StoreLogTests {
    private func journeys(_ desk: TestDesk) async throws -> [ExportedJourney] {
        let (sharing, today) = (desk.office.sharing, desk.office.clock.today)
        return try await desk.store.read { connection in
            var journeys: [ExportedJourney] = []
            try StoreLog(sharing: sharing, on: today, in: connection).each { journeys.append($0) }
            return journeys
        }
    }

    @Test("It holds codes and dates that a commissioner may see, and nobody's name (K-007)", arguments: Engine.allCases)
    func sight(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        try await desk.register(2)
        let journeys = try await journeys(desk)
        // Whoever was only registered has no step that whoever commissions may see.
        #expect(journeys.map(\.id) == [desk.newCase(1).description])
        let journey = try #require(journeys.first)
        let kinds = journey.steps.map(\.kind)
        #expect(kinds.contains("referral.made") && !kinds.contains { $0.hasPrefix("customer.") })
        #expect(journey.steps.contains { $0.activity == "Referral made" })
        #expect(!"\(journey)".contains("Rosa") && !"\(journey)".contains("Parr"))
        let said = Dictionary(uniqueKeysWithValues: journey.attributes.map { ($0.name, $0.value) })
        #expect(said["group"] == "2" && said["outcome"] == "under-way" && said["cohort"]?.count == 7)
        try await desk.close()
    }

    @Test(
        "A job agreed for next month is in it once its day has come, and until then nobody is followed for longer (C10)"
    )
    func agreed() async throws {
        let desk = try await TestDesk.open(.sqlite)
        _ = try await desk.inWork()
        try await desk.office.perform(
            RecordJobStart(
                started: CalendarDay("2012-10-29"), kind: .employed, hours: WeeklyHours(30),
                details: JobDetails(employer: "Bakery")), on: desk.newCase(1), as: desk.provider, id: desk.command(53))
        func starts() async throws -> [String] {
            try await journeys(desk).flatMap(\.steps).filter { $0.kind == "employment.jobStarted" }
                .map { $0.time.day.description }
        }
        #expect(try await starts() == ["2012-07-02"])
        let (now, steps) = (desk.office.clock.now, try await journeys(desk).flatMap(\.steps))
        #expect(steps.allSatisfy { $0.time <= now })
        try desk.move(to: "2012-10-29T08:00:00.000Z")
        #expect(try await starts() == ["2012-07-02", "2012-10-29"])
        try await desk.close()
    }

    @Test("A job that was recorded in error is in nothing: not in its steps, nor in what the case says of itself (C10)")
    func withdrawn() async throws {
        let desk = try await TestDesk.open(.sqlite)
        let job = try await desk.inWork()
        func outcome() async throws -> String? {
            try await journeys(desk).first?.attributes.first { $0.name == "outcome" }?.value
        }
        #expect(try await outcome() == "work")
        try await desk.office.perform(
            WithdrawJob(job: job, why: Words("Another person.")), on: desk.newCase(1), as: desk.provider,
            id: desk.command(53))
        #expect(try await outcome() == "under-way")
        #expect(try await !journeys(desk).flatMap(\.steps).contains { $0.kind.hasPrefix("employment.") })
        try await desk.close()
    }

    @Test("What the matrix closes to whoever commissions is in no part of it (K-007)")
    func closed() async throws {
        let desk = try await TestDesk.open(.sqlite)
        _ = try await desk.inWork()
        func journey(without closed: Casework.Category) async throws -> ExportedJourney? {
            var sharing = desk.office.sharing
            sharing.rows = sharing.rows.map { row in
                let categories = row.relation == .commissions ? row.categories.filter { $0 != closed } : row.categories
                return SharingMatrix.Row(
                    relation: row.relation, categories: categories, purpose: row.purpose, basis: row.basis,
                    runs: row.runs, source: row.source)
            }
            let (matrix, today) = (sharing, desk.office.clock.today)
            return try await desk.store.read { connection in
                var journeys: [ExportedJourney] = []
                try StoreLog(sharing: matrix, on: today, in: connection).each { journeys.append($0) }
                return journeys.first
            }
        }
        let noWork = try #require(try await journey(without: .work))
        #expect(!noWork.steps.contains { $0.kind.hasPrefix("employment.") })
        #expect(noWork.attributes.map(\.name) == ["programme", "cohort", "group", "basis", "nation"])
        let noReferral = try #require(try await journey(without: .referral))
        #expect(noReferral.attributes.isEmpty && !noReferral.steps.isEmpty)
        #expect(!noReferral.steps.contains { $0.kind.hasPrefix("referral.") || $0.kind.hasPrefix("chain.") })
        try await desk.close()
    }

    @Test("What was recorded later and happened earlier stands earlier, in every form", arguments: Engine.allCases)
    func backDated(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        try await desk.office.perform(
            AcknowledgeReferral(), on: desk.newCase(1), as: desk.manager, id: desk.command(9001))
        try desk.move(to: "2012-06-11T09:00:00.000Z")
        for (number, text, reached) in [(9002, "2012-06-11", true), (9003, "2012-06-07", false)] {
            let attempt = ContactTry(route: .phone, reached: reached, on: try CalendarDay(text))
            try await desk.office.perform(
                RecordContact(attempt), on: desk.newCase(1), as: desk.manager, id: desk.command(UInt64(number)))
        }
        let journey = try #require(try await journeys(desk).first)
        #expect(journey.steps.suffix(2).map(\.kind) == ["chain.contactTried", "contact.made"])
        let times = journey.steps.map(\.time)
        #expect(times == times.sorted())
        let rows = CSVLog.rows(of: journey).split(separator: "\r\n")
        #expect(rows.last?.contains("contact.made") == true)
        // The map is that of the steps as they happened.
        let map = try await desk.office.readingLog { try JourneyMap($0) }
        let last = map.edges.filter { $0.to == StoreLog.activity("contact.made") }
        #expect(last.map(\.from) == [StoreLog.activity("chain.contactTried")])
        try await desk.close()
    }

    @Test("Every kind of event is said in words of its own")
    func words() {
        let said = StoreLog.words.values
        #expect(Set(said).count == said.count)
        #expect(said.allSatisfy { $0.first?.isUppercase == true && !$0.contains(".") })
        #expect(StoreLog.activity("employment.jobStarted") == "Job started")
        #expect(StoreLog.activity("appointment.moveAsked") == "Appointment move asked")
    }

    @Test("Its map is that of the log it exports, whole and filtered", arguments: Engine.allCases)
    func map(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number: UInt64 in 1...3 { try await desk.refer(number) }
        let whole = try await desk.office.readingLog { try JourneyMap($0) }
        #expect(whole.cases == 3)
        var bytes: [UInt8] = []
        var writer = XESWriter { bytes += $0 }
        writer.begin(ExportedJourney.xesVersion)
        for element in ExportedJourney.xesHead { try writer.add(element) }
        for journey in try await journeys(desk) { try writer.add(journey.xes) }
        try writer.end()
        #expect(try JourneyMap(.xes(HeldBytes(bytes))) == whole)
        let one = TraceFilter.says("concept:name", desk.newCase(2).description)
        #expect(try await desk.office.readingLog { try JourneyMap($0, filter: one) }.cases == 1)
        #expect(try await desk.office.readingLog { try JourneyMap($0, filter: .not(one)) }.cases == 2)
        try await desk.close()
    }
}

@Suite("A temporary file")
struct TemporaryFileTests {
    @Test("What was put there comes back from where it was put")
    func back() throws {
        let file = try TemporaryFile()
        let pieces: [[UInt8]] = [[1, 2, 3], Array(repeating: 7, count: 100_000), [9]]
        let places = try pieces.map { piece in try piece.withUnsafeBytes { try file.append($0) } }
        #expect(places == [0, 3, 100_003])
        for (piece, place) in zip(pieces, places).reversed() {
            var read = [UInt8](repeating: 0, count: piece.count)
            try read.withUnsafeMutableBytes { try file.read(at: place, into: $0) }
            #expect(read == piece)
        }
        var beyond: [UInt8] = [0, 0]
        #expect(throws: Refusal.self) { try beyond.withUnsafeMutableBytes { try file.read(at: 100_003, into: $0) } }
    }
}
