import Casework

/// What the page says of who is helping, and why they are.
enum OwnPeopleWords: String, CustomerWords {
    case title = "Who is helping me"
    case adviser = "Your adviser"
    case adviserAt = "{1} at {2}, since {3}."
    case adviserWhy = "They meet you, work on the plan with you and answer your questions."
    case lead = "Your lead"
    case leadWhy =
        "They answer for the help you get. A small team shares the work, so others of the team may help you too."
    case leads = "{1} at {2} leads your help, since {3}."
    case lastTalk = "You last talked with {1} at {2}, on {3}."
    case wrote = "They wrote of why:"
    case askWhy = "If you would like to know why this changed, ask them."
    case asked = "On {1}, {2} was asked to help you from now on."
    case untilThen = "Until they answer, nothing changes for you."
    case provider = "Who runs the programme for you"
    case drawn = "They were drawn for you on {1}. The draw is by chance, and anybody can check it: yours is number {2}."
    case followed = "They help you since {1}, because you or your partner were with them before."
    case until = "They can help you until {1}."
    case left = "They do not help you any more."
    case ended = "Your last day with them was {1}."
    case jobcentre = "Your jobcentre"
    case jobcentreWhy = "They look after your benefit."
    case council = "Your council service"
    case councilWhy = "They keep your record and help you with it."
    case noAdviser = "Nobody has been named as your adviser yet. You are told here when somebody is."
    case reach = "Phone {1}."
    case ask = "Ask them a question"

    var welsh: String? {
        switch self {
        case .title: "Pwy sy’n fy helpu"
        case .adviser: "Eich cynghorydd"
        case .adviserAt: "{1}, {2}, ers {3}."
        case .adviserWhy: "Maent yn cyfarfod â chi, yn gweithio ar y cynllun gyda chi ac yn ateb eich cwestiynau."
        case .lead: "Eich prif gynghorydd"
        case .leadWhy:
            "Maent yn atebol am yr help a gewch. Mae tîm bach yn rhannu’r gwaith, felly gall eraill o’r tîm eich helpu hefyd."
        case .leads: "{1}, {2}, sy’n arwain yr help a gewch, ers {3}."
        case .lastTalk: "Y person diwethaf i siarad â chi oedd {1}, {2}, ar {3}."
        case .wrote: "Dyma a ysgrifennwyd am y rheswm:"
        case .askWhy: "Os hoffech wybod pam y newidiodd hyn, gofynnwch iddynt."
        case .asked: "Ar {1}, gofynnwyd i {2} eich helpu o hyn ymlaen."
        case .untilThen: "Hyd nes y byddant yn ateb, nid oes dim yn newid i chi."
        case .provider: "Pwy sy’n rhedeg y rhaglen i chi"
        case .drawn:
            "Dewiswyd hwy i chi ar {1}. Mae’r dewis ar hap, a gall unrhyw un ei wirio: rhif y dewis hwn yw {2}."
        case .followed: "Maent yn eich helpu ers {1}, am i chi neu’ch partner fod gyda hwy o’r blaen."
        case .until: "Gallant eich helpu tan {1}."
        case .left: "Nid ydynt yn eich helpu mwyach."
        case .ended: "Eich diwrnod olaf gyda hwy oedd {1}."
        case .jobcentre: "Eich canolfan waith"
        case .jobcentreWhy: "Maent yn gofalu am eich budd-dal."
        case .council: "Gwasanaeth eich cyngor lleol"
        case .councilWhy: "Maent yn cadw eich cofnod ac yn eich helpu ag ef."
        case .noAdviser: "Nid oes neb wedi’i enwi yn gynghorydd i chi eto. Cewch wybod yma pan fydd rhywun."
        case .reach: "Ffôn: {1}."
        case .ask: "Gofyn cwestiwn iddynt"
        }
    }
}
