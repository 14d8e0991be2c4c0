public import Casework
public import Kernel

/// What each adviser can offer at one organisation, as they and their manager say.
public enum AdviserOffers {
    public static func find(
        _ person: Identifier<Person>, at organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> Set<AdviserOffer> {
        let codes = try connection.first(select, [.text(of: person), .text(of: organisation)]) { try $0.text(0) }
        return Set((codes ?? "").split(separator: " ").compactMap { AdviserOffer(rawValue: String($0)) })
    }

    public static func put(
        _ offers: Set<AdviserOffer>, of person: Identifier<Person>, at organisation: Identifier<Organisation>,
        in connection: any Connection
    ) throws {
        let codes = AdviserOffer.allCases.filter(offers.contains).map(\.rawValue).joined(separator: " ")
        try connection.run(upsert, [.text(of: person), .text(of: organisation), .text(codes)])
    }

    static let select: SQL = "SELECT offers FROM adviser_offers WHERE person = $1 AND organisation = $2"
    static let upsert: SQL = """
        INSERT INTO adviser_offers (person, organisation, offers) VALUES ($1, $2, $3)
        ON CONFLICT (person, organisation) DO UPDATE SET offers = excluded.offers
        """
}
