import Kernel

@testable import Casework

extension Sight {
    /// What a relation sees by a matrix like the one that ships, with no consents.
    init(role: Role, relation: Relation) {
        self.init(role: role, relation: relation, matrix: .test, on: day("2012-06-01"))
    }
}

extension SharingMatrix {
    static let test: SharingMatrix = {
        func row(_ relation: Relation, _ categories: [Category], _ basis: SharingBasis = .publicTask) -> Row {
            Row(relation: relation, categories: categories, purpose: "support", basis: basis, source: "a test")
        }
        return SharingMatrix(
            rows: [
                row(
                    .jobcentre,
                    [.identity, .contact, .referral, .appointments, .work, .money, .sharing, .conditionality, .voice]),
                row(
                    .council,
                    [
                        .identity, .contact, .referral, .appointments, .assessment, .work, .plan, .money, .sharing,
                        .voice,
                    ]),
                row(.offered, [.identity, .referral, .assessment, .plan]),
                row(.past, [.identity, .appointments, .voice]),
                row(.referred, [.identity, .contact, .referral, .appointments, .assessment, .plan, .voice]),
                row(
                    .attached,
                    [
                        .identity, .contact, .referral, .appointments, .assessment, .work, .plan, .money, .sharing,
                        .voice,
                    ]),
                row(.host, [.identity]),
                row(.former, [.identity, .referral, .appointments, .work, .voice]),
                row(.commissions, [.referral, .appointments, .work, .money], .legalObligation),
            ],
            purposes: [SharingPurpose(code: "support", words: "help you find and keep work")])
    }()
}
