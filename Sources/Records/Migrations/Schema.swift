/// The tables of the store, as the migrations that make them.
public enum Schema {
    /// Every migration, in order. Each stands in a file of its own: `Migrations/001-events.swift` holds `Schema.events`.
    public static let migrations: [Migration] = []
}
