import Casework
import Kernel

extension CaseloadRow {
    /// What stands in the column of leads: a keeper of the record and whom it named, or whoever speaks for the keepers and
    /// nobody; nil while an adviser of a referral leads, and once the person's details have been erased. A referral is over
    /// here when its end is on record, not on the day itself.
    static func leadKey(of customer: Customer, _ referral: Referral?) -> String? {
        guard !customer.erasures.contains(where: { $0.erasure.classes.contains(.identity) }) else { return nil }
        let lead = Lead(referral, customer.keepers, isOver: referral?.exit != nil)
        guard let lead else { return leadKey(nil, at: customer.keepers.leading) }
        return lead.isAdviser ? nil : leadKey(lead.person, at: lead.organisation)
    }

    static func leadKey(_ person: Identifier<Person>?, at organisation: Identifier<Organisation>) -> String {
        "\(organisation)/\(person?.description ?? "")"
    }

    /// Who leads, by what stands in the column.
    static func lead(_ key: String?, else adviser: Identifier<Person>?) throws -> Identifier<Person>? {
        guard let key else { return adviser }
        guard let person = key.split(separator: "/").dropFirst().first else { return nil }
        return try Identifier(String(person))
    }
}
