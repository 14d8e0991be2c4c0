public import Kernel

/// The words of a dated written notice of an appointment (C05, D-062, K-027): what to do, when, where and with whom, who
/// sends it, whether it is required and what can follow, how to say that one cannot come, and whom to call.
///
/// Written to be read by an eleven-year-old, in under 250 words, with no threat: what can follow is said once, with who
/// decides and that reasons are asked for first. To somebody who takes part by choice it is an invitation (K-026).
public struct NoticeText: Sendable, Equatable {
    public var customer: String
    /// One line of the address each; empty for a notice handed over or sent by e-mail.
    public var customerAddress: [String]
    /// The organisation that sends it.
    public var sender: String
    public var senderAddress: [String]
    public var adviser: String
    /// As it stands in a sentence: `the Work Programme`.
    public var programme: String
    public var purpose: AppointmentPurpose
    public var slot: Slot
    /// Where to go: the lines of the address; not printed for a call.
    public var place: [String]
    /// The number that is rung, for a call; nil when none is known.
    public var customerPhone: String?
    /// The number to ring to say one cannot come.
    public var phone: String
    public var email: String?
    public var mandatory: Bool
    public var sent: CalendarDay

    public init(
        customer: String, customerAddress: [String] = [], sender: String, senderAddress: [String], adviser: String,
        programme: String, purpose: AppointmentPurpose, slot: Slot, place: [String], customerPhone: String? = nil,
        phone: String, email: String? = nil, mandatory: Bool, sent: CalendarDay
    ) {
        self.customer = customer
        self.customerAddress = customerAddress
        self.sender = sender
        self.senderAddress = senderAddress
        self.adviser = adviser
        self.programme = programme
        self.purpose = purpose
        self.slot = slot
        self.place = place
        self.customerPhone = customerPhone
        self.phone = phone
        self.email = email
        self.mandatory = mandatory
        self.sent = sent
    }

    /// The whole notice, no line over 72 columns unless one word is, ending in a line feed. It is in the language it is
    /// written in (`Language.write`).
    public var text: String {
        let blocks: [[String]] = [
            [sender] + senderAddress,
            [sent.said],
            [customer] + customerAddress,
            [NoticeWords.dear(customer)],
            [title],
            facts,
            [about],
            [mandatory ? required : invited],
            [cannotComeTitle, cannotCome],
            [(isCall ? NoticeWords.helpToTalk : .helpToGet)()],
            [NoticeWords.sincerely()],
            [adviser, sender],
        ]
        return blocks.laidOut
    }

    /// The subject of an e-mail with it.
    public func subject(isReminder: Bool) -> String {
        (isReminder ? NoticeWords.reminderSubject : .subject)(slot.day)
    }

    /// The language that a notice was written in, by its closing words.
    public static func language(of text: String) -> Language {
        text.contains("\n\(NoticeWords.sincerely.welsh ?? "")\n") ? .welsh : .english
    }

    /// A few lines to remind of the same appointment. It says nothing of what the appointment is for nor of what may
    /// follow, since others may read a reminder.
    public var reminder: String {
        [
            [NoticeWords.dear(customer)],
            [NoticeWords.reminder()],
            facts,
            [cannotComeTitle, cannotCome],
            [adviser, sender],
        ].laidOut
    }

    // MARK: Parts

    private var isCall: Bool { slot.mode == .phone || slot.mode == .video }

    private var cannotComeTitle: String { (isCall ? NoticeWords.cannotTakeTitle : .cannotComeTitle)() }

    private var title: String {
        let words: NoticeWords =
            switch purpose {
            case .first: mandatory ? .first : .invitedFirst
            case .review: mandatory ? .review : .invitedReview
            case .interview: mandatory ? .interview : .invitedInterview
            case .inWork: mandatory ? .inWork : .invitedInWork
            }
        return words()
    }

    private var facts: [String] {
        [
            NoticeWords.when(slot.day.saidInFull, clock), NoticeWords.howLong(slot.minutes),
            NoticeWords.with(adviser, sender), whereToBe,
        ]
    }

    /// `10:30 am`, `10:30yb`
    private var clock: String {
        guard Speech.language == .english else { return slot.starts.saidClock }
        let time = slot.starts.london
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        let minute = time.minute == 0 ? "" : ":\(time.minute < 10 ? "0" : "")\(time.minute)"
        return "\(hour)\(minute) \(time.hour < 12 ? "am" : "pm")"
    }

    private var whereToBe: String {
        let there = place.joined(separator: ", ")
        return switch slot.mode {
        case .faceToFace: NoticeWords.place(there)
        case .group: NoticeWords.group(there)
        case .video: NoticeWords.video()
        case .phone: customerPhone.map { NoticeWords.phone($0) } ?? NoticeWords.phoneUnknown()
        }
    }

    private var about: String {
        switch purpose {
        case .first: NoticeWords.aboutFirst(NoticeWords.of(programme))
        case .review: NoticeWords.aboutReview()
        case .interview: NoticeWords.aboutInterview()
        case .inWork: NoticeWords.aboutInWork()
        }
    }

    private var required: String { (isCall ? NoticeWords.mustTakeCall : .mustCome)(NoticeWords.of(programme)) }
    private var invited: String { (isCall ? NoticeWords.mayTakeCall : .mayCome)(NoticeWords.of(programme)) }

    private var cannotCome: String {
        [
            NoticeWords.tellUs(), mandatory ? NoticeWords.movedInTime() : nil,
            email.map { NoticeWords.ringOrWrite(adviser, phone, $0) } ?? NoticeWords.ring(adviser, phone),
        ].compactMap(\.self).joined(separator: " ")
    }
}
