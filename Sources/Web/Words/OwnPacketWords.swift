import Casework

/// What the form says that sends the same to several services at once.
enum OwnPacketWords: String, CustomerWords {
    case title = "Tell several services at once"
    case lead =
        "Tick what you would tell each of them, and who gets it. Each gets the same, so you need not tell it again."
    case sameHelp = "You get the same help if you send nothing."
    case who = "Which services get it?"
    case whoHint = "At most {1}. You can stop each of them at any time."
    case kinds = "What may all of them see?"
    case kindsHint = "Tick only what you want all of them to see."
    case check = "See what each will get"
    case button = "Send it to them"
    case change = "Change something"
    case checkTitle = "Read it before it is sent"
    case checkLead = "Nothing is sent yet."
    case seesToo = "They will also see: {1}."
    case nothingMore = "They see all of this now."
    case untilDay = "They see it until {1}. You can stop it sooner, at any time."
    case now = "What is in it now"
    case nothingNow = "Nothing is written down yet of what you ticked. They see it once it is."

    var welsh: String? {
        switch self {
        case .title: "Dweud wrth sawl gwasanaeth ar unwaith"
        case .lead:
            "Ticiwch yr hyn y byddech yn ei ddweud wrth bob un, a phwy sy’n ei gael. Mae pob un yn cael yr un peth, felly nid oes rhaid i chi ei ddweud eto."
        case .sameHelp: "Cewch yr un help os nad anfonwch ddim."
        case .who: "Pa wasanaethau sy’n ei gael?"
        case .whoHint: "{1} ar y mwyaf. Gallwch roi’r gorau i bob un ar unrhyw adeg."
        case .kinds: "Beth gaiff pob un ei weld?"
        case .kindsHint: "Ticiwch yr hyn rydych am i bob un ei weld yn unig."
        case .check: "Gweld beth fydd pob un yn ei gael"
        case .button: "Ei anfon atynt"
        case .change: "Newid rhywbeth"
        case .checkTitle: "Darllenwch hyn cyn ei anfon"
        case .checkLead: "Nid oes dim wedi’i anfon eto."
        case .seesToo: "Byddant hefyd yn gweld hyn: {1}."
        case .nothingMore: "Maent yn gweld hyn i gyd nawr."
        case .untilDay: "Maent yn ei weld tan {1}. Gallwch roi’r gorau iddo’n gynt, ar unrhyw adeg."
        case .now: "Yr hyn sydd ynddo nawr"
        case .nothingNow: "Nid oes dim wedi’i ysgrifennu eto am yr hyn a diciwyd. Byddant yn ei weld pan fydd."
        }
    }
}
