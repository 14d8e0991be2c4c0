public import Kernel

/// What one programme owes for its customers: a function of events, never a record (design §4.7).
///
/// It reads no sealed value, so a case whose keys are gone gives the same lines. Make one and ask it about many cases.
public struct PaymentLedger: Sendable {
    public let programme: Programme
    private let workingDays: [Nation: WorkingDays]

    public init(_ programme: Programme) {
        self.programme = programme
        workingDays = Dictionary(uniqueKeysWithValues: Nation.allCases.map { ($0, WorkingDays($0)) })
    }

    /// Every line earned by a day, then the next that can still be earned with why it is not, or why it never will be.
    ///
    /// There is one attachment fee and one job outcome for a customer in a programme, returns included, and the terms are
    /// those of the first attachment (ours). A line stays due on every later day while the events stay the same.
    public func lines(for file: CaseFile, until day: CalendarDay) -> [DueLine] { account(for: file, until: day).lines }

    /// The lines with the weeks they stand on.
    public func account(for file: CaseFile, until day: CalendarDay) -> PaymentAccount {
        let attached = file.attachedReferrals(to: programme.id, by: day)
        guard let first = attached.first, let attachment = first.attachment else {
            return PaymentAccount(lines: waiting(for: file, until: day), weeks: [], terms: nil)
        }
        guard let terms = programme.tariff.row(group: first.group, attached: attachment.on) else {
            let line = attachmentLine(file, first, attachment.on, nil)
            return PaymentAccount(lines: [line], weeks: [], terms: nil)
        }
        let work = AccountedWork(
            file,
            AttachedTime(attached, afterwards: terms.sustainment?.afterAllottedTime ?? .untilFirstBreak, workingDays),
            terms, proofs: kinds(terms), until: day)
        var lines: [DueLine] = []
        if let fee = terms.attachment { lines.append(attachmentLine(file, first, attachment.on, fee)) }
        if let outcome = terms.outcome {
            let (line, reached) = work.outcomeLine(outcome, programme.id)
            lines.append(line)
            if let sustainment = terms.sustainment, let reached {
                lines += work.sustainmentLines(
                    sustainment, programme.id, after: reached, outcomeIsDue: line.dueOn != nil)
            }
        }
        return PaymentAccount(lines: lines, weeks: work.ledger.weeks, terms: terms)
    }

    /// The kinds of proof a row accepts; with none listed, every kind of the programme, and none is asked for.
    private func kinds(_ terms: TariffRow) -> [ProofKind] {
        terms.proof.isEmpty ? programme.proofs : programme.proofs.filter { terms.proof.contains($0.code) }
    }

    private func attachmentLine(
        _ file: CaseFile, _ referral: Referral, _ day: CalendarDay, _ fee: Figure<Money>?
    ) -> DueLine {
        let proof = file.events(provingAttachment: referral)
        return DueLine(
            key: LineKey(programme: programme.id, subject: file.id, kind: .attachment, ordinal: 1),
            group: referral.group,
            amount: fee, state: proof == nil ? .notYet([.noAttendance(day)], earliest: day) : .due(on: day), weeks: [],
            proof: proof ?? [], attachment: referral.id, provider: referral.prime)
    }

    /// The attachment fee of somebody referred and not attached, priced as on the day asked about.
    private func waiting(for file: CaseFile, until day: CalendarDay) -> [DueLine] {
        guard
            let referral = file.referrals.last(where: {
                $0.programme == programme.id && $0.withdrawn == nil && $0.on <= day
            })
        else { return [] }
        let terms = programme.tariff.row(group: referral.group, attached: day)
        if let terms, terms.attachment == nil { return [] }
        return [
            DueLine(
                key: LineKey(programme: programme.id, subject: file.id, kind: .attachment, ordinal: 1),
                group: referral.group, amount: terms?.attachment, state: .notYet([.notAttached], earliest: nil),
                weeks: [], proof: [], attachment: referral.id, provider: referral.prime)
        ]
    }
}

/// What a programme owes for one customer, and the weeks of work it stands on.
public struct PaymentAccount: Sendable, Equatable {
    /// The attachment, the job outcome, then sustainment in order.
    public let lines: [DueLine]
    public let weeks: [WeekInWork]
    /// The tariff's row; nil before attachment and for an unpriced one.
    public let terms: TariffRow?

    public var due: [DueLine] { lines.filter { $0.dueOn != nil } }

    /// The day on which the last payment that the terms can ever make falls due; nil while one is still to come.
    public var finalDue: CalendarDay? {
        guard let (kind, ordinal) = terms?.finalLine else { return nil }
        return lines.first { $0.key.kind == kind && $0.key.ordinal == ordinal }?.dueOn
    }
}
