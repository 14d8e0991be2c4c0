public import Records

/// The mark of a store whose people are made up: demonstrations and simulations. A store has it for good, and whatever
/// says of somebody that they are made up reads it here: pages, and copies of a record that leave the store.
public enum MadeUpMark {
    /// Whether everybody in the store is made up, or bears the pseudonym of a report.
    public static func stands(in connection: any Connection) throws -> Bool {
        try Settings.value(Settings.simulated, in: connection) != nil
    }
}
