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

    /// The whole notice, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        let blocks: [[String]] = [
            [sender] + senderAddress,
            [sent.written],
            [customer] + customerAddress,
            ["Dear \(customer)"],
            [mandatory ? title : "An invitation: \(title.inSentence)"],
            facts,
            [about],
            [mandatory ? required : invited],
            ["If you cannot \(isCall ? "take the call" : "come")", cannotCome],
            ["Ring us too if you need help to \(isCall ? "talk" : "get") to us, or want this letter in another form."],
            ["Yours sincerely"],
            [adviser, sender],
        ]
        return NoticeText.laidOut(blocks)
    }

    /// A few lines to remind of the same appointment. It says nothing of what the appointment is for nor of what may
    /// follow, since others may read a reminder.
    public var reminder: String {
        NoticeText.laidOut([
            ["Dear \(customer)"],
            ["This is a reminder of your appointment with us."],
            facts,
            ["If you cannot \(isCall ? "take the call" : "come")", cannotCome],
            [adviser, sender],
        ])
    }

    private static func laidOut(_ blocks: [[String]]) -> String {
        blocks.filter { !$0.isEmpty }
            .map { $0.map { $0.wrapped(at: 72) }.joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }

    // MARK: Parts

    private var isCall: Bool { slot.mode == .phone || slot.mode == .video }

    private var title: String {
        switch purpose {
        case .first: "Your first appointment"
        case .review: "Your review"
        case .interview: "Your work-focused interview"
        case .inWork: "A talk about your job"
        }
    }

    private var facts: [String] {
        let time = slot.starts.london
        let half = time.hour < 12 ? "am" : "pm"
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        let minute = time.minute == 0 ? "" : ":\(time.minute < 10 ? "0" : "")\(time.minute)"
        return [
            "When: \(slot.day.weekday.name) \(slot.day.written) at \(hour)\(minute) \(half)",
            "How long: about \(slot.minutes) minutes",
            "With: \(adviser), \(sender)",
            whereToBe,
        ]
    }

    private var whereToBe: String {
        let there = place.joined(separator: ", ")
        switch slot.mode {
        case .faceToFace: return "Where: \(there)"
        case .group: return "Where: \(there), in a small group"
        case .video: return "Where: by video. We will send you the link."
        case .phone:
            return "Where: by phone. "
                + (customerPhone.map { "We will ring you on \($0)." }
                    ?? "Please ring us with your number, so that we can ring you.")
        }
    }

    private var about: String {
        switch purpose {
        case .first:
            "We will tell you about \(programme), ask what you want to do, and agree what happens next."
        case .review: "We will talk about what you have done since last time, and agree what to do next."
        case .interview: "We will talk about work you could do, and what would help you get there."
        case .inWork: "We will ask how your job is going, and what would help you to stay in it."
        }
    }

    private var required: String {
        "You are required to \(isCall ? "take this call" : "come"). It is part of \(programme). "
            + "If you miss it, we may have to ask the jobcentre to look at why. "
            + "What you tell us goes with that, in your own words. "
            + "A decision maker, who does not work for us, then asks for your reasons. "
            + "If they find no good reason, your benefit could stop for some weeks."
    }

    private var invited: String {
        "It is your choice. You take part in \(programme) because you want to, so you lose nothing if you do not "
            + "\(isCall ? "take the call" : "come"), and your benefit stays the same. We would like to \(isCall ? "talk to" : "see") you."
    }

    private var cannotCome: String {
        "Tell us before it starts, and we will find another time. "
            + (mandatory ? "An appointment moved in time does not count as missed. " : "")
            + "Ring \(adviser) on \(phone)" + (email.map { " or write to \($0)" } ?? "") + "."
    }
}

extension String {
    /// The same words on lines of so many columns at most; a longer word has a line to itself.
    func wrapped(at columns: Int) -> String {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= columns {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
