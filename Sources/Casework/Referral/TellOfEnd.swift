public import Kernel

/// Records that somebody was told that the programme ended and why, or that what was recorded of its end was a mistake:
/// with a letter, or in words (C13). By e-mail they are told as it is recorded, with a link, where they agreed to e-mail
/// and have a page of their own.
/// - Refuses: where there is no such news; when they were told already; and by e-mail.
public struct TellOfEnd: CaseCommand {
    public let how: ToldOfHolder

    public init(_ how: ToldOfHolder) { self.how = how }

    public static let act = Act.tellOfEnd
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.endNews != nil else { throw Self.nothing }
        guard !referral.knowsOfEnd else {
            throw Refusal("end.told-twice", "It is on record already that they were told of the end of the programme.")
        }
        guard how.route != .email else {
            throw Refusal(
                "end.told-by-email",
                "By e-mail they are told as the end is recorded. Give them the letter, or tell them.", field: "route")
        }
        return [.referral(.toldOfEnd(referral.id, how))]
    }

    /// What is said where the programme has not ended, and no mistake about that was put right.
    public static let nothing = Refusal(
        "end.no-news", "Nothing is recorded of the end of their programme, so there is nothing of that to tell them.")
}

/// Records that the letter about the end of the programme did not arrive, for whatever reason, so that they are told
/// another way.
/// - Refuses: when no such letter was recorded by the event, or this is on record already.
public struct RecordUntoldOfEnd: CaseCommand {
    public let told: Identifier<Event<CaseFile>>
    public let reason: NotDelivered

    public init(told: Identifier<Event<CaseFile>>, reason: NotDelivered) {
        self.told = told
        self.reason = reason
    }

    public static let act = Act.recordUndelivered

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        for referral in file.referrals {
            guard let found = referral.toldOfEnd.first(where: { $0.event.id == told }) else { continue }
            guard found.failed == nil else {
                throw Refusal("undelivered.twice", "It is on record already that this did not reach the customer.")
            }
            return [Fact.referral(.untoldOfEnd(referral.id, told, reason))]
                + file.bounced(reason, told: told, sent: found.event.sequence, on: context.today)
        }
        throw Refusal("undelivered.none", "Nothing was sent about the end of a programme that could have gone astray.")
    }
}

/// What the person is to be told of the end of their programme.
public enum EndNews: Sendable, Equatable {
    case ended(Referral.Exit)
    /// An end or a return that they may have heard of was recorded in error.
    case mistake(Referral.TakenBack)

    public var event: EventStamp {
        switch self {
        case .ended(let exit): exit.event
        case .mistake(let taken): taken.event
        }
    }
}

extension Referral {
    /// The last of what the person is to be told of the end; nil where nothing was recorded of it. A summary they have seen
    /// is no news: they are shown the right one before it is handed back.
    public var endNews: EndNews? {
        let mistake = takenBack.last { $0.entry != .handBack }.map { EndNews.mistake($0) }
        let ended = exit.map { EndNews.ended($0) }
        return [mistake, ended].compactMap(\.self).max { $0.event.sequence < $1.event.sequence }
    }

    /// Whether the person was told of it, by what did not go astray.
    public var knowsOfEnd: Bool {
        guard let endNews else { return true }
        return toldOfEnd.contains { $0.event.sequence > endNews.event.sequence && $0.failed == nil }
    }
}

extension CaseFile {
    /// The letter with a link that goes by itself, where the person agreed to e-mail and has a page to read it on.
    func toldOfEndByEmail(_ referral: Referral) -> [Fact] {
        guard customer?.agreedEmail != nil, access.isOpen else { return [] }
        return [.referral(.toldOfEnd(referral.id, ToldOfHolder(route: .email)))]
    }
}
