import Casework

/// What the page of questions and complaints says.
enum OwnQuestionsWords: String, CustomerWords {
    case title = "Questions and complaints"
    case lead = "Ask anything. Complaining changes nothing about the help you get."
    case ask = "Ask a question"
    case complain = "Complain"
    case none = "You have asked nothing yet."
    case noneComes = "What you ask stands here, with the answer."
    case yourQuestion = "Your question to {1}, {2}"
    case yourComplaint = "Your complaint to {1}, {2}"
    case answered = "{1} answered on {2}:"
    case waiting = "You will have an answer by {1}."
    case late = "You should have had an answer by {1}. We are sorry. {2} is told that it is late."
    case handedOn = "{1} does not answer this any more. {2} has it now, and will answer you."
    case staysWith = "{1} does not help you any more, but it still answers this. {2} reads it too."
    case hasIt = "Somebody has it and is looking into it."
    case askTo = "Who is it for?"
    case askLabel = "Your question"
    case askButton = "Send my question"
    case complainTo = "Who is it about?"
    case complainLabel = "What went wrong, and what should happen?"
    case complainHint = "A manager there reads it, and answers you. Whoever it is about does not."
    case complainButton = "Send my complaint"

    var welsh: String? {
        switch self {
        case .title: "Cwestiynau a chwynion"
        case .lead: "Gofynnwch unrhyw beth. Nid yw cwyno yn newid dim am yr help a gewch."
        case .ask: "Gofyn cwestiwn"
        case .complain: "Cwyno"
        case .none: "Nid ydych wedi gofyn dim eto."
        case .noneComes: "Bydd yr hyn a ofynnwch yma, gyda’r ateb."
        case .yourQuestion: "Eich cwestiwn i {1}, {2}"
        case .yourComplaint: "Eich cwyn i {1}, {2}"
        case .answered: "Atebodd {1} ar {2}:"
        case .waiting: "Cewch ateb erbyn {1}."
        case .late: "Dylech fod wedi cael ateb erbyn {1}. Mae’n ddrwg gennym. Dywedir wrth {2} ei fod yn hwyr."
        case .handedOn: "Nid yw {1} yn ateb hwn mwyach. {2} sydd â’r mater nawr, a bydd yn eich ateb."
        case .staysWith: "Nid yw {1} yn eich helpu mwyach, ond bydd yn dal i ateb hwn. Mae {2} yn ei ddarllen hefyd."
        case .hasIt: "Mae’r mater gan rywun, sydd wrthi’n edrych arno."
        case .askTo: "I bwy mae’r cwestiwn?"
        case .askLabel: "Eich cwestiwn"
        case .askButton: "Anfon fy nghwestiwn"
        case .complainTo: "Am bwy mae’r gŵyn?"
        case .complainLabel: "Beth aeth o’i le, a beth ddylai ddigwydd?"
        case .complainHint:
            "Bydd rheolwr yno yn ei darllen, ac yn eich ateb. Ni fydd y sawl y mae’r gŵyn amdano yn ei darllen."
        case .complainButton: "Anfon fy nghwyn"
        }
    }
}
