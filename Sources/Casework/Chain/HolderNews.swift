import Kernel

/// Who has somebody now, as news to the person: from the draw on, and at each hop (C04, G-001).
extension Referral {
    /// The last change of who has them that the person is to be told of; nil while the provider drawn has them. The first
    /// adviser, named by whoever has them already, is none: the notice of the first meeting tells of that (ours).
    public var lastMove: Holding? {
        var (had, found): (Identifier<Organisation>?, Holding?) = (prime, nil)
        for holding in holdings {
            if holding.list != nil || holding.organisation != had { found = holding }
            had = holding.organisation
        }
        return found
    }

    /// Since when the person is to know who has them: since they came back, since the last change of who has them, or
    /// since the provider was drawn.
    public var holderNews: EventStamp? { returnToHolder?.event ?? lastMove?.event ?? allocation?.event }

    /// Whether the person knows who has them. What is said is the letter or the words that did not go astray; a notice says
    /// neither the move nor its reason. Once they have met whoever has them, at the first meeting or at one that was booked
    /// since the move, they are told by nobody any more (ours); a return is told of all the same, with the time that
    /// remains.
    func knowsHolder(_ appointments: [Appointment]) -> Bool {
        guard let news = holderNews, !chain.isTold(since: news) else { return true }
        guard returnToHolder == nil else { return false }
        if lastMove?.list == nil, let attachment, attachment.event.sequence > news.sequence { return true }
        guard let move = lastMove else { return false }
        return appointments.contains {
            $0.attendance != nil && $0.office == move.organisation && $0.booked.sequence > news.sequence
        }
    }

    /// Who is to tell them: the jobcentre that keeps the record until the provider drawn takes the referral on, or whoever
    /// referred them where none does, and then whoever has them.
    func teller(_ keepers: Keepers?) -> Identifier<Organisation>? {
        acknowledged == nil ? keepers?.organisation(.jobcentre) ?? made.by.organisation : holder
    }

    /// Whether what is told by an event, or next, is the first that the person hears of who helps them, before they have
    /// met them: so that it says why they were put forward, for how long, and what they must do.
    public func isFirstNews(in told: EventStamp? = nil) -> Bool {
        func isEarlier(_ event: EventStamp) -> Bool { told.map { event.sequence < $0.sequence } ?? true }
        guard let drawn = allocation?.event, !(attachment.map { isEarlier($0.event) } ?? false) else { return false }
        return !chain.told.contains {
            $0.failed == nil && $0.event.sequence > drawn.sequence && isEarlier($0.event)
        }
    }
}
