/// Named values of one store: whether its people are made up, how far its clock has been moved.
public enum Settings {
    public static let simulated = "simulated"
    /// Milliseconds that a demonstration's clock is ahead of the machine's.
    public static let clockOffset = "clock.offset"

    public static func value(_ name: String, in connection: any Connection) throws -> String? {
        try connection.first(select, [.text(name)]) { try $0.text(0) }
    }

    public static func set(_ name: String, to value: String, in connection: any Connection) throws {
        try connection.run(upsert, [.text(name), .text(value)])
    }

    static let select: SQL = "SELECT value FROM settings WHERE name = $1"
    static let upsert: SQL = """
        INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """
}
