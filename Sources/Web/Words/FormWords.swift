import Casework

/// What every form says of an answer that will not do.
enum FormWords: String, CustomerWords {
    case missing = "Fill in “{1}”."
    case chooseOne = "Choose one of the answers to “{1}”."
    case chooseSome = "Choose one or more of the answers to “{1}”."
    case chooseAtLeast = "Choose at least {2} of the answers to “{1}”."
    case tooLong = "“{1}” can be at most {2} characters and this has {3}. Shorten it."
    case unreadable = "“{1}” has a character in it that cannot be shown. Type it again."
    case notANumber = "“{1}” must be a whole number, as {2}."
    case between = "“{1}” must be between {2} and {3}. This is {4}."
    case daysBetween = "“{1}” must be between {2} and {3}."
    case noDay = "“{1}” needs a day too."
    case noMonth = "“{1}” needs a month too."
    case noYear = "“{1}” needs a year too."
    case noDayMonth = "“{1}” needs a day and a month too."
    case noDayYear = "“{1}” needs a day and a year too."
    case noMonthYear = "“{1}” needs a month and a year too."
    case shortYear = "Write the year of “{1}” in full, as 2012."
    case noSuchDay = "There is no such day as “{1}”. Check the day and the month."
    case notADate = "“{1}” is not a date. Write the day, month and year, as 30 6 2012."
    case dayHint = "For example, 30 6 2012"
    case fileAgain = "If you had chosen one, choose it again."

    var welsh: String? {
        switch self {
        case .missing: "Llenwch “{1}”."
        case .chooseOne: "Dewiswch un o’r atebion i “{1}”."
        case .chooseSome: "Dewiswch un neu fwy o’r atebion i “{1}”."
        case .chooseAtLeast: "Dewiswch o leiaf {2} o’r atebion i “{1}”."
        case .tooLong: "Gall “{1}” fod yn {2} nod ar y mwyaf, ac mae gan hwn {3}. Byrhewch ef."
        case .unreadable: "Mae nod yn “{1}” na ellir ei ddangos. Teipiwch ef eto."
        case .notANumber: "Rhaid i “{1}” fod yn rhif cyfan, fel {2}."
        case .between: "Rhaid i “{1}” fod yn {2} o leiaf, ac yn {3} ar y mwyaf. Yr ateb hwn yw {4}."
        case .daysBetween: "Ni all “{1}” fod cyn {2} nac ar ôl {3}."
        case .noDay: "Mae angen diwrnod hefyd ar “{1}”."
        case .noMonth: "Mae angen mis hefyd ar “{1}”."
        case .noYear: "Mae angen blwyddyn hefyd ar “{1}”."
        case .noDayMonth: "Mae angen diwrnod a mis hefyd ar “{1}”."
        case .noDayYear: "Mae angen diwrnod a blwyddyn hefyd ar “{1}”."
        case .noMonthYear: "Mae angen mis a blwyddyn hefyd ar “{1}”."
        case .shortYear: "Ysgrifennwch y flwyddyn yn “{1}” yn llawn, fel 2012."
        case .noSuchDay: "Nid oes diwrnod o’r fath â “{1}”. Gwiriwch y diwrnod a’r mis."
        case .notADate: "Nid yw “{1}” yn ddyddiad. Ysgrifennwch y diwrnod, y mis a’r flwyddyn, fel 30 6 2012."
        case .dayHint: "Er enghraifft, 30 6 2012"
        case .fileAgain: "Os oeddech wedi dewis un, dewiswch ef eto."
        }
    }
}
