public import Kernel

/// Brings another agency's own plan into the one plan, every line as a proposal with its source (G-005, G-203). Nothing is
/// left out for being like something here: likenesses are shown, and a person decides. What is in the way here already
/// is noted as named by that agency too.
/// - Refuses: no lines or over 100, a line too long, a step done on a day to come, a barrier that is not on the list, and
///   a course like one taken or planned before with no reason why it is needed again.
public struct BringInPlan: CaseCommand {
    public struct Line: Sendable, Equatable {
        public let text: Words
        public let owner: PlanOwner
        /// Kept as it stood there, past or to come.
        public let due: CalendarDay?
        /// What the person said against it there, in their words.
        public let objection: Words?
        /// The day it was done there; nil for what is still to be done.
        public let done: CalendarDay?

        public init(
            text: Words, owner: PlanOwner, due: CalendarDay? = nil, objection: Words? = nil, done: CalendarDay? = nil
        ) {
            self.text = text
            self.owner = owner
            self.due = due
            self.objection = objection
            self.done = done
        }
    }

    /// What the other plan says is in the way.
    public struct BarrierLine: Sendable, Equatable {
        /// Its code in the partnership's list.
        public let code: String
        public let words: Words?

        public init(code: String, words: Words? = nil) {
            self.code = code
            self.words = words
        }
    }

    public let from: Identifier<Organisation>
    public let goals: [Words]
    public let barriers: [BarrierLine]
    public let lines: [Line]
    /// Why a course is needed again; kept with each line that repeats one, and with no other.
    public let again: Words?

    public init(
        from: Identifier<Organisation>, goals: [Words] = [], barriers: [BarrierLine] = [], lines: [Line],
        again: Words? = nil
    ) {
        self.from = from
        self.goals = goals
        self.barriers = barriers
        self.lines = lines
        self.again = again
    }

    public static let act = Act.bringInPlan
    public static let atMost = 100

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        let count = goals.count + barriers.count + lines.count
        guard count > 0, count <= BringInPlan.atMost else {
            throw Refusal(
                "plan.lines", "Give from 1 to \(BringInPlan.atMost) lines of the other plan.", field: "lines")
        }
        func id<Named>() -> Identifier<Named> { Identifier(at: context.now, random: context.random) }
        var facts: [PlanFact] = [.broughtIn(from: from, lines: count)]
        for goal in goals { facts.append(.goalSet(id(), replaces: nil, source: from, .open(goal))) }
        // What is in the way already is in the way once, with every agency that says so.
        var known = Dictionary(plan.openBarriers.map { ($0.named.code, $0.id) }) { first, _ in first }
        for line in barriers {
            guard let barrier = context.tools.barriers.barrier(line.code) else {
                throw Refusal(
                    "plan.barrier", "“\(line.code.prefix(40))” is not on the list of what can be in the way.",
                    field: "barriers")
            }
            try file.requireSight(barrier.planCategory, in: context)
            if let held = known[line.code] {
                facts.append(.barrierShared(held, from, Sealed(given: line.words)))
            } else {
                try file.requireNotDenied(barrier, by: context.actor, field: "barriers")
                let added: Identifier<PlanBarrier> = id()
                known[line.code] = added
                let named = NamedBarrier(code: line.code, category: barrier.planCategory, first: false, source: from)
                facts.append(.barrierAdded(added, named, Sealed(given: line.words)))
            }
        }
        let repeated = try repeated(on: plan, in: context)
        for (place, line) in lines.enumerated() {
            guard line.text.text.count <= 500 else {
                throw Refusal(
                    "plan.action-long",
                    "“\(line.text.text.prefix(40))…” is longer than 500 characters. Make it two lines.",
                    field: "lines")
            }
            if let done = line.done, done > context.today {
                throw Refusal(
                    "plan.done-day",
                    "“\(line.text.text.prefix(40))” is done on a day to come. Give the day it was done: today, or a day before.",
                    field: "lines")
            }
            let action: Identifier<PlanAction> = id()
            // What another agency required is a proposal here: what can be required is judged anew.
            facts.append(
                .actionProposed(
                    action, PlanActionTerms(owner: line.owner, due: line.due),
                    PlanOrigin(source: from, again: Sealed(given: repeated.contains(place) ? again : nil)),
                    .open(line.text)))
            if let objection = line.objection {
                facts.append(.actionObjected(action, .customer, .inPerson, .open(objection)))
            }
            // What shows it is the other agency's plan.
            if let done = line.done { facts.append(.actionDone(action, on: done, .document, Sealed(given: nil))) }
        }
        return facts.map { .plan($0) }
    }

    /// The places of lines for a course like one before: on the plan, or further up among these. What was done there asks
    /// for nobody to go again, and needs no reason (ours).
    /// - Refuses: any, while no reason is given (G-010).
    private func repeated(on plan: Plan, in context: Context) throws(Refusal) -> Set<Int> {
        let named = lines.map { NamedCourse($0.text.text) }
        var found: [(place: Int, course: String)] = []
        for (place, line) in lines.enumerated() where line.done == nil {
            guard let course = named[place] else { continue }
            if let last = plan.courses(like: line.text).last {
                found.append((place, last.courseInSentence { context.surroundings.organisations[$0] }))
            } else if let before = named[..<place].lastIndex(where: { $0?.isLike(course) ?? false }) {
                found.append((place, "“\(lines[before].text.text)”, in the same plan"))
            }
        }
        guard again == nil, !found.isEmpty else { return Set(found.map(\.place)) }
        let told = found.prefix(3).map { "“\(lines[$0.place].text.text)” is like \($0.course)." }
        let more = found.count > told.count ? ["And \(found.count - told.count) more."] : []
        throw Refusal(
            "plan.course-again",
            "Some of these lines are for a course like one before. \((told + more).joined(separator: " ")) Leave them out, or say why they are needed again. The customer reads what you say.",
            rule: "G-010", field: "again")
    }
}

/// Joins two actions that say the same, when a person has looked at both (G-005). The one joined stays to be read, and
/// what was said against it is said against the other too.
/// - Refuses: an action that has ended, one joined with itself, a required one to whoever may not require it, and a
///   required one joined into a choice or the other way.
public struct JoinActions: CaseCommand {
    public let joined: Identifier<PlanAction>
    public let kept: Identifier<PlanAction>

    public init(_ joined: Identifier<PlanAction>, into kept: Identifier<PlanAction>) {
        self.joined = joined
        self.kept = kept
    }

    public static let act = Act.bringInPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        let (old, new) = (try plan.openAction(joined), try plan.openAction(kept))
        guard old.id != new.id else {
            throw Refusal("plan.join-same", "Choose two different actions to join.", field: "kept")
        }
        try RequiredActions.requireMayUnset(old, on: file, in: context)
        guard old.terms.mandatory == new.terms.mandatory else {
            throw Refusal(
                "plan.join-mandatory",
                "One of these is required and the other a choice. Change one of them first, so that it is clear which they are.",
                field: "kept")
        }
        let carried = old.objections.filter { objection in
            !new.objections.contains { $0.party == objection.party && $0.words == objection.words }
        }
        return [.plan(.actionJoined(joined, into: kept))]
            + carried.map { .plan(.actionObjected(kept, $0.party, $0.route, $0.words)) }
    }
}

extension Plan {
    /// The actions that were joined into one, and those that were joined into them.
    public func joined(into id: Identifier<PlanAction>) -> [PlanAction] {
        actions.flatMap { action -> [PlanAction] in
            guard case .joined(_, into: id) = action.end else { return [] }
            return [action] + joined(into: action.id)
        }
    }

    /// Pairs of open actions that may say the same, the one with a source second: half or more of their words are
    /// shared. They are shown side by side and never joined by the program.
    public var likenesses: [(kept: PlanAction, other: PlanAction)] {
        let open = openActions
        let words = open.map { Set(($0.text.value?.text ?? "").significantWords) }
        var pairs: [(kept: PlanAction, other: PlanAction)] = []
        for first in open.indices {
            for second in open.indices.dropFirst(first + 1) {
                let (one, two) = (words[first], words[second])
                guard open[first].source != open[second].source, min(one.count, two.count) >= 2,
                    one.intersection(two).count * 2 >= min(one.count, two.count)
                else { continue }
                pairs.append(
                    open[first].source == nil ? (open[first], open[second]) : (open[second], open[first]))
            }
        }
        return pairs
    }
}

extension String {
    /// Words of four letters and more, which carry what is said.
    fileprivate var significantWords: [String] {
        lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 3 }
    }
}
