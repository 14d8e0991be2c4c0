/// A page read back, strictly: a tag left open, an attribute without quotes or a reference that is not known is a failure.
///
/// It reads what the HTML builder writes, and drawings, not the HTML of the world.
struct HTMLPage: Sendable {
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    let root: HTMLNode

    init(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault(description: "not UTF-8") }
        try self.init(text)
    }

    init(_ text: String) throws {
        var parser = Parser(rest: Substring(text).unicodeScalars)
        root = HTMLNode(name: "", attributes: [:], children: try parser.children(of: ""))
        guard parser.rest.isEmpty else { throw Fault(description: "a closing tag too many: \(parser.rest.prefix(40))") }
    }

    private struct Parser {
        var rest: Substring.UnicodeScalarView

        mutating func children(of parent: String) throws -> [HTMLNode.Child] {
            var children: [HTMLNode.Child] = []
            while !rest.isEmpty, !rest.starts(with: "</".unicodeScalars) {
                if rest.starts(with: "<!DOCTYPE html>".unicodeScalars) {
                    rest = rest.dropFirst("<!DOCTYPE html>".count)
                } else if rest.first == "<" {
                    children.append(.node(try node()))
                } else {
                    // A parser drops one line feed that stands first in these two.
                    if parent == "textarea" || parent == "pre", children.isEmpty, rest.first == "\n" {
                        rest.removeFirst()
                    }
                    children.append(.text(try text(until: { $0 == "<" })))
                }
            }
            return children
        }

        mutating func node() throws -> HTMLNode {
            try expect("<")
            let name = take { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII }) else {
                throw Fault(description: "not a tag: <\(rest.prefix(40))")
            }
            var attributes: [String: String] = [:]
            while rest.first == " " {
                rest.removeFirst()
                let attribute = take { $0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0) }
                var value = ""
                if rest.first == "=" {
                    try expect("=\"")
                    value = try text(until: { $0 == "\"" })
                    try expect("\"")
                }
                guard !attribute.isEmpty, attributes.updateValue(value, forKey: attribute) == nil else {
                    throw Fault(description: "attribute “\(attribute)” of <\(name)> is missing or twice")
                }
            }
            // In a drawing, what holds nothing closes itself.
            if ["path", "rect"].contains(name), rest.first == "/" {
                try expect("/>")
                return HTMLNode(name: name, attributes: attributes, children: [])
            }
            try expect(">")
            if ["br", "hr", "img", "input", "link", "meta", "col"].contains(name) {
                return HTMLNode(name: name, attributes: attributes, children: [])
            }
            let children = try children(of: name)
            try expect("</\(name)>")
            return HTMLNode(name: name, attributes: attributes, children: children)
        }

        mutating func expect(_ text: String) throws {
            guard rest.starts(with: text.unicodeScalars) else {
                throw Fault(description: "expected \(text) before \(String(rest.prefix(60)))")
            }
            rest = rest.dropFirst(text.unicodeScalars.count)
        }

        mutating func take(while wanted: (Unicode.Scalar) -> Bool) -> String {
            let found = rest.prefix(while: wanted)
            rest = rest.dropFirst(found.count)
            return String(found)
        }

        mutating func text(until end: (Unicode.Scalar) -> Bool) throws -> String {
            var text = String.UnicodeScalarView()
            while let next = rest.first, !end(next) {
                rest.removeFirst()
                guard next == "&" else {
                    text.append(next)
                    continue
                }
                let name = take { $0 != ";" }
                try expect(";")
                let known: [String: Unicode.Scalar] = [
                    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#13": "\r",
                ]
                guard let scalar = known[name] else {
                    throw Fault(description: "unknown reference &\(name.prefix(20));")
                }
                text.append(scalar)
            }
            return String(text)
        }
    }
}

/// One element of a page.
struct HTMLNode: Sendable {
    enum Child: Sendable {
        case node(HTMLNode)
        case text(String)
    }

    let name: String
    let attributes: [String: String]
    let children: [Child]

    subscript(_ attribute: String) -> String? { attributes[attribute] }

    /// All the words in it, as they stand.
    var text: String {
        children.map { child in
            switch child {
            case .text(let text): text
            case .node(let node): node.text
            }
        }.joined()
    }

    /// Every element in it of a name, in the order of the page; every element when no name is given.
    func all(_ name: String? = nil) -> [HTMLNode] {
        children.flatMap { child -> [HTMLNode] in
            guard case .node(let node) = child else { return [] }
            return (name == nil || node.name == name ? [node] : []) + node.all(name)
        }
    }

    func first(_ name: String? = nil, where wanted: (HTMLNode) -> Bool = { _ in true }) -> HTMLNode? {
        all(name).first(where: wanted)
    }

    func element(id: String) -> HTMLNode? { first { $0["id"] == id } }
    func has(class wanted: String) -> Bool { self["class"]?.split(separator: " ").contains(Substring(wanted)) ?? false }
}
