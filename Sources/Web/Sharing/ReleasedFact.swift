import Casework
import Kernel
import Office

/// One thing that the record holds today of a kind that a packet can hold, with its day and whose word it is (G-035).
struct ReleasedFact: Sendable {
    let kind: Casework.Category
    let name: String
    let value: String
    /// The day it was written down.
    let day: CalendarDay
    /// Who said so.
    let source: String
    /// Whether nobody has checked it.
    let isClaimed: Bool

    /// `Name: Rosa Parr. From Union Street Jobcentre, 10 September 2012.`
    var line: String {
        let told = "\(name): \(value). \(ApplicationWords.from(source, day))"
        return isClaimed ? "\(told) \(ApplicationWords.notChecked())" : told
    }
}

extension [String: Programme] {
    /// The benefits that the programmes know, each once: its code and its English name.
    var knownBenefits: [(String, String)] {
        var found: [(String, String)] = []
        for programme in sorted(by: { $0.key < $1.key }).map(\.value) {
            for benefit in programme.benefits where !found.contains(where: { $0.0 == benefit.code }) {
                found.append((benefit.code, benefit.title))
            }
        }
        return found
    }
}

extension OpenedCase {
    /// What is held today of some kinds of information, as far as the reader sees them.
    /// - Parameter benefits: those that the programmes know, by code and English name.
    func released(_ kinds: [Casework.Category], benefits: [(String, String)]) -> [ReleasedFact] {
        kinds.filter(seen.sight.sees).flatMap { kind -> [ReleasedFact] in
            switch kind {
            case .identity: whoTheyAre
            case .money: moneyHeld(benefits)
            case .work: jobsHeld + circumstancesHeld(kind, benefits)
            case .contact: circumstancesHeld(kind, benefits) + needsHeld
            default: circumstancesHeld(kind, benefits)
            }
        }
    }

    private var whoTheyAre: [ReleasedFact] {
        let rows: [(String, String?, Set<IdentityDetail>)] = [
            (ApplicationWords.name(), seen.identity?.name, [.given, .family]),
            (ApplicationWords.born(), seen.born?.said, [.born]),
            (ApplicationWords.number(), seen.identity?.nationalInsurance?.spaced, [.number]),
        ]
        return rows.compactMap { name, value, details -> ReleasedFact? in
            guard let value, let event = event(saying: details) else { return nil }
            return fact(.identity, name, value, event)
        }
    }

    private func circumstancesHeld(
        _ category: Casework.Category, _ benefits: [(String, String)]
    ) -> [ReleasedFact] {
        // Work is released as the record of jobs has it.
        ChangeKind.allCases.filter { $0.category == category && $0 != .work }.compactMap { kind -> ReleasedFact? in
            guard let held = seen.circumstances?.status(of: kind, on: today).held, let detail = held.detail.value
            else { return nil }
            let told = OwnTellWords.detail(detail, kind, benefits)
            return fact(
                category, ApplicationWords.label(kind),
                kind.isContact ? told : ApplicationWords.since(told, held.from), held.event,
                isOwn: held.source == .customer, isSupporters: held.source == .supporter,
                isClaimed: held.certainty == .claimed)
        }
    }

    private var needsHeld: [ReleasedFact] {
        guard let stated = seen.needs, let needs = stated.needs.value else { return [] }
        return [
            fact(
                .contact, ApplicationWords.needs(), ApplicationWords.said(needs), stated.event,
                isOwn: stated.source == .customer, isSupporters: stated.source == .supporter)
        ]
    }

    private func moneyHeld(_ benefits: [(String, String)]) -> [ReleasedFact] {
        guard let circumstances = seen.circumstances else { return [] }
        return circumstances.benefits.compactMap { code -> ReleasedFact? in
            guard let spell = circumstances.spells(of: code).first(where: { $0.covers(today) }), let isOn = spell.on
            else { return nil }
            let title = benefits.first { $0.0 == code }.map { told($0.1) } ?? code
            let state = isOn ? OwnTellWords.on(title) : OwnTellWords.off(title)
            return fact(
                .money, ApplicationWords.benefit(), ApplicationWords.since(state, spell.from), spell.event,
                isOwn: spell.source == .customer, isSupporters: spell.source == .supporter,
                isClaimed: spell.certainty == .claimed)
        }
    }

    /// The jobs that go on.
    private var jobsHeld: [ReleasedFact] {
        let jobs = seen.employment?.jobs ?? []
        return jobs.compactMap { job -> ReleasedFact? in
            guard job.withdrawn == nil, job.last.map({ today <= $0 }) ?? true, let details = job.details.value
            else { return nil }
            let told = details.title.map { "\($0), \(details.employer)" } ?? details.employer
            return fact(.work, ApplicationWords.job(), ApplicationWords.since(told, job.started), job.recorded)
        }
    }

    private func fact(
        _ kind: Casework.Category, _ name: String, _ value: String, _ event: EventStamp, isOwn: Bool = false,
        isSupporters: Bool = false, isClaimed: Bool = false
    ) -> ReleasedFact {
        let source =
            if isOwn || event.by.role == .customer {
                seen.identity?.name ?? ApplicationWords.themselves()
            } else if isSupporters || event.by.role == .supporter {
                ApplicationWords.supporter()
            } else {
                names.organisation(event.by.organisation)
            }
        return ReleasedFact(
            kind: kind, name: name, value: value, day: event.recorded.day, source: source, isClaimed: isClaimed)
    }
}
