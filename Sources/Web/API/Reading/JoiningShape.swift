import Casework
import Kernel
import Office
import Records

/// Somebody's choice about joining, with the first day on which a yes counts.
struct JoiningRead: Sendable {
    let joining: Joining
    /// By the programme they were told of.
    let from: [String: CalendarDay]

    init(_ joining: Joining, programmes: [String: Programme]) {
        self.joining = joining
        from = programmes.compactMapValues { joining.joinsFrom($0, nation: $0.nations.first ?? .england) }
    }
}

extension Shape where Value == Told<JoiningRead> {
    static var joining: Shape {
        Shape(
            "Joining",
            [
                Member("invitations", .list(Shape<Told<SessionInvitation>>.invitation.type)) {
                    $0.json($0.joining.invitations, .invitation)
                },
                Member("told", .list(Shape<Told<ToldOfJoining>>.told.type), "Each time, the latest last.") { read in
                    read.json(
                        read.joining.told.map { ToldOfJoining(told: $0, from: read.from[$0.programme]) }, .told)
                },
                Member("decisions", .list(Shape<Told<Joining.Decision>>.decision.type), "The latest last.") {
                    $0.json($0.joining.decisions, .decision)
                },
            ])
    }
}

extension Shape where Value == Told<SessionInvitation> {
    fileprivate static var invitation: Shape {
        Shape(
            "SessionInvitation",
            [
                Member("id", .reference) { .text($0.id) },
                .event("made") { $0.made },
                Member("session", .reference) { .text($0.terms.session) },
                Member("programme", .text) { .string($0.terms.programme) },
                Member("format", .coded(SessionFormat.self)) { .string($0.terms.format.rawValue) },
                Member("host", .named) { $0.organisation($0.terms.host) },
                Member("starts", .moment) { .text($0.terms.starts) },
                Member("minutes", .whole) { .int($0.terms.minutes) },
                Member("basis", .coded(Basis.self)) { .string($0.terms.basis.rawValue) },
                Member("considered", .flag, optional: true, "Whether going was considered to be right for them.") {
                    $0.terms.considered.map { .bool($0) }
                },
                Member("in-writing", .flag, optional: true, "Whether it was given to them in writing.") {
                    $0.terms.inWriting.map { .bool($0) }
                },
                Member("told", .coded(ToldOfHolder.Route.self), optional: true, "How they are told.") {
                    $0.terms.told.map { .string($0.route.rawValue) }
                },
                Member("letter", .text, optional: true, "The digest of the letter, by which it is read.") {
                    .text(of: $0.terms.told?.digest)
                },
                Member("wish", .coded(SessionFormat.self), optional: true, "How they would rather hear of it.") {
                    $0.grounds.value?.wish.map { .string($0.rawValue) }
                },
                Member("wish-not-met", .text, optional: true, "Why it is held otherwise than they wish.") {
                    .text(of: $0.grounds.value?.why?.text)
                },
                .event("cannot-go", optional: true) { $0.cannotGo?.event },
                Member("cannot-go-why", .text, optional: true, "Why they cannot go, where they said.") { told in
                    told.cannotGo.flatMap { told.words($0.words) }
                },
                Member(
                    "outcome", .coded(["attended", "missed", "withdrawn"]), optional: true,
                    "Left out until it is recorded."
                ) { told in
                    switch told.outcome {
                    case nil: nil
                    case .attended: "attended"
                    case .missed: "missed"
                    case .withdrawn: "withdrawn"
                    }
                },
                .event("outcome-event", optional: true) { told in
                    switch told.outcome {
                    case nil: nil
                    case .attended(let event), .missed(let event, _), .withdrawn(let event): event
                    }
                },
                Member("why", .text, optional: true, "What they said of not coming.") { told in
                    if case .missed(_, let words) = told.outcome { told.words(words) } else { nil }
                },
            ])
    }
}

/// What somebody was told of joining, and the first day on which a yes counts.
private struct ToldOfJoining: Sendable {
    let told: Joining.Told
    let from: CalendarDay?
}

extension Shape where Value == Told<ToldOfJoining> {
    fileprivate static var told: Shape {
        Shape(
            "ToldOfJoining",
            [
                .event("event") { $0.told.event },
                Member("programme", .text) { .string($0.told.programme) },
                Member("row", .text, optional: true, "The row of the programme's table that spoke of them.") {
                    .text(of: $0.told.terms.value?.row)
                },
                Member("duties", .text, optional: true, "The duties after joining; left out where nothing is required.")
                {
                    .text(of: $0.told.terms.value?.duties)
                },
                Member("sheet", .text, optional: true, "The digest of the sheet they were given, by which it is read.")
                {
                    .text(of: $0.told.sheet)
                },
                Member("decides-from", .day, optional: true, "The first day on which a yes counts.") {
                    .text(of: $0.from)
                },
            ])
    }
}

extension Shape where Value == Told<Joining.Decision> {
    fileprivate static var decision: Shape {
        Shape(
            "JoiningDecision",
            [
                .event("event") { $0.event },
                Member("programme", .text) { .string($0.programme) },
                Member("answer", .coded(JoiningAnswer.self)) { .string($0.answer.rawValue) },
                Member("signed", .flag, "Whether they signed that they understand what changes.") {
                    .bool($0.signed)
                },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
            ])
    }
}

extension Shape where Value == ListedSession {
    static var session: Shape {
        Shape(
            "Session",
            [
                Member("id", .reference) { .text($0.session.id) },
                Member("host", .reference) { .text($0.session.host) },
                Member("host-name", .text) { .string($0.host) },
                Member("programme", .text) { .string($0.session.programme) },
                Member("format", .coded(SessionFormat.self)) { .string($0.session.format.rawValue) },
                Member("starts", .moment) { .text($0.session.starts) },
                Member("minutes", .whole) { .int($0.session.minutes) },
                Member("place", .text) { .string($0.session.place) },
                Member("places", .whole) { .int($0.session.places) },
                Member("taken", .whole, "How many people are invited.") { .int($0.taken) },
                Member("called-off", .day, optional: true) { .text(of: $0.session.calledOff) },
                Member("runner", .reference, optional: true, "Who runs it.") { .text(of: $0.session.runner) },
            ])
    }
}

extension Shape where Value == SessionOnPage {
    static var register: Shape {
        Shape(
            "SessionRegister",
            [
                Member("session", Shape<ListedSession>.session.type) { Shape<ListedSession>.session.json($0.listed) },
                Member("own", .flag, "Whether your organisation holds it, and so reads the whole register.") {
                    .bool($0.isOwn)
                },
                Member("places", .list(Shape<SessionPlaceRow>.place.type), "Of another's, your own customers alone.") {
                    Shape<SessionPlaceRow>.place.list($0.places)
                },
                Member("may-record", .list(.reference), "The places of which you may record whether somebody came.") {
                    page in .array(page.places.map(\.invitation).filter(page.mayRecord.contains).map { .text($0) })
                },
            ])
    }
}

extension Shape where Value == SessionPlaceRow {
    fileprivate static var place: Shape {
        Shape(
            "SessionPlace",
            [
                Member("invitation", .reference) { .text($0.invitation) },
                Member("case", .reference) { .text($0.subject) },
                Member("name", .text, optional: true, "Left out once the details are erased.") { .text(of: $0.name) },
                Member("basis", .coded(Basis.self)) { .string($0.basis.rawValue) },
                Member("state", .coded(SessionPlaceRow.State.self)) { .string($0.state.rawValue) },
            ])
    }
}
