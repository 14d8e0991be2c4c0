import Casework
import Kernel

/// A prime's chain beside the names of its organisations.
struct SupplyChainRead: Sendable {
    let chain: SupplyChain
    let names: [Identifier<Organisation>: String]

    fileprivate func organisation(_ id: Identifier<Organisation>) -> JSON {
        ["id": .text(id), "name": .string(names[id] ?? "An organisation")]
    }
}

extension Shape where Value == SupplyChainRead {
    static var chain: Shape {
        Shape(
            "SupplyChain",
            [
                Member("prime", .named) { $0.organisation($0.chain.prime) },
                Member("specialists", .coded(SpecialistRoute.self), "When somebody may be sent to a specialist.") {
                    .string($0.chain.specialists.rawValue)
                },
                Member("shared-team", .flag, "Whether the prime’s own office shares its people as one team.") {
                    .bool($0.chain.isSharedTeam)
                },
                Member("partners", .list(Shape<PartnerRead>.partner.type)) { read in
                    Shape<PartnerRead>.partner.list(
                        read.chain.partners.map { PartnerRead(partner: $0, chain: read) })
                },
            ])
    }
}

/// One organisation of a chain.
private struct PartnerRead: Sendable {
    let partner: ChainPartner
    let chain: SupplyChainRead
}

extension Shape where Value == PartnerRead {
    fileprivate static var partner: Shape {
        Shape(
            "ChainPartner",
            [
                Member("organisation", .named) { $0.chain.organisation($0.partner.organisation) },
                Member("part", .coded(ChainPart.self)) { .string($0.partner.part.rawValue) },
                Member("serves", .text, optional: true, "Whom it serves; left out for everybody.") {
                    $0.partner.serves.isEmpty ? nil : .string($0.partner.serves)
                },
                Member("groups", .list(.text), "The payment groups it takes; none named means all.") {
                    .array($0.partner.groups.map { .string($0) })
                },
                Member("standards", .list(.text), "The programme's standards that it works to, by their ids.") {
                    .array($0.partner.standards.map { .string($0) })
                },
                Member("shared-team", .flag, "Whether it shares its people as one team.") {
                    .bool($0.partner.isSharedTeam)
                },
                Member("from", .day, optional: true) { .text(of: $0.partner.runs.from) },
                Member("until", .day, optional: true) { .text(of: $0.partner.runs.until) },
            ])
    }
}
