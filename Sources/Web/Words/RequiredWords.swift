import Casework
import Kernel

/// What is said to a person of a step that must be done, before they answer: words they can hold against us (G-041).
enum RequiredWords: String, CustomerWords {
    case oneOfThose = "This step is one of those."
    case oneOfThoseBy = "This step is one of those, by {1}."
    case canObject = "You can object, and say why. What you say is kept with it."
    case tellUs = "Tell us if you cannot do it: a good reason counts."

    var welsh: String? {
        switch self {
        case .oneOfThose: "Mae’r cam hwn yn un ohonynt."
        case .oneOfThoseBy: "Mae’r cam hwn yn un ohonynt, erbyn {1}."
        case .canObject: "Gallwch wrthwynebu, a dweud pam. Cedwir yr hyn a ddywedwch gydag ef."
        case .tellUs: "Dywedwch wrthym os na allwch ei wneud: mae rheswm da yn cyfrif."
        }
    }

    /// What the programme’s file says of the duty, and what the person can do about it.
    static func meaning(_ duties: Duties, due: CalendarDay?) -> String {
        [told(duties.says), due.map { oneOfThoseBy($0) } ?? oneOfThose(), canObject(), tellUs()].joined(separator: " ")
    }
}
