import Casework
import Kernel
public import Logging
import Records

/// Takes letters out of the outbox and gives them to a courier, a few at a time, until its task is cancelled.
///
/// Any number of workers may share a store. A letter is given over once unless a worker dies between that and saying so;
/// then it goes again with the same Message-ID.
public struct SendingWorker: Sendable {
    let office: Office
    let courier: any Courier
    let settings: SendingSettings
    let logger: Logger

    public init(
        _ office: Office, _ courier: any Courier, settings: SendingSettings = SendingSettings(), logger: Logger
    ) {
        self.office = office
        self.courier = courier
        self.settings = settings
        self.logger = logger
    }

    /// Works until its task is cancelled; a store that cannot be reached for a while is waited for.
    public func run() async {
        await settings.workThrough(logger, failed: "The outbox could not be worked through") { try await sendNext() }
    }

    /// Sends everything that is due now, one after another.
    /// - Returns: how many items it dealt with, sent or not.
    @discardableResult
    public func sendAll() async throws -> Int {
        var count = 0
        while try await sendNext() { count += 1 }
        return count
    }

    /// Takes one item and deals with it.
    /// - Returns: false when nothing is due.
    func sendNext() async throws -> Bool {
        let now = office.clock.now
        let database = office.database
        guard try await database.read({ try Outbox.waits(now: now, in: $0) }),
            let item = try await database.write({ try Outbox.take(1, now: now, in: $0).first })
        else { return false }
        let end = try await end(of: item, at: now)
        // Said even while stopping: what has been given over must not be given over again.
        try await Task { [office] in try await office.settle(item, end) }.value
        if let reason = end.reason { logger.notice("Outbox \(item.kind) of event \(item.event): \(reason)") }
        return true
    }

    private func end(of item: OutboxItem, at now: Instant) async throws -> LetterEnd {
        let message: MailMessage
        do {
            message = try await office.database.read { [office, courier] in
                try office.letter(item, from: courier.from, at: now, in: $0)
            }
        } catch let withheld as Withheld {
            return .withheld(withheld.reason, withheld.undelivered)
        }
        switch await courier.deliver(message) {
        case .taken: return .sent
        case .refused: return .failed("The mail server refused the address, or the letter to it.", .refused)
        case .notNow where Task.isCancelled: return .again("The program was stopped.", minutes: 0)
        case .notNow(let reason):
            guard let minutes = settings.wait(after: item.attempt) else { return .failed(reason, .noAnswer) }
            return .again(reason, minutes: minutes)
        }
    }
}

/// What became of an item that was taken.
enum LetterEnd {
    case sent
    case again(String, minutes: Int)
    case failed(String, NotDelivered)
    case withheld(String, NotDelivered?)

    var reason: String? {
        switch self {
        case .sent: nil
        case .again(let reason, _), .failed(let reason, _), .withheld(let reason, _): reason
        }
    }
}

extension Office {
    /// Keeps what became of an item; where the customer was not told, the record says so in the same transaction.
    func settle(_ item: OutboxItem, _ end: LetterEnd) async throws {
        let now = clock.now
        let performed = try await database.write { [self] connection -> Performed? in
            let (isOurs, undelivered): (Bool, NotDelivered?) =
                switch end {
                case .sent: (try Outbox.sent(item, at: now, in: connection), nil)
                case .again(let reason, let minutes):
                    (
                        try Outbox.failed(
                            item, reason, retryAt: now.adding(minutes: minutes), at: now, in: connection), nil
                    )
                case .failed(let reason, let undelivered):
                    (try Outbox.failed(item, reason, retryAt: nil, at: now, in: connection), undelivered)
                case .withheld(let reason, let undelivered):
                    (try Outbox.withheld(item, reason, at: now, in: connection), undelivered)
                }
            guard isOurs, let undelivered else { return nil }
            return try recordUndelivered(item, undelivered, at: now, in: connection)
        }
        guard let performed else { return }
        cases.keep(performed.file)
        try await checkpointer.recorded(performed.events.count, at: now)
    }

    private func recordUndelivered(
        _ item: OutboxItem, _ reason: NotDelivered, at now: Instant, in connection: any Connection
    ) throws -> Performed? {
        let subject = try Identifier<CaseFile>(item.subject)
        let file = try survivingFile(of: subject, in: connection)
        if let (_, told) = file.toldOfHolder(item) {
            return try record(
                RecordUntold(told: told.event.id, reason: reason), item, told.event, at: now, in: connection)
        }
        if let told = ToldAppointment(item, on: file) {
            let command = RecordUndelivered(appointment: told.appointment.id, told: told.event.id, reason: reason)
            return try record(command, item, told.event, at: now, in: connection)
        }
        guard let cause = file.cause(of: item) else { return nil }
        if item.kind == LetterKind.keeper.rawValue {
            return try record(
                RecordUntoldOfKeeper(told: cause.id, reason: reason), item, cause, at: now, in: connection)
        }
        if item.kind == LetterKind.ended.rawValue {
            return try record(RecordUntoldOfEnd(told: cause.id, reason: reason), item, cause, at: now, in: connection)
        }
        return try record(RecordBounce(told: cause.id, reason: reason), item, cause, at: now, in: connection)
    }

    private func record(
        _ command: some CaseCommand, _ item: OutboxItem, _ told: EventStamp, at now: Instant,
        in connection: any Connection
    ) throws -> Performed? {
        let subject = try Identifier<CaseFile>(item.subject)
        do {
            let performed = try perform(
                command, on: subject, as: .system(at: told.by.organisation),
                id: Identifier(derivedFrom: ["throughline undelivered 1", item.event, item.kind]), seen: nil,
                documents: [], asked: Array("\(command)".utf8), now: now, in: connection)
            try announce(performed, at: now, in: connection)
            return performed
        } catch is Refusal {
            // There is nothing new to tell, or nobody: the organisation has no tie to the case any longer.
            return nil
        }
    }
}

extension CaseFile {
    /// The event behind a letter that no fact says did not arrive: a link, or one about the end, a session or who keeps the
    /// record.
    fileprivate func cause(of item: OutboxItem) -> EventStamp? {
        let causes: [EventStamp] =
            switch LetterKind(rawValue: item.kind) {
            case .invitation: access.invitations.map(\.event)
            case .keeper: customer?.keepers.all.compactMap(\.told) ?? []
            case .ending: referrals.compactMap(\.attachment?.event)
            case .ended: referrals.flatMap { $0.toldOfEnd.map(\.event) }
            case .plan: plan.copies.map(\.event)
            case .answer: voices.all.compactMap(\.answer?.event) + rights.all.compactMap(\.answered)
            case .session: joining.invitations.flatMap { [$0.made, $0.withdrawn].compactMap(\.self) }
            case .notice, .reminder, .holder, nil: []
            }
        return causes.first { $0.id.description == item.event }
    }
}
