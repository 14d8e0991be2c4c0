extension Schema {
    /// Until when somebody on their own page stays signed in, however long they look at nothing.
    static let stayingIn = Migration(10, "staying in", "ALTER TABLE sessions ADD COLUMN until TEXT")
}
