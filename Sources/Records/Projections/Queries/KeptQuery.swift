public import Casework
public import Kernel

/// Whose record an organisation keeps.
public enum KeptQuery {
    /// - Returns: those of some people whose record it keeps.
    public static func kept(
        of subjects: [Identifier<CaseFile>], by organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> Set<Identifier<CaseFile>> {
        Set(
            try subjects.filter { subject in
                try connection.first(select, [.text(of: subject), .text(of: organisation)]) { try $0.text(0) } != nil
            })
    }

    static let select: SQL =
        "SELECT subject FROM caseload WHERE subject = $1 AND (jobcentre = $2 OR council = $2)"
}
