/// The tables of the store, as the migrations that make them.
public enum Schema {
    /// Every migration, in order. Each stands in a file of its own: `Migrations/001-records.swift` holds `Schema.records`.
    public static let migrations: [Migration] = [
        records, registers, projections, tokens, entries, changes, chain, rights, receivers, stayingIn,
        safetyAndPaper, informationSessions, twoKeepers, signInCodes, sharedWith,
        providersLists, referralScores, leads,
    ]
}
