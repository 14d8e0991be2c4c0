import Kernel
import Testing

@testable import Casework

/// Two records, made one and taken apart by commands, each with its own stream.
struct TwoStories {
    var own: Story
    var other: Story

    /// What the record is made of, in the order in which it was recorded.
    var events: [Event<CaseFile>] {
        MergedStreams.select(MergedStreams.woven([own.events, other.events]), for: own.file.id)
    }

    private var pair: RecordPair { RecordPair(own: events, other: other.events) }

    /// The refusal that making them one would meet.
    func refused(_ command: MergeRecords) -> String? {
        var copy = self
        copy.own.surroundings.pair = pair
        return copy.own.refused(command, by: Story.jane)
    }

    @discardableResult
    mutating func merge(taking: Set<IdentityDetail> = []) throws -> MergeFact.Absorbed {
        let command = MergeRecords(other: other.file.id, taking: taking)
        own.now = max(own.now, other.now).adding(minutes: 1)
        own.surroundings.pair = pair
        let facts = try own.perform(command, by: Story.jane)
        other.now = own.now
        other.record(command.factsOnOther(facts, of: own.file.id), by: Story.jane)
        own.fold(with: other.events)
        guard case .merge(.absorbed(let absorbed)) = facts.first else { throw JSONFault("nothing was absorbed") }
        return absorbed
    }

    /// What is asked when they are taken apart.
    var later: LaterEntries { LaterEntries(since: other.file.id, on: own.file.id, in: events) }

    mutating func separate(giving given: Set<Identifier<Event<CaseFile>>> = []) throws {
        let command = SeparateRecords(other: other.file.id, given: given, why: Words("Two sisters."))
        own.now = own.now.adding(minutes: 1)
        own.surroundings.pair = pair
        let facts = try own.perform(command, by: Story.jane)
        other.now = own.now
        other.record(command.factsOnOther(facts, of: own.file.id), by: Story.jane)
        let mine = own.events
        own.fold(with: other.events)
        other.fold(with: mine)
    }
}

extension CaseFile {
    /// Whether everything about the person is the same, whatever is remembered of records that were made one.
    func isLike(_ other: CaseFile) -> Bool {
        customer == other.customer && referrals == other.referrals && referralInterview == other.referralInterview
            && appointments == other.appointments && circumstances == other.circumstances
            && employment == other.employment && assessments == other.assessments && consents == other.consents
            && plan == other.plan && rights == other.rights && access == other.access && voices == other.voices
    }

    /// What is on the record, a line each, with no regard to the numbers of events.
    var lines: [String] {
        var lines = [customer?.identity.value.map { "\($0)" } ?? "nobody", customer?.drawToken.description ?? ""]
        lines += referrals.map { "\($0.id) \($0.state) \($0.prime?.description ?? "")" }
        lines += appointments.map { "\($0.id) \($0.state) \($0.slot.starts) \($0.notices.count)" }
        lines += plan.actions.map { "\($0.id) \($0.isOpen) \($0.text)" } + plan.goals.map { "\($0.id) \($0.words)" }
        lines += consents.given.map { "\($0.id) \($0.withdrawn == nil)" }
        lines += consents.requests.map { "\($0.id) \($0.answered == nil)" }
        lines += circumstances.changes.map { "\($0.id) \($0.detail)" }
        lines += rights.all.map { "\($0.id)" }
        return lines
    }
}
