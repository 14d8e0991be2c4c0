import Casework

/// What the sheet with a code says: it is given to the customer, so its words are for them.
enum CodeWords: String, CustomerWords {
    case title = "A code"
    case whose = "For {1}"
    case use = "Type it at this address, under “I have a code”:"
    case until = "It works once, until {1} on {2}."
    case keep = "Keep it to yourself: whoever has it can go in."

    var welsh: String? {
        switch self {
        case .title: "Cod"
        case .whose: "Ar gyfer {1}"
        case .use: "Teipiwch ef yn y cyfeiriad hwn, o dan “Mae gennyf god”:"
        case .until: "Mae’n gweithio unwaith, tan {1}, {2}."
        case .keep: "Cadwch ef i chi eich hun: gall pwy bynnag sydd ag ef fynd i mewn."
        }
    }
}
