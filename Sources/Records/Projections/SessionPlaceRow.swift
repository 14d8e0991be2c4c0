public import Casework
public import Kernel

/// One line of a session's register: who is invited, whether they must go, and whether they came.
public struct SessionPlaceRow: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable {
        case invited, attended, missed
        /// They say that they cannot go; whoever invited them takes the place back, or they come all the same.
        case cannotGo = "cannot-go"

        /// Whether nothing has come of the place yet.
        public var isOpen: Bool { self == .invited || self == .cannotGo }
    }

    public let invitation: Identifier<SessionInvitation>
    public let subject: Identifier<CaseFile>
    /// Nil once the person's details have been erased.
    public let name: String?
    /// The organisation that keeps the person's record: the jobcentre, which invites, where there is one.
    public let keeper: Identifier<Organisation>
    public let basis: Basis
    public let state: State
}

extension SessionPlaceRow {
    /// The places of a case; one that was taken back takes up none.
    static func values(of file: CaseFile) -> [[SQLValue]] {
        guard file.merges.into == nil, let customer = file.customer else { return [] }
        return file.joining.invitations.compactMap { place in
            let state: State? =
                switch place.outcome {
                case nil: place.cannotGo == nil ? .invited : .cannotGo
                case .attended: .attended
                case .missed: .missed
                case .withdrawn: nil
                }
            return state.map { state in
                [
                    .text(of: place.id), .text(of: file.id), .text(of: place.terms.session),
                    .text(of: customer.keepers.leading), .text(place.terms.basis.rawValue), .text(state.rawValue),
                ]
            }
        }
    }

    /// The register of a session, by name; 100 at most.
    public static func register(
        of session: Identifier<InformationSession>, in connection: any Connection
    ) throws -> [SessionPlaceRow] {
        try connection.all(selectRegister, [.text(of: session)]) { row in
            guard let basis = Basis(rawValue: try row.text(3)), let state = State(rawValue: try row.text(4)) else {
                throw RecordsFault.fault("A place at a session is of a kind this program does not know.")
            }
            let (given, family) = (try row.optionalText(5), try row.optionalText(6))
            return SessionPlaceRow(
                invitation: try Identifier(row.text(0)), subject: try Identifier(row.text(1)),
                name: given.flatMap { given in family.map { "\(given) \($0)" } }, keeper: try Identifier(row.text(2)),
                basis: basis, state: state)
        }
    }

    static let selectRegister: SQL = """
        SELECT p.invitation, p.subject, p.keeper, p.basis, p.state, i.given, i.family
        FROM session_places p LEFT JOIN identity i ON i.subject = p.subject
        WHERE p.session = $1 ORDER BY i.by_family, p.subject LIMIT 100
        """
}

extension ProjectedTable {
    static let sessionPlaces = ProjectedTable(
        "session_places", key: "invitation",
        columns: ["invitation", "subject", "session", "keeper", "basis", "state"])
}
