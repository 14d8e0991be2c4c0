import Casework

/// What the letter says with a link to somebody’s own page.
enum InvitationWords: String, CustomerWords {
    case subject = "The link to your own page"
    case hello = "Hello {1},"
    case here = "Here is the link to your own page. It shows your appointments and your plan."
    case until = "The link works once, until {1} on {2}."
    case another = "For another link, go to {1}"
    case planSubject = "Your plan"
    case plan = "You can read and print your plan on your own page. Here it is:"
    case askedIn = "If it asks you to come in first, get a link at {1}"
    case unexpected = "Did you not expect this? Then you need do nothing."
    case help = "If you need help, ring us on {1}."

    var welsh: String? {
        switch self {
        case .subject: "Y ddolen i’ch tudalen eich hun"
        case .hello: "Helo {1},"
        case .here: "Dyma’r ddolen i’ch tudalen eich hun. Mae’n dangos eich apwyntiadau a’ch cynllun."
        case .until: "Mae’r ddolen yn gweithio unwaith, tan {1}, {2}."
        case .another: "Am ddolen arall, ewch i {1}"
        case .planSubject: "Eich cynllun"
        case .plan: "Gallwch ddarllen ac argraffu eich cynllun ar eich tudalen eich hun. Dyma hi:"
        case .askedIn: "Os bydd yn gofyn i chi ddod i mewn yn gyntaf, gofynnwch am ddolen yn {1}"
        case .unexpected: "Onid oeddech yn disgwyl hyn? Yna nid oes angen i chi wneud dim."
        case .help: "Os oes angen help arnoch, ffoniwch ni ar {1}."
        }
    }
}
