public import Kernel

/// Who has somebody now and why, in words the person reads: a line, and a letter of under 150 words (C04).
public struct HolderText: Sendable, Equatable {
    public var customer: String
    public var customerAddress: [String] = []
    public var organisation: String
    /// nil while the organisation has not named one.
    public var adviser: String?
    public var place: [String]
    public var phone: String
    /// As it stands in a sentence: `the Work Programme`.
    public var programme: String
    /// Why it changed, in the words of the programme's list; nil for the first, and where the list has none.
    public var why: String?
    /// Whether somebody else had them before.
    public var isMove: Bool
    public var sent: CalendarDay

    public init(
        customer: String, organisation: String, adviser: String?, place: [String], phone: String, programme: String,
        why: String?, isMove: Bool, sent: CalendarDay
    ) {
        self.customer = customer
        self.organisation = organisation
        self.adviser = adviser
        self.place = place
        self.phone = phone
        self.programme = programme
        self.why = why
        self.isMove = isMove
        self.sent = sent
    }

    /// `Sunil Mistry at Stepping Stone Trust helps you now.`
    public static func line(organisation: String, adviser: String?, why: String?) -> String {
        (adviser.map { HolderWords.helps($0, organisation) } ?? HolderWords.choosing(organisation))
            + (why.map { " \(HolderWords.of($0))" } ?? "")
    }

    /// The subject of an e-mail with it.
    public var subject: String { HolderWords.subject() }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        let blocks: [[String]] = [
            [organisation] + place,
            [sent.said],
            [customer] + customerAddress,
            [HolderWords.dear(customer)],
            [(isMove ? HolderWords.somebodyNew : .subject)()],
            [
                HolderText.line(organisation: organisation, adviser: adviser, why: why)
                    + (isMove && why == nil ? " \(HolderWords.askWhy())" : "")
            ],
            [HolderWords.record(NoticeWords.of(programme))],
            [phone.isEmpty ? HolderWords.talk() : HolderWords.ring(phone)],
            [HolderWords.sincerely()],
            [adviser, organisation].compactMap(\.self),
        ]
        return blocks.filter { !$0.isEmpty }
            .map { $0.map { $0.wrapped(at: 72) }.joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }
}

extension Referral {
    /// Who has the person now and why, in a line they can read; nil before anybody took them on.
    public func whoHasThem(names: Names, programme: Programme?) -> String? {
        holdings.last.map {
            HolderText.line(
                organisation: names.organisation($0.organisation), adviser: $0.adviser.map(names.person),
                why: $0.why(in: programme))
        }
    }
}

extension Holding {
    /// Why it changed, as the person is told; nil where the list has no words for them.
    public func why(in programme: Programme?) -> String? {
        guard let reason, let list else { return nil }
        return programme?.reason(reason, in: list)?.told
    }
}
