import Crypto

/// Checks every chain, payload, key and checkpoint of a store, in one consistent reading and in bounded memory.
public enum Verification {
    /// - Parameter progress: called now and then with the events checked and the events there should be.
    /// - Throws: `Refusal` when the store was made with another master key.
    public static func verify(
        _ database: any Database, _ keys: Keyring,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> VerificationReport {
        try await database.read { connection in
            try keys.check(connection)
            var walk = StreamWalk(connection, keys)
            try walk.checkEvents(progress)
            try walk.checkMissingStreams()
            try checkCheckpoints(keys, connection, into: &walk.report)
            return walk.report
        }
    }

    private static func checkCheckpoints(
        _ keys: Keyring, _ connection: any Connection, into report: inout VerificationReport
    ) throws {
        var last: Checkpoint?
        while true {
            let page = try connection.all(Checkpoint.selectAfter, [.int(last?.number ?? 0)], Checkpoint.init)
            for checkpoint in page {
                let expected = (last?.number ?? 0) + 1
                if checkpoint.number != expected {
                    report.add(.checkpointMissing(from: expected, to: checkpoint.number - 1))
                } else if checkpoint.link(after: last?.digest) != checkpoint.digest {
                    report.add(.checkpointAltered(number: checkpoint.number))
                }
                if try headsDigest(of: checkpoint, connection) != checkpoint.headsDigest {
                    report.add(.checkpointAltered(number: checkpoint.number))
                }
                if !keys.isSignature(checkpoint.signature, of: checkpoint.digest) {
                    report.add(.checkpointSignature(number: checkpoint.number))
                }
                report.checkpoints += 1
                last = checkpoint
            }
            if page.isEmpty { break }
        }
        report.lastCheckpoint = last?.digest.hexadecimal
    }

    private static func headsDigest(of checkpoint: Checkpoint, _ connection: any Connection) throws -> [UInt8] {
        var digest = SHA256()
        try connection.each(SignedHead.selectOfCheckpoint, [.int(checkpoint.number)]) { row in
            digest.update(data: try SignedHead(row).transcript.bytes)
        }
        return Array(digest.finalize())
    }
}
