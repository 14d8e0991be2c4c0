extension XMLScanner {
    /// Reads the outermost element, which has to be <log>. Where it has a prefix, so has every element of the log.
    /// - Returns: the prefixes that it binds to something else than XES; the empty one stands for no prefix.
    /// - Throws: `LogFault` for another, and for a prefix that is not bound to XES.
    mutating func openLog() throws -> Set<String> {
        // What comes first opens an element, or is a fault.
        _ = try next()
        let foreign = try Set(bound().filter { $0.value }.keys)
        if isNamed("log") { return foreign }
        let written = text(name).split(separator: ":", omittingEmptySubsequences: false)
        guard written.count == 2, written[1] == "log" else {
            throw fault("The outermost element is not <log>, so this is not an event log in XES.")
        }
        let prefix = written[0].prefix(40)
        for attribute in attributes where text(attribute.name) == "xmlns:\(written[0])" {
            guard try text(attribute).hasPrefix(Self.xes) else { break }
            expect(prefix: written[0])
            return foreign
        }
        throw fault(
            "The outermost element is <\(prefix):log>, and the prefix “\(prefix)” is not bound to XES. Write xmlns:\(prefix)=\"http://www.xes-standard.org/\" in it.",
            at: name.lowerBound)
    }

    /// OCEL in XML has `<log>` for its outermost element too, and would be read as a log of nobody.
    /// - Throws: `LogFault` for an element of the log that OCEL has and XES has not.
    func requireNoOCEL() throws {
        guard name.count >= 6 else { return }
        guard isNamed("events") || isNamed("objects") || isNamed("event-types") || isNamed("object-types") else {
            return
        }
        throw fault(
            "<\(text(name))> stands in this <log>, so it looks like OCEL in XML, which is not read. Write it as OCEL 2.0 in JSON.",
            at: name.lowerBound)
    }

    /// A trace with another prefix than the log's would be passed over, and a log of nothing else be read as one of nobody.
    /// - Parameter foreign: the prefixes that the log binds to something else than XES.
    /// - Throws: `LogFault` for an element of the log that is called a trace under a prefix that may well be XES.
    func requireNoOtherTrace(_ foreign: Set<String>) throws {
        guard !isNamed("trace") else { return }
        let written = text(name).split(separator: ":", omittingEmptySubsequences: false)
        guard written.last == "trace" else { return }
        let prefix = written.dropLast().joined(separator: ":")
        guard try !(bound()[prefix] ?? foreign.contains(prefix)) else { return }
        throw fault(
            "<\(text(name).prefix(40))> does not begin as the outermost element does, so it would be passed over. Give both the same prefix, or none; if it is no trace of XES, bind its prefix to what it is of.",
            at: name.lowerBound)
    }

    /// What the element of the last token binds prefixes to, the empty one standing for no prefix: whether that is
    /// something else than XES.
    private func bound() throws -> [String: Bool] {
        var bound: [String: Bool] = [:]
        for attribute in attributes {
            let written = text(attribute.name).split(separator: ":", maxSplits: 1)
            guard written.first == "xmlns" else { continue }
            let address = try text(attribute)
            bound[written.count > 1 ? String(written[1]) : ""] = !address.isEmpty && !address.hasPrefix(Self.xes)
        }
        return bound
    }

    private static var xes: String { "http://www.xes-standard.org" }
}
