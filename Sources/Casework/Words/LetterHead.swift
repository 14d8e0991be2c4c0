public import Kernel

/// What a letter about somebody's programme begins and ends with: who writes, to whom, when, and where to ring.
public struct LetterHead: Sendable, Equatable {
    public var customer: String
    public var organisation: String
    /// nil while the organisation has not named one.
    public var adviser: String?
    public var place: [String]
    /// Empty where none is known.
    public var phone: String
    /// As it stands in a sentence: `the Work Programme`.
    public var programme: String
    public var sent: CalendarDay

    public init(
        customer: String, organisation: String, adviser: String?, place: [String], phone: String, programme: String,
        sent: CalendarDay
    ) {
        self.customer = customer
        self.organisation = organisation
        self.adviser = adviser
        self.place = place
        self.phone = phone
        self.programme = programme
        self.sent = sent
    }

    /// The whole letter with what it says, a block for each paragraph.
    func letter(_ body: [[String]]) -> String {
        let opening: [[String]] = [[organisation] + place, [sent.said], [customer], [NoticeWords.dear(customer)]]
        let closing: [[String]] = [[NoticeWords.sincerely()], [adviser, organisation].compactMap(\.self)]
        return (opening + body + closing).laidOut
    }
}
