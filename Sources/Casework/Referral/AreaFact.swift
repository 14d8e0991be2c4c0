public import Kernel

public enum AreaFact: Sendable, Equatable {
    case opened(Opening)
    case keyCommitted(DrawPeriod)
    case keyPublished(period: String, key: String)
    case sharesSet(ShareSetting)
    case drawn(Draw)

    public struct Opening: Sendable, Equatable {
        public let name: String
        public let nation: Nation
        public let commissioner: Identifier<Organisation>

        public init(name: String, nation: Nation, commissioner: Identifier<Organisation>) {
            self.name = name
            self.nation = nation
            self.commissioner = commissioner
        }
    }
}

extension Area {
    public typealias Fact = AreaFact
}

extension AreaFact: FactCoding {
    public var kind: String {
        switch self {
        case .opened: "area.opened"
        case .keyCommitted: "area.keyCommitted"
        case .keyPublished: "area.keyPublished"
        case .sharesSet: "area.sharesSet"
        case .drawn: "draw.made"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? { nil }
    public var sealed: SealedPart? { nil }

    public var clear: JSON {
        switch self {
        case .opened(let opening):
            [
                "name": .string(opening.name), "nation": .string(opening.nation.rawValue),
                "commissioner": .text(opening.commissioner),
            ]
        case .keyCommitted(let period):
            [
                "period": .string(period.id), "from": .text(period.from), "until": .text(period.until),
                "commitment": .string(period.commitment),
            ]
        case .keyPublished(let period, let key): ["period": .string(period), "key": .string(key)]
        case .sharesSet(let setting):
            .fields([
                "programme": .string(setting.programme), "group": setting.group.map { .string($0) },
                "from": .text(setting.from),
                "shares": .array(
                    setting.shares.map { ["provider": .text($0.provider), "tenThousandths": .int($0.tenThousandths)] }),
            ])
        case .drawn(let draw):
            [
                "number": .int(draw.number), "programme": .string(draw.programme), "group": .string(draw.group),
                "token": .text(draw.token), "period": .string(draw.period), "value": .text(draw.value),
                "provider": .text(draw.provider),
            ]
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        switch (kind, version) {
        case ("area.opened", 1):
            self = .opened(
                Opening(
                    name: try clear.string("name"), nation: try clear.coded("nation"),
                    commissioner: try clear.identifier("commissioner")))
        case ("area.keyCommitted", 1):
            self = .keyCommitted(
                DrawPeriod(
                    id: try clear.string("period"), from: try clear.day("from"), until: try clear.day("until"),
                    commitment: try clear.string("commitment")))
        case ("area.keyPublished", 1):
            self = .keyPublished(period: try clear.string("period"), key: try clear.string("key"))
        case ("area.sharesSet", 1):
            self = .sharesSet(
                try ShareSetting(
                    programme: clear.string("programme"), group: clear.optional("group", JSON.string),
                    from: clear.day("from"),
                    shares: clear.array("shares").map {
                        Share(provider: try $0.identifier("provider"), tenThousandths: try $0.int("tenThousandths"))
                    }))
        case ("draw.made", 1):
            self = .drawn(
                Draw(
                    number: try clear.int("number"), programme: try clear.string("programme"),
                    group: try clear.string("group"), token: try DrawToken(clear.string("token")),
                    period: try clear.string("period"), value: try DrawValue(clear.string("value")),
                    provider: try clear.identifier("provider")))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
