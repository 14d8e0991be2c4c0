public import Kernel

/// Records that an e-mail came back whose sending is not itself told of in the record: a link to somebody's own page or
/// plan, the letter about the end. The address is marked doubtful, and everybody who uses it is told.
/// - Refuses: when it says nothing of the address, or the address is doubtful already.
public struct RecordBounce: CaseCommand {
    /// The event that the e-mail followed from.
    public let told: Identifier<Event<CaseFile>>
    public let reason: NotDelivered

    public init(told: Identifier<Event<CaseFile>>, reason: NotDelivered) {
        self.told = told
        self.reason = reason
    }

    public static let act = Act.recordUndelivered

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        // The address was taken as it went, however old what it followed from.
        let bounced = file.bounced(reason, told: told, sent: .max, on: context.today)
        guard !bounced.isEmpty, file.circumstances.status(of: .email, on: context.today).failed == nil else {
            throw Refusal("undelivered.nothing", "That this did not arrive says nothing new of the e-mail address.")
        }
        return bounced
    }
}

extension CaseFile {
    /// What an e-mail that did not arrive says of the address it went to: nothing where our own mail server was away, or
    /// where another address has been told since.
    /// - Parameter sent: the place in the record of what says that it was sent.
    func bounced(
        _ reason: NotDelivered, told: Identifier<Event<CaseFile>>, sent: Int, on day: CalendarDay
    ) -> [Fact] {
        guard let failure = ContactFailureReason(reason),
            let held = circumstances.status(of: .email, on: day).held, held.event.sequence <= sent
        else { return [] }
        return [.circumstance(.contactFailed(.email, failure, told: told))]
    }
}
