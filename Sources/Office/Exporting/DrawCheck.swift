import Casework
public import Kernel

/// Makes the draws of a published register again with the keys of its periods, and says which do not agree.
public struct DrawCheck: Sendable, Equatable {
    public private(set) var areas = 0
    /// Draws that were made again.
    public private(set) var checked = 0
    /// Draws of periods whose key is not at hand.
    public private(set) var unchecked = 0
    /// What does not agree, a sentence each.
    public private(set) var findings: [String] = []

    public var isSound: Bool { findings.isEmpty }

    /// - Parameters:
    ///   - lines: the register as `export draws` writes it, a JSON value a line.
    ///   - keys: keys of periods; each is known by its commitment. Those published in the register need not be given.
    /// - Throws: `Refusal` naming a line that is not one of a register.
    public init(lines: some Sequence<Substring>, keys: [DrawKey]) throws(Refusal) {
        let entries = try Self.read(lines)
        var known = Dictionary(keys.map { ($0.commitment, $0) }) { first, _ in first }
        for entry in entries {
            if case .keyPublished(_, let text) = entry.fact, let key = try? DrawKey(hexadecimal: text) {
                known[key.commitment] = key
            }
        }
        var register: [Identifier<Area>: Area] = [:]
        var drawn: Set<String> = []
        for entry in entries {
            var area = register[entry.area] ?? Area(id: entry.area)
            if entry.sequence != area.sequence + 1 {
                findings.append("Entry \(area.sequence + 1) of the area \(entry.area) is missing.")
            }
            check(entry, in: area, known, &drawn)
            area.apply(entry.event)
            register[entry.area] = area
        }
        areas = register.count
    }

    private mutating func check(_ entry: Entry, in area: Area, _ keys: [String: DrawKey], _ drawn: inout Set<String>) {
        switch entry.fact {
        case .keyCommitted(let period) where period.from < entry.on && area.draws > 0:
            findings.append("The key of the period \(period.id) was committed after the period began.")
        case .keyPublished(let id, let text):
            let period = area.periods.first { $0.id == id }
            if (try? DrawKey(hexadecimal: text))?.commitment != period?.commitment {
                findings.append("The key published for the period \(id) is not the one that was committed.")
            }
        case .drawn(let draw): check(draw, on: entry.on, in: area, keys, &drawn)
        default: break
        }
    }

    private mutating func check(
        _ draw: Draw, on day: CalendarDay, in area: Area, _ keys: [String: DrawKey], _ drawn: inout Set<String>
    ) {
        let name = "Draw \(draw.number) of the area \(area.opening?.name ?? area.id.description)"
        if draw.number != area.draws + 1 { findings.append("\(name) should be number \(area.draws + 1).") }
        if !drawn.insert("\(draw.programme) \(draw.token)").inserted {
            findings.append("\(name) is for a token that was drawn before.")
        }
        guard let period = area.period(on: day), period.id == draw.period else {
            findings.append("\(name) is not in a period that had a key on \(day.written).")
            return
        }
        let provider = draw.value.choose(from: area.shares(programme: draw.programme, group: draw.group, on: day))
        if provider != draw.provider {
            findings.append("\(name) went to another provider than its value and the shares choose.")
        }
        guard let key = keys[period.commitment] else {
            unchecked += 1
            return
        }
        checked += 1
        if key.value(programme: draw.programme, area: area.id, token: draw.token) != draw.value {
            findings.append("\(name) has a value that its key does not give.")
        }
    }
}

extension DrawCheck {
    private struct Entry {
        let area: Identifier<Area>
        let sequence: Int
        let on: CalendarDay
        let fact: AreaFact

        init(_ json: JSON) throws {
            area = try json.identifier("area")
            sequence = try json.int("sequence")
            on = try json.day("on")
            fact = try AreaFact(
                kind: try json.string("kind"), version: 1, clear: try json.required("entry", { $0 }), sealed: nil)
        }

        /// The entry as an event of its area, made by nobody that a register names.
        var event: Event<Area> {
            Event(
                id: Identifier(high: 0, low: UInt64(sequence)), subject: area, sequence: sequence, occurred: .day(on),
                recorded: Instant(utc: on),
                by: Author(
                    person: Identifier(high: 0, low: 0), organisation: Identifier(high: 0, low: 0), role: .system),
                fact: fact)
        }
    }

    private static func read(_ lines: some Sequence<Substring>) throws(Refusal) -> [Entry] {
        var entries: [Entry] = []
        for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            do {
                entries.append(try Entry(try JSON(parsing: String(line))))
            } catch {
                throw Refusal(
                    "register.unreadable",
                    "Line \(number + 1) is not an entry of a register of draws. Give the file that `throughline export "
                        + "draws` writes.")
            }
        }
        guard !entries.isEmpty else {
            throw Refusal("register.empty", "There is nothing in this register. Give the file that was published.")
        }
        return entries
    }
}
