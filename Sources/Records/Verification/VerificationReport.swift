/// What a check of the whole store found. A store and what is restored from its backup have equal reports, on either engine.
public struct VerificationReport: Sendable, Equatable {
    public internal(set) var streams = 0
    public internal(set) var events = 0
    /// Payloads, clear or sealed, that have been erased as the rules of retention say.
    public internal(set) var erased = 0
    public internal(set) var checkpoints = 0
    /// The digest of the last checkpoint, in hexadecimal: kept elsewhere, it shows later that none has been taken away.
    public internal(set) var lastCheckpoint: String?
    /// One digest over the ends of all streams. Salts and sealed words are in it, so no other store has it.
    public internal(set) var digest = ""
    /// One digest over what every event says in clear: the same for the same events, on either engine.
    public internal(set) var contents = ""
    /// What is wrong, in the order it was found, the first thousand.
    public private(set) var findings: [Finding] = []
    /// How many things are wrong.
    public private(set) var found = 0

    public var isSound: Bool { found == 0 }

    mutating func add(_ finding: Finding) {
        if findings.count < 1000 {
            if findings.contains(finding) { return }
            findings.append(finding)
        }
        found += 1
    }

    /// The report in words, a line each; what is wrong comes first.
    public var sentences: [String] {
        var sentences = findings.map(\.sentence)
        if found > findings.count { sentences.append("\(found - findings.count) more things are wrong.") }
        sentences.append(
            "\(Self.count(events, "event")) in \(Self.count(streams, "stream")) and "
                + "\(Self.count(checkpoints, "checkpoint")) checked; \(Self.count(erased, "payload")) erased.")
        sentences.append(
            isSound
                ? "Every chain is whole and every checkpoint holds."
                : "The store is not as it was recorded. Restore a backup, and keep this one to find out why.")
        if let lastCheckpoint { sentences.append("Last checkpoint: \(lastCheckpoint)") }
        sentences.append("Digest of the store: \(digest)")
        return sentences
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
