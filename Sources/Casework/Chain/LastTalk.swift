public import Kernel

/// Who talked with somebody last, and on which day (G-034, G-130): at a meeting they came to, at a warm handover, or by a
/// call or a visit that reached them. A letter, a text message and an e-mail are no talk (ours).
public struct LastTalk: Sendable, Equatable {
    /// Whoever the meeting was booked with, received the person, or made the contact.
    public let person: Identifier<Person>
    public let organisation: Identifier<Organisation>
    public let on: CalendarDay
}

extension SeenCase {
    /// The last talk; nil where nobody has talked with them, and for a reader who does not see all there is of meetings
    /// and of the referral, and so could be told of one that was not the last.
    public var lastTalk: LastTalk? {
        let rests: [Category] = [.appointments, .referral]
        guard rests.allSatisfy({ sight.sees($0) && !sight.isForItsOwn($0) }) else { return nil }
        let talks = appointments.compactMap(\.talk) + referrals.flatMap(\.talks)
        return talks.max { ($0.talk.on, $0.sequence) < ($1.talk.on, $1.sequence) }?.talk
    }
}

/// A talk, and the place in the record of the entry that says so.
private struct RecordedTalk {
    let talk: LastTalk
    let sequence: Int

    init(
        _ person: Identifier<Person>, _ organisation: Identifier<Organisation>, _ on: CalendarDay, _ event: EventStamp
    ) {
        talk = LastTalk(person: person, organisation: organisation, on: on)
        sequence = event.sequence
    }
}

extension Appointment {
    fileprivate var talk: RecordedTalk? {
        guard case .attended(let event, _) = outcome else { return nil }
        return RecordedTalk(adviser, office, slot.day, event)
    }
}

extension Referral {
    fileprivate var talks: [RecordedTalk] {
        let contacts = chain.contacts.filter { $0.attempt.isTalk }.map {
            RecordedTalk($0.event.by.person, $0.event.by.organisation, $0.attempt.on, $0.event)
        }
        let handovers = chain.handovers.map {
            RecordedTalk($0.meeting.to.person, $0.meeting.to.organisation, $0.meeting.on, $0.event)
        }
        return contacts + handovers
    }
}

extension ContactTry {
    fileprivate var isTalk: Bool { isTwoWay && (route == .phone || route == .inPerson) }
}
