import Casework
import Kernel
import Office

/// That they volunteer, which is a strength of theirs beside the plan (E-073); nothing on an earlier version.
struct PlanVolunteering: Component {
    let page: PlanPage

    var body: some HTML {
        if let held = page.volunteering {
            Section("Volunteering", id: "volunteering") { p { held.volunteering } }
        }
    }
}

extension PlanPage {
    /// That they volunteer, on the plan as it is.
    var volunteering: HeldCircumstance? { version == nil ? opened.seen.volunteering(on: today) : nil }
}

extension HeldCircumstance {
    /// `Volunteers 6 hours a week since 20 June 2012.`
    var volunteering: String {
        let weekly = detail.open.hours.map { " \($0) \($0 == 1 ? "hour" : "hours") a week" } ?? ""
        return "Volunteers\(weekly) since \(from.written)."
    }
}

extension PlanSheetWords {
    /// `6 hours a week, since 20 June 2012`
    static func said(_ held: HeldCircumstance) -> String {
        held.detail.open.hours.map { volunteersHours($0, held.from) } ?? volunteersSince(held.from)
    }
}
