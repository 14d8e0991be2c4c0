import Casework
import Kernel
import Office
import Programmes
import Records

/// Commands one by one, each durable before the next, on cases of a hundred events and more; then the rows they wrote,
/// written again by bare SQLite in the same transactions. The two take turns, so that a noisy machine is noisy to both.
struct DurableCommands {
    static let cases = 50
    static let events = 100
    static let rounds = 15

    private let recorder: Recorder
    private let programmes: [String: Programme]
    private let key: MasterKey
    private let adviser = Author(
        person: Identifier(high: 1, low: 1), organisation: Identifier(high: 2, low: 1), role: .adviser)
    private static let now = Instant(london: day(2012, 6, 1), hour: 9, minute: 0)
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
    }

    static func measure(at path: String) async throws {
        let store = try await openDatabase(.sqlite(path: path))
        try await Migrator.migrate(store)
        let barePath = path + ".bare"
        let bareStore = try await openDatabase(.sqlite(path: barePath))
        try await Migrator.migrate(bareStore)
        try await bareStore.close()
        let bare = try BareSQLite(path: barePath)
        let bench = DurableCommands(
            recorder: Recorder(store), programmes: try Programmes.shipped().programmes,
            key: try MasterKey(bytes: Array(1...32)))
        try await bench.measure(beside: bare)
        bare.close()
        try await store.close()
    }

    private func measure(beside bare: BareSQLite) async throws {
        var office = try await newOffice()
        for number in 0..<Self.cases {
            try await office.perform(
                RegisterCustomer(
                    identity: Identity(
                        given: "Rosa", family: "Parr", born: Self.day(1981, 2, 3), on: Self.day(2012, 6, 1))),
                on: subject(number), as: adviser, id: office.newCommand())
            while try await bookAndCancel(number, in: office) < Self.events {}
        }
        for transaction in recorder.take() { try bare.write(transaction) }
        var (warm, cold): ([(ours: Double, bare: Double)], [(ours: Double, bare: Double)]) = ([], [])
        for _ in 0..<Self.rounds {
            warm.append(try await round(office, bare))
            // A new office has no folded case and no unwrapped key; one command on each case meets both.
            try await office.close()
            office = try await newOffice()
            for transaction in recorder.take() { try bare.write(transaction) }
            cold.append(try await firstCommands(office, bare))
        }
        try await office.close()
        print(
            JSON.fields([
                "warm": figures(warm), "cold": figures(cold),
            ]).text)
    }

    private func figures(_ rounds: [(ours: Double, bare: Double)]) -> JSON {
        [
            "ours": .real(rounds.map(\.ours).median), "bare": .real(rounds.map(\.bare).median),
            "ratio": .real(rounds.map { $0.ours / $0.bare }.median),
        ]
    }

    /// Three commands on every case: a slot is booked, reminded of and cancelled, so that it is free again.
    private func round(_ office: Office, _ bare: BareSQLite) async throws -> (ours: Double, bare: Double) {
        try await compare(bare, commands: Self.cases * 3) {
            for number in 0..<Self.cases { _ = try await bookAndCancel(number, in: office) }
        }
    }

    private func firstCommands(_ office: Office, _ bare: BareSQLite) async throws -> (ours: Double, bare: Double) {
        var booked: [Identifier<Appointment>] = []
        let figures = try await compare(bare, commands: Self.cases) {
            for number in 0..<Self.cases { booked.append(try await book(number, in: office)) }
        }
        for (number, appointment) in booked.enumerated() { _ = try await cancel(appointment, of: number, in: office) }
        for transaction in recorder.take() { try bare.write(transaction) }
        return figures
    }

    private func compare(
        _ bare: BareSQLite, commands: Int, _ body: () async throws -> Void
    ) async throws -> (ours: Double, bare: Double) {
        let (_, ours) = try await seconds(body)
        let transactions = recorder.take()
        let (_, theirs) = try await seconds { for transaction in transactions { try bare.write(transaction) } }
        return (Double(commands) / ours, Double(commands) / theirs)
    }

    // MARK: Commands

    /// - Returns: how many events the case has then.
    private func bookAndCancel(_ number: Int, in office: Office) async throws -> Int {
        let appointment = try await book(number, in: office)
        try await office.perform(
            RemindOfAppointment(appointment: appointment), on: subject(number), as: adviser, id: office.newCommand(),
            content: "remind \(appointment) []")
        return try await cancel(appointment, of: number, in: office)
    }

    private func book(_ number: Int, in office: Office) async throws -> Identifier<Appointment> {
        let id = office.newCommand()
        try await office.perform(
            BookAppointment(
                purpose: .review, adviser: Identifier(high: 3, low: UInt64(number)), office: adviser.organisation,
                slot: Slot(
                    starts: Instant(london: Self.day(2012, 6, 20), hour: 10, minute: 0), minutes: 30, mode: .faceToFace)
            ), on: subject(number), as: adviser, id: id,
            content: "book [[\"purpose\", \"review\"], [\"day\", \"2012-06-20\"], [\"time\", \"10:00\"]]")
        return Identifier(id)
    }

    private func cancel(
        _ appointment: Identifier<Appointment>, of number: Int, in office: Office
    ) async throws -> Int {
        try await office.perform(
            CancelAppointment(
                appointment: appointment, asked: .customer, reason: "ill", words: Words("They rang to say so.")),
            on: subject(number), as: adviser, id: office.newCommand(),
            content: "cancel \(appointment) [[\"asked\", \"customer\"], [\"words\", \"They rang to say so.\"]]"
        ).file.sequence
    }

    private func subject(_ number: Int) -> Identifier<CaseFile> { Identifier(high: 4, low: UInt64(number)) }

    private func newOffice() async throws -> Office {
        try await Office(
            recorder, keyring: Keyring(key), programmes: programmes, clock: OfficeClock { Self.now })
    }
}
