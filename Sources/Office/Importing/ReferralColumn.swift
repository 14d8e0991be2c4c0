/// A column of a file of referrals (docs/import-referrals.md).
enum ReferralColumn: String, CaseIterable {
    case reference, given, family, born, number, address, phone, email, benefit
    case claimStart = "claim_start"
    case circumstances
    case interviewOn = "interview_on"
    case explained
    case inWriting = "in_writing"
    case agreed

    /// Columns a file cannot do without.
    static let needed: [ReferralColumn] = [.reference, .given, .family, .born, .benefit, .claimStart, .explained]

    /// The column that a refusal about a field of a form concerns.
    init?(field: String?) {
        switch field {
        case "since", "from": self = .claimStart
        case let field?: self.init(rawValue: field)
        case nil: return nil
        }
    }
}
