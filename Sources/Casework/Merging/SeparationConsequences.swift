public import Kernel

/// What stands on which record once two are taken apart, in sentences, before anybody confirms it.
public struct SeparationConsequences: Sendable, Equatable {
    public let referrals: [String]
    public let payments: [String]
    public let appointments: [String]
    /// Who sees which of the two.
    public let viewers: [String]

    /// - Parameters:
    ///   - threads: the later entries that go with the other, each thread by its first.
    ///   - events: everything the one record is made of.
    public init(
        of id: Identifier<CaseFile>, without other: Identifier<CaseFile>,
        giving threads: Set<Identifier<Event<CaseFile>>>, in events: [Event<CaseFile>], names: Names,
        programmes: [String: Programme], sharing: SharingMatrix, by actor: Author, at now: Instant
    ) {
        let given = LaterEntries(since: other, on: id, in: events).given(threads, in: events) ?? []
        let pair = RecordPair(own: events, other: [])
        let whole = CaseFile(id: id, folding: events)
        let left = pair.supposing(
            (on: whole, .gaveBack(other, events: given, .shut)), folding: id, by: actor, at: now)
        let back = pair.supposing(
            (on: CaseFile(id: other), .tookBack(from: id, events: given)), folding: other, by: actor, at: now)
        func due(_ file: CaseFile) -> [DueLine] { file.fallenDue(in: programmes, until: now.day) }
        let (before, mine, theirs) = (due(whole), due(left), due(back))
        func wasDue(_ line: DueLine) -> Bool { before.contains { $0.isSamePayment(as: line) } }
        let staying = mine.map { line in
            "\(line.paid(names)) \(wasDue(line) ? "stays due on this record" : "falls due again on this record")."
        }
        let returning = theirs.map { line in
            let comes =
                wasDue(line)
                ? "goes back to the other record, and stays due there" : "falls due again on the other record"
            return "\(line.paid(names)) \(comes)."
        }
        let gone = before.filter { line in !(mine + theirs).contains { $0.isSamePayment(as: line) } }.map { line in
            "\(line.paid(names)) is due back, because neither record earns it alone."
        }
        let all = staying + returning + gone
        payments = all.isEmpty ? ["No payment has fallen due on either."] : all
        let parting = Parting(
            whole: whole, left: left, back: back, names: names, programmes: programmes, sharing: sharing, now: now)
        referrals = parting.referrals
        appointments = parting.appointments
        viewers = parting.viewers
    }
}

extension CaseFile {
    /// The payments that have fallen due by a day, programme by programme.
    func fallenDue(in programmes: [String: Programme], until day: CalendarDay) -> [DueLine] {
        programmes.values.sorted { $0.id < $1.id }.flatMap { programme in
            PaymentLedger(programme).lines(for: self, until: day).filter { $0.dueOn.map { $0 <= day } ?? false }
        }
    }
}

extension DueLine {
    /// `Attachment, £400.00, to Northway`
    func paid(_ names: Names) -> String {
        let title = key.kind == .sustainment ? "\(key.kind.title) \(key.ordinal)" : key.kind.title
        let worth = amount.map { "\($0.value)" } ?? "unpriced"
        return "\(title), \(worth), to \(provider.map(names.organisation) ?? "no provider")"
    }

    /// Whether it is the same payment, earned under the same referral, on whichever record it stands.
    fileprivate func isSamePayment(as other: DueLine) -> Bool {
        key.programme == other.key.programme && key.kind == other.key.kind && key.ordinal == other.key.ordinal
            && attachment == other.attachment
    }
}
