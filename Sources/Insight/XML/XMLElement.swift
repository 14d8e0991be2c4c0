/// An element of XML: its name, its attributes in the order in which they stand, and the elements in it. Character data is not
/// kept, as event logs have none.
public struct XMLElement: Sendable, Equatable {
    /// A name and its value.
    public struct Attribute: Sendable, Equatable {
        /// As it is written, with its prefix.
        public let name: String
        /// With references resolved.
        public let value: String

        /// - Parameters:
        ///   - name: as it is written, with its prefix.
        ///   - value: with references resolved.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// As it is written, with its prefix.
    public let name: String
    /// In the order of the file.
    public var attributes: [Attribute]
    /// The elements in it, in order; text between them is not kept.
    public var children: [XMLElement]

    /// - Parameters:
    ///   - name: as it is written, with its prefix.
    ///   - attributes: in the order of the file.
    ///   - children: the elements in it, in order.
    public init(_ name: String, _ attributes: [Attribute] = [], _ children: [XMLElement] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// The value of the attribute of that name; nil when there is none.
    public subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// Writes it a tag a line, indented by two spaces, so that one value has one form.
    func write(to out: inout [UInt8], depth: Int) {
        out += repeatElement(UInt8(ascii: " "), count: depth * 2)
        writeTag(to: &out)
        guard !children.isEmpty else {
            out += "/>\n".utf8
            return
        }
        out += ">\n".utf8
        for child in children { child.write(to: &out, depth: depth + 1) }
        out += repeatElement(UInt8(ascii: " "), count: depth * 2)
        out += "</\(name)>\n".utf8
    }

    /// The opening tag but for its end.
    func writeTag(to out: inout [UInt8]) {
        out.append(UInt8(ascii: "<"))
        out += name.utf8
        for attribute in attributes {
            out.append(UInt8(ascii: " "))
            out += attribute.name.utf8
            out += "=\"".utf8
            Self.write(attribute.value, to: &out)
            out.append(UInt8(ascii: "\""))
        }
    }

    /// White space other than a space is written by number, as a reader would make a space of it (XML 1.0 §3.3.3).
    static func write(_ value: String, to out: inout [UInt8]) {
        guard !value.utf8.allSatisfy(isPlain) else {
            out += value.utf8
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;".utf8
            case "<": out += "&lt;".utf8
            case ">": out += "&gt;".utf8
            case "\"": out += "&quot;".utf8
            case "\t": out += "&#9;".utf8
            case "\n": out += "&#10;".utf8
            case "\r": out += "&#13;".utf8
            // What XML has no way to write (XML 1.0 §2.2).
            case "\u{0}"..<" ", "\u{FFFE}"..."\u{FFFF}": out.append(UInt8(ascii: "?"))
            default: out += scalar.utf8
            }
        }
    }

    /// Whether a byte is always written as it is, as nearly all are; some characters from U+F000 to U+FFFF are not.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF: false
        default: true
        }
    }
}
