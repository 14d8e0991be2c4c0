import Crypto

/// Goes through every event in the order of its stream, and checks each against the one before it.
struct StreamWalk {
    var report = VerificationReport()
    private let connection: any Connection
    private let keys: Keyring
    private var current: Current?
    private var digest = SHA256()
    private var contents = SHA256()

    /// The stream that is being gone through.
    private struct Current {
        let stream: String
        let subject: String
        var sequence = 0
        var digest: [UInt8]?
        var signed = 0
        var held: HeldKeys?
    }

    init(_ connection: any Connection, _ keys: Keyring) {
        self.connection = connection
        self.keys = keys
    }

    mutating func checkEvents(_ progress: (Int, Int) -> Void) throws {
        let total = try connection.first(Self.countEvents) { try $0.int(0) } ?? 0
        var place = ("", "", 0)
        while true {
            let page = try connection.all(Self.selectPage, [.text(place.0), .text(place.1), .int(place.2)]) {
                (try StoredEvent($0), try $0.optionalBytes(18))
            }
            for (event, signed) in page { try check(event, signed) }
            guard let last = page.last?.0 else { break }
            place = (last.stream, last.subject, last.sequence)
            progress(report.events, max(total, report.events))
        }
        try finish()
        report.digest = Array(digest.finalize()).hexadecimal
        report.contents = Array(contents.finalize()).hexadecimal
    }

    private mutating func check(_ event: StoredEvent, _ signed: [UInt8]?) throws {
        if current?.stream != event.stream || current?.subject != event.subject {
            try finish()
            current = Current(stream: event.stream, subject: event.subject)
        }
        guard var stream = current else { return }
        let (name, subject, sequence) = (event.stream, event.subject, event.sequence)
        if sequence != stream.sequence + 1 {
            report.add(.gap(stream: name, subject: subject, from: stream.sequence + 1, to: sequence - 1))
        } else if event.link(after: stream.digest) != event.digest {
            report.add(.brokenLink(stream: name, subject: subject, sequence: sequence))
        }
        if let signed {
            stream.signed = sequence
            if signed != event.digest {
                report.add(.signedOtherwise(stream: name, subject: subject, sequence: sequence))
            }
        }
        if stream.held == nil, event.sealedDigest != nil || event.clear == nil {
            stream.held = try HeldKeys(of: subject, keys, in: connection)
        }
        contents.update(data: event.said.bytes)
        try checkClear(event, stream.held)
        try checkSealed(event, stream.held)
        stream.sequence = sequence
        stream.digest = event.digest
        current = stream
        report.events += 1
    }

    private mutating func checkClear(_ event: StoredEvent, _ held: HeldKeys?) throws {
        let place = (event.stream, event.subject, event.sequence)
        if let clear = event.clear {
            if event.salt.map({ StoredEvent.digest(ofClear: clear, salt: $0) }) != event.clearDigest {
                report.add(.clearAltered(stream: place.0, subject: place.1, sequence: place.2))
            }
        } else if try held?.cleared.covers(event.kind) == true || alone(event).cleared.covers(event.kind) {
            report.erased += 1
        } else {
            report.add(.payloadMissing(stream: place.0, subject: place.1, sequence: place.2))
        }
    }

    /// What one entry has by itself: what was erased of it, or stayed when its stream was erased.
    private func alone(_ event: StoredEvent) throws -> HeldKeys {
        try HeldKeys(of: event.id, keys, in: connection)
    }

    private mutating func checkSealed(_ event: StoredEvent, _ held: HeldKeys?) throws {
        let place = (event.stream, event.subject, event.sequence)
        if let sealed = event.sealed {
            if StoredEvent.digest(ofSealed: sealed) != event.sealedDigest {
                report.add(.sealedAltered(stream: place.0, subject: place.1, sequence: place.2))
            } else if try held?.usable.contains(event.retention ?? "") != true
                && !alone(event).usable.contains(event.retention ?? "")
            {
                report.add(.keyMissing(stream: place.0, subject: place.1, sequence: place.2))
            }
        } else if event.sealedDigest != nil {
            let retention = event.retention ?? ""
            if try held?.destroyed.contains(retention) == true || alone(event).destroyed.contains(retention) {
                report.erased += 1
            } else {
                report.add(.payloadMissing(stream: place.0, subject: place.1, sequence: place.2))
            }
        }
    }

    /// Compares the end of a stream with its own row, and with what was signed of it.
    private mutating func finish() throws {
        guard let stream = current else { return }
        let (name, subject) = (stream.stream, stream.subject)
        report.streams += 1
        if let head = try StreamHead(stream: name, subject: subject, in: connection) {
            if head.sequence > stream.sequence {
                report.add(
                    .missingTail(stream: name, subject: subject, last: stream.sequence, recorded: head.sequence))
            } else if head.sequence < stream.sequence || head.digest != stream.digest || head.signed != stream.signed {
                report.add(.headDiffers(stream: name, subject: subject))
            }
        } else {
            report.add(.headDiffers(stream: name, subject: subject))
        }
        var transcript = Transcript("throughline head 1")
        transcript.add(name)
        transcript.add(subject)
        transcript.add(stream.sequence)
        transcript.add(stream.digest)
        digest.update(data: transcript.bytes)
        current = nil
    }

    /// Streams of which nothing is left but their row, or a checkpoint's mention; and tails that a checkpoint mentions.
    mutating func checkMissingStreams() throws {
        let gone = try connection.all(Self.selectEmpty) { (try $0.text(0), try $0.text(1), try $0.int(2)) }
        for (stream, subject, head) in gone {
            report.add(.missingStream(stream: stream, subject: subject, recorded: head))
        }
        let unmatched = try connection.all(SignedHead.selectWithoutEvent) {
            (try $0.text(0), try $0.text(1), try $0.int(2))
        }
        for (stream, subject, signed) in unmatched {
            let last = try connection.first(Self.selectLast, [.text(stream), .text(subject)]) { try $0.optionalInt(0) }
            if let last = last ?? nil {
                if last < signed {
                    report.add(.missingTail(stream: stream, subject: subject, last: last, recorded: signed))
                }
            } else {
                report.add(.missingStream(stream: stream, subject: subject, recorded: signed))
            }
        }
    }

    static let countEvents: SQL = "SELECT CAST(COALESCE(SUM(head), 0) AS BIGINT) FROM streams"
    static let selectPage = SQL(
        stringLiteral: """
            SELECT \(StoredEvent.columnsOfE), h.digest FROM events e
            LEFT JOIN checkpoint_heads h
            ON h.stream = e.stream AND h.subject = e.subject AND h.sequence = e.sequence
            WHERE (e.stream, e.subject, e.sequence) > ($1, $2, $3)
            ORDER BY e.stream, e.subject, e.sequence LIMIT 1000
            """)
    static let selectEmpty: SQL = """
        SELECT stream, subject, head FROM streams s
        WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = s.stream AND e.subject = s.subject)
        ORDER BY stream, subject LIMIT 1000
        """
    static let selectLast: SQL = "SELECT MAX(sequence) FROM events WHERE stream = $1 AND subject = $2"
}

extension StoredEvent {
    /// Everything about it that is neither sealed nor drawn by chance.
    fileprivate var said: Transcript {
        var transcript = Transcript("throughline contents 1")
        transcript.add(stream)
        transcript.add(subject)
        transcript.add(sequence)
        for part in [id, kind, occurred, recorded, person, organisation, role] { transcript.add(part) }
        transcript.add(version)
        transcript.add(clear)
        return transcript
    }
}
