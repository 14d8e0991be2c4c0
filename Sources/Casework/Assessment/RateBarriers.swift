public import Kernel

/// Records how much some things stand in the way, in the customer's own view and in the adviser's, side by side (G-019).
/// - Refuses: a barrier not in the list, one about what the person has not agreed that the actor sees, one about health or
///   convictions that staff did not hear in private or only suspect, an adviser's view from the customer, two views that
///   differ with no day to come back to them, a day ahead or before they were registered, and one before the view that it
///   would replace.
public struct RateBarriers: CaseCommand {
    public let views: [BarrierViews]
    public let words: Words?
    public let revisit: CalendarDay?
    /// Whether it was talked of where nobody else could hear.
    public let heardInPrivate: Bool
    /// nil for today.
    public let on: CalendarDay?

    public init(
        _ views: [BarrierViews], words: Words? = nil, revisit: CalendarDay? = nil, heardInPrivate: Bool = false,
        on: CalendarDay? = nil
    ) {
        self.views = views
        self.words = words
        self.revisit = revisit
        self.heardInPrivate = heardInPrivate
        self.on = on
    }

    public static let act = Act.rateBarriers
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let day = try file.day(on, in: context)
        var changed: [Category: [BarrierViews]] = [:]
        var differ = false
        for said in views {
            guard let barrier = context.tools.barriers.barrier(said.barrier) else {
                throw Refusal("barrier.unknown", "“\(said.barrier.prefix(40))” is not in the list of barriers.")
            }
            try file.requireSight(barrier.category, in: context)
            guard said.adviser == nil || context.actor.role != .customer else {
                throw Refusal("barrier.own", "This is for your own view. What your adviser thinks stands beside it.")
            }
            let held = file.assessments.barriers.first { $0.barrier == said.barrier }
            var news = said
            if news.customer == held?.customer?.weight { news.customer = nil }
            if news.adviser == held?.adviser?.weight { news.adviser = nil }
            let replaced = [news.customer.flatMap { _ in held?.customer }, news.adviser.flatMap { _ in held?.adviser }]
            if let later = replaced.compactMap({ $0?.event.day }).max(), later > day ?? context.today {
                throw Refusal(
                    "barrier.order", "A later view of this is recorded already. Give a day from then on.",
                    rule: "E-008", field: "day")
            }
            let both = BarrierViews(
                said.barrier, customer: said.customer ?? held?.customer?.weight,
                adviser: said.adviser ?? held?.adviser?.weight)
            let settled = held?.revisit.map { $0 >= context.today } ?? false
            if both.differ, !(settled && news.customer == nil && news.adviser == nil) { differ = true }
            if news.customer != nil || news.adviser != nil || (both.differ && revisit != held?.revisit) {
                try barrier.requirePrivacy(heardInPrivate, by: context.actor, field: "private")
                // What was only suspected may always be taken back.
                guard both.customer != nil || !barrier.needsPrivacy || both.adviser == .nothing else {
                    throw Refusal(
                        "barrier.suspected",
                        "“\(barrier.title)” is written down only with the customer's own view beside yours. Ask them how they see it, or leave it out.",
                        rule: "G-019, J-070", field: "c-\(said.barrier)")
                }
                changed[barrier.category, default: []].append(news)
            }
        }
        guard !changed.isEmpty else {
            throw Refusal("barrier.nothing", "Nothing here differs from what is recorded. Change a view, or go back.")
        }
        if differ, revisit == nil, context.actor.role != .customer {
            throw Refusal(
                "barrier.revisit",
                "You see one of these differently. Both views are kept; say on which day you will come back to it.",
                rule: "G-019", field: "revisit")
        }
        if let revisit, revisit < context.today {
            throw Refusal("barrier.revisit-past", "Choose a day to come back to it from today on.", field: "revisit")
        }
        // The words may be about any of them, so they go with the part that the fewest readers see.
        let guarded = Category.allCases.last { changed[$0] != nil }
        return Category.allCases.compactMap { category in
            guard let part = changed[category] else { return nil }
            let said = BarrierSaid(
                part, words: category == guarded ? words?.text : nil, heardInPrivate: heardInPrivate)
            return .assessment(.barriersRated(category, revisit: revisit, .open(said), on: day))
        }
    }
}
