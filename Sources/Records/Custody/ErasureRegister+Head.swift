import Foundation
import Kernel

extension ErasureRegister {
    /// Where a register ends: how many lines it has, and the code of the last, which stands for all before it.
    struct Head: Sendable, Equatable {
        let count: Int
        /// Nil of a register with nothing in it.
        let code: String?

        /// Whether a register is this one, whatever was added to it since.
        func stands(in lines: [Line]) -> Bool {
            count == 0 || (lines.count >= count && lines[count - 1].code == code)
        }

        var json: JSON { ["count": .int(count), "code": code.map { .string($0) } ?? .null] }
    }

    /// What the key's folder remembers of the register's end, and when that was erased.
    struct Marker: Sendable, Equatable {
        let head: Head
        let at: Instant
    }

    /// Beside the register, as `KEYFILE.erasures.head`.
    var markerPath: String { path + ".head" }

    /// Where the register ends; nil where there is none.
    func head() throws -> Head? { try lines().map { Head(count: $0.count, code: $0.last?.code) } }

    /// Nil where nothing marks the end: nothing has been erased, or the marker was not brought along.
    func marker() throws -> Marker? {
        guard access(markerPath, F_OK) == 0 else { return nil }
        guard let content = FileManager.default.contents(atPath: markerPath),
            let json = try? JSON(parsing: [UInt8](content)), let head = Head(json), let at = try? json.instant("at")
        else {
            throw Refusal(
                "register.damaged",
                "\(markerPath), which marks the end of the erasure register, cannot be read. Put a sound copy of it back."
            )
        }
        return Marker(head: head, at: at)
    }

    /// Marks the end, once the lines before it are on the disk.
    func mark(_ marker: Marker) throws {
        let partial = markerPath + ".partial"
        unlink(partial)
        let json: JSON = [
            "count": .int(marker.head.count), "code": marker.head.code.map { .string($0) } ?? .null,
            "at": .text(marker.at),
        ]
        try DurableFile.make(partial, holding: Array(json.text.utf8))
        guard rename(partial, markerPath) == 0 else { throw DurableFile.refusal(markerPath) }
        try DurableFile.syncFolder(of: markerPath)
    }

    /// What is to be erased again of a backup, once it is sure that nothing is missing.
    /// - Parameters:
    ///   - head: where the register ended when the backup was made; nil where the backup does not say.
    ///   - nothingErasedSince: whether whoever restores says so. It is not taken where something is known to have been.
    /// - Returns: nil where there is no register, and by their word none is needed.
    /// - Throws: `Refusal` when there is none, it is older than the backup or its end is missing; or it is damaged.
    func erasures(since head: Head?, made: Instant, nothingErasedSince: Bool) throws -> [Erasure]? {
        let lines = try lines()
        let marker = try marker()
        let known = [head, marker?.head].compactMap(\.self)
        if let lines, known.allSatisfy({ $0.stands(in: lines) }) { return lines.map(\.erasure) }
        let isKnownSince = marker.map { $0.at >= made } ?? false
        if nothingErasedSince, !isKnownSince { return lines?.map(\.erasure) }
        let what =
            lines == nil
            ? "There is no register of erasures at \(path)"
            : "The register of erasures at \(path) is older than it was, or its end is missing"
        let way =
            isKnownSince
            ? "Something has been erased since the backup of \(made.day.written), so nothing else will do."
            : "If nothing has been erased since the backup of \(made.day.written), say so with --no-erasures-since."
        throw Refusal(
            lines == nil ? "restore.no-register" : "restore.old-register",
            "\(what), so whoever was erased would come back, and nothing was restored. Put its newest copy there. \(way)"
        )
    }

    var endMissing: Refusal {
        Refusal(
            "register.cut",
            "The end of the erasure register \(path) is missing, so nothing was erased. Put its newest copy back, then do "
                + "it again.")
    }
}

extension ErasureRegister.Head {
    /// Nil of JSON that is no such thing.
    init?(_ json: JSON) {
        guard let count = json["count"]?.int, count >= 0 else { return nil }
        self.init(count: count, code: json["code"]?.string)
    }
}
