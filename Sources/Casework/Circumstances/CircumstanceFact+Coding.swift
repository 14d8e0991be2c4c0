public import Kernel

extension CircumstanceFact: FactCoding {
    public var kind: String {
        switch self {
        case .benefitStated: "circumstance.benefitStated"
        case .reported: "circumstance.reported"
        case .acknowledged: "circumstance.acknowledged"
        case .applied: "circumstance.applied"
        case .disputed: "circumstance.disputed"
        case .resolved: "circumstance.resolved"
        case .withdrawn: "circumstance.withdrawn"
        case .contactFailed: "circumstance.contactFailed"
        case .contactsConfirmed: "circumstance.contactsConfirmed"
        case .callerChecked: "circumstance.callerChecked"
        }
    }
    public var version: Int { 1 }

    public var occurred: Occurrence? {
        switch self {
        case .benefitStated(let statement): .day(statement.from)
        default: nil
        }
    }

    public var clear: JSON {
        switch self {
        case .benefitStated(let statement): statement.clear
        case .reported(let id, let terms, let detail, let told):
            .fields([
                "change": .text(id), "of": .string(terms.kind.rawValue), "from": .text(terms.from),
                "until": terms.until.map { .text($0) }, "certainty": .string(terms.certainty.rawValue),
                "source": .string(terms.source.rawValue), "route": .string(terms.route.rawValue),
                "basis": .string(terms.basis.rawValue), "detail": detail.clear(terms.kind), "told": .identifiers(told),
            ])
        case .acknowledged(let id, let kind), .applied(let id, let kind):
            ["change": .text(id), "of": .string(kind.rawValue)]
        case .disputed(let id, let kind, let dispute, let other, _):
            .fields([
                "change": .text(id), "of": .string(kind.rawValue), "dispute": .text(dispute),
                "other": other?.clear(kind),
            ])
        case .resolved(let id, let kind, let stands, let told, _):
            .fields([
                "change": .text(id), "of": .string(kind.rawValue), "stands": .string(stands.code),
                "dispute": stands.dispute.map { .text($0) }, "told": .identifiers(told),
            ])
        case .withdrawn(let event, let kind, let told, _):
            ["withdraws": .text(event), "of": .string(kind.rawValue), "told": .identifiers(told)]
        case .contactFailed(let kind, let reason, let told):
            .fields([
                "of": .string(kind.rawValue), "reason": .string(reason.rawValue), "told": told.map { .text($0) },
            ])
        case .contactsConfirmed(let kinds): ["of": .strings(kinds.map(\.rawValue))]
        case .callerChecked(let caller, let questions, let passed):
            [
                "caller": .string(caller.rawValue), "asked": .strings(questions.map(\.rawValue)),
                "passed": .bool(passed),
            ]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .benefitStated, .acknowledged, .applied, .contactFailed, .contactsConfirmed, .callerChecked: nil
        case .reported(_, let terms, let detail, _):
            detail.value?.sealed(terms.kind).map { SealedPart(terms.kind.retention, $0) }
        case .disputed(_, let kind, _, let other, let why):
            why.value.map { words in
                SealedPart(
                    kind.retention,
                    .fields(["why": .string(words.text), "other": other?.value?.sealed(kind)]))
            }
        case .resolved(_, let kind, _, _, let why): why.part(kind.retention)
        case .withdrawn(_, let kind, _, let why): why.part(kind.retention)
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        switch (kind, version) {
        case ("circumstance.benefitStated", 1): self = .benefitStated(try BenefitStatement(clear))
        case ("circumstance.reported", 1):
            let of: ChangeKind = try clear.coded("of")
            self = .reported(
                try clear.identifier("change"),
                ReportedChange.Terms(
                    kind: of, from: try clear.day("from"), until: try clear.optional("until", JSON.day),
                    certainty: try clear.coded("certainty"), source: try clear.coded("source"),
                    route: try clear.coded("route"), basis: try clear.coded("basis")),
                try HeldDetail(clear["detail"], sealed: sealed, of), told: try clear.identifiers("told"))
        case ("circumstance.acknowledged", 1):
            self = .acknowledged(try clear.identifier("change"), try clear.coded("of"))
        case ("circumstance.applied", 1): self = .applied(try clear.identifier("change"), try clear.coded("of"))
        case ("circumstance.disputed", 1):
            let of: ChangeKind = try clear.coded("of")
            self = .disputed(
                try clear.identifier("change"), of, try clear.identifier("dispute"),
                other: try clear["other"].map { try HeldDetail($0, sealed: sealed?["other"], of) },
                try sealed.opened { Words(try $0.string("why")) })
        case ("circumstance.resolved", 1):
            self = .resolved(
                try clear.identifier("change"), try clear.coded("of"), try ReportedChange.Standing(clear),
                told: try clear.identifiers("told"), try Sealed(sealed))
        case ("circumstance.withdrawn", 1):
            self = .withdrawn(
                try clear.identifier("withdraws"), try clear.coded("of"), told: try clear.identifiers("told"),
                try Sealed(sealed))
        case ("circumstance.contactFailed", 1):
            self = .contactFailed(
                try clear.coded("of"), try clear.coded("reason"), told: try clear.optional("told", JSON.identifier))
        case ("circumstance.contactsConfirmed", 1):
            self = .contactsConfirmed(
                try clear.strings("of").map { code in
                    guard let kind = ChangeKind(rawValue: code) else {
                        throw JSONFault("a contact is confirmed that this program does not know: \(code)")
                    }
                    return kind
                })
        case ("circumstance.callerChecked", 1):
            self = .callerChecked(
                try clear.coded("caller"),
                try clear.strings("asked").map { code in
                    guard let question = CallerCheck.Question(rawValue: code) else {
                        throw JSONFault("a caller check asks what this program does not know: \(code)")
                    }
                    return question
                }, passed: try clear.bool("passed"))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

extension BenefitStatement {
    fileprivate var clear: JSON {
        .fields([
            "benefit": .string(benefit), "on": .bool(on), "from": .text(from), "until": until.map { .text($0) },
            "certainty": .string(certainty.rawValue), "source": .string(source.rawValue),
            "change": change.map { .text($0) },
        ])
    }

    fileprivate init(_ clear: JSON) throws {
        self.init(
            benefit: try clear.string("benefit"), on: try clear.bool("on"), from: try clear.day("from"),
            until: try clear.optional("until", JSON.day), certainty: try clear.coded("certainty"),
            source: try clear.coded("source"), change: try clear.optional("change", JSON.identifier))
    }
}

extension HeldDetail {
    /// Codes, and whether there is more that is closed.
    fileprivate func clear(_ kind: ChangeKind) -> JSON {
        .fields([
            "code": kind.sealsCode ? nil : open.code.map { .string($0) }, "on": open.on.map { .bool($0) },
            "hours": open.hours.map { .int($0) },
            "sealed": isShut || open.sealed(kind) != nil ? .bool(true) : nil,
        ])
    }

    fileprivate init(_ clear: JSON?, sealed: JSON?, _ kind: ChangeKind) throws {
        let clear = clear ?? .object([])
        self.init(
            ChangeDetail(
                code: try sealed?.optional("code", JSON.string) ?? clear.optional("code", JSON.string),
                on: clear["on"]?.bool, hours: clear["hours"]?.int, words: try sealed?.optional("words", JSON.string)),
            isShut: clear["sealed"]?.bool == true && sealed == nil)
    }
}

extension ReportedChange.Standing {
    fileprivate var code: String {
        switch self {
        case .reported: "reported"
        case .dispute: "dispute"
        case .before: "before"
        }
    }

    fileprivate var dispute: Identifier<ReportedChange.Dispute>? {
        if case .dispute(let id) = self { id } else { nil }
    }

    fileprivate init(_ clear: JSON) throws {
        switch try clear.string("stands") {
        case "reported": self = .reported
        case "dispute": self = .dispute(try clear.identifier("dispute"))
        case "before": self = .before
        case let code: throw JSONFault("no version of a change is called “\(code)”")
        }
    }
}

extension JSON {
    fileprivate static func identifiers<Named>(_ list: [Identifier<Named>]) -> JSON { .array(list.map { .text($0) }) }

    fileprivate func identifiers<Named>(_ name: String) throws -> [Identifier<Named>] {
        try strings(name).map { try Identifier($0) }
    }
}
