public import Kernel

public enum CircumstanceFact: Sendable, Equatable {
    case benefitStated(BenefitStatement)
}

extension CircumstanceFact: FactCoding {
    public var kind: String {
        switch self {
        case .benefitStated: "circumstance.benefitStated"
        }
    }
    public var version: Int { 1 }

    public var occurred: Occurrence? {
        switch self {
        case .benefitStated(let statement): .day(statement.from)
        }
    }

    public var clear: JSON {
        switch self {
        case .benefitStated(let statement):
            .fields([
                "benefit": .string(statement.benefit), "on": .bool(statement.on), "from": .text(statement.from),
                "until": statement.until.map { .text($0) }, "certainty": .string(statement.certainty.rawValue),
                "source": .string(statement.source.rawValue),
            ])
        }
    }

    public var sealed: SealedPart? { nil }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        switch (kind, version) {
        case ("circumstance.benefitStated", 1):
            self = .benefitStated(
                BenefitStatement(
                    benefit: try clear.string("benefit"), on: try clear.bool("on"), from: try clear.day("from"),
                    until: try clear.optional("until", JSON.day), certainty: try clear.coded("certainty"),
                    source: try clear.coded("source")))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
