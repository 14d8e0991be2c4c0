import Casework

/// What the letter says with a link to somebody’s own page.
enum InvitationWords: String, CustomerWords {
    case subject = "Your link"
    case hello = "Hello {1},"
    case here = "Here is the link to your own page. It shows your appointments and your plan."
    case until = "It works once, until {1} on {2}."
    case another = "For another link, go to {1}"
    case unexpected = "Did you not expect this? Then you need do nothing."

    var welsh: String? {
        switch self {
        case .subject: "Eich dolen"
        case .hello: "Helo {1},"
        case .here: "Dyma’r ddolen i’ch tudalen eich hun. Mae’n dangos eich apwyntiadau a’ch cynllun."
        case .until: "Mae’n gweithio unwaith, tan {1}, {2}."
        case .another: "Am ddolen arall, ewch i {1}"
        case .unexpected: "Onid oeddech yn disgwyl hyn? Yna nid oes angen i chi wneud dim."
        }
    }
}
