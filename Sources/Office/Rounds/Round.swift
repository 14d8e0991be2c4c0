import Casework
import Kernel
public import Logging
import Records

/// What one daily round did.
public struct RoundReport: Sendable, Equatable {
    /// Reminders put in the outbox.
    public var reminders = 0
    /// Letters put in the outbox that tell somebody when their time on a programme ends.
    public var endings = 0
    /// Exits recorded because the last payment had fallen due, or the allotted time was over.
    public var exits = 0
    /// Cases of which something was erased because its time was over.
    public var retired = 0
    /// Signed checkpoints made.
    public var checkpoints = 0
    /// Sessions that were over and are gone.
    public var sessions = 0
    /// Answers to old commands that are gone.
    public var answers = 0
}

/// How the daily round behaves. Ours.
public struct RoundSettings: Sendable {
    /// The hour in London from which a day's round is made, so that nobody is written to at night.
    public var hour = 7
    /// Days for which the answer to a command is kept, in case it is sent again.
    public var answerDays = 400
    /// Days before the last allotted day from which somebody is told of it: when their summary may be written.
    public var endingDays = HandBack.days
    /// Days after the last allotted day for which the round waits before it records the end, so that a benefit that
    /// stopped, or a new claim, can still be told of.
    public var lateDays = 7
    /// Seconds for which a process that begins a round has it in hand. It says so again while it is at work; when it dies,
    /// another begins once they are over.
    public var claimSeconds = 120

    public init() {}
}

extension Office {
    /// Makes the round of today: one small step after another, each safe to repeat.
    ///
    /// What is done is what is due by now and has not been done, so a round that was missed is caught up by the next.
    /// - Parameter sendsMail: whether letters go by e-mail from here; without, nobody is reminded by it, and one is
    ///   still due where they do.
    @discardableResult
    public func makeRound(sendsMail: Bool, settings: RoundSettings = RoundSettings()) async throws -> RoundReport {
        // The day it begins on: where midnight goes by meanwhile, or a demonstration's clock is moved, another is due.
        let day = clock.today.description
        var report = RoundReport()
        if sendsMail {
            report.reminders = try await remindByEmail()
            report.endings = try await tellOfEnding(within: settings.endingDays)
        }
        // An end that came first is recorded first, also by a round that catches up.
        report.exits = try await endAtFinalPayment()
        report.exits += try await endAllottedTime(waiting: settings.lateDays)
        if erasures != nil, try await retentionIsDaily() {
            report.retired = try await runRetention(isRehearsal: false).cases
        }
        report.checkpoints = try await Checkpoints(keys: keyring).make(in: database, at: clock.now)
        report.sessions = try await clearSessions()
        report.answers = try await clearAnswers(olderThan: settings.answerDays)
        try await database.write { connection in
            try Settings.set(Self.lastRound, to: day, in: connection)
            if sendsMail { try Settings.set(Self.lastWithMail, to: day, in: connection) }
        }
        return report
    }

    /// Whether today's round is still to be made and its hour has come.
    func isRoundDue(_ settings: RoundSettings, sendsMail: Bool = false) async throws -> Bool {
        let now = clock.now.london
        guard now.hour >= settings.hour else { return false }
        let last = sendsMail ? Self.lastWithMail : Self.lastRound
        return try await database.read { try Settings.value(last, in: $0) } != now.day.description
    }

    /// Makes today's round where it is due and no other process has it in hand.
    /// - Returns: nil when it was not for this one to make.
    @discardableResult
    func makeRoundIfDue(sendsMail: Bool, settings: RoundSettings = RoundSettings()) async throws -> RoundReport? {
        let holder = newCommand().description
        guard try await isRoundDue(settings, sendsMail: sendsMail),
            try await claimRound(for: holder, settings, sendsMail: sendsMail)
        else { return nil }
        let keeping = Task { [self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(settings.claimSeconds / 3))
                if !Task.isCancelled { try? await keepRound(for: holder, settings) }
            }
        }
        defer { keeping.cancel() }
        let report = try await makeRound(sendsMail: sendsMail, settings: settings)
        // One that is not given up lapses.
        _ = try? await database.write { try Leases.release(Self.roundInHand, by: holder, in: $0) }
        return report
    }

    /// Takes today's round in hand.
    /// - Returns: false when another process has it, or has made it.
    func claimRound(for holder: String, _ settings: RoundSettings, sendsMail: Bool = false) async throws -> Bool {
        let now = clock.now
        let last = sendsMail ? Self.lastWithMail : Self.lastRound
        return try await database.write { connection in
            // It may have been finished since it was found to be due.
            guard try Settings.value(last, in: connection) != now.day.description else { return false }
            return try Leases.take(
                Self.roundInHand, for: holder, until: now.adding(seconds: settings.claimSeconds), now: now,
                in: connection)
        }
    }

    /// Has today's round in hand for longer.
    func keepRound(for holder: String, _ settings: RoundSettings) async throws {
        let end = clock.now.adding(seconds: settings.claimSeconds)
        _ = try await database.write { try Leases.keep(Self.roundInHand, for: holder, until: end, in: $0) }
    }

    /// The setting that holds the day of the last round.
    private static let lastRound = "round.day"
    /// The setting that holds the day of the last one from where letters go.
    private static let lastWithMail = "round.mail-day"
    /// The setting that holds which process makes today's.
    private static let roundInHand = "round.in-hand"
}

/// Has the round made once a day, by one of the processes that serve a store, until its task is cancelled.
public struct RoundWorker: Sendable {
    let office: Office
    let sendsMail: Bool
    let settings: RoundSettings
    let logger: Logger

    public init(_ office: Office, sendsMail: Bool, settings: RoundSettings = RoundSettings(), logger: Logger) {
        self.office = office
        self.sendsMail = sendsMail
        self.settings = settings
        self.logger = logger
    }

    /// A round that fails is made again a little later, here or by another process.
    public func run() async {
        while !Task.isCancelled {
            do {
                try await office.makeRoundIfDue(sendsMail: sendsMail, settings: settings)
            } catch {
                if !Task.isCancelled { logger.error("The daily round was not finished: \(error)") }
            }
            // A demonstration's clock is moved by days, so the day is asked for rather than slept through.
            try? await Task.sleep(for: .seconds(5))
        }
    }
}
