import Yams

/// A piece of a programme file: words, a list or named fields, each with its line.
///
/// Every scalar stays text. YAML's own guesses (`no` for false, `012` for ten) never reach a rule.
struct YAMLText {
    enum Content {
        case words(String)
        case list([YAMLText])
        case fields([Field])
    }

    struct Field {
        let name: String
        let line: Int
        let value: YAMLText
    }

    let line: Int
    let content: Content
}

extension YAMLText {
    static let largest = 1_000_000
    static let deepest = 24

    /// Reads one document.
    /// - Throws: `ProgrammeFault` with one problem: what follows a fault of this kind cannot be trusted to mean anything.
    static func read(_ text: String, file: String) throws(ProgrammeFault) -> YAMLText {
        func fault(_ line: Int?, _ sentence: String) -> ProgrammeFault {
            ProgrammeFault(file: file, problems: [.init(line: line, sentence: sentence)])
        }
        guard text.utf8.count <= largest else {
            throw fault(nil, "The file is over 1 MB. A programme takes a few pages: check that this is the right file.")
        }
        if let line = AnchorScan.firstLine(in: text) { throw fault(line, AnchorScan.sentence) }
        do {
            let parser = try Parser(yaml: text)
            // An anchor is held weakly by its node: it must outlive the walk that looks for it.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else {
                    throw fault(1, "The file is empty. Begin it with “programme:” and a name.")
                }
                return try tree(root, depth: 0, fault)
            }
        } catch let problem as ProgrammeFault {
            throw problem
        } catch {
            let (line, sentence) = YAMLFault.explain(error, in: text)
            throw fault(line, sentence)
        }
    }

    private static func tree(
        _ node: Node, depth: Int, _ fault: (Int?, String) -> ProgrammeFault
    ) throws -> YAMLText {
        let line = node.mark?.line ?? 1
        guard node.anchor == nil else { throw fault(line, AnchorScan.sentence) }
        guard depth <= deepest else {
            throw fault(line, "This is nested more than \(deepest) deep. Write it flatter.")
        }
        switch node {
        case .scalar(let scalar): return YAMLText(line: line, content: .words(scalar.string))
        case .sequence(let sequence):
            return YAMLText(line: line, content: .list(try sequence.map { try tree($0, depth: depth + 1, fault) }))
        case .mapping(let mapping):
            let fields = try mapping.map { key, value in
                guard let name = key.scalar?.string else {
                    throw fault(
                        key.mark?.line ?? line, "A name before “:” must be plain words. Write it without brackets.")
                }
                return Field(
                    name: name, line: key.mark?.line ?? line, value: try tree(value, depth: depth + 1, fault))
            }
            return YAMLText(line: line, content: .fields(fields))
        case .alias: throw fault(line, AnchorScan.sentence)
        }
    }
}

/// Finds YAML anchors and aliases before the file is composed, since a few lines of them can stand for billions.
enum AnchorScan {
    static let sentence =
        "Anchors and aliases (a word after & or *) are not read. Write the value out in full; if it is text, put it in quotes."

    /// The line of the first `&name` or `*name` that stands where a value or a name begins.
    static func firstLine(in text: String) -> Int? {
        var line = 1
        var opens = true  // whether a value may begin here
        var quote: UInt8?
        var comment = false
        var before: UInt8 = 0x0A
        var sigil = false
        for byte in text.utf8 {
            defer { before = byte }
            if byte == UInt8(ascii: "\n") {
                line += 1
                comment = false
                sigil = false
                if quote == nil { opens = true }
                continue
            }
            if comment { continue }
            if let open = quote {
                if byte == open, before != UInt8(ascii: "\\") || open == UInt8(ascii: "'") { quote = nil }
                continue
            }
            if sigil { if byte > 0x20 { return line } else { sigil = false } }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: "#") where before <= 0x20: comment = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if opens { quote = byte }
                opens = false
            case UInt8(ascii: "&"), UInt8(ascii: "*"):
                if opens { sigil = true }
                opens = false
            case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"):
                opens = true
            case UInt8(ascii: "-"): break
            default: opens = false
            }
        }
        return nil
    }
}
