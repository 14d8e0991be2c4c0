import Casework
import Kernel

/// Folded cases that are likely to be asked for again. What it holds may be behind the stream; it is never ahead of it.
final class CaseCache: Sendable {
    private let limit: Int
    private let files = Locked<[Identifier<CaseFile>: CaseFile]>([:])

    init(limit: Int) { self.limit = limit }

    func file(_ id: Identifier<CaseFile>) -> CaseFile? { files.with { $0[id] } }

    /// Forgets a file, as when something of it was erased.
    func forget(_ id: Identifier<CaseFile>) { files.with { $0[id] = nil } }

    /// Keeps a file unless a later one is kept. When it is full a file chosen by its place in the table makes room.
    func keep(_ file: CaseFile) {
        files.with { files in
            if let held = files[file.id], held.sequence >= file.sequence { return }
            if files.count >= limit, files[file.id] == nil, let evicted = files.keys.first { files[evicted] = nil }
            files[file.id] = file
        }
    }
}
