import Casework

/// Reading lists of parts, and parts that have been different at different times.
extension Fields {
    /// A list whose items are fields; empty when the name is not given.
    func items<Item>(_ name: String, _ each: String, _ read: (Fields) -> Item) -> [Item] {
        guard let text = optional(name) else { return [] }
        guard case .list(let items) = text.content else {
            reading.problem(text.line, "“\(name)” should be a list. Begin each item with “- ”.")
            return []
        }
        return items.map { part($0, each, read) }
    }

    /// One part under a name; nil when the name is not given.
    func part<Item>(_ name: String, _ read: (Fields) -> Item) -> Item? {
        optional(name).map { part($0, "“\(name)”", read) }
    }

    func part<Item>(_ text: YAMLText, _ owner: String, _ read: (Fields) -> Item) -> Item {
        let fields = Fields(text, owner, reading, trust: trust)
        defer { fields.finish() }
        return read(fields)
    }

    /// One part in force always, or a list of parts each with `from` and `until`.
    func dated<Item>(_ text: YAMLText, _ owner: String, _ read: (Fields) -> Item) -> Dated<Item> {
        let parts: [YAMLText] = if case .list(let list) = text.content { list } else { [text] }
        var entries: [Dated<Item>.Entry] = []
        for part in parts {
            self.part(part, owner) { fields in
                let range = fields.soundRange()
                if let range, let other = entries.first(where: { $0.range.overlaps(range) }) {
                    reading.problem(
                        part.line,
                        "These dates (\(range.written)) overlap others for \(owner) (\(other.range.written)). "
                            + "End one the day before the next begins.")
                }
                let item = read(fields)
                if let range { entries.append(Dated.Entry(range, item)) }
            }
        }
        return Dated(entries)
    }
}
