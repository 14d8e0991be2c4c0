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

    public init() {}
}

extension Office {
    /// Makes the round of today: one small step after another, each safe to repeat.
    ///
    /// What is done is what is due by now and has not been done, so a round that was missed is caught up by the next.
    /// - Parameter sendsMail: whether letters go by e-mail from here; without, nobody is reminded by it.
    @discardableResult
    public func makeRound(sendsMail: Bool, settings: RoundSettings = RoundSettings()) async throws -> RoundReport {
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
        let today = clock.today
        try await database.write { try Settings.set(Self.lastRound, to: today.description, in: $0) }
        return report
    }

    /// Whether today's round is still to be made and its hour has come.
    func isRoundDue(_ settings: RoundSettings) async throws -> Bool {
        let now = clock.now.london
        guard now.hour >= settings.hour else { return false }
        return try await database.read { try Settings.value(Self.lastRound, in: $0) } != now.day.description
    }

    /// The setting that holds the day of the last round.
    private static let lastRound = "round.day"
}

/// Has the round made once a day, until its task is cancelled.
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

    /// A round that fails is made again a little later.
    public func run() async {
        while !Task.isCancelled {
            do {
                if try await office.isRoundDue(settings) {
                    try await office.makeRound(sendsMail: sendsMail, settings: settings)
                }
            } catch {
                if !Task.isCancelled { logger.error("The daily round was not finished: \(error)") }
            }
            // A demonstration's clock is moved by days, so the day is asked for rather than slept through.
            try? await Task.sleep(for: .seconds(5))
        }
    }
}
