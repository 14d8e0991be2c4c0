public import Kernel

/// The entries about the end of a programme that can have been made in error.
public enum EndEntry: String, Sendable, CaseIterable {
    case exit
    case returned = "return"
    case handBack = "hand-back"

    /// `the end of the programme`
    public var words: String {
        switch self {
        case .exit: "the end of the programme"
        case .returned: "the return to the programme"
        case .handBack: "the summary handed back"
        }
    }
}

extension Referral {
    /// An entry about the end that was made in error and counts as if it had not been (design §4.3).
    public struct TakenBack: Sendable, Equatable {
        public let event: EventStamp
        public let entry: EndEntry
        /// The event that was wrong.
        public let wrong: Identifier<Event<CaseFile>>
        /// What was wrong, for the person to read too.
        public let words: Sealed<Words>
        /// The end that was taken back, where it was one.
        let exit: Exit?
    }

    mutating func takeBack(
        _ entry: EndEntry, _ wrong: Identifier<Event<CaseFile>>, _ stamp: EventStamp, _ words: Sealed<Words>
    ) {
        takenBack.append(
            TakenBack(event: stamp, entry: entry, wrong: wrong, words: words, exit: entry == .exit ? exit : nil))
        switch entry {
        case .exit: exit = nil
        case .returned:
            returns.removeAll { $0.event.id == wrong }
            settleExitReason()
        case .handBack: handedBack = nil
        }
    }

    /// Whoever came back inside the time did not stay off the benefit past it: it was used up.
    mutating func settleExitReason() {
        guard let exit, exit.given == .offBenefit else { return }
        let cameBack = returns.contains { $0.event.sequence > exit.event.sequence }
        self.exit?.reason = cameBack ? .completedTime : .offBenefit
    }

    /// Whether this very end was recorded and taken back, so that nothing records it again by itself.
    public func hasTakenBack(_ reason: ExitReason, on day: CalendarDay) -> Bool {
        takenBack.contains { $0.exit?.given == reason && $0.exit?.on == day }
    }
}
