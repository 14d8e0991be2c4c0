import Casework

/// What the plan says as it is printed large or read out.
enum PlanSheetWords: String, CustomerWords {
    case yourPlan = "Your plan"
    case want = "What you want"
    case inTheWay = "What is in the way, in your order"
    case youDo = "What you do"
    case othersDo = "What others do for you"
    case freeTimes = "Times we keep free"
    case done = "What you have done"
    case next = "Next"
    case everyWeek = "{1}: {2}, {3} to {4}"
    case mondays = "Mondays"
    case tuesdays = "Tuesdays"
    case wednesdays = "Wednesdays"
    case thursdays = "Thursdays"
    case fridays = "Fridays"
    case saturdays = "Saturdays"
    case sundays = "Sundays"
    case nextReview = "We go through this together by {1}."
    case notRight = "If something is not right"
    case notRightText = "Tell us. You can say no to anything here, and we write down why in your own words."
    case byOwner = "{1}: {2}"
    case byDay = "{1}, by {2}"
    case onDay = "{1}, {2}"
    case mustDo = "You must do this. Your benefit can stop for a time if you do not, and have no good reason."
    case notAnswered = "You have not answered this yet."
    case notAgreed = "Not agreed by everybody yet."
    case saidNo = "You said no: “{1}”"

    var welsh: String? {
        switch self {
        case .yourPlan: "Eich cynllun"
        case .want: "Beth rydych ei eisiau"
        case .inTheWay: "Beth sydd yn y ffordd, yn eich trefn chi"
        case .youDo: "Beth rydych chi’n ei wneud"
        case .othersDo: "Beth mae eraill yn ei wneud i chi"
        case .freeTimes: "Amseroedd a gadwn yn rhydd"
        case .done: "Beth rydych wedi’i wneud"
        case .next: "Nesaf"
        case .everyWeek: "{1}: {2}, {3} i {4}"
        case .mondays: "dydd Llun"
        case .tuesdays: "dydd Mawrth"
        case .wednesdays: "dydd Mercher"
        case .thursdays: "dydd Iau"
        case .fridays: "dydd Gwener"
        case .saturdays: "dydd Sadwrn"
        case .sundays: "dydd Sul"
        case .nextReview: "Awn drwy hwn gyda’n gilydd erbyn {1}."
        case .notRight: "Os nad yw rhywbeth yn iawn"
        case .notRightText:
            "Dywedwch wrthym. Gallwch ddweud na wrth unrhyw beth yma, a byddwn yn ysgrifennu pam yn eich geiriau eich hun."
        case .byOwner: "{1}: {2}"
        case .byDay: "{1}, erbyn {2}"
        case .onDay: "{1}, {2}"
        case .mustDo:
            "Rhaid i chi wneud hyn. Gall eich budd-dal stopio am gyfnod os na wnewch, ac os nad oes rheswm da gennych."
        case .notAnswered: "Nid ydych wedi ateb hyn eto."
        case .notAgreed: "Nid yw pawb wedi cytuno eto."
        case .saidNo: "Dywedoch na: “{1}”"
        }
    }
}
