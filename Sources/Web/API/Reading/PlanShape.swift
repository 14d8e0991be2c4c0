import Casework
import Kernel
import Office

extension Shape where Value == Told<Plan> {
    static var plan: Shape {
        Shape(
            "Plan",
            [
                Member("case", .reference) { .text($0.opened.seen.id) },
                Member("sequence", .whole) { .int($0.opened.seen.sequence) },
                Member("next-review", .day, optional: true) {
                    .text(of: $0.part.nextReview(stream: $0.opened.seen.planStream, $0.opened.rules.planReviews))
                },
                Member("goals", .list(Shape<Told<PlanGoal>>.goal.type)) { $0.json($0.goals, .goal) },
                Member("barriers", .list(Shape<Told<PlanBarrier>>.planBarrier.type), "In the customer's order.") {
                    $0.json($0.barriers, .planBarrier)
                },
                Member("actions", .list(Shape<Told<PlanAction>>.action.type)) { $0.json($0.actions, .action) },
                Member("times", .list(Shape<Told<Commitment>>.commitment.type), "Weekly times it goes around.") {
                    $0.json($0.commitments, .commitment)
                },
                Member("reviews", .list(Shape<Told<PlanReview>>.review.type)) { $0.json($0.reviews, .review) },
                Member(
                    "versions", .list(Shape<Told<AgreedVersion>>.version.type),
                    "Those that were agreed, the newest first; ask for one by `version`."
                ) { $0.json($0.opened.agreedVersions, .version) },
            ])
    }
}

extension Shape where Value == Told<AgreedVersion> {
    fileprivate static var version: Shape {
        Shape(
            "PlanVersion",
            [
                Member("number", .whole, "Counted from 1.") { .int($0.version.number) },
                .event("agreed", "What completed it.") { $0.version.event },
                Member("organisations", .list(.named), "Those that proposed or agreed to it with the person.") { told in
                    .array(told.version.parties.compactMap(\.organisation).map(told.organisation))
                },
                Member("copies", .list(Shape<Told<AgreedVersion.Copy>>.copy.type), "How the person got it.") {
                    $0.json($0.copies, .copy)
                },
            ])
    }
}

extension Shape where Value == Told<AgreedVersion.Copy> {
    fileprivate static var copy: Shape {
        Shape(
            "PlanCopy",
            [
                .event("event") { $0.delivery.event },
                Member("route", .coded(PlanCopyRoute.self)) { .string($0.delivery.route.rawValue) },
                Member("given", .flag, "False for a letter that is on its way, or did not arrive.") {
                    .bool($0.isGiven)
                },
            ])
    }
}

extension Shape where Value == Told<PlanGoal> {
    fileprivate static var goal: Shape {
        Shape(
            "Goal",
            [
                Member("id", .reference) { .text($0.id) },
                Member("set", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.set))
                },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
                Member("source", .named, optional: true, "The agency whose plan it came from.") { told in
                    told.source.map(told.organisation)
                },
                Member("state", .coded(["open", "reached", "closed", "replaced"])) {
                    switch $0.end {
                    case nil: "open"
                    case .replaced: "replaced"
                    case .closed(_, let reached, _): reached ? "reached" : "closed"
                    }
                },
            ])
    }
}

extension Shape where Value == Told<PlanBarrier> {
    fileprivate static var planBarrier: Shape {
        Shape(
            "PlanBarrier",
            [
                Member("id", .reference) { .text($0.id) },
                Member("code", .text, optional: true, "Left out where its name is not for you.") {
                    $0.isPrivate ? nil : .string($0.named.code)
                },
                Member("first", .flag, "Whether other things wait for it.") { .bool($0.named.first) },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
                Member("closed", .flag) { .bool($0.closed != nil) },
            ])
    }
}

extension Shape where Value == Told<PlanAction> {
    fileprivate static var action: Shape {
        Shape(
            "Action",
            [
                Member("id", .reference) { .text($0.id) },
                Member("text", .text, optional: true) { $0.words($0.part.text) },
                Member("state", .coded(PlanAction.State.self)) { .string($0.state.rawValue) },
                Member("proposed", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.proposed))
                },
                Member("owner", .coded(["customer", "adviser", "organisation"])) {
                    switch $0.terms.owner {
                    case .customer: "customer"
                    case .adviser: "adviser"
                    case .organisation: "organisation"
                    }
                },
                Member("organisation", .named, optional: true, "The owner's, when it is not the customer.") { told in
                    told.terms.owner.organisation.map(told.organisation)
                },
                Member(
                    "owner-cannot-see", .flag,
                    "Whether that organisation cannot see the plan; told to whoever sees what is shared."
                ) { told in
                    let doer = told.terms.owner.organisation
                    return .bool(doer.map { told.opened.seen.unseenDoers.contains($0) } ?? false)
                },
                Member("due", .day, optional: true) { .text(of: $0.terms.due) },
                Member("goal", .reference, optional: true) { .text(of: $0.terms.goal) },
                Member("barrier", .reference, optional: true) { .text(of: $0.terms.barrier) },
                Member("mandatory", .flag, "Whether it was set as one that must be done.") {
                    .bool($0.terms.mandatory)
                },
                Member("required", .flag, "Whether the notice that it must be done was served, of it as it stands.") {
                    .bool($0.part.isRequired(on: $0.opened.today))
                },
                Member(
                    "notices", .list(Shape<Told<PlanAction.Notice>>.notice.type), "Those served that it is required."
                ) { $0.json($0.notices, .notice) },
                Member("required-why", .text, optional: true, "Why it is not left a choice.") {
                    $0.words($0.part.whyRequired)
                },
                Member("again", .text, optional: true, "Why a course like one before it is needed again.") {
                    $0.words($0.part.again)
                },
                Member("answers", .list(Shape<Told<PlanAction.Answer>>.answer.type)) { $0.json($0.answers, .answer) },
                Member("source", .named, optional: true, "The agency whose plan it came from.") { told in
                    told.source.map(told.organisation)
                },
                Member("missed", .text, optional: true, "Why it was not done by its day.") { told in
                    if case .missed(_, let why) = told.end { told.words(why) } else { nil }
                },
                Member("evidence", .coded(PlanEvidence.self), optional: true, "What shows that it is done.") { told in
                    if case .done(_, _, let evidence, _) = told.end { .string(evidence.rawValue) } else { nil }
                },
                Member(
                    "document", .text, optional: true,
                    "SHA-256 of the paper kept as evidence, in hexadecimal; read it as a document."
                ) { $0.opened.seen.sight.opensSealed ? .text(of: $0.part.document) : nil },
            ])
    }
}

extension Shape where Value == Told<PlanAction.Notice> {
    fileprivate static var notice: Shape {
        Shape(
            "ActionNotice",
            [
                .event("event") { $0.event },
                Member("route", .coded(NoticeRoute.self)) { .string($0.notice.route.rawValue) },
                Member("served", .day) { .text($0.notice.served) },
                Member("due", .day, "The day by which it says the action is to be done.") { .text($0.notice.due) },
                Member(
                    "document", .text, optional: true,
                    "SHA-256 of its exact text, in hexadecimal; read it as a document."
                ) { $0.opened.seen.sight.opensSealed ? .string($0.notice.digest) : nil },
            ])
    }
}

extension Shape where Value == Told<PlanAction.Answer> {
    fileprivate static var answer: Shape {
        Shape(
            "Answer",
            [
                Member("event", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.event))
                },
                Member("agrees", .flag) { .bool($0.agrees) },
                Member("party", .coded(["customer", "organisation"])) {
                    if case .customer = $0.party { "customer" } else { "organisation" }
                },
                Member("route", .coded(PlanAnswerRoute.self)) { .string($0.route.rawValue) },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
            ])
    }
}

extension Shape where Value == Told<Commitment> {
    fileprivate static var commitment: Shape {
        Shape(
            "Time",
            [
                Member("id", .reference) { .text($0.id) },
                Member("kind", .coded(CommitmentKind.self)) { .string($0.times.kind.rawValue) },
                Member("says", .text) { .string($0.times.written) },
                Member("from", .day, optional: true) { .text(of: $0.times.runs.from) },
                Member("until", .day, optional: true) { .text(of: $0.part.last ?? $0.times.runs.until) },
            ])
    }
}

extension Shape where Value == Told<PlanReview> {
    fileprivate static var review: Shape {
        Shape(
            "Review",
            [
                Member("event", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.event))
                },
                Member("on", .day) { .text($0.terms.on) },
                Member("next", .day) { .text($0.terms.next) },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
            ])
    }
}
