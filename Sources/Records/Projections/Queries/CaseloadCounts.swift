import Casework
import Kernel

/// How many customers stand where, counted no further than a list is ever looked through.
public struct CaseloadCounts: Sendable, Equatable {
    public static let most = 500

    /// Numbers up to `most`; one above it means more than that.
    private let counts: [CaseloadState: Int]

    /// - Parameter reader: for whom a provider's list leaves out those whose record is shut to it by now; nil to leave
    ///   nobody out.
    public init(
        _ scope: CaseloadQuery.Scope, for reader: CaseloadReader? = nil, in connection: any Connection
    ) throws {
        guard let statement = Self.statements[scope.column] else { throw RecordsFault.fault("A list has no count.") }
        let more = scope.isKeepers ? [] : CaseloadReader.values(of: reader)
        var counts: [CaseloadState: Int] = [:]
        for state in CaseloadState.allCases {
            counts[state] = try connection.first(
                statement, [.text(scope.id), .text(state.rawValue), .int(Self.most + 1)] + more
            ) { try $0.int(0) }
        }
        self.counts = counts
    }

    /// `12`, or `500+`.
    public func text(_ state: CaseloadState) -> String { Self.text(counts[state] ?? 0) }

    /// The number of a state, `most` when there are more.
    public subscript(_ state: CaseloadState) -> Int { min(counts[state] ?? 0, Self.most) }

    /// Everybody: `341`, or `500+`.
    public var total: String { Self.text(counts.values.reduce(0, +)) }

    private static func text(_ count: Int) -> String { count > most ? "\(most)+" : String(count) }

    static let statements = Dictionary(
        uniqueKeysWithValues: CaseloadQuery.Scope.columns.map { column in
            let state = CaseloadRow.column("state", isKeepers: CaseloadQuery.Scope.keepers.contains(column))
            return (
                column,
                SQL(
                    stringLiteral: """
                        SELECT count(*) FROM (
                            SELECT 1 AS one FROM caseload WHERE \(column) = $1 AND \(state) = $2\
                            \(CaseloadCounts.isOpen(column)) LIMIT $3
                        ) AS counted
                        """)
            )
        })

    private static func isOpen(_ column: String) -> String {
        CaseloadQuery.Scope.keepers.contains(column) ? "" : " AND " + CaseloadReader.condition(from: 4)
    }
}
