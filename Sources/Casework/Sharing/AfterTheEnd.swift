import Kernel

// How long whoever had a person goes on reading its own part: its entries and the proof of its claims (design §5).
extension CaseFile {
    /// Whether a provider whose referrals are over still reads its own part.
    func isOpen(_ matrix: SharingMatrix, toFormer provider: Identifier<Organisation>, on day: CalendarDay) -> Bool {
        let ends = referrals.filter { $0.providers.contains(provider) }.compactMap(\.lastDay)
        return ends.max().map { matrix.keepsOpen(after: $0, on: day) } ?? false
    }

    /// Whether an organisation of the chain from which another took the person on still reads its own part.
    func isOpen(_ matrix: SharingMatrix, toPast holder: Identifier<Organisation>, on day: CalendarDay) -> Bool {
        let ends = referrals.compactMap { $0.day(handedOnBy: holder) }
        return ends.max().map { matrix.keepsOpen(after: $0, on: day) } ?? false
    }
}

extension Referral {
    /// The last day that its providers had the person: that of its withdrawal, or the last of their support; nil where
    /// there is none yet.
    fileprivate var lastDay: CalendarDay? { withdrawn?.recorded.day ?? supportedUntil }

    /// The day on which another took the person on from an organisation that has them no longer.
    fileprivate func day(handedOnBy holder: Identifier<Organisation>) -> CalendarDay? {
        guard pastHolders.contains(holder) else { return nil }
        let holdings = holdings
        guard let last = holdings.lastIndex(where: { $0.organisation == holder }) else { return nil }
        return holdings.dropFirst(last + 1).first?.event.recorded.day
    }
}
