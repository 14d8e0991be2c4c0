import Kernel

/// Writes a JSON array an element a line, so that it is never all in memory.
final class JSONArrayWriter: Sendable {
    private let output: Output
    private let isEmpty = Locked(true)

    init(_ output: Output) { self.output = output }

    func add(_ element: JSON) throws {
        let isFirst = isEmpty.with { isEmpty in
            defer { isEmpty = false }
            return isEmpty
        }
        try output.line((isFirst ? "[" : ",") + element.text)
    }

    func end() throws { try output.line(isEmpty.with { $0 } ? "[]" : "]") }
}
