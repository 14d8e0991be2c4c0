import Casework
import Kernel
import Office

extension Shape where Value == Told<Whereabouts> {
    static var whereabouts: Shape {
        Shape(
            "Whereabouts",
            [
                Member("place", .coded(["referred", "taking", "ended", "helped"]), optional: true) {
                    .text(of: $0.part.placeCode)
                },
                Member("programme", .text, optional: true) { .text(of: $0.part.programme) },
                Member("day", .day, optional: true, "When they were referred, began or ended.") {
                    .text(of: $0.part.day)
                },
                Member("gone", .whole, optional: true, "How much of the time for it has gone.") {
                    $0.part.time.map { .int($0.gone) }
                },
                Member("of", .whole, optional: true, "The whole of that time.") { $0.part.time.map { .int($0.all) } },
                Member("unit", .coded(TimeGone.Unit.self), optional: true) {
                    $0.part.time.map { .string($0.unit.rawValue) }
                },
                Member("organisation", .named, optional: true, "Whose person leads, or who is to say who does.") {
                    told in told.part.organisation.map(told.organisation)
                },
                Member(
                    "next", .coded(["appointment", "step", "review", "contact"]), optional: true,
                    "The soonest of what is booked and agreed; “contact” where nothing is, so that the lead is to ring or write."
                ) { .text(of: $0.part.nextCode) },
                Member("next-day", .day, optional: true) { .text(of: $0.part.next?.day) },
                Member("next-id", .reference, optional: true, "The appointment or the step.") {
                    .text(of: $0.part.nextID)
                },
                Member("next-owner", .text, optional: true, "Whose it is, by name; not where it is the person’s own.") {
                    told in told.ownerOfNext.map { .string($0) }
                },
            ])
    }
}

extension Told<Whereabouts> {
    /// Who is to do what is next; nil where it is the person’s own.
    fileprivate var ownerOfNext: String? {
        let names = opened.names
        switch part.next {
        case .appointment(let appointment): return names.person(appointment.adviser)
        case .step(let action): return names.owner(action.terms.owner)
        case .review, .contact:
            return part.lead.map { names.person($0.person) } ?? part.organisation.map(names.organisation)
        case nil: return nil
        }
    }
}

extension Whereabouts {
    fileprivate var placeCode: String? {
        switch place {
        case .referred: "referred"
        case .taking: "taking"
        case .ended: "ended"
        case .helped: "helped"
        case nil: nil
        }
    }

    fileprivate var programme: String? {
        switch place {
        case .referred(let programme, _), .taking(let programme, _, _), .ended(let programme, _): programme
        case .helped, nil: nil
        }
    }

    fileprivate var day: CalendarDay? {
        switch place {
        case .referred(_, let day), .taking(_, let day, _), .ended(_, let day): day
        case .helped, nil: nil
        }
    }

    fileprivate var time: TimeGone? { if case .taking(_, _, let time) = place { time } else { nil } }

    fileprivate var nextCode: String? {
        switch next {
        case .appointment: "appointment"
        case .step: "step"
        case .review: "review"
        case .contact: "contact"
        case nil: nil
        }
    }

    fileprivate var nextID: String? {
        switch next {
        case .appointment(let appointment): appointment.id.description
        case .step(let action): action.id.description
        case .review, .contact, nil: nil
        }
    }
}
