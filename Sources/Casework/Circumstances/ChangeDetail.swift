import Kernel

/// What is said to be so: a way to reach somebody, a code with its words, or a benefit they are on or off.
public struct ChangeDetail: Sendable, Equatable {
    /// One of the kind's codes; of a benefit, the code programmes use for it; of work, what the record of jobs says.
    public var code: String?
    /// Whether somebody is on a benefit.
    public var on: Bool?
    /// Hours a week, of caring and of volunteering.
    public var hours: Int?
    /// The address, number or e-mail address, or what was said in words; nil of a contact when there is none any longer.
    public var words: String?

    public init(code: String? = nil, on: Bool? = nil, hours: Int? = nil, words: String? = nil) {
        self.code = code
        self.on = on
        self.hours = hours
        self.words = words
    }

    /// `07700 900123`; `A child, 20 hours a week: “Her mother is ill.”`
    public func written(_ kind: ChangeKind, benefit: (String) -> String = { $0 }) -> String {
        if kind.isContact { return words ?? "None" }
        var parts: [String] = []
        if kind == .benefit, let code, let on { parts.append("\(on ? "On" : "Off") \(benefit(code))") }
        if let title = kind.meaning(of: code) { parts.append(title) }
        if let hours { parts.append("\(hours) \(hours == 1 ? "hour" : "hours") a week") }
        let said = parts.joined(separator: ", ")
        guard let words else { return said }
        return said.isEmpty ? "“\(words)”" : "\(said): “\(words)”"
    }
}

extension ChangeDetail {
    /// Whether there is a sealed part at all.
    func sealed(_ kind: ChangeKind) -> JSON? {
        let code = kind.sealsCode ? self.code : nil
        guard kind.isContact || code != nil || words != nil else { return nil }
        return .fields(["code": code.map { .string($0) }, "words": words.map { .string($0) }])
    }
}

/// A detail as a reader meets it: its clear codes always, the rest while there is a key.
public struct HeldDetail: Sendable, Equatable {
    public let open: ChangeDetail
    /// Whether something was said that can no longer be read, or is not for this reader.
    public let isShut: Bool

    public init(_ detail: ChangeDetail, isShut: Bool = false) {
        open = detail
        self.isShut = isShut
    }

    /// What is left of it when its key is gone.
    func shut(_ kind: ChangeKind) -> HeldDetail {
        let clear = ChangeDetail(code: kind.sealsCode ? nil : open.code, on: open.on, hours: open.hours)
        return HeldDetail(clear, isShut: isShut || open.sealed(kind) != nil)
    }

    /// All of it; nil when part of it is shut.
    public var value: ChangeDetail? { isShut ? nil : open }
}
