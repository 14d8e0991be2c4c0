public import Casework
public import Kernel
public import Records

/// What a programme owes by a day, worked out from the events alone (design §4.7).
///
/// No key is at hand while they are read, so no sealed value can reach a payment.
public struct DueLines: Sendable {
    public let programme: Programme
    public let until: CalendarDay

    public init(_ programme: Programme, until: CalendarDay) {
        self.programme = programme
        self.until = until
    }

    /// What all the lines come to.
    public struct Summary: Sendable, Equatable {
        /// By kind of line: how many, and pence.
        public internal(set) var counts: [LineKind: Int] = [:]
        public internal(set) var totals: [LineKind: Money] = [:]
        /// Lines no tariff prices; they are in the counts and in no total.
        public internal(set) var unpriced = 0
        public internal(set) var customers = 0
        /// Lines a named officer entered from paper; they are in the counts and totals too.
        public internal(set) var clerical = 0

        public var count: Int { counts.values.reduce(0, +) }
        public var total: Money { totals.values.reduce(.zero, +) }

        mutating func add(_ line: ClericalLine) {
            counts[line.kind, default: 0] += 1
            totals[line.kind, default: .zero] += line.amount
            clerical += 1
        }

        mutating func add(_ line: DueLine) {
            counts[line.key.kind, default: 0] += 1
            if let amount = line.amount {
                totals[line.key.kind, default: .zero] += amount.value
            } else {
                unpriced += 1
            }
        }
    }

    /// Hands over every line due, in the order of their keys, holding one case at a time.
    /// - Parameters:
    ///   - progress: called now and then with the customers read so far.
    ///   - clerical: called for each line that was entered from paper, after all others; their keys come after theirs.
    ///   - line: called for each line; what it throws ends the reading.
    public func each(
        in database: any Database, progress: @escaping @Sendable (_ customers: Int) -> Void = { _ in },
        clerical: @escaping @Sendable (ClericalLine) throws -> Void = { _ in },
        _ line: @escaping @Sendable (DueLine) throws -> Void
    ) async throws -> Summary {
        try await database.read { connection in
            let ledger = PaymentLedger(programme)
            var summary = Summary()
            let streams = Streams(keys: nil)
            var file: CaseFile?
            func settle() throws {
                guard var file, file.merges.into == nil else { return }
                if file.isOfSeveralStreams { file = try streams.file(file.id, in: connection) }
                summary.customers += 1
                if summary.customers.isMultiple(of: 100) { progress(summary.customers) }
                let due = ledger.lines(for: file, until: until).filter { $0.dueOn.map { $0 <= until } ?? false }
                for one in due.sorted(by: { $0.key < $1.key }) {
                    summary.add(one)
                    try line(one)
                }
            }
            try streams.each(of: CaseFile.self, in: connection) { event in
                if file?.id != event.subject {
                    try settle()
                    file = CaseFile(id: event.subject)
                }
                file?.apply(event)
            }
            try settle()
            for one in try ClericalLines.due(programme: programme.id, by: until, in: connection) {
                summary.add(one)
                try clerical(one)
            }
            return summary
        }
    }
}
