public import Kernel

/// Records the point a person was seen at, with what showed it; back as well as on (C32).
/// - Refuses: no evidence, the point they are at already, a day ahead or before the point recorded last, a reason for a move
///   back that is none or is not on the list, and D for somebody who must attend a pathway's interviews, who by the
///   pathway's own account is not found there.
public struct SeeProgressPoint: CaseCommand {
    public let point: ProgressPoint
    public let evidence: Words?
    /// nil for today.
    public let on: CalendarDay?
    /// The code of why they moved back (F-160 to F-169).
    public let setback: String?

    public init(_ point: ProgressPoint, evidence: Words?, on: CalendarDay? = nil, setback: String? = nil) {
        self.point = point
        self.evidence = evidence
        self.on = on
        self.setback = setback
    }

    public static let act = Act.seePoint
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        try file.requireSight(.assessment, in: context)
        let last = file.assessments.point
        guard point != last?.point else {
            throw Refusal(
                "point.same", "Point \(point.rawValue) is recorded already. Choose another when they move.",
                field: "point")
        }
        guard let evidence else {
            throw Refusal(
                "point.evidence", "Say what showed it: what the customer did or said.", rule: "C32", field: "words")
        }
        if point == .d, let referral = file.referral, referral.basis(on: context.today) == .mandatory,
            context.programmes[referral.programme]?.interviews != nil
        {
            throw Refusal(
                "point.mandatory",
                "Point D is for those who come by choice or were screened out. For somebody who must attend, record C.",
                rule: "C32", field: "point")
        }
        let day = try file.day(on, in: context)
        if let last, (day ?? context.today) < last.event.day {
            throw Refusal(
                "point.order",
                "Point \(last.point.rawValue) was seen later, on \(last.event.day.written). Give a day from then on, or withdraw that point first.",
                field: "day")
        }
        if let setback {
            guard let last, point < last.point else {
                throw Refusal(
                    "point.not-back", "This is no move back, so no reason for one is recorded. Leave the reason out.",
                    field: "setback")
            }
            guard context.tools.rules.setbacks.contains(where: { $0.code == setback }) else {
                throw Refusal("point.setback", "Choose a reason from the list, or leave it out.", field: "setback")
            }
        }
        let note = PointNote(on: day, setback: setback.map { .open(Words($0)) } ?? .shut)
        return [.assessment(.pointSeen(point, from: last?.point, .open(evidence), note))]
    }
}

extension CaseFile {
    /// The day on which something was found out that is recorded now; nil for today.
    /// - Refuses: when nobody is registered, a day ahead, and one before they were.
    func day(_ day: CalendarDay?, in context: Context) throws(Refusal) -> CalendarDay? {
        let first = try registered().registered.day
        guard let day, day != context.today else { return nil }
        guard day < context.today, day >= first else {
            throw Refusal(
                "assessment.day",
                "Give the day on which it was talked of: today or before, and from \(first.written), when they were registered.",
                rule: "E-008", field: "day")
        }
        return day
    }
}
