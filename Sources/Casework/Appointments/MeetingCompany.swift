import Kernel

/// Who was with the person at a meeting, and whether they were offered time alone, as far as whoever held it says so: some
/// are spoken for by somebody else (K-043, J-025, J-036).
public struct MeetingCompany: Sendable, Equatable {
    public let with: With?
    public let timeAlone: TimeAlone?

    public enum With: String, Sendable, CaseIterable {
        case alone, supporter
        case somebodyElse = "somebody-else"

        public var title: String {
            switch self {
            case .alone: "Nobody: they came alone"
            case .supporter: "A supporter"
            case .somebodyElse: "Somebody else"
            }
        }
    }

    public enum TimeAlone: String, Sendable, CaseIterable {
        case taken, offered
        case notOffered = "not-offered"

        public var title: String {
            switch self {
            case .taken: "Offered, and taken"
            case .offered: "Offered"
            case .notOffered: "Not offered"
            }
        }
    }

    /// - Returns: nil where neither is said. Of somebody who came alone there is nothing to offer.
    public init?(with: With?, timeAlone: TimeAlone?) {
        let timeAlone = with == .alone ? nil : timeAlone
        guard with != nil || timeAlone != nil else { return nil }
        self.with = with
        self.timeAlone = timeAlone
    }

    /// For staff: `With them: somebody else. Time alone: not offered`
    public var written: String {
        [
            with.map { "With them: \($0.title.inSentence)" },
            timeAlone.map { "Time alone: \($0.title.inSentence)" },
        ].compactMap { $0 }.joined(separator: ". ")
    }

    /// Somebody else was there, and they had no time alone with whoever they came to see.
    public var leavesTimeAlone: Bool { with == .somebodyElse && timeAlone == .notOffered }
}

extension Sealed<MeetingCompany> {
    /// Reads it of the sealed part of an attendance; what was stored before it was asked has none.
    init(company sealed: JSON?) throws {
        guard let sealed else {
            self = .shut
            return
        }
        let with: MeetingCompany.With? = try sealed["company"] == nil ? nil : sealed.coded("company")
        let timeAlone: MeetingCompany.TimeAlone? =
            try sealed["timeAlone"] == nil ? nil : sealed.coded("timeAlone")
        self = MeetingCompany(with: with, timeAlone: timeAlone).map { .open($0) } ?? .shut
    }

    /// - Returns: nil where nothing is said of it.
    var companyPart: SealedPart? {
        value.map { company in
            SealedPart(
                .support,
                .fields([
                    "company": company.with.map { .string($0.rawValue) },
                    "timeAlone": company.timeAlone.map { .string($0.rawValue) },
                ]))
        }
    }
}
