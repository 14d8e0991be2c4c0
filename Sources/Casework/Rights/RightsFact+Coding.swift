public import Kernel

extension RightsFact: FactCoding {
    public var kind: String {
        switch self {
        case .requested: "rights.requested"
        case .reviewed: "rights.reviewed"
        case .released: "rights.released"
        case .corrected: "rights.corrected"
        case .refused: "rights.refused"
        case .stated: "rights.stated"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? {
        if case .requested(_, let asked, _) = self { .day(asked.on) } else { nil }
    }

    public var clear: JSON {
        switch self {
        case .requested(let id, let asked, _):
            .fields([
                "request": .text(id), "asks": .string(asked.kind.rawValue), "on": .text(asked.on),
                "how": .string(asked.how.rawValue), "about": asked.about.map { .text($0) },
            ])
        case .reviewed(let id, let decisions, _):
            ["request": .text(id), "texts": .array(decisions.map(\.json))]
        case .released(let id, let release):
            [
                "request": .text(id), "html": .string(release.html), "json": .string(release.json),
                "covered": .int(release.covered), "made": .text(release.made),
            ]
        case .corrected(let id, let event): ["request": .text(id), "by": .text(event)]
        case .refused(let id, let reason, _): ["request": .text(id), "reason": .string(reason.rawValue)]
        case .stated(let id, _): ["request": .text(id)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .requested(_, _, let words), .reviewed(_, _, let words), .refused(_, _, let words), .stated(_, let words):
            words.part(.support)
        case .released, .corrected: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        let id: Identifier<RightsRequest> = try clear.identifier("request")
        switch (kind, version) {
        case ("rights.requested", 1):
            self = .requested(
                id,
                RightsAsked(
                    kind: try clear.coded("asks"), on: try clear.day("on"), how: try clear.coded("how"),
                    about: try clear.optional("about", JSON.identifier)), try Sealed(sealed))
        case ("rights.reviewed", 1):
            self = .reviewed(id, try clear.array("texts").map(CopyDecision.init), try Sealed(sealed))
        case ("rights.released", 1):
            self = .released(
                id,
                CopyRelease(
                    html: try clear.string("html"), json: try clear.string("json"), covered: try clear.int("covered"),
                    made: try clear.instant("made")))
        case ("rights.corrected", 1): self = .corrected(id, by: try clear.identifier("by"))
        case ("rights.refused", 1): self = .refused(id, try clear.coded("reason"), try Sealed(sealed))
        case ("rights.stated", 1): self = .stated(id, try Sealed(sealed))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

extension CopyDecision {
    fileprivate var json: JSON {
        [
            "event": .text(place.event), "text": .string(place.path), "covered": .bool(isCovered),
            "reason": .string(reason.rawValue),
        ]
    }

    fileprivate init(_ json: JSON) throws {
        self.init(
            place: CopyPlace(event: try json.identifier("event"), path: try json.string("text")),
            isCovered: try json.bool("covered"), reason: try json.coded("reason"))
    }
}
