public import Kernel

/// How somebody left a programme (C13).
public enum ExitReason: String, Sendable, CaseIterable {
    /// The allotted time was used up, in work or out of it.
    case completedTime = "completed-time"
    /// The last payment the programme can make for them has fallen due.
    case finalPayment = "completed-final-payment"
    /// They left the benefit, and stayed off it past the end of the allotted time.
    case offBenefit = "off-benefit"
    /// The jobcentre moved them to Work Choice, which suits them better.
    case workChoice = "work-choice"

    public var title: String {
        switch self {
        case .completedTime: "The allotted time is over"
        case .finalPayment: "The last payment has fallen due"
        case .offBenefit: "Off the benefit past the allotted time"
        case .workChoice: "Moved to Work Choice"
        }
    }

    /// Whether it needs the allotted time to be over.
    var needsTime: Bool { self == .completedTime || self == .offBenefit }
}

/// Ends somebody's time with the provider and says why. It ends support and nothing else: what is earned goes on falling
/// due by the tariff. The person is told: by e-mail at once where they agreed to that and have a page of their own.
/// - Refuses: nobody attached, an exit already recorded, a day outside the attachment, a reason whose proof is not there.
public struct EndReferral: CaseCommand {
    public let reason: ExitReason
    public let on: CalendarDay
    public let words: Words?

    public init(reason: ExitReason, on: CalendarDay, words: Words? = nil) {
        self.reason = reason
        self.on = on
        self.words = words
    }

    public static let act = Act.endReferral
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let (referral, attachment) = try file.attachedReferral()
        guard referral.exit == nil else {
            throw Refusal("exit.twice", "The end of this programme is recorded already.")
        }
        guard attachment.on <= on, on <= context.today else {
            throw Refusal(
                "exit.day",
                "Choose a last day from \(attachment.on.written), when they were attached, to today, \(context.today.written).",
                rule: "C13", field: "on")
        }
        if reason.needsTime, on < attachment.until {
            throw Refusal(
                "exit.early",
                "The allotted time runs until \(attachment.until.written), so it is not over on \(on.written). Choose another reason, or wait.",
                rule: "C13, D-031", field: "reason")
        }
        if reason == .offBenefit, !file.isOffBenefit(on: attachment.until) {
            throw Refusal(
                "exit.benefit",
                "Nothing here shows that they were off the benefit on \(attachment.until.written). Record the benefit first, or say that the time is over.",
                rule: "C13", field: "reason")
        }
        if reason == .finalPayment { try requireFinalPayment(of: referral, on: file, in: context) }
        return [.referral(.exited(referral.id, reason, on: on, words.map { .open($0) } ?? .shut))]
            + file.toldOfEndByEmail(referral)
    }
}

extension EndReferral {
    private func requireFinalPayment(
        of referral: Referral, on file: CaseFile, in context: Context
    ) throws(Refusal) {
        guard let programme = context.programmes[referral.programme], programme.finalPaymentEnds?.value == true else {
            throw Refusal(
                "exit.payment-setting",
                "On this programme the last payment does not end the support. Choose another reason.", rule: "C13",
                field: "reason")
        }
        guard let due = PaymentLedger(programme).account(for: file, until: on).finalDue else {
            throw Refusal(
                "exit.payment",
                "There are payments that can still be earned on \(on.written). Choose another reason, or wait.",
                rule: "C13", field: "reason")
        }
        guard due <= on else {
            throw Refusal(
                "exit.payment", "The last payment falls due on \(due.written). Choose that day or a later one.",
                rule: "C13", field: "on")
        }
    }
}

/// Records that somebody who left the benefit claimed again inside the allotted time: the same provider has them, for the
/// time that remains (D-032). Whoever has them finds it among what is due and on its desk, and the person is told who has
/// them and how long remains, by e-mail at once where they agreed to that (C13). News of it may come late: it is taken
/// also once the end of that time is on record, and then nothing remains to be told.
/// - Refuses: nobody attached, an exit for another reason than the time, a day past the allotted time or today, no sign
///   that they had left the benefit.
public struct RecordReturn: CaseCommand {
    public let on: CalendarDay

    public init(on: CalendarDay) { self.on = on }

    public static let act = Act.recordReturn
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let (referral, attachment) = try file.attachedReferral()
        guard referral.takesReturns, on <= attachment.until else {
            throw Refusal(
                "return.over",
                "Their time on the programme is over, so nobody goes back to it. The jobcentre helps them with the new claim.",
                rule: "D-032", field: "on")
        }
        guard attachment.on < on, on <= context.today else {
            throw Refusal(
                "return.day",
                "Choose the day of the new claim, after \(attachment.on.written) and no later than today.", field: "on")
        }
        guard !referral.returns.contains(where: { $0.on == on }) else {
            throw Refusal("return.twice", "This return is recorded already.", field: "on")
        }
        guard file.isOffBenefit(on: on.adding(days: -1)) else {
            throw Refusal(
                "return.never-left",
                "Nothing here shows that they were off the benefit the day before. Record first when it stopped.",
                rule: "C13", field: "on")
        }
        let returned = Fact.referral(.returned(referral.id, on: on))
        guard !referral.isOver(on: context.today), !referral.holdings.isEmpty else { return [returned] }
        return [returned] + file.toldByEmail(referral)
    }
}

/// Hands somebody back with a summary of what was done, and whether they have seen it.
/// - Refuses: before the last four weeks of the allotted time (ours), unless an exit is recorded; a second summary; one
///   the person has not been shown.
public struct HandBack: CaseCommand {
    public let summary: Words
    public let seenByPerson: Bool

    public init(summary: Words, seenByPerson: Bool) {
        self.summary = summary
        self.seenByPerson = seenByPerson
    }

    public static let act = Act.handBack
    /// Days before the end of the allotted time from which a summary may be written. Ours.
    public static let days = 28

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let (referral, attachment) = try file.attachedReferral()
        guard referral.isNearItsEnd(on: context.today) else {
            throw Refusal(
                "hand-back.early",
                "A summary is written in the last four weeks, from \(attachment.until.adding(days: -Self.days).written), or after an exit.",
                rule: "ours")
        }
        guard referral.handedBack == nil else {
            throw Refusal("hand-back.twice", "The summary is written already.")
        }
        guard seenByPerson else {
            throw Refusal(
                "hand-back.unseen", "Show them the summary first, and change what they say is wrong.",
                rule: "C13", field: "shown")
        }
        return [.referral(.handedBack(referral.id, .open(summary)))]
    }
}

extension CaseFile {
    /// - Refuses: when nobody is attached.
    fileprivate func attachedReferral() throws(Refusal) -> (Referral, Referral.Attachment) {
        let referral = try currentReferral()
        guard let attachment = referral.attachment else {
            throw Refusal(
                "exit.not-attached",
                "They are not attached to the programme yet. Until they are, a query ends a referral.")
        }
        return (referral, attachment)
    }
}
