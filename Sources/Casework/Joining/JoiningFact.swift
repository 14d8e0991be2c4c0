public import Kernel

/// What happens before somebody joins a programme by choice: sessions, what they are told, what they decide (C02).
public enum JoiningFact: Sendable, Equatable {
    case invited(Identifier<SessionInvitation>, SessionInvitation.Terms, Sealed<SessionGrounds>)
    /// The place is taken back, and how they are told.
    case uninvited(Identifier<SessionInvitation>, ToldOfHolder?)
    /// They say that they cannot go, and why where they choose to.
    case cannotGo(Identifier<SessionInvitation>, Sealed<Words>)
    case attended(Identifier<SessionInvitation>)
    case missed(Identifier<SessionInvitation>, Sealed<Words>)
    /// Whether they came was recorded by mistake: the event that is corrected, and what was wrong with it.
    case outcomeWithdrawn(Identifier<SessionInvitation>, Identifier<Event<CaseFile>>, Sealed<Words>)
    /// What joining changes for this person was said, and given in writing: a sheet, by its digest.
    case told(programme: String, sheet: String?, Sealed<JoiningTerms>)
    /// - `signed`: whether they signed that they understand.
    case decided(programme: String, JoiningAnswer, signed: Bool, Sealed<Words>)
}

/// What joining would mean for one person: the row of the programme's table, and the duties it leads to (D2). The row
/// tells of health and home, so it is sealed.
public struct JoiningTerms: Sendable, Equatable {
    /// `D-017`; nil for those of whom the table says nothing.
    public let row: String?
    /// The id of the duties after joining; nil where nothing is ever required.
    public let duties: String?

    public init(row: String?, duties: String?) {
        self.row = row
        self.duties = duties
    }

    var json: JSON { .fields(["row": row.map { .string($0) }, "duties": duties.map { .string($0) }]) }

    init(_ json: JSON) throws {
        row = try json.optional("row", JSON.string)
        duties = try json.optional("duties", JSON.string)
    }
}

/// What somebody says to joining.
public enum JoiningAnswer: String, Sendable, Hashable, CaseIterable {
    case joins, declines, undecided

    public var title: String {
        switch self {
        case .joins: "Joins"
        case .declines: "Does not join"
        case .undecided: "Wants more time"
        }
    }
}

extension JoiningFact {
    /// The organisations it speaks of.
    public var organisations: [Identifier<Organisation>] {
        if case .invited(_, let terms, _) = self { [terms.host] } else { [] }
    }

    /// The digest of the letter or the sheet that they were given.
    var document: String? {
        switch self {
        case .invited(_, let terms, _): terms.told?.digest
        case .uninvited(_, let told): told?.digest
        case .told(_, let sheet, _): sheet
        case .cannotGo, .attended, .missed, .outcomeWithdrawn, .decided: nil
        }
    }
}

extension JoiningFact: FactCoding {
    public var kind: String {
        switch self {
        case .invited: "joining.invited"
        case .uninvited: "joining.uninvited"
        case .cannotGo: "joining.cannotGo"
        case .attended: "joining.attended"
        case .missed: "joining.missed"
        case .outcomeWithdrawn: "joining.outcomeWithdrawn"
        case .told: "joining.told"
        case .decided: "joining.decided"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? { nil }

    public var clear: JSON {
        switch self {
        case .invited(let id, let terms, _): ["invitation": .text(id), "terms": terms.json]
        case .uninvited(let id, let told): .fields(["invitation": .text(id), "told": told?.json])
        case .attended(let id), .missed(let id, _), .cannotGo(let id, _): ["invitation": .text(id)]
        case .outcomeWithdrawn(let id, let event, _): ["invitation": .text(id), "corrects": .text(event)]
        case .told(let programme, let sheet, _):
            .fields(["programme": .string(programme), "sheet": sheet.map { .string($0) }])
        case .decided(let programme, let answer, let signed, _):
            ["programme": .string(programme), "answer": .string(answer.rawValue), "signed": .bool(signed)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .invited(_, _, let grounds): grounds.value.map { SealedPart(.support, $0.json) }
        case .told(_, _, let terms): terms.value.map { SealedPart(.support, $0.json) }
        case .missed(_, let words), .cannotGo(_, let words), .outcomeWithdrawn(_, _, let words),
            .decided(_, _, _, let words):
            words.part(.support)
        case .uninvited, .attended: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        func id() throws -> Identifier<SessionInvitation> { try clear.identifier("invitation") }
        switch (kind, version) {
        case ("joining.invited", 1):
            self = .invited(
                try id(), try SessionInvitation.Terms(clear["terms"] ?? .null), try sealed.opened(SessionGrounds.init))
        case ("joining.uninvited", 1): self = .uninvited(try id(), try clear["told"].map { try ToldOfHolder($0) })
        case ("joining.cannotGo", 1): self = .cannotGo(try id(), try Sealed(sealed))
        case ("joining.attended", 1): self = .attended(try id())
        case ("joining.missed", 1): self = .missed(try id(), try Sealed(sealed))
        case ("joining.outcomeWithdrawn", 1):
            self = .outcomeWithdrawn(try id(), try clear.identifier("corrects"), try Sealed(sealed))
        case ("joining.told", 1):
            self = .told(
                programme: try clear.string("programme"), sheet: try clear.optional("sheet", JSON.string),
                try sealed.opened(JoiningTerms.init))
        case ("joining.decided", 1):
            self = .decided(
                programme: try clear.string("programme"), try clear.coded("answer"), signed: try clear.bool("signed"),
                try Sealed(sealed))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
