/// Writes an event log in XES (IEEE 1849-2016), a part at a time, always the same bytes for the same log.
public struct XESWriter {
    private let put: ([UInt8]) throws -> Void
    private var isEmpty = true
    private var open: [UInt8] = []
    private var name = "log"

    /// - Parameter put: takes the bytes as they are made.
    public init(_ put: @escaping ([UInt8]) throws -> Void) { self.put = put }

    /// Begins the log with the attributes of its outermost element.
    public mutating func begin(_ attributes: [XMLElement.Attribute]) { begin(XMLElement("log", attributes)) }

    /// Begins the log with its outermost element, whose name may have a prefix.
    public mutating func begin(_ log: XMLElement) {
        name = log.name
        open = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        log.writeTag(to: &open)
    }

    /// What stands next in the log: an extension, a default, a classifier, an attribute, a trace.
    public mutating func add(_ element: XMLElement) throws {
        var out = open
        if isEmpty { out += ">\n".utf8 }
        (isEmpty, open) = (false, [])
        element.write(to: &out, depth: 1)
        try put(out)
    }

    /// Closes the log; nothing can be added after it.
    public mutating func end() throws { try put(isEmpty ? open + Array("/>\n".utf8) : Array("</\(name)>\n".utf8)) }
}

/// Reads everything that a log in XES holds, an element of the log at a time; nothing is kept of one that was handed over.
public enum XESElements {
    /// - Parameters:
    ///   - source: the bytes of an XES file.
    ///   - begin: takes the outermost element, with nothing in it.
    ///   - each: takes each element in it, traces among them.
    /// - Throws: `LogFault` with the line, for what is not XML or no XES; and whatever the source or the closures throw.
    public static func read(
        _ source: any ByteReader, begin: (XMLElement) throws -> Void, each: (XMLElement) throws -> Void
    ) throws {
        var scanner = XMLScanner(source)
        let foreign = try scanner.openLog()
        try begin(XMLElement(scanner.text(scanner.name), try attributes(of: scanner)))
        var open: [XMLElement] = []
        func whole(_ element: XMLElement) throws {
            if open.isEmpty { try each(element) } else { open[open.count - 1].children.append(element) }
        }
        while true {
            switch try scanner.next() {
            case .end: return
            case .open:
                if open.isEmpty {
                    try scanner.requireNoOCEL()
                    try scanner.requireNoOtherTrace(foreign)
                }
                let element = XMLElement(scanner.text(scanner.name), try attributes(of: scanner))
                if scanner.isEmpty { try whole(element) } else { open.append(element) }
            case .close:
                // The last close is that of the log itself.
                if let element = open.popLast() { try whole(element) }
            }
        }
    }

    private static func attributes(of scanner: borrowing XMLScanner) throws -> [XMLElement.Attribute] {
        var attributes: [XMLElement.Attribute] = []
        for attribute in scanner.attributes {
            attributes.append(XMLElement.Attribute(scanner.text(attribute.name), try scanner.text(attribute)))
        }
        return attributes
    }
}
