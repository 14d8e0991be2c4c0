import Kernel

/// How much of what whoever takes a person on needs is on record: `4 of 6` (G-097, G-143).
///
/// It is counted over what the sender and the receiver may both see, since the sender can add nothing else and the receiver
/// would read nothing else: any other item is left out of the number, and not named.
public struct ReferralCompleteness: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        case held
        /// They were asked, and there is nothing to tell: it counts as held.
        case nothing
        case missing
    }

    private let states: [ReferralItem: State]

    init(_ states: [ReferralItem: State]) { self.states = states }

    /// nil of an item that is not counted.
    public func state(_ item: ReferralItem) -> State? { states[item] }

    /// In the order in which items are declared.
    public var missing: [ReferralItem] { ReferralItem.allCases.filter { states[$0] == .missing } }

    public var score: ReferralScore { ReferralScore(held: states.count - missing.count, of: states.count) }

    /// The same of what one reader may see; nil when that is nothing.
    func seen(through sight: Sight) -> ReferralCompleteness? {
        let seen = states.filter { sight.sees($0.key.category) }
        return seen.isEmpty ? nil : ReferralCompleteness(seen)
    }
}

/// How many of the items that were counted are held.
public struct ReferralScore: Sendable, Equatable {
    public let held: Int
    public let of: Int

    public init(held: Int, of all: Int) {
        self.held = held
        of = all
    }

    /// `4 of 6`
    public var written: String { "\(held) of \(of)" }

    /// Whether it is less than a share of all, in hundredths.
    func isBelow(_ percent: Int) -> Bool { held * 100 < percent * of }
}

extension CaseFile {
    /// How complete the referral in force is until the person has started, or the one that the referral interview leads to;
    /// nil where there is neither, where nothing of it may be both sent and read, and once their details are erased.
    func completeness(by matrix: SharingMatrix, on day: CalendarDay) -> ReferralCompleteness? {
        let current = referral.flatMap { $0.isOver(on: day) ? nil : $0 }
        let leadsOn = referralInterview.map { $0.event.sequence > referral?.made.sequence ?? 0 } ?? false
        guard current?.attachment == nil, current != nil || leadsOn else { return nil }
        return completeness(
            from: current?.made.by.organisation, to: current?.holder,
            for: current?.programme ?? referralInterview?.programme, by: matrix, on: day)
    }

    /// - Parameters:
    ///   - sender: the jobcentre's; nil where nobody has referred them yet.
    ///   - receiver: who has the referral; nil where nobody is drawn yet.
    ///   - programme: the one it is for, or is to be for: what they said of another is no reason for it.
    func completeness(
        from sender: Identifier<Organisation>?, to receiver: Identifier<Organisation>?, for programme: String?,
        by matrix: SharingMatrix, on day: CalendarDay
    ) -> ReferralCompleteness? {
        guard customer?.identity.value != nil else { return nil }
        func opened(_ relation: Relation, _ organisation: Identifier<Organisation>?) -> Set<Category> {
            let agreed = organisation.map { consents.holding(for: $0, on: day) } ?? []
            return Set(agreed.flatMap { matrix.meant(by: $0.terms) })
                .union(Category.allCases.filter { matrix.row(relation, $0, on: day) != nil })
        }
        let both = opened(.jobcentre, sender).intersection(opened(.referred, receiver))
        var states: [ReferralItem: ReferralCompleteness.State] = [:]
        for item in ReferralItem.allCases where both.contains(item.category) {
            states[item] = state(item, for: programme, on: day)
        }
        return states.isEmpty ? nil : ReferralCompleteness(states)
    }

    private func state(
        _ item: ReferralItem, for programme: String?, on day: CalendarDay
    ) -> ReferralCompleteness.State {
        func held(_ isHeld: Bool) -> ReferralCompleteness.State { isHeld ? .held : .missing }
        func told(_ kind: ChangeKind) -> ReferralCompleteness.State {
            held(circumstances.status(of: kind, on: day).held != nil)
        }
        switch item {
        case .address: return held(customer?.identity.value?.address != nil)
        case .reach: return held((customer?.identity.value?.phone ?? customer?.identity.value?.email) != nil)
        case .language: return held(customer?.language != nil)
        case .needs:
            guard let needs = needs?.needs.value else { return .missing }
            return needs.saysNothing ? .nothing : .held
        case .claim: return .held
        case .reason:
            return held(referralInterview?.programme == programme && referralInterview?.words.value != nil)
        case .barriers:
            let rated = assessments.barriers.filter { $0.category == .assessment }
            guard assessments.finished.isEmpty else { return .held }
            guard !rated.isEmpty else { return .missing }
            return rated.allSatisfy(\.isInNobodysWay) ? .nothing : .held
        case .goal: return held(!plan.openGoals.isEmpty)
        case .caring:
            let caring = circumstances.status(of: .caring, on: day).held
            return caring?.detail.open.code == CaringKind.nobody.rawValue ? .nothing : told(.caring)
        case .health: return told(.health)
        }
    }
}

extension CommunicationNeeds {
    /// Whether they were asked and need nothing.
    fileprivate var saysNothing: Bool {
        spokenLanguage == nil && interpreter == nil && formats.isEmpty && called == nil
    }
}

extension RatedBarrier {
    fileprivate var isInNobodysWay: Bool { [customer, adviser].allSatisfy { ($0?.weight ?? .nothing) == .nothing } }
}
