/// What the letter says that tells who keeps somebody's record now.
enum KeeperWords: String, CustomerWords {
    case subject = "Who keeps your record now"
    case claim = "{1} keeps your record now. They say that you have claimed there since {2}."
    case help = "{1} keeps your record now. They say that they have helped you since {2}."
    case instead = "{1} kept it before, and keeps it no longer."
    case beside = "Whoever helped you before still helps you. Nothing else changes."
    case record =
        "Your record has come with you, so you do not have to tell your story again. You can ask us who has looked at it, and you can ask for a copy."
    case ring = "Is this not right? Then ring us on {1}, and we will put it right."
    case talk = "Is this not right? Then talk to us, and we will put it right."

    var welsh: String? {
        switch self {
        case .subject: "Pwy sy’n cadw eich cofnod nawr"
        case .claim: "{1} sy’n cadw eich cofnod nawr. Maent yn dweud eich bod wedi hawlio yno ers {2}."
        case .help: "{1} sy’n cadw eich cofnod nawr. Maent yn dweud eu bod wedi eich helpu ers {2}."
        case .instead: "{1} oedd yn ei gadw o’r blaen, ac nid yw’n ei gadw mwyach."
        case .beside: "Mae pwy bynnag oedd yn eich helpu o’r blaen yn dal i’ch helpu. Nid oes dim arall yn newid."
        case .record:
            "Mae eich cofnod wedi dod gyda chi, felly nid oes raid i chi adrodd eich stori eto. Gallwch ofyn i ni pwy sydd wedi edrych arno, a gallwch ofyn am gopi."
        case .ring: "Onid yw hyn yn iawn? Yna ffoniwch ni ar {1}, a byddwn yn cywiro hyn."
        case .talk: "Onid yw hyn yn iawn? Yna siaradwch â ni, a byddwn yn cywiro hyn."
        }
    }
}
