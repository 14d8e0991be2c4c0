import Casework
public import Kernel

/// A file that came with a form.
public struct FormFile: Sendable, Equatable {
    /// The field it was chosen in.
    public let name: String
    public let content: [UInt8]

    public init(name: String, content: [UInt8]) {
        self.name = name
        self.content = content
    }
}

extension FormFields {
    /// Reads `multipart/form-data` (RFC 7578): what a browser sends when a form has a file in it. What a file was called
    /// is not kept: names tell who people are, and what a document is its content says.
    /// - Parameter boundary: from the type of the body, without its dashes.
    /// - Throws: `form.unreadable` for a body that does not end, a part with no name, or text that is not UTF-8;
    ///   `form.too-many-fields`.
    public init(multipart bytes: [UInt8], boundary: String) throws(Refusal) {
        self.init()
        let mark = Array("\r\n--\(boundary)".utf8)
        // The first boundary stands at the very beginning, as after an empty line.
        let body = [0x0D, 0x0A] + bytes
        guard var start = body.place(of: mark, from: 0) else { throw Self.unreadable }
        while true {
            start += mark.count
            if body[start...].starts(with: Array("--".utf8)) { return }
            guard body[start...].starts(with: [0x0D, 0x0A]),
                let end = body.place(of: mark, from: start),
                let head = body.place(of: Array("\r\n\r\n".utf8), from: start),
                head + 4 <= end
            else { throw Self.unreadable }
            try add(head: body[start..<head], content: body[(head + 4)..<end])
            start = end
        }
    }

    private mutating func add(head: ArraySlice<UInt8>, content: ArraySlice<UInt8>) throws(Refusal) {
        guard all.count + files.count < Self.limit else { throw Self.tooMany }
        guard let text = String(validating: head, as: UTF8.self),
            let line = text.split(separator: "\r\n").first(where: {
                $0.lowercased().hasPrefix("content-disposition:")
            }), let name = Self.parameter("name", in: line)
        else { throw Self.unreadable }
        if Self.parameter("filename", in: line) != nil {
            // An empty field of a file is sent as an empty file.
            if !content.isEmpty { add(FormFile(name: name, content: Array(content))) }
        } else {
            guard let value = String(validating: content, as: UTF8.self) else { throw Self.unreadable }
            add(Field(name: name, value: value))
        }
    }

    /// `name="photo"`, as browsers write it: quotes and line ends in it are escaped (WHATWG HTML §4.10.22.8).
    private static func parameter(_ name: String, in line: some StringProtocol) -> String? {
        for part in line.split(separator: ";").dropFirst() {
            let trimmed = String(part).trimmed
            guard trimmed.lowercased().hasPrefix("\(name)=\""), trimmed.hasSuffix("\""), trimmed.count >= name.count + 3
            else { continue }
            return String(trimmed.dropFirst(name.count + 2).dropLast())
        }
        return nil
    }
}

extension [UInt8] {
    /// Where some bytes stand next; nil when they do not.
    fileprivate func place(of mark: [UInt8], from start: Int) -> Int? {
        guard let first = mark.first else { return nil }
        var place = start
        while place + mark.count <= count {
            guard let next = self[place...(count - mark.count)].firstIndex(of: first) else { return nil }
            if self[next..<(next + mark.count)].elementsEqual(mark) { return next }
            place = next + 1
        }
        return nil
    }
}
