/// What somebody must do once on a programme, and what may follow if they do not (M-010, C17).
public struct Duties: Sendable, Equatable {
    /// As the file writes it: `early-access-volunteer`.
    public let id: String
    public let title: String
    /// What the customer is told, in plain words.
    public let says: String
    /// The acts for which a sanction doubt may be raised; empty when none ever may.
    public let doubtedFor: Set<DoubtAct>
    /// What must stand on the file before a doubt.
    public let needs: Set<DoubtNeed>
    public let source: String

    public init(
        id: String, title: String, says: String, doubtedFor: Set<DoubtAct>, needs: Set<DoubtNeed>, source: String
    ) {
        self.id = id
        self.title = title
        self.says = says
        self.doubtedFor = doubtedFor
        self.needs = needs
        self.source = source
    }

    /// Whether an activity may be required of this person at all.
    public var canBeMandated: Bool { !doubtedFor.isEmpty }
}

/// A failure for which a sanction doubt may be raised, where the duties allow it.
public enum DoubtAct: String, Sendable, Hashable, CaseIterable {
    case notAttending = "not-attending"
    case notTakingPart = "not-taking-part"
    case refusingInterview = "refusing-interview"
    case refusingJob = "refusing-job"
}

/// What must be on the file before a sanction doubt may be raised.
public enum DoubtNeed: String, Sendable, Hashable, CaseIterable {
    case signedUnderstanding = "signed-understanding"
    case servedNotice = "served-notice"
}

/// One row of the table that says what volunteering leads to (reference D2).
public struct ParticipationRow: Sendable, Equatable {
    /// The row of the reference: `D-015`.
    public let id: String
    public let title: String
    public let when: [EntryCondition]
    /// Whether attending the information session may be required.
    public let session: Basis
    /// Whether taking part is required once the customer has joined.
    public let afterJoining: Basis
    /// The id of the `Duties` after joining.
    public let duties: String
    public let source: String

    public init(
        id: String, title: String, when: [EntryCondition], session: Basis, afterJoining: Basis,
        duties: String, source: String
    ) {
        self.id = id
        self.title = title
        self.when = when
        self.session = session
        self.afterJoining = afterJoining
        self.duties = duties
        self.source = source
    }
}
