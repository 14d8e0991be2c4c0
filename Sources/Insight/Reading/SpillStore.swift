/// Room outside memory for what does not fit in it: a temporary file, as a rule. The caller gives it; Insight opens nothing.
public protocol SpillStore: AnyObject {
    /// Puts bytes after all that stand there.
    /// - Returns: where they begin.
    func append(_ bytes: UnsafeRawBufferPointer) throws -> Int
    /// Fills a buffer with the bytes from a position on, all of which have been put there.
    func read(at position: Int, into buffer: UnsafeMutableRawBufferPointer) throws
}

/// Where in a store a run of values in order stands.
struct SpilledRun {
    /// In bytes.
    let start: Int
    let end: Int
    let count: Int
}
