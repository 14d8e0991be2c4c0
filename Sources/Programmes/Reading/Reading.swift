import Casework
import Kernel

/// Gathers every problem of one file while it is read.
///
/// Where something cannot be read a stand-in is returned and the problem kept, so that the rest is read as well. A file
/// with any problem yields no programme: a stand-in never leaves the reader.
final class Reading {
    private(set) var problems: [ProgrammeFault.Problem] = []

    /// Reads a whole file: every problem found, or what it holds. A fault of the YAML itself is the only one given, since
    /// nothing after it can be trusted.
    static func whole<Value>(
        _ text: String, file: String, _ owner: String, _ read: (Fields) -> Value
    ) throws(ProgrammeFault) -> Value {
        let tree = try YAMLText.read(text, file: file)
        let reading = Reading()
        let fields = Fields(tree, owner, reading)
        let value = read(fields)
        fields.finish()
        guard reading.problems.isEmpty else {
            // Sorted stably: problems of one line stay in the order they were met.
            let sorted = reading.problems.enumerated().sorted {
                ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
            }
            throw ProgrammeFault(file: file, problems: sorted.map(\.element))
        }
        return value
    }

    func problem(_ line: Int, _ sentence: String) {
        problems.append(ProgrammeFault.Problem(line: line, sentence: sentence))
    }

    func attempt<Value>(_ line: Int, or standIn: Value, _ read: () throws(Refusal) -> Value) -> Value {
        do {
            return try read()
        } catch {
            problem(line, error.sentence)
            return standIn
        }
    }
}

/// How far the figures of one part of a file can be trusted, unless a figure says otherwise itself.
struct Trust {
    var status: FigureStatus?
    var source: String?
}

/// The named fields of one part of a file. Each is asked for once by name; what nobody asked for is a mistake.
final class Fields {
    let line: Int
    let reading: Reading
    /// What these fields belong to, for a sentence: `group 2`.
    let owner: String
    private(set) var trust: Trust
    private var fields: [String: YAMLText.Field] = [:]
    private var asked: [String] = []

    init(_ text: YAMLText, _ owner: String, _ reading: Reading, trust: Trust = Trust()) {
        self.line = text.line
        self.reading = reading
        self.owner = owner
        self.trust = trust
        switch text.content {
        case .fields(let found): for field in found { fields[field.name] = field }
        case .words, .list:
            reading.problem(
                text.line, "There should be “name: value” lines for \(owner) here. Write them indented below it.")
        }
        if fields["status"] != nil { self.trust.status = choice("status", FigureStatus.self, or: .ours) }
        if fields["source"] != nil { self.trust.source = words("source") }
    }

    /// The names given, in no order, for parts whose names are free.
    var names: [String] { fields.values.sorted { $0.line < $1.line }.map(\.name) }

    func has(_ name: String) -> Bool { fields[name] != nil }
    func line(of name: String) -> Int { fields[name]?.line ?? line }

    func optional(_ name: String) -> YAMLText? {
        if !asked.contains(name) { asked.append(name) }
        return fields[name]?.value
    }

    func required(_ name: String) -> YAMLText? {
        let found = optional(name)
        if found == nil {
            reading.problem(line, "\(owner.capitalisedFirst) has no “\(name)”. Add a line “\(name): …”.")
        }
        return found
    }

    /// Reports every field that nobody asked for.
    func finish() {
        for field in fields.values.sorted(by: { $0.line < $1.line }) where !asked.contains(field.name) {
            let near = asked.filter { Fields.near($0, field.name) }.sorted().first
            let hint =
                near.map { "Did you mean “\($0)”?" }
                ?? "Use one of: \(asked.sorted().joined(separator: ", "))."
            reading.problem(field.line, "“\(field.name.prefix(40))” means nothing in \(owner). \(hint)")
        }
    }

    /// One letter changed, added or left out, or the same letters with - for _.
    static func near(_ known: String, _ written: String) -> Bool {
        let (left, right) = (Array(known.utf8), Array(written.utf8.map { $0 == 0x2D ? 0x5F : $0 }))
        guard abs(left.count - right.count) <= 1 else { return false }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let rest = min(left.count, right.count) - start
        let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return max(left.count, right.count) - start - min(end, rest) <= 1
    }
}
