import Foundation
public import Kernel

/// One erasure, as the register keeps it.
public struct Erasure: Sendable, Hashable {
    public let at: Instant
    public let stream: String
    public let subject: String
    public let classes: Set<RetentionClass>
    public let clearing: ClearedPayloads
    /// Entries of the stream that are another's since two records were taken apart: they are left as they are.
    public let keeping: Set<String>

    /// - Parameters:
    ///   - clearing: nil for what goes with the classes when nothing else is said.
    ///   - keeping: the entries of the stream that are another's.
    public init<S: EventSubject>(
        of subject: Identifier<S>, _ classes: Set<RetentionClass>, clearing: ClearedPayloads? = nil,
        keeping: [Identifier<Event<S>>] = [], at moment: Instant
    ) {
        self.init(
            at: moment, stream: S.stream, subject: subject.description, classes: classes,
            clearing: clearing ?? Custody.clearing(classes), keeping: Set(keeping.map(\.description)))
    }

    /// Of one entry's own words alone, which stand on another's stream since two records were taken apart.
    public init<S: EventSubject>(
        of event: Identifier<Event<S>>, _ classes: Set<RetentionClass>, at moment: Instant
    ) {
        self.init(
            at: moment, stream: Self.oneEvent, subject: event.description, classes: classes,
            clearing: Custody.clearing(classes))
    }

    /// Stands for a stream where one entry is erased.
    static let oneEvent = "event"

    init(
        at moment: Instant, stream: String, subject: String, classes: Set<RetentionClass>, clearing: ClearedPayloads,
        keeping: Set<String> = []
    ) {
        at = moment
        self.stream = stream
        self.subject = subject
        self.classes = classes
        self.clearing = clearing
        self.keeping = keeping
    }

    var json: JSON {
        JSON.fields([
            "at": .text(at), "stream": .string(stream), "subject": .string(subject),
            "classes": .array(classes.map(\.rawValue).sorted().map(JSON.string)), "clear": .string(clearing.text),
            "keeping": keeping.isEmpty ? nil : .array(keeping.sorted().map(JSON.string)),
        ])
    }
}

extension Erasure {
    init(_ json: JSON) throws {
        at = try json.instant("at")
        stream = try json.string("stream")
        subject = try json.string("subject")
        classes = Set(try json.array("classes").compactMap { $0.string.flatMap(RetentionClass.init(rawValue:)) })
        clearing = ClearedPayloads(try json.string("clear"))
        keeping = Set(json["keeping"] == nil ? [] : try json.array("keeping").compactMap(\.string))
    }
}

/// What has been erased, in a file outside the store and its backups, so that a restored backup brings nothing back.
///
/// A line for each erasure, on the disk before anything is erased: its JSON, a space, and a code made with the master key
/// over it and the line before, so that an altered or missing line is noticed. Where it ends is marked in a file
/// beside it, so that a missing end is noticed too.
public struct ErasureRegister: Sendable {
    /// Where the file is; by default beside the key file, as `KEYFILE.erasures`.
    public let path: String
    private let keys: Keyring

    public init(path: String, keys: Keyring) {
        self.path = path
        self.keys = keys
    }

    public init(besideKeyFile keyFile: String, keys: Keyring) {
        self.init(path: keyFile + ".erasures", keys: keys)
    }

    /// Whether there is a register; there is none until something has been erased.
    public var exists: Bool { access(path, F_OK) == 0 }

    /// Every erasure, in order.
    /// - Throws: `Refusal` when the file cannot be read, or a line has been altered or taken out.
    public func erasures() throws -> [Erasure] { try lines()?.map(\.erasure) ?? [] }

    /// Every line, in order; nil where there is no register.
    func lines() throws -> [Line]? {
        guard exists else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DurableFile.refusal(path) }
        defer { close(descriptor) }
        return try read(descriptor)
    }

    /// Adds an erasure and waits until it is on the disk.
    /// - Throws: `Refusal` when the file cannot be written, has been altered, or its end is missing.
    public func append(_ erasure: Erasure) throws { try append([erasure]) }

    /// Adds several, all of them on the disk before it returns.
    public func append(_ erasures: [Erasure]) throws {
        let isNew = !exists
        guard try !isNew || marker() == nil else { throw endMissing }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DurableFile.refusal(path) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { throw DurableFile.refusal(path) }
        let lines = try read(descriptor)
        guard try marker()?.head.stands(in: lines) ?? true else { throw endMissing }
        // A last line that was being written when the machine stopped is written over: what it said was not yet done.
        guard ftruncate(descriptor, off_t(lines.last?.end ?? 0)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
            throw DurableFile.refusal(path)
        }
        var written = ""
        var last = lines.last?.code
        for erasure in erasures {
            let text = erasure.json.text
            let code = code(text, after: last)
            written += "\(text) \(code)\n"
            last = code
        }
        try DurableFile.write(Array(written.utf8), to: descriptor, path)
        try DurableFile.sync(descriptor, path)
        if isNew { try DurableFile.syncFolder(of: path) }
        if let last, let erasure = erasures.last {
            try mark(Marker(head: Head(count: lines.count + erasures.count, code: last), at: erasure.at))
        }
    }

    struct Line {
        let erasure: Erasure
        let code: String
        /// The place in the file after the line.
        let end: Int
    }

    private func read(_ descriptor: Int32) throws -> [Line] {
        let bytes = [UInt8](try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readToEnd() ?? Data())
        var lines: [Line] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: bytes[start..<end], as: UTF8.self)
            let parts = line.split(separator: " ")
            guard parts.count == 2, code(String(parts[0]), after: lines.last?.code) == parts[1],
                let json = try? JSON(parsing: String(parts[0])), let erasure = try? Erasure(json)
            else {
                throw Refusal(
                    "register.damaged",
                    "Line \(lines.count + 1) of the erasure register \(path) has been changed, or a line before it is "
                        + "gone. Put a sound copy of it back.")
            }
            lines.append(Line(erasure: erasure, code: String(parts[1]), end: end + 1))
            start = end + 1
        }
        return lines
    }

    private func code(_ text: String, after previous: String?) -> String {
        var transcript = Transcript("throughline erasure register 1")
        transcript.add(previous)
        transcript.add(text)
        return keys.erasureProof(transcript).hexadecimal
    }
}
