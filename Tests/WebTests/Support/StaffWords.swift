import Casework

/// What staff call things and people, and no page of a customer’s own does. Those to avoid anywhere are
/// `PlainLanguage.avoided`.
enum StaffWords {
    private static let all: Set<String> = [
        "customer", "customers", "provider", "providers", "jobseeker", "stream", "barrier", "barriers", "action",
        "actions", "goal", "goals", "suggestion", "commitment", "instrument", "rating", "attached", "assigned",
        "acknowledged", "upheld", "queried", "disputed", "doubtful", "withdrawn", "absorbed", "exited", "handover",
        "undelivered", "evidence", "register", "registered",
    ]

    /// Those that stand in a text.
    static func found(in text: String) -> Set<String> {
        Set(PlainLanguage.sentences(text).flatMap { $0 }).intersection(all)
    }
}
