import Casework

/// What the pages say on which a customer signs in.
enum WelcomeWords: String, CustomerWords {
    case here = "Are you a customer? Go to your own page"
    case title = "Your own page"
    case lead = "See your appointments and your plan, and who is helping you."
    case codeHeading = "I have a code"
    case code = "Your code"
    case codeHint = "Ten letters and numbers, as KM4R7 PXWHT. It works once."
    case stay = "Stay signed in here for 30 days"
    case stayHint = "Tick this only if nobody else uses this phone or computer. You can sign out at any time."
    case enter = "Go to my page"
    case linkHeading = "Send me a link"
    case email = "Your e-mail address"
    case emailHint = "We can send a link if you agreed to e-mail and have been here before."
    case onItsWay =
        "If we know this address, a link is on its way to it. It works once, for an hour. Nothing there? Ask your adviser for a code."
    case help = "No code and no link? Ask your adviser, or ring the office on your letters."
    case linkTitle = "Go to your own page"
    case linkText = "Press the button to go in. The link works once."

    var welsh: String? {
        switch self {
        case .here: "Ydych chi’n gwsmer? Ewch i’ch tudalen eich hun"
        case .title: "Eich tudalen eich hun"
        case .lead: "Yma gallwch weld eich apwyntiadau a’ch cynllun, a phwy sy’n eich helpu."
        case .codeHeading: "Mae gennyf god"
        case .code: "Eich cod"
        case .codeHint: "Deg o lythrennau a rhifau, fel KM4R7 PXWHT. Mae’n gweithio unwaith."
        case .stay: "Aros wedi mewngofnodi yma am 30 diwrnod"
        case .stayHint:
            "Ticiwch hwn dim ond os nad oes neb arall yn defnyddio’r ffôn neu’r cyfrifiadur hwn. Gallwch allgofnodi ar unrhyw adeg."
        case .enter: "Mynd i’m tudalen"
        case .linkHeading: "Anfon dolen ataf"
        case .email: "Eich cyfeiriad e-bost"
        case .emailHint: "Gallwn anfon dolen os ydych wedi cytuno i gael e-bost ac wedi bod yma o’r blaen."
        case .onItsWay:
            "Os ydym yn gwybod am y cyfeiriad hwn, mae dolen ar ei ffordd iddo. Mae’n gweithio unwaith, o fewn awr. Dim byd yno? Gofynnwch i’ch cynghorydd am god."
        case .help: "Dim cod a dim dolen? Gofynnwch i’ch cynghorydd, neu ffoniwch y swyddfa sydd ar eich llythyrau."
        case .linkTitle: "Mynd i’ch tudalen eich hun"
        case .linkText: "Pwyswch y botwm i fynd i mewn. Mae’r ddolen yn gweithio unwaith."
        }
    }
}
